"""Records of one client in the order of their time: contact notes, releases, supervision notes."""

from __future__ import annotations

from noshow_desk.storage.records import R, Records
from noshow_desk.storage.session import Session


class OfClient(Records[R]):
    """A store that is read client by client; `time` is the column that orders it."""

    def __init__(self, session: Session, table: str, record: type[R], time: str) -> None:
        super().__init__(session, table, record)
        self._time = time

    def of_client(self, client_id: str) -> list[R]:
        """Return the client's records, the latest first."""
        order = f'"{self._time}" DESC, rowid DESC'
        return self._where("client_id = ? AND archived_at IS NULL", (client_id,), order)
