"""The text of a file comes out the same, whichever program wrote it; what is no text is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.importing.text_file import text_in

TEXT = "Estimada Sra. Muñoz:\n\nFalté a nuestra cita y lo siento.\n¿Otra fecha?\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_program_writes_the_same_text(encoding: str, end: str) -> None:
    assert text_in(TEXT.replace("\n", end).encode(encoding)) == TEXT


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"PK\x03\x04\x14\x00", b"%PDF-1.7\n\x00\x01", b"\x89PNG\r\n\x1a\n"]
)
def test_what_is_no_text_is_none(content: bytes) -> None:
    assert text_in(content) is None


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_none(content: bytes) -> None:
    text = text_in(content)
    assert text is None or "\r" not in text


def test_an_empty_file_is_an_empty_text() -> None:
    assert text_in(b"") == ""
