"""The small file beside the vault that holds the secret, sealed under the passphrase."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from noshow_desk.storage import keys
from noshow_desk.storage import passphrase as passphrases
from noshow_desk.storage.keys import LARGEST, SMALLEST, Cost
from noshow_desk.storage.outside import KEY_NAME as KEY_NAME
from noshow_desk.storage.replace import disk_trouble, second_name, write_by_replace
from noshow_desk.storage.troubles import KeyFileDamaged, KeyFileMissing, WrongPassphrase

_FORMAT = "noshow-desk key"
_VERSION = 1
_LARGEST_FILE = 10_000
_SIZES = (("salt", 16), ("nonce", 24), ("sealed", 32))  # sealed: the secret and 16 bytes of authentication


def seal(folder: Path, secret: bytes, passphrase: str, cost: Cost) -> None:
    """Write the key file of `folder` by replace: `secret` sealed under `passphrase`.

    Sealing the same secret again is how a passphrase is changed. Takes as long as `cost` says. Raises
    WeakPassphrase, or DiskFull, VaultReadOnly and DiskTrouble for the disk.
    """
    write_content(folder, sealed_content(secret, passphrase, cost))


def sealed_content(secret: bytes, passphrase: str, cost: Cost) -> dict[str, Any]:
    """Return the content of a key file, `secret` sealed under `passphrase`; writes nothing.

    Takes as long as `cost` says. Raises WeakPassphrase.
    """
    from nacl.secret import Aead  # deferred: 50 ms that the first window does not need

    passphrases.check(passphrase)
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(Aead.NONCE_SIZE)
    head = {
        "format": _FORMAT,
        "version": _VERSION,
        "kdf": {"name": "argon2id", "time": cost.time, "memory_kib": cost.memory_kib, "lanes": cost.lanes},
        "salt": salt.hex(),
        "fingerprint": keys.fingerprint(secret).hex(),
    }
    wrapping = keys.wrapping_key(passphrases.normal(passphrase), salt, cost)
    sealed = Aead(wrapping).encrypt(secret, _bytes(head), nonce)
    body = {**head, "nonce": nonce.hex(), "sealed": bytes(sealed.ciphertext).hex()}
    return {**body, "check": _check(body)}


def unseal(folder: Path, passphrase: str, *, smallest: Cost = SMALLEST) -> bytes:
    """Return the secret of the vault in `folder`. Needs no connection: safe in a worker.

    Raises KeyFileMissing, KeyFileDamaged or WrongPassphrase. `smallest` is the least cost that is believed;
    only tests pass a smaller one than the default.
    """
    return unseal_content(_read(folder), passphrase, smallest=smallest)


def content_of(folder: Path, secret: bytes) -> dict[str, Any] | None:
    """Return what the key file of `folder` holds, to go into a backup; None unless it is whole and fits."""
    return _read(folder) if fits(folder, secret) else None


def write_content(folder: Path, content: Mapping[str, Any]) -> None:
    """Write a key file that came out of a backup. Raises DiskFull, VaultReadOnly and DiskTrouble."""
    write_by_replace(folder / KEY_NAME, json.dumps(content, indent=1).encode())


def unseal_content(content: Mapping[str, Any], passphrase: str, *, smallest: Cost = SMALLEST) -> bytes:
    """Return the secret sealed in the content of a key file; raises KeyFileDamaged or WrongPassphrase."""
    from nacl.exceptions import CryptoError  # deferred: 50 ms that the first window does not need
    from nacl.secret import Aead

    content = _checked(content)
    try:
        cost = _cost(content["kdf"], smallest)
        salt, nonce, sealed = (_part(content[name], size) for name, size in _SIZES)
        head = {name: content[name] for name in ("format", "version", "kdf", "salt", "fingerprint")}
        wrapping = keys.wrapping_key(passphrases.normal(passphrase), salt, cost)
    except (KeyError, TypeError, ValueError) as error:
        raise KeyFileDamaged from error
    try:
        return Aead(wrapping).decrypt(sealed, _bytes(head), nonce)
    except CryptoError as error:
        raise WrongPassphrase from error


def seal_anew(folder: Path, secret: bytes, passphrase: str, cost: Cost) -> None:
    """Do as `seal`, for a vault that is there: a key file that is not of this `secret` stays, under another
    name. It may be the only one of another vault, or damaged in a way that somebody can mend.
    """
    content = sealed_content(secret, passphrase, cost)
    if not fits(folder, secret):
        keep_aside(folder)
    write_content(folder, content)


def keep_aside(folder: Path) -> None:
    """Give the key file of `folder`, if there is one, a second name that no file has.

    Raises DiskFull, VaultReadOnly and DiskTrouble.
    """
    path, number = folder / KEY_NAME, 1
    while (aside := folder / f"{KEY_NAME}.old{number}").exists():
        number += 1
    try:
        if path.exists():
            second_name(path, aside)
    except OSError as error:
        raise disk_trouble(error) from error


def fits(folder: Path, secret: bytes) -> bool | None:
    """Say whether `secret` is that of the vault in `folder`; None when no whole key file is there to tell."""
    try:
        return hmac.compare_digest(_read(folder)["fingerprint"], keys.fingerprint(secret).hex())
    except (KeyFileMissing, KeyFileDamaged, KeyError, TypeError):
        return None


def _read(folder: Path) -> dict[str, Any]:
    try:
        with (folder / KEY_NAME).open("rb") as file:
            content = json.loads(file.read(_LARGEST_FILE))
    except FileNotFoundError as error:
        raise KeyFileMissing from error
    except (OSError, ValueError, RecursionError) as error:
        raise KeyFileDamaged from error
    return _checked(content)


def _checked(content: Any) -> dict[str, Any]:
    """Return the content of a key file, unless a byte of it changed."""
    if not isinstance(content, dict) or (content.get("format"), content.get("version")) != (
        _FORMAT,
        _VERSION,
    ):
        raise KeyFileDamaged
    body = {name: value for name, value in content.items() if name != "check"}
    if content.get("check") != _check(body):
        raise KeyFileDamaged
    return content


def _cost(kdf: Mapping[str, Any], smallest: Cost) -> Cost:
    """Return the cost written in the file, unless it is out of range (a file made to hang or to weaken)."""
    numbers = [kdf["time"], kdf["memory_kib"], kdf["lanes"]]
    if kdf["name"] != "argon2id" or any(type(number) is not int for number in numbers):
        raise KeyFileDamaged
    cost = Cost(*numbers)
    if not cost.within(smallest, LARGEST):
        raise KeyFileDamaged
    return cost


def _part(written: str, size: int) -> bytes:
    part = bytes.fromhex(written)
    if len(part) != size:
        raise ValueError
    return part


def _bytes(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _check(body: Mapping[str, Any]) -> str:
    """Return a checksum, so that a damaged file is not taken for a wrong passphrase."""
    return hashlib.blake2b(_bytes(body), digest_size=8).hexdigest()
