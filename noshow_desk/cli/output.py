"""How the command line answers: text for people, JSON for programs, files by replace."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from noshow_desk.export.saving import save
from noshow_desk.i18n import _

PIPE = Path("-")


def say(text: str) -> None:
    """Write a line of the answer to standard output."""
    click.echo(text)


def say_json(answer: Any) -> None:
    """Write the answer as one JSON value."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def complain(sentence: str) -> None:
    """Write one sentence to standard error."""
    click.echo(sentence, err=True)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the rows as aligned columns under their heads."""
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def write(path: Path, content: bytes, *, as_json: bool) -> None:
    """Write the output file by replace and say where it is; "-" writes to standard output."""
    if path == PIPE:
        with click.open_file("-", "wb") as stream:
            stream.write(content)
        return
    save(path, content)
    if as_json:
        say_json({"file": str(path), "bytes": len(content)})
    else:
        say(_("Written: {file}").format(file=path))
