"""A table read as clients: headings in two languages, names, dates, and rows that cannot be taken."""

from __future__ import annotations

from datetime import date

import pytest

from noshow_desk.errors import UserError
from noshow_desk.importing.clients import read_clients
from noshow_desk.importing.columns import FIELDS, guessed, named
from noshow_desk.importing.csv_file import read_csv


def test_headings_are_known_in_both_languages() -> None:
    assert guessed(("First Name", "Apellidos", "Teléfono", "E-Mail", "Shoe size")) == {
        0: "first_name",
        1: "last_name",
        2: "phone",
        3: "email",
    }


def test_every_heading_stands_for_one_field() -> None:
    words = [word for _name, headings in FIELDS.values() for word in headings]
    assert len(words) == len(set(words))


def test_a_column_can_be_named() -> None:
    columns = named(("Kunde", "Phone", "Handy"), {"name": "Kunde", "phone": "Handy"})
    assert columns == {0: "name", 2: "phone"}
    with pytest.raises(UserError, match="no column"):
        named(("a",), {"name": "b"})
    with pytest.raises(UserError, match="no field"):
        named(("a",), {"shoe": "a"})


def test_rows_become_clients() -> None:
    text = (
        "Name,Phone,Phone 2,Language,Since,Tags\n"
        '"Reed, Marcus",555-0142,555-0100,Spanish,3/10/2026,"bus, nights"\n'
        "Keisha Ann Wright,,,,2026-01-02,\nCher,,,,,\n"
    )
    table = read_csv(text.encode())
    read = read_clients(table, guessed(table.heading))
    first, second, third = (client for _line, client in read.clients)
    assert (first.first_name, first.last_name, first.paper_language) == ("Marcus", "Reed", "es")
    assert [phone.number for phone in first.phones] == ["555-0142", "555-0100"]
    assert first.with_us_since == date(2026, 3, 10) and first.tags == ("bus", "nights")
    assert (second.first_name, second.last_name) == ("Keisha Ann", "Wright")
    assert (third.first_name, third.last_name) == ("Cher", "")


@pytest.mark.parametrize(
    ("row", "said"), [(",555", "no name"), ("A,31/31/2026", "no date"), ("A,soon", "no date")]
)
def test_rows_that_cannot_be_taken_are_named_with_their_line(row: str, said: str) -> None:
    table = read_csv(f"name,since\nFirst,2026-01-01\n{row}\n".encode())
    (refused,) = read_clients(table, guessed(table.heading)).refused
    assert refused.line == 3 and said in refused.why.say()
