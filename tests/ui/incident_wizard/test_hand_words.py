"""A letter edited by hand: what was typed, and what stays as it was."""

from __future__ import annotations

import pytest

from noshow_desk.domain.blocks import RECIPIENT, Block, BlockKind, Letter, Origin, Run, has_address
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.ui.incident_wizard.hand_bold import with_stars
from noshow_desk.ui.incident_wizard.hand_words import block_texts, with_texts

ADDRESS = Block(
    BlockKind.ADDRESS,
    tuple((Run(line, origin=Origin.FIELD, field=RECIPIENT),) for line in ("Rosa Alvarez", "Bayside")),
)
BOLD = Block(BlockKind.PARAGRAPH, ((Run("Thank you "), Run("very much", bold=True)),))
WORDS = Block(BlockKind.PARAGRAPH, ((Run("See you on Friday."),),))
LETTER = Letter(
    kind=PaperKind.THANK_YOU, language="en", title="Thank-you note", blocks=(ADDRESS, BOLD, WORDS)
)


def test_untouched_blocks_keep_their_runs() -> None:
    texts = [*block_texts(LETTER)[:2], "See you then."]
    typed = with_texts(LETTER, texts)
    assert typed.blocks[:2] == (ADDRESS, BOLD) and block_texts(typed) == texts


def test_an_emptied_block_is_left_out() -> None:
    assert with_texts(LETTER, [*block_texts(LETTER)[:2], " "]).blocks == (ADDRESS, BOLD)


def test_an_address_that_is_typed_over_is_still_whom_the_letter_goes_to() -> None:
    typed = with_texts(LETTER, ["Rosa Alvarez\nSuite 4\nBayside", *block_texts(LETTER)[1:]])
    assert has_address(typed) and block_texts(typed)[0] == "Rosa Alvarez\nSuite 4\nBayside"


def _said(text: str, block: Block = BOLD) -> list[tuple[str, bool]]:
    """Return the runs of `text` typed over a block, each with whether it is bold."""
    typed = with_texts(Letter(kind=LETTER.kind, language="en", title="", blocks=(block,)), [text])
    return [(run.text, run.bold) for line in typed.blocks[0].lines for run in line]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Thank you very much!", [("Thank you ", False), ("very much", True), ("!", False)]),
        ("Thanks, very much", [("Thanks, ", False), ("very much", True)]),
        ("Thank you very, very much", [("Thank you very, ", False), ("very much", True)]),
        ("Thank you a lot", [("Thank you ", False), ("a lot", True)]),
        ("I am glad of it", [("I am glad of it", False)]),
        ("Thank you so and so many times over again", [("Thank you so and so many times over again", False)]),
        ("So very much\nThank you", [("So ", False), ("very much", True), ("Thank you", False)]),
    ],
)
def test_what_was_bold_stays_so_around_what_is_typed(text: str, runs: list[tuple[str, bool]]) -> None:
    assert _said(text) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("See **you** then", [("See ", False), ("you", True), (" then", False)]),
        ("**See you**", [("See you", True)]),
        ("2 ** 3 and **you** ** then", [("2 ** 3 and ", False), ("you", True), (" ** then", False)]),
        ("**a** and **b c**", [("a", True), (" and ", False), ("b c", True)]),
        ("** a** **** ***b*** **", [("** a** **** ***b*** **", False)]),
        ("**a\nb**", [("**a", False), ("b**", False)]),
    ],
)
def test_stars_make_bold_whatever_other_stars_stand_there(text: str, runs: list[tuple[str, bool]]) -> None:
    assert _said(text, WORDS) == runs


def test_other_words_in_starred_ones_keep_their_stars() -> None:
    (block,) = with_texts(
        Letter(kind=LETTER.kind, language="en", title="", blocks=(WORDS,)), ["On **May 7**."]
    ).blocks
    assert with_stars(block, "On May 8.") == "On **May 8**."
    assert with_stars(block, "So, on May 7.") == "So, on **May 7**."
