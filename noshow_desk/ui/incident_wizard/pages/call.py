"""Step `call`: the client calls, apologises for the miss and for the trouble (A2, R12, R16)."""

from __future__ import annotations

from noshow_desk.coaching.hints import BEFORE_THE_CALL
from noshow_desk.domain.kinds import CallResult, DecisionChoice, PaperKind, StepId, WantsIt
from noshow_desk.i18n import N_, Message
from noshow_desk.ui.incident_wizard.blocks.past_calls import PastCalls
from noshow_desk.ui.incident_wizard.blocks.waiting_clock import WaitingClock
from noshow_desk.ui.incident_wizard.choices import CALL_CHANNELS, CALL_RESULTS, CALLERS
from noshow_desk.ui.incident_wizard.fields import Block, Field, FieldKind, Heading, Say, StepPage
from noshow_desk.ui.incident_wizard.nudges import nudge_of
from noshow_desk.ui.incident_wizard.situation import Situation

_NOBODY = frozenset({CallResult.VOICEMAIL, CallResult.GATEKEEPER})
# Section 3: "after two tries an apology e-mail that asks".
TRIES = 2


def likely(situation: Situation) -> Message | None:
    """R16: the realistic line, before the call; who withdraws asks for nothing."""
    return None if _declines(situation) else BEFORE_THE_CALL[0]


def worth_it(situation: Situation) -> Message | None:
    """R16: the positive line, before a call that asks."""
    return None if _declines(situation) else BEFORE_THE_CALL[1]


def worst(situation: Situation) -> Message | None:
    """R16: the worst one can do."""
    return BEFORE_THE_CALL[2]


def _declines(situation: Situation) -> bool:
    incident = situation.facts.incident
    declined = incident.decision is not None and incident.decision.choice is DecisionChoice.CLIENT_DECLINES
    return declined or incident.wants_it is WantsIt.NO


def spoke(situation: Situation) -> bool:
    """Say whether the last call reached someone or something that takes a message."""
    calls = situation.calls
    return bool(calls) and calls[-1].result is not CallResult.NO_ANSWER


def caller_is_open(situation: Situation) -> bool:
    """R12: only kinds other than job, training and education leave open who calls."""
    return not situation.client_only


def try_again(situation: Situation) -> Message | None:
    """Return what follows a voicemail or a gatekeeper."""
    messages = [call for call in situation.calls if call.result in _NOBODY]
    if not messages or situation.spoken is not None:
        return None
    if len(messages) < TRIES:
        return Message(
            N_("Message left. {client} tries once more, the next half-day."), dict(situation.names)
        )
    return Message(N_("Two messages left. Now an e-mail that apologises and asks, on the page “The note”."))


def in_time(situation: Situation) -> bool:
    """Say whether a call can still move or cancel the appointment."""
    start = situation.facts.appointment.instant
    calls = situation.calls
    return bool(calls) and start is not None and calls[-1].at < start


PAGE = StepPage(
    step=StepId.CALL,
    title=N_("{client} calls {interviewer}"),
    lead=N_("Sit beside {client} or stay on the line. {client} does the talking."),
    rows=(
        Block(make=WaitingClock),
        Say(likely, "plain", "scale"),
        Say(worth_it, "plain", "heart-handshake"),
        Say(worst, "plain", "shield-check"),
        Field(
            path="call.result",
            kind=FieldKind.CHOICE,
            label=N_("How did it go?"),
            options=CALL_RESULTS,
        ),
        Field(
            path="call.sorry_for_miss",
            kind=FieldKind.TICK,
            label=N_("Said sorry for missing it"),
            shown=spoke,
            half=True,
        ),
        Field(
            path="call.sorry_for_trouble",
            kind=FieldKind.TICK,
            label=N_("Said sorry for the trouble"),
            shown=spoke,
            half=True,
        ),
        Field(
            path="call.by",
            kind=FieldKind.CHOICE,
            label=N_("Who calls"),
            options=CALLERS,
            shown=caller_is_open,
            half=True,
        ),
        Field(path="call.channel", kind=FieldKind.PICK, label=N_("How"), options=CALL_CHANNELS, half=True),
        Field(
            path="call.moved_or_cancelled",
            kind=FieldKind.TICK,
            label=N_("Moved or cancelled before the start"),
            shown=in_time,
        ),
        Say(try_again, "amber", "voicemail"),
        nudge_of(StepId.CALL),
        Field(
            path="call.note",
            kind=FieldKind.TEXT,
            label=N_("What {client} said about it"),
            hint=N_("In {client}’s own words."),
        ),
        Heading(text=N_("Calls so far")),
        Block(make=PastCalls),
    ),
    draft=PaperKind.CALL_CARD,
)
