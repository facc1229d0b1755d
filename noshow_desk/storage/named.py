"""Records with a name: listed in name order and searched, fast at a hundred thousand."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.storage.records import R, Records
from noshow_desk.storage.search import find_in


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the list by name: where the next page goes on."""

    name: str
    id: str


class Named(Records[R]):
    """A store whose records the search index and the name order know."""

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
