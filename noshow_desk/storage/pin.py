"""The PIN that gives the screen back, as it lies in the vault: salted and hashed, never readable."""

from __future__ import annotations

import base64
import hmac
import secrets
from typing import Any

from noshow_desk.storage.keys import SMALLEST, Cost, wrapping_key

_SALT_BYTES = 16


def seal_pin(pin: str) -> dict[str, Any]:
    """Return what to keep of `pin`: salt, cost and argon2id hash. Takes about a tenth of a second."""
    salt = secrets.token_bytes(_SALT_BYTES)
    return {
        "salt": base64.b64encode(salt).decode(),
        "cost": [SMALLEST.time, SMALLEST.memory_kib, SMALLEST.lanes],
        "hash": base64.b64encode(wrapping_key(pin, salt, SMALLEST)).decode(),
    }


def pin_fits(pin: str, kept: Any) -> bool:
    """Say whether `pin` is the one that `kept` was made of; False too for what no program of ours wrote."""
    try:
        salt, wanted = base64.b64decode(kept["salt"]), base64.b64decode(kept["hash"])
        cost = Cost(*(int(number) for number in kept["cost"]))
    except (KeyError, TypeError, ValueError):
        return False
    if not cost.within(SMALLEST, SMALLEST):
        return False
    return hmac.compare_digest(wrapping_key(pin, salt, cost), wanted)
