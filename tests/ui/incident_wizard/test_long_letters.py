"""A long letter is checked at the pause, not at each key; a way out checks it whatever is shown."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard import check_pause, note_draft
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.blocks.paper_ticks import PaperTicks
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.incident_wizard.paper_out import is_draft
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_note import tick_both
from tests.ui.kit.fake_dialogs import FakeDialogs

BLANK = " Ask for [name]."


@pytest.fixture
def page(desk: Desk, wizard: Open) -> IncidentWizardPage:
    """Return the wizard at a note that is ticked as true, its words open for editing."""
    page = wizard(cases.granted(desk), "note")
    tick_both(page)
    page.body().draft._edit.click()
    return page


@pytest.fixture
def checked(page: IncidentWizardPage, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return where the words of each check are noted, in a note that counts as long."""
    seen: list[str] = []
    check = note_draft.check_draft

    def noted(desk: Desk, letter: object, **more: object) -> object:
        seen.append(str(letter))
        return check(desk, letter, **more)

    monkeypatch.setattr(check_pause, "LONG", 20)
    monkeypatch.setattr(check_pause, "PAUSE_MS", 60_000)
    monkeypatch.setattr(note_draft, "check_draft", noted)
    return seen


def type_words(page: IncidentWizardPage, words: str) -> None:
    field = page.view().findChild(HandEdit)._fields[1]
    cursor = field.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    field.setTextCursor(cursor)
    QTest.keyClicks(field, words)


def test_a_key_in_a_long_letter_checks_nothing(page: IncidentWizardPage, checked: list[str]) -> None:
    type_words(page, BLANK)
    assert checked == [] and page.body().draft.following()


def test_a_way_out_checks_what_was_typed_last(
    page: IncidentWizardPage, checked: list[str], dialogs: FakeDialogs
) -> None:
    dialogs.answers.append("")
    type_words(page, BLANK)
    assert page.case is not None and is_draft(page.case)
    page.body().footer.next_wished.emit()
    assert "[name]" in dialogs.questions[-1].text and not page.case.note.sent


@pytest.mark.parametrize("way", ["copy", "turn"])
def test_what_leaves_the_desk_has_the_words_typed_last(
    page: IncidentWizardPage, checked: list[str], way: str
) -> None:
    type_words(page, BLANK)
    draft = page.body().draft
    {"copy": draft._copy, "turn": draft._turn}[way].click()
    assert "[name]" in draft.text() and not draft.following()


def test_the_line_at_the_ticks_follows_at_the_pause(
    page: IncidentWizardPage, checked: list[str], qtbot: QtBot
) -> None:
    ticks = page.view().findChild(PaperTicks)
    type_words(page, BLANK)
    ticks._pause.start(0)
    qtbot.waitUntil(lambda: "[name]" in ticks._open.text())


def test_fifty_pages_of_short_lines_are_kept_and_can_be_left(
    page: IncidentWizardPage, dialogs: FakeDialogs
) -> None:
    field = page.view().findChild(HandEdit)._fields[1]
    field.selectAll()
    field.insertPlainText("A short line.\n" * 1_400)
    assert page.case.note.keep() and page.leave() and not dialogs.asked
