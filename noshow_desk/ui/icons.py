"""Lucide icons, drawn in any colour of the theme and sharp at any scale."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPixmap

from noshow_desk.paths import resource
from noshow_desk.ui.theme import current_look

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def _picture(name: str, color: str, pixels: int) -> QPixmap:
    """Return the icon as a picture of `pixels` × `pixels`.

    The drawing itself is told its colour and its size, and the image plug-in does the rest: no class of Qt is
    needed that the first window has not loaded already.
    """
    drawing = _source(name).replace(b"currentColor", color.encode())
    for side in (b"width", b"height"):
        drawing = drawing.replace(b'%s="24"' % side, b'%s="%d"' % (side, pixels), 1)
    picture = QPixmap()
    if not picture.loadFromData(drawing, "SVG"):
        raise FileNotFoundError(f"icon {name} cannot be drawn")
    return picture


def icon_pixmap(name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Return icon `name` in `color`, `size` logical pixels wide, for a screen of device pixel `ratio`."""
    pixmap = QPixmap(_picture(name, color.name(), max(1, round(size * ratio))))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def paint_icon(painter: QPainter, name: str, color: QColor, x: float, y: float, size: int) -> None:
    """Draw icon `name` with its upper left corner at (x, y)."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(x, y), icon_pixmap(name, color, size, ratio))


def icon(name: str, role: str = "text") -> QIcon:
    """Return a QIcon in a colour of the theme in force, for menus and message boxes.

    The widgets of the kit take an icon's name instead and follow a change of theme by themselves.
    """
    from PySide6.QtGui import QIcon  # deferred: its enumerations are not needed for the first window

    color = current_look().color(role)
    made = QIcon()
    for size in (16, 20, 24, 32, 40, 48):
        made.addPixmap(_picture(name, color.name(), size))
    return made
