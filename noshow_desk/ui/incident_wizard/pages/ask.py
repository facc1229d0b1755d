"""Step `ask`: the client asks for another time, and what the answer was (A3)."""

from __future__ import annotations

from noshow_desk.domain.kinds import Answer, PaperKind, StepId
from noshow_desk.i18n import N_, Message
from noshow_desk.ui.incident_wizard.choices import ANSWERS, YES_NO
from noshow_desk.ui.incident_wizard.fields import Field, FieldKind, Heading, Say, StepPage
from noshow_desk.ui.incident_wizard.nudges import nudge_of
from noshow_desk.ui.incident_wizard.pages.decide import forbids
from noshow_desk.ui.incident_wizard.situation import Situation


def asked(situation: Situation) -> bool:
    """Say whether the client asked, or an answer is known."""
    return any(call.asked or call.answer is not None for call in situation.calls)


def granted(situation: Situation) -> bool:
    """Say whether a second chance was granted."""
    return situation.answer is Answer.GRANTED


def answered(situation: Situation) -> bool:
    """Say whether there is an answer."""
    return situation.answer is not None


def no_call_yet(situation: Situation) -> Message | None:
    """Return what comes first when there was no call."""
    return None if situation.calls else Message(N_("No call yet. The answer is written down after the call."))


def no_ask(situation: Situation) -> Message | None:
    """Return why there is nothing to ask when a policy forbids it."""
    decision = situation.facts.incident.decision
    if not forbids(situation) or decision is None:
        return None
    return Message(N_("A policy stands in the way, so {client} does not ask."), dict(situation.names))


def what_follows(situation: Situation) -> Message | None:
    """Return what each answer leads to."""
    follows = {
        Answer.GRANTED: N_("Repeat date, time, place and name aloud, then write the thank-you note today."),
        Answer.REFUSED: N_(
            "Thank them for hearing you out. First talk about the courage it took; then a short note."
        ),
        Answer.WILL_GET_BACK: N_("If nothing has come in two working days, {client} calls and asks."),
    }
    answer = situation.answer
    return Message(follows[answer], dict(situation.names)) if answer is not None else None


def any_call(situation: Situation) -> bool:
    """Say whether there was any call to speak of."""
    return bool(situation.calls)


PAGE = StepPage(
    step=StepId.ASK,
    title=N_("{client} asks for another time"),
    lead=N_("In the same call. Ask, do not expect."),
    rows=(
        Say(no_call_yet, "plain", "phone"),
        Say(no_ask, "amber", "flag"),
        Field(
            path="call.asked",
            kind=FieldKind.CHOICE,
            label=N_("Did {client} ask?"),
            options=YES_NO,
            shown=any_call,
        ),
        Field(
            path="call.answer",
            kind=FieldKind.CHOICE,
            label=N_("What did {interviewer} say?"),
            options=ANSWERS,
            shown=asked,
        ),
        Say(what_follows, "green", "arrow-right"),
        Heading(text=N_("The new date"), shown=granted),
        Field(path="granted.starts", kind=FieldKind.MOMENT, label=N_("Day and time"), shown=granted),
        nudge_of(StepId.ASK),
        Field(path="granted.place", kind=FieldKind.LINE, label=N_("Place or link"), shown=granted, half=True),
        Field(
            path="granted.with_name",
            kind=FieldKind.LINE,
            label=N_("With whom"),
            placeholder=N_("If somebody else was named"),
            shown=granted,
            half=True,
        ),
        Field(
            path="call.answer_detail",
            kind=FieldKind.TEXT,
            label=N_("Who answered, and what was said"),
            shown=answered,
        ),
    ),
    draft=PaperKind.CALL_CARD,
)
