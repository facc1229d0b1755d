"""Pages as pictures, without a window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from noshow_desk.printing.printout import Printout
from noshow_desk.printing.sheet import LAYOUT_DPI


def render_pages(printout: Printout, dpi: int = 96) -> list[QImage]:
    """Return every page of `printout` as a picture on white, `dpi` dots to the inch."""
    return [render_page(printout, page, dpi) for page in range(printout.page_count)]


def render_page(printout: Printout, page: int, dpi: float) -> QImage:
    """Return one page (from 0) as a picture."""
    width, height = round(printout.sheet.width * dpi), round(printout.sheet.height * dpi)
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(dpi / LAYOUT_DPI, dpi / LAYOUT_DPI)
    printout.paint(painter, page)
    painter.end()
    return picture
