"""A backup is made when the desk closes and something changed; trouble with it keeps nobody from locking."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from noshow_desk.errors import SystemTrouble
from noshow_desk.services import backups, clients, opening
from noshow_desk.services.desk import Desk
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.ui.workspace.parting import back_up
from tests.builders import dana, marcus

WORDS = "harbor lantern copper seven"


@pytest.fixture
def kept(qapp: QApplication, tmp_path: Path) -> Desk:
    """A vault on disk."""
    made = opening.create_vault(tmp_path / "vault", passphrase=WORDS, caseworker=dana(), cost=FAST_FOR_TESTS)
    return made.desk


def count(desk: Desk) -> int:
    """Return how many backups there are."""
    folder = backups.backup_folder_of(desk.folder)
    return len(list(folder.iterdir())) if folder.exists() else 0


def test_a_change_is_backed_up_once(kept: Desk) -> None:
    clients.add_client(kept, client=marcus())
    back_up(kept)
    made = count(kept)
    back_up(kept)
    opening.close(kept)
    assert made == 1 and count(kept) == 1


def test_trouble_does_not_keep_the_desk_open(
    kept: Desk, monkeypatch: pytest.MonkeyPatch, expected_log: list[str]
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise SystemTrouble("The disk is full.")

    expected_log.append("no backup at closing: SystemTrouble")
    monkeypatch.setattr(backups, "backup_if_due", full)
    back_up(kept)
    opening.close(kept)
