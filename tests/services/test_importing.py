"""Bringing in clients: looked at first, all or none, who is here is left out, one undo takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from noshow_desk.domain.client import Client, Phone
from noshow_desk.errors import UserError
from noshow_desk.services import backups, clients, history, importing, opening, queries
from noshow_desk.services.desk import Desk
from noshow_desk.storage.keys import FAST_FOR_TESTS
from tests.builders import ZONE, Clock, dana

PASSPHRASE = "four quiet words here"

FILE = b"Name,Phone\nMarcus Reed,555-0142\nKeisha Wright,555-0143\nKeisha Wright,(555) 0143\n,555\n"


def test_looking_changes_nothing_and_tells_everything(desk: Desk) -> None:
    clients.add_client(
        desk, client=Client(first_name="Marcus", last_name="Reed", phones=(Phone(number="5550142"),))
    )
    looked = importing.look_at_clients(desk, content=FILE)
    assert [one.last_name for one in looked.clients] == ["Wright"]
    assert [line for line, _why in looked.here_already] == [2, 4]
    assert [line for line, _why in looked.refused] == [5]
    assert looked.columns == {"Name": "name", "Phone": "phone"} and looked.delimiter == ","
    assert len(queries.search(desk, "wright")) == 0


@pytest.fixture
def on_disk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A desk on a vault that can be backed up."""
    given = {"passphrase": PASSPHRASE, "caseworker": dana(), "zone": ZONE, "clock": clock}
    made = opening.create_vault(tmp_path / "vault", cost=FAST_FOR_TESTS, **given)
    yield made.desk
    opening.close(made.desk)


def test_all_come_in_as_one_act_and_one_undo_takes_them_back(on_disk: Desk) -> None:
    desk = on_disk
    many = b"name,phone\n" + b"".join(b"Person%d Known,555%04d\n" % (n, n) for n in range(120))
    looked = importing.look_at_clients(desk, content=many)
    done = importing.bring_in_clients(desk, clients=looked.clients)
    assert [row.reason for row in backups.backups(backups.backup_folder_of(desk.folder))] == ["import"]
    assert done.said is not None and "120" in done.said.say()
    hits = queries.search(desk, "person7 known")
    assert hits and hits[0].number.isdigit()
    numbers = {hit.number for hit in queries.search(desk, "known", 200)}
    assert len(numbers) >= 100
    again = importing.look_at_clients(desk, content=many)
    assert not again.clients and len(again.here_already) == 120
    history.undo(desk, act=done.act)
    assert not queries.search(desk, "person7 known")


def test_a_file_without_names_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="names"):
        importing.look_at_clients(desk, content=b"phone,color\n1,red\n")
    looked = importing.look_at_clients(desk, content=b"who,phone\nAda L,1\n", given={"name": "who"})
    assert [one.first_name for one in looked.clients] == ["Ada"]
    with pytest.raises(UserError, match="no new client"):
        importing.bring_in_clients(desk, clients=())


def test_a_list_is_read_from_its_file_and_looked_at_by_columns(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"Who,Number\nAda Lee,555-0142\n,1\n")
    table = importing.read_list(path)
    with pytest.raises(UserError, match="names") as caught:
        importing.look_at_list(desk, table=table, columns={1: "phone"})
    assert caught.value.field == "columns"
    looked = importing.look_at_list(desk, table=table, columns={0: "name", 1: "phone"})
    assert [one.last_name for one in looked.clients] == ["Lee"] and len(looked.refused) == 1
    done = importing.add_all(desk, clients=looked.clients, left_out=1)
    assert done.said is not None and done.said.say() == "Brought in one client. Rows left out: 1."
    history.undo(desk, act=done.act)
    assert queries.search(desk, "lee") == []


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        importing.read_list(tmp_path / "gone.csv")
    (tmp_path / "empty.csv").write_bytes(b"")
    with pytest.raises(UserError, match="nothing in this file"):
        importing.read_list(tmp_path / "empty.csv")


def test_a_list_of_names_alone_brings_nobody_in_twice(on_disk: Desk) -> None:
    names = b"first name,last name\nMarcus,Reed\nKeisha,Wright\n"
    looked = importing.look_at_clients(on_disk, content=names)
    importing.bring_in_clients(on_disk, clients=looked.clients)
    again = importing.look_at_clients(on_disk, content=b"first name,last name\nMARCUS,reed\nKeisha,Wright\n")
    assert again.clients == () and [line for line, _why in again.here_already] == [2, 3]
    assert "tells nothing more" in again.here_already[0][1].say()


def test_a_namesake_with_another_telephone_comes_in(desk: Desk) -> None:
    clients.add_client(desk, client=Client(first_name="Marcus", last_name="Reed"))
    looked = importing.look_at_clients(desk, content=b"Name,Phone\nMarcus Reed,555-0142\n")
    assert [one.last_name for one in looked.clients] == ["Reed"]


@pytest.mark.parametrize(
    ("rows", "lines_out"),
    [
        (["name", "Ana Diaz", "Ana Diaz", "ANA  diaz"], [3, 4]),
        (["name,phone", "Ana Diaz,555-0142", "Ana Diaz,555-0143"], []),
        (["name,phone", "Ana Diaz,555-0142", "Ana Diaz,(555) 0142"], [3]),
        (["name,phone", "Ana Diaz,555-0142", "Ana Diaz,"], []),
        (["name,address", "Ana Diaz,1 Elm St", "Ana Diaz,2 Oak St", "Ana Diaz,1 Elm St"], [4]),
        (["name,birth date", "Ana Diaz,1990-01-02", "Ana Diaz,1991-03-04"], []),
        (["name,phone,Date of birth", "Ana Diaz,555-0142,1990-01-02", "Ana Diaz,555-0142,1961-05-06"], []),
        (["name,phone,fecha de nacimiento", "Ana Diaz,555-0142,1990-01-02", "Ana Diaz,555-0142,"], [3]),
        (["name,phone,id", "Ana Diaz,555-0142,7", "Ana Diaz,555-0142,8", "Ana Diaz,555-0143,7"], [4]),
        (["name,phone,notes", "Ana Diaz,555-0142,called", "Ana Diaz,555-0142,wrote"], [3]),
        (["name,email,phone", "Ana Diaz,ana@x.example,555-0142", "Ana Diaz,ana@x.example,555-0143"], []),
        (["name,email,phone", "Ana Diaz,ana@x.example,555-0142", "Ana Diaz,ANA@x.example,"], [3]),
        (["name,color", "Ana Diaz,red", "Ana Diaz,blue", "Ana Diaz,Red"], [4]),
    ],
)
def test_namesakes_of_one_list_come_in_and_repeated_rows_do_not(
    desk: Desk, rows: list[str], lines_out: list[int]
) -> None:
    looked = importing.look_at_clients(desk, content="\n".join(rows).encode())
    assert [line for line, _why in looked.here_already] == lines_out
    assert len(looked.clients) == len(rows) - 1 - len(lines_out)


def test_a_repeated_row_is_told_from_somebody_who_was_here(desk: Desk) -> None:
    clients.add_client(
        desk, client=Client(first_name="Bo", last_name="Ek", phones=(Phone(number="555-0143"),))
    )
    content = b"name,phone\nAna Diaz,555-0142\nBo Ek,555-0143\nAna Diaz,555-0142\n"
    looked = importing.look_at_clients(desk, content=content)
    assert [why.say() for _line, why in looked.here_already] == [
        "Bo Ek is here already.",
        "An earlier row tells of Ana Diaz already.",
    ]


def test_what_cannot_be_seen_is_taken_out_of_names_and_told(desk: Desk) -> None:
    content = "Name,Phone\nMar\u200bcus Reed,1\nAda \u202eLee,2\nBo Ek,3\n".encode()
    looked = importing.look_at_clients(desk, content=content)
    assert [one.full_name for one in looked.clients] == ["Marcus Reed", "Ada Lee", "Bo Ek"]
    assert [line for line, _why in looked.notices] == [2, 3]


def test_one_client_is_not_many() -> None:
    assert importing.brought_in(1).say() == "Brought in one client."
    assert importing.brought_in(1, 2).say() == "Brought in one client. Rows left out: 2."
    assert importing.brought_in(2).say() == "Brought in 2 clients."
