"""An incident: one missed or about-to-be-missed appointment, and everything said and done about it.

Every moment (`at`, `..._at`) is an aware time; days are dates. A record holds facts only: what is due, done
or open is derived (practice), never stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from noshow_desk.domain.kinds import (
    Answer,
    AttemptResult,
    CallResult,
    Channel,
    CorrectionKind,
    DecisionChoice,
    InsideFactor,
    OutsideFactor,
    StepId,
    StoryState,
    WantsIt,
    Who,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactAttempt:
    """One try to reach the client (R5). Append-only: a correction names the row it replaces.

    `call_back_at` and `may_tell` belong to "reached, not ready": when to call again, and whether the
    interviewer may be told that the client will call.
    """

    id: str = ""
    at: datetime
    channel: Channel = Channel.CALL
    result: AttemptResult = AttemptResult.REACHED
    number: str = ""
    note: str = ""
    call_back_at: datetime | None = None
    may_tell: bool | None = None
    corrects_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Courtesy:
    """A1: the interviewer was told. A time they offered is recorded as `offered`, never as granted."""

    at: datetime
    told: str = ""
    channel: Channel = Channel.CALL
    message_left: bool = False
    offered: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """R0: "Are you safe? Do you need help right now?" While `danger` is true and `over_at` is None all else
    waits.
    """

    danger: bool
    at: datetime
    over_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """R2, R3: what happened, in the client's own words first; then thought, feeling, belief."""

    state: StoryState = StoryState.TOLD
    words: str = ""
    said_by: Who = Who.CLIENT
    thought: str = ""
    feeling: str = ""
    belief: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideReason:
    """R4: something outside. `confirmed_true` means the client said so (R13)."""

    factor: OutsideFactor
    words: str = ""
    confirmed_true: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InsideReason:
    """R4: something inside."""

    factor: InsideFactor
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """R10: the sentence that stays on top of every later step, and whose it is."""

    words: str
    whose: Who = Who.CLIENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """R6: importance or confidence from 0 to 10, with "why not lower?"."""

    value: int | None = None
    why_not_lower: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """R7–R9: what is in the way, the client's idea, who does it and by when.

    `help_offer` is a bounded offer; `why_not_client` is asked when the owner is the caseworker.
    """

    what: str
    idea: str = ""
    owner: Who = Who.CLIENT
    by: date | None = None
    done_at: datetime | None = None
    help_offer: str = ""
    why_not_client: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """R11: ask or not, in view of the kind of appointment, the audience and the policy."""

    choice: DecisionChoice
    nature: str = ""
    audience: str = ""
    policy: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """One rehearsal of the call, out loud; readiness from 0 to 10 as the client says it."""

    at: datetime
    readiness: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientCall:
    """A2 and A3: one call (visit or message) to the interviewer. Append-only.

    `answer_detail` holds a name and what was said; a granted date lives in the new appointment.
    """

    id: str = ""
    at: datetime
    by: Who = Who.CLIENT
    channel: Channel = Channel.CALL
    result: CallResult = CallResult.SPOKE
    sorry_for_miss: bool = False
    sorry_for_trouble: bool = False
    asked: bool | None = None
    answer: Answer | None = None
    answer_detail: str = ""
    moved_or_cancelled: bool = False
    note: str = ""
    corrects_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """R18: courage first. The growth sentence is the client's; `caseworker_said` is what was said back."""

    growth_sentence: str = ""
    caseworker_said: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IfThen:
    """A5: "If this happens, then I do that", for the outside or for the inside."""

    if_this: str
    then_i: str
    inside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A5: the plan for the new date, in the client's words."""

    if_thens: tuple[IfThen, ...] = ()
    leave_by: time | None = None
    said_aloud_at: datetime | None = None
    printed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """A step left out. `reason` is empty for "not now": the step stays open and is asked again at the
    wrap-up.
    """

    step: StepId
    reason: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueMove:
    """A due date moved by hand; the last one for a step counts, the others are its history."""

    step: StepId
    due: datetime
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What turned out otherwise: did show up, came late after all, reported by mistake."""

    kind: CorrectionKind
    at: datetime
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """The facts of one incident (PRACTICE section 10). Every field may still be unknown.

    `imminent` is how it was reported; an imminent appointment counts as missed from its start (derived).
    `going` is the answer of a client reached before the start. `true_sentence` is the one sentence the client
    chose to give as the reason; `true_sentence_confirmed_at` is when the client said that it is true (R13).
    """

    id: str = ""
    appointment_id: str = ""
    imminent: bool = False
    reported_by: str = ""
    reported_at: datetime | None = None
    contact_attempts: tuple[ContactAttempt, ...] = ()
    safety: Safety | None = None
    going: bool | None = None
    courtesy: Courtesy | None = None
    story: Story | None = None
    outside: tuple[OutsideReason, ...] = ()
    inside: tuple[InsideReason, ...] = ()
    inside_notes: str = ""
    insight: Insight | None = None
    wants_it: WantsIt | None = None
    why_it_matters: str = ""
    importance: Ruler | None = None
    confidence: Ruler | None = None
    obstacles: tuple[Obstacle, ...] = ()
    decision: Decision | None = None
    true_sentence: str = ""
    true_sentence_confirmed_at: datetime | None = None
    days_i_can_keep: tuple[str, ...] = ()
    own_words: str = ""
    rehearsals: tuple[Rehearsal, ...] = ()
    calls: tuple[ClientCall, ...] = ()
    debrief: Debrief | None = None
    plan: Plan | None = None
    different_this_time: str = ""
    skips: tuple[Skip, ...] = ()
    due_moves: tuple[DueMove, ...] = ()
    corrections: tuple[Correction, ...] = ()
