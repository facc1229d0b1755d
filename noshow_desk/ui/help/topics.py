"""The pages of the help and their text, as titles, paragraphs and list items."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.i18n import N_
from noshow_desk.paths import resource

CODE = "|"  # at the front of each line of code, which keeps its blanks


@dataclass(frozen=True, slots=True)
class Topic:
    """One page: its key (the file's name) and its title in the list."""

    key: str
    title: str


# To add a page of help: a row here and resources/help/<language>/<key>.txt in every language.
TOPICS = (
    Topic("missed", N_("Somebody is waiting now")),
    Topic("incident", N_("Put it right, step by step")),
    Topic("today", N_("Today")),
    Topic("clients", N_("Clients")),
    Topic("incidents", N_("Incidents")),
    Topic("papers", N_("Papers and the case summary")),
    Topic("templates", N_("Templates")),
    Topic("consent", N_("What may be said to whom")),
    Topic("safety", N_("Your data")),
    Topic("restore", N_("Getting your data back")),
    Topic("outlives", N_("Your data without this program")),
    Topic("settings", N_("Settings")),
    Topic("keys", N_("Keys")),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a help page: `role` is "title", "heading", "text", "item" or "code"."""

    role: str
    text: str


def pieces(key: str, language: str) -> tuple[Piece, ...]:
    """Return the page `key` in `language`.

    The files are plain text: `# title`, `## heading`, `- item`, `| code`, and paragraphs between blank lines.
    """
    source = resource(f"help/{language}/{key}.txt").read_text(encoding="utf-8")
    return tuple(_piece(part) for chunk in source.split("\n\n") for part in _parts(chunk) if part)


def _parts(chunk: str) -> list[str]:
    lines = [line.strip() for line in chunk.strip().splitlines()]
    if lines and lines[0].startswith(CODE):
        return ["\n".join(lines)]
    if lines and lines[0].startswith(("- ", "# ", "## ")):
        return lines
    return [" ".join(lines)]


def _piece(line: str) -> Piece:
    if line.startswith(CODE):
        code = (part.removeprefix(CODE).removeprefix(" ") for part in line.splitlines())
        return Piece("code", "\n".join(code))
    for mark, role in (("## ", "heading"), ("# ", "title"), ("- ", "item")):
        if line.startswith(mark):
            return Piece(role, line.removeprefix(mark))
    return Piece("text", line)
