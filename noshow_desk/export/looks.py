"""How each kind of paper is set: the sizes of its letters, its gaps and its headings, for every way out."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.domain.kinds import PaperKind

LINE_HEIGHT = 1.4
# Lengths in letters: multiplied with the size of the text they become points.
GAP = 0.85  # below a paragraph
ITEM_GAP = 0.3  # below an item of a list that another follows
PEN = 3.2  # above a signature: room to sign by hand
CARD_HEADING_ABOVE, CARD_HEADING_BELOW = 0.55, 0.2
LIST_INDENT = 0.6
CARD_MARGIN_INCHES = 0.35  # of a pocket card, four of which fill a sheet
ACCENT, MUTED = "0B6B63", "58616A"


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of paper is set: the type sizes tried in order until all of it fits one sheet.

    `pages` is how far a paper may run over before the first size is simply taken. `card` papers are read
    while speaking: their headings stand apart in colour. `screen` is the size in a pane beside a form;
    `line` the height of a line to the letters, more where a pen has to write.
    """

    sizes: tuple[float, ...]
    pages: int = 1
    card: bool = False
    screen: float = 10.5
    line: float = LINE_HEIGHT


_LETTER = Look((11.5, 11.0, 10.5))
# To give a kind of paper its own look: a row here.
LOOKS = {
    PaperKind.CALL_CARD: Look(
        (18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.5), pages=3, card=True, screen=12.0
    ),
    PaperKind.PLAN_CARD: Look(
        (14.0, 13.0, 12.0, 11.0, 10.5, 10.0, 9.5, 9.0), pages=3, card=True, screen=12.0
    ),
    PaperKind.COURTESY: Look((14.0, 13.0, 12.0, 11.0), pages=2, card=True, screen=12.0),
    PaperKind.WORKSHEET: Look((11.0, 10.5), card=True, line=1.6),
}


def look_of(kind: PaperKind) -> Look:
    """Return the look of a kind of paper; that of a letter where it has none of its own."""
    return LOOKS.get(kind, _LETTER)


@dataclass(frozen=True, slots=True)
class SummaryLook:
    """How a case summary is set, in points; the values of its rows begin at `column`."""

    text: float = 10.0
    small: float = 8.5
    section: float = 10.5
    value: float = 15.0
    column: float = 150.0


SUMMARY = SummaryLook()
