"""The keys of an open vault: another passphrase, the recovery sheet once more, or new keys altogether.

Each asks first for the passphrase or the recovery key, also while the vault is open: whoever finds an open
laptop must not be able to lock its owner out.

The recovery key may be shown and printed again after the passphrase was typed. It is the vault's own
secret, so whoever can open the vault has it in this process anyway; and a lost sheet is the likelier way to
lose everything.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import backups, opening
from noshow_desk.services.backups import Reason
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.services.opening import OpenKey, Recovery
from noshow_desk.storage import key_file, keys, rekey
from noshow_desk.storage import passphrase as passphrases
from noshow_desk.storage import recovery as recovery_keys
from noshow_desk.storage import vault as vaults
from noshow_desk.storage.keys import Cost
from noshow_desk.storage.troubles import WrongPassphrase, WrongRecoveryKey

# To be shown wherever keys are changed: what changing them cannot do.
OLD_BACKUPS_KEEP_PASSPHRASE = N_(
    "Backups made before today still open with the passphrase of their day, or with the recovery key."
)
OLD_BACKUPS_KEEP_KEYS = N_(
    "Old backups keep the old key: whoever has the old passphrase or the old sheet can still open those. "
    "Delete the ones you can reach, and keep the old sheet only as long as you keep them."
)


REPLACED_KEY = "keys.replaced"  # the day, among the settings of the vault
EARLIER_KEY = "keys.earlier"  # fingerprints of the keys before: they tell old backups from a stranger's


@dataclass(frozen=True, slots=True)
class NewKeys:
    """New keys, sealed and ready, of which nothing is written yet."""

    secret: bytes = field(repr=False)
    key_file: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysReplaced:
    """The vault has new keys. `problem` says why no fresh backup was made, "" when it was."""

    changes: Changes
    problem: str = ""


def prove(
    desk: Desk, *, passphrase: str = "", recovery_key: str = "", smallest: Cost = keys.SMALLEST
) -> OpenKey:
    """Return what opens this vault, once the passphrase or the recovery key was typed right.

    Slow with a passphrase; safe in a worker: it does not touch the open vault. Raises UserError (field
    "passphrase" or "recovery_key"), or SystemTrouble when the key file is damaged.
    """
    key = opening.derive_key(desk.folder, passphrase=passphrase, recovery_key=recovery_key, smallest=smallest)
    if hmac.compare_digest(key.secret, desk.vault.secret):
        return key
    if recovery_key:
        raise WrongRecoveryKey(_("This recovery key belongs to another vault. Check the printed sheet."))
    raise WrongPassphrase


def change_passphrase(desk: Desk, *, key: OpenKey, passphrase: str, cost: Cost | None = None) -> Changes:
    """Let `passphrase` open the vault from now on; `key` comes from `prove`. The recovery key stays.

    Slow; safe in a worker. Raises UserError when it is too short or this is a practice vault, SystemTrouble
    for the disk; then the old one still opens it.
    """
    _must_have_own_keys(desk)
    passphrases.check(passphrase)
    opening.change_passphrase(key, passphrase=passphrase, cost=cost)
    return Changes(said=Message(N_("The new passphrase opens your vault from now on.")))


def recovery_again(key: OpenKey) -> Recovery:
    """Return the recovery key of the vault that `key` (from `prove`) opens, to show and print once more."""
    return Recovery(recovery_keys.write(key.secret), tuple(recovery_keys.groups(key.secret)), key.secret)


def seal_new(*, recovery: Recovery, passphrase: str, cost: Cost | None = None) -> NewKeys:
    """Return new keys: the secret of `recovery` (from `opening.new_recovery`), sealed under `passphrase`.

    Slow; safe in a worker; writes nothing. Raises UserError when the passphrase is too short.
    """
    passphrases.check(passphrase)
    content = key_file.sealed_content(recovery.secret, passphrase, cost or keys.calibrate())
    return NewKeys(recovery.secret, content)


def replace_keys(desk: Desk, *, new: NewKeys) -> KeysReplaced:
    """Encrypt the vault anew so that only `new` opens it, make a fresh backup, and go on with the vault open.

    On the thread that holds the vault; takes as long as three backups. Write unsaved forms first. A backup
    under the old keys is made before. Raises UserError and SystemTrouble with a sentence; then the vault is
    open with whichever keys it has.
    """
    _must_have_own_keys(desk)
    backups.make_backup(desk, reason=Reason.REKEY)
    old = desk.vault.secret
    prepared = rekey.prepare(desk.vault, new.secret)
    try:
        rekey.exchange(prepared, new.key_file)
    finally:
        _open_again(desk, old, new.secret)
    with desk.act() as act:
        desk.vault.settings.put(REPLACED_KEY, desk.today().isoformat())
        desk.vault.settings.put(EARLIER_KEY, [*earlier_keys(desk), keys.fingerprint(old).hex()])
    changes = Changes(act=act.id, everything=True, said=Message(N_("Your vault has new keys.")))
    return KeysReplaced(changes=changes, problem=_fresh_backup(desk))


def replaced_on(desk: Desk) -> date | None:
    """Return the day of the last new keys; None while the vault has its first ones."""
    kept = desk.vault.settings.get(REPLACED_KEY)
    try:
        return date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None


def earlier_keys(desk: Desk) -> list[str]:
    """Return the fingerprints of the keys that this vault had before, as the headers of backups hold them."""
    kept = desk.vault.settings.get(EARLIER_KEY, [])
    return [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []


def _open_again(desk: Desk, old: bytes, new: bytes) -> None:
    """Open the vault with the keys that it has now; the file knows which."""
    rekey.settle(desk.folder)
    secret = new if key_file.fits(desk.folder, new) else old
    desk.vault = vaults.open(desk.folder, secret, checks=False)
    desk.memory.clear()


def _fresh_backup(desk: Desk) -> str:
    try:
        backups.make_backup(desk, reason=Reason.REKEY)
    except (UserError, SystemTrouble) as trouble:
        return trouble.sentence
    return ""


def _must_have_own_keys(desk: Desk) -> None:
    desk.vault.session.must_write()
    if desk.practice:
        raise UserError(
            _("The practice vault keeps its published passphrase: everybody in it is made up."),
            field="passphrase",
        )
