"""A month to pick a day from, opened below a field."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from noshow_desk.i18n import LOCALES, _, language
from noshow_desk.ui.icons import icon
from noshow_desk.ui.kit.base import GRID


def screen_locale() -> QLocale:
    """Return the locale of the language of the screens."""
    return QLocale(LOCALES[language()])


class CalendarPopup(QFrame):
    """A month to pick a day from; Escape or a click elsewhere closes it."""

    picked = Signal(object)

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.Box)
        self._month = QCalendarWidget(self)
        self._month.setLocale(screen_locale())
        self._month.setAccessibleName(_("Calendar"))
        self._dress_month()
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setMinimumDate(QDate(1900, 1, 1))
        self._month.setMaximumDate(QDate(9999, 12, 31))
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        box = QVBoxLayout(self)
        box.setContentsMargins(GRID, GRID, GRID, GRID)
        box.addWidget(self._month)
        self._month.activated.connect(self._on_activated)
        self._month.clicked.connect(self._on_activated)

    def _dress_month(self) -> None:
        plain = self._month.headerTextFormat()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._month.setWeekdayTextFormat(day, plain)  # red is for someone who is waiting
        arrows = (
            ("prevmonth", "chevron-left", _("Month before")),
            ("nextmonth", "chevron-right", _("Next month")),
        )
        for part, picture, name in arrows:
            button = self._month.findChild(QToolButton, f"qt_calendar_{part}")
            if button is not None:
                button.setIcon(icon(picture))
                button.setAccessibleName(name)

    def open_below(self, widget: QWidget) -> None:
        """Open below `widget`, inside the screen."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + GRID))
        screen = widget.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        if place.y() + self.height() > screen.bottom():
            place.setY(widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - GRID)
        self.move(place)
        self.show()
        self._month.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_activated(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
