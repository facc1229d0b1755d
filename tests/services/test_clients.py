"""Clients: add, edit, archive, and what was typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.domain.kinds import Channel
from noshow_desk.errors import NotFound, UserError
from noshow_desk.services import clients, history, queries
from noshow_desk.services.desk import Desk
from tests.builders import NOW, marcus

ODD_NAMES = (
    "<img src=file:///etc/passwd>",
    "**bold** - name",
    "مريم الزهراني",
    "🙂 Sam",
    "O'Brien-Nuñez",
    "{name}",
)


def test_a_client_is_added_with_the_next_case_number(desk: Desk) -> None:
    first = clients.add_client(desk, client=marcus())
    second = clients.add_client(desk, client=Client(first_name="Tanya"))
    assert queries.client(desk, first.made).case_number == "1001"
    assert queries.client(desk, second.made).case_number == "1002"
    assert second.clients == {second.made}


def test_a_client_without_a_name_is_asked_for_one(desk: Desk) -> None:
    with pytest.raises(UserError) as error:
        clients.add_client(desk, client=Client(first_name=" \u200b\u202e ", email="a@example.org"))
    assert error.value.field == "first_name"
    assert queries.chip_counts(desk).all == 0


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_is_kept_to_the_letter(desk: Desk, name: str) -> None:
    made = clients.add_client(desk, client=Client(first_name=name)).made
    assert queries.client(desk, made).first_name == name
    assert queries.client_rows(desk, [made])[0].name == name


def test_hidden_characters_leave_a_name_with_a_notice(desk: Desk) -> None:
    changes = clients.add_client(desk, client=Client(first_name="Ma\u200brcus", last_name="\u202eReed"))
    assert queries.client(desk, changes.made).full_name == "Marcus Reed"
    assert changes.said is not None and "cannot be seen" in changes.said.say("en")


def test_a_decomposed_name_is_composed(desk: Desk) -> None:
    made = clients.add_client(desk, client=Client(first_name="Jose\u0301")).made
    assert queries.client(desk, made).first_name == "José"


def test_five_thousand_characters_of_notes_are_kept(desk: Desk) -> None:
    notes = "Él dijo: «sí».\n\t- one\n" * 250
    made = clients.add_client(desk, client=marcus(notes=notes)).made
    assert queries.client(desk, made).notes == notes.strip()


def test_a_name_without_end_is_refused_at_its_field(desk: Desk) -> None:
    with pytest.raises(UserError) as error:
        clients.add_client(desk, client=Client(first_name="Ann", last_name="x" * 201))
    assert error.value.field == "last_name"


def test_a_year_that_cannot_be_meant_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError) as error:
        clients.add_client(desk, client=marcus(with_us_since=date(9999, 1, 1)))
    assert error.value.field == "with_us_since"
    assert "9999" in error.value.sentence


def test_an_edit_keeps_the_case_number_and_can_be_undone(desk: Desk) -> None:
    made = clients.add_client(desk, client=marcus()).made
    known = queries.client(desk, made)
    changes = clients.edit_client(desk, client=replace(known, preferred_name="Marc", case_number=""))
    assert queries.client(desk, made).called == "Marc"
    assert queries.client(desk, made).case_number == "1001"
    history.undo(desk, act=changes.act)
    assert queries.client(desk, made).called == "Marcus"


def test_archiving_is_undone_by_name(desk: Desk) -> None:
    made = clients.add_client(desk, client=marcus()).made
    changes = clients.archive_client(desk, client_id=made)
    assert changes.undo is not None and changes.undo.say("en") == "Undo archive Marcus Reed"
    assert queries.client_ids(desk) == []
    assert queries.client_ids(desk, chip="archived") == [made]
    assert queries.client_rows(desk, [made])[0].archived
    undone = history.undo(desk, act=changes.act)
    assert queries.client_ids(desk) == [made]
    history.undo(desk, act=undone.act)
    assert queries.is_archived(desk, made)


def test_a_restored_client_is_back_in_the_list(desk: Desk) -> None:
    made = clients.add_client(desk, client=marcus()).made
    clients.archive_client(desk, client_id=made)
    clients.restore_client(desk, client_id=made)
    assert queries.client_ids(desk) == [made]


def test_a_contact_stands_in_the_timeline(desk: Desk) -> None:
    made = clients.add_client(desk, client=marcus()).made
    clients.log_contact(desk, client_id=made, at=NOW, channel=Channel.TEXT, note="See you at the bus stop.")
    assert queries.timeline(desk, made)[0].text == "See you at the bus stop."


def test_an_empty_contact_note_is_refused(desk: Desk) -> None:
    made = clients.add_client(desk, client=marcus()).made
    with pytest.raises(UserError) as error:
        clients.log_contact(desk, client_id=made, at=NOW, channel=Channel.TEXT, note="  \n")
    assert error.value.field == "note"


def test_a_client_who_is_not_there_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        clients.archive_client(desk, client_id="nobody")
