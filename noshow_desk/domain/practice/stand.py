"""How one step stands: the bare facts about it, before words are put to them."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from noshow_desk.domain.kinds import StepId, StepState


class Stand(NamedTuple):
    """State and times of one step. `due` and `done_at` may lie in any zone; `waits_for` has to come first."""

    state: StepState
    due: datetime | None = None
    done_at: datetime | None = None
    waits_for: StepId | None = None
    optional: bool = False


NOT_NEEDED = Stand(StepState.DOES_NOT_APPLY)
_DONE = Stand(StepState.DONE)


def done(at: datetime | None = None) -> Stand:
    """Return a finished step."""
    return _DONE if at is None else Stand(StepState.DONE, None, at)


def still(due: datetime | None = None, waits_for: StepId | None = None, optional: bool = False) -> Stand:
    """Return an open step."""
    return Stand(StepState.OPEN, due, None, waits_for, optional)
