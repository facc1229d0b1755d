"""Records with a name: listed in name order and searched, fast at a hundred thousand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from noshow_desk.storage.records import R, Records
from noshow_desk.storage.search import find_in
from noshow_desk.storage.triggers import INDEXED, words_sql

_MANY = 50


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the list by name: where the next page goes on."""

    name: str
    id: str


class Named(Records[R]):
    """A store whose records the search index and the name order know."""

    def insert_many(self, records: Iterable[R]) -> int:
        """Keep new records; many at once enter the search index in one statement.

        One by one, the full-text index writes a piece of itself for each row, ten times as slow.
        """
        kept = list(records)
        if len(kept) < _MANY:
            return super().insert_many(kept)
        self._session.write("UPDATE acting SET indexing = 0")
        last = self._session.row("SELECT coalesce(max(id), 0) FROM searchable")
        super().insert_many(kept)
        indexed = next(one for one in INDEXED if one.table == self._table)
        self._session.write(
            f"INSERT INTO search (rowid, words) SELECT s.id, {words_sql(indexed, 'r')} "
            f'FROM searchable AS s JOIN "{self._table}" AS r ON r.id = s.record_id WHERE s.id > ?',
            last or (0,),
        )
        self._session.write("UPDATE acting SET indexing = 1")
        return len(kept)

    def ids(self, *, archived: bool = False) -> list[str]:
        """Return all ids by name; 100,000 take some 30 ms. Fetch the records of a page with `many`."""
        return self._session.texts(
            "SELECT record_id FROM searchable WHERE kind = ? AND archived = ? ORDER BY name, record_id",
            (self._table, int(archived)),
        )

    def page(self, after: Place | None = None, limit: int = 100, *, archived: bool = False) -> list[Place]:
        """Return the next `limit` places by name after `after`; the last page is as fast as the first."""
        start = after or Place("", "")
        rows = self._session.rows(
            "SELECT name, record_id FROM searchable WHERE kind = ? AND archived = ? "
            "AND (name, record_id) > (?, ?) ORDER BY name, record_id LIMIT ?",
            (self._table, int(archived), start.name, start.id, limit),
        )
        return [Place(str(name), str(one)) for name, one in rows]

    def search(self, words: str, limit: int = 200, *, archived: bool = False) -> list[str]:
        """Return the ids of the records that match all of `words`, best first."""
        return find_in(self._session, self._table, words, limit, archived=archived)
