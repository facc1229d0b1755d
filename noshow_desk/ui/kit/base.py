"""What every painted widget shares: the grid, rounded boxes, the focus ring, elided text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from noshow_desk.ui.theme import current_look

GRID = 4
GAP, PAGE_MARGIN, CARD_PADDING = 8, 24, 16
CARD_RADIUS, CONTROL_RADIUS = 10, 7
RING = 2
_RESTYLING = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange)


class Painted:
    """Mixed into a QWidget that paints itself: measures and paints anew when the look changes."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new theme or text scale."""
        super().changeEvent(event)  # type: ignore[misc]
        if event.type() in _RESTYLING:
            self.restyle()

    def restyle(self) -> None:
        """Forget measured sizes; called on each change of look."""
        assert isinstance(self, QWidget)
        self.updateGeometry()
        self.update()


def antialiased(widget: QWidget) -> QPainter:
    """Return a painter on `widget` with smooth edges; the caller ends it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def paint_box(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, border: QColor | None = None
) -> None:
    """Fill and outline a rounded rectangle; the outline of 1 px lies inside `rect`."""
    painter.setPen(QPen(border, 1) if border else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
    inside = rect.adjusted(0.5, 0.5, -0.5, -0.5) if border else rect
    radius = min(radius, inside.height() / 2, inside.width() / 2)
    painter.drawRoundedRect(inside, radius, radius)


def paint_ring(painter: QPainter, rect: QRectF, radius: float, role: str = "focus") -> None:
    """Draw the focus ring, 2 px, just inside `rect`."""
    painter.setPen(QPen(current_look().color(role), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = rect.adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2)
    painter.drawRoundedRect(inside, max(radius - 1, 0), max(radius - 1, 0))


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
) -> None:
    """Draw one line of plain text, shortened with … where it does not fit."""
    painter.setFont(font)
    painter.setPen(color)
    shown = QFontMetricsF(font).elidedText(one_line(text), Qt.TextElideMode.ElideRight, rect.width() + 1)
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), from_the_left(shown))


def from_the_left(text: str) -> str:
    """Return `text` with marks that nobody sees around words that run from the right: a sentence that begins
    with an Arabic name would be laid out from the right, its parts exchanged.
    """
    if text.isascii():
        return text
    from noshow_desk.export.words import kept_apart  # deferred: not for the first window

    return kept_apart(text)


def one_line(text: str) -> str:
    """Return `text` with its line breaks and runs of blanks made single blanks."""
    return " ".join(text.split())


def text_width(text: str, font: QFont) -> int:
    """Return the width of `text` in pixels, rounded up."""
    return int(QFontMetricsF(font).horizontalAdvance(text) + 0.999)


def line_height(font: QFont) -> int:
    """Return the height of a line in pixels, rounded up."""
    return int(QFontMetricsF(font).height() + 0.999)


def repolish(widget: QWidget) -> None:
    """Apply the style sheet anew after a dynamic property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def mark_wrong(widget: QWidget, wrong: bool) -> None:
    """Paint a field as one to look at again, or no longer."""
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        repolish(widget)


def plain_tip(widget: QWidget, text: str) -> None:
    """Give `widget` a tool tip that is never rich text: Qt would open files named in one."""
    # Written out: the module html costs the first window ten milliseconds.
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    widget.setToolTip(text if safe == text else f"<span>{safe}</span>")


def set_ground(widget: QWidget, role: str) -> None:
    """Lay `widget` on a ground of its own: "surface", "window" or "canvas"."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setProperty("ground", role)
