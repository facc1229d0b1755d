"""A second folder for backups, such as a memory stick: chosen once, copied to when it is there."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.storage import backup_folder
from noshow_desk.storage.replace import write_by_replace

FOLDER_KEY = "backups.second_folder"
COPIED_KEY = "backups.second_copied_at"
ASKED_KEY = "backups.second_asked_at"

# Without it a drive that is not connected looks like an empty folder of this computer.
MARK_NAME = "noshow-desk-backups.txt"
_MARK = (
    "NoShow Desk keeps a second copy of its backups here. They open with your passphrase or recovery key.\n"
)


def choose_second_folder(desk: Desk, *, folder: Path) -> Changes:
    """Keep a second copy of every backup in `folder` from now on.

    Raises UserError (field "second_folder") when it cannot be written to or is where the vault is.
    """
    chosen = folder.expanduser().resolve()
    if chosen.is_relative_to(desk.folder.resolve()):
        raise UserError(
            _("This folder is beside the vault: both would be lost together. Choose a memory stick."),
            field="second_folder",
        )
    _mark(chosen)
    with desk.act() as act:
        desk.vault.settings.put(FOLDER_KEY, str(chosen))
        desk.vault.settings.put(COPIED_KEY, None)
    return Changes(act=act.id, said=Message(N_("Backups are copied to a second folder.")))


def put_off_second_folder(desk: Desk) -> Changes:
    """Do not ask for a second folder, nor remind of it, for the next 14 days."""
    with desk.act() as act:
        desk.vault.settings.put(ASKED_KEY, desk.now().isoformat())
    return Changes(act=act.id)


def second_folder(desk: Desk) -> Path | None:
    """Return the second folder, whether its drive is connected or not; None when none was chosen."""
    chosen = desk.vault.settings.get(FOLDER_KEY)
    return Path(chosen) if isinstance(chosen, str) and chosen else None


def is_here(folder: Path) -> bool:
    """Say whether a second folder that was chosen once is connected now."""
    try:
        return (folder / MARK_NAME).is_file()
    except OSError:
        return False


def on_same_drive(desk: Desk, folder: Path) -> bool:
    """Say whether `folder` is on the drive of the vault, where one broken drive takes both."""
    try:
        return os.stat(folder).st_dev == os.stat(desk.folder).st_dev  # noqa: PTH116 - one call says it
    except OSError:
        return False


def copied_at(desk: Desk) -> datetime | None:
    """Return when a backup was last copied to the second folder (aware)."""
    return _moment(desk, COPIED_KEY)


def asked_at(desk: Desk) -> datetime | None:
    """Return when the person last put off choosing or connecting a second folder (aware)."""
    return _moment(desk, ASKED_KEY)


def copy_to_second(folder: Path | None, backup: Path, secret: bytes) -> tuple[Path | None, str]:
    """Copy `backup` to the second folder when it is here, prove the copy, and return it, with a sentence if
    there is none; safe in a worker.

    What is in the way of the copy is in the way of nothing else.
    """
    if folder is None:
        return None, ""
    if not is_here(folder):
        return None, _("The second folder for backups is not connected.")
    try:
        copied = backup_folder.copy_to(backup, folder, secret)
        backup_folder.tidy(folder, secret)
    except (UserError, SystemTrouble) as trouble:
        return None, trouble.sentence
    return copied, ""


def note_copy(desk: Desk) -> None:
    """Write down that the second folder has the newest backup now."""
    with desk.act():
        desk.vault.settings.put(COPIED_KEY, desk.now().isoformat())


def forget_second_folder(desk: Desk) -> Changes:
    """Copy no more backups to the second folder; what is in it stays there."""
    with desk.act() as act:
        for key in (FOLDER_KEY, COPIED_KEY):
            desk.vault.settings.put(key, None)
    return Changes(
        act=act.id, said=Message(N_("Backups are no longer copied. The copies stay where they are."))
    )


def _mark(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_by_replace(folder / MARK_NAME, _MARK.encode())
    except (OSError, UserError, SystemTrouble) as error:
        raise UserError(
            _("This folder cannot be written to. Choose another one."), field="second_folder"
        ) from error


def _moment(desk: Desk, key: str) -> datetime | None:
    kept = desk.vault.settings.get(key)
    try:
        return datetime.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
