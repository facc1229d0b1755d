"""File names: safe on every system, and silent about whom they concern."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.domain.client import Client
from noshow_desk.domain.file_names import (
    MOST_BYTES,
    initials,
    numbered,
    paper_file_name,
    safe_file_name,
    summary_file_name,
    typed_file_name,
)
from noshow_desk.domain.kinds import PaperKind

DAY = date(2026, 3, 10)
MARCUS = Client(first_name="Marcus", last_name="Reed")


def test_a_paper_carries_its_kind_the_initials_and_the_date() -> None:
    assert paper_file_name(PaperKind.THANK_YOU, MARCUS, DAY, ".pdf") == "thank-you-note-MR-2026-03-10.pdf"


def test_a_summary_is_named_alike() -> None:
    assert summary_file_name(MARCUS, DAY, ".csv", "en") == "case-summary-MR-2026-03-10.csv"
    assert summary_file_name(MARCUS, DAY, ".csv", "es") == "resumen-del-caso-MR-2026-03-10.csv"


@pytest.mark.parametrize("kind", list(PaperKind))
def test_no_paper_names_the_client(kind: PaperKind) -> None:
    name = paper_file_name(kind, MARCUS, DAY, ".docx")
    assert "reed" not in name.lower()
    assert "marcus" not in name.lower()


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [("", "", ""), ("🙂", "🙂", ""), ("מרים", "כהן", "מכ"), ("éva", "ö", "ÉÖ"), ("<img src=…>", "", "I")],
)
def test_initials(first: str, last: str, expected: str) -> None:
    assert initials(Client(first_name=first, last_name=last)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\win.ini", "C--Windows-win.ini"),
        ("CON", "file-CON"),
        ("lpt1.txt", "file-lpt1.txt"),
        ("COM¹", "file-COM1"),
        ("nul .x", "file-nul .x"),
        ("-rf", "rf"),
        (".hidden", "hidden"),
        ("letter.", "letter"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("a\u200b\u2066b", "ab"),
        ("a\x00b\nc", "ab c"),
        ("／etc／x", "etc-x"),
        ("", "file"),
        ("   ", "file"),
        ("…", "file"),
        ("<img src=x onerror=1>", "img src=x onerror=1"),
    ],
)
def test_what_a_system_misreads_is_taken_out(text: str, expected: str) -> None:
    assert safe_file_name(text) == expected


def test_a_long_name_is_cut_between_characters() -> None:
    name = safe_file_name("é" * 500, ".pdf")
    assert name.endswith("é.pdf")
    assert len(numbered(name, 99_999).encode()) <= MOST_BYTES


def test_the_counter_stands_before_the_suffix() -> None:
    assert numbered("letter.pdf", 2) == "letter (2).pdf"
    assert numbered("letter", 3) == "letter (3)"


@given(st.text())
def test_any_text_becomes_a_safe_name(text: str) -> None:
    name = safe_file_name(text, ".pdf")
    assert 4 < len(name.encode()) <= MOST_BYTES
    assert not set(name) & set('/\\<>:"|?*')
    assert not any(unicodedata.category(character).startswith("C") for character in name)
    assert name == name.strip(" .-")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("n.pdf", "n.pdf"),
        ("N.PDF", "N.PDF"),
        ("n", "n.pdf"),
        ("n.", "n.pdf"),
        ("n.docx", "n.pdf"),
        ("n.TXT", "n.pdf"),
        ("Mr. Reed", "Mr. Reed.pdf"),
        ("note\u202efdp.docx", "notefdp.pdf"),
        ("no\u200bte\x07.pdf", "note.pdf"),
        ("\u202e", "file.pdf"),
    ],
)
def test_a_typed_name_gets_the_suffix_of_what_is_written(typed: str, expected: str) -> None:
    assert typed_file_name(typed, [".pdf"]) == expected


def test_a_typed_name_keeps_a_suffix_that_may_be_chosen() -> None:
    assert typed_file_name("w.docx", [".pdf", ".docx"]) == "w.docx"
    assert typed_file_name("w.html", [".pdf", ".docx"]) == "w.pdf"
