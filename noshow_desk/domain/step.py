"""A derived step of the practice, as the rail, the Today board, the timeline and the summary show it."""

from __future__ import annotations

from dataclasses import dataclass
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


class Branch(StrEnum):
    """Where an incident stands among the branches of PRACTICE section 3."""

    NOT_MISSED = "not_missed"
    MOVED_IN_TIME = "moved_in_time"
    IMMINENT_WILL_GO = "imminent_will_go"
    IMMINENT_CANNOT_GO = "imminent_cannot_go"
    IMMINENT_NOT_REACHED = "imminent_not_reached"
    NOT_REACHED = "not_reached"
    NOT_READY = "not_ready"
    DOES_NOT_WANT_IT = "does_not_want_it"
    FAST_PATH = "fast_path"
    TOLD = "told"
    POLICY_FORBIDS = "policy_forbids"
    MESSAGE_LEFT = "message_left"
    AFTER_TWO_TRIES = "after_two_tries"
    GRANTED = "granted"
    REFUSED = "refused"
    WILL_GET_BACK = "will_get_back"
    CALLED = "called"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what, who acts, why, by when, and how it stands.

    `due` is an aware time or None; `found` is what the step found out ("Granted: Friday, March 13"), for the
    rail; `deferred` marks "not now". `skip_reason` is the caseworker's own text. `waits_for` names the open
    step that has to come first; such a step is not offered as the next one. `optional` steps are on offer,
    press nobody and keep nothing open. `due_moved` says that the due was set by hand.
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
    waits_for: StepId | None = None
    optional: bool = False
    due_moved: bool = False


@dataclass(frozen=True, slots=True)
class Nudge:
    """A remark of the practice, shown at its step and never in the way."""

    step: StepId
    words: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Everything derived from one incident at one moment.

    `next` is the step to do now (None when nothing is open). `counts_as_no_show` is False when the client
    went, the appointment was moved or cancelled in time, or the report was a mistake. `nudges` are for
    their steps, the most useful of a step first. `parked` is True while danger parks everything (R0).
    `reminders` are the moments before the date ahead (A5).
    """

    steps: tuple[Step, ...]
    next: Step | None = None
    imminent: bool = False
    counts_as_no_show: bool = True
    parked: bool = False
    fast_path: bool = False
    finished: bool = False
    nudges: tuple[Nudge, ...] = ()
    branch: Branch = Branch.NOT_REACHED
    reminders: tuple[datetime, ...] = ()

    def step(self, step_id: StepId) -> Step:
        """Return the step with this id; every id is always there."""
        return next(step for step in self.steps if step.id is step_id)

    def nudge(self, step_id: StepId) -> Message | None:
        """Return the one nudge that a step shows; None when it has none."""
        return next((one.words for one in self.nudges if one.step is step_id), None)
