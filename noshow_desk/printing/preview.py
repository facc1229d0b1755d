"""The paper on screen: white sheets in every theme, as they will leave the printer."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from noshow_desk.domain.blocks import Letter
from noshow_desk.export.options import PaperSize
from noshow_desk.printing.picture import render_page
from noshow_desk.printing.printout import Printout, lay_out_for_reading

FIT_WIDTH = "width"
FIT_PAGE = "page"
_GAP = 16  # pixels around and between sheets
_EDGE = QColor(0, 0, 0, 40)
_SHADOW = QColor(0, 0, 0, 22)
_LEAST_DPI, _MOST_DPI = 20.0, 400.0
_SCREEN_DPI = 96.0
_BODY_POINTS = 10.0  # of the screens' text at 100 %
_LEAST_INCHES = 1.6  # a column of some twenty letters


class PaperPreview(QAbstractScrollArea):
    """Shows a letter or a printout; screen readers get its text.

    A letter is set anew for this width, as large as the screen's text; what is missing in it is yellow, own
    words are tinted. A printout is shown as it prints, its sheets fitted by `zoom`: FIT_WIDTH or FIT_PAGE.
    """

    page_count_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None, zoom: str = FIT_WIDTH) -> None:
        super().__init__(parent)
        self._printout: Printout | None = None
        self._set_anew: Callable[[float], Printout] | None = None
        self._zoom = zoom
        self._pictures: dict[int, QPixmap] = {}
        self._dpi = _SCREEN_DPI
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The ground is that of the widget the paper lies on.
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setSingleStep(40)

    def show_letter(self, letter: Letter) -> None:
        """Lay out `letter` and show it at the place where the last one was read."""
        self._set_anew = partial(lay_out_for_reading, letter)
        self._show(self._set_anew(self._reading_inches()))

    def show_printout(self, printout: Printout) -> None:
        """Show the pages of `printout`."""
        self._set_anew = None
        self._show(printout)

    def _show(self, printout: Printout) -> None:
        before = self.page_count
        self._printout = printout
        self.setAccessibleName(printout.title)
        self.setAccessibleDescription(printout.text())
        self._refresh()
        if before != self.page_count:
            self.page_count_changed.emit(self.page_count)

    def clear(self) -> None:
        """Show no paper."""
        self._printout = None
        self._set_anew = None
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        self._refresh()
        self.page_count_changed.emit(0)

    @property
    def page_count(self) -> int:
        """The number of sheets shown."""
        return self._printout.page_count if self._printout is not None else 0

    def sizeHint(self) -> QSize:
        """Return room for a sheet at half its size."""
        return QSize(440, 570)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sheets to the new size."""
        super().resizeEvent(event)
        if self._set_anew is not None:
            self._printout = self._set_anew(self._reading_inches())
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheets that are in sight, and the ring of the focus."""
        painter = QPainter(self.viewport())
        for page in range(self.page_count):
            place = self._place(page)
            if place.intersects(event.rect()):
                painter.fillRect(place.adjusted(-1, 2, 2, 4), _SHADOW)
                painter.drawPixmap(place.topLeft(), self._picture(page))
                painter.setPen(_EDGE)
                painter.drawRect(place.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _refresh(self) -> None:
        self._pictures.clear()
        self._dpi = self._fitting_dpi()
        sheet, view = self._sheet(), self.viewport().size()
        height = self.page_count * (sheet.height() + _GAP) + _GAP if self.page_count else 0
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setRange(0, max(0, height - view.height()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, sheet.width() + 2 * _GAP - view.width()))
        self.viewport().update()

    def _fitting_dpi(self) -> float:
        if self._set_anew is not None:
            return self._text_dpi()
        width, height = self._inches()
        fit = self._room() / width
        if self._zoom == FIT_PAGE:
            fit = min(fit, (self.maximumViewportSize().height() - 2 * _GAP) / height)
        return _bounded(fit)

    def _room(self) -> int:
        """Return the pixels for a sheet's width; always less the bar's, so that sheets do not tremble."""
        return self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width() - 2 * _GAP

    def _text_dpi(self) -> float:
        """Return the dots to the inch at which paper text is as large as the text of this window."""
        return _bounded(self.logicalDpiX() * self.font().pointSizeF() / _BODY_POINTS)

    def _reading_inches(self) -> float:
        return max(self._room() / self._text_dpi(), _LEAST_INCHES)

    def _inches(self) -> tuple[float, float]:
        if self._printout is None:
            return PaperSize.LETTER.inches
        return self._printout.sheet.width, self._printout.sheet.height

    def _sheet(self) -> QSize:
        width, height = self._inches()
        return QSize(math.floor(width * self._dpi), math.floor(height * self._dpi))

    def _place(self, page: int) -> QRect:
        """Return where `page` stands in the viewport."""
        sheet = self._sheet()
        left = max(_GAP, (self.viewport().width() - sheet.width()) // 2) - self.horizontalScrollBar().value()
        top = _GAP + page * (sheet.height() + _GAP) - self.verticalScrollBar().value()
        return QRect(QPoint(left, top), sheet)

    def _picture(self, page: int) -> QPixmap:
        assert self._printout is not None
        if page not in self._pictures:
            ratio = self.devicePixelRatioF()
            picture = QPixmap.fromImage(render_page(self._printout, page, self._dpi * ratio))
            picture.setDevicePixelRatio(ratio)
            self._pictures[page] = picture
        return self._pictures[page]


def _bounded(dpi: float) -> float:
    return min(max(dpi, _LEAST_DPI), _MOST_DPI)
