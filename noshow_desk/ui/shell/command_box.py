"""The one box to find a client or run a command: what is typed, what is offered below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.actions import ACTIONS, plain_words
from noshow_desk.ui.kit.base import CONTROL_RADIUS, GRID, Painted, antialiased, paint_box
from noshow_desk.ui.kit.inputs import SearchBox
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.row_list import RowItem, RowModel, RowView
from noshow_desk.ui.theme import current_look
from noshow_desk.ui.wishes import Wish

SHOWN = 8
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class Found:
    """One thing the search found, and the wish that opens it."""

    title: str
    second: str
    wish: Wish
    icon: str = "user-round"


Search = Callable[[str], Sequence[Found]]


def find_commands(words: str) -> list[Found]:
    """Return the commands whose words all begin with what was typed; all of them for an empty box."""
    wanted = words.casefold().split()
    found = []
    for action in ACTIONS:
        if not action.command:
            continue
        text = plain_words(action)
        starts = text.casefold().split()
        if all(any(start.startswith(word) for start in starts) for word in wanted):
            found.append(Found(text, action.shortcut, Wish(action.id), action.icon or "arrow-right"))
    return found


class Offers(Painted, QFrame):
    """What the box offers; lies over the page, takes no focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = RowView(_("Clients and commands"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows = RowModel(parent=self)
        self.view.setModel(self.rows)
        self._nothing = PlainLabel(
            _("Nothing found. Try a name, a case number or part of a phone number."), tone="muted", wrap=True
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(GRID, GRID, GRID, GRID)
        box.addWidget(self.view)
        box.addWidget(self._nothing)
        self.hide()

    def offer(self, rows: Sequence[RowItem]) -> None:
        """Offer `rows`, the first one chosen."""
        self.rows.show_rows(rows)
        self.view.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self.view.pick(0 if rows else -1)
        height = (
            self.view.sizeHintForRow(0) * len(rows)
            if rows
            else self._nothing.heightForWidth(self.width() - 8) + 16
        )
        self.resize(self.width(), height + 2 * GRID + 2)

    def paintEvent(self, _event: object) -> None:
        look = current_look()
        painter = antialiased(self)
        paint_box(painter, QRectF(self.rect()), CONTROL_RADIUS, look.color("surface"), look.color("outline"))
        painter.end()


class CommandBox(SearchBox):
    """Search or run a command. `wished` tells what was chosen."""

    wished = Signal(object)

    def __init__(self, search: Search, window: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Search or run a command"), _("Search or run a command"), shortcut="Ctrl+K", parent=parent
        )
        self._search = search
        self._found: list[Found] = []
        self._offers = Offers(window)
        self._window = window
        self.setMinimumWidth(180)
        self._offers.view.clicked.connect(self._on_offer_clicked)
        self.edited.connect(self._on_edited)
        window.installEventFilter(self)

    def offers(self) -> Offers:
        """Return the list below the box."""
        return self._offers

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES and self._found:
            self._move(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._grant(self._offers.view.currentIndex().row())
        elif key == Qt.Key.Key_Escape and self._offers.isVisible():
            self.dismiss()
        elif key == Qt.Key.Key_Down:
            self._on_edited(self.text())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._offers.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While the program ends Qt still sends events to a box whose attributes Python has taken away.
        offers = self.__dict__.get("_offers")
        if offers is not None and event.type() == QEvent.Type.Resize and offers.isVisible():
            offers.hide()
        return False

    def _move(self, step: int) -> None:
        if not self._offers.isVisible():
            self._show_offers()
            return
        self._offers.view.pick((self._offers.view.currentIndex().row() + step) % len(self._found))

    def _on_edited(self, text: str) -> None:
        words = text.strip()
        people = list(self._search(words))[:SHOWN] if words else []
        self._found = people + find_commands(words)[: max(3, SHOWN - len(people))]
        self._show_offers()

    def _show_offers(self) -> None:
        self._offers.setFixedWidth(max(self.width(), current_look().px(360)))
        rows = [
            RowItem(str(at), found.title, found.second, icon=found.icon)
            for at, found in enumerate(self._found)
        ]
        self._offers.rows.show_rows(())
        self._offers.offer(rows)
        place = self.mapTo(self._window, QPoint(0, self.height() + GRID))
        place.setX(min(place.x(), self._window.width() - self._offers.width() - GRID))
        self._offers.move(place)
        self._offers.show()
        self._offers.raise_()

    def dismiss(self) -> None:
        """Empty the box and close the list."""
        self._offers.hide()
        self.clear()

    def _grant(self, row: int) -> None:
        if not self._offers.isVisible() or not 0 <= row < len(self._found):
            return
        wish = self._found[row].wish
        self.dismiss()
        self.wished.emit(wish)

    def _on_offer_clicked(self) -> None:
        self._grant(self._offers.view.currentIndex().row())
