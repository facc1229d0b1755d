"""Step `happened`: who, who is waiting, their number, when; and what turned out otherwise."""

from __future__ import annotations

from noshow_desk.domain.kinds import StepId
from noshow_desk.i18n import N_, Message
from noshow_desk.ui.incident_wizard.blocks.corrections import Corrections
from noshow_desk.ui.incident_wizard.choices import KINDS
from noshow_desk.ui.incident_wizard.fields import Block, Field, FieldKind, Heading, Say, StepPage
from noshow_desk.ui.incident_wizard.nudges import nudge_of
from noshow_desk.ui.incident_wizard.situation import Situation


def official_rules(situation: Situation) -> Message | None:
    """Return the reminder that supervision, court and benefits have rules of their own."""
    if not situation.official:
        return None
    return Message(
        N_("Other rules hold here: check your policy. You may make this call; letters are off by default.")
    )


def second_time(situation: Situation) -> Message | None:
    """Return the sentence above "What will be different?" when the appointment was itself a second chance."""
    if situation.facts.previous is None:
        return None
    return Message(
        N_("This was a second chance already. Asking again is still right, after one question."),
    )


def was_linked(situation: Situation) -> bool:
    """Say whether the appointment was itself a second chance."""
    return situation.facts.previous is not None


PAGE = StepPage(
    step=StepId.HAPPENED,
    title=N_("What happened"),
    lead=N_("Facts only. Four boxes are enough; all else can come later, in any order."),
    rows=(
        Say(second_time, "amber", "link-2"),
        Field(
            path="incident.different_this_time",
            kind=FieldKind.TEXT,
            label=N_("What will be different this time?"),
            hint=N_("In {client}’s own words."),
            shown=was_linked,
        ),
        Say(official_rules, "amber", "scale"),
        nudge_of(StepId.HAPPENED),
        Field(
            path="appointment.starts",
            kind=FieldKind.MOMENT,
            label=N_("When was it, by the clock there?"),
            half=True,
        ),
        Field(
            path="appointment.kind",
            kind=FieldKind.PICK,
            label=N_("Kind of appointment"),
            options=KINDS,
            half=True,
        ),
        Field(
            path="interviewer.courtesy_title",
            kind=FieldKind.LINE,
            label=N_("Courtesy title"),
            placeholder=N_("Ms., Mr., Dr. as the person wants it"),
            half=True,
        ),
        Field(path="interviewer.first_name", kind=FieldKind.LINE, label=N_("First name"), half=True),
        Field(path="interviewer.last_name", kind=FieldKind.LINE, label=N_("Last name"), half=True),
        Field(path="organisation.name", kind=FieldKind.LINE, label=N_("Organisation"), half=True),
        Field(
            path="interviewer.phones",
            kind=FieldKind.LINES,
            label=N_("Their number"),
            hint=N_("One a line, the best one first."),
            half=True,
        ),
        Field(
            path="interviewer.email",
            kind=FieldKind.LINE,
            label=N_("Their e-mail"),
            half=True,
        ),
        Field(
            path="interviewer.postal_address",
            kind=FieldKind.TEXT,
            label=N_("Their postal address"),
            hint=N_("For a letter."),
            half=True,
        ),
        Field(path="appointment.role", kind=FieldKind.LINE, label=N_("Role or programme"), half=True),
        Field(path="appointment.place", kind=FieldKind.LINE, label=N_("Place or link"), half=True),
        Heading(text=N_("Was it otherwise?"), note=N_("A correction is one click. The history keeps both.")),
        Block(make=Corrections),
    ),
    draft=None,
)
