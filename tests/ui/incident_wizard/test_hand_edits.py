"""A note edited by hand while the record changes: nothing that was typed is lost, what is old is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest

from noshow_desk.domain.blocks import BlockKind, Letter, letter_to_json
from noshow_desk.domain.client import Client
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.services import appointments, clients, interviewers, paper_text, papers, queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_finding import OLD_VALUE
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.checks.row import FindingRow
from noshow_desk.ui.incident_wizard.hand_words import block_texts, with_texts
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.incident_wizard.paper_out import is_draft
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_branches import press
from tests.ui.incident_wizard.test_note import tick_both
from tests.ui.kit.fake_dialogs import FakeDialogs

ADDITION = " My own addition now."


@pytest.fixture
def granted(desk: Desk) -> str:
    """Return an incident with a new date ten days ahead."""
    return cases.granted(desk)


def client_of(desk: Desk, made: str) -> Client:
    return queries.facts(desk, made).client


def change_client(bridge: Bridge, desk: Desk, made: str, **other: object) -> None:
    """Change the client as another page of the window does."""
    bridge.changed.emit(clients.edit_client(desk, client=replace(client_of(desk, made), **other)))


def type_at_the_end(page: IncidentWizardPage, words: str, part: int = -2) -> HandEdit:
    """Type into a part of the letter, key by key."""
    page.body().draft._edit.click()
    edit = page.view().findChild(HandEdit)
    field = edit._fields[part]
    cursor = field.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    field.setTextCursor(cursor)
    QTest.keyClicks(field, words)
    return edit


def parts(page: IncidentWizardPage) -> list[str]:
    return [field.value() for field in page.view().findChild(HandEdit)._fields]


def assert_paper_is_the_form(page: IncidentWizardPage) -> None:
    letter = page.case.note.letter()
    assert letter is not None and block_texts(letter) == parts(page)
    assert letter.blocks[-1].kind is BlockKind.SIGNATURE
    assert block_texts(letter)[-1].startswith("Marcus") and ADDITION in block_texts(letter)[-2]


@pytest.mark.parametrize(
    "other", [{"postal_address": ""}, {"address_safe_to_print": False}, {"no_fixed_address": True}]
)
def test_fewer_parts_in_the_record_lose_no_typed_words(
    desk: Desk, wizard: Open, granted: str, bridge: Bridge, other: dict[str, object]
) -> None:
    page = wizard(granted, "note")
    type_at_the_end(page, ADDITION)
    before = parts(page)
    change_client(bridge, desk, granted, **other)
    assert parts(page) == before
    assert_paper_is_the_form(page)


def test_more_parts_in_the_record_move_no_typed_words(
    desk: Desk, wizard: Open, granted: str, bridge: Bridge
) -> None:
    address = client_of(desk, granted).postal_address
    clients.edit_client(desk, client=replace(client_of(desk, granted), postal_address=""))
    page = wizard(granted, "note")
    type_at_the_end(page, ADDITION)
    change_client(bridge, desk, granted, postal_address=address)
    assert_paper_is_the_form(page)


def test_after_a_crash_and_another_address_all_parts_are_there(
    desk: Desk, wizard: Open, granted: str
) -> None:
    page = wizard(granted, "note")
    type_at_the_end(page, ADDITION)
    page.case.flush()
    clients.edit_client(desk, client=replace(client_of(desk, granted), postal_address=""))
    again = wizard(granted, "note")
    assert_paper_is_the_form(again)


def test_words_kept_without_their_letter_open_with_all_parts(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    texts = page.case.note.texts()
    texts[-2] += ADDITION
    page.case.put_aside("note.editing", True)
    page.case.put_aside("note.words", texts)  # as earlier versions kept them
    page.case.flush()
    clients.edit_client(desk, client=replace(client_of(desk, granted), postal_address=""))
    again = wizard(granted, "note")
    assert_paper_is_the_form(again)
    assert parts(again) == texts


def test_an_emptied_part_stays_out_of_the_paper(
    desk: Desk, wizard: Open, granted: str, bridge: Bridge
) -> None:
    page = wizard(granted, "note")
    edit = type_at_the_end(page, ADDITION)
    edit._fields[0].selectAll()
    edit._fields[0].cut()
    change_client(bridge, desk, granted, postal_address="")
    letter = page.case.note.letter()
    assert letter is not None and parts(page)[0] == "" and block_texts(letter) == parts(page)[1:]


def test_the_place_in_the_words_is_part_of_where_one_was(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    assert page.state() == "note"
    page.body().draft._edit.click()
    edit = page.view().findChild(HandEdit)
    edit.go_to(4, 9_999)
    QTest.keyClicks(edit._fields[4], ADDITION)
    here = f"note:4:{len(edit._fields[4].value())}"
    assert page.state() == here
    page.keep()  # the desk is locked
    assert page.state() == here
    again = wizard(granted, "note")
    again.restore(here)
    assert again.state() == here and ADDITION in parts(again)[4]
    again.restore("note:99:9999")  # the words are fewer by now
    last = len(parts(again)) - 1
    assert again.state() == f"note:{last}:{len(parts(again)[last])}"


def test_a_note_that_was_sent_meanwhile_is_not_opened_for_editing(
    desk: Desk, wizard: Open, granted: str
) -> None:
    page = wizard(granted, "note")
    tick_both(page)
    page.body().footer.next_wished.emit()
    page.restore("note:4:9")
    assert page.step() == "note" and page.state() == "note"


# ------------------------------------------------------------ the record says something else by now


def old_rows(page: IncidentWizardPage) -> list[FindingRow]:
    page.body().draft.show_now()
    return [row for row in page.body().draft.checks.list.rows() if row.finding.code == OLD_VALUE]


def test_an_old_name_of_the_client_is_a_must_and_one_click_changes_it(
    desk: Desk, wizard: Open, granted: str, bridge: Bridge
) -> None:
    page = wizard(granted, "note")
    type_at_the_end(page, " Marcus has more to say. Marcus Reed, always. This is Marcusson.")
    assert old_rows(page) == []
    change_client(bridge, desk, granted, first_name="Milo", last_name="Redman")
    full, first = old_rows(page)
    assert full.finding.gates and full.way() == "Milo Redman" and "Milo Redman" in full.finding.message
    full.use.click()
    assert page.case.note.texts()[-1] == "Milo Redman" and "Milo Redman, always" in page.body().draft.text()
    (first,) = old_rows(page)
    assert first.finding.words == "Marcus" and first.way() == "Milo"
    first.use.click()
    assert old_rows(page) == []
    text = page.body().draft.text()
    assert "Milo has more to say" in text and "This is Marcusson" in text and "Marcus Reed" not in text


def test_an_old_name_in_a_kept_letter_keeps_it_from_going_out(
    desk: Desk, wizard: Open, granted: str, bridge: Bridge, dialogs: FakeDialogs
) -> None:
    page = wizard(granted, "note")
    type_at_the_end(page, ADDITION)
    press(page, "Done editing")
    tick_both(page)
    assert not is_draft(page.case)
    change_client(bridge, desk, granted, first_name="Milo")
    (row,) = old_rows(page)
    assert is_draft(page.case) and row.finding.words == "Marcus Reed"
    musts = papers.missing_before_final(desk, paper_id=row_id(desk, granted))
    assert any("Marcus Reed" in one.say() for one in musts)
    dialogs.answers.append("He wants it signed so")
    page.body().draft.checks._acts.act(row.finding, "keep")
    assert old_rows(page) == [] and not is_draft(page.case)


def test_a_letter_kept_by_an_earlier_version_is_looked_at_too(desk: Desk, wizard: Open, granted: str) -> None:
    made = papers.draft_paper(desk, incident_id=granted, kind=PaperKind.THANK_YOU).made
    letter = paper_text.fill_paper(desk, paper_id=made)
    assert isinstance(letter, Letter)
    typed = with_texts(letter, [*block_texts(letter)[:-2], "With respect,", block_texts(letter)[-1]])
    papers.save_draft(desk, paper=replace(queries.paper(desk, made), blocks_json=letter_to_json(typed)))
    clients.edit_client(desk, client=replace(client_of(desk, granted), first_name="Milo"))
    page = wizard(granted, "note")
    (row,) = old_rows(page)
    row.use.click()
    assert page.case.note.texts()[-1] == "Milo Reed" and old_rows(page) == []


def test_a_second_new_name_is_found_where_the_first_was_put(
    desk: Desk, wizard: Open, granted: str, bridge: Bridge
) -> None:
    page = wizard(granted, "note")
    type_at_the_end(page, ADDITION)
    for name in ("Milo", "Ana"):
        change_client(bridge, desk, granted, first_name=name)
        (row,) = old_rows(page)
        row.use.click()
        assert page.case.note.texts()[-1] == f"{name} Reed" and old_rows(page) == []


def test_an_old_name_of_the_interviewer_and_an_old_date_are_said(
    desk: Desk, wizard: Open, granted: str, bridge: Bridge
) -> None:
    page = wizard(granted, "note")
    type_at_the_end(page, ADDITION)
    person = queries.facts(desk, granted).interviewer
    bridge.changed.emit(interviewers.edit_interviewer(desk, interviewer=replace(person, last_name="Brown")))
    rows = {row.finding.words: row for row in old_rows(page)}
    assert rows["Dear Ms. Alvarez,"].way() == "Dear Ms. Brown,"
    while old_rows(page):
        old_rows(page)[0].use.click()
    assert "Alvarez" not in page.body().draft.text() and "Dear Ms. Brown," in page.body().draft.text()
    new = queries.facts(desk, granted).new_appointment
    assert new is not None and new.starts is not None
    later = replace(new, starts=new.starts + timedelta(days=3))
    bridge.changed.emit(appointments.edit_appointment(desk, appointment=later))
    (row,) = old_rows(page)
    assert row.finding.words == "Friday, March 20" and row.way() == "Monday, March 23"
    row.use.click()
    assert "Monday, March 23" in page.body().draft.text()


def test_an_address_that_may_not_be_printed_any_more_is_taken_out(
    desk: Desk, wizard: Open, granted: str, bridge: Bridge
) -> None:
    page = wizard(granted, "note")
    if "12 Harbor Road" not in page.body().draft.text():
        pytest.skip("this letter has no address of the client")
    type_at_the_end(page, ADDITION)
    change_client(bridge, desk, granted, address_safe_to_print=False)
    (row,) = old_rows(page)
    assert row.finding.words.startswith("Marcus Reed 12 Harbor Road")
    page.body().draft.checks._acts.act(row.finding, "leave_out")
    assert old_rows(page) == [] and "12 Harbor Road" not in page.body().draft.text()
    assert_paper_is_the_form_but_empty_parts(page)


@pytest.mark.parametrize(
    "other", [{"postal_address": ""}, {"address_safe_to_print": False}, {"no_fixed_address": True}]
)
def test_an_address_that_is_gone_and_the_name_in_it_have_an_answer_each(
    desk: Desk,
    wizard: Open,
    granted: str,
    bridge: Bridge,
    other: dict[str, object],
) -> None:
    page = wizard(granted, "note")
    type_at_the_end(page, ADDITION)
    assert page.case.note.texts()[0].startswith("Marcus Reed\n12 Harbor Road")
    change_client(bridge, desk, granted, first_name="Milo", **other)
    gone, name = old_rows(page)
    assert gone.finding.words.startswith("Marcus Reed 12 Harbor Road") and gone.way() == ""
    assert name.finding.words == "Marcus Reed" and name.way() == "Milo Reed"
    assert [place.block for place in name.finding.places] == [0, len(parts(page)) - 1]
    acts = page.body().draft.checks._acts
    acts.act(gone.finding, "leave_out")
    (name,) = old_rows(page)
    name.use.click()
    assert old_rows(page) == [] and page.case.note.texts()[-1] == "Milo Reed"
    assert "12 Harbor Road" not in page.body().draft.text()


def test_in_an_old_address_that_is_kept_the_old_name_is_still_a_must(
    desk: Desk, wizard: Open, granted: str, bridge: Bridge, dialogs: FakeDialogs
) -> None:
    page = wizard(granted, "note")
    type_at_the_end(page, ADDITION)
    change_client(bridge, desk, granted, first_name="Milo", postal_address="")
    gone, _name = old_rows(page)
    dialogs.answers.append("He is there until Friday")
    page.body().draft.checks._acts.act(gone.finding, "keep")
    (name,) = old_rows(page)
    assert is_draft(page.case) and name.finding.words == "Marcus Reed"
    name.use.click()
    assert page.case.note.texts()[0].startswith("Milo Reed\n12 Harbor Road")


def test_the_name_put_right_first_leaves_the_address_in_one_piece(
    desk: Desk, wizard: Open, granted: str, bridge: Bridge
) -> None:
    page = wizard(granted, "note")
    type_at_the_end(page, ADDITION)
    change_client(bridge, desk, granted, first_name="Milo", postal_address="")
    old_rows(page)[1].use.click()
    (gone,) = old_rows(page)
    assert gone.finding.words == "Milo Reed 12 Harbor Road Bayside, NY 11360"
    page.body().draft.checks._acts.act(gone.finding, "leave_out")
    assert (
        old_rows(page) == [] and page.case.note.texts()[0] == "" and page.case.note.texts()[-1] == "Milo Reed"
    )


def assert_paper_is_the_form_but_empty_parts(page: IncidentWizardPage) -> None:
    letter = page.case.note.letter()
    assert letter is not None and block_texts(letter) == [text for text in parts(page) if text]


def test_what_is_sent_holds_no_earlier_name(desk: Desk, wizard: Open, granted: str, bridge: Bridge) -> None:
    page = wizard(granted, "note")
    type_at_the_end(page, ADDITION)
    change_client(bridge, desk, granted, first_name="Milo")
    while old_rows(page):
        old_rows(page)[0].use.click()
    press(page, "Done editing")
    tick_both(page)
    page.body().footer.next_wished.emit()
    sent = queries.paper(desk, row_id(desk, granted))
    assert sent.sent_at is not None and "Milo Reed" in sent.blocks_json and "Marcus" not in sent.blocks_json


def row_id(desk: Desk, made: str) -> str:
    (row,) = queries.papers_of_incident(desk, made)
    return row.paper_id
