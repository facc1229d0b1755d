"""Step `rulers`: importance and confidence from 0 to 10, each with "why not lower?" (R6)."""

from __future__ import annotations

from noshow_desk.coaching import hints
from noshow_desk.domain.incident import Ruler
from noshow_desk.domain.kinds import PaperKind, StepId
from noshow_desk.i18n import N_, Message
from noshow_desk.ui.incident_wizard.fields import Field, FieldKind, Say, StepPage
from noshow_desk.ui.incident_wizard.nudges import nudge_of
from noshow_desk.ui.incident_wizard.situation import Situation


def why_not_less_important(situation: Situation) -> Message | None:
    """R6: the question to the number on the first ruler."""
    return _why_not_lower(situation.facts.incident.importance)


def why_not_less_sure(situation: Situation) -> Message | None:
    """R6: the question to the number on the second ruler."""
    return _why_not_lower(situation.facts.incident.confidence)


def _why_not_lower(ruler: Ruler | None) -> Message | None:
    return hints.why_not_lower(ruler.value) if ruler is not None and ruler.value is not None else None


PAGE = StepPage(
    step=StepId.RULERS,
    title=N_("How much, and how sure?"),
    lead=N_("Ask why not lower, never why not ten: the answer is {client}’s own reason to go on."),
    rows=(
        Field(
            path="incident.importance.value",
            kind=FieldKind.RULER,
            label=N_("How important is this to {client}?"),
            hint=N_("Not at all|More than anything"),
        ),
        Say(why_not_less_important, "plain", "message-circle"),
        Field(
            path="incident.importance.why_not_lower",
            kind=FieldKind.LINE,
            label=N_("Why not lower?"),
            placeholder=N_("What {client} says"),
        ),
        Field(
            path="incident.confidence.value",
            kind=FieldKind.RULER,
            label=N_("How sure is {client} of being able to do it?"),
            hint=N_("Not sure at all|Completely sure"),
        ),
        Say(why_not_less_sure, "plain", "message-circle"),
        Field(
            path="incident.confidence.why_not_lower",
            kind=FieldKind.LINE,
            label=N_("Why not lower?"),
            placeholder=N_("What {client} says"),
        ),
        nudge_of(StepId.RULERS),
    ),
    draft=PaperKind.CALL_CARD,
)
