"""How one step stands: the bare facts about it, before words are put to them."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from typing import NamedTuple

from noshow_desk.domain.kinds import StepId, StepState
from noshow_desk.domain.working_days import end_of_day


class Stand(NamedTuple):
    """State and times of one step. `due` and `done_at` may lie in any zone; `waits_for` has to come first."""

    state: StepState
    due: datetime | None = None
    done_at: datetime | None = None
    waits_for: StepId | None = None
    optional: bool = False


NOT_NEEDED = Stand(StepState.DOES_NOT_APPLY)


def done(at: datetime | None = None) -> Stand:
    """Return a finished step."""
    return Stand(StepState.DONE, None, at)


def still(due: datetime | None = None, waits_for: StepId | None = None, optional: bool = False) -> Stand:
    """Return an open step."""
    return Stand(StepState.OPEN, due, None, waits_for, optional)


def day_end(day: date, zone: tzinfo) -> datetime:
    """Return the aware end of a local day."""
    return end_of_day(day).replace(tzinfo=zone)
