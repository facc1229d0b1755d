"""`backup`, `verify` and `restore`: copies of the vault, proven by opening them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from noshow_desk import i18n
from noshow_desk.cli.options import (
    FOLDER,
    Common,
    Words,
    given_words,
    open_desk,
    speak_language_of,
    vault_of,
    with_vault,
    words_of,
)
from noshow_desk.cli.output import complain, say, say_json
from noshow_desk.cli.spoken import SpokenPath, argument, command
from noshow_desk.errors import NotFound, SystemTrouble
from noshow_desk.i18n import N_, _
from noshow_desk.services import backups
from noshow_desk.services.backups import BackupKey, BackupRow, Restored, Verified
from noshow_desk.services.desk import wall_clock
from noshow_desk.services.opening import PRACTICE_PASSPHRASE

BACKUP = SpokenPath(exists=True, dir_okay=False, path_type=Path)


@command(
    short_help=N_("A backup of the vault, proven by opening it."),
    help=N_(
        "Write a backup of the vault into DIR as one file, and open it to prove it.\n\n"
        "Without DIR it goes to the vault's own folder for backups, where the oldest give way (7 newest, 8 "
        "weekly and 6 monthly stay), and to the second folder when that is connected."
    ),
)
@argument("folder", type=FOLDER, required=False, metavar=N_("DIR"))
@with_vault
def backup(common: Common, folder: Path | None) -> int:
    """Make a backup, in `folder` or in the vault's own folders; return the exit code."""
    with open_desk(common, look=folder is not None) as desk:
        made = backups.make_backup(desk, folder=folder)
    if common.as_json:
        second = str(made.second) if made.second else None
        say_json(_plain(made.backup) | {"second": second, "second_problem": made.second_problem})
        return 0
    say(_("Written and proven: {file}").format(file=made.backup.file))
    if made.second is not None:
        say(_("Written: {file}").format(file=made.second))
    if made.second_problem:
        complain(made.second_problem)
    return 0


@command(
    short_help=N_("Whether a backup opens and is whole."),
    help=N_(
        "Open a backup under a temporary name and check every page and table of it; nothing is changed.\n\n"
        "Without FILE the vault itself is checked, then its newest backup, also when the vault is damaged. "
        "Exit code 1 when anything is damaged, or when there is no backup."
    ),
)
@argument("file", type=BACKUP, required=False, metavar=N_("FILE"))
@with_vault
def verify(common: Common, file: Path | None) -> int:
    """Check a backup, or the vault and its newest one; return the exit code."""
    looked: dict[str, Any] = {}
    try:
        found = backups.verify_backup(file, key=_key(common, file)) if file else _both_proven(common, looked)
    except SystemTrouble as trouble:
        if not common.as_json:
            raise
        answer = {"file": str(file) if file else None, "whole": False, "problem": trouble.sentence}
        say_json(answer | looked)
        return 1
    if common.as_json:
        say_json(_plain(found.backup) | {"whole": True, "records": dict(found.counts)} | looked)
    else:
        say(_("This backup is whole: {file}").format(file=found.backup.file))
        say(_holds(found))
    return 1 if looked.get("vault_problem") else 0


@command(
    short_help=N_("A vault put back from a backup."),
    help=N_(
        "Make the backup FILE the vault in DIR, after proving it.\n\n"
        "Nothing is deleted: a vault that is in DIR stays there under another name. Exit code 1 when the "
        "backup is damaged, the key does not open it, or DIR holds another vault."
    ),
)
@argument("file", type=BACKUP, metavar=N_("FILE"))
@argument("folder", type=FOLDER, metavar=N_("DIR"))
@with_vault
def restore(common: Common, file: Path, folder: Path) -> int:
    """Put a backup into `folder`; return the exit code."""
    speak_language_of(folder)
    key = _key(common, file)
    done = backups.restore_backup(file, folder, key=key, now=wall_clock().astimezone())
    if common.as_json:
        aside = str(done.set_aside) if done.set_aside else None
        records = dict(done.verified.counts)
        answer = {"vault": str(folder), "set_aside": aside, "passphrase": done.passphrase, "records": records}
        say_json(_plain(done.verified.backup) | answer)
        return 0
    _say_restored(folder, done)
    return 0


def _say_restored(folder: Path, done: Restored) -> None:
    say(_("Restored into {folder}.").format(folder=folder))
    say(_holds(done.verified))
    if done.set_aside is not None:
        say(_("The vault that was there is kept as {file}.").format(file=done.set_aside.name))
    opens = {
        "backup": _("It opens with the passphrase of the day of the backup, or the recovery key."),
        "current": _("It opens with the passphrase that the vault in this folder had, or the recovery key."),
        "none": _("It opens with the recovery key; then choose a passphrase."),
    }
    say(opens[done.passphrase])


def _both_proven(common: Common, looked: dict[str, Any]) -> Verified:
    """Check the vault, then prove its newest backup; `looked` gets what the vault is found to be.

    The trouble of a vault is told, and its backup is looked at all the same. Raises SystemTrouble for the
    backup, or for the vault where there is none.
    """
    folder, words = vault_of(common), None
    try:
        words = words_of(common, folder)
        with open_desk(common, look=True, words=words) as desk:  # opening checks the vault
            newest, key = backups.newest_backup(desk), backups.key_of(desk)
    except SystemTrouble as trouble:
        looked |= {"vault_whole": False, "vault_problem": trouble.sentence}
        return _newest_proven(common, folder, trouble, words)
    looked |= {"vault_whole": True, "vault_problem": None}
    if newest is None:
        raise NotFound(_("This vault is whole and has no backup yet. Make one: noshow-desk backup"))
    if not common.as_json:
        say(_("The vault is whole: {folder}").format(folder=folder))
    return backups.verify_backup(newest.file, key=key)


def _newest_proven(common: Common, folder: Path, trouble: SystemTrouble, words: Words | None) -> Verified:
    """Prove the newest backup of a vault that does not open; raise its `trouble` when there is no backup."""
    rows = backups.backups(backups.backup_folder_of(folder))
    newest = next((row for row in rows if not row.problem), None)
    if newest is None:
        raise trouble
    if not common.as_json:
        complain(trouble.sentence)
    return backups.verify_backup(newest.file, key=_key(common, newest.file, words))


def _key(common: Common, file: Path, words: Words | None = None) -> BackupKey:
    """Return the key of a backup: by `words`, else by the recovery key, the published passphrase of a
    practice backup, or a passphrase.
    """
    if words is None:
        published = PRACTICE_PASSPHRASE if backups.is_practice(file) else None
        words = given_words(common, published=published)
    return backups.derive_backup_key(file, passphrase=words.passphrase, recovery_key=words.recovery_key)


def _holds(found: Verified) -> str:
    made = found.backup.made_at or datetime.min
    sentence = _(
        "Made {day}, {clock}: {clients} clients, {appointments} appointments, {incidents} incidents, "
        "{papers} papers."
    )
    counts = {f"{name}s": count for name, count in found.counts.items()}
    return sentence.format(day=i18n.full_date(made.date()), clock=i18n.clock(made), **counts)


def _plain(row: BackupRow) -> dict[str, Any]:
    made = row.made_at.isoformat() if row.made_at else None
    return {
        "file": str(row.file),
        "counter": row.counter,
        "made_at": made,
        "bytes": row.size,
        "reason": row.reason,
        "opens_with_passphrase": row.passphrase,
    }
