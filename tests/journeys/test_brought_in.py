"""Journey 12: a list from the program that was used before comes in, and is taken back with one undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from noshow_desk.services import backups, queries
from tests.journeys.person import Person

pytestmark = pytest.mark.xvfb
LIST = "Nombre;Apellido;Handy\nZoë;Núñez;555-0142\nKeisha;Wright;555-0143\n;;555-0144\n"


def choose(person: Person, path: Path) -> None:
    """Choose a file in the dialog that the menu opens."""
    person.choose_menu("Bring in a list")
    person.wait_until(lambda: type(person.scope()).__name__ == "QFileDialog")
    person.save_as(path)
    person.wait_until(lambda: type(person.scope()).__name__ == "ListDialog")


def test_a_list_comes_in_and_goes_again(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(LIST.encode("cp1252"))
    person.go("clients")
    assert person.can_press("Bring in a list")
    choose(person, path)
    person.wait_until(lambda: person.sees("2 new clients. 1 row stays out."))
    person.pick("Handy", "Phone")
    person.press("Bring in")
    person.wait_until(lambda: len(queries.client_ids(person.desk)) == 2)
    person.wait_until(lambda: person.sees("Brought in 2 clients. Rows left out: 1."))
    (made,) = queries.client_ids(person.desk, "0142")
    assert queries.client(person.desk, made).last_name == "Núñez"
    folder = backups.backup_folder_of(person.desk.folder)
    assert [row.reason for row in backups.backups(folder)] == ["import"]
    person.press("Undo bringing in clients")
    person.wait_until(lambda: queries.client_ids(person.desk) == [])


def test_a_file_that_is_no_list_changes_nothing(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"PK\x03\x04 no zip")
    choose(person, path)
    person.wait_until(lambda: person.sees("no Excel file"))
    person.press("Cancel")
    assert queries.client_ids(person.desk) == []
