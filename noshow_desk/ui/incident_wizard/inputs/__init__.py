"""One widget for each kind of field of a page; `make` chooses it."""
