"""Every format through one door: those of export, and PDF."""

from __future__ import annotations

from dataclasses import replace

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.summary import Summary
from noshow_desk.errors import UserError
from noshow_desk.export.options import DEFAULT_OPTIONS, PaperOptions
from noshow_desk.export.saving import save
from noshow_desk.export.writers import Writer, writer_named
from noshow_desk.i18n import _

__all__ = ["save", "write_paper", "write_summary"]


def write_paper(format_key: str, letter: Letter, options: PaperOptions = DEFAULT_OPTIONS) -> bytes:
    """Return `letter` in the format with this key. Raises UserError when it cannot hold a paper."""
    write = _writer(format_key).write
    if write is None:
        raise UserError(_("A paper cannot be written as {format}.").format(format=format_key))
    if format_key == "docx":
        options = _measured(letter, options)
    return write(letter, options)


def write_summary(
    format_key: str, summary: Summary, language: str, options: PaperOptions = DEFAULT_OPTIONS
) -> bytes:
    """Return `summary` in the format with this key. Raises UserError when it cannot hold a summary."""
    write = _writer(format_key).write_summary
    if write is None:
        raise UserError(_("A case summary cannot be written as {format}.").format(format=format_key))
    if format_key == "docx":
        options = _summary_measured(summary, language, options)
    return write(summary, language, options)


def _measured(letter: Letter, options: PaperOptions) -> PaperOptions:
    """Return `options` with the size of the text that the preview shows, and whether it has several pages:
    Word cannot be asked whether all of it fits.
    """
    # deferred: loads Qt
    from noshow_desk.printing.gui import ensure_gui
    from noshow_desk.printing.letter import fitting_points
    from noshow_desk.printing.printout import lay_out
    from noshow_desk.printing.sheet import pocket_of, sheet_of

    ensure_gui()
    if letter.kind is PaperKind.PLAN_CARD:
        return replace(options, points=fitting_points(letter, pocket_of(options.size)))
    points = fitting_points(letter, sheet_of(options.size, options.margin))
    pages = lay_out(letter, size=options.size, margin=options.margin).page_count
    return replace(options, points=points, numbered=pages > 1)


def _summary_measured(summary: Summary, language: str, options: PaperOptions) -> PaperOptions:
    # deferred: loads Qt
    from noshow_desk.printing.gui import ensure_gui
    from noshow_desk.printing.printout import lay_out_summary

    ensure_gui()
    printout = lay_out_summary(summary, language, size=options.size, margin=options.margin)
    return replace(options, numbered=printout.page_count > 1)


def _writer(format_key: str) -> Writer:
    if format_key == "pdf":
        from noshow_desk.printing import pdf  # deferred: only PDF loads Qt

        return Writer("pdf", pdf.write, pdf.write_summary)
    writer = writer_named(format_key)
    if writer is None:
        raise UserError(_("There is no format called {format}.").format(format=format_key))
    return writer
