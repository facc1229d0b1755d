"""The caseworker whose vault this is."""

from __future__ import annotations

from noshow_desk.domain.client import Caseworker
from noshow_desk.storage.records import Records
from noshow_desk.storage.session import Session


class Caseworkers(Records[Caseworker]):
    """The profile; a vault has one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "caseworker", Caseworker)

    def first(self) -> Caseworker | None:
        """Return the caseworker of this vault, or None before the first run is through."""
        return next(iter(self._where("archived_at IS NULL", order="created_at, id LIMIT 1")), None)
