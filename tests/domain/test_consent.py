"""What a consent says on a day: in force, run out, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from noshow_desk.domain.consent import (
    NOT_ASKED,
    Consent,
    can_be_taken_back,
    has_run_out,
    level_on,
    topics_on,
    was_taken_back,
)
from noshow_desk.domain.kinds import ConsentLevel, Topic

TODAY = date(2026, 3, 10)
DAY = timedelta(days=1)
NAMED = Consent(level=ConsentLevel.MAY_NAME_AGENCY)


@pytest.mark.parametrize(
    ("consent", "allowed", "run_out", "taken_back"),
    [
        (NOT_ASKED, False, False, False),
        (NAMED, True, False, False),
        (replace(NAMED, until=TODAY), True, False, False),
        (replace(NAMED, until=TODAY - DAY), False, True, False),
        (replace(NAMED, revoked_on=TODAY), False, False, True),
        (replace(NAMED, revoked_on=TODAY + DAY), True, False, False),
        (replace(NAMED, revoked_on=TODAY - 2 * DAY, until=TODAY - DAY), False, False, True),
        (Consent(level=ConsentLevel.CALL_WITHOUT_AGENCY), True, False, False),
        (Consent(topics=(Topic.HOUSING,)), True, False, False),
        (Consent(topics=(Topic.HOUSING,), until=TODAY - DAY), False, True, False),
        (Consent(until=TODAY - DAY), False, False, False),
    ],
)
def test_what_a_consent_is_on_a_day(consent: Consent, allowed: bool, run_out: bool, taken_back: bool) -> None:
    assert can_be_taken_back(consent, TODAY) is allowed
    assert has_run_out(consent, TODAY) is run_out
    assert was_taken_back(consent, TODAY) is taken_back
    if not allowed:
        assert level_on(consent, TODAY) is ConsentLevel.NOT_ASKED


@pytest.mark.parametrize("until", [None, TODAY - DAY])
def test_no_contact_protects_and_is_not_taken_back(until: date | None) -> None:
    consent = Consent(level=ConsentLevel.NO_CONTACT, topics=(Topic.HOUSING,), until=until)
    assert not can_be_taken_back(consent, TODAY) and not has_run_out(consent, TODAY)
    assert level_on(consent, TODAY) is ConsentLevel.NO_CONTACT
    assert topics_on(consent, TODAY) == frozenset()
