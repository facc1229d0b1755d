"""The number of a finding, or how many there are: filled for a must, an outline for a nudge."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from noshow_desk.i18n import _
from noshow_desk.ui.kit.base import paint_box
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.theme import current_look


def paint_badge(painter: QPainter, rect: QRectF, words: str, *, must: bool) -> None:
    """Draw `words`, a number, on a disc."""
    look = current_look()
    color = look.color("red_text" if must else "amber_text")
    ground = look.color("surface")
    paint_box(painter, rect, rect.height() / 2, color if must else ground, color)
    painter.setFont(look.font("over"))
    painter.setPen(ground if must else color)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


class PaperButton(SecondaryButton):
    """The button that shows the paper in the place of the form, with how much was found in it."""

    def __init__(self) -> None:
        super().__init__(_("&Paper"), "file-text")
        self._count, self._must = 0, False

    def show_found(self, count: int, said: str, *, must: bool) -> None:
        """Show the count of findings, of musts alone where `must`; screen readers say all, as `said`."""
        self._count, self._must = count, must
        self.setAccessibleName(_("Paper: {found}").format(found=said) if count else "")
        self.update()

    def paint_sign(self, painter: QPainter, rect: QRectF, color: QColor) -> None:
        """Draw the count in the place of the icon."""
        if self._count:
            paint_badge(painter, rect, str(self._count), must=self._must)
        else:
            super().paint_sign(painter, rect, color)
