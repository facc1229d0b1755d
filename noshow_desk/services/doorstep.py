"""What can be told of a vault before anybody unlocks it; imports nothing that opening one needs."""

from __future__ import annotations

from pathlib import Path

from noshow_desk.storage.outside import VaultState, state

__all__ = ["PRACTICE_NAME", "PRACTICE_PASSPHRASE", "VaultState", "practice_passphrase", "vault_state"]

# Published on purpose: a practice vault holds made-up people only.
PRACTICE_PASSPHRASE = "practice makes the call easier"
PRACTICE_NAME = "practice-vault.txt"


def vault_state(folder: Path) -> VaultState:
    """Return how the vault in `folder` stands, without a key."""
    return state(folder)


def practice_passphrase(folder: Path) -> str | None:
    """Return the published passphrase when the vault in `folder` is a practice vault, else None."""
    return PRACTICE_PASSPHRASE if (folder / PRACTICE_NAME).is_file() else None
