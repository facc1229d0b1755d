"""The encrypted vault and one small store per kind of record; the only room that opens a database."""
