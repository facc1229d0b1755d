"""A letter as the words of its blocks, for editing by hand, and back again."""

from __future__ import annotations

from dataclasses import replace

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Origin, Run, line_text


def block_texts(letter: Letter) -> list[str]:
    """Return the words of each block, lines parted by line breaks."""
    return ["\n".join(line_text(line) for line in block.lines) for block in letter.blocks]


def with_texts(letter: Letter, texts: list[str]) -> Letter:
    """Return `letter` with other words in its blocks; untouched blocks keep their bold runs."""
    before = block_texts(letter)
    blocks = tuple(
        block if at >= len(texts) or texts[at] == before[at] else _typed_block(block, texts[at])
        for at, block in enumerate(letter.blocks)
        if at >= len(texts) or texts[at].strip()
    )
    return replace(letter, blocks=blocks)


def _typed_block(block: Block, text: str) -> Block:
    """Return `block` with other words; an address stays that of whom it was, for envelope and window."""
    whose = {run.field for line in block.lines for run in line} if block.kind is BlockKind.ADDRESS else set()
    field = whose.pop() if len(whose) == 1 else ""
    lines = tuple((Run(line, origin=Origin.OWN_WORDS, field=field),) for line in text.split("\n"))
    return replace(block, lines=lines)
