"""The ways a paper or a summary can leave, as data; export and printing hold the writers."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.i18n import N_


@dataclass(frozen=True, slots=True)
class Format:
    """One file format: its key on the command line, its plain name and file suffix.

    `needs_qt` says which floor writes it; `papers` and `summaries` say what it can hold.
    """

    key: str
    name: str
    suffix: str
    media_type: str
    needs_qt: bool = False
    papers: bool = True
    summaries: bool = True


# To add a format: a row here, and a writer in export/<key>.py (or printing/ when it needs Qt).
FORMATS: tuple[Format, ...] = (
    Format("pdf", N_("PDF"), ".pdf", "application/pdf", needs_qt=True),
    Format(
        "docx",
        N_("Word file"),
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    Format("html", N_("Web page"), ".html", "text/html"),
    Format("txt", N_("Plain text"), ".txt", "text/plain", summaries=False),
    Format("eml", N_("E-mail draft"), ".eml", "message/rfc822", summaries=False),
    Format("csv", N_("Table (CSV)"), ".csv", "text/csv", papers=False),
    Format("json", N_("Data (JSON)"), ".json", "application/json", papers=False),
)


def format_named(key: str) -> Format | None:
    """Return the row of FORMATS with this key, or None."""
    return next((row for row in FORMATS if row.key == key), None)
