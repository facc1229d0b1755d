"""The nudges of a case, each for its step and never in the way."""

from __future__ import annotations

from noshow_desk.domain.incident import ClientCall
from noshow_desk.domain.kinds import (
    OFFICIAL_KINDS,
    Answer,
    CallResult,
    CorrectionKind,
    DecisionChoice,
    Outcome,
    OutsideFactor,
    StepId,
    StoryState,
    WantsIt,
    Who,
)
from noshow_desk.domain.practice.counters import too_many
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.talk import asks_what_is_different
from noshow_desk.domain.step import Nudge
from noshow_desk.i18n import N_, Message

HIGH_IMPORTANCE, LOW_CONFIDENCE = 7, 5


def _at(step: StepId, words: str) -> Nudge:
    return Nudge(step, Message(words))


# To add a nudge: a row here, and where it holds below; the page of its step shows it.
_ONLY_OUTSIDE = _at(
    StepId.STORY, N_("Only outside reasons so far. Ask once what went on inside; “not explored yet” is fine.")
)
_REHEARSE_FIRST = _at(StepId.RULERS, N_("It matters a lot and feels unsure: rehearse before the call."))
_RULERS_FIRST = _at(StepId.DECIDE, N_("Not sure yet: ask how much it matters, and how sure it feels."))
_ALWAYS_ASK = _at(StepId.STORY, N_("Always ask why: the story, “prefers not to say” or “not reached”."))
_CHECK_POLICY = _at(StepId.DECIDE, N_("Other rules hold here: check your policy first."))
_NAME_POLICY = _at(StepId.DECIDE, N_("Write down which policy does not allow it."))
_DIFFERENT = _at(StepId.DECIDE, N_("Before asking again: “What will be different?”"))
_THEY_OFFERED = _at(
    StepId.CALL, N_("They offered a time. It is not granted yet: the client calls to answer.")
)
_CLIENT_CALL = _at(StepId.CALL, N_("That call was yours. The client’s own call is still to come."))
_ONE_SORRY = _at(StepId.CALL, N_("Two apologies belong in the call: for the miss, and for the trouble."))
_SAY_SO = _at(
    StepId.CALL, N_("Did that call move or cancel it? Say so, or it counts as missed from its start.")
)
_MISSED_TOO = _at(
    StepId.ATTENDED,
    N_("This one was missed, too: report it as a new one. It stays linked, and asking is still right."),
)
_NEW_DATE = _at(StepId.ASK, N_("Write down the new date, place and name while it is fresh."))
_PLAN_BOTH = _at(StepId.PLAN, N_("One plan for the outside, one for the inside."))
_SAY_ALOUD = _at(StepId.PLAN, N_("Say the plan out loud once."))
_CAME_LATE = _at(StepId.HAPPENED, N_("Came late after all: a short “sorry I was late” still helps."))


def nudges_of(case: Reading) -> tuple[Nudge, ...]:
    """Return the nudges that fit, the most useful first."""
    if case.parked:
        return ()
    if not case.active:
        return (_CAME_LATE,) if case.came is CorrectionKind.CAME_LATE else ()
    return (*_about_rules(case), *_about_the_talk(case), *_about_the_call(case), *_about_the_date(case))


def only_outside(case: Reading) -> bool:
    """R4: say whether only outside factors were named."""
    real = [row for row in case.incident.outside if row.factor is not OutsideFactor.NONE]
    story = case.incident.story
    silent = story is not None and story.state is StoryState.PREFERS_NOT_TO_SAY
    return bool(real) and not case.incident.inside and not case.incident.inside_notes.strip() and not silent


def rehearse_first(case: Reading) -> bool:
    """R6: say whether importance is high, confidence low, and nothing was rehearsed yet."""
    importance, confidence = case.incident.importance, case.incident.confidence
    if importance is None or confidence is None or importance.value is None or confidence.value is None:
        return False
    unsure = importance.value >= HIGH_IMPORTANCE and confidence.value <= LOW_CONFIDENCE
    return unsure and not case.incident.rehearsals and not case.called and not case.declines


def _about_rules(case: Reading) -> list[Nudge]:
    found = []
    decision = case.incident.decision
    if case.appointment.kind in OFFICIAL_KINDS and not (decision is not None and decision.policy.strip()):
        found.append(_CHECK_POLICY)
    if case.choice is DecisionChoice.POLICY_FORBIDS and not (
        decision is not None and decision.policy.strip()
    ):
        found.append(_NAME_POLICY)
    if case.engaged and asks_what_is_different(case):
        found.append(_DIFFERENT)
    return found


def _about_the_talk(case: Reading) -> list[Nudge]:
    incident = case.incident
    found = []
    if case.engaged and incident.story is None and case.calls:
        found.append(_ALWAYS_ASK)
    if only_outside(case) and not case.fast_path:
        found.append(_ONLY_OUTSIDE)
    if case.wants is WantsIt.UNSURE and (incident.importance is None or incident.confidence is None):
        found.append(_RULERS_FIRST)
    if rehearse_first(case):
        found.append(_REHEARSE_FIRST)
    many = too_many(incident)
    if many is not None:
        found.append(Nudge(StepId.SOLVE, many))
    return found


def _about_the_call(case: Reading) -> list[Nudge]:
    found = []
    courtesy = case.incident.courtesy
    if courtesy is not None and courtesy.offered.strip() and case.answer is None and not case.declines:
        found.append(_THEY_OFFERED)
    if case.client_only and not case.calls and any(row.by is Who.CASEWORKER for row in case.answer_calls):
        found.append(_CLIENT_CALL)
    if case.cannot_go and case.spoke is not None:
        found.append(_SAY_SO)
    elif _one_sorry_missing(case.spoke):
        found.append(_ONE_SORRY)
    return found


def _one_sorry_missing(spoke: ClientCall | None) -> bool:
    if spoke is None or spoke.result is not CallResult.SPOKE or spoke.moved_or_cancelled:
        return False
    return not (spoke.sorry_for_miss and spoke.sorry_for_trouble)


def _about_the_date(case: Reading) -> list[Nudge]:
    new, made = case.facts.new_appointment, case.incident.plan
    if case.answer is Answer.GRANTED and (new is None or new.starts is None):
        return [_NEW_DATE]
    if new is not None and new.outcome is Outcome.MISSED and case.granted:
        return [_MISSED_TOO]
    if made is None or not made.if_thens or new is None or new.outcome is not None:
        return []
    found = []
    if len({row.inside for row in made.if_thens}) == 1:
        found.append(_PLAN_BOTH)
    if made.said_aloud_at is None:
        found.append(_SAY_ALOUD)
    return found
