"""The phrase bank beside a letter edited by hand: one click puts the words where the cursor was."""

from __future__ import annotations

import pytest

from noshow_desk.domain.kinds import Answer
from noshow_desk.letters.phrases import Purpose, Register, phrases
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open


@pytest.fixture
def page(desk: Desk, wizard: Open) -> IncidentWizardPage:
    """The note of a granted incident, being edited by hand."""
    made = cases.report(desk)
    cases.call(desk, made, asked=True, answer=Answer.GRANTED)
    shown = wizard(made, "note")
    shown.body().draft._edit.click()
    return shown


def edit_of(page: IncidentWizardPage) -> HandEdit:
    edit = page.view().findChild(HandEdit)
    assert isinstance(edit, HandEdit)
    return edit


def test_a_phrase_goes_where_the_cursor_was(page: IncidentWizardPage) -> None:
    edit = edit_of(page)
    field = edit._fields[1]
    field.set_value("Thank you.")
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    phrase = phrases("en", Purpose.SORRY_MISS, Register.PLAIN)[0].text
    edit._bank._rows.acted.emit(phrase)
    assert field.value() == f"Thank you. {phrase}"
    page.body().draft.show_now()
    assert phrase in page.body().draft.text()


def test_without_a_cursor_it_goes_into_the_middle(page: IncidentWizardPage) -> None:
    edit = edit_of(page)
    edit._last = None
    edit._bank._rows.acted.emit("I am sorry.")
    assert "I am sorry." in edit._fields[len(edit._fields) // 2].value()


def test_the_bank_speaks_the_letters_language(page: IncidentWizardPage) -> None:
    bank = edit_of(page)._bank
    assert page.case is not None
    assert bank._language(page.case.situation) == page.case.note.letter().language
