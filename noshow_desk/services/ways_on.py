"""Which ways on there are from each trouble at the front door; a sentence alone helps nobody."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.services.doorstep import VaultState, vault_state, vault_was_here
from noshow_desk.storage import backup_troubles as backups
from noshow_desk.storage import troubles


class Way(StrEnum):
    """Something that can be done instead of opening the vault."""

    RESTORE = "restore"
    RECOVERY_KEY = "recovery_key"
    TRY_AGAIN = "try_again"
    FOLDER = "folder"
    LOOK = "look"
    NEW_VAULT = "new_vault"


# To add a trouble: a row, the best way first. A test compares the rows with the kinds of trouble there are.
WAYS: dict[type[Exception], tuple[Way, ...]] = {
    troubles.KeyFileMissing: (Way.RECOVERY_KEY, Way.RESTORE, Way.FOLDER),
    troubles.KeyFileDamaged: (Way.RECOVERY_KEY, Way.RESTORE, Way.FOLDER),
    troubles.KeyFileOfAnother: (Way.RECOVERY_KEY, Way.RESTORE, Way.FOLDER),
    troubles.VaultMissing: (Way.FOLDER, Way.RESTORE, Way.TRY_AGAIN, Way.NEW_VAULT),
    troubles.VaultGone: (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN, Way.NEW_VAULT),
    troubles.VaultEmpty: (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN),
    troubles.VaultDamaged: (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN),
    troubles.RecordUnreadable: (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN),
    troubles.NotThisKey: (Way.RESTORE, Way.RECOVERY_KEY, Way.FOLDER),
    troubles.NotAVault: (Way.FOLDER, Way.RESTORE),
    troubles.VaultTooNew: (Way.TRY_AGAIN, Way.RESTORE, Way.FOLDER),
    troubles.VaultInUse: (Way.TRY_AGAIN, Way.FOLDER),
    troubles.VaultReadOnly: (Way.LOOK, Way.TRY_AGAIN, Way.FOLDER),
    troubles.DiskFull: (Way.TRY_AGAIN, Way.LOOK, Way.FOLDER),
    troubles.DiskTrouble: (Way.TRY_AGAIN, Way.FOLDER, Way.RESTORE),
    troubles.VaultOnNetwork: (Way.FOLDER, Way.LOOK, Way.RESTORE),
    # An older vault is backed up before it is brought up to date; without a backup nothing is changed.
    backups.BackupDiskFull: (Way.TRY_AGAIN, Way.LOOK, Way.FOLDER),
    backups.BackupFolderTrouble: (Way.TRY_AGAIN, Way.LOOK, Way.FOLDER),
    backups.BackupNotProven: (Way.TRY_AGAIN, Way.LOOK, Way.FOLDER),
}
ANY_OTHER = (Way.TRY_AGAIN, Way.FOLDER)


def ways_on(trouble: UserError | SystemTrouble) -> tuple[Way, ...]:
    """Return what can be done about `trouble`, the best first."""
    return WAYS.get(type(trouble), ANY_OTHER)


def trouble_from_outside(folder: Path) -> SystemTrouble | None:
    """Return the trouble of the vault in `folder` that shows before anybody types a passphrase; else None."""
    state = vault_state(folder)
    if state is VaultState.MISSING and vault_was_here(folder):
        return troubles.VaultGone()
    seen = {
        VaultState.EMPTY_FILE: troubles.VaultEmpty,
        VaultState.CUT_OFF: troubles.VaultDamaged,
        VaultState.UNREADABLE: troubles.DiskTrouble,
    }
    return seen[state]() if state in seen else None


def why_only_the_recovery_key(folder: Path) -> str:
    """Return the sentence for a vault without a key file, "" when a passphrase may open it."""
    missing = vault_state(folder) is VaultState.NO_KEY_FILE
    return troubles.KeyFileMissing().sentence if missing else ""
