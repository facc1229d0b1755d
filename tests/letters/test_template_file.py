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
from noshow_desk.letters.template_file import read_template, template_file


@pytest.mark.parametrize("starter", starters(), ids=lambda one: one.id)
def test_every_starter_reads_back(starter: Any) -> None:
    back = read_template(template_file(starter).decode())
    assert back == replace(starter, id="", shipped=False, version_id="")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_reads_back_but_for_line_ends_at_its_edges(source: str) -> None:
    plain = source.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    made = Template(name="A name: with a colon", source=plain)
    back = read_template(template_file(made).decode())
    assert (back.name, back.source) == (made.name, plain)


def test_a_name_may_end_like_the_line_below_the_head() -> None:
    made = Template(name="Ours ---", source="Hello")
    assert read_template(template_file(made).decode()).name == made.name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no template"),
        ("Dear reader,\n---\nhello", "no template"),
        ("name: A\nkind: apology\nchannel: letter\n---\nx", "language"),
        ("name: A\nkind: apology\nlanguage: fr\nchannel: letter\n---\nx", "language"),
        ("name: A\nkind: novel\nlanguage: en\nchannel: letter\n---\nx", "does not exist"),
        ("name: A\nkind: apology\nlanguage: en\nchannel: smoke\n---\nx", "does not exist"),
    ],
)
def test_any_other_file_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        read_template(text)
    assert said in caught.value.sentence
