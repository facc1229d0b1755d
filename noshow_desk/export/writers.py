"""The writers of this room, one row a format; printing adds the one that needs Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.summary import Summary
from noshow_desk.export import csv, docx, eml, html, json, txt
from noshow_desk.export.options import PaperOptions

WritePaper = Callable[[Letter, PaperOptions], bytes]
WriteSummary = Callable[[Summary, str, PaperOptions], bytes]


@dataclass(frozen=True, slots=True)
class Writer:
    """How one format of FORMATS is written; None for what it cannot hold."""

    format: str
    write: WritePaper | None = None
    write_summary: WriteSummary | None = None


# To add a writer: a module of this room, a row here, and a row in domain/formats.py.
WRITERS: tuple[Writer, ...] = (
    Writer("docx", docx.write, docx.write_summary),
    Writer("html", html.write, html.write_summary),
    Writer("txt", write=txt.write),
    Writer("eml", write=eml.write),
    Writer("csv", write_summary=csv.write_summary),
    Writer("json", write_summary=json.write_summary),
)


def writer_named(key: str) -> Writer | None:
    """Return the writer of the format with this key, or None when it is not one of this room."""
    return next((writer for writer in WRITERS if writer.format == key), None)
