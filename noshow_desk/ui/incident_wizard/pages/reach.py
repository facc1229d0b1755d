"""Step `reach`: try the client first, on every channel, two minutes each (R5, A1)."""

from __future__ import annotations

from noshow_desk.domain.kinds import AttemptResult, PaperKind, StepId
from noshow_desk.i18n import N_, Message
from noshow_desk.ui.incident_wizard.blocks.attempt_log import AttemptLog
from noshow_desk.ui.incident_wizard.blocks.contact_list import ContactList
from noshow_desk.ui.incident_wizard.blocks.safety_card import SafetyCard
from noshow_desk.ui.incident_wizard.choices import GOING, YES_NO
from noshow_desk.ui.incident_wizard.fields import Block, Field, FieldKind, Heading, Say, StepPage
from noshow_desk.ui.incident_wizard.situation import Situation


def not_ready(situation: Situation) -> bool:
    """Say whether the client was reached but is crying, angry, or cannot talk now."""
    return bool(situation.attempts) and situation.attempts[-1].result is AttemptResult.NOT_READY


def reached_before(situation: Situation) -> bool:
    """Say whether the client was reached while the appointment is still ahead."""
    return situation.reached and (situation.derived.imminent or situation.facts.incident.going is not None)


def was_reached(situation: Situation) -> bool:
    """Say whether the client was reached."""
    return situation.reached


def what_now(situation: Situation) -> Message | None:
    """Return where the answer of a client reached in time leads."""
    going = situation.facts.incident.going
    if going is None or not reached_before(situation):
        return None
    if going:
        return Message(N_("Good. Nothing counts as missed. A plan card helps to get there."))
    return Message(
        N_("Then {client} calls now, to cancel or to ask for another time. In time, it is not a miss."),
        {"client": situation.names["client"]},
    )


def not_reached(situation: Situation) -> Message | None:
    """Return what to do once every channel was tried."""
    if situation.reached or not situation.attempts:
        return None
    return Message(
        N_("One try on each channel is enough for now. Then call {interviewer}."),
        {"interviewer": situation.names["interviewer"]},
    )


PAGE = StepPage(
    step=StepId.REACH,
    title=N_("Reach {client} first"),
    lead=N_("One try on each channel, two minutes each. Then the interviewer hears from you."),
    rows=(
        Block(make=ContactList),
        Say(not_reached, "plain"),
        Block(make=SafetyCard, shown=was_reached),
        Field(
            path="incident.going",
            kind=FieldKind.CHOICE,
            label=N_("The appointment is still ahead. What will {client} do?"),
            options=GOING,
            shown=reached_before,
        ),
        Say(what_now, "green", "footprints"),
        Heading(
            text=N_("{client} cannot talk now"),
            note=N_("Listen first. Agree when you call again, and ask: “May I tell them you’ll call?”"),
            shown=not_ready,
        ),
        Field(
            path="attempt.call_back_at",
            kind=FieldKind.MOMENT,
            label=N_("Call back"),
            shown=not_ready,
            half=True,
        ),
        Field(
            path="attempt.may_tell",
            kind=FieldKind.CHOICE,
            label=N_("May I tell them you’ll call?"),
            options=YES_NO,
            shown=not_ready,
            half=True,
        ),
        Heading(text=N_("Tried so far")),
        Block(make=AttemptLog),
    ),
    draft=PaperKind.COURTESY,
)
