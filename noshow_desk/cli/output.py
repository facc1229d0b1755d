"""How the command line answers: text for people, JSON for programs, files by replace."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from noshow_desk.errors import SystemTrouble
from noshow_desk.export.saving import save
from noshow_desk.i18n import _

PIPE = Path("-")


class OutputTrouble(SystemTrouble):
    """Standard output did not take the whole answer; what the command did is done all the same."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Standard output did not take the whole answer. Make room where it goes, or send it to "
                "another place."
            )
        )


def say(text: str) -> None:
    """Write a line of the answer to standard output. Raises OutputTrouble where that takes nothing."""
    with _telling_trouble():
        click.echo(text)


def say_json(answer: Any) -> None:
    """Write the answer as one JSON value. Raises OutputTrouble."""
    say(json.dumps(answer, ensure_ascii=False, indent=2))


def complain(sentence: str) -> None:
    """Write one sentence to standard error; where that takes nothing there is nobody to tell it to."""
    with suppress(OSError):
        click.echo(sentence, err=True)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the rows as aligned columns under their heads."""
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def put(path: Path, content: bytes) -> None:
    """Write the output file by replace; "-" writes to standard output. Raises SystemTrouble."""
    if path != PIPE:
        save(path, content)
        return
    if sys.stdout is None:  # closed by who called
        raise OutputTrouble
    with _telling_trouble(), click.open_file("-", "wb") as stream:
        stream.write(content)
        stream.flush()


def say_written(path: Path, content: bytes, *, as_json: bool, **more: Any) -> None:
    """Say where the output file is, unless it went to standard output itself; programs are told `more`.
    Raises OutputTrouble.
    """
    if path == PIPE:
        return
    if as_json:
        say_json({"file": str(path), "bytes": len(content), **more})
    else:
        say(_("Written: {file}").format(file=path))


@contextmanager
def _telling_trouble() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # the reader has read enough
        raise
    except OSError as error:
        raise OutputTrouble from error
