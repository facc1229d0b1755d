"""Options that several commands share, and the vault they name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from noshow_desk import i18n, paths
from noshow_desk.cli.language import language_for
from noshow_desk.cli.spoken import OneOf, SpokenPath, option
from noshow_desk.cli.text_files import content_of
from noshow_desk.domain.formats import FORMATS
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import N_, _
from noshow_desk.importing.text_file import text_in
from noshow_desk.services import opening
from noshow_desk.services.desk import Desk

MOST_PASSPHRASE_BYTES = 10_000
FOLDER = SpokenPath(file_okay=False, path_type=Path)
OUT = SpokenPath(dir_okay=False, allow_dash=True, path_type=Path)
FILE = SpokenPath(exists=True, dir_okay=False, allow_dash=True, path_type=Path)


@dataclass(frozen=True, slots=True)
class Common:
    """What every command knows: the vault's folder, the file with its passphrase, and how to answer."""

    vault: Path | None = None
    passphrase_file: Path | None = None
    as_json: bool = False
    recovery_key_file: Path | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What opens a vault or a backup, read once: a passphrase, or else a recovery key."""

    passphrase: str = field(default="", repr=False)
    recovery_key: str = field(default="", repr=False)


OUTPUT = option(
    "-o",
    "--output",
    type=OUT,
    required=True,
    metavar=N_("FILE"),
    help=N_("The file to write; one that is there is replaced."),
)
PAPER_FORMAT = option(
    "--to",
    "form",
    type=OneOf([row.key for row in FORMATS if row.papers]),
    required=True,
    help=N_("The format to write."),
)
JSON = option("--json", "as_json", is_flag=True, help=N_("Answer in JSON, for programs."))


def vault_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that name a vault and what opens it."""
    rows = (
        ("--vault", FOLDER, N_("DIR"), N_("The vault's folder (default: this user's own).")),
        ("--passphrase-file", FILE, N_("FILE"), N_("A file whose first line is the passphrase.")),
        (
            "--recovery-key-file",
            FILE,
            N_("FILE"),
            N_("A file whose first line is the recovery key, instead of a passphrase."),
        ),
    )
    for name, kind, shown, what in reversed(rows):
        command = option(name, type=kind, metavar=shown, help=what)(command)
    return command


def with_common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--json` and hand it a `Common`; options before the command's name count too."""

    @JSON
    @click.pass_obj
    @wraps(command)
    def call(above: Common, /, *, as_json: bool, **given: Any) -> Any:
        return command(replace(above, as_json=as_json or above.as_json), **given)

    return call


def with_vault(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--vault`, what opens it, and `--json`, and hand it a `Common`."""

    @vault_options
    @wraps(command)
    def call(
        common: Common,
        /,
        *,
        vault: Path | None,
        passphrase_file: Path | None,
        recovery_key_file: Path | None,
        **given: Any,
    ) -> Any:
        chosen = replace(
            common,
            vault=vault or common.vault,
            passphrase_file=passphrase_file or common.passphrase_file,
            recovery_key_file=recovery_key_file or common.recovery_key_file,
        )
        return command(chosen, **given)

    return with_common(call)


@contextmanager
def open_desk(common: Common, *, look: bool = False, words: Words | None = None) -> Iterator[Desk]:
    """Open the vault, speak the language it is set to, and close it again.

    With `look` a folder that cannot be written is opened to look only. Without `words` they are asked for.
    Raises SystemTrouble that names the vault: a command may write other files too, to other disks.
    """
    folder = vault_of(common)
    if words is None:
        words = words_of(common, folder)
    try:
        desk = _opened(folder, words, look=look)
    except SystemTrouble as trouble:
        sentence = _("The vault in {folder} could not be opened. {what}")
        raise SystemTrouble(sentence.format(folder=folder, what=trouble.sentence)) from trouble
    try:
        yield desk
    finally:
        opening.close(desk)


def vault_of(common: Common) -> Path:
    """Return the folder of the vault that is meant, and speak the language it is set to."""
    folder = common.vault or paths.vault_home()
    speak_language_of(folder)
    return folder


def speak_language_of(folder: Path) -> None:
    """Speak the language that the vault in `folder` is set to."""
    i18n.set_language(language_for(folder))


def words_of(common: Common, folder: Path) -> Words:
    """Return what opens the vault in `folder`: a recovery key, the published passphrase of a practice vault,
    or one from the file or asked for. Raises SystemTrouble when there is no vault.
    """
    opening.must_be_there(folder)
    return given_words(common, published=opening.practice_passphrase(folder))


def given_words(common: Common, *, published: str | None = None) -> Words:
    """Return what was given to open something, or ask for the passphrase; `published` is used where no
    file is named. Raises UserError.
    """
    if common.recovery_key_file is not None:
        written = first_line(common.recovery_key_file)
        if not written:
            raise UserError(_("The file with the recovery key is empty."))
        return Words(recovery_key=written)
    if published is not None and common.passphrase_file is None:
        return Words(published)
    return Words(given_passphrase(common))


def _opened(folder: Path, words: Words, *, look: bool) -> Desk:
    key = opening.derive_key(folder, passphrase=words.passphrase, recovery_key=words.recovery_key)
    try:
        return opening.open_with(key)
    except opening.VaultReadOnly:
        if not look:
            raise
        return opening.open_with(key, look_only=True)


def given_passphrase(common: Common) -> str:
    """Return the passphrase from the file that was named, or ask for it. Raises UserError without either."""
    if common.passphrase_file is not None:
        return first_line(common.passphrase_file)
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError(_("Name the file with the passphrase: --passphrase-file FILE"))
    return str(click.prompt(_("Passphrase"), hide_input=True, err=True))


def first_line(path: Path) -> str:
    """Return the first line of a small file ("-": standard input); empty when there is none. Raises
    UserError.
    """
    try:
        text = content_of(path, MOST_PASSPHRASE_BYTES)[:MOST_PASSPHRASE_BYTES]
    except UserError as error:
        raise UserError(f"{path}: {error.sentence}") from error
    lines = (text_in(text) or text.decode("utf-8", "replace")).splitlines()
    return lines[0] if lines else ""
