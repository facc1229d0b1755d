"""A thank-you note whose new date is over: found in its words, and no final paper."""

from __future__ import annotations

import pytest

from noshow_desk.domain.kinds import Answer
from noshow_desk.services import incidents
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.blocks.paper_ticks import PaperTicks
from noshow_desk.ui.incident_wizard.paper_out import is_draft
from tests.builders import Clock
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_branches import said


@pytest.fixture
def granted(desk: Desk) -> str:
    """Return an incident with a new date ten days ahead."""
    made = cases.report(desk)
    cases.reach(desk, made)
    cases.change(desk, made, **cases.talked(desk))
    cases.call(desk, made, asked=True, answer=Answer.GRANTED)
    incidents.grant_second_chance(desk, incident_id=made, starts=cases.NEW_DATE)
    return made


@pytest.mark.parametrize(("later", "passed"), [(10, False), (20, True)])
def test_thanks_for_a_date_that_has_passed_stay_a_draft(
    wizard: Open, clock: Clock, granted: str, later: int, passed: bool
) -> None:
    clock.forward(days=later)
    page = wizard(granted, "note")
    assert page.case is not None
    ticks = page.view().findChild(PaperTicks)
    ticks._true.click()
    ticks._known.click()
    page.body().draft.show_now()
    title = page.body().draft.checks.list.title()
    assert ("has passed" in said(page)) is passed and (title == "Nothing to look at") is not passed
    assert is_draft(page.case) is passed


def test_what_is_not_true_any_more_cannot_be_kept(wizard: Open, clock: Clock, granted: str) -> None:
    clock.forward(days=20)
    page = wizard(granted, "note")
    page.body().draft.show_now()
    row = next(row for row in page.body().draft.checks.list.rows() if row.finding.code == "passed-date")
    offered = [button.text() for button in row.buttons]
    assert "Not what it says…" in offered and "Keep, because…" not in offered
