"""Fields for a day, a time, or both: typed in plain words, shown with the name of the month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.i18n import _, clock, language
from noshow_desk.ui.kit.base import GRID
from noshow_desk.ui.kit.buttons import IconButton
from noshow_desk.ui.kit.calendar import CalendarPopup, screen_locale
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.kit.meaning import Meaning
from noshow_desk.ui.kit.moment_words import read_day, read_time
from noshow_desk.ui.theme import current_look

STEP_MINUTES = 15
EARLIEST, LATEST = date(1900, 1, 1), date(9999, 12, 31)


def day_words(day: date) -> str:
    """Return "Fri, Mar 13, 2026" or "vie, 13 mar 2026"."""
    pattern = "ddd, MMM d, yyyy" if language() == "en" else "ddd, d MMM yyyy"
    return screen_locale().toString(QDate(day.year, day.month, day.day), pattern)


def time_words(at: time) -> str:
    """Return "2:30 PM" or "2:30 p. m."."""
    return clock(at)


class _WordsField(LineField):
    """A line that is read when it is left; arrow keys step the value."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DateField(QWidget):
    """A day or nothing. `today` returns the present day, for words such as "friday".

    `changed` tells the day (None when emptied) as soon as the words mean another one; `wrong` tells a
    sentence when they mean none as the field is left ("" when they do again). `value()` is None too while
    they mean none.
    """

    changed = Signal(object)
    wrong = Signal(str)

    def __init__(
        self,
        today: Callable[[], date],
        value: date | None = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._line = _WordsField(placeholder=_("Day, e.g. Mar 13 or Friday"), limit=40)
        self._button = IconButton("calendar-days", _("Choose a day"))
        self._calendar: CalendarPopup | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self.setFocusProxy(self._line)
        self.setAccessibleName(name)
        self._meaning = Meaning(self._line, day_words, self._day_meant)
        self._meaning.show(value)
        self._connect()

    def _connect(self) -> None:
        self._line.edited.connect(self._on_line_edited)
        self._line.editingFinished.connect(self._on_editing_finished)
        self._line.stepped.connect(self._on_stepped)
        self._button.clicked.connect(self._on_button_clicked)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)
        if name:
            self._button.setAccessibleName(_("Choose a day: {name}").format(name=name))

    def value(self) -> date | None:
        """Return the day, None when empty or not understood."""
        return self._meaning.clear_value()

    def set_value(self, value: date | None) -> None:
        """Show a day without telling anyone."""
        self._meaning.show(value)

    def set_wrong(self, wrong: bool) -> None:
        """Show the field as one to look at again."""
        self._line.set_wrong(wrong)

    def _day_meant(self, words: str) -> date | None:
        return read_day(words, self._today())

    def _on_line_edited(self, _text: str) -> None:
        """Tell what the words mean by now: a key can press a button, or lock, and the field is never left."""
        if self._meaning.read():
            self.changed.emit(self._meaning.value)

    def _on_editing_finished(self) -> None:
        changed = self._meaning.finish()
        self.wrong.emit(_("Write a day such as Mar 13 or Friday.") if self._meaning.unclear else "")
        if changed:
            self.changed.emit(self._meaning.value)

    def _pick(self, day: date) -> None:
        changed = day != self._meaning.value
        self.set_value(day)
        self.wrong.emit("")
        if changed:
            self.changed.emit(day)

    def _on_stepped(self, step: int) -> None:
        start = self.value() or self._today() - timedelta(days=step)
        if EARLIEST < start < LATEST:
            self._pick(start + timedelta(days=step))

    def _on_button_clicked(self) -> None:
        self._meaning.read()
        self._calendar = CalendarPopup(self._meaning.value or self._today(), self)
        self._calendar.picked.connect(self._on_calendar_picked)
        self._calendar.open_below(self)

    def _on_calendar_picked(self, day: date) -> None:
        self._pick(day)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)


class TimeField(_WordsField):
    """A time of day or nothing: "2:30 pm", "230p", "14:30". `changed` tells the time as soon as the words
    mean another one, `wrong` a sentence when they mean none as the field is left.
    """

    changed = Signal(object)
    wrong = Signal(str)

    def __init__(self, value: time | None = None, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder=_("Time, e.g. 2:30 PM"), limit=20, parent=parent)
        self.setAccessibleName(name)
        self._meaning = Meaning(self, time_words, read_time)
        self._meaning.show(value)
        self.edited.connect(self._on_edited)
        self.editingFinished.connect(self._on_editing_finished)
        self.stepped.connect(self._on_stepped)

    def value(self) -> time | None:  # type: ignore[override]
        """Return the time, None when empty or not understood."""
        return self._meaning.clear_value()

    def set_value(self, value: time | None) -> None:  # type: ignore[override]
        """Show a time without telling anyone."""
        self._meaning.show(value)

    def _on_edited(self, _text: str) -> None:
        if self._meaning.read():
            self.changed.emit(self._meaning.value)

    def _on_editing_finished(self) -> None:
        changed = self._meaning.finish()
        self.wrong.emit(_("Write a time such as 2:30 PM.") if self._meaning.unclear else "")
        if changed:
            self.changed.emit(self._meaning.value)

    def _on_stepped(self, step: int) -> None:
        known = self.value()
        at = time(9) if known is None else known
        minutes = at.hour * 60 + at.minute + step * STEP_MINUTES
        if not 0 <= minutes < 24 * 60:
            return
        self.set_value(time(minutes // 60, minutes % 60))
        self.wrong.emit("")
        self.changed.emit(self._meaning.value)


class DateTimeField(QWidget):
    """A day and a time side by side; the value is a naive local datetime once both are there."""

    changed = Signal(object)
    wrong = Signal(str)

    def __init__(
        self,
        today: Callable[[], date],
        value: datetime | None = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.day = DateField(today)
        self.time = TimeField()
        self.time.setMinimumWidth(current_look().px(90))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.day, 3)
        row.addWidget(self.time, 2)
        self.setFocusProxy(self.day)
        self.setAccessibleName(name)
        self.set_value(value)
        self._connect()

    def _connect(self) -> None:
        for part in (self.day, self.time):
            part.changed.connect(self._on_part_changed)
            part.wrong.connect(self.wrong)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.day.setAccessibleName(_("{name}, day").format(name=name) if name else _("Day"))
        self.time.setAccessibleName(_("{name}, time").format(name=name) if name else _("Time"))

    def value(self) -> datetime | None:
        """Return the moment, None while the day or the time is missing."""
        day, at = self.day.value(), self.time.value()
        return datetime.combine(day, at) if day is not None and at is not None else None

    def set_value(self, value: datetime | None) -> None:
        """Show a moment without telling anyone."""
        self.day.set_value(value.date() if value else None)
        self.time.set_value(value.time().replace(second=0, microsecond=0) if value else None)

    def set_wrong(self, wrong: bool) -> None:
        """Show both parts as ones to look at again."""
        self.day.set_wrong(wrong)
        self.time.set_wrong(wrong)

    def _on_part_changed(self, _part: object) -> None:
        self.changed.emit(self.value())
