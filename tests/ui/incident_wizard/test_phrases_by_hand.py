"""The phrase bank beside a letter edited by hand: one click puts the words where the cursor was."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

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


@pytest.mark.parametrize(
    ("words", "at", "kept"),
    [
        ("I am sorry.", 0, "I missed it. I am sorry."),
        (" I am sorry.", 0, "I missed it. I am sorry."),
        ("I know. I am sorry.", 7, "I know. I missed it. I am sorry."),
        ("I know. I am sorry.", 8, "I know. I missed it. I am sorry."),
        ("Dear Ms. Alvarez,\nI am sorry.", 18, "Dear Ms. Alvarez,\nI missed it. I am sorry."),
        ("😀 I know. I am sorry.", 10, "😀 I know. I missed it. I am sorry."),
        ("", 0, "I missed it."),
    ],
)
def test_a_phrase_touches_no_sentence(page: IncidentWizardPage, words: str, at: int, kept: str) -> None:
    edit = edit_of(page)
    field = edit._fields[1]
    field.setPlainText(words)
    cursor = field.textCursor()
    cursor.setPosition(at)
    field.setTextCursor(cursor)
    edit._last = field
    edit._bank._rows.acted.emit("I missed it.")
    assert field.toPlainText() == kept


def test_a_phrase_takes_the_place_of_the_marked_words(page: IncidentWizardPage) -> None:
    edit = edit_of(page)
    field = edit._fields[1]
    field.setPlainText("I know. So what? I am sorry.")
    cursor = field.textCursor()
    cursor.setPosition(16)
    cursor.setPosition(8, cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    edit._last = field
    edit._bank._rows.acted.emit("I missed it.")
    assert field.toPlainText() == "I know. I missed it. I am sorry."


def test_a_letter_is_offered_no_words_that_begin_a_call(page: IncidentWizardPage) -> None:
    bank = edit_of(page)._bank
    offered = [bank._purpose.itemText(at) for at in range(bank._purpose.count())]
    assert "Begin" not in offered and "Close" not in offered and "Thank" in offered
    assert not any("This is Marcus" in row.title for row in bank._rows._shown)


def test_the_buttons_below_the_letter_make_no_page_too_wide(page: IncidentWizardPage) -> None:
    edit = edit_of(page)
    assert edit.minimumSizeHint().width() < edit._done.width() + edit._back.width()


def test_a_part_of_the_letter_shows_all_its_lines(page: IncidentWizardPage, qtbot: QtBot) -> None:
    edit = edit_of(page)
    edit._fields[1].setPlainText("I am sorry for the time and the trouble that it cost you and them. " * 2)
    for width in (1274, 1000, 1274):
        page.resize(width, 664)
        qtbot.waitUntil(lambda: all(each.height() == each.sizeHint().height() for each in edit._fields))
        assert not any(each.verticalScrollBar().maximum() for each in edit._fields)


def test_without_a_cursor_it_goes_into_the_middle(page: IncidentWizardPage) -> None:
    edit = edit_of(page)
    edit._last = None
    edit._bank._rows.acted.emit("I am sorry.")
    assert "I am sorry." in edit._fields[len(edit._fields) // 2].value()


def test_the_bank_speaks_the_letters_language(page: IncidentWizardPage) -> None:
    bank = edit_of(page)._bank
    assert page.case is not None
    assert bank._language(page.case.situation) == page.case.note.letter().language
