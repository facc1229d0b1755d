"""The ways a paper or a summary can leave, as data; export and printing hold the writers."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.i18n import N_


@dataclass(frozen=True, slots=True)
class Format:
    """One file format: its key on the command line, its plain name and file suffix; `papers` and `summaries`
    say what it can hold.
    """

    key: str
    name: str
    suffix: str
    papers: bool = True
    summaries: bool = True


# To add a format: a row here, and a writer in export/<key>.py (or printing/ when it needs Qt).
FORMATS: tuple[Format, ...] = (
    Format("pdf", N_("PDF"), ".pdf"),
    Format("docx", N_("Word file"), ".docx"),
    Format("html", N_("Web page"), ".html"),
    Format("txt", N_("Plain text"), ".txt", summaries=False),
    Format("eml", N_("E-mail draft"), ".eml", summaries=False),
    Format("csv", N_("Table (CSV)"), ".csv", papers=False),
    Format("json", N_("Data (JSON)"), ".json", papers=False),
)


def format_named(key: str) -> Format | None:
    """Return the row of FORMATS with this key, or None."""
    return next((row for row in FORMATS if row.key == key), None)
