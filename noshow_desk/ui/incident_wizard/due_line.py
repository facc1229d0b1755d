"""By when a step is due, and the link to move it by hand (the history keeps every move)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.kinds import StepId, StepState
from noshow_desk.i18n import _, clock, long_date
from noshow_desk.services import incidents
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.moments import DateTimeField

# Due at 23:59 means: some time that day.
DAY_END = (23, 0)


class DueLine(QWidget):
    """ "Due Thursday, March 12, 5:00 PM · Move…"; hidden while nothing is due."""

    def __init__(self, case: Case, step: StepId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case, self._step = case, step
        self._label = PlainLabel("", "hint", "muted")
        self._move = LinkButton(_("Move…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._label)
        row.addWidget(self._move)
        row.addStretch(1)
        self._move.clicked.connect(self._on_move_clicked)

    def show_case(self, situation: Situation) -> None:
        """Show the due time of an open step."""
        step = situation.step(self._step)
        is_open = step.state is StepState.OPEN and not situation.derived.parked
        self.setVisible(is_open and step.due is not None)
        if step.due is not None:
            due = situation.at_the_place(step.due)
            self._label.setText(due_text(due, situation.today))

    def text(self) -> str:
        """Return what is said."""
        return self._label.text()

    def _on_move_clicked(self) -> None:
        due = self._case.situation.step(self._step).due
        start = self._case.situation.at_the_place(due) if due is not None else None
        dialog = DueDialog(self._case.desk.today, start)
        dialog.set_answered(self._move_to)
        self._case.dialogs.show(dialog)

    def _move_to(self, at: datetime) -> None:
        due = at.replace(tzinfo=self._case.saved.appointment.tz)
        self._case.run(
            partial(
                incidents.move_due,
                self._case.desk,
                incident_id=self._case.incident_id,
                step=self._step,
                due=due,
            )
        )


def due_text(due: datetime, today: date) -> str:
    """Return "Due today" or "Due Thursday, March 12, 12:00 PM"; the end of a day has no time."""
    day = _("today") if due.date() == today else long_date(due.date())
    if (due.hour, due.minute) >= DAY_END:
        return _("Due {day}").format(day=day)
    return _("Due {day}, {time}").format(day=day, time=clock(due))


class DueDialog(Dialog):
    """Asks for another day and time."""

    def __init__(self, today: Callable[[], date], start: datetime | None) -> None:
        super().__init__(_("Move the due date"))
        self._answered: Callable[[datetime], None] | None = None
        self.when = DateTimeField(today, start)
        self._field = Field(_("Due"), self.when)
        self.body.addWidget(self._field)
        self.add_cancel()
        self.add_button(_("Move"), primary=True).clicked.connect(self._on_move_clicked)

    def set_answered(self, answered: Callable[[datetime], None]) -> None:
        """Say who gets the answer."""
        self._answered = answered

    def _on_move_clicked(self) -> None:
        at = self.when.value()
        if at is None:
            self._field.show_error(_("A day and a time, please."))
            return
        self.accept()
        if self._answered is not None:
            self._answered(at)
