"""The vault's one secret, the database key made from it, and what a passphrase costs to try.

SAFETY, "Keys": the secret S is 128 random bits; the database key is a keyed hash of S; the recovery key is S
itself in writing; the passphrase only wraps S.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

SECRET_BYTES = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a passphrase costs: passes, memory in KiB, lanes (argon2id)."""

    time: int
    memory_kib: int
    lanes: int

    def within(self, smallest: Cost, largest: Cost) -> bool:
        """Say whether every number lies between those of `smallest` and `largest`."""
        return (
            smallest.time <= self.time <= largest.time
            and smallest.memory_kib <= self.memory_kib <= largest.memory_kib
            and smallest.lanes <= self.lanes <= largest.lanes
        )


SMALLEST = Cost(time=3, memory_kib=64 * 1024, lanes=1)
STANDARD = Cost(time=3, memory_kib=64 * 1024, lanes=4)  # RFC 9106, second recommended choice
LARGEST = Cost(time=16, memory_kib=1024 * 1024, lanes=16)
FAST_FOR_TESTS = Cost(time=1, memory_kib=64, lanes=1)

_MOST_CALIBRATED_KIB = 512 * 1024  # an office laptop may have 4 GB


def new_secret() -> bytes:
    """Return a new S: 16 random bytes."""
    return secrets.token_bytes(SECRET_BYTES)


def database_key(secret: bytes) -> bytes:
    """Return the raw 32-byte key of the database whose secret is `secret`."""
    return _hash(secret, b"noshow-database", 32)


def fingerprint(secret: bytes) -> bytes:
    """Return 16 bytes that tell two secrets apart and say nothing else about them."""
    return _hash(secret, b"noshow-print", 16)


def backup_key(secret: bytes) -> bytes:
    """Return the 32-byte key that seals the headers of backups, so that a changed one is noticed."""
    return _hash(secret, b"noshow-backup", 32)


def wrapping_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the 32-byte key that wraps S; takes as long as `cost` says. Safe in a worker."""
    from argon2.low_level import Type, hash_secret_raw  # deferred: 20 ms that the first window does not need

    return hash_secret_raw(
        passphrase.encode("utf-8", "surrogatepass"), salt, cost.time, cost.memory_kib, cost.lanes, 32, Type.ID
    )


def calibrate(target: float = 0.5, measure: Callable[[Cost], float] | None = None) -> Cost:
    """Return the cost that takes about `target` seconds on this machine, never less than `STANDARD`.

    Takes a second or so, once per vault; `measure` answers how many seconds a cost takes.
    """
    seconds = measure or _seconds
    cost = STANDARD
    while cost.memory_kib < _MOST_CALIBRATED_KIB and seconds(cost) < target / 1.5:
        cost = Cost(cost.time, cost.memory_kib * 2, cost.lanes)
    return cost


def _seconds(cost: Cost) -> float:
    began = time.perf_counter()
    wrapping_key("a passphrase to measure with", b"sixteen bytes ok", cost)
    return time.perf_counter() - began


def _hash(secret: bytes, purpose: bytes, size: int) -> bytes:
    if len(secret) != SECRET_BYTES:
        raise ValueError("a secret has 16 bytes")
    return hashlib.blake2b(b"1", key=secret, person=purpose.ljust(16, b"."), digest_size=size).digest()
