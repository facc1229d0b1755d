"""CSV in: encodings and delimiters are seen, limits hold, and what we wrote comes back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.domain.cells import guarded
from noshow_desk.errors import UserError
from noshow_desk.importing import table as limits
from noshow_desk.importing.csv_file import read_csv

TEXT = "Nombre;Teléfono\nJosé Núñez;555-0142\nAña Peña;=1+1\nMía Ñandú;01234\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_seen(encoding: str) -> None:
    found = read_csv((TEXT * 3).encode(encoding))
    assert found.heading == ("Nombre", "Teléfono") and found.rows[0] == ("José Núñez", "555-0142")
    assert found.delimiter == ";"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_seen_also_beside_commas_in_quotes(delimiter: str) -> None:
    rows = [
        ["name", "address", "phone"],
        ["Reed, Marcus", "12 Elm, Apt 4", "1"],
        ["Wright; K.", "a|b\tc", "2"],
    ]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    found = read_csv(out.getvalue().encode())
    assert found.delimiter == delimiter and [list(row) for row in found.rows] == rows[1:]


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), min_size=1, max_size=8))
def test_what_we_write_is_read_back(pairs: list[tuple[str, str]]) -> None:
    plain = str.maketrans(dict.fromkeys("\x00\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\r", "x"))
    rows = [(f"a{a}".translate(plain), f"b{b}".translate(plain)) for a, b in pairs]
    rows = [(a.encode("utf-8", "replace").decode(), b.encode("utf-8", "replace").decode()) for a, b in rows]
    out = io.StringIO()
    csv.writer(out).writerows([("first", "second"), *((guarded(a), guarded(b)) for a, b in rows)])
    assert list(read_csv(out.getvalue().encode()).rows) == rows


def test_empty_lines_and_ragged_rows_are_taken_as_they_are() -> None:
    found = read_csv(b"\n,,\nname,phone\nA\n\nB,1,extra\n")
    assert found.heading == ("name", "phone", "") and found.rows == (("A", "", ""), ("B", "1", "extra"))
    assert found.lines == (4, 6)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        bytes(range(256)) * 40,
        b"%PDF-1.7\n" + bytes(2_000),
        b"\xff\xfe\x00",
        b"a\n" + b'"' + b"x" * 200_000,
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(UserError) as caught:
        read_csv(content)
    assert caught.value.sentence


def test_limits_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ROWS", 2)
    monkeypatch.setattr(limits, "MOST_COLUMNS", 3)
    monkeypatch.setattr(limits, "LONGEST_CELL", 5)
    monkeypatch.setattr(limits, "LARGEST_FILE", 100)
    for content in (b"a\n1\n2\n3\n", b"a,b,c,d\n", b"a\n123456\n", b"a\n" + b"1,2\n" * 30):
        with pytest.raises(UserError):
            read_csv(content)
