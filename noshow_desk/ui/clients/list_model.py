"""The client list: ids of everybody who matches, rows only for the part that is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from noshow_desk.services.queries.rows import ClientRow
from noshow_desk.ui.kit.base import one_line
from noshow_desk.ui.kit.row_list import RowItem, RowRole
from noshow_desk.ui.role_tones import ROLE_TONES

PAGE = 40
MOST_PAGES = 25
Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[list[str]], list[ClientRow]]


class ClientListModel(QStringListModel):
    """Holds ids; `fetch` brings the rows of one page when it is painted. The last 25 pages are kept.

    Qt holds nothing but how many there are: laying out 100,000 rows asks for that at each row, which takes
    0.3 s when Python answers, and handing it 100,000 ids takes 20 ms at a key.
    """

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: list[str] = []
        self._pages: dict[int, list[RowItem]] = {}

    def show_ids(self, ids: Sequence[str]) -> None:
        """List these clients."""
        self._ids = list(ids)
        self._pages.clear()
        self.setStringList([])
        if self._ids:
            self.insertRows(0, len(self._ids))

    def refresh(self) -> None:
        """Read the rows again; who is listed stays."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def row_of(self, client_id: str) -> int:
        """Return the row of a client, -1 when not listed."""
        try:
            return self._ids.index(client_id) if client_id else -1
        except ValueError:
            return -1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are chosen, never typed over."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag(0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == RowRole:
            return self._row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._row(index.row()).title)
        return self._row(index.row()).said() if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _row(self, at: int) -> RowItem:
        number, place = divmod(at, PAGE)
        if number not in self._pages:
            while len(self._pages) >= MOST_PAGES:
                self._pages.pop(next(iter(self._pages)))
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            found = {row.id: _item(row) for row in self._fetch(ids)}
            self._pages[number] = [found.get(one, RowItem(one, "")) for one in ids]
        return self._pages[number][place]


def _item(row: ClientRow) -> RowItem:
    return RowItem(
        key=row.id,
        title=row.name,
        second=row.second.say(),
        initials=row.initials,
        chip=row.chip.say() if row.chip else "",
        chip_tone=ROLE_TONES[row.chip_role],
    )
