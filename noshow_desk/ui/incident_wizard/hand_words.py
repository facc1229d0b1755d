"""A letter as the words of its blocks, for editing by hand, and back again."""

from __future__ import annotations

from dataclasses import replace

from noshow_desk.domain.blocks import Block, Letter, Origin, Run, line_text


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
    lines = tuple((Run(line, origin=Origin.OWN_WORDS),) for line in text.split("\n"))
    return replace(block, lines=lines)
