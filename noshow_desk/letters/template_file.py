"""A template as a text file: lines "name: value", a line "---", then its text. Starters are such files."""

from __future__ import annotations

from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.errors import UserError
from noshow_desk.i18n import LANGUAGES, _

SUFFIX = ".txt"
LARGEST = 200_000  # bytes; the text itself may have 64,000 characters
_MARK = "\n---\n"


def template_file(template: Template) -> bytes:
    """Return `template` as the content of a file that `read_template` reads back."""
    rows = {
        "name": " ".join(template.name.split()),
        "kind": template.kind.value,
        "language": template.language,
        "channel": template.channel.value,
        "variant": template.variant,
    }
    head = "\n".join(f"{name}: {value}" for name, value in rows.items() if value)
    return f"{head}{_MARK}{template.source}\n".encode()


def is_template_file(text: str) -> bool:
    """Say whether `text` is that of such a file, and not a template's text alone."""
    return text.startswith("name: ") and _MARK in text


def lines_above(text: str) -> int:
    """Return how many lines of a file stand above the first line of its template's text."""
    head, mark, source = text.partition(_MARK)
    return (head + mark).count("\n") + len(source) - len(source.lstrip("\n"))


def read_template(text: str, *, language: str = "") -> Template:
    """Return the template that the text of a file holds; `language` is that of a file that names none.

    Raises UserError, with what is wrong, for anything that is no template.
    """
    head, mark, source = text.partition(_MARK)
    rows = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    if not mark or not rows.get("name"):
        raise UserError(_("This file is no template: it begins with name and kind, and a line “---”."))
    tongue = rows.get("language", language)
    if tongue not in LANGUAGES:
        raise UserError(_("The template must say its language: “language: en” or “language: es”."))
    try:
        kind, channel = PaperKind(rows.get("kind", "")), Channel(rows.get("channel", ""))
    except ValueError:
        raise UserError(_("The template names a paper or a channel that does not exist.")) from None
    return Template(
        kind=kind,
        language=tongue,
        channel=channel,
        variant=rows.get("variant", ""),
        name=rows["name"].strip(),
        source=source.strip("\n"),
    )
