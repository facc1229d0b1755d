"""Step `rehearse`: the true sentence, the days to offer, the words, and once out loud (R13, R15, R16)."""

from __future__ import annotations

from noshow_desk.domain.kinds import PaperKind, StepId
from noshow_desk.i18n import N_
from noshow_desk.ui.incident_wizard.blocks.hard_questions import HardQuestions
from noshow_desk.ui.incident_wizard.blocks.phrase_bank import PhraseBank
from noshow_desk.ui.incident_wizard.blocks.rehearsals import Rehearsals
from noshow_desk.ui.incident_wizard.fields import Block, Field, FieldKind, Heading, StepPage
from noshow_desk.ui.incident_wizard.pages.decide import forbids
from noshow_desk.ui.incident_wizard.situation import Situation


def has_sentence(situation: Situation) -> bool:
    """Say whether there is a sentence to confirm."""
    return bool(situation.facts.incident.true_sentence)


def will_ask(situation: Situation) -> bool:
    """Say whether days are worth offering."""
    return not forbids(situation)


PAGE = StepPage(
    step=StepId.REHEARSE,
    title=N_("Rehearse once, out loud"),
    lead=N_("You play {interviewer}. {client} speaks. Over the phone, read the card aloud together."),
    rows=(
        Field(
            path="incident.true_sentence",
            kind=FieldKind.LINE,
            label=N_("The one true sentence, if {interviewer} asks why"),
            hint=N_("It may stay empty: nothing has to be said."),
            half=False,
        ),
        Field(
            path="incident.true_sentence_confirmed_at",
            kind=FieldKind.STAMP,
            label=N_("{client} says: this sentence is true"),
            shown=has_sentence,
        ),
        Field(
            path="incident.days_i_can_keep",
            kind=FieldKind.LINES,
            label=N_("Days I can keep"),
            hint=N_("One a line: “Thursday after 10”."),
            shown=will_ask,
            half=True,
        ),
        Field(
            path="incident.own_words",
            kind=FieldKind.TEXT,
            label=N_("A sentence of {client}’s own"),
            hint=N_("Optional. It is the part people remember."),
            half=True,
        ),
        Block(make=PhraseBank),
        Heading(text=N_("Three hard questions"), note=N_("Ask them now, so that nobody asks them first.")),
        Block(make=HardQuestions),
        Block(make=Rehearsals),
    ),
    draft=PaperKind.CALL_CARD,
)
