"""Papers and summaries as Word files, laid out like the preview."""

from __future__ import annotations

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.summary import Summary
from noshow_desk.export.options import DEFAULT_OPTIONS, PaperOptions


def write(letter: Letter, options: PaperOptions) -> bytes:
    """Return `letter` as a .docx file whose properties name nobody."""
    # deferred: python-docx takes about 100 ms that the first window does not need
    from noshow_desk.export import docx_cards, docx_letter

    if letter.kind is PaperKind.PLAN_CARD:
        return docx_cards.write(letter, options)
    return docx_letter.write(letter, options)


def write_summary(summary: Summary, language: str, options: PaperOptions = DEFAULT_OPTIONS) -> bytes:
    """Return `summary` as a .docx file whose properties name nobody."""
    from noshow_desk.export import docx_summary  # deferred: as above

    return docx_summary.write(summary, language, options)
