"""No cell of a table starts a formula, and every text comes back as it was."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.domain.cells import guarded, unguarded


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1 (555) 010-0177",
        "-2+3",
        "@SUM(A1)",
        "  =1+1",
        "\u00a0=1",
        "\t=1",
        "\n=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "\u200b=1",
        "\ufeff=1",
        '"=1',
        "'=1",
        "|calc",
        "%0A",
    ],
)
def test_what_could_be_calculated_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text) == "'" + text
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["0042", "00441223", "123456789012"])
def test_numbers_that_a_spreadsheet_would_shorten_stay_text(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Marcus Reed", "555-0142", "(555) 010-0142", "3 of 3", "5550100142"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(st.text())
def test_any_text_survives_a_table(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.from_regex(r"\A\+?[0-9 ().-]{3,20}\Z"))
def test_phone_numbers_survive_a_round_trip_through_csv(number: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL).writerow([guarded(number)])
    file.seek(0)
    assert unguarded(next(csv.reader(file))[0]) == number
