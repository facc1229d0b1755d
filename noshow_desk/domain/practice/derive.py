"""The practice itself: facts of an incident and a moment in, steps out. Pure; never raises, whatever the
facts.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import StepId, StepState, StoryState
from noshow_desk.domain.practice import after, order
from noshow_desk.domain.practice.branch import branch_of
from noshow_desk.domain.practice.found import found_of
from noshow_desk.domain.practice.moments import in_zone
from noshow_desk.domain.practice.nudges import nudges_of
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.rules import Rules
from noshow_desk.domain.practice.stand import Stand
from noshow_desk.domain.practice.words import title_of, who_of, why_of
from noshow_desk.domain.step import Derived, Step, Urgency
from noshow_desk.i18n import Message

_RULES = Rules()
_ALL = tuple(StepId)


class Pressing(NamedTuple):
    """What a board needs of one incident: the next step (None when nothing is to do) and how it presses.

    All of it holds until `holds_until` while no fact changes: a board may keep it so long.
    """

    step: StepId | None
    title: Message | None
    due: datetime | None
    urgency: Urgency
    imminent: bool
    counts_as_no_show: bool
    parked: bool
    finished: bool
    holds_until: datetime


def derive(facts: CaseFacts, now: datetime, rules: Rules = _RULES) -> Derived:
    """Return all fifteen steps of an incident as they stand at `now` (aware), in order, and what follows from
    them.
    """
    case = Reading(facts, now, rules)
    stands = _stands(case)
    chosen = order.next_step(case, stands).step
    steps = tuple(_step(case, step, stands[step]) for step in _ALL)
    return Derived(
        steps=steps,
        next=None if chosen is None else steps[_ALL.index(chosen)],
        imminent=case.imminent and case.active,
        counts_as_no_show=counts(case),
        parked=case.parked,
        fast_path=case.fast_path,
        finished=_finished(case, stands),
        nudges=nudges_of(case),
        branch=branch_of(case),
        reminders=after.reminders(case),
    )


def derive_next(facts: CaseFacts, now: datetime, rules: Rules = _RULES) -> Pressing:
    """Return only what a board shows of an incident; the same answers as `derive`, a good deal sooner."""
    case = Reading(facts, now, rules)
    step, found, presses, until, held = order.next_step(case)
    return Pressing(
        step,
        None if step is None else title_of(case, step),
        None if found is None else _shown(case, found.due),
        presses,
        case.imminent and case.active,
        case.active and not case.imminent,
        case.parked,
        not held and _may_finish(case),
        until,
    )


def counts(case: Reading) -> bool:
    """Say whether this is a no-show in any count: not while it is ahead, nor moved in time, nor corrected."""
    return case.active and not case.imminent


def _stands(case: Reading) -> dict[StepId, Stand]:
    found = {step: order.stand(case, step) for step in order.STANDS}
    found[StepId.FOLLOW_UP] = order.follow_up(case, any(order.holds_open(one) for one in found.values()))
    return found


def _finished(case: Reading, stands: dict[StepId, Stand]) -> bool:
    return not any(order.holds_open(found) for found in stands.values()) and _may_finish(case)


def _may_finish(case: Reading) -> bool:
    """R1: nothing closes by itself. R2: finished with the story, "not reached", or "prefers not to say"."""
    return not case.parked and (not counts(case) or _why_is_answered(case))


def _why_is_answered(case: Reading) -> bool:
    story = case.incident.story
    return story is not None and (story.state is not StoryState.TOLD or bool(story.words.strip()))


def _step(case: Reading, step: StepId, found: Stand) -> Step:
    is_open = found.state is StepState.OPEN
    return Step(
        id=step,
        title=title_of(case, step),
        who=who_of(case, step),
        why=why_of(case, step, found),
        state=found.state,
        due=_shown(case, found.due),
        done_at=_shown(case, found.done_at),
        found=found_of(case, step, found),
        skip_reason=_reason(case, step) if found.state is StepState.SKIPPED else "",
        deferred=is_open and bool(case.incident.skips) and order.deferred(case, step),
        urgency=order.urgency(case, step, found),
        waits_for=found.waits_for if is_open else None,
        optional=found.optional and is_open,
        due_moved=is_open and bool(case.incident.due_moves) and order.moved_due(case, step) is not None,
    )


def _shown(case: Reading, moment: datetime | None) -> datetime | None:
    """Return `moment` on the clock of the appointment."""
    return None if moment is None else in_zone(moment, case.zone)


def _reason(case: Reading, step: StepId) -> str:
    return next(skip.reason for skip in reversed(case.incident.skips) if skip.step is step)
