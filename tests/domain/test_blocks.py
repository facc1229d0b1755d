"""The block model goes to JSON and back, and to plain text."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.domain.blocks import (
    Block,
    BlockKind,
    Letter,
    Origin,
    Run,
    letter_from_json,
    letter_to_json,
    missing_fields,
    to_text,
    word_count,
)
from noshow_desk.domain.kinds import PaperKind

LETTER = Letter(
    kind=PaperKind.THANK_YOU,
    language="en",
    title="Thank-you note",
    subject="Our interview",
    blocks=(
        Block(
            BlockKind.ADDRESS, ((Run("Ms. Rosa Alvarez", origin=Origin.FIELD),), (Run("1200 Harbor Road"),))
        ),
        Block(
            BlockKind.PARAGRAPH,
            ((Run("I come on "), Run("[New date]", True, Origin.MISSING, "new.date"), Run(".")),),
        ),
        Block(BlockKind.LIST, ((Run("one"),), (Run("two words"),))),
        Block(BlockKind.SIGNATURE, ((Run("Marcus Reed"),),)),
    ),
)

texts = st.text(st.characters(codec="utf-8"), max_size=20)
lines = st.lists(st.builds(Run, texts, st.booleans(), st.sampled_from(Origin), texts), max_size=3).map(tuple)
blocks = st.builds(Block, st.sampled_from(BlockKind), st.lists(lines, max_size=3).map(tuple))
letters = st.builds(
    Letter,
    kind=st.sampled_from(PaperKind),
    language=st.sampled_from(("en", "es")),
    title=texts,
    subject=texts,
    blocks=st.lists(blocks, max_size=4).map(tuple),
)


@given(letters)
def test_a_letter_comes_back_from_json_as_it_was(letter: Letter) -> None:
    assert letter_from_json(letter_to_json(letter)) == letter


@pytest.mark.parametrize("text", ["", "{", "[]", '{"kind": "poem"}', '{"kind": "apology"}'])
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(msgspec.DecodeError):
        letter_from_json(text)


def test_plain_text_parts_blocks_by_an_empty_line() -> None:
    assert to_text(LETTER) == (
        "Ms. Rosa Alvarez\n1200 Harbor Road\n\nI come on [New date].\n\n- one\n- two words\n\nMarcus Reed"
    )
    assert to_text(LETTER, subject=True).startswith("Our interview\n\nMs. Rosa")


def test_words_are_the_tokens_between_white_space() -> None:
    assert word_count(LETTER) == 3 + 3 + 5 + 3 + 2


def test_missing_fields_are_named_once() -> None:
    twice = Letter(kind=LETTER.kind, language="en", title="", blocks=LETTER.blocks * 2)
    assert missing_fields(twice) == ("new.date",)
