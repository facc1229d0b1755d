"""What is in a file that is named on the command line: a letter, a template, facts, a passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, _
from noshow_desk.importing.text_file import text_in


@dataclass(frozen=True, slots=True)
class TextFile:
    """A kind of text file: how many bytes are the most, and what is said of one that is none."""

    most: int
    unread: str
    too_large: str
    no_text: str


LETTER = TextFile(
    most=4_000_000,
    unread=N_("The letter {name} cannot be read."),
    too_large=N_("{name} is too large for a letter."),
    no_text=N_("The letter {name} is no text. Save it as plain text (UTF-8)."),
)
TEMPLATE = TextFile(
    most=1_000_000,
    unread=N_("The template {name} cannot be read."),
    too_large=N_("{name} is too large for a template."),
    no_text=N_("The template {name} is no text. Save it as plain text (UTF-8)."),
)


def content_of(path: Path, most: int) -> bytes:
    """Return the content of a file ("-": standard input), but no more than one byte above `most`.

    Raises UserError for what opens and cannot be read all the same: a drive that went, a place in memory.
    """
    try:
        with click.open_file(str(path), "rb") as file:
            content: bytes = file.read(most + 1)
    except OSError as error:
        raise UserError(_("This file cannot be read. Choose another one.")) from error
    return content


def text_of(path: Path, kind: TextFile) -> str:
    """Return the text in a file ("-": standard input): UTF-8, UTF-16 or Windows-1252, lines ended by "\\n".

    Raises UserError for a file that is not there, is too large, or is no text.
    """
    try:
        content = content_of(path, kind.most)
    except UserError as error:
        raise UserError(_(kind.unread).format(name=path)) from error
    if len(content) > kind.most:
        if is_device(path):
            raise UserError(_("{name} is a device, not a file of text.").format(name=path))
        raise UserError(_(kind.too_large).format(name=path))
    text = text_in(content)
    if text is None:
        raise UserError(_(kind.no_text).format(name=path))
    return text


def is_device(path: Path) -> bool:
    """Say whether `path` leads to a device such as /dev/zero, which never ends."""
    return path.is_char_device() or path.is_block_device()
