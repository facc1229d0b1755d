"""A letter edited by hand: what was typed, and what stays as it was."""

from __future__ import annotations

from noshow_desk.domain.blocks import RECIPIENT, Block, BlockKind, Letter, Origin, Run, has_address
from noshow_desk.domain.kinds import PaperKind
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
