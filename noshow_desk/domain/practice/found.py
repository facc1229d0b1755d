"""What each step found out, in a few words for the rail: "Done 9:12 AM by you", "Granted: Friday,
March 13".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from noshow_desk.domain.kinds import (
    Answer,
    AttemptResult,
    CallResult,
    CorrectionKind,
    DecisionChoice,
    Outcome,
    StepId,
    StepState,
    StoryState,
    WantsIt,
    Who,
)
from noshow_desk.domain.labels import label
from noshow_desk.domain.practice.counters import owners
from noshow_desk.domain.practice.moments import wall
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.stand import Stand
from noshow_desk.i18n import N_, Message

_DONE_BY = N_("Done {time} by {who}")
_DONE = N_("Done {time}")
_CAME = {
    CorrectionKind.DID_SHOW_UP: N_("Did show up"),
    CorrectionKind.CAME_LATE: N_("Came late after all"),
    CorrectionKind.REPORTED_BY_MISTAKE: N_("Reported by mistake"),
    Outcome.ATTENDED: N_("Did show up"),
}
_CHOICES = {
    DecisionChoice.ASK: N_("Yes, ask again"),
    DecisionChoice.ASK_LATER: N_("Yes, ask later"),
    DecisionChoice.POLICY_FORBIDS: N_("Their policy does not allow it"),
    DecisionChoice.CLIENT_DECLINES: N_("No, withdraw politely"),
}
_CALLS = {
    CallResult.VOICEMAIL: N_("Voicemail {time}"),
    CallResult.GATEKEEPER: N_("Someone else answered {time}"),
    CallResult.NO_ANSWER: N_("No answer {time}"),
}


def found_of(case: Reading, step: StepId, found: Stand) -> Message | None:
    """Return what `step` found out so far, or None."""
    if found.state is StepState.DOES_NOT_APPLY:
        return None
    return _FOUND[step](case, found)


def clock_or_day(case: Reading, moment: datetime) -> object:
    """Return the time of day for a moment of today, its day otherwise; `Message` shows both in any
    language.
    """
    local = wall(moment, case.zone)
    return local.time() if local.date() == case.today else local.date()


def _done_by(case: Reading, at: datetime | None, who: Who) -> Message | None:
    if at is None:
        return None
    time = clock_or_day(case, at)
    if who is Who.CASEWORKER:
        return Message(_DONE_BY, {"time": time, "who": Message(N_("you"))})
    if who is Who.CLIENT:
        return Message(_DONE_BY, {"time": time, "who": case.facts.client.called or Message(N_("the client"))})
    return Message(_DONE, {"time": time})


def _happened(case: Reading, _found: Stand) -> Message | None:
    if case.came is not None:
        return Message(_CAME[case.came])
    if case.in_time:
        return Message(N_("Moved or cancelled in time"))
    if case.start is None:
        return Message(N_("When was it? The time is still missing."))
    when = wall(case.start, case.zone)
    return Message(N_("Still ahead: {when}") if case.imminent else N_("Missed: {when}"), {"when": when})


def _reach(case: Reading, found: Stand) -> Message | None:
    if case.engaged and case.ready_at is not None:
        if found.state is StepState.OPEN:
            return Message(N_("Reached. Will the client go?"))
        return Message(N_("Reached {time}"), {"time": clock_or_day(case, case.ready_at)})
    if case.not_ready is not None:
        back = case.not_ready.call_back_at
        if back is not None:
            return Message(N_("Not ready: call back {time}"), {"time": clock_or_day(case, back)})
        return Message(N_("Not ready: agree a time to call back"))
    if not case.attempts:
        return None
    if all(row.result is AttemptResult.WRONG_NUMBER for row in case.attempts):
        return Message(N_("Wrong number"))
    if len(case.attempts) == 1:
        return Message(N_("1 try, not reached yet"))
    return Message(N_("{count} tries, not reached yet"), {"count": len(case.attempts)})


def _courtesy(case: Reading, found: Stand) -> Message | None:
    given = case.incident.courtesy
    if given is not None and given.offered.strip():
        return Message(N_("They offered: {what}. The client answers."), {"what": given.offered.strip()})
    return _done_by(case, found.done_at, Who.CASEWORKER)


def _story(case: Reading, found: Stand) -> Message | None:
    told = case.incident.story
    if told is None:
        return None
    if told.state is not StoryState.TOLD:
        return Message(label(told.state))
    if found.state is StepState.OPEN and told.words.strip():
        return Message(N_("Short so far. The rest comes after the call."))
    return _done_by(case, found.done_at, Who.OTHER)


def _decide(case: Reading, found: Stand) -> Message | None:
    if found.state is StepState.DONE:
        return Message(_CHOICES[case.choice])
    if case.wants is WantsIt.UNSURE:
        return Message(N_("Not sure yet"))
    return Message(N_("First: what will be different?")) if case.wants is WantsIt.YES else None


def _rulers(case: Reading, found: Stand) -> Message | None:
    importance, confidence = case.incident.importance, case.incident.confidence
    if found.state is not StepState.DONE or importance is None or confidence is None:
        return None
    numbers = {"importance": importance.value, "confidence": confidence.value}
    return Message(N_("Matters {importance} · sure {confidence}"), numbers)


def _solve(case: Reading, _found: Stand) -> Message | None:
    """R9: the quiet counter."""
    client, caseworker = owners(case.incident.obstacles)
    if not client + caseworker:
        return None
    return Message(
        N_("client {client} · caseworker {caseworker}"), {"client": client, "caseworker": caseworker}
    )


def _rehearse(case: Reading, _found: Stand) -> Message | None:
    rows = case.incident.rehearsals
    if not rows:
        return None
    ready = rows[-1].readiness
    if ready is None:
        return Message(N_("Rehearsed: {count}"), {"count": len(rows)})
    return Message(N_("Rehearsed: {count} · ready {ready}"), {"count": len(rows), "ready": ready})


def _call(case: Reading, found: Stand) -> Message | None:
    row = case.last_call
    if row is None:
        return None
    if case.spoke is None:
        return Message(_CALLS[row.result], {"time": clock_or_day(case, row.at)})
    return _done_by(case, found.done_at, case.spoke.by)


def _ask(case: Reading, _found: Stand) -> Message | None:
    if case.answer is Answer.GRANTED:
        new = case.facts.new_appointment
        if new is None or new.starts is None:
            return Message(N_("Granted. Write down the new date."))
        return Message(N_("Granted: {when}"), {"when": new.starts.replace(tzinfo=None)})
    if case.answer is not None:
        return Message(label(case.answer))
    if case.spoke is None:
        return None
    return Message(N_("Asked, no answer yet")) if case.spoke.asked else Message(N_("Not asked yet"))


def _debrief(case: Reading, _found: Stand) -> Message | None:
    said = case.incident.debrief
    if said is None or not said.growth_sentence.strip():
        return None
    return Message(N_("“{words}”"), {"words": said.growth_sentence.strip()})


def _note(case: Reading, found: Stand) -> Message | None:
    if found.done_at is None:
        return None
    return Message(N_("Sent {time}"), {"time": clock_or_day(case, found.done_at)})


def _plan(case: Reading, _found: Stand) -> Message | None:
    made = case.incident.plan
    if made is None:
        return None
    if made.said_aloud_at is not None:
        return Message(N_("Said out loud"))
    if made.leave_by is not None:
        return Message(N_("Leave by {time}"), {"time": made.leave_by})
    return None


def _attended(case: Reading, found: Stand) -> Message | None:
    new = case.facts.new_appointment
    if found.state is StepState.DONE and new is not None and new.outcome is not None:
        return Message(label(new.outcome))
    return None


def _follow_up(case: Reading, found: Stand) -> Message | None:
    ahead = [row for row in case.facts.follow_ups if row.done_at is None]
    if ahead:
        return Message("{what}", {"what": min(ahead, key=lambda row: row.on).what}) if ahead[0].what else None
    return Message(N_("Choose a date")) if found.state is StepState.OPEN else None


_FOUND: Mapping[StepId, Callable[[Reading, Stand], Message | None]] = {
    StepId.HAPPENED: _happened, StepId.REACH: _reach, StepId.COURTESY: _courtesy, StepId.STORY: _story,
    StepId.DECIDE: _decide, StepId.RULERS: _rulers, StepId.SOLVE: _solve, StepId.REHEARSE: _rehearse,
    StepId.CALL: _call, StepId.ASK: _ask, StepId.DEBRIEF: _debrief, StepId.NOTE: _note,
    StepId.PLAN: _plan, StepId.ATTENDED: _attended, StepId.FOLLOW_UP: _follow_up,
}  # fmt: skip
