"""What goes to a printer: its pages as a page setup makes them, and whose page setup that is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtPrintSupport import QPrinter

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.export.options import PaperOptions
from noshow_desk.printing.printout import Printout, lay_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """One thing to print: `lay_out` makes the pages that the preview shows and the printer gets.

    `kind` is the one whose page setup holds; None for an envelope, whose sheet is given. `note` is said
    beside the pages. With a `job` the pages are only the first of many: it gets the printer and prints all.
    """

    kind: PaperKind | None
    lay_out: Callable[[PaperOptions], Printout]
    note: str = ""
    job: Callable[[QPrinter, PaperOptions], None] | None = None


def pages_of(letter: Letter, draft: bool, options: PaperOptions, *, tints: bool = False) -> Printout:
    """Return the pages of one letter; `draft` marks it as not final, `tints` what is missing in it."""
    return lay_out(letter, size=options.size, margin=options.margin, draft=draft, tints=tints)
