"""The next contact: a day and what for; a client is never left without one."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.working_days import next_working_day
from noshow_desk.i18n import _, long_date
from noshow_desk.services import follow_ups
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.fields import Field, Form
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.kit.moments import DateField
from noshow_desk.ui.kit.rows import RowList, RowWords

ON, WHAT = "follow_up.on", "follow_up.what"
WEEK = timedelta(days=7)


class NextContact(CaseBlock):
    """Quick days, a day of one's own, a few words, and the dates already set."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._day = DateField(self._today)
        self._what = LineField(placeholder=_("Ask how it went"))
        self._tomorrow = SecondaryButton(_("Next working day"))
        self._week = SecondaryButton(_("In a week"))
        self._set = SecondaryButton(_("Set this date"), "calendar-check")
        self._rows = RowList()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        quick = QHBoxLayout()
        quick.setSpacing(GAP)
        for button in (self._tomorrow, self._week):
            quick.addWidget(button)
        quick.addStretch(1)
        form = Form()
        self._day_field: Field = form.add_field(_("Day"), self._day)
        form.add_field(_("What for"), self._what)
        card = Card()
        card.add(quick)
        card.add(form)
        last = QHBoxLayout()
        last.addWidget(self._set)
        last.addStretch(1)
        card.add(last)
        self.box.addWidget(self._rows)
        self.box.addWidget(card)
        typed = self.case.aside(ON)
        self._day.set_value(date.fromisoformat(typed) if typed else None)
        self._what.set_value(self.case.aside(WHAT) or "")

    def _connect(self) -> None:
        self._day.changed.connect(self._on_day_changed)
        self._what.edited.connect(self._on_what_edited)
        self._tomorrow.clicked.connect(self._on_tomorrow_clicked)
        self._week.clicked.connect(self._on_week_clicked)
        self._set.clicked.connect(self._on_set_clicked)
        self._rows.acted.connect(self._on_rows_acted)

    def show_case(self, situation: Situation) -> None:
        rows = [
            RowWords(
                row.id,
                long_date(row.on),
                row.what,
                "calendar-clock",
                _("Done") if row.done_at else "",
                "green",
                "" if row.done_at else _("Done"),
            )
            for row in situation.facts.follow_ups
        ]
        self._rows.show_rows(rows)
        self._rows.setVisible(bool(rows))

    def _today(self) -> date:
        return self.case.desk.today()

    def _on_day_changed(self, day: object) -> None:
        self.case.put_aside(ON, day.isoformat() if isinstance(day, date) else None)

    def _on_what_edited(self, text: str) -> None:
        self.case.put_aside(WHAT, text)

    def _choose(self, day: date) -> None:
        self._day.set_value(day)
        self._on_day_changed(day)

    def _on_tomorrow_clicked(self) -> None:
        self._choose(next_working_day(self._today(), self.case.desk.rules.holidays))

    def _on_week_clicked(self) -> None:
        self._choose(self._today() + WEEK)

    def _on_set_clicked(self) -> None:
        day = self._day.value()
        if day is None:
            self._day_field.show_error(_("Choose a day first."))
            self._day.setFocus()
            return
        act = partial(
            follow_ups.record_follow_up,
            self.case.desk,
            client_id=self.case.saved.client.id,
            incident_id=self.case.incident_id,
            on=day,
            what=self._what.value(),
        )
        if self.case.run(act):
            self._day_field.show_error("")
            self._day.set_value(None)
            self._what.set_value("")
            self.case.put_aside(ON, None)
            self.case.put_aside(WHAT, None)

    def _on_rows_acted(self, key: str) -> None:
        self.case.run(partial(follow_ups.finish_follow_up, self.case.desk, follow_up_id=key))
