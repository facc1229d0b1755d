"""The list of fields that Ctrl+Space offers, narrowed by what is typed while it is open."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QWidget

from noshow_desk.services.queries import folded
from noshow_desk.ui.theme import current_look

_FOLDED = Qt.ItemDataRole.UserRole + 1
WIDTH = 280  # pixels at 100 % text
# They belong to the list while it is open.
OFFER_KEYS = frozenset({Qt.Key.Key_Enter, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab})


class FieldOffers(QCompleter):
    """Offers `names` below a place in `editor`; Enter takes the first, or the one that was gone to."""

    def __init__(self, names: Iterable[str], editor: QWidget) -> None:
        super().__init__(editor)
        self._names: tuple[str, ...] = ()
        self.setModel(QStandardItemModel(self))
        self.show_names(names)
        self.setCompletionRole(_FOLDED)
        self.setWidget(editor)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self._made: QAbstractItemView | None = None

    def show_names(self, names: Iterable[str]) -> None:
        """Offer other names from now on."""
        model, wanted = self.model(), tuple(names)
        assert isinstance(model, QStandardItemModel)  # made above
        if wanted == self._names:
            return
        self._names = wanted
        model.clear()
        for name in wanted:
            item = QStandardItem(name)
            item.setData(folded(name), _FOLDED)
            model.appendRow(item)

    def is_open(self) -> bool:
        """Say whether the list is on the screen."""
        return self._made is not None and self._made.isVisible()

    def offer(self, typed: str, place: QRect) -> None:
        """Show the names that hold `typed`, with or without accents, below `place`; nothing where there are
        none.
        """
        self.setCompletionPrefix(folded(typed))
        if not self.completionCount():
            self.close()
            return
        below = QRect(place)
        below.setWidth(current_look().px(WIDTH))
        found = self._list()
        self.complete(below)
        found.setCurrentIndex(self.completionModel().index(0, 0))

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the name itself, not what it is compared by."""
        return str(index.data())

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
