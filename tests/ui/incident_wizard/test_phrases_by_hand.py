"""The phrase bank beside a letter edited by hand: one click puts the words where the cursor was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
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


def click(edit: HandEdit, part: int) -> None:
    """Click into a part of the letter, as the person does."""
    QTest.mouseClick(edit._fields[part].viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 12))


def test_a_phrase_goes_where_the_cursor_was(page: IncidentWizardPage) -> None:
    edit = edit_of(page)
    field = edit._fields[1]
    field.set_value("Thank you.")
    click(edit, 1)
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


def test_a_phrase_used_at_once_goes_behind_the_words_in_the_middle(
    page: IncidentWizardPage, qtbot: QtBot
) -> None:
    edit = edit_of(page)
    before = [field.value() for field in edit._fields]
    assert before[0] == "Dear Ms. Alvarez," and before[-1].startswith("Sincerely,")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is edit._fields[0])  # where the program put it
    edit._bank._rows.acted.emit("I am sorry.")
    edit._bank._rows.acted.emit("It was on me.")
    added = f"{before[2]} I am sorry. It was on me."
    assert [field.value() for field in edit._fields] == [*before[:2], added, *before[3:]]


@pytest.mark.parametrize("words", ["Hello,", ""])
def test_a_phrase_goes_neither_above_a_greeting_nor_to_a_name(page: IncidentWizardPage, words: str) -> None:
    edit = edit_of(page)
    for at, text in enumerate(("Dear Ms. Alvarez,", "", "", words, "Marcus Reed")):
        edit._fields[at].set_value(text)
        edit._fields[at].edited.emit(text)
    edit._last = None
    edit._bank._rows.acted.emit("I am sorry.")
    assert edit._fields[0].value() == "Dear Ms. Alvarez," and edit._fields[4].value() == "Marcus Reed"
    assert edit._fields[2].value() == "I am sorry."


def test_a_phrase_goes_where_the_person_typed_clicked_or_keyed(
    page: IncidentWizardPage, qtbot: QtBot
) -> None:
    edit = edit_of(page)
    QTest.keyClicks(edit._fields[1], "Yes. ")
    edit._bank._rows.acted.emit("By typing.")
    assert "By typing." in edit._fields[1].value()
    click(edit, 3)
    edit._bank._rows.acted.emit("By mouse.")
    assert "By mouse." in edit._fields[3].value()
    edit._fields[1].setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is edit._fields[2])
    edit._bank._rows.acted.emit("By key.")
    assert "By key." in edit._fields[2].value()
    QTest.keyClick(edit._fields[0], Qt.Key.Key_End)
    edit._bank._rows.acted.emit("By choice.")
    assert edit._fields[0].value() == "Dear Ms. Alvarez, By choice."


def test_the_bank_speaks_the_letters_language(page: IncidentWizardPage) -> None:
    bank = edit_of(page)._bank
    assert page.case is not None
    assert bank._language(page.case.situation) == page.case.note.letter().language
