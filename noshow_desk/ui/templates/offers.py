"""The list of fields that Ctrl+Space offers, narrowed by what is typed while it is open."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QWidget

from noshow_desk.ui.theme import current_look

WIDTH = 280  # pixels at 100 % text
# They belong to the list while it is open.
OFFER_KEYS = frozenset({Qt.Key.Key_Enter, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab})


class FieldOffers(QCompleter):
    """Offers `names` below a place in `editor`; Enter takes the first, or the one that was gone to."""

    def __init__(self, names: Iterable[str], editor: QWidget) -> None:
        super().__init__(editor)
        self.setModel(QStringListModel(list(names), self))
        self.setWidget(editor)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self._made: QAbstractItemView | None = None

    def is_open(self) -> bool:
        """Say whether the list is on the screen."""
        return self._made is not None and self._made.isVisible()

    def offer(self, typed: str, place: QRect) -> None:
        """Show the names that hold `typed`, below `place`; nothing where there are none."""
        self.setCompletionPrefix(typed)
        if not self.completionCount():
            self.close()
            return
        below = QRect(place)
        below.setWidth(current_look().px(WIDTH))
        found = self._list()
        self.complete(below)
        found.setCurrentIndex(self.completionModel().index(0, 0))

    def close(self) -> None:
        """Take the list off the screen."""
        if self._made is not None:
            self._made.hide()

    def _list(self) -> QAbstractItemView:
        """Return the list, made when it is first needed: Qt makes it a window of its own, which an editor
        that nobody asked for fields would leave behind.
        """
        if self._made is None:
            self._made = self.popup()
            assert self._made is not None  # made by the question for it
            self._made.setProperty("offers", True)
        return self._made
