"""The bar that says what was done and offers to undo it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.kit.base import CONTROL_RADIUS, GRID, Painted, antialiased, paint_box
from noshow_desk.ui.kit.buttons import IconButton, LinkButton
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.theme import current_look

SHOWN_MS = 12_000


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say `sentence` at once."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # deferred: not for the first window

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class _ToastLink(LinkButton):
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
    With `wrap` it takes several lines, for a narrow window.
    """

    undone = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, wrap: bool = False) -> None:
        super().__init__(parent)
        self._act = ""
        self._label = PlainLabel("", tone="toast", wrap=wrap)
        self._undo = _ToastLink("", "undo-2")
        self._close = _ToastClose("x", _("Close this message"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, GRID, GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._label, 1)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        self.hide()
        self._connect()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_timeout)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._close.clicked.connect(self.hide)

    def say(self, sentence: str, *, undo: str = "", act: str = "") -> None:
        """Show `sentence`; `undo` names the button ("Undo archive Marcus Reed"), `act` is what it undoes."""
        self._act = act
        self._label.setText(sentence)
        self._undo.setText(undo.replace("&", "&&"))
        self._undo.setVisible(bool(undo))
        self.setAccessibleName(sentence)
        self.adjustSize()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, sentence)

    def text(self) -> str:
        """Return what is said."""
        return self._label.text()

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
