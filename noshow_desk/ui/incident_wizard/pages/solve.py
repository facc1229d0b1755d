"""Step `solve`: what is in the way, and the client's own way around it (R7, R8, R9, R10)."""

from __future__ import annotations

from noshow_desk.domain.kinds import PaperKind, StepId
from noshow_desk.i18n import N_
from noshow_desk.ui.incident_wizard.blocks.suggestions import Suggestions
from noshow_desk.ui.incident_wizard.choices import WHOSE
from noshow_desk.ui.incident_wizard.fields import Block, Field, FieldKind, StepPage
from noshow_desk.ui.incident_wizard.nudges import nudge_of

PAGE = StepPage(
    step=StepId.SOLVE,
    title=N_("{client} finds the way around it"),
    lead=N_("Do not rush in and fix. {client}’s idea first; yours wait."),
    rows=(
        Field(
            path="incident.obstacles",
            kind=FieldKind.OBSTACLES,
            label=N_("What could get in the way next time?"),
            hint=N_("Three are plenty."),
        ),
        nudge_of(StepId.SOLVE),
        Block(make=Suggestions),
        Field(
            path="incident.insight.words",
            kind=FieldKind.LINE,
            label=N_("What {client} saw about it"),
            hint=N_("Stays on top of every later step."),
        ),
        Field(path="incident.insight.whose", kind=FieldKind.CHOICE, label=N_("Whose words"), options=WHOSE),
    ),
    draft=PaperKind.CALL_CARD,
)
