"""The card beside the call says what is so: still ahead, missed, or not wanted any more (R13, section 3)."""

from __future__ import annotations

from datetime import datetime, timedelta

from noshow_desk.domain.incident import Decision
from noshow_desk.domain.kinds import DecisionChoice, WantsIt
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from tests.builders import Clock
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_branches import said

AHEAD = datetime(2026, 3, 10, 11, 0)  # it is 9:12


def card(page: IncidentWizardPage) -> str:
    page.body().draft.show_now()
    return page.body().draft.text()


def clean(page: IncidentWizardPage) -> bool:
    return page.body().draft.checks.list.title() == "Nothing to look at"


def test_what_is_still_ahead_is_not_called_missed(desk: Desk, wizard: Open, clock: Clock) -> None:
    made = cases.report(desk, starts=AHEAD)
    cases.reach(desk, made)
    cases.change(desk, made, wants_it=WantsIt.YES)
    page = wizard(made, "call")
    ahead = card(page)
    assert "We have an interview today at 11:00 AM." in ahead and "I can't be there" in ahead
    assert "missed" not in ahead and "May I have another time?" in ahead and clean(page)
    page.close_case()
    clock.now += timedelta(hours=2)
    page = wizard(made, "call")
    past = card(page)
    assert "We had an interview today at 11:00 AM." in past and "I missed it" in past and clean(page)


def test_who_does_not_want_it_says_so_and_asks_for_nothing(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    declines = Decision(choice=DecisionChoice.CLIENT_DECLINES, at=desk.now())
    cases.change(desk, made, wants_it=WantsIt.NO, decision=declines)
    page = wizard(made, "call")
    text = card(page)
    assert "I have decided to withdraw." in text and clean(page)
    assert "another time" not in text and "call again" not in text and "try again" not in text
    assert "What is likely" not in said(page) and "worth it" not in said(page)
    assert "The worst one can do is a lie" in said(page)
