"""Undo beside the findings takes one act back, by name, and nothing that was typed since."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from noshow_desk.services.desk import Desk
from noshow_desk.services.lost_parts import NO_SIGNATURE
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.checks.row import FindingRow
from noshow_desk.ui.incident_wizard.checks.stretch import between, followed, put_back
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.kit.buttons import LinkButton
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_checks import (
    EXCUSE,
    checks,
    do,
    own_words,
    row_of,
    rows,
    type_own_words,
    wait_for_paper,
)

LATER = " I will bring my papers."


@pytest.fixture
def granted(desk: Desk) -> str:
    return cases.granted(desk, own_words="")


def undo(page: IncidentWizardPage) -> LinkButton:
    return checks(page).list.undo


def type_in(page: IncidentWizardPage, part: int, words: str) -> HandEdit:
    """Type at the end of a part of the letter, key by key."""
    edit = page.view().findChild(HandEdit)
    field = edit._fields[part]
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, words)
    wait_for_paper(page)
    return edit


def by_hand_with_excuse(page: IncidentWizardPage) -> int:
    """Open the letter for editing with an excuse in it; return the number of its part."""
    page.body().draft._edit.click()
    fields = page.view().findChild(HandEdit)._fields
    part = next(at for at, field in enumerate(fields) if "I am sorry" in field.value())
    type_in(page, part, f" {EXCUSE}")
    return part


@pytest.mark.parametrize("leave", [False, True])
def test_what_was_typed_in_another_part_stays(wizard: Open, granted: str, leave: bool) -> None:
    page = wizard(granted, "note")
    part = by_hand_with_excuse(page)
    before = [field.value() for field in page.view().findChild(HandEdit)._fields]
    row = row_of(page, "my car broke down")
    instead = row.way()
    row.use.click()
    assert instead in page.view().findChild(HandEdit)._fields[part].value()
    type_in(page, part + 1, LATER)
    if leave:
        page.view().findChild(HandEdit)._done.click()
        page.body().draft.show_now()
    assert undo(page).isVisible() and undo(page).text() == "Undo “Use this”"
    undo(page).click()
    wait_for_paper(page)
    assert page.case.note.texts() == [*before[: part + 1], before[part + 1] + LATER, *before[part + 2 :]]
    assert not undo(page).isVisible()


def test_what_was_typed_behind_it_in_the_same_words_stays(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    type_own_words(page, f"I am ready. {EXCUSE}")
    rows(page)[0].use.click()
    editor = page.view().input_of("incident.own_words").editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, LATER)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(editor, "Truly: ")
    wait_for_paper(page)
    undo(page).click()
    assert own_words(page) == f"Truly: I am ready. {EXCUSE}{LATER}"


def test_a_new_sentence_in_its_place_lets_the_act_stand(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    type_own_words(page, EXCUSE)
    do(rows(page)[0], "Leave it out")
    assert undo(page).text() == "Undo “Leave it out”" and undo(page).isVisible()
    type_own_words(page, "I will bring my papers.")
    assert not undo(page).isVisible()
    undo(page).click()
    assert own_words(page) == "I will bring my papers."


def test_typing_into_the_words_that_were_put_lets_the_act_stand(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    part = by_hand_with_excuse(page)
    row_of(page, "my car broke down").use.click()
    field = page.view().findChild(HandEdit)._fields[part]
    field.moveCursor(QTextCursor.MoveOperation.End)
    field.moveCursor(QTextCursor.MoveOperation.PreviousWord)
    QTest.keyClicks(field, "x")
    assert not undo(page).isVisible()  # at once: nobody may press it while the paper follows
    checks(page)._on_list_undone()
    assert field.value() == page.case.note.texts()[part] and "x" in field.value()


def test_back_to_the_words_of_the_template_lets_the_act_stand(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    by_hand_with_excuse(page)
    do(row_of(page, "my car broke down"), "Leave it out")
    page.view().findChild(HandEdit)._back.click()
    wait_for_paper(page)
    assert not undo(page).isVisible() and not page.case.note.by_hand


def test_a_stretch_is_the_whole_of_what_was_put() -> None:
    before, after = "So. I was sorry then. Yes.", "So. I am sorry now. Yes."
    stretch = between(before, after, "I am sorry now.")
    assert after[stretch.start : stretch.end] == "I am sorry now." and stretch.before == "I was sorry then."
    assert put_back(stretch, after) == before
    moved = followed(stretch, after, "So. Yes, I am sorry now. Yes.")
    assert moved is not None and moved.start == stretch.start + 5
    assert followed(stretch, after, "So. I am so sorry now. Yes.") is None


def test_a_stretch_is_followed_and_put_back_whatever_is_typed_around_it() -> None:
    chance, followed_ones = Random(7), 0
    for _case in range(2_000):
        head, words, tail = ("".join(chance.choices("ab ", k=chance.randint(0, 5))) for _part in range(3))
        put = "".join(chance.choices("abx", k=chance.randint(0, 4)))
        before, text = head + words + tail, head + put + tail
        stretch = between(before, text, put)
        assert put_back(stretch, text) == before
        at = chance.randint(0, len(text))
        typed = text[:at] + chance.choice(["", "a", "b", "yz"]) + text[at + chance.randint(0, 2) :]
        found = followed(stretch, text, typed)
        if found is None:
            continue
        followed_ones += 1
        assert typed[found.start : found.end] == stretch.words
        around = typed[: found.start] + typed[found.end :]
        back = put_back(found, typed)
        assert back[: found.start] + back[found.start + len(found.before) :] == around
    assert followed_ones > 500


def sign_row(page: IncidentWizardPage) -> FindingRow:
    return next(row for row in rows(page) if row.finding.code == NO_SIGNATURE)


def unsigned(page: IncidentWizardPage) -> list[str]:
    """Open the letter, empty its signature and keep it so; return the words of its parts."""
    page.body().draft._edit.click()
    field = page.view().findChild(HandEdit)._fields[-1]
    field.selectAll()
    QTest.keyClick(field, "\b")
    page.view().findChild(HandEdit)._done.click()
    wait_for_paper(page)
    return list(page.case.note.texts())


@pytest.mark.parametrize("open_again", [False, True])
def test_a_signature_in_a_block_of_its_own_is_taken_back_by_name(
    wizard: Open, granted: str, open_again: bool
) -> None:
    page = wizard(granted, "note")
    before = unsigned(page)
    if open_again:
        page.body().draft._edit.click()
    sign_row(page).use.click()
    wait_for_paper(page)
    assert page.case.note.texts() == [*before, "Marcus Reed"]
    assert undo(page).isVisible() and undo(page).text() == "Undo “Use this”"
    undo(page).click()
    wait_for_paper(page)
    assert page.case.note.texts() == before and not undo(page).isVisible()
    assert sign_row(page)


def test_a_signature_is_taken_back_and_what_was_typed_since_stays(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    before = unsigned(page)
    sign_row(page).use.click()
    wait_for_paper(page)
    page.body().draft._edit.click()
    type_in(page, 2, LATER)
    assert undo(page).isVisible()
    undo(page).click()
    wait_for_paper(page)
    said = [text for text in page.case.note.texts() if text]
    assert said == [*before[:2], before[2] + LATER, *before[3:]]
    sign_row(page).use.click()
    assert page.case.note.texts() == [*said, "Marcus Reed"]


def test_a_signature_that_somebody_typed_in_stands_for_good(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    before = unsigned(page)
    sign_row(page).use.click()
    wait_for_paper(page)
    page.body().draft._edit.click()
    type_in(page, len(before), ", Bayside")
    assert not undo(page).isVisible()
    assert page.case.note.texts() == [*before, "Marcus Reed, Bayside"]
