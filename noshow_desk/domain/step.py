"""A derived step of the practice, as the rail, the Today board, the timeline and the summary show it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from noshow_desk.domain.kinds import StepId, StepState, Who
from noshow_desk.i18n import Message


class Urgency(StrEnum):
    """How a step presses: someone waits now, overdue, due today, later, nothing."""

    WAITING = "waiting"
    OVERDUE = "overdue"
    TODAY = "today"
    LATER = "later"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what, who acts, why, by when, and how it stands.

    `due` is an aware time or None; `found` is what the step found out ("Granted: Friday, March 13"), for the rail;
    `deferred` marks "not now". `skip_reason` is the caseworker's own text.
    """

    id: StepId
    title: Message
    who: Who
    why: Message
    state: StepState
    due: datetime | None = None
    done_at: datetime | None = None
    found: Message | None = None
    skip_reason: str = ""
    deferred: bool = False
    urgency: Urgency = Urgency.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Everything derived from one incident at one moment.

    `next` is the step to do now (None when nothing is open). `counts_as_no_show` is False when the client went, the
    appointment was moved or cancelled in time, or the report was a mistake. `nudges` are shown once, never in the way.
    `parked` is True while danger parks everything (R0).
    """

    steps: tuple[Step, ...]
    next: Step | None = None
    imminent: bool = False
    counts_as_no_show: bool = True
    parked: bool = False
    fast_path: bool = False
    finished: bool = False
    nudges: tuple[Message, ...] = field(default_factory=tuple)

    def step(self, step_id: StepId) -> Step:
        """Return the step with this id; every id is always there."""
        return next(step for step in self.steps if step.id is step_id)
