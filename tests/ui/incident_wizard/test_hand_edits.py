"""A note edited by hand while the record changes: nothing that was typed is lost, what is old is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from noshow_desk.domain.blocks import BlockKind
from noshow_desk.domain.client import Client
from noshow_desk.services import clients, queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.hand_words import block_texts
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open

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
