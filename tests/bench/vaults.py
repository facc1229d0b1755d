"""Practice vaults to measure in, made once a schema and kept under build/bench."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

from noshow_desk.services import opening, practice_data
from noshow_desk.services.desk import Desk
from noshow_desk.services.made_up_branches import BRANCHES, Branch
from noshow_desk.storage.migrations import SCHEMA_VERSION

HOME = Path(__file__).resolve().parent.parent.parent / "build" / "bench"
ENDED = {"second chance attended", "refused with dignity", "reported by mistake", "did show up", "came late"}
_WHOLE = "whole"  # a file that holds the schema the vault was made with
OPEN = tuple(branch for branch in BRANCHES if branch.name not in ENDED)


def practice_vault(clients: int) -> Path:
    """Return a practice vault with so many clients; made at the first call (100,000 take two minutes)."""
    folder = HOME / f"practice-{clients}"
    if not _is_whole(folder):
        shutil.rmtree(folder, ignore_errors=True)
        practice_data.new_practice_vault(folder, clients=clients, seed=1).desk.close()
        _mark_whole(folder)
    return folder


def locked_vault() -> Path:
    """Return a copy of a practice vault that does not open by itself."""
    folder = HOME / "locked"
    if not _is_whole(folder):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(practice_vault(2_000), folder, ignore=shutil.ignore_patterns(_WHOLE))
        (folder / opening.PRACTICE_NAME).unlink()
        _mark_whole(folder)
    return folder


def open_practice(folder: Path) -> Desk:
    """Open a practice vault."""
    return opening.open_vault(folder, passphrase=opening.PRACTICE_PASSPHRASE)


def open_cases_vault(incidents: int) -> Path:
    """Return a vault with so many open incidents, one a client, in every branch that is not ended."""
    folder = HOME / f"open-{incidents}"
    if not _is_whole(folder):
        shutil.rmtree(folder, ignore_errors=True)
        made = practice_data.new_practice_vault(folder, clients=incidents, seed=1, deal=_open_ones)
        made.desk.close()
        _mark_whole(folder)
    return folder


def sealed_vault(incidents: int) -> Path:
    """Return a vault with so many open incidents that does not open by itself, sealed as a real one is."""
    folder = HOME / f"sealed-{incidents}"
    if not _is_whole(folder):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(open_cases_vault(incidents), folder, ignore=shutil.ignore_patterns(_WHOLE))
        key = opening.derive_key(folder, passphrase=opening.PRACTICE_PASSPHRASE)
        opening.change_passphrase(key, passphrase=opening.PRACTICE_PASSPHRASE)
        opening.open_with(key, checks=False).close()
        (folder / opening.PRACTICE_NAME).unlink()
        _mark_whole(folder)
    return folder


def _open_ones(_rng: Random, clients: int) -> dict[int, list[Branch]]:
    return {number: [OPEN[number % len(OPEN)]] for number in range(clients)}


def _is_whole(folder: Path) -> bool:
    """Say whether the vault was made to the end, with the schema of now: an old one would migrate first."""
    mark = folder / _WHOLE
    return mark.exists() and mark.read_text(encoding="utf-8") == str(SCHEMA_VERSION)


def _mark_whole(folder: Path) -> None:
    (folder / _WHOLE).write_text(str(SCHEMA_VERSION), encoding="utf-8")
