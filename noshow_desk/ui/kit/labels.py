"""Labels that can only ever show plain text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.kit.base import (
    GAP,
    Painted,
    antialiased,
    from_the_left,
    paint_text,
    plain_tip,
    repolish,
)
from noshow_desk.ui.theme import current_look


class PlainLabel(QLabel):
    """Text exactly as it is: a client called `<img src=…>` stays a name.

    `role` is a type role of theme.TYPE, `tone` a colour: "" (text), muted, accent, red, amber, green, coach …
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        super().setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setText(text)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show `text`, from the left also where it begins with an Arabic name."""
        self._said = text
        super().setText(from_the_left(text))

    def text(self) -> str:
        """Return what `setText` was given."""
        return self._said

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def minimumSizeHint(self) -> QSize:
        """A name of 300 letters without a blank must not make the page that wide."""
        hint = super().minimumSizeHint()
        return hint.boundedTo(QSize(current_look().px(120), hint.height())) if self.wordWrap() else hint

    def setTextFormat(self, _format: Qt.TextFormat) -> None:
        """Do nothing: this label stays plain."""

    def set_tone(self, tone: str) -> None:
        """Change the colour role."""
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            repolish(self)


class ElidedLabel(PlainLabel):
    """One line, shortened with … where there is no room; the tool tip then has the whole."""

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(current_look().px(60), super().sizeHint().width()), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.contentsRect())
        paint_text(painter, rect, self.text(), self.font(), self.palette().color(self.foregroundRole()))
        painter.end()
        plain_tip(self, "" if self.sizeHint().width() <= self.width() else self.text())


class IconLabel(Painted, QWidget):
    """A small picture that says nothing by itself; the text beside it does."""

    def __init__(
        self, name: str, color: str = "muted", size: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._color, self._size = name, color, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, color: str = "") -> None:
        """Show another icon, in another colour role when given."""
        self._name, self._color = name, color or self._color
        self.update()

    def sizeHint(self) -> QSize:
        side = current_look().px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: object) -> None:
        painter = antialiased(self)
        look = current_look()
        paint_icon(painter, self._name, look.color(self._color), 0, 0, look.px(self._size))
        painter.end()


class StatusLine(QWidget):
    """A quiet line such as "Saved 10:06 AM" with its icon."""

    def __init__(
        self, text: str = "", icon: str = "save", tone: str = "muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon, tone, 16)
        self._label = PlainLabel(text, "hint", "canvas" if tone == "canvas_muted" else tone, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self._icon.setVisible(bool(text))

    def show_status(self, text: str, icon: str = "") -> None:
        """Say `text`; an empty text hides the icon too."""
        self._label.setText(text)
        if icon:
            self._icon.set_icon(icon)
        self._icon.setVisible(bool(text))

    def text(self) -> str:
        """Return what is said."""
        return self._label.text()
