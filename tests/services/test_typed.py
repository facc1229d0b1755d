"""What was typed is made safe to keep, and nothing more than that."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Run, letter_to_json
from noshow_desk.domain.client import Client, Phone
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.paper import Paper
from noshow_desk.errors import UserError
from noshow_desk.services import typed

ANYTHING = st.text(st.characters(), max_size=80)


@given(ANYTHING)
def test_a_cleaned_name_can_be_written_shown_and_cleaned_again(text: str) -> None:
    cleaned = typed.name(text).value
    cleaned.encode()
    assert typed.name(cleaned).value == cleaned
    assert cleaned == cleaned.strip() and "\n" not in cleaned
    assert not set(cleaned) & set("\u200b\u202a\u202e\u2066\ufeff\u0000")


@given(ANYTHING)
def test_cleaned_prose_keeps_every_character_that_a_file_can_hold(text: str) -> None:
    cleaned = typed.prose(text)
    cleaned.encode()
    seen = {
        one for one in unicodedata.normalize("NFC", text) if unicodedata.category(one) not in {"Cc", "Cs"}
    }
    assert {one for one in cleaned if not one.isspace()} == {one for one in seen if not one.isspace()}


@pytest.mark.parametrize(
    ("text", "kept", "noticed"),
    [
        ("  Marcus \n Reed ", "Marcus Reed", False),
        ("Ma\u200drcus", "Marcus", True),
        ("\u202eevil\u202c", "evil", True),
        ("مريم", "مريم", False),
        ("\u3164", "", True),
        ("Jose\u0301", "José", False),
        ("a\u0000b", "ab", True),
    ],
)
def test_a_name_loses_what_cannot_be_seen(text: str, kept: str, noticed: bool) -> None:
    found = typed.name(text)
    assert (found.value, found.notice is not None) == (kept, noticed)


def test_a_record_is_cleaned_at_every_depth() -> None:
    found = typed.cleaned(
        Client(first_name="A\u200bnn", notes="one\r\ntwo\u202e", phones=(Phone(number="555\u200b-0100"),))
    )
    assert found.value.first_name == "Ann" and found.value.phones[0].number == "555-0100"
    assert found.value.notes == "one\ntwo\u202e"
    assert found.notice is not None


def test_a_text_without_end_is_refused() -> None:
    with pytest.raises(UserError) as error:
        typed.prose("x" * 100_001, "notes")
    assert error.value.field == "notes"


def test_a_letter_of_fifty_pages_changed_by_hand_is_kept() -> None:
    letter = letter_to_json(
        Letter(
            kind=PaperKind.APOLOGY,
            language="en",
            title="",
            blocks=(Block(BlockKind.PARAGRAPH, tuple((Run("A short line."),) for _line in range(2_000))),),
        )
    )
    assert len(letter) > typed.LONGEST_TEXT
    paper = Paper(incident_id="1", kind=PaperKind.APOLOGY, blocks_json=letter)
    assert typed.cleaned(paper).value.blocks_json == letter


@pytest.mark.parametrize("year", [1, 1999, 2101, 9999])
def test_a_year_nobody_means_is_refused(year: int) -> None:
    with pytest.raises(UserError) as error:
        typed.day(date(year, 5, 5), "on")
    assert error.value.field == "on" and str(year) in error.value.sentence


def test_a_start_loses_its_seconds_and_offset() -> None:
    start = datetime(2026, 3, 10, 9, 0, 31, 5).astimezone()
    assert typed.start(start) == datetime(2026, 3, 10, 9, 0)
    assert typed.start(None) is None
