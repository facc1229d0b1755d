"""The text of a letter in a file of any program an office writes letters with."""

from __future__ import annotations

from pathlib import Path

import click

from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.importing.text_file import text_in

MOST_BYTES = 4_000_000


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
    text = text_in(data)
    if text is None:
        raise UserError(_("The letter {name} is no text. Save it as plain text (UTF-8).").format(name=path))
    return text
