"""The menu bar and the keys, both made from the table of actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from noshow_desk.i18n import _
from noshow_desk.ui.actions import ACTIONS, MENUS, MORE_KEYS, OF_A_PAGE, Action
from noshow_desk.ui.kit.base import one_line


class Menus(QObject):
    """Owns the QActions of a window; `triggered` tells the id of the action."""

    triggered = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._actions = {action.id: self._make(action) for action in ACTIONS}
        bar = window.menuBar()
        for menu_id, title in MENUS:
            menu = bar.addMenu(_(title))
            for action in ACTIONS:
                if action.menu == menu_id:
                    menu.addAction(self._actions[action.id])
        self.name_undo("")

    def action(self, action_id: str) -> QAction:
        """Return the QAction of a row."""
        return self._actions[action_id]

    def name_undo(self, words: str) -> None:
        """Name what Undo would undo; "" when there is nothing."""
        undo = self._actions["undo"]
        undo.setEnabled(bool(words))
        undo.setText(one_line(words).replace("&", "&&") if words else _("&Undo last act"))

    def offer(self, acts: Sequence[str]) -> None:
        """Let only those acts be chosen, of those that belong to a page, that the one on show carries out."""
        for action_id in OF_A_PAGE:
            self._actions[action_id].setEnabled(action_id in acts)

    def _make(self, row: Action) -> QAction:
        action = QAction(self._window)  # its forms with a text would make PySide build QIcon to rule them out
        action.setText(_(row.text))
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(key) for key in (row.shortcut, *MORE_KEYS.get(row.id, ())) if key])
        action.setMenuRole(QAction.MenuRole.NoRole)
        # Held by the window too, so that the keys work while the menu bar is hidden from the client.
        self._window.addAction(action)
        action.triggered.connect(self._on_triggered)
        return action

    def _on_triggered(self) -> None:
        self.triggered.emit(self.sender().objectName())
