"""The options of choices on the pages, in the words of the trade."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from noshow_desk.domain.kinds import (
    Answer,
    AppointmentKind,
    CallResult,
    Channel,
    ConsentLevel,
    DecisionChoice,
    StoryState,
    Topic,
    WantsIt,
    Who,
)
from noshow_desk.domain.labels import label
from noshow_desk.i18n import N_
from noshow_desk.ui.incident_wizard.fields import Option


def options_of(members: Iterable[StrEnum]) -> tuple[Option, ...]:
    """Return one option for each member, named by its label."""
    return tuple(Option(member.value, label(member)) for member in members)


KINDS = options_of(AppointmentKind)
YES_NO = (Option(True, N_("Yes")), Option(False, N_("No")))
GOING = (Option(True, N_("Will go"), "footprints"), Option(False, N_("Cannot or will not go"), "calendar-x"))
WANTS = options_of(WantsIt)
DECISIONS = options_of(DecisionChoice)
STORY_STATES = options_of(StoryState)
CONSENTS = options_of(ConsentLevel)
TOPICS = options_of(Topic)
WHOSE = options_of((Who.CLIENT, Who.CASEWORKER))
CALLERS = options_of((Who.CLIENT, Who.CASEWORKER))
CALL_CHANNELS = options_of((Channel.CALL, Channel.VISIT, Channel.TEXT, Channel.EMAIL))
CALL_RESULTS = (
    Option(CallResult.SPOKE.value, N_("Spoke"), "phone-call"),
    Option(CallResult.VOICEMAIL.value, N_("Voicemail"), "voicemail"),
    Option(CallResult.GATEKEEPER.value, N_("Someone else"), "users"),
    Option(CallResult.NO_ANSWER.value, N_("No answer"), "phone-missed"),
)
ANSWERS = (
    Option(Answer.GRANTED.value, N_("Yes, a new time"), "calendar-check"),
    Option(Answer.REFUSED.value, N_("No"), "circle-x"),
    Option(Answer.WILL_GET_BACK.value, N_("Will get back"), "hourglass"),
)
COURTESY_HOW = (
    Option("spoke", N_("Told {interviewer}"), "phone-call"),
    Option("message", N_("Left a message"), "voicemail"),
    Option("email", N_("Sent an e-mail"), "mail"),
    Option("visit", N_("Told in person"), "footprints"),
)
