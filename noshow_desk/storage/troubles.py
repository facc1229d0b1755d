"""What can go wrong with a vault, each with one plain sentence that says what to do."""

from __future__ import annotations

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import N_, _


class VaultMistake(UserError):
    """Something about the vault that the person can put right; each kind has its sentence in `text`."""

    text = ""
    belongs_to = ""

    def __init__(self) -> None:
        super().__init__(_(self.text), field=self.belongs_to)


class VaultTrouble(SystemTrouble):
    """Something about the vault that the machine brought about; each kind has its sentence in `text`."""

    text = ""

    def __init__(self) -> None:
        super().__init__(_(self.text))


class WrongPassphrase(VaultMistake):
    """The key file is whole and the passphrase does not open it."""

    text = N_("That passphrase is not right. Try again, or use the recovery key you printed.")
    belongs_to = "passphrase"


class WeakPassphrase(VaultMistake):
    """The passphrase has fewer than 12 characters and fewer than 4 words."""

    text = N_("Use at least 12 characters, or four words. A short sentence is easy to remember.")
    belongs_to = "passphrase"


class WrongRecoveryKey(UserError):
    """The recovery key cannot be right; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, field="recovery_key")


class KeyFileMissing(VaultTrouble):
    """There is no key file: the recovery key still opens the vault."""

    text = N_(
        "The key file of this vault is missing, so a passphrase cannot open it. "
        "Use the recovery key you printed."
    )


class KeyFileDamaged(VaultTrouble):
    """The key file cannot be read: the recovery key still opens the vault."""

    text = N_(
        "The key file of this vault is damaged. Your records are not touched: "
        "use the recovery key you printed."
    )


class KeyFileOfAnother(VaultTrouble):
    """What the key file holds does not open the vault file beside it; no page of that is known to be damaged.

    A vault file whose first 16 bytes alone are lost looks the same, so that is said too.
    """

    text = N_(
        "The key file in this folder does not belong to this vault file: it is of another vault, or from "
        "before this one got new keys (or the start of the vault file is damaged). Nothing was changed. "
        "Use the recovery key that was printed last, or restore your newest backup."
    )


class VaultMissing(VaultMistake):
    """There is no vault in the folder."""

    text = N_("There is no vault in this folder. Choose another folder, or start a new vault here.")


class VaultGone(VaultTrouble):
    """The folder holds no vault file, but a key file or backups of one: it was moved or deleted."""

    text = N_(
        "The vault file is not in this folder any more, but what belongs to it is: a key file or backups. "
        "Restore your newest backup, or choose the folder where the vault is now."
    )


class VaultExists(VaultMistake):
    """A new vault would overwrite one that is there."""

    text = N_("There is already a vault in this folder. Open it, or choose an empty folder.")


class VaultEmpty(VaultTrouble):
    """The vault file has no bytes."""

    text = N_("The vault file is empty (0 bytes): nothing can be read from it. Restore your newest backup.")


class VaultDamaged(VaultTrouble):
    """The vault file is cut off or changed; it is never shown as if it were whole."""

    text = N_(
        "The vault file is damaged, and a damaged file is not shown as if it were whole. "
        "Restore your newest backup."
    )


class RecordUnreadable(VaultTrouble):
    """One record of an opened vault cannot be read back."""

    text = N_("A record in the vault cannot be read. Close the vault and restore your newest backup.")


class NotThisKey(VaultTrouble):
    """The key does not open the file: another vault's key, or a file damaged at its start."""

    text = N_(
        "This key does not open this vault file. Either the key belongs to another vault, or the start "
        "of the file is damaged. Check the folder; if it is the right one, restore your newest backup."
    )


class NotAVault(VaultTrouble):
    """The file opens, and is not a vault of this program."""

    text = N_("This file is not a NoShow Desk vault. Choose the folder that holds your vault.")


class VaultTooNew(VaultMistake):
    """A newer version of the program made the file; nothing was written."""

    text = N_(
        "A newer version of NoShow Desk made this vault. Nothing was changed. "
        "Install the newer version to open it."
    )


class VaultInUse(VaultTrouble):
    """Another process holds the file."""

    text = N_("This vault is open in another window. Go to that window, or close it and try again.")


class VaultReadOnly(VaultMistake):
    """The folder or the file cannot be written to; opening to look still works."""

    text = N_(
        "This folder cannot be written to, so nothing new can be saved in it. "
        "You can open the vault to look, print and copy, or move it to a folder of yours."
    )


class DiskFull(VaultTrouble):
    """No space left; the last change was not written, in whole or in part."""

    text = N_(
        "The disk is full, so this was not saved. Nothing is half written. Free some space, then retry."
    )


class DiskTrouble(VaultTrouble):
    """The system could not read or write the file."""

    text = N_("The disk could not be read or written. Check that it is connected, then try again.")


class UndoConflict(VaultMistake):
    """What is to be undone was changed again since."""

    text = N_("This was changed again since, so it cannot be undone. Open the record and correct it there.")


class VaultOnNetwork(VaultMistake):
    """The folder is on a network drive, where two computers could write at once and locks do not hold."""

    text = N_(
        "This folder is on a network drive, where a vault can be damaged. Choose a folder on this computer; "
        "keep backups on the network drive."
    )
