"""A summary as a table that a spreadsheet opens."""

from __future__ import annotations

import csv
import io

from noshow_desk.domain.cells import guarded
from noshow_desk.domain.summary import Summary
from noshow_desk.export.options import DEFAULT_OPTIONS, PaperOptions
from noshow_desk.export.words import printable
from noshow_desk.i18n import N_, Message

_HEADINGS = (N_("Appointment"), N_("Section"), N_("Item"), N_("Value"), N_("Definition"))
_BOM = "\ufeff"  # without it Excel reads accents wrong


def write_summary(summary: Summary, language: str, options: PaperOptions = DEFAULT_OPTIONS) -> bytes:
    """Return `summary` as UTF-8 CSV, one row an item. A table has no sheet: `size` is not used."""
    del options
    text = io.StringIO()
    table = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow([Message(heading).say(language) for heading in _HEADINGS])
    for row in _rows(summary):
        table.writerow([_cell(cell, language) for cell in row])
    return (_BOM + text.getvalue()).encode()


def _rows(summary: Summary) -> list[tuple[Message | None, ...]]:
    rows: list[tuple[Message | None, ...]] = [
        (None, summary.title, row.label, row.value, None) for row in summary.head
    ]
    rows += [(None, None, figure.label, figure.value, figure.definition) for figure in summary.figures]
    for case in summary.cases:
        for section in case.sections:
            rows += [(case.title, section.title, row.label, row.value, None) for row in section.rows]
    rows.append((None, None, None, summary.closing, None))
    return rows


def _cell(message: Message | None, language: str) -> str:
    if message is None:
        return ""
    return guarded("\n".join(printable(line) for line in message.say(language).split("\n")))
