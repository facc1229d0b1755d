"""Step `note`: the client's letter or e-mail, true in every sentence (A4, R12, R13, R14)."""

from __future__ import annotations

from noshow_desk.domain.kinds import PaperKind, StepId
from noshow_desk.i18n import N_, Message
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.blocks.paper_choice import NoteLanguage, PaperChoice
from noshow_desk.ui.incident_wizard.blocks.paper_ticks import PaperTicks
from noshow_desk.ui.incident_wizard.blocks.paper_way import Addressed, PaperWay
from noshow_desk.ui.incident_wizard.blocks.save_as import SaveAs
from noshow_desk.ui.incident_wizard.fields import Block, Field, FieldKind, Say, StepPage
from noshow_desk.ui.incident_wizard.pages.ask import granted
from noshow_desk.ui.incident_wizard.situation import Situation


def letters_off(situation: Situation) -> Message | None:
    """Return the reminder that letters are off by default for supervision, court and benefits."""
    if not situation.official:
        return None
    return Message(N_("Letters are off by default here. Check the policy before one goes out."))


def editing(situation: Situation) -> bool:
    """Say whether the words are being edited by hand."""
    return situation.editing


def not_editing(situation: Situation) -> bool:
    """Say whether the form is on show."""
    return not situation.editing


def shows_date(situation: Situation) -> bool:
    """Say whether a second chance was granted and its date is still unknown."""
    new = situation.facts.new_appointment
    return granted(situation) and (new is None or new.starts is None) and not situation.editing


PAGE = StepPage(
    step=StepId.NOTE,
    title=N_("Help {client} write the note"),
    lead=N_("Short, and in {client}’s own voice. {client} signs it."),
    rows=(
        Say(letters_off, "amber", "scale"),
        Block(make=HandEdit, shown=editing),
        Block(make=PaperChoice, shown=not_editing),
        Block(make=NoteLanguage, shown=not_editing, half=True),
        Block(make=Addressed, shown=not_editing, half=True),
        Field(path="granted.starts", kind=FieldKind.MOMENT, label=N_("The new date"), shown=shows_date),
        Field(
            path="incident.own_words",
            kind=FieldKind.TEXT,
            label=N_("One sentence in {client}’s own words"),
            hint=N_("Optional. It is the part people remember."),
            shown=not_editing,
            of_note=True,
        ),
        Block(make=PaperWay, shown=not_editing),
        Block(make=PaperTicks),
        Block(make=SaveAs),
    ),
    primary=N_("Mark as sent"),
    draft=PaperKind.THANK_YOU,
)
