"""The practice vault: made-up clients in every situation, in a folder of its own, gone with one click."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from noshow_desk.domain.client import Caseworker
from noshow_desk.i18n import language
from noshow_desk.services import opening
from noshow_desk.services.practice_data import fill_practice_vault
from noshow_desk.services.settings import keep_language

FOLDER = "practice"
CLIENTS = 42
SEED = 1
PERSON = Caseworker(
    name="Dana Whitfield", title="Caseworker", office_name="Harbor Re-entry Office", phone="555-0100"
)


def practice_folder(folder: Path) -> Path:
    """Return where the practice vault of the vault in `folder` is or would be."""
    return folder if folder.name == FOLDER else folder / FOLDER


def make_practice_vault(folder: Path, *, cost: Any = None) -> Path:
    """Make the practice vault beside the vault in `folder` unless it is there; return its folder. Slow."""
    place = practice_folder(folder)
    if opening.vault_state(place) is opening.VaultState.MISSING:
        passphrase = opening.PRACTICE_PASSPHRASE
        new = opening.create_vault(place, passphrase=passphrase, caseworker=PERSON, practice=True, cost=cost)
        fill_practice_vault(new.desk, clients=CLIENTS, seed=SEED)
        keep_language(new.desk, language=language())
        opening.close(new.desk)
    return place


def remove_practice_vault(folder: Path) -> None:
    """Delete the practice vault in `folder`; a folder that is none stays untouched."""
    if opening.practice_passphrase(folder) is not None:
        shutil.rmtree(folder)
