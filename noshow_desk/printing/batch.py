"""Papers of several clients on their way out: one PDF, one file each, or one job of a printer, in steps.

Each function is an iterator: a step is one paper, and closing it before its end leaves nothing behind.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from noshow_desk.domain.blocks import Letter, has_address, to_text
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.errors import SystemTrouble
from noshow_desk.export.options import PaperOptions
from noshow_desk.export.saving import save_new
from noshow_desk.i18n import _, translate
from noshow_desk.printing.envelope import TITLE as ENVELOPE_TITLE
from noshow_desk.printing.envelope import lay_out_envelope
from noshow_desk.printing.pdf import write_pdf
from noshow_desk.printing.printout import CARDS_A_SHEET, Printout, is_plain, lay_out, lay_out_cards
from noshow_desk.printing.writers import write_paper

PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One finished paper: `name` is that of its file, `to` and `subject` are an e-mail's."""

    letter: Letter
    name: str
    to: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """One file that was written: which paper (from 0), where, and its bytes; `envelope` beside a letter."""

    place: int
    path: Path
    content: bytes
    envelope: bool = False


def printouts(
    letters: Sequence[Letter], options: PaperOptions, *, envelopes: bool = False
) -> Iterator[Printout]:
    """Lay out one letter after the other, each with its envelope behind it where that is wanted.

    Pocket cards of several clients share their sheets.
    """
    if _are_cards(letters):
        for first in range(0, len(letters), CARDS_A_SHEET):
            yield lay_out_cards(letters[first : first + CARDS_A_SHEET], size=options.size)
        return
    for letter in letters:
        yield lay_out(letter, size=options.size, margin=options.margin)
        if envelopes and has_address(letter):
            yield lay_out_envelope(letter)


def unprintable(letter: Letter) -> str:
    """Return the characters of `letter` that no font here has, each once; empty for nearly all letters."""
    if is_plain(to_text(letter)):
        return ""  # known without laying it out
    return lay_out(letter).unprintable()


def shows_address(letter: Letter, options: PaperOptions) -> bool:
    """Say whether all of the address of `letter`, if any, would show in the window of an envelope."""
    if not has_address(letter):
        return True
    return lay_out(letter, size=options.size, margin=options.margin).shows_address


def step_count(letters: Sequence[Letter], *, envelopes: bool = False, apart: bool = False) -> int:
    """Return how many steps `printouts` takes: sheets of cards, or letters and envelopes; with `apart` those
    of `writing_each`, where a card is a file like any paper.
    """
    if _are_cards(letters) and not apart:
        return -(-len(letters) // CARDS_A_SHEET)
    return len(letters) + sum(envelopes and has_address(letter) for letter in letters)


def writing_each(
    folder: Path,
    papers: Sequence[Outgoing],
    format_key: str,
    options: PaperOptions,
    *,
    envelopes: bool = False,
) -> Generator[Written, None, None]:
    """Write one new file for each paper into `folder`, an envelope as a file of its own; none is replaced.

    The folder is made where it is missing. Raises SystemTrouble; then no file of these is left.
    """
    kept: list[Path] = []
    made = _made(folder)
    try:
        for place, paper in enumerate(papers):
            content = write_paper(
                format_key, paper.letter, replace(options, to=paper.to, subject=paper.subject)
            )
            kept.append(save_new(folder, paper.name, content))
            yield Written(place, kept[-1], content)
            if envelopes and has_address(paper.letter):
                content = write_pdf([lay_out_envelope(paper.letter)])
                kept.append(save_new(folder, _envelope_name(paper), content))
                yield Written(place, kept[-1], content, envelope=True)
    except BaseException:
        _take_away(kept, folder if made else None)
        raise


def _are_cards(letters: Sequence[Letter]) -> bool:
    return bool(letters) and all(letter.kind is PaperKind.PLAN_CARD for letter in letters)


def _made(folder: Path) -> bool:
    """Make `folder` where it is missing and say whether it was."""
    if folder.is_dir():
        return False
    try:
        folder.mkdir()
    except OSError as error:
        sentence = _("The folder {name} could not be made. Choose another one.")
        raise SystemTrouble(sentence.format(name=folder.name)) from error
    return True


def _take_away(files: Sequence[Path], folder: Path | None) -> None:
    for path in files:
        with contextlib.suppress(OSError):
            path.unlink()
    if folder is not None:
        with contextlib.suppress(OSError):
            folder.rmdir()


def _envelope_name(paper: Outgoing) -> str:
    """Return "thank-you-note-MR-2026-03-10-envelope.pdf", in the language of the letter."""
    stem = Path(paper.name).stem
    return f"{stem}-{translate(ENVELOPE_TITLE, paper.letter.language).lower()}.{PDF}"
