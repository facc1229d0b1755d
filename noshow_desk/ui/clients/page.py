"""The Clients page: who at the left, everything about one of them at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.detail import ClientDetail
from noshow_desk.ui.clients.list_pane import ListPane
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.shell.page import Page
from noshow_desk.ui.theme import current_look
from noshow_desk.ui.wishes import Wish

LIST_WIDTH = 336
MOST_OF_WIDTH = 0.38


class ClientsPage(Page):
    """Search as you type, and the client who is chosen. `Wish("client", id, tab)` shows one; tab
    "edit" edits.
    """

    help_topic = "clients"
    acts = ("find",)

    def __init__(self, desk: Desk, bridge: Bridge, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.list = ListPane(desk)
        self.detail = ClientDetail(desk, bridge, dialogs)
        split = self._split = QSplitter(Qt.Orientation.Horizontal)
        self._moved = False
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        self._connect()

    def _connect(self) -> None:
        self._split.splitterMoved.connect(self._on_split_splitter_moved)
        self.list.chosen.connect(self.detail.show_client)
        self.list.add_wanted.connect(self._on_list_add_wanted)
        self.list.list_wanted.connect(self._on_list_list_wanted)
        self.detail.wished.connect(self.wished)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its width, less where the window is narrow; a line that was dragged stays."""
        super().resizeEvent(event)
        if not self._moved:
            width = min(current_look().px(LIST_WIDTH), round(self.width() * MOST_OF_WIDTH))
            self._split.setSizes([width, self.width() - width])

    def visit(self, wish: Wish) -> None:
        """Show the client that a wish names."""
        if wish.kind == "client" and wish.id:
            self.list.pick(wish.id)
            self.detail.visit(wish)

    def reload(self, changes: object | None) -> None:
        """Read the list and the client on show again."""
        self.list.reload()
        self.detail.reload()

    def leave(self) -> bool:
        """Write what is being typed about the client."""
        return self.detail.leave()

    def start(self) -> QWidget | None:
        """Return the list."""
        return self.list.start()

    def state(self) -> object:
        """Return who is chosen and which tab is on top."""
        return self.list.view.key(), self.detail.tabs.current()

    def restore(self, state: object) -> None:
        """Show that client and tab again."""
        client_id, tab = state if isinstance(state, tuple) else ("", "")
        if client_id:
            self.list.pick(client_id)
        if tab:
            self.detail.tabs.turn_to(tab)

    def handle(self, action: str) -> bool:
        """Ctrl+F goes to the filter."""
        if action != "find":
            return False
        self.list.box.setFocus()
        self.list.box.selectAll()
        return True

    def _on_split_splitter_moved(self, _at: int, _index: int) -> None:
        self._moved = True

    def _on_list_add_wanted(self) -> None:
        self.wished.emit(Wish("add_client"))

    def _on_list_list_wanted(self) -> None:
        self.wished.emit(Wish("bring_in"))
