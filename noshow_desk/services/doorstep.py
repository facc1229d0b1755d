"""What can be told of a vault before anybody unlocks it; imports nothing that opening one needs."""

from __future__ import annotations

from pathlib import Path

from noshow_desk import paths
from noshow_desk.storage.outside import VaultState, state, was_here

__all__ = [
    "PRACTICE_NAME",
    "PRACTICE_PASSPHRASE",
    "VaultState",
    "practice_passphrase",
    "vault_state",
    "vault_was_here",
]

# Published on purpose: a practice vault holds made-up people only.
PRACTICE_PASSPHRASE = "practice makes the call easier"
PRACTICE_NAME = "practice-vault.txt"


def vault_state(folder: Path) -> VaultState:
    """Return how the vault in `folder` stands, without a key."""
    return state(folder)


def vault_was_here(folder: Path) -> bool:
    """Say whether `folder` held a vault whose file is gone: a first run is not what is wanted there.

    So it is where this user chose to have the vault: a stick may just not be connected.
    """
    return was_here(folder) or folder == paths.vault_home() != paths.data_folder()


def practice_passphrase(folder: Path) -> str | None:
    """Return the published passphrase when the vault in `folder` is a practice vault, else None."""
    try:
        return PRACTICE_PASSPHRASE if (folder / PRACTICE_NAME).is_file() else None
    except OSError:
        return None
