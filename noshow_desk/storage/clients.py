"""Clients: kept, listed by name, searched."""

from __future__ import annotations

from noshow_desk.domain.client import Client
from noshow_desk.storage.columns import whole_text
from noshow_desk.storage.named import Named
from noshow_desk.storage.session import Session

_FIRST_CASE_NUMBER = 1001
_LONGEST_COUNTED = 9


class Clients(Named[Client]):
    """All clients of the vault."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "client", Client)

    def by_case_number(self, case_number: str) -> Client | None:
        """Return the client with this case number, an active one before an archived one; None without any."""
        wanted = whole_text(case_number).strip()
        order = "archived_at IS NOT NULL, created_at, id LIMIT 1"
        return next(iter(self._where("case_number = ? AND case_number <> ''", (wanted,), order)), None)

    def next_case_number(self) -> str:
        """Return the number after the highest case number that is a plain number, from 1001 on."""
        row = self._session.row(
            "SELECT max(CAST(case_number AS INTEGER)) FROM client WHERE case_number NOT GLOB '*[^0-9]*' "
            "AND length(case_number) BETWEEN 1 AND ?",
            (_LONGEST_COUNTED,),
        )
        highest = int(str(row[0])) if row and row[0] is not None else 0
        return str(max(highest + 1, _FIRST_CASE_NUMBER))

    def search(self, words: str, limit: int = 200, *, archived: bool = False) -> list[str]:
        """Return the ids of the clients that match all of `words`; a whole case number comes first."""
        found = super().search(words, limit, archived=archived)
        exact = self._session.texts(
            "SELECT id FROM client WHERE case_number = ? AND case_number <> '' "
            f"AND archived_at IS {'NOT ' if archived else ''}NULL ORDER BY created_at, id",
            (whole_text(words).strip()[:100],),
        )
        return list(dict.fromkeys([*exact, *found]))[:limit]
