"""Characters without a glyph are named by the words they stand in."""

from __future__ import annotations

import pytest

from noshow_desk.ui.papers.boxes import boxes_words


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I am ready 🙂 for Friday", "“ready 🙂”"),
        ("🙂 first", "“🙂”"),
        ("Dear 𐍈𐌿ma, hello", "“𐍈𐌿ma,”"),
        ("one 🙂 two 𐍈 three 🙂 four 𐌿", "“one 🙂”, “two 𐍈”, “three 🙂” …"),
    ],
)
def test_the_words_are_named(text: str, named: str) -> None:
    assert f"has all of {named}: paper" in boxes_words("🙂𐍈𐌿", text)


def test_nothing_is_said_where_all_can_be_shown() -> None:
    assert boxes_words("", "Zoë 李小龍") == ""
