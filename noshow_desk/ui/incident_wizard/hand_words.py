"""A letter as the words of its blocks, for editing by hand, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain, repeat

from noshow_desk.domain.blocks import (
    Block,
    BlockKind,
    Letter,
    Origin,
    Run,
    letter_from_json,
    letter_to_json,
    line_text,
)
from noshow_desk.ui.incident_wizard.fact_path import Plain
from noshow_desk.ui.incident_wizard.hand_bold import typed_lines

_TEXTS, _UNDER = "texts", "under"


def block_texts(letter: Letter) -> list[str]:
    """Return the words of each block, lines parted by line breaks."""
    return ["\n".join(line_text(line) for line in block.lines) for block in letter.blocks]


def with_texts(letter: Letter, texts: list[str]) -> Letter:
    """Return `letter` saying `texts`, a block each; untouched blocks keep their bold runs, empty ones go."""
    pairs = _pairs(letter, texts)
    return replace(letter, blocks=tuple(_typed_block(block, text) for block, text in pairs if text.strip()))


def signed(letter: Letter, texts: list[str], name: str) -> tuple[Letter, list[str]]:
    """Return `letter` and the words typed over its blocks, signed with `name`: where the signature was
    emptied, else in a block of its own at the end.
    """
    spots = [at for at, block in enumerate(letter.blocks) if block.kind is BlockKind.SIGNATURE]
    empty = next((at for at in spots if len(texts) == len(letter.blocks) and not texts[at].strip()), None)
    if empty is not None:
        return letter, [*texts[:empty], name, *texts[empty + 1 :]]
    last = Block(BlockKind.SIGNATURE, ((Run(name, origin=Origin.OWN_WORDS),),))
    return replace(letter, blocks=(*letter.blocks, last)), [*texts, name]


def edit_value(letter: Letter, texts: list[str]) -> Plain:
    """Return an edit by hand as a form keeps it: the words, and the letter that they were typed over."""
    return {_TEXTS: texts, _UNDER: letter_to_json(letter)}


def edited_texts(value: Plain) -> list[str]:
    """Return the words of an edit by hand; none for no edit."""
    texts = value.get(_TEXTS) if isinstance(value, dict) else value
    return [str(text) for text in texts] if isinstance(texts, list) else []


def letter_under(value: Plain) -> Letter | None:
    """Return the letter that the words of an edit were typed over; None where it was not kept with them."""
    under = value.get(_UNDER) if isinstance(value, dict) else None
    return letter_from_json(under) if isinstance(under, str) else None


def _pairs(letter: Letter, texts: list[str]) -> Iterator[tuple[Block, str]]:
    """Yield each of `texts` with its block. Where they are not as many (an edit that was kept without its
    letter, which by now has another count of parts), each goes to the block that says the most like it.
    """
    before = block_texts(letter)
    if len(before) == len(texts):
        yield from zip(letter.blocks, texts, strict=True)
        return
    plain = Block(BlockKind.PARAGRAPH, ())
    for _how, first, last, start, end in SequenceMatcher(None, before, texts, autojunk=False).get_opcodes():
        yield from zip(chain(letter.blocks[first:last], repeat(plain)), texts[start:end], strict=False)


def _typed_block(block: Block, text: str) -> Block:
    """Return `block` with other words; an address stays that of whom it was, for envelope and window."""
    if text == "\n".join(line_text(line) for line in block.lines):
        return block
    whose = {run.field for line in block.lines for run in line} if block.kind is BlockKind.ADDRESS else set()
    field = whose.pop() if len(whose) == 1 else ""
    return replace(block, lines=typed_lines(block, text, field))
