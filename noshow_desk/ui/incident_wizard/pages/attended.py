"""Step `attended`: did the new appointment happen? (R17)"""

from __future__ import annotations

from noshow_desk.domain.kinds import PaperKind, StepId
from noshow_desk.i18n import N_
from noshow_desk.ui.incident_wizard.blocks.new_date_outcome import NewDateOutcome
from noshow_desk.ui.incident_wizard.blocks.three_facts import ThreeFacts
from noshow_desk.ui.incident_wizard.fields import Block, StepPage
from noshow_desk.ui.incident_wizard.nudges import nudge_of

PAGE = StepPage(
    step=StepId.ATTENDED,
    title=N_("Did the new date happen?"),
    lead=N_("Three separate facts. The attempt comes first, whatever the other two say."),
    rows=(Block(make=ThreeFacts), Block(make=NewDateOutcome), nudge_of(StepId.ATTENDED)),
    draft=PaperKind.PLAN_CARD,
)
