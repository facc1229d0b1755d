"""Small pictures of pages, and how far two of them are apart.

A golden picture is a page at 40 dots to the inch in sixteen greys. Two pictures are compared in cells: a cell
holds what is in it on the average, so that smoothing letters in another way stays small while a line that
moved, went missing or is set in another font does not.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from noshow_desk.printing.picture import render_page
from noshow_desk.printing.printout import Printout

DPI = 40
_FINER = 4  # times: painted larger and then averaged, smoothing matters less
_GREYS = bytes(min(round(value / 17) * 17, 255) for value in range(256))
_CELL = 8  # pixels, somewhat less than a line of text
LIMIT = 32  # of 255. Another smoothing makes up to 25, a line moved by a pixel 40 and more.


def small_page(printout: Printout, page: int) -> QImage:
    """Return one page as a golden picture."""
    return small(render_page(printout, page, DPI * _FINER), printout)


def small(picture: QImage, printout: Printout) -> QImage:
    """Return any picture of a page of `printout` as a golden picture."""
    size = QSize(round(printout.sheet.width * DPI), round(printout.sheet.height * DPI))
    plain = picture.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
    grey = plain.convertToFormat(QImage.Format.Format_Grayscale8)
    bits = bytes(grey.constBits()).translate(_GREYS)
    return QImage(bits, grey.width(), grey.height(), grey.bytesPerLine(), grey.format()).copy()


def read(path: Path) -> QImage:
    """Return a golden picture from its file; a null one where there is none."""
    return QImage(str(path)).convertToFormat(QImage.Format.Format_Grayscale8)


def apart(one: QImage, other: QImage) -> int:
    """Return how far two pictures are apart, 0 to 255: the mean difference of the cell that differs most."""
    if one.size() != other.size():
        return 255
    difference = one.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    return max(_cells(difference))


def pixels(grey: QImage) -> bytes:
    """Return the pixels of a grey picture row by row, without what fills a row up in memory."""
    stride, bits = grey.bytesPerLine(), bytes(grey.constBits())
    return b"".join(bits[row * stride : row * stride + grey.width()] for row in range(grey.height()))


def _cells(picture: QImage) -> bytes:
    size = QSize(picture.width() // _CELL, picture.height() // _CELL)
    cells = picture.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
    return pixels(cells.convertToFormat(QImage.Format.Format_Grayscale8))
