"""Keeps the recipient's address of a letter where the window of a No. 10 envelope is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from noshow_desk.domain.blocks import (
    RECIPIENT,
    SENDER,
    Block,
    BlockKind,
    Letter,
    Line,
    Run,
    is_address,
    line_text,
)
from noshow_desk.export.looks import GAP, PEN, look_of
from noshow_desk.export.options import WINDOW_BOTTOM_INCHES, WINDOW_RIGHT_INCHES, WINDOW_TOP_INCHES
from noshow_desk.i18n import N_

ON_PAPER = ("pdf", "docx")  # the formats that have a place for an address on the page
WINDOW_NOTE = N_(
    "An envelope’s window would not show the whole address. Shorten it, or use an envelope without a window."
)
_POINTS_PER_INCH = 72
# Widths of a letter to its size. Counted, not measured, so that Word puts an address where the preview does.
_LETTER_WIDTH, _WIDE_LETTER = 0.5, 0.6
_PLAY = 6.0  # points that an address may begin further down: half a line
_TIGHT = 1.21  # height of a line to the letters, without any lead
# The smallest type that the machines of the mail are sure to read: USPS, Publication 28, section 2.
_LEAST_POINTS = 8.0
_BETWEEN = Run(" · ", field=SENDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Where a letter is set: the width of its text and the size of its letters in points, the margin in
    inches, and the height of a line to the letters.
    """

    width: float
    margin: float
    points: float
    line: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How the recipient's address is set, in points: the gap `above` it, and how much is left empty `beside`
    it at the right. `fits` says whether all of it shows in the window.
    """

    above: float
    beside: float
    points: float
    line: float
    fits: bool = True


def lines_high(lines: Sequence[Line], width: float, points: float) -> int:
    """Return how many lines high `lines` are when set `width` points wide."""
    return sum(max(1, math.ceil(len(line_text(one)) * points * _LETTER_WIDTH / width)) for one in lines)


def place_of(letter: Letter, page: Page) -> tuple[Letter, Place | None]:
    """Return `letter` with so little above the recipient's address that the address stays at its place, and
    how that is set; a letter without an address as it is, and None.

    The client's own address gives way: its lines share a line, the name apart from them as long as it can be.
    """
    at = next((n for n, one in enumerate(letter.blocks) if is_address(one, RECIPIENT)), None)
    if at is None or letter.subject or look_of(letter.kind).card:
        return letter, None
    top = (WINDOW_TOP_INCHES - page.margin) * _POINTS_PER_INCH
    room = top + _PLAY
    head, rest = letter.blocks[:at], letter.blocks[at:]
    for apart in (1, 0):
        if _height(head, page) <= room:
            break
        head = tuple(_joined(one, page, apart) for one in letter.blocks[:at])
    place = _place(rest[0], page)
    height = _height(head, page)
    gap = page.points * GAP if head else 0.0
    above = max(top - (height - gap), gap)
    return replace(letter, blocks=(*head, *rest)), replace(
        place, above=above, fits=place.fits and height <= room
    )


def _height(head: Sequence[Block], page: Page) -> float:
    """Return how far below the margin the block after `head` begins at the earliest."""
    gap = page.points * GAP
    down = below = 0.0
    for one in head:
        above = page.points * PEN if one.kind is BlockKind.SIGNATURE else 0.0
        down += max(above, below) + lines_high(one.lines, page.width, page.points) * page.points * page.line
        below = gap
    return down + below


def _joined(block: Block, page: Page, apart: int) -> Block:
    """Return the sender's address with as many lines on one as fit, the first `apart` by themselves."""
    if not is_address(block, SENDER):
        return block
    most = int(page.width / (page.points * _WIDE_LETTER))
    lines: list[Line] = list(block.lines[:apart])
    for line in block.lines[apart:]:
        shared = (*lines[-1], _BETWEEN, *line) if len(lines) > apart else ()
        if shared and len(line_text(shared)) <= most:
            lines[-1] = shared
        else:
            lines.append(line)
    return replace(block, lines=tuple(lines))


def _place(block: Block, page: Page) -> Place:
    """Return how the recipient's address is set: as the rest where it fits, else closer, then smaller."""
    wide = min(page.width, (WINDOW_RIGHT_INCHES - page.margin) * _POINTS_PER_INCH)
    usual = Place(above=0, beside=page.width - wide, points=page.points, line=page.line)
    height = (WINDOW_BOTTOM_INCHES - WINDOW_TOP_INCHES) * _POINTS_PER_INCH
    points, line = page.points, page.line
    while lines_high(block.lines, wide, points) * points * line > height:
        points, line = (points, _TIGHT) if line > _TIGHT else (points - 0.5, _TIGHT)
        if points < _LEAST_POINTS:
            return replace(usual, fits=False)
    return replace(usual, points=points, line=line)
