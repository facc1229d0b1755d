"""The block model of a paper: what a filled template is made of, and what every writer writes.

Screen, print, PDF, DOCX, HTML, text and e-mail are writers of this one model (ARCHITECTURE, "Text").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from noshow_desk.domain.kinds import PaperKind


class Origin(StrEnum):
    """Where the words of a run come from; the screen shows all but TEMPLATE in a colour."""

    TEMPLATE = "template"
    FIELD = "field"
    OWN_WORDS = "own_words"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. `field` names the variable it was filled from, if any.

    A MISSING run holds the plain name of the field in square brackets, so that no writer prints a blank; an
    UNKNOWN run (previews only) holds a field name that does not exist. `text` never holds a line break.
    """

    text: str
    bold: bool = False
    origin: Origin = Origin.TEMPLATE
    field: str = ""


Line = tuple[Run, ...]


class BlockKind(StrEnum):
    """PARAGRAPH: lines with breaks between. LIST: one line an item. ADDRESS: kept together.

    SIGNATURE: the name below, room for a pen above it.
    """

    PARAGRAPH = "paragraph"
    LIST = "list"
    ADDRESS = "address"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a letter: its kind and its lines."""

    kind: BlockKind
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One filled paper. `title` names the paper, never a person or an agency; `subject` is an e-mail's.

    `filled` is kept once words are changed by hand: what the fields said then, also where they stand no more.
    """

    kind: PaperKind
    language: str
    title: str
    blocks: tuple[Block, ...]
    subject: str = ""
    filled: tuple[Run, ...] = ()


# The fields that hold a postal address: to whom, and from whom.
RECIPIENT, SENDER = "interviewer.address", "client.address"


def is_address(block: Block, field: str) -> bool:
    """Say whether `block` is the address that was filled in from `field`."""
    return block.kind is BlockKind.ADDRESS and any(run.field == field for line in block.lines for run in line)


def has_address(letter: Letter) -> bool:
    """Say whether `letter` bears the postal address of whom it goes to."""
    return any(is_address(block, RECIPIENT) for block in letter.blocks)


def runs(letter: Letter) -> Iterator[Run]:
    """Return every run of `letter` in reading order."""
    for block in letter.blocks:
        for line in block.lines:
            yield from line


def line_text(line: Line) -> str:
    """Return the words of one line."""
    return "".join(run.text for run in line)


def to_text(letter: Letter, *, subject: bool = False) -> str:
    """Return `letter` as plain text, an empty line between blocks; the subject first when asked."""
    parts = [letter.subject] if subject and letter.subject else []
    for block in letter.blocks:
        mark = "- " if block.kind is BlockKind.LIST else ""
        parts.append("\n".join(mark + line_text(line) for line in block.lines))
    return "\n\n".join(parts)


def word_count(letter: Letter) -> int:
    """Return the number of words: the tokens between white space, greeting and signature included."""
    return sum(len(line_text(line).split()) for block in letter.blocks for line in block.lines)


def missing_fields(letter: Letter) -> tuple[str, ...]:
    """Return the names of the variables that had no value, each once, in reading order."""
    return tuple(dict.fromkeys(run.field for run in runs(letter) if run.origin is Origin.MISSING))


def letter_to_json(letter: Letter) -> str:
    """Return `letter` as JSON, as a paper keeps it once it was edited by hand."""
    import msgspec  # deferred: 30 ms that the first window does not need

    return msgspec.json.encode(letter).decode()


def letter_from_json(text: str) -> Letter:
    """Return the letter that `letter_to_json` wrote. Raises msgspec.DecodeError on any other text."""
    import msgspec  # deferred: 30 ms that the first window does not need

    return msgspec.json.decode(text.encode(), type=Letter)
