"""Step `plan`: if-then for the outside and for the inside, leave-by time, said out loud once (A5)."""

from __future__ import annotations

from noshow_desk.domain.kinds import PaperKind, StepId
from noshow_desk.domain.practice.after import REMINDER_DAYS
from noshow_desk.i18n import N_, Message
from noshow_desk.ui.incident_wizard.blocks.calendar_entry import CalendarEntry
from noshow_desk.ui.incident_wizard.fields import Block, Field, FieldKind, Say, StepPage
from noshow_desk.ui.incident_wizard.nudges import nudge_of
from noshow_desk.ui.incident_wizard.situation import Situation

# By how many reminders are still ahead: the same days as on the plan card.
_REMINDED = (
    N_("New date: {when}"),
    N_("New date: {when}. Reminder 1 day before."),
    N_("New date: {when}. Reminders 3 days and 1 day before."),
    N_("New date: {when}. Reminders 7, 3 and 1 days before."),
)


def new_date(situation: Situation) -> Message | None:
    """Return when the new date is, and on which days before it one is still reminded."""
    new = situation.facts.new_appointment
    if new is None or new.starts is None:
        return Message(N_("No new date yet. A plan can be made all the same."))
    left = (new.starts.date() - situation.today).days
    ahead = sum(days <= left for days in REMINDER_DAYS)
    return Message(_REMINDED[ahead], {"when": new.starts})


PAGE = StepPage(
    step=StepId.PLAN,
    title=N_("A plan for the day"),
    lead=N_("In {client}’s words: if this happens, then I do that. One for the outside, one for the inside."),
    rows=(
        Say(new_date, "plain", "calendar-check"),
        Field(path="incident.plan.if_thens", kind=FieldKind.IF_THENS, label=N_("If … then I …")),
        Field(path="incident.plan.leave_by", kind=FieldKind.TIME, label=N_("Leave by"), half=True),
        Field(
            path="incident.plan.said_aloud_at",
            kind=FieldKind.STAMP,
            label=N_("{client} said the plan out loud once"),
            half=True,
        ),
        nudge_of(StepId.PLAN),
        Block(make=CalendarEntry),
    ),
    draft=PaperKind.PLAN_CARD,
)
