"""What can go wrong with a backup, each with one plain sentence that says what to do."""

from __future__ import annotations

from noshow_desk.i18n import N_
from noshow_desk.storage.troubles import VaultMistake, VaultTrouble


class NotABackup(VaultMistake):
    """The file does not begin as a backup does."""

    text = N_("This file is not a NoShow Desk backup. Choose a file that ends in .nsdbackup.")


class BackupMissing(VaultMistake):
    """There is no such file, or no backup at all."""

    text = N_("There is no backup here. Choose another file or folder.")


class BackupDamaged(VaultTrouble):
    """A byte of the backup is not as it was written; it is never restored."""

    text = N_("This backup is damaged, so it was not used. Nothing was changed. Choose another backup.")


class BackupTooNew(VaultMistake):
    """A newer version of the program made the backup."""

    text = N_(
        "A newer version of NoShow Desk made this backup. Nothing was changed. "
        "Install the newer version to open it."
    )


class BackupOfAnother(VaultMistake):
    """The key opens another vault than the one that the backup was made of."""

    text = N_(
        "This recovery key does not open this backup. Use the one that was printed for its vault when the "
        "backup was made."
    )
    belongs_to = "recovery_key"


class BackupWithoutPassphrase(VaultMistake):
    """The vault had no key file when the backup was made."""

    text = N_("This backup holds no passphrase. Open it with the recovery key you printed.")
    belongs_to = "recovery_key"


class BackupDiskFull(VaultTrouble):
    """No space for a backup."""

    text = N_(
        "There is not enough room for the backup, so none was made. Your records and the older backups are "
        "not touched. Free some space, or choose another folder."
    )


class BackupFolderTrouble(VaultTrouble):
    """The folder of the backups cannot be read or written."""

    text = N_(
        "The folder for backups cannot be written to, so none was made. Check that the drive is connected, "
        "or choose another folder."
    )


class BackupUnreadable(VaultTrouble):
    """The system cannot read the file."""

    text = N_("The backup could not be read. Check that the drive is connected, then try again.")


class NoRoomToCheck(VaultTrouble):
    """No space for the copy that a check opens."""

    text = N_("There is not enough room to open the backup for a check. Free some space, then try again.")


class BackupNotProven(VaultTrouble):
    """What was just written does not open as it should."""

    text = N_(
        "The backup did not open after it was written, so it was not kept. Choose another folder or drive."
    )


class OtherVaultHere(VaultMistake):
    """The folder to restore into holds a whole vault with another key, and no backup with this one."""

    text = N_(
        "The vault in this folder has other keys than this backup: it is another vault, or this one since it "
        "got new keys. Nothing was restored into it. Choose an empty folder for the backup."
    )
    belongs_to = "folder"


class RestoreDiskFull(VaultTrouble):
    """No space for the restored vault beside the current one."""

    text = N_(
        "There is not enough room to restore the backup. Nothing was changed. "
        "Free some space, then try again."
    )
