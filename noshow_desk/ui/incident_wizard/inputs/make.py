"""Which input shows which kind of field."""

from __future__ import annotations

from noshow_desk.ui.incident_wizard.fields import Field, FieldKind
from noshow_desk.ui.incident_wizard.inputs import plain
from noshow_desk.ui.incident_wizard.inputs.base import Input
from noshow_desk.ui.incident_wizard.inputs.factors import FactorsInput
from noshow_desk.ui.incident_wizard.inputs.if_thens import IfThensInput
from noshow_desk.ui.incident_wizard.inputs.obstacles import ObstaclesInput
from noshow_desk.ui.incident_wizard.situation import Situation

# To add a kind of field: a member of FieldKind, an input class, and a row here.
INPUTS: dict[FieldKind, type[Input]] = {
    FieldKind.LINE: plain.LineInput,
    FieldKind.TEXT: plain.TextInput,
    FieldKind.LINES: plain.LinesInput,
    FieldKind.CHOICE: plain.ChoiceInput,
    FieldKind.PICK: plain.PickInput,
    FieldKind.CHECKS: plain.ChecksInput,
    FieldKind.FACTORS: FactorsInput,
    FieldKind.RULER: plain.RulerInput,
    FieldKind.TICK: plain.TickInput,
    FieldKind.STAMP: plain.TickInput,
    FieldKind.DAY: plain.DayInput,
    FieldKind.TIME: plain.TimeInput,
    FieldKind.MOMENT: plain.MomentInput,
    FieldKind.OBSTACLES: ObstaclesInput,
    FieldKind.IF_THENS: IfThensInput,
}


def make_input(field: Field, situation: Situation) -> Input:
    """Return the input of a field."""
    return INPUTS[field.kind](field, situation)
