"""Buttons: one primary a screen, secondary, link and icon buttons, all painted with a proper gap and ring."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.kit.base import (
    CONTROL_RADIUS,
    GAP,
    Painted,
    antialiased,
    line_height,
    paint_box,
    paint_ring,
    plain_tip,
    text_width,
)
from noshow_desk.ui.theme import current_look

ICON = 20


class Button(Painted, QPushButton):
    """A button with an icon (by name), a text with an optional &mnemonic, or both.

    `icon_after` puts the icon behind the text. Subclasses say what it looks like.
    """

    text_role = "body"
    margin = 14

    def __init__(
        self, text: str = "", icon: str = "", *, icon_after: bool = False, parent: QWidget | None = None
    ) -> None:
        # Not super().__init__(text, parent): to rule out its other form, PySide would build QIcon first.
        super().__init__(parent)
        self.setText(text)
        self._icon_name, self._icon_after = icon, icon_after
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_icon_name(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a focused button as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        look = current_look()
        font = look.font(self.text_role)
        icon = look.px(ICON) if self._icon_name else 0
        text = text_width(self._shown_text(), font) if self.text() else 0
        gap = GAP if icon and text else 0
        height = max(line_height(font), icon - 4) + look.px(16)
        return QSize(icon + gap + text + 2 * self.margin, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def colors(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Return fill, border and text colour for the present state."""
        look = current_look()
        if not self.isEnabled():
            return look.color("window"), look.color("border"), look.color("disabled")
        fill = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        return look.color(fill), look.color("outline"), look.color("text")

    def paintEvent(self, _event: object) -> None:
        painter = antialiased(self)
        fill, border, text = self.colors()
        rect = QRectF(self.rect())
        paint_box(painter, rect, CONTROL_RADIUS, fill, border)
        self._paint_content(painter, rect, text)
        if self.hasFocus():
            paint_ring(painter, rect, CONTROL_RADIUS, self.ring_role())
        painter.end()

    def ring_role(self) -> str:
        """Return the colour role of the focus ring."""
        return "focus"

    def _shown_text(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def paint_sign(self, painter: QPainter, rect: QRectF, color: QColor) -> None:
        """Draw the icon; a subclass may draw something else there."""
        paint_icon(painter, self._icon_name, color, rect.x(), rect.y(), round(rect.width()))

    def _paint_content(self, painter: QPainter, rect: QRectF, color: QColor) -> None:
        look = current_look()
        font = look.font(self.text_role)
        icon = look.px(ICON) if self._icon_name else 0
        text = text_width(self._shown_text(), font) if self.text() else 0
        gap = GAP if icon and text else 0
        left = rect.x() + (rect.width() - icon - gap - text) / 2
        text_left = left if self._icon_after else left + icon + gap
        icon_left = left + text + gap if self._icon_after else left
        if icon:
            self.paint_sign(painter, QRectF(icon_left, rect.center().y() - icon / 2, icon, icon), color)
        painter.setFont(font)
        painter.setPen(color)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(text_left, rect.y(), text + 2, rect.height()), int(flags), self.text())


class SecondaryButton(Button):
    """An outlined button."""


class PrimaryButton(Button):
    """The one thing to do on this screen."""

    text_role = "strong"

    def colors(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Return the accent, darker under the pointer."""
        look = current_look()
        if not self.isEnabled():
            return look.color("pressed"), None, look.color("disabled")
        fill = "accent_pressed" if self.isDown() else "accent_hover" if self.underMouse() else "accent"
        return look.color(fill), None, look.color("on_accent")

    def paintEvent(self, event: object) -> None:
        """Draw a second, inner ring: accent on accent alone would not be seen."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = antialiased(self)
        paint_ring(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), CONTROL_RADIUS - 2, "on_accent")
        painter.end()


class LinkButton(Button):
    """A button that looks like a link: accent text, no box until hovered."""

    text_role = "strong"
    margin = 10

    def colors(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Return no box, only text, until the pointer is over it."""
        look = current_look()
        if not self.isEnabled():
            return None, None, look.color("disabled")
        fill = look.color("pressed" if self.isDown() else "hover") if self.underMouse() else None
        return fill, None, look.color("link")


class IconButton(Button):
    """A square button that is only an icon; `name` is what a screen reader and the tool tip say."""

    margin = 8

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", icon, parent=parent)
        self.setAccessibleName(name)
        plain_tip(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = super().sizeHint().height()
        return QSize(side, side)

    def colors(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Return no box until the pointer is over it."""
        look = current_look()
        if not self.isEnabled():
            return None, None, look.color("disabled")
        fill = look.color("pressed" if self.isDown() else "hover") if self.underMouse() else None
        return fill, None, look.color("text")
