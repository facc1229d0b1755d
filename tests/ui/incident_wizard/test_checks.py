"""The letter check as a person meets it: typed, underlined, listed, put right, kept, sent."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk.coaching import letter_check
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.kinds import ConsentLevel, PaperKind, StepId, Topic
from noshow_desk.domain.paper import Settled
from noshow_desk.services import consents, letter_findings, paper_text, queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.blocks.paper_choice import NoteLanguage
from noshow_desk.ui.incident_wizard.checks.check_pane import CheckPane
from noshow_desk.ui.incident_wizard.checks.finding_list import FindingList
from noshow_desk.ui.incident_wizard.checks.kept_row import KeptRow
from noshow_desk.ui.incident_wizard.checks.row import FindingRow
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.incident_wizard.paper_out import is_draft
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_branches import press, said
from tests.ui.incident_wizard.test_note import tick_both
from tests.ui.kit.fake_dialogs import FakeDialogs

EXCUSE = "I missed it because my car broke down."
PRIVATE = "I was with my parole officer."
SPANISH = "No pude llegar porque se me descompuso el carro."
CLEAN = "I am ready to meet with you."


@pytest.fixture
def granted(desk: Desk) -> str:
    """Return an incident with a new date ten days ahead."""
    return cases.granted(desk, own_words="")


def type_own_words(page: IncidentWizardPage, words: str) -> None:
    """Type the client's sentence, key by key, and wait until the paper has followed."""
    editor = page.view().input_of("incident.own_words").editor
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, words)
    wait_for_paper(page)


def wait_for_paper(page: IncidentWizardPage) -> None:
    draft = page.body().draft
    for _turn in range(100):
        QTest.qWait(5)
        if not draft.following():
            return
    raise AssertionError("the paper did not follow")


def checks(page: IncidentWizardPage) -> CheckPane:
    return page.body().draft.checks


def rows(page: IncidentWizardPage) -> list[FindingRow]:
    return checks(page).list.rows()


def row_of(page: IncidentWizardPage, words: str) -> FindingRow:
    return next(row for row in rows(page) if words in row.finding.words)


def list_of(row: FindingRow) -> FindingList:
    """Return the list that a row stands in."""
    around: QObject | None = row
    while not isinstance(around, FindingList):
        assert around is not None
        around = around.parent()
    return around


def do(row: FindingRow, text: str) -> None:
    """Open a finding, where it is not, and press one of its buttons."""
    key, shown = row.finding.key, list_of(row)
    if not row.head.isChecked():
        row.head.click()
    for _turn in range(100):
        QTest.qWait(1)  # a row that has just come is shown by the event loop, and may be built anew by it
        row = next(each for each in shown.rows() if each.finding.key == key)
        button = next(each for each in row.buttons if each.text().startswith(text))
        if button.isVisible():
            break
    assert button.isVisible()
    button.click()


def own_words(page: IncidentWizardPage) -> str:
    return page.view().input_of("incident.own_words").value()


def note(desk: Desk, made: str):
    (row,) = queries.papers_of_incident(desk, made)
    return queries.paper(desk, row.paper_id)


# ------------------------------------------------------------ seen


def test_a_clean_note_is_one_quiet_line(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    assert rows(page) == [] and checks(page).list.title() == "Nothing to look at"
    assert checks(page).list.isVisible()


def test_an_excuse_is_underlined_and_listed_as_it_is_typed(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    type_own_words(page, EXCUSE)
    (row,) = rows(page)
    assert "1 thing to put right" in checks(page).list.title()
    assert "my car broke down" in row.finding.words and row.more.isVisible()
    assert page.body().draft._paper.underlined(1) == row.finding.words
    editor = page.view().input_of("incident.own_words").editor
    assert editor.hasFocus()
    type_own_words(page, CLEAN)
    assert rows(page) == [] and checks(page).list.title() == "Nothing to look at"


def test_the_rules_are_read_while_the_window_lives(
    wizard: Open, granted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letter_findings, "_READ", set())
    page = wizard(granted, "note")
    assert "in a moment" in checks(page).list.title()
    for _turn in range(400):
        QTest.qWait(5)
        if checks(page).list.title() == "Nothing to look at":
            break
    assert checks(page).list.title() == "Nothing to look at"


def test_rules_that_are_read_after_the_page_was_left_touch_nothing(
    desk: Desk, wizard: Open, granted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The desk may be locked while they are read: the vault is closed then."""
    monkeypatch.setattr(letter_findings, "_READ", set())
    page = wizard(granted, "note")
    assert "in a moment" in checks(page).list.title()
    page.keep()
    filled: list[None] = []
    page.body().draft.filled.connect(partial(filled.append, None))
    for _turn in range(400):
        QTest.qWait(5)
        if checks(page)._reading is None:
            break
    assert checks(page)._reading is None and filled == []


def test_a_finding_says_everything_to_a_screen_reader(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    type_own_words(page, EXCUSE)
    head = rows(page)[0].head
    assert head.accessibleName().startswith("1. Must be put right: “")
    assert head.isCheckable() and head.isChecked()
    assert all(button.accessibleName() for button in rows(page)[0].buttons)


def test_the_keyboard_opens_and_closes_a_finding(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    type_own_words(page, f"{EXCUSE} I will never, ever be late again, I guarantee it.")
    first, last = rows(page)[0], rows(page)[-1]
    last.head.setFocus()
    QTest.keyClick(last.head, Qt.Key.Key_Return)
    assert last.more.isVisible() and not first.more.isVisible()
    assert checks(page).current() == last.number
    QTest.keyClick(last.head, Qt.Key.Key_Space)
    assert not last.more.isVisible() and checks(page).current() == 0


def test_tab_goes_from_the_paper_through_the_findings_to_the_footer(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    type_own_words(page, EXCUSE)
    QTest.qWait(10)
    body = page.body()
    (row,) = rows(page)
    chain = [body.draft._paper]
    while chain[-1] is not body.footer.primary and len(chain) < 500:
        chain.append(chain[-1].nextInFocusChain())
    places = [chain.index(each) for each in (row.head, row.use, *row.buttons, body.footer.primary)]
    assert places == sorted(places)


def test_a_click_on_the_words_opens_their_finding(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    type_own_words(page, f"I will never, ever be late again, I guarantee it. {EXCUSE}")
    last = rows(page)[-1]
    assert not last.more.isVisible()
    view = page.body().draft._paper
    sheet = view.widget()
    places = [QPoint(x, y) for y in range(0, sheet.height(), 6) for x in range(30, sheet.width(), 12)]
    for place in places:
        QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=place)
        if last.more.isVisible():
            break
    assert last.more.isVisible()


def test_the_words_of_an_opened_finding_come_into_sight(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note", 1274, 560)
    type_own_words(page, EXCUSE)
    QTest.qWait(20)
    view = page.body().draft._paper
    where = view.widget().place_of(1) - view.verticalScrollBar().value()
    assert 0 < where < view.viewport().height()


# ------------------------------------------------------------ put right


def test_a_suggestion_takes_the_place_of_the_sentence(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    type_own_words(page, f"I am ready. {EXCUSE}")
    row = rows(page)[0]
    instead = row.way()
    row.use.click()
    assert own_words(page) == f"I am ready. {instead}"
    assert rows(page) == [] and instead in page.body().draft.text()


def test_a_sentence_is_left_out_and_the_change_taken_back(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    type_own_words(page, f"I am ready. {EXCUSE}")
    do(rows(page)[0], "Leave it out")
    assert own_words(page) == "I am ready." and rows(page) == []
    undo = checks(page).list.undo
    assert undo.isVisible()
    undo.click()
    assert own_words(page) == f"I am ready. {EXCUSE}" and len(rows(page)) == 1
    assert not undo.isVisible()


def test_change_it_leads_to_the_words(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    type_own_words(page, f"I am ready. {EXCUSE}")
    do(rows(page)[0], "Change it")
    editor = page.view().input_of("incident.own_words").editor
    assert editor.hasFocus() and "my car broke down" in editor.textCursor().selectedText()


def test_words_edited_by_hand_are_put_right_where_they_stand(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    page.body().draft._edit.click()
    edit = page.view().findChild(HandEdit)
    field = next(each for each in edit._fields if "I am sorry" in each.value())
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, f" {EXCUSE}")
    wait_for_paper(page)
    row = row_of(page, "my car broke down")
    do(row, "Change it")
    assert field.hasFocus() and "my car broke down" in field.textCursor().selectedText()
    row = row_of(page, "my car broke down")
    do(row, "Leave it out")
    assert EXCUSE not in field.value() and "I am sorry" in field.value() and rows(page) == []


def test_what_is_missing_is_added_with_one_click(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    page.body().draft._edit.click()
    edit = page.view().findChild(HandEdit)
    for field in edit._fields:
        if "sorry" in field.value():
            field.setFocus()
            field.selectAll()
            QTest.keyClicks(field, "I did not come to our interview on Tuesday, March 10.")
    wait_for_paper(page)
    row = next(row for row in rows(page) if row.finding.code == "missing-apology")
    assert row.finding.words == "" and len(row._ways) > 1
    row._other.click()
    sentence = row.way()
    row.use.click()
    assert sentence in page.body().draft.text()
    assert "missing-apology" not in [row.finding.code for row in rows(page)]
    assert any(sentence in field.value() for field in edit._fields)


def test_words_of_the_template_are_changed_by_hand(desk: Desk, wizard: Open, granted: str) -> None:
    facts = queries.facts(desk, granted)
    house = replace(facts.organisation, name="My Parole Officer")
    with desk.act():
        desk.vault.organisations.change(house)
    page = wizard(granted, "note")
    found = row_of(page, "Parole Officer")
    assert "Use this" not in [each.text() for each in found.buttons] and not found.use.isVisible()
    do(found, "Change it")
    assert page.step() is StepId.HAPPENED


# ------------------------------------------------------------ kept


def test_kept_with_a_reason_it_is_final_and_the_reason_goes_with_it(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs
) -> None:
    page = wizard(granted, "note")
    type_own_words(page, EXCUSE)
    tick_both(page)
    assert page.case is not None and is_draft(page.case)
    assert "my car broke down" in said(page)
    dialogs.answers.append("He wants her to know")
    do(rows(page)[0], "Keep, because")
    wait_for_paper(page)
    assert rows(page) == [] and not is_draft(page.case)
    assert "He wants her to know" in page.body().draft.findChild(KeptRow).again.accessibleName()
    page.body().footer.next_wished.emit()
    sent = note(desk, granted)
    assert sent.sent_at == desk.now()
    (kept,) = sent.findings_kept
    assert kept.how is Settled.KEPT and kept.reason == "He wants her to know"
    page.go(StepId.NOTE)
    assert "He wants her to know" in said(page)
    assert not checks(page).list.isVisible()


def test_a_kept_finding_can_be_opened_again(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs
) -> None:
    page = wizard(granted, "note")
    type_own_words(page, EXCUSE)
    dialogs.answers.append("He wants her to know")
    do(rows(page)[0], "Keep, because")
    wait_for_paper(page)
    page.body().draft.findChild(KeptRow).again.click()
    wait_for_paper(page)
    assert len(rows(page)) == 1 and note(desk, granted).findings_kept == ()


def test_a_keep_that_is_cancelled_keeps_nothing(wizard: Open, granted: str, dialogs: FakeDialogs) -> None:
    page = wizard(granted, "note")
    type_own_words(page, EXCUSE)
    dialogs.answers.append(None)
    do(rows(page)[0], "Keep, because")
    assert len(rows(page)) == 1


def test_what_is_private_is_never_kept(desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs) -> None:
    page = wizard(granted, "note")
    type_own_words(page, PRIVATE)
    (row,) = rows(page)
    assert [each.text() for each in row.buttons if each.text().startswith("Keep")] == []
    while rows(page):
        dialogs.answers.append("It is the name of a band")
        row = rows(page)[0]
        do(row, "Not what it says" if row.finding.weight == "must!" else "Keep, because")
        wait_for_paper(page)
    assert Settled.FALSE_ALARM in {one.how for one in note(desk, granted).findings_kept}


def test_a_false_alarm_needs_to_say_what_is_meant(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs
) -> None:
    page = wizard(granted, "note")
    type_own_words(page, PRIVATE)
    dialogs.answers.append("  ")
    do(rows(page)[0], "Not what it says")
    assert dialogs.asked[-1] == "Write what these words mean here." and len(rows(page)) == 1


def test_what_is_said_of_the_same_words_is_answered_once_or_comes_next(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs
) -> None:
    page = wizard(granted, "note")
    type_own_words(page, "I missed it because I was with my parole officer.")
    tick_both(page)
    dialogs.answers.append("")
    page.body().footer.next_wished.emit()
    never_kept = {one.code for one in checks(page).checked().open if one.weight == "must!"}
    assert never_kept == {"disclosure", "contradiction"}
    (row,) = rows(page)
    offered = " ".join(button.text() for button in row.buttons)
    assert "false alarm" in dialogs.questions[0].text and "Not what it says" in offered
    dialogs.answers.append("A band")
    do(row, "Not what it says")
    wait_for_paper(page)
    assert {one.code for one in note(desk, granted).findings_kept} == {"disclosure", "contradiction"}
    (row,) = rows(page)
    assert row.finding.code == "excuse" and row.head.isChecked()


def test_on_a_low_screen_all_that_can_be_done_is_in_sight(
    qtbot: QtBot, desk: Desk, wizard: Open, granted: str
) -> None:
    page = wizard(granted, "note", width=932, height=520)
    type_own_words(page, "I missed it because I was with my parole officer.")
    draft = page.body().draft

    def in_sight() -> bool:
        (row,) = rows(page)
        buttons = [button for button in (row.use, *row.buttons) if button.isVisible()]
        return bool(buttons) and all(
            button.visibleRegion().boundingRect().height() == button.height() for button in buttons
        )

    qtbot.waitUntil(in_sight)
    assert draft._paper.viewport().height() >= 5 * draft._paper.fontMetrics().lineSpacing()
    assert not draft._status.isVisible()
    rows(page)[0].head.click()
    assert draft._status.isVisible()


def test_the_scroll_bar_leaves_room_beside_the_words(qtbot: QtBot, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note", width=932, height=440)
    paper = page.body().draft._paper
    qtbot.waitUntil(paper.verticalScrollBar().isVisible)
    right = paper.viewport().mapTo(paper, paper.viewport().rect().topRight()).x()
    assert paper.verticalScrollBar().mapTo(paper, QPoint(0, 0)).x() - right > 8


def test_a_nudge_is_put_aside_for_good(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    type_own_words(page, "I am begging you.")
    (row,) = rows(page)
    assert "thing to think about" in checks(page).list.title() and not row.more.isVisible()
    do(row, "Leave it as it is")
    wait_for_paper(page)
    assert rows(page) == [] and page.body().draft.findChild(KeptRow) is None
    assert wizard(granted, "note").body().draft.checks.list.rows() == []


def test_consent_for_this_interviewer_settles_it(
    desk: Desk, wizard: Open, granted: str, bridge, dialogs: FakeDialogs
) -> None:
    page = wizard(granted, "note")
    type_own_words(page, "My case worker helps me, and I live at the shelter.")
    row = row_of(page, "shelter")
    do(row, "Record consent")
    assert dialogs.asked[-1].startswith("What may be said to Ms. Alvarez")
    assert checks(page)._acts._topics[row.finding.key] == {Topic.HOUSING}
    facts = queries.facts(desk, granted)
    allowed = Consent(
        client_id=facts.client.id,
        interviewer_id=facts.interviewer.id,
        level=ConsentLevel.MAY_NAME_AGENCY,
        topics=tuple(Topic),
    )
    bridge.changed.emit(consents.decide_consent(desk, consent=allowed))
    wait_for_paper(page)
    assert "disclosure" not in [one.code for one in checks(page).checked().open]


def test_consent_is_offered_beside_a_heavier_finding_in_the_same_words(wizard: Open, granted: str) -> None:
    """No consent settles a reason that goes against the record, but one settles the name told with it."""
    page = wizard(granted, "note", 932, 520)
    type_own_words(page, "My parole officer from Second Chance Reentry was with me.")
    row = rows(page)[0]
    assert row.finding.code == "contradiction" and not row.finding.consent_helps
    QTest.qWait(20)
    row = rows(page)[0]
    assert [button.text() for button in row.buttons] == [
        "Leave it out",
        "Change it",
        "Record consent…",
        "Record the reason",
        "Not what it says…",
    ]
    for button in row.buttons:
        around = button.parentWidget()
        assert around is not None and around.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()


# ------------------------------------------------------------ gates


def test_an_open_finding_leaves_as_draft_and_is_not_sent(
    wizard: Open, granted: str, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = wizard(granted, "note")
    type_own_words(page, EXCUSE)
    tick_both(page)
    dialogs.answers.append(tmp_path / "draft.pdf")
    press(page, "PDF")
    assert "DRAFT" in PdfReader(tmp_path / "draft.pdf").pages[0].extract_text()
    rows(page)[0].head.click()
    assert not rows(page)[0].more.isVisible()
    dialogs.answers.append("show")
    page.body().footer.next_wished.emit()
    (question,) = dialogs.questions
    assert page.step() is StepId.NOTE and question.title == "Before it goes out"
    assert "my car broke down" in question.text and "keep it" in question.text
    assert rows(page)[0].more.isVisible() and rows(page)[0].head.hasFocus()


def test_words_typed_after_the_tick_take_it_back_at_once(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    tick_both(page)
    assert page.case is not None and not is_draft(page.case)
    type_own_words(page, CLEAN)
    assert is_draft(page.case) and "every sentence is true" in said(page)
    page.go(StepId.PLAN)
    page.go(StepId.NOTE)
    assert is_draft(page.case)


def test_a_script_with_something_open_prints_as_draft(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs
) -> None:
    cases.change(
        desk, granted, true_sentence="I was with my parole officer.", true_sentence_confirmed_at=desk.now()
    )
    page = wizard(granted, "call")
    draft = page.body().draft
    assert row_of(page, "parole officer") is not None and draft._is_draft()
    while rows(page):
        dialogs.answers.append("The name of a band")
        row = rows(page)[0]
        do(row, "Not what it says" if row.finding.weight == "must!" else "Keep, because")
        draft.show_now()
    assert not draft._is_draft()
    card = paper_text.open_draft(desk, granted, PaperKind.CALL_CARD)
    assert card is not None and card.findings_kept[0].reason == "The name of a band"


def test_words_on_a_script_lead_to_the_step_where_they_are_typed(
    desk: Desk, wizard: Open, granted: str
) -> None:
    cases.change(desk, granted, true_sentence="I was with my parole officer.")
    page = wizard(granted, "call")
    do(row_of(page, "parole officer"), "Change it")
    line = page.view().input_of("incident.true_sentence").editor
    assert page.step() is StepId.REHEARSE and line.hasFocus()


# ------------------------------------------------------------ languages and trouble


def test_a_spanish_paper_is_read_in_spanish_on_english_screens(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    page.view().findChild(NoteLanguage)._language.chosen.emit("es")
    type_own_words(page, SPANISH)
    row = row_of(page, "descompuso")
    assert row.finding.code == "excuse" and "the absence" in row.finding.message
    row.use.click()
    assert "descompuso" not in page.body().draft.text() and rows(page) == []


def test_trouble_in_the_check_is_a_line_and_stops_no_typing(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_text: object, **_known: object) -> None:
        raise LookupError("a rule is wrong")

    monkeypatch.setattr(letter_check, "check_letter", broken)
    page = wizard(granted, "note")
    type_own_words(page, EXCUSE)
    assert EXCUSE in page.body().draft.text() and "could not read" in checks(page).list.trouble()
    dialogs.answers.append("Read aloud, word by word")
    do(rows(page)[0], "Keep, because")
    tick_both(page)
    page.body().footer.next_wished.emit()
    assert note(desk, granted).sent_at == desk.now()


def test_focus_stays_in_the_list_when_a_finding_is_gone(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    type_own_words(page, f"{EXCUSE} I was with my parole officer.")
    before = len(rows(page))
    row = rows(page)[0]
    row.use.setFocus()
    QTest.keyClick(row.use, Qt.Key.Key_Return)
    assert len(rows(page)) < before
    focus = QApplication.focusWidget()
    assert focus is not None and checks(page).isAncestorOf(focus)


def test_the_client_reads_the_paper_without_marks(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    type_own_words(page, EXCUSE)
    page.body().show_to_client()
    shown = page.body().client_view._paper
    assert EXCUSE in shown.text() and shown.underlined(1) == ""
