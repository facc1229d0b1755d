"""What every way out reads in the blocks of a paper."""

from __future__ import annotations

import pytest

from noshow_desk.domain.blocks import Block, BlockKind, Line, Run
from noshow_desk.export.words import is_heading

BOLD, PLAIN, BLANK = Run("Rehearse", bold=True), Run("Rehearse"), Run(" ")


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        (((BOLD,),), True),
        (((BOLD, BLANK, BOLD),), True),  # blanks between have no weight
        (((BOLD, PLAIN),), False),
        (((PLAIN,),), False),
        (((BLANK,),), False),
        (((),), False),
        (((BOLD,), (BOLD,)), False),  # two lines are a paragraph
    ],
)
def test_a_heading_is_one_line_all_of_it_bold(lines: tuple[Line, ...], heading: bool) -> None:
    assert is_heading(Block(BlockKind.PARAGRAPH, lines)) is heading
    assert not is_heading(Block(BlockKind.SIGNATURE, lines))
