"""Which step comes next, and how much each presses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

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
    S.HAPPENED: opening.happened,
    S.REACH: opening.reach,
    S.COURTESY: opening.courtesy,
    S.STORY: talk.story,
    S.DECIDE: talk.decide,
    S.RULERS: talk.rulers,
    S.SOLVE: talk.solve,
    S.REHEARSE: talk.rehearse,
    S.CALL: chance.call,
    S.ASK: chance.ask,
    S.DEBRIEF: chance.debrief,
    S.NOTE: chance.note,
    S.PLAN: after.plan,
    S.ATTENDED: after.attended,
}

_START = (S.HAPPENED, S.REACH, S.COURTESY)
_TRIED = (S.HAPPENED, S.COURTESY, S.REACH)  # A1: one try, then the interviewer hears, then the next try
_CALL = (S.REHEARSE, S.CALL, S.ASK, S.DEBRIEF, S.NOTE, S.PLAN)
_END = (S.ATTENDED, S.FOLLOW_UP)
# While someone waits, these are the way to the first word they hear.
_CRITICAL = (S.HAPPENED, S.REACH, S.COURTESY, S.STORY, S.DECIDE, S.REHEARSE, S.CALL)


class Stop(NamedTuple):
    """One step on a road, with how it stands: looked up once, not again for each of 10,000 cases."""

    step: StepId
    stand: Callable[[Reading], Stand]
    critical: bool


def _last(case: Reading) -> Stand:
    """Stand in for the follow-up, which is asked with what holds the case open."""
    return after.follow_up(case, True)


def _road(*steps: StepId) -> tuple[Stop, ...]:
    return tuple(Stop(step, STANDS.get(step, _last), step in _CRITICAL) for step in steps)


IN_FULL = _road(*_START, S.STORY, S.DECIDE, S.RULERS, S.SOLVE, *_CALL, *_END)
TRIED = _road(*_TRIED, S.STORY, S.DECIDE, S.RULERS, S.SOLVE, *_CALL, *_END)
# Section 3: story → rulers → solve → decide → … once it is known that the client wants it.
WANTS_IT = _road(*_START, S.STORY, S.RULERS, S.SOLVE, S.DECIDE, *_CALL, *_END)
CALL_FIRST = _road(*_START, S.STORY, S.DECIDE, *_CALL, S.RULERS, S.SOLVE, *_END)
AFTER_THE_CALL = _road(*_START, S.DECIDE, *_CALL, S.STORY, S.RULERS, S.SOLVE, *_END)

_PRESSING = (Urgency.WAITING, Urgency.OVERDUE, Urgency.TODAY)
_OPEN = StepState.OPEN
_DAY = timedelta(days=1)


class Next(NamedTuple):
    """The step to do now (None when there is none), and until when this holds while no fact changes.

    `held`: some step holds the case open, be it one that waits for another.
    """

    step: StepId | None
    stand: Stand | None
    urgency: Urgency
    until: datetime
    held: bool


class _Later(NamedTuple):
    """A step that could be next, when none is ripe now."""

    put_off: bool
    undated: bool
    due: datetime | None
    place: int
    step: StepId
    stand: Stand
    urgency: Urgency


def walk(case: Reading) -> tuple[Stop, ...]:
    """Return the steps in the order in which this branch takes them (section 3)."""
    if not case.engaged:
        return TRIED if case.attempts else IN_FULL
    if case.fast_path or (case.cannot_go and not case.calls):
        return CALL_FIRST
    if not case.told and case.calls:
        return AFTER_THE_CALL
    return IN_FULL if case.wants is None else WANTS_IT


def stand(case: Reading, step: StepId) -> Stand:
    """Return how `step` (not the follow-up) stands, skips and dues moved by hand included."""
    found = STANDS[step](case)
    return adjusted(case, step, found) if found.state is _OPEN else found


def follow_up(case: Reading, rest_open: bool) -> Stand:
    """Return how the follow-up stands, in view of whether anything else holds the case open."""
    return adjusted(case, StepId.FOLLOW_UP, after.follow_up(case, rest_open))


def holds_open(found: Stand) -> bool:
    """Say whether a step keeps the case open."""
    return found.state is _OPEN and not found.optional


def adjusted(case: Reading, step: StepId, found: Stand) -> Stand:
    """Return `found` with what was set by hand: skipped with a reason, due moved, an earlier step left
    out.
    """
    if found.state is not _OPEN:
        return found
    if case.skipped:
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
    """Return how a step presses. Days count, not minutes: red only while someone waits."""
    if found.state is not _OPEN or found.optional or case.parked:
        return Urgency.NONE
    return _presses(case, step in _CRITICAL, found)


def _presses(case: Reading, critical: bool, found: Stand) -> Urgency:
    due = found.due
    if critical and found.waits_for is None and case.waiting and _ripe(case, due):
        return Urgency.WAITING
    if due is None:
        return Urgency.NONE
    day = day_of(due, case.zone)
    if day == case.today:
        return Urgency.TODAY
    return Urgency.OVERDUE if day < case.today else Urgency.LATER


def _ripe(case: Reading, due: datetime | None) -> bool:
    """Say whether a step can be taken now: its time has come, or it has until the appointment's start."""
    return due is None or due <= case.now or (case.imminent and due is case.start)


def next_step(case: Reading, stands: Mapping[StepId, Stand] | None = None) -> Next:
    """Return the step to do now: the first on the road whose time has come, else the soonest, else any.

    A step put off with "not now" comes last. Without `stands` a step is looked at only when its turn comes.
    """
    until = _first_turn(case)
    later: list[_Later] = []
    held = False
    for place, stop in enumerate(walk(case)):
        step = stop.step
        found = _look(case, stop, held) if stands is None else stands[step]
        if found.state is not _OPEN or found.optional:
            continue
        held = True
        if found.waits_for is not None or case.parked:
            continue
        due, presses = found.due, _presses(case, stop.critical, found)
        put_off = bool(case.incident.skips) and deferred(case, step)
        if presses in _PRESSING and not put_off and _now(case, due):
            return Next(step, found, presses, until, True)
        if due is not None and case.now < due < until:
            until = due
        later.append(_Later(put_off, due is None, due, place, step, found, presses))
    if not later:
        return Next(None, None, Urgency.NONE, until, held)
    best = min(later, key=_soonest)
    return Next(best.step, best.stand, best.urgency, until, True)


def _look(case: Reading, stop: Stop, held: bool) -> Stand:
    found = after.follow_up(case, held) if stop.step is S.FOLLOW_UP else stop.stand(case)
    if found.state is not _OPEN or not (case.skipped or case.incident.due_moves):
        return found
    return adjusted(case, stop.step, found)


def _first_turn(case: Reading) -> datetime:
    """Return the next moment at which a day ends, a half day begins, or the start comes near or passes."""
    start, now = case.start, case.now
    if start is None or not case.imminent:
        return case.turn if case.start is not None or case.incident.reported_at is not None else now
    near = start - _DAY if start - now > _DAY else start
    return min(case.turn, near) if case.incident.reported_at is not None else now


def _now(case: Reading, due: datetime | None) -> bool:
    """Say whether a pressing step can be taken now: an hour later today (13:00) has to come first."""
    return due is None or due <= case.now or due is case.start or due.time() == DAY_END


def _soonest(row: _Later) -> tuple[bool, bool, date, float, int]:
    due = row.due
    if due is None:
        return row.put_off, True, date.max, 0.0, row.place
    return row.put_off, False, due.date(), due.hour * 3600.0 + due.minute * 60.0 + due.second, row.place
