"""Making, opening and closing a vault; the slow parts may run in a worker.

First run: `new_recovery()` gives the recovery key to show, `seal` (slow) writes the key file, `create_with`
makes the vault. Later: `derive_key` (slow), then `open_with`. `create_vault` and `open_vault` do both at
once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.services.doorstep import (
    PRACTICE_NAME,
    PRACTICE_PASSPHRASE,
    VaultState,
    practice_passphrase,
    vault_state,
)
from noshow_desk.services.look import keep_look
from noshow_desk.services.ways_on import trouble_from_outside
from noshow_desk.storage import drives, key_file, keys, recovery, rekey
from noshow_desk.storage import passphrase as passphrases
from noshow_desk.storage import vault as vaults
from noshow_desk.storage.keys import Cost
from noshow_desk.storage.passphrase import Strength
from noshow_desk.storage.replace import write_by_replace
from noshow_desk.storage.troubles import (
    VaultExists,
    VaultMissing,
    VaultOnNetwork,
    VaultReadOnly,
)

if TYPE_CHECKING:
    from noshow_desk.domain.client import Caseworker
    from noshow_desk.services.desk import Clock, Desk

__all__ = [
    "PRACTICE_PASSPHRASE",
    "NewVault",
    "OpenKey",
    "Recovery",
    "VaultReadOnly",
    "VaultState",
    "change_passphrase",
    "check_passphrase",
    "close",
    "create_vault",
    "create_with",
    "derive_key",
    "must_be_proven",
    "must_be_there",
    "must_open_with",
    "new_recovery",
    "open_vault",
    "open_with",
    "passphrase_strength",
    "practice_passphrase",
    "seal",
    "vault_state",
    "warm_up",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recovery:
    """The recovery key of a vault that is being made: `text` to print, `groups` of 4 to ask two of."""

    text: str
    groups: tuple[str, ...]
    secret: bytes = field(repr=False)

    def is_group(self, index: int, typed_back: str) -> bool:
        """Say whether what was typed back is group `index` (from 0)."""
        return recovery.same_group(typed_back, self.groups[index])


@dataclass(frozen=True, slots=True)
class OpenKey:
    """What opens the vault in `folder`."""

    folder: Path
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewVault:
    """A vault just made: its open desk and the recovery key to print."""

    desk: Desk
    recovery_key: str


def must_be_there(folder: Path) -> None:
    """Raise what is seen from outside (with a sentence) unless `folder` holds a vault, before a passphrase is
    asked for.
    """
    trouble = trouble_from_outside(folder)
    if trouble is not None:
        raise trouble
    if vault_state(folder) is VaultState.MISSING:
        raise VaultMissing


def check_passphrase(text: str) -> None:
    """Raise UserError (field "passphrase") unless `text` is long enough."""
    passphrases.check(text)


def passphrase_strength(text: str) -> Strength:
    """Return how strong `text` looks, 0 to 4, with a label."""
    return passphrases.strength(text)


def new_recovery() -> Recovery:
    """Return the recovery key of a vault to be made."""
    return _recovery(keys.new_secret())


def warm_up() -> None:
    """Load what opening needs, while the passphrase is being typed. Safe in a worker."""
    from noshow_desk.services import queries  # noqa: F401 - deferred: what the first page reads with

    vaults.warm_up()


def seal(
    folder: Path, *, passphrase: str, recovery_key: Recovery | None = None, cost: Cost | None = None
) -> OpenKey:
    """Write the key file of a new vault in `folder` and return what opens it. Slow (about 2 s); safe in a
    worker.

    Raises UserError when a vault is there already or the passphrase is too short; SystemTrouble for the disk.
    """
    passphrases.check(passphrase)
    if vault_state(folder) is not VaultState.MISSING:
        raise VaultExists
    if drives.is_network(folder):  # before the key file is written: it would stay there alone
        raise VaultOnNetwork
    _make_folder(folder)
    key_file.keep_aside(folder)  # its vault is gone, perhaps moved, and this is its passphrase
    secret = recovery_key.secret if recovery_key else keys.new_secret()
    key_file.seal(folder, secret, passphrase, cost or keys.calibrate())
    return OpenKey(folder, secret)


def create_with(
    key: OpenKey,
    *,
    caseworker: Caseworker,
    practice: bool = False,
    zone: str = "",
    clock: Clock | None = None,
) -> NewVault:
    """Make the vault that `key` will open, with its caseworker."""
    from noshow_desk.services import typed
    from noshow_desk.services.desk import Desk  # deferred: records and practice, not for the first window

    person = typed.cleaned(caseworker).value
    desk = Desk(
        vaults.create(key.folder, key.secret), folder=key.folder, zone=zone, clock=clock, practice=practice
    )
    with desk.act():
        desk.vault.caseworkers.add(person)
    if practice:
        write_by_replace(key.folder / PRACTICE_NAME, f"{PRACTICE_PASSPHRASE}\n".encode())
    keep_look(desk)
    return NewVault(desk, recovery.write(key.secret))


def create_vault(
    folder: Path,
    *,
    passphrase: str,
    caseworker: Caseworker,
    practice: bool = False,
    zone: str = "",
    clock: Clock | None = None,
    cost: Cost | None = None,
) -> NewVault:
    """Make a vault in `folder` and open it."""
    key = seal(folder, passphrase=passphrase, cost=cost)
    return create_with(key, caseworker=caseworker, practice=practice, zone=zone, clock=clock)


def derive_key(
    folder: Path, *, passphrase: str = "", recovery_key: str = "", smallest: Cost = keys.SMALLEST
) -> OpenKey:
    """Return what opens the vault in `folder`. Slow (about 0.5 s) with a passphrase; safe in a worker.

    Only opening tells whether a recovery key is that of the vault: the key file beside it may be another's.
    Raises UserError for a wrong passphrase or a recovery key that cannot be one, SystemTrouble when the key
    file is damaged or gone.
    """
    rekey.settle(folder)
    if not recovery_key:
        return OpenKey(folder, key_file.unseal(folder, passphrase, smallest=smallest))
    return OpenKey(folder, recovery.read(recovery_key))


def open_with(
    key: OpenKey,
    *,
    look_only: bool = False,
    zone: str = "",
    clock: Clock | None = None,
    checks: bool = True,
    ahead: bool = False,
) -> Desk:
    """Open the vault, after checking that it is whole. Safe in a worker; the desk is then handed over.

    With `ahead` the checks still go on: the desk may be read, and shown to nobody before `must_be_proven`.
    `look_only` opens a folder that cannot be written (VaultReadOnly says so): to look, print and copy.
    """
    from noshow_desk.services.desk import Desk  # deferred: records and practice, not for the first window

    vault = vaults.open(key.folder, key.secret, look_only=look_only, checks=checks, ahead=ahead)
    practice = practice_passphrase(key.folder) is not None
    desk = Desk(vault, folder=key.folder, zone=zone, clock=clock, practice=practice)
    if not look_only:
        keep_look(desk)
    return desk


def must_be_proven(desk: Desk) -> None:
    """Wait for the checks of a vault that was opened `ahead`; any thread may. Raises VaultDamaged."""
    desk.vault.must_be_proven()


def open_vault(
    folder: Path,
    *,
    passphrase: str = "",
    recovery_key: str = "",
    look_only: bool = False,
    zone: str = "",
    clock: Clock | None = None,
    smallest: Cost = keys.SMALLEST,
) -> Desk:
    """Open the vault in `folder` with its passphrase or its recovery key."""
    key = derive_key(folder, passphrase=passphrase, recovery_key=recovery_key, smallest=smallest)
    return open_with(key, look_only=look_only, zone=zone, clock=clock)


def change_passphrase(key: OpenKey, *, passphrase: str, cost: Cost | None = None) -> None:
    """Seal the same vault under a new passphrase; the recovery key stays. Slow; safe in a worker.

    A key file that is not of this vault, or damaged, stays under another name.
    """
    key_file.seal_anew(key.folder, key.secret, passphrase, cost or keys.calibrate())


def must_open_with(key: OpenKey) -> None:
    """Raise what `open_with` would unless `key` opens its vault and that is whole; it stays closed."""
    vaults.must_open_with(key.folder, key.secret)


def close(desk: Desk) -> None:
    """Write the last of it to disk and close the vault."""
    desk.close()


def _recovery(secret: bytes) -> Recovery:
    groups: Sequence[str] = recovery.groups(secret)
    return Recovery(recovery.write(secret), tuple(groups), secret)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            _("The folder {folder} cannot be made. Choose another one.").format(folder=folder),
            field="folder",
        ) from error
