"""How a paper leaves: its sheet, and whether it is still a draft."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PaperSize(StrEnum):
    """A sheet of paper; the members' values are those of the setting."""

    LETTER = "letter"
    A4 = "a4"

    @property
    def inches(self) -> tuple[float, float]:
        """Width and height of the sheet in inches."""
        return (8.5, 11.0) if self is PaperSize.LETTER else (210 / 25.4, 297 / 25.4)


MARGIN_INCHES = 1.0
# Where the address of a letter folded in three shows in the window of a No. 10 envelope, from the top: the
# window is 1 1/8 inches high and 1/2 inch above the lower edge, and the sheet has 0.46 inches of play.
WINDOW_TOP_INCHES = 2.15
# Where the window ends while the sheet rests on the lower edge of the envelope; and at the right, 5 3/8
# inches from the left edge, which the sheet touches.
WINDOW_BOTTOM_INCHES, WINDOW_RIGHT_INCHES = 3.17, 5.3

# Where letters are written on US Letter paper (Unicode CLDR, paperSize US-Letter).
LETTER_TERRITORIES = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOptions:
    """`draft` marks a paper that is not final: a finding of the letter check or a tick of R13 is open.

    `to` is the e-mail address of the one it goes to, `subject` that of a paper written as a letter; only the
    e-mail draft uses them. `margin` is in inches.
    `points` is the size of the text where it has been measured, 0 for the first one of the paper's look;
    `numbered` says that it was measured to have several pages, which bear their numbers.
    """

    size: PaperSize = PaperSize.LETTER
    draft: bool = False
    to: str = ""
    subject: str = ""
    margin: float = MARGIN_INCHES
    points: float = 0.0
    numbered: bool = False


DEFAULT_OPTIONS = PaperOptions()


def size_for(setting: str, territory: str) -> PaperSize:
    """Return the sheet for the setting "auto", "letter" or "a4"; `territory` is an ISO code or empty."""
    if setting in (PaperSize.LETTER, PaperSize.A4):
        return PaperSize(setting)
    return PaperSize.LETTER if territory.upper() in LETTER_TERRITORIES or not territory else PaperSize.A4
