"""A template saved as a file reads back as it was; any other file is refused in a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.domain.template import Template
from noshow_desk.errors import UserError
from noshow_desk.letters.starters import starters
from noshow_desk.letters.template_file import LARGEST, read_template, template_file


@pytest.mark.parametrize("starter", starters(), ids=lambda one: one.id)
def test_every_starter_reads_back(starter: Any) -> None:
    back = read_template(template_file(starter))
    assert back == replace(starter, id="", shipped=False, version_id="")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_reads_back_but_for_line_ends_at_its_edges(source: str) -> None:
    plain = source.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    made = Template(name="A name: with a colon", source=plain)
    back = read_template(template_file(made))
    assert (back.name, back.source) == (made.name, plain)


def test_windows_line_ends_and_a_byte_order_mark_are_taken() -> None:
    content = b"\xef\xbb\xbfname: Mine\r\nkind: apology\r\nlanguage: es\r\nchannel: letter\r\n---\r\nHola\r\n"
    back = read_template(content)
    assert (back.name, back.language, back.source) == ("Mine", "es", "Hola")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no template"),
        (b"Dear reader,\n---\nhello", "no template"),
        (b"%PDF-1.7\n\xff\xfe\x00", "no text"),
        (b"x" * (LARGEST + 1), "too large"),
        (b"name: A\nkind: apology\nchannel: letter\n---\nx", "language"),
        (b"name: A\nkind: apology\nlanguage: fr\nchannel: letter\n---\nx", "language"),
        (b"name: A\nkind: novel\nlanguage: en\nchannel: letter\n---\nx", "does not exist"),
        (b"name: A\nkind: apology\nlanguage: en\nchannel: smoke\n---\nx", "does not exist"),
    ],
)
def test_any_other_file_is_refused_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(UserError) as caught:
        read_template(content)
    assert said in caught.value.sentence
