"""Step `debrief`: courage first and larger, luck second (R18)."""

from __future__ import annotations

from noshow_desk.domain.kinds import PaperKind, StepId
from noshow_desk.i18n import N_
from noshow_desk.ui.incident_wizard.blocks.courage import Courage
from noshow_desk.ui.incident_wizard.fields import Block, Field, FieldKind, StepPage

PAGE = StepPage(
    step=StepId.DEBRIEF,
    title=N_("What {client} did"),
    lead=N_("Whether a second chance is given is luck. Facing it is growth."),
    rows=(
        Block(make=Courage),
        Field(
            path="incident.debrief.growth_sentence",
            kind=FieldKind.TEXT,
            label=N_("What {client} takes from it"),
            hint=N_("A sentence of {client}’s own: “Now I know that I can make that call.”"),
            stamp="incident.debrief.at",
        ),
        Field(
            path="incident.debrief.caseworker_said",
            kind=FieldKind.TEXT,
            label=N_("What you said back"),
            hint=N_("What you saw {client} do, not whether it worked."),
            stamp="incident.debrief.at",
        ),
    ),
    draft=PaperKind.CALL_CARD,
)
