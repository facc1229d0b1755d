"""Options that several commands share, and the vault they name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from noshow_desk import i18n, paths
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _
from noshow_desk.services import opening
from noshow_desk.services.desk import Desk
from noshow_desk.services.look import look_of

MOST_PASSPHRASE_BYTES = 10_000
FOLDER = click.Path(file_okay=False, path_type=Path)
OUT = click.Path(dir_okay=False, allow_dash=True, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)


@dataclass(frozen=True, slots=True)
class Common:
    """What every command knows: the vault's folder, the file with its passphrase, and how to answer."""

    vault: Path | None = None
    passphrase_file: Path | None = None
    as_json: bool = False


def with_common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--json` and hand it a `Common`; options before the command's name count too."""

    @click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")
    @click.pass_obj
    @wraps(command)
    def call(above: Common, /, *, as_json: bool, **given: Any) -> Any:
        return command(replace(above, as_json=as_json or above.as_json), **given)

    return call


def with_vault(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--vault`, `--passphrase-file` and `--json` and hand it a `Common`."""

    @click.option("--vault", type=FOLDER, help="The vault's folder (default: this user's own).")
    @click.option("--passphrase-file", type=FILE, help="A file whose first line is the passphrase.")
    @wraps(command)
    def call(common: Common, /, *, vault: Path | None, passphrase_file: Path | None, **given: Any) -> Any:
        chosen = replace(
            common,
            vault=vault or common.vault,
            passphrase_file=passphrase_file or common.passphrase_file,
        )
        return command(chosen, **given)

    return with_common(call)


@contextmanager
def open_desk(common: Common) -> Iterator[Desk]:
    """Open the vault, speak the language it is set to, and close it again.

    Raises SystemTrouble that names the vault: a command may write other files too, to other disks.
    """
    folder = common.vault or paths.vault_home()
    i18n.set_language(look_of(folder).text("screen_language"))
    passphrase = _passphrase(common, folder)
    try:
        desk = opening.open_vault(folder, passphrase=passphrase)
    except SystemTrouble as trouble:
        sentence = _("The vault in {folder} could not be opened. {what}")
        raise SystemTrouble(sentence.format(folder=folder, what=trouble.sentence)) from trouble
    try:
        yield desk
    finally:
        opening.close(desk)


def _passphrase(common: Common, folder: Path) -> str:
    """Return the passphrase: the published one of a practice vault, from the file, or asked for."""
    published = opening.practice_passphrase(folder)
    if published is not None and common.passphrase_file is None:
        return published
    opening.must_be_there(folder)
    return given_passphrase(common)


def given_passphrase(common: Common) -> str:
    """Return the passphrase from the file that was named, or ask for it. Raises UserError without either."""
    if common.passphrase_file is not None:
        return first_line(common.passphrase_file)
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError(_("Name the file with the passphrase: --passphrase-file FILE"))
    return str(click.prompt(_("Passphrase"), hide_input=True, err=True))


def first_line(path: Path) -> str:
    """Return the first line of a small file ("-": standard input); empty when there is none."""
    with click.open_file(str(path), "rb") as file:
        text: bytes = file.read(MOST_PASSPHRASE_BYTES)
    return text.decode("utf-8", "replace").splitlines()[0] if text.strip() else ""
