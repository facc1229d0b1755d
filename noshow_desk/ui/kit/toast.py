"""The bar that says what was done and offers to undo it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.kit.base import (
    CONTROL_RADIUS,
    GRID,
    Painted,
    antialiased,
    paint_box,
    plain_tip,
    text_width,
)
from noshow_desk.ui.kit.buttons import IconButton, LinkButton
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.theme import current_look

SHOWN_MS = 12_000
MARGIN = 16
ANY_WIDTH = 10_000  # pixels: wider than any window
LONGEST = 240  # characters: about three lines of a narrow window in large letters


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say `sentence` at once."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # deferred: not for the first window

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class _ToastLink(LinkButton):
    """The undo: its first and last words always stand there, a very long name loses its middle."""

    def __init__(self) -> None:
        super().__init__("", "undo-2")
        self._whole = ""

    def show_words(self, words: str) -> None:
        """Show `words`, whole until the button has to fit a narrower room."""
        self._whole = words
        self.setAccessibleName(words)
        self.fit(ANY_WIDTH)

    def fit(self, room: int) -> None:
        """Take at most `room` pixels of width."""
        self.setText(self._whole.replace("&", "&&"))
        over = self.sizeHint().width() - room
        if over > 0:
            font = current_look().font(self.text_role)
            words = text_width(self._whole, font) - over
            shown = QFontMetrics(font).elidedText(self._whole, Qt.TextElideMode.ElideMiddle, words)
            self.setText(shown.replace("&", "&&"))
        plain_tip(self, self._whole if over > 0 else "")

    def colors(self) -> tuple[QColor | None, QColor | None, QColor]:
        return None, None, current_look().color("toast_link")

    def ring_role(self) -> str:
        return "toast_link"


class _ToastClose(IconButton):
    def colors(self) -> tuple[QColor | None, QColor | None, QColor]:
        return None, None, current_look().color("toast_text")

    def ring_role(self) -> str:
        return "toast_link"


class Toast(Painted, QFrame):
    """One sentence and, when the act can be undone, a named undo button.

    `undone` tells the act that was given to `say`. It leaves by itself, but not while pointed at or focused.
    `fit` says how wide it may be.
    """

    undone = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act = self._sentence = ""
        self._label = PlainLabel("", tone="toast", wrap=True)
        self._label.setContentsMargins(0, GRID, 0, GRID)
        self._undo = _ToastLink()
        self._close = _ToastClose("x", _("Close this message"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(MARGIN, GRID, GRID, GRID)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._label, 0, 0)
        self._grid.addWidget(self._undo, 0, 1)
        self._grid.addWidget(self._close, 0, 2, Qt.AlignmentFlag.AlignTop)
        self.hide()
        self._connect()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_timeout)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._close.clicked.connect(self.hide)

    def say(self, sentence: str, *, undo: str = "", act: str = "") -> None:
        """Show `sentence`; `undo` names the button ("Undo archive Marcus Reed"), `act` is what it undoes."""
        self._act = act
        self._sentence = sentence
        self._label.setText(_shortened(sentence))
        self._undo.show_words(undo)
        self._undo.setVisible(bool(undo))
        self.setAccessibleName(sentence)
        self.fit(ANY_WIDTH)
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, sentence)

    def text(self) -> str:
        """Return what is said."""
        return self._sentence

    def fit(self, room: int) -> None:
        """Take at most `room` pixels of width: all in one line, or else the sentence in as many as it needs
        and the undo below it.
        """
        margins, gap = self._grid.contentsMargins(), self._grid.horizontalSpacing()
        edges = margins.left() + margins.right()
        words = text_width(self._label.text(), current_look().font("body")) + 2
        line = edges + words + self._close.sizeHint().width() + 2 * gap
        self._undo.fit(room - edges)
        undo = 0 if self._undo.isHidden() else self._undo.sizeHint().width()
        self._grid.removeWidget(self._undo)
        if line + undo > room:
            self._grid.addWidget(self._undo, 1, 0, 1, 3, Qt.AlignmentFlag.AlignRight)
            width = min(max(line, undo + edges), room)
        else:
            self._grid.addWidget(self._undo, 0, 1)
            width = line + undo
        self._grid.activate()
        self.resize(width, self.heightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter:
            self._timer.stop()
        elif event.type() == QEvent.Type.Leave and self.isVisible():
            self._timer.start()
        return super().event(event)

    def paintEvent(self, _event: object) -> None:
        look = current_look()
        painter = antialiased(self)
        border = look.color("text") if look.high_contrast else None
        paint_box(painter, QRectF(self.rect()), CONTROL_RADIUS, look.color("toast"), border)
        painter.end()

    def _on_timeout(self) -> None:
        if self._undo.hasFocus() or self._close.hasFocus():
            self._timer.start()
            return
        self.hide()

    def _on_undo_clicked(self) -> None:
        self.hide()
        self.undone.emit(self._act)


def _shortened(sentence: str) -> str:
    """Return `sentence`, without its middle where it would fill the window: a name may be very long."""
    if len(sentence) <= LONGEST:
        return sentence
    half = LONGEST // 2
    return f"{sentence[:half].rstrip()}…{sentence[-half:].lstrip()}"
