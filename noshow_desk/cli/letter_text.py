"""The text of a letter in a file of any program an office writes letters with."""

from __future__ import annotations

from pathlib import Path

import click

from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.importing.encoding import encoding_of

MOST_BYTES = 4_000_000
_OF_TEXT = frozenset("\t\n\r\f")  # the control characters that a letter may hold


def letter_text(path: Path) -> str:
    """Return the letter in a file ("-": standard input): UTF-8, UTF-16 or Windows-1252, lines ended by "\\n".

    Raises UserError for a file that is not there, is too large, or is no text.
    """
    try:
        with click.open_file(str(path), "rb") as file:
            data: bytes = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UserError(_("The letter {name} cannot be read.").format(name=path)) from error
    if len(data) > MOST_BYTES:
        raise UserError(_("{name} is too large for a letter.").format(name=path))
    return _decoded(data, path).replace("\r\n", "\n")


def _decoded(data: bytes, path: Path) -> str:
    try:
        text = data.decode(encoding_of(data))
    except UnicodeDecodeError:
        text = "\0"
    if any(one < " " and one not in _OF_TEXT for one in text):
        raise UserError(_("The letter {name} is no text. Save it as plain text (UTF-8).").format(name=path))
    return text
