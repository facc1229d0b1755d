"""The note: template, language, way, own words, edits by hand, ticks, files, marked as sent."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from noshow_desk.domain.blocks import to_text
from noshow_desk.domain.formats import format_named
from noshow_desk.domain.kinds import Answer, CallResult, Channel, PaperKind, StepId
from noshow_desk.services import history, papers, queries
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.services.last_out import last_out
from noshow_desk.services.page_setup import PageSetup, keep_page_setup
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.blocks.paper_choice import NoteLanguage, PaperChoice
from noshow_desk.ui.incident_wizard.blocks.paper_ticks import PaperTicks
from noshow_desk.ui.incident_wizard.blocks.paper_way import Addressed, PaperWay
from noshow_desk.ui.incident_wizard.hand_words import block_texts
from noshow_desk.ui.incident_wizard.note_sent import mark_note_sent
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.incident_wizard.paper_out import is_draft, save_note
from noshow_desk.ui.incident_wizard.print_job import PrintJob
from noshow_desk.ui.incident_wizard.step_head import StepHead
from noshow_desk.ui.papers.sent_dialog import SentDialog
from tests.builders import Clock
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_branches import press, said
from tests.ui.kit.fake_dialogs import FakeDialogs

S = StepId


@pytest.fixture
def granted(desk: Desk) -> str:
    """Return an incident with a new date ten days ahead."""
    return cases.granted(desk)


def paper(desk: Desk, made: str):
    (row,) = queries.papers_of_incident(desk, made)
    return queries.paper(desk, row.paper_id)


def tick_both(page: IncidentWizardPage) -> None:
    ticks = page.view().findChild(PaperTicks)
    ticks._true.click()
    ticks._known.click()


def test_an_apology_before_any_call_is_not_asked_about_the_call(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    cases.change(desk, made, **cases.talked(desk))
    page = wizard(made, "note")
    assert page.case.note.working().kind is PaperKind.APOLOGY
    assert "that call" not in page.view().findChild(StepHead).coach.prompt()


def test_thanks_after_the_call_begin_with_the_call(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    assert page.case.note.working().kind is PaperKind.THANK_YOU
    assert "that call" in page.view().findChild(StepHead).coach.prompt()


def test_the_letter_is_live_before_anything_is_written(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    assert "Friday, March 20" in page.body().draft.text()
    QTest.keyClicks(page.view().input_of("incident.own_words").editor, "Truly. ")
    page.body().draft.show_now()
    assert "Truly." in page.body().draft.text()
    assert queries.papers_of_incident(desk, granted) == []


def test_the_line_below_says_grade_words_and_pages(wizard: Open, granted: str) -> None:
    status = wizard(granted, "note").body().draft.status()
    assert "reading level" in status and "words" in status and "fits 1 page" in status


def test_the_way_is_explained_and_another_needs_a_reason(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs
) -> None:
    page = wizard(granted, "note")
    way = page.view().findChild(PaperWay)
    assert way._way.value() == "letter" and "working days" in way._why.text()
    dialogs.answers.append(None)
    way._way.chosen.emit("email")
    assert way._way.value() == "letter" and queries.papers_of_incident(desk, granted) == []
    dialogs.answers.append(" ")
    way._way.chosen.emit("email")
    assert way._way.value() == "letter" and dialogs.asked[-1] == "Write a reason."
    dialogs.answers.append("She asked for an e-mail")
    way._way.chosen.emit("email")
    assert (paper(desk, granted).channel, paper(desk, granted).channel_reason) == (
        Channel.EMAIL,
        "She asked for an e-mail",
    )


def test_a_kept_draft_says_why_it_goes_its_way_by_now(
    desk: Desk, wizard: Open, granted: str, clock: Clock
) -> None:
    papers.draft_paper(desk, incident_id=granted, kind=PaperKind.THANK_YOU)
    clock.forward(days=1)
    way = wizard(granted, "note").view().findChild(PaperWay)
    assert "6 working days" in way._why.text() and way.changed.isHidden()


def test_a_way_that_the_rule_has_left_is_changed_with_a_click(
    desk: Desk, wizard: Open, granted: str, clock: Clock
) -> None:
    made = papers.draft_paper(desk, incident_id=granted, kind=PaperKind.THANK_YOU).made
    clock.forward(days=7)
    page = wizard(granted, "note")
    way = page.view().findChild(PaperWay)
    assert way._way.value() == "letter" and "By letter" in way._why.text()
    assert way.changed.isVisible() and "By e-mail: 2 working days" in way.changed.text()
    assert queries.paper(desk, made).channel is Channel.LETTER  # told, never done by itself
    way.changed.acted.emit()
    way = page.view().findChild(PaperWay)
    assert way._way.value() == "email" and "By e-mail: 2 working days" in way._why.text()
    assert way.changed.isHidden() and paper(desk, granted).channel is Channel.EMAIL


def test_a_reason_of_ones_own_stays(desk: Desk, wizard: Open, granted: str, clock: Clock) -> None:
    made = papers.draft_paper(desk, incident_id=granted, kind=PaperKind.THANK_YOU).made
    papers.change_channel(desk, paper_id=made, channel=Channel.HAND, reason="By hand: he passes by there.")
    clock.forward(days=7)
    way = wizard(granted, "note").view().findChild(PaperWay)
    assert way._why.text() == "By hand: he passes by there." and way.changed.isHidden()


def test_whom_it_greets_is_named_as_the_paper_will(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    assert page.view().findChild(Addressed).findChild(QLineEdit).text() == "Ms. Alvarez"
    page.view().findChild(NoteLanguage)._language.chosen.emit("es")
    assert page.view().findChild(Addressed).findChild(QLineEdit).text() == "Sra. Alvarez"
    letter = page.case.note.letter()
    assert letter is not None and "Estimada Sra. Alvarez:" in to_text(letter)


def test_the_language_is_that_of_the_paper(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    page.view().findChild(NoteLanguage)._language.chosen.emit("es")
    page.body().draft.show_now()
    assert "viernes 20 de marzo" in page.body().draft.text()
    assert paper(desk, granted).language == "es"


def test_addressed_to_changes_this_paper_only(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    line = page.view().findChild(Addressed).findChild(QLineEdit)
    line.clear()
    QTest.keyClicks(line, "Dr. Alvarez")
    page.go(S.PLAN)
    assert paper(desk, granted).inputs == {"interviewer.formal_name": "Dr. Alvarez"}
    assert queries.facts(desk, granted).interviewer.courtesy_title == "Ms."


def test_untrue_until_ticked_then_the_ticks_are_kept(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    assert page.case is not None and is_draft(page.case)
    page.view().findChild(PaperTicks)._true.click()
    assert is_draft(page.case) and "I know of nothing untrue" in said(page)
    page.view().findChild(PaperTicks)._known.click()
    assert not is_draft(page.case)
    assert paper(desk, granted).true_by_client_at == desk.now()


def test_marking_as_sent_needs_the_ticks(wizard: Open, granted: str, dialogs: FakeDialogs) -> None:
    page = wizard(granted, "note")
    dialogs.answers.extend(["", "show"])
    page.body().footer.next_wished.emit()
    (question,) = dialogs.questions
    assert page.step() is S.NOTE and question.title == "Before it goes out"
    assert "every sentence is true" in question.text
    ticks = page.view().findChild(PaperTicks)
    assert not ticks._true.hasFocus()
    page.body().footer.next_wished.emit()
    assert ticks._true.hasFocus() and not ticks._true.visibleRegion().isEmpty()


def test_mark_as_sent_freezes_the_bytes(desk: Desk, wizard: Open, granted: str, tmp_path: Path) -> None:
    page = wizard(granted, "note")
    tick_both(page)
    page.body().footer.next_wished.emit()
    assert page.step() is not S.NOTE
    sent = paper(desk, granted)
    assert sent.sent_how == "printed" and sent.frozen.startswith(b"%PDF")
    (tmp_path / "sent.pdf").write_bytes(sent.frozen)
    text = PdfReader(tmp_path / "sent.pdf").pages[0].extract_text()
    assert "Friday, March 20" in text and "Second Start" not in text and "DRAFT" not in text
    page.go(S.NOTE)
    assert "What was sent stays as it was" in said(page)
    assert not page.view().findChild(PaperChoice).isEnabled()


def test_own_words_are_closed_once_the_note_was_sent_until_another_one(
    desk: Desk, wizard: Open, granted: str
) -> None:
    page = wizard(granted, "note")
    QTest.keyClicks(page.view().input_of("incident.own_words").editor, "Truly.")
    tick_both(page)
    page.body().footer.next_wished.emit()
    page.go(S.NOTE)
    own = page.view().input_of("incident.own_words").editor
    assert own.isVisible() and not own.isEnabled()
    kept = queries.facts(desk, granted).incident.own_words
    assert kept.startswith("Truly.") and own.toPlainText() == kept
    QTest.keyClicks(own, "Typed too late. ")
    assert page.case is not None and page.case.write()
    assert queries.facts(desk, granted).incident.own_words == kept
    press(page, "Write another note")
    assert page.view().area.verticalScrollBar().value() == 0
    assert page.view().focusWidget() is page.view().findChild(PaperChoice).findChild(QComboBox)
    own = page.view().input_of("incident.own_words").editor
    assert own.isEnabled()
    QTest.keyClicks(own, "Again. ")
    page.body().draft.show_now()
    assert "Again." in page.body().draft.text()


def test_words_edited_by_hand_are_kept_and_taken_back(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    page.body().draft._edit.click()
    edit = page.view().findChild(HandEdit)
    last = edit._fields[-2]
    last.setPlainText("With respect,")
    last.edited.emit("With respect,")
    page.body().draft.show_now()
    assert "With respect," in page.body().draft.text()
    press(page, "Done editing")
    assert "With respect," in paper(desk, granted).blocks_json
    page.body().draft._edit.click()
    press(page, "Back to the template’s words")
    page.body().draft.show_now()
    assert paper(desk, granted).blocks_json == ""
    assert "With respect," not in page.body().draft.text()


def test_editing_by_hand_survives_a_crash(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    page.body().draft._edit.click()
    field = page.view().findChild(HandEdit)._fields[0]
    field.setPlainText("Typed by hand")
    field.edited.emit("Typed by hand")
    assert page.case is not None
    page.case.flush()
    again = wizard(granted, "note")
    assert again.view().findChild(HandEdit)._fields[0].value() == "Typed by hand"


def test_another_template_asks_before_it_replaces_words(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs
) -> None:
    page = wizard(granted, "note")
    assert page.case is not None
    page.case.put_aside("note.words", ["By hand", *block_texts(page.case.note.letter())[1:]])
    page.case.note.keep()
    other = next(one for one in page.case.note.offered("en") if "refused" in one.id)
    choice = page.view().findChild(PaperChoice)
    dialogs.answers.append("keep")
    choice._template.chosen.emit(other.id)
    assert "By hand" in paper(desk, granted).blocks_json
    dialogs.answers.append("replace")
    choice._template.chosen.emit(other.id)
    assert paper(desk, granted).blocks_json == ""
    assert page.case.note.template().id == other.id


def test_a_letter_of_another_kind_is_another_paper(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    assert page.case is not None
    apology = next(one for one in page.case.note.offered("en") if one.kind is PaperKind.APOLOGY)
    page.view().findChild(PaperChoice)._template.chosen.emit(apology.id)
    page.body().draft.show_now()
    assert paper(desk, granted).kind is PaperKind.APOLOGY
    assert page.body().draft.letter().kind is PaperKind.APOLOGY


@pytest.mark.parametrize("key", ["pdf", "docx", "html", "txt", "eml"])
def test_the_note_is_saved_in_every_format(
    wizard: Open, granted: str, dialogs: FakeDialogs, tmp_path: Path, key: str
) -> None:
    page = wizard(granted, "note")
    target = tmp_path / f"note.{key}"
    dialogs.answers.append(target)
    button = next(
        each for each in page.view().findChildren(object) if getattr(each, "property", None)
        and each.property("format") == key
    )  # fmt: skip
    button.click()
    assert target.stat().st_size > 0


def test_a_letter_saved_as_an_email_leaves_address_and_date_out_and_says_so(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = wizard(granted, "note")
    assert page.case is not None
    said: list[str] = []
    page.case.said.connect(said.append)
    dialogs.answers.extend([tmp_path / "note.txt", tmp_path / "note.eml"])
    press(page, "Plain text")
    assert said == ["The file is saved, marked DRAFT."]
    press(page, "E-mail draft")
    left_out = "An e-mail has no postal address and no date at its head. The letter’s were left out."
    assert said[1:] == [f"The file is saved, marked DRAFT. {left_out}"]
    tick_both(page)
    dialogs.answers.append(tmp_path / "final.pdf")
    press(page, "PDF")
    assert said[-1] == "The file is saved."
    mail = message_from_bytes((tmp_path / "note.eml").read_bytes(), policy=default)
    body = mail.get_body(("plain",)).get_content()
    for paper_only in ("1200 Harbor Road", "12 Harbor Road", "March 10, 2026"):
        assert paper_only in (tmp_path / "note.txt").read_text("utf-8") and paper_only not in body


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a very long name " * 20 + ".pdf", "is too long. Choose a shorter one."),
        ("gone/note.pdf", "Its folder gone is not there"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_and_nothing_counts_as_saved(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs, tmp_path: Path, name: str, said: str
) -> None:
    page = wizard(granted, "note")
    tick_both(page)
    dialogs.answers.append(tmp_path / name)
    press(page, "PDF")
    assert dialogs.asked[-1].startswith("It was not saved: ") and said in dialogs.asked[-1]
    assert list(tmp_path.glob("*.p*")) == [] and last_out(desk, paper=paper(desk, granted)) is None


def test_unticked_words_leave_marked_as_draft(
    wizard: Open, granted: str, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = wizard(granted, "note")
    dialogs.answers.extend([tmp_path / "draft.pdf", tmp_path / "final.pdf"])
    press(page, "PDF")
    tick_both(page)
    press(page, "PDF")
    draft, final = (PdfReader(tmp_path / name).pages[0].extract_text() for name in ("draft.pdf", "final.pdf"))
    assert "DRAFT" in draft and "DRAFT" not in final


def test_printing_shows_the_pages_at_once(wizard: Open, granted: str, dialogs: FakeDialogs) -> None:
    page = wizard(granted, "note")
    page.body().draft.print_paper()
    assert dialogs.asked == ["Print"]


def test_a_printed_final_note_offers_to_be_marked(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs
) -> None:
    page = wizard(granted, "note")
    tick_both(page)
    assert page.case is not None
    letter = page.case.note.letter()
    dialogs.answers.append("sent")
    PrintJob(page.case, letter, draft=False, window=page).on_printed(1)
    assert paper(desk, granted).sent_at == desk.now()


def test_past_midnight_what_was_on_screen_is_what_is_kept(
    desk: Desk, wizard: Open, granted: str, clock: Clock
) -> None:
    page = wizard(granted, "note")
    tick_both(page)
    assert page.case is not None
    shown = page.case.note.letter()
    assert shown is not None and "March 10, 2026" in to_text(shown)
    clock.forward(days=1)
    assert mark_note_sent(page.case)
    sheet = queries.sent_paper(desk, paper(desk, granted).id)
    assert sheet is not None and sheet.letter == shown
    words = PdfReader(BytesIO(sheet.content)).pages[0].extract_text()
    assert "March 10, 2026" in words and "March 11, 2026" not in words


def test_past_midnight_what_was_printed_is_what_is_kept(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs, clock: Clock
) -> None:
    page = wizard(granted, "note")
    tick_both(page)
    assert page.case is not None
    printed = page.case.note.letter()
    assert printed is not None
    clock.forward(days=1)
    page.case.note.forget()  # something else was written meanwhile
    dialogs.answers.append("sent")
    PrintJob(page.case, printed, draft=False, window=page).on_printed(1)
    sheet = queries.sent_paper(desk, paper(desk, granted).id)
    assert sheet is not None and sheet.letter == printed and "March 10, 2026" in to_text(printed)


@pytest.mark.parametrize("format_name", ["PDF", "Word file", "Web page", "Plain text", "E-mail draft"])
def test_what_was_saved_is_what_is_marked_as_sent(
    desk: Desk,
    wizard: Open,
    granted: str,
    dialogs: FakeDialogs,
    clock: Clock,
    tmp_path: Path,
    format_name: str,
) -> None:
    page = wizard(granted, "note")
    tick_both(page)
    saved, copy = tmp_path / "saved", tmp_path / "copy"
    dialogs.answers.extend([saved, copy])
    press(page, format_name)
    page.go(S.HAPPENED)  # the step is left, and the next day somebody opens it again
    page.close_case()
    clock.forward(hours=30)
    page = wizard(granted, "note")
    assert page.case is not None and "March 11, 2026" in page.body().draft.text()
    page.body().footer.next_wished.emit()
    sent = paper(desk, granted)
    assert sent.sent_at == desk.now() and sent.frozen == saved.read_bytes()
    sheet = queries.sent_paper(desk, sent.id)
    assert sheet is not None and sheet.letter is not None and "March 10, 2026" in to_text(sheet.letter)
    row = format_named(sent.frozen_format)
    assert row is not None and row.name == format_name
    shown = SentDialog(desk, dialogs, sheet, page)
    shown.save_button.click()
    assert copy.read_bytes() == saved.read_bytes() and shown.preview.page_count == 1
    assert any(f"Kept exactly as it left: {format_name}" in words for words in shown._facts())
    shown.close()


def test_what_was_saved_counts_no_more_once_the_words_are_others(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = wizard(granted, "note")
    tick_both(page)
    dialogs.answers.append(tmp_path / "saved.docx")
    press(page, "Word file")
    page.view().input_of("incident.own_words").editor.selectAll()
    QTest.keyClicks(page.view().input_of("incident.own_words").editor, "Truly.")
    assert page.case is not None and page.case.write()
    tick_both(page)
    page.body().footer.next_wished.emit()
    sent = paper(desk, granted)
    words = PdfReader(BytesIO(sent.frozen)).pages[0].extract_text()
    assert sent.frozen_format == "pdf" and "Truly." in words


def test_a_draft_that_was_saved_is_never_what_is_sent(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = wizard(granted, "note")
    dialogs.answers.append(tmp_path / "draft.html")
    press(page, "Web page")
    tick_both(page)
    page.body().footer.next_wished.emit()
    assert paper(desk, granted).frozen.startswith(b"%PDF")


def test_a_mark_taken_back_is_set_again_on_the_same_file(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = wizard(granted, "note")
    tick_both(page)
    dialogs.answers.append(tmp_path / "saved.pdf")
    press(page, "PDF")
    assert page.case is not None
    acts: list[Changes] = []
    page.case.bridge.changed.connect(acts.append)
    assert mark_note_sent(page.case)
    page.case.run(partial(history.undo, desk, act=acts[-1].act))
    assert paper(desk, granted).sent_at is None and mark_note_sent(page.case)
    assert paper(desk, granted).frozen == (tmp_path / "saved.pdf").read_bytes()


def test_a_note_printed_and_not_yet_on_its_way_keeps_its_date(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs, clock: Clock
) -> None:
    page = wizard(granted, "note")
    tick_both(page)
    assert page.case is not None
    dialogs.answers.append("")
    PrintJob(page.case, page.case.note.letter(), draft=False, window=page).on_printed(1)
    clock.forward(days=1)
    page.case.note.forget()
    assert mark_note_sent(page.case)
    words = PdfReader(BytesIO(paper(desk, granted).frozen)).pages[0].extract_text()
    assert "March 10, 2026" in words


def test_what_no_font_has_is_named_beside_the_draft(wizard: Open, granted: str) -> None:
    draft = wizard(granted, "note").body().draft
    assert draft.boxes() == "" and not draft._boxes.isVisible()
    page = wizard(granted, "note")
    page.view().input_of("incident.own_words").editor.insertPlainText("I am ready 🙂 李小龍")
    draft = page.body().draft
    draft.show_now()
    assert "🙂" in draft.boxes() and "李" not in draft.boxes() and draft._boxes.isVisible()
    tick_both(page)
    assert page.case is not None and mark_note_sent(page.case)  # told, never in the way


def test_a_place_that_cannot_be_written_is_a_sentence(
    wizard: Open, granted: str, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = wizard(granted, "note")
    assert page.case is not None
    dialogs.answers.append(tmp_path / "stick is gone" / "note.pdf")
    save_note(page.case, "pdf")
    assert dialogs.asked[-1].startswith("It was not saved: ") and not (tmp_path / "stick is gone").exists()


def test_the_line_below_follows_the_page_setup(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    draft = page.body().draft
    page.view().input_of("incident.own_words").editor.insertPlainText("A long word or two. " * 86)
    draft.show_now()
    assert "fits 1 page" in draft.status()
    keep_page_setup(desk, kind=PaperKind.THANK_YOU, setup=PageSetup(margin=1.25))
    letter = draft.letter()
    assert page.case is not None and letter is not None
    PrintJob(page.case, letter, draft=True, window=page).on_printed(1)
    draft.show_now()
    assert "2 pages" in draft.status()


def test_a_printed_plan_card_is_noted(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "plan")
    assert page.case is not None
    letter = page.body().draft.letter()
    PrintJob(page.case, letter, draft=False, window=page).on_printed(1)
    page.go(S.FOLLOW_UP)
    plan = cases.incident(desk, granted).plan
    assert plan is not None and plan.printed_at == desk.now()


def test_the_reason_goes_into_the_letter_only_on_wish(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    cases.change(desk, made, **cases.talked(desk))
    for _try in range(2):
        cases.call(desk, made, result=CallResult.VOICEMAIL)
    page = wizard(made, "note")
    assert "wrong bus" not in page.body().draft.text()
    page.view().findChild(PaperTicks)._reason.click()
    page.body().draft.show_now()
    assert "wrong bus" in page.body().draft.text()


def test_copied_words_are_plain_text(wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    page.body().draft._copy.click()
    data = QApplication.clipboard().mimeData()
    assert "Dear Ms. Alvarez" in data.text() and not data.hasHtml()


def test_a_draft_is_copied_as_its_text_file_says_it(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = wizard(granted, "note")
    told, target = [], tmp_path / "note.txt"
    page.case.said.connect(told.append)

    def copied() -> str:
        page.body().draft._copy.click()
        dialogs.answers.append(target)
        save_note(page.case, "txt")
        text = QApplication.clipboard().text()
        assert target.read_text(encoding="utf-8") == f"{text}\n"
        return text

    assert copied().startswith("DRAFT. Not final yet") and "DRAFT" in told[-1]
    tick_both(page)
    target.unlink()
    assert "DRAFT" not in copied() and "DRAFT" not in told[-1]
    page.view().input_of("incident.own_words").editor.insertPlainText("I was in jail. ")
    target.unlink()
    page.body().draft.show_now()
    assert copied().startswith("DRAFT. Not final yet") and "DRAFT" in told[-1]
    page.go(StepId.PLAN)  # a card that needs no tick
    page.body().draft._copy.click()
    assert "DRAFT" not in QApplication.clipboard().text()


def test_the_paper_has_no_agency_without_consent(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    for step in StepId:
        page.go(step)
        assert "Second Start" not in page.body().draft.text()


def test_client_view_shows_only_the_paper(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    heard: list[bool] = []
    page.client_view_wanted.connect(heard.append)
    assert page.handle("client_view")
    body = page.body()
    assert body.client_view.isVisible() and not body.stack.isVisible() and not body.footer.isVisible()
    body.client_view.last.done.click()
    assert heard == [True, False] and body.stack.isVisible()


def test_the_client_reads_to_the_end_by_the_keyboard(qtbot: QtBot, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note", width=1024, height=560)
    assert page.handle("client_view")
    view = page.body().client_view
    bar = view._paper.verticalScrollBar()
    qtbot.waitUntil(lambda: view.read_on.isVisible() and view.read_on.hasFocus())
    QTest.keyClick(view.last.done, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    while bar.value() < bar.maximum():
        assert view.read_on.isVisible()
        QTest.keyClick(view.read_on, Qt.Key.Key_Space)
    assert not view.read_on.isVisible() and view.last.done.hasFocus()
    QTest.keyClick(view.last.done, Qt.Key.Key_Up)
    assert bar.value() < bar.maximum() and view.read_on.isVisible()


def test_a_paper_that_is_all_in_sight_asks_for_no_reading_on(
    qtbot: QtBot, wizard: Open, granted: str
) -> None:
    page = wizard(granted, "note", width=1600, height=1500)
    assert page.handle("client_view")
    view = page.body().client_view
    qtbot.waitUntil(view.last.done.hasFocus)
    assert view._paper.verticalScrollBar().maximum() == 0 and not view.read_on.isVisible()


def test_a_missing_date_stands_out(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.call(desk, made, asked=True, answer=Answer.GRANTED)
    page = wizard(made, "note")
    assert "[" in page.body().draft.text()
    assert page.view().input_of("granted.starts").editor.isVisible()


@pytest.mark.parametrize("languages", [{"spoken_language": "es"}, {"paper_language": "es"}])
def test_a_spanish_speaker_reads_the_same_beside_an_english_letter(
    desk: Desk, wizard: Open, granted: str, languages: dict[str, str]
) -> None:
    client = desk.vault.cases.facts(granted).client
    with desk.act():
        desk.vault.clients.change(replace(client, **languages))
    page = wizard(granted, "note")
    panel = page.body().draft
    assert panel._beside.isVisible() and "Dear Ms. Alvarez" in panel.text()
    panel._beside.options()[1].click()
    assert "viernes 20 de marzo" in panel.text()
    panel._beside.options()[0].click()
    assert "Dear Ms. Alvarez" in panel.text()
    assert queries.papers_of_incident(desk, granted) == []


def test_a_copy_to_read_in_the_clients_language_is_never_the_one_that_was_sent(
    desk: Desk, wizard: Open, granted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = desk.vault.cases.facts(granted).client
    with desk.act():
        desk.vault.clients.change(replace(client, spoken_language="es"))
    drafts: list[bool] = []
    monkeypatch.setattr(PrintJob, "start", lambda job: drafts.append(job._draft))
    page = wizard(granted, "note")
    tick_both(page)
    panel = page.body().draft
    panel.show_now()
    panel.print_paper()
    panel._beside.options()[1].click()
    panel.print_paper()
    assert drafts == [False, True]


def test_after_leaving_nothing_reads_the_vault_any_more(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    QTest.keyClicks(page.view().input_of("incident.own_words").editor, "Truly. ")
    assert page.leave()
    desk.close()
    QTest.qWait(200)
    page.bridge.changed.emit(Changes(everything=True))
    assert not page.body().draft.following()
