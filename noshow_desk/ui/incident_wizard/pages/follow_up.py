"""Step `follow_up`: the next contact, and what was put off on the way."""

from __future__ import annotations

from noshow_desk.domain.kinds import StepId
from noshow_desk.i18n import N_
from noshow_desk.ui.incident_wizard.blocks.next_contact import NextContact
from noshow_desk.ui.incident_wizard.blocks.put_off import PutOff
from noshow_desk.ui.incident_wizard.blocks.three_facts import ThreeFacts
from noshow_desk.ui.incident_wizard.fields import Block, Heading, StepPage

PAGE = StepPage(
    step=StepId.FOLLOW_UP,
    title=N_("When do you two speak next?"),
    lead=N_("Nobody is left without a next date. Nothing closes by itself."),
    rows=(
        Block(make=NextContact),
        Heading(
            text=N_("Not now"),
            note=N_("Steps that were put off. Each can be opened, or left out with a reason."),
        ),
        Block(make=PutOff),
        Block(make=ThreeFacts),
    ),
    primary=N_("Done"),
    draft=None,
)
