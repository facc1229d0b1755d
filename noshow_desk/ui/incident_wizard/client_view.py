"""The screen turned over to the client: only this paper, large; no notes, no other names."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QScrollBar, QWidget

from noshow_desk.domain.blocks import Letter
from noshow_desk.i18n import _
from noshow_desk.ui.incident_wizard.give_back import GiveBack
from noshow_desk.ui.incident_wizard.paper_view import CLIENT_POINTS, SHEET_LEFT, SHEET_RIGHT, PaperView
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.pages import Canvas, PaperSheet

# As wide as it is easy to read.
WIDEST = 860

_Move = QAbstractSlider.SliderAction
# Wherever the keyboard is: the client who reads does not know of focus. Home and End stay the PIN field's.
_KEYS = {
    Qt.Key.Key_PageDown: _Move.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _Move.SliderPageStepSub,
    Qt.Key.Key_Down: _Move.SliderSingleStepAdd,
    Qt.Key.Key_Up: _Move.SliderSingleStepSub,
    Qt.Key.Key_Home: _Move.SliderToMinimum,
    Qt.Key.Key_End: _Move.SliderToMaximum,
}


class ClientView(Canvas):
    """One paper, a button to read on while there is more of it below, and the one that gives it back."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = PaperView()
        self._paper.setAccessibleName(_("The paper"))
        self._sheet = PaperSheet(left=SHEET_LEFT, right=SHEET_RIGHT)
        self._sheet.setMaximumWidth(WIDEST)
        self._sheet.show_paper(self._paper)
        self.read_on = SecondaryButton(_("There is more below: read on"), "chevron-down")
        self.last = GiveBack(before=self.read_on)
        self._keys = {self._shortcut(key): move for key, move in _KEYS.items()}
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._sheet, 8)
        middle.addStretch(1)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self.last)
        self.read_on.hide()
        self._connect()

    def _connect(self) -> None:
        self.last.given.connect(self.done)
        self.read_on.clicked.connect(self._on_read_on_clicked)
        self._bar().rangeChanged.connect(self._on_bar_moved)
        self._bar().valueChanged.connect(self._on_bar_moved)
        for shortcut in self._keys:
            shortcut.activated.connect(self._on_key_pressed)

    def show_letter(self, letter: Letter) -> None:
        """Show this paper, large, from its beginning."""
        self._paper.show_letter(letter, points=CLIENT_POINTS)
        self._bar().setValue(0)
        self.last.start()
        self._show_more()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the button that comes next, now that it can be taken."""
        super().showEvent(event)
        if not event.spontaneous() and self.last.done.isVisibleTo(self):
            (self.last.done if self.read_on.isHidden() else self.read_on).setFocus()

    def _shortcut(self, key: Qt.Key) -> QShortcut:
        return QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _bar(self) -> QScrollBar:
        """Ask for it each time: PySide may lose sight of the bar it handed out once."""
        return self._paper.verticalScrollBar()

    def _show_more(self) -> None:
        """Say that there is more while there is, with the keyboard on it: Enter reads on, then is done."""
        more = self._bar().value() < self._bar().maximum()
        before = not self.read_on.isHidden()
        if more == before:
            return
        focus = self.focusWidget()
        had_focus = focus is self.read_on
        self.read_on.setVisible(more)
        if more and focus is self.last.done:
            self.read_on.setFocus()
        elif had_focus:
            self.last.done.setFocus()

    def _on_bar_moved(self) -> None:
        self._show_more()

    def _on_read_on_clicked(self) -> None:
        self._bar().triggerAction(_Move.SliderPageStepAdd)

    def _on_key_pressed(self) -> None:
        shortcut = self.sender()
        assert isinstance(shortcut, QShortcut)
        self._bar().triggerAction(self._keys[shortcut])
