"""What the client's paper will say is spell-checked where it is typed, in the language of the paper."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.blocks.paper_choice import NoteLanguage
from noshow_desk.ui.incident_wizard.note_draft import EDITING
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.kit.inputs import TextField
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open

OWN_WORDS = "incident.own_words"
SOON = 20_000  # ms; the dictionary is read in a pause


def own_words(page: IncidentWizardPage) -> TextField:
    editor = page.view().input_of(OWN_WORDS).editor
    assert isinstance(editor, TextField)
    return editor


def waves(page: IncidentWizardPage) -> list[str]:
    """Return the words that are underlined now."""
    block = own_words(page).document().firstBlock()
    text = block.text()
    return [text[one.start : one.start + one.length] for one in block.layout().formats()]


def type_words(page: IncidentWizardPage, words: str) -> None:
    editor = own_words(page)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, words)


@pytest.fixture
def page(wizard: Open, desk: Desk) -> IncidentWizardPage:
    """The note of an incident in English."""
    made = cases.report(desk)
    cases.reach(desk, made)
    cases.change(desk, made, **cases.talked(desk) | {"own_words": ""})
    return wizard(made, "note")


def test_a_misspelt_word_is_marked_and_names_are_not(qtbot: QtBot, page: IncidentWizardPage) -> None:
    assert page.case is not None
    client = page.case.saved.client
    type_words(page, f"thank you from {client.first_name.lower()}, I am sorrry.")
    qtbot.waitUntil(lambda: waves(page) == ["sorrry"], timeout=SOON)


def test_the_menu_puts_the_word_right(qtbot: QtBot, page: IncidentWizardPage) -> None:
    type_words(page, "I am sorrry for it. ")
    qtbot.waitUntil(lambda: waves(page) == ["sorrry"], timeout=SOON)
    editor = own_words(page)
    menu = QMenu(editor)
    assert editor._spelling is not None
    editor._spelling.add_to_menu(menu, 7)
    next(action for action in menu.actions() if action.text() == "sorry").trigger()
    assert own_words(page).value() == "I am sorry for it."
    assert page.case is not None
    assert page.case.situation.facts.incident.own_words == "I am sorry for it."


def test_spanish_words_are_right_in_a_spanish_paper(qtbot: QtBot, page: IncidentWizardPage) -> None:
    type_words(page, "Gracias por la oportunidad. ")
    qtbot.waitUntil(lambda: "oportunidad" in waves(page), timeout=SOON)
    choice = page.view().findChild(NoteLanguage)
    assert choice is not None
    choice._language.chosen.emit("es")
    qtbot.waitUntil(lambda: waves(page) == [], timeout=SOON)
    type_words(page, "Grasias por la oportunidad. ")
    qtbot.waitUntil(lambda: waves(page) == ["Grasias"], timeout=SOON)


def test_a_town_in_the_address_edited_by_hand_is_a_name(qtbot: QtBot, desk: Desk, wizard: Open) -> None:
    made = cases.granted(desk)
    facts = desk.vault.cases.facts(made)
    with desk.act():
        address = "1200 Harbor Road\nKalorama, CA 90000"
        desk.vault.interviewers.change(replace(facts.interviewer, postal_address=address))
    page = wizard(made, "note")
    assert page.case is not None
    page.case.put_aside(EDITING, True)
    edit = page.view().findChild(HandEdit)
    assert edit is not None
    field = next(one for one in edit._fields if "Kalorama" in one.value())
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, " Zzyzxia")
    field.appendPlainText("Zzyzxia ")
    qtbot.waitUntil(lambda: _waves(field) == ["Zzyzxia"], timeout=SOON)


def _waves(field: TextField) -> list[str]:
    block, found = field.document().firstBlock(), []
    while block.isValid():
        found += [block.text()[one.start : one.start + one.length] for one in block.layout().formats()]
        block = block.next()
    return found
