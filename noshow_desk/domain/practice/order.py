"""Which step comes next, and how much each presses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from noshow_desk.domain.kinds import StepId, StepState
from noshow_desk.domain.practice import after, chance, opening, talk
from noshow_desk.domain.practice.moments import aware, day_of
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.stand import Stand
from noshow_desk.domain.step import Urgency
from noshow_desk.domain.working_days import DAY_END

S = StepId
# How each step stands; `follow_up` is asked last, for it depends on all others.
STANDS: Mapping[StepId, Callable[[Reading], Stand]] = {
    S.HAPPENED: opening.happened, S.REACH: opening.reach, S.COURTESY: opening.courtesy,
    S.STORY: talk.story, S.DECIDE: talk.decide, S.RULERS: talk.rulers, S.SOLVE: talk.solve,
    S.REHEARSE: talk.rehearse, S.CALL: chance.call, S.ASK: chance.ask, S.DEBRIEF: chance.debrief,
    S.NOTE: chance.note, S.PLAN: after.plan, S.ATTENDED: after.attended,
}  # fmt: skip

_START = (S.HAPPENED, S.REACH, S.COURTESY)
_TRIED = (S.HAPPENED, S.COURTESY, S.REACH)
_CALL = (S.REHEARSE, S.CALL, S.ASK, S.DEBRIEF, S.NOTE, S.PLAN)
_END = (S.ATTENDED, S.FOLLOW_UP)
# Section 3: story → rulers → solve → decide → … once it is known that the client wants it.
IN_FULL = (*_START, S.STORY, S.DECIDE, S.RULERS, S.SOLVE, *_CALL, *_END)
WANTS_IT = (*_START, S.STORY, S.RULERS, S.SOLVE, S.DECIDE, *_CALL, *_END)
TRIED = (*_TRIED, S.STORY, S.DECIDE, S.RULERS, S.SOLVE, *_CALL, *_END)
CALL_FIRST = (*_START, S.STORY, S.DECIDE, *_CALL, S.RULERS, S.SOLVE, *_END)
AFTER_THE_CALL = (*_START, S.DECIDE, *_CALL, S.STORY, S.RULERS, S.SOLVE, *_END)

# While someone waits, these are the road to the first word they hear.
_CRITICAL = frozenset({S.HAPPENED, S.REACH, S.COURTESY, S.STORY, S.DECIDE, S.REHEARSE, S.CALL})
_PRESSING = (Urgency.WAITING, Urgency.OVERDUE, Urgency.TODAY)


def walk(case: Reading) -> tuple[StepId, ...]:
    """Return the steps in the order in which this branch takes them (section 3)."""
    if case.attempts and not case.engaged:  # A1: one try, then the interviewer hears, then the next try
        return TRIED
    if case.fast_path or (case.cannot_go and not case.calls):
        return CALL_FIRST
    if not case.told and case.calls:
        return AFTER_THE_CALL
    return WANTS_IT if case.wants is not None else IN_FULL


def stand(case: Reading, step: StepId) -> Stand:
    """Return how `step` (not the follow-up) stands, skips and dues moved by hand included."""
    return adjusted(case, step, STANDS[step](case))


def adjusted(case: Reading, step: StepId, found: Stand) -> Stand:
    """Return `found` with what was set by hand: skipped with a reason, due moved, first step left out."""
    if found.state is not StepState.OPEN:
        return found
    if step in case.skipped:
        return found._replace(state=StepState.SKIPPED, waits_for=None, due=None)
    if found.waits_for in case.skipped:
        found = found._replace(waits_for=None)
    moved = moved_due(case, step) if case.incident.due_moves else None
    return found if moved is None else found._replace(due=moved)


def moved_due(case: Reading, step: StepId) -> datetime | None:
    """Return the due set by hand for `step`; the last one counts, the others are its history."""
    moves = [move.due for move in case.incident.due_moves if move.step is step]
    return aware(moves[-1], case.zone) if moves else None


def deferred(case: Reading, step: StepId) -> bool:
    """Say whether the last word on `step` was "not now" (no reason: asked again at the wrap-up)."""
    skips = [skip for skip in case.incident.skips if skip.step is step]
    return bool(skips) and not skips[-1].reason.strip()


def urgency(case: Reading, step: StepId, found: Stand) -> Urgency:
    """Return how an open step presses. Days count, not minutes: red only while someone waits."""
    if found.state is not StepState.OPEN or found.optional or case.parked:
        return Urgency.NONE
    if found.waits_for is None and step in _CRITICAL and case.waiting and _ripe(case, found.due):
        return Urgency.WAITING
    if found.due is None:
        return Urgency.NONE
    day = day_of(found.due, case.zone)
    if day == case.today:
        return Urgency.TODAY
    return Urgency.OVERDUE if day < case.today else Urgency.LATER


def _ripe(case: Reading, due: datetime | None) -> bool:
    """Say whether a step can be taken now: its time has come, or it has until the appointment's start."""
    return due is None or due <= case.now or (case.imminent and due is case.start)


def next_step(case: Reading, find: Callable[[StepId], Stand]) -> tuple[StepId, Stand, Urgency] | None:
    """Return the step to do now: the first on the road whose time has come, else the soonest, else any open
    one.

    A step put off with "not now" comes last. `find` says how a step stands.
    """
    if case.parked:
        return None
    later: list[tuple[bool, datetime | None, int, StepId, Stand, Urgency]] = []
    for place, step in enumerate(walk(case)):
        found = find(step)
        if found.state is not StepState.OPEN or found.optional or found.waits_for is not None:
            continue
        presses = urgency(case, step, found)
        put_off = bool(case.incident.skips) and deferred(case, step)
        if presses in _PRESSING and not put_off and _now(case, found.due):
            return step, found, presses
        later.append((put_off, found.due, place, step, found, presses))
    if not later:
        return None
    best = min(later, key=_soonest)
    return best[3], best[4], best[5]


def _now(case: Reading, due: datetime | None) -> bool:
    """Say whether a pressing step can be taken now: an hour later today (13:00) has to come first."""
    return due is None or due <= case.now or due is case.start or due.timetz().replace(tzinfo=None) == DAY_END


def _soonest(
    row: tuple[bool, datetime | None, int, StepId, Stand, Urgency],
) -> tuple[bool, bool, date, float, int]:
    put_off, due, place, *_rest = row
    if due is None:
        return put_off, True, date.max, 0.0, place
    seconds = due.hour * 3600.0 + due.minute * 60.0 + due.second
    return put_off, False, due.date(), seconds, place
