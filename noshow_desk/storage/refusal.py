"""Why a key did not open a vault file: another vault's key, a key file of another key, or a damaged file."""

from __future__ import annotations

import hmac
from pathlib import Path

from noshow_desk.i18n import _
from noshow_desk.storage import key_file, keys, seals
from noshow_desk.storage.outside import BACKUPS_NAME
from noshow_desk.storage.troubles import KeyFileOfAnother, NotThisKey, VaultDamaged, WrongRecoveryKey


def why_not_this_key(folder: Path, path: Path, secret: bytes) -> Exception:
    """Return the trouble of `secret`, which did not open the file at `path` of the vault in `folder`.

    The file is damaged when a page of it is of this key, or when it is no encrypted file at all. Otherwise
    the key file may have come from elsewhere as easily as the sheet: it only tells which of them was used.
    """
    if seals.is_sealed_with(path, secret) or not seals.looks_encrypted(path):
        return VaultDamaged()
    fits = key_file.fits(folder, secret)
    if fits:
        return KeyFileOfAnother()
    if fits is None or _newest_backup_has(folder, secret):
        return NotThisKey()
    return WrongRecoveryKey(
        _("This recovery key belongs to another vault. Look for the one printed for this one.")
    )


def _newest_backup_has(folder: Path, secret: bytes) -> bool:
    """Say whether the newest backup beside the vault is under this key: then the vault likely was too."""
    from noshow_desk.storage.backup_folder import look_into  # deferred: for a vault that did not open
    from noshow_desk.storage.backup_troubles import BackupUnreadable

    try:
        newest = next((one.header for one in look_into(folder / BACKUPS_NAME) if one.header), None)
    except BackupUnreadable:
        return False
    return newest is not None and hmac.compare_digest(newest.fingerprint, keys.fingerprint(secret).hex())
