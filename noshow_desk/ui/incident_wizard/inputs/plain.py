"""Inputs of one value: text, choices, numbers, ticks, days and times."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from noshow_desk.ui.incident_wizard.fact_path import Plain
from noshow_desk.ui.incident_wizard.inputs.base import Input, choices_of, said
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.checks import CheckBox, ChoiceChips
from noshow_desk.ui.kit.inputs import ComboField, LineField, TextField
from noshow_desk.ui.kit.moments import DateField, DateTimeField, TimeField
from noshow_desk.ui.kit.options import NumberRuler, Segmented


class LineInput(Input):
    """One line of text."""

    def make(self, situation: Situation) -> QWidget:
        self._line = LineField(placeholder=said(self.field.placeholder, situation))
        self._line.edited.connect(self._tell)
        return self._line

    def value(self) -> Plain:
        return self._line.value()

    def show_value(self, value: Plain) -> None:
        self._line.set_value(value or "")


class TextInput(Input):
    """Several lines of text."""

    def make(self, situation: Situation) -> QWidget:
        self._text = TextField(lines=self.field.lines, placeholder=said(self.field.placeholder, situation))
        self._text.edited.connect(self._tell)
        return self._text

    def value(self) -> Plain:
        return self._text.value()

    def show_value(self, value: Plain) -> None:
        self._text.set_value(value or "")


class LinesInput(TextInput):
    """A list, one item a line."""

    def value(self) -> Plain:
        return [line.strip() for line in self._text.value().splitlines() if line.strip()]

    def show_value(self, value: Plain) -> None:
        if list(value or ()) != self.value():
            self._text.set_value("\n".join(value or ()))


class ChoiceInput(Input):
    """One of a few, side by side; a second click takes it back."""

    def make(self, situation: Situation) -> QWidget:
        name = said(self.field.label, situation)
        self._group = Segmented(
            name, choices_of(self.field.options, situation), optional=not self.field.at_once
        )
        self._group.chosen.connect(self._tell)
        return self._group

    def value(self) -> Plain:
        return self._group.value()

    def show_value(self, value: Plain) -> None:
        self._group.set_value(value)


class PickInput(Input):
    """One of a list."""

    def make(self, situation: Situation) -> QWidget:
        self._combo = ComboField(choices_of(self.field.options, situation))
        self._combo.chosen.connect(self._tell)
        return self._combo

    def value(self) -> Plain:
        return self._combo.value()

    def show_value(self, value: Plain) -> None:
        self._combo.set_value(value)


class ChecksInput(Input):
    """Any number of chips."""

    def make(self, situation: Situation) -> QWidget:
        self._chips = ChoiceChips(
            said(self.field.label, situation), choices_of(self.field.options, situation)
        )
        self._chips.changed.connect(self._tell)
        return self._chips

    def value(self) -> Plain:
        return list(self._chips.values())

    def show_value(self, value: Plain) -> None:
        self._chips.set_values(value or ())


class RulerInput(Input):
    """A number from 0 to 10; the hint holds what the two ends mean, parted by a bar."""

    def make(self, situation: Situation) -> QWidget:
        low, _bar, high = said(self.field.hint, situation).partition("|")
        self._ruler = NumberRuler(said(self.field.label, situation), low, high)
        self._ruler.chosen.connect(self._tell)
        return self._ruler

    def value(self) -> Plain:
        return self._ruler.value()

    def show_value(self, value: Plain) -> None:
        self._ruler.set_value(value)


class TickInput(Input):
    """Yes or no as a box to tick."""

    labelled = False

    def make(self, situation: Situation) -> QWidget:
        self._box = CheckBox(said(self.field.label, situation), said(self.field.hint, situation))
        self._box.clicked.connect(self._tell)
        return self._box

    def value(self) -> Plain:
        return self._box.isChecked()

    def show_value(self, value: Plain) -> None:
        self._box.setChecked(bool(value))


class DayInput(Input):
    """A day or nothing."""

    def make(self, situation: Situation) -> QWidget:
        self._today = situation.today
        self._day = DateField(self._its_today)
        self._day.changed.connect(self._tell)
        return self._day

    def value(self) -> Plain:
        day = self._day.value()
        return day.isoformat() if day is not None else None

    def show_value(self, value: Plain) -> None:
        self._day.set_value(date.fromisoformat(value) if value else None)

    def _its_today(self) -> date:
        return self._today


class TimeInput(Input):
    """A time of day or nothing."""

    def make(self, situation: Situation) -> QWidget:
        self._time = TimeField()
        self._time.changed.connect(self._tell)
        return self._time

    def value(self) -> Plain:
        at = self._time.value()
        return at.isoformat() if at is not None else None

    def show_value(self, value: Plain) -> None:
        self._time.set_value(time.fromisoformat(value) if value else None)


class MomentInput(DayInput):
    """A day and a time by the clock at the place, or nothing."""

    def make(self, situation: Situation) -> QWidget:
        self._today = situation.today
        self._moment = DateTimeField(self._its_today)
        self._moment.changed.connect(self._tell)
        return self._moment

    def value(self) -> Plain:
        at = self._moment.value()
        return at.isoformat() if at is not None else None

    def show_value(self, value: Plain) -> None:
        at = datetime.fromisoformat(value) if value else None
        self._moment.set_value(at.replace(tzinfo=None) if at else None)
