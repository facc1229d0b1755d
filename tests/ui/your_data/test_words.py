"""What "Your data" says of backups in a vault that is practised on, and in one that is only looked at."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from noshow_desk.services.backup_state import BackupState
from noshow_desk.ui.your_data.words import backup_lines

TODAY = date(2026, 3, 10)


@pytest.fixture
def state() -> BackupState:
    return BackupState(folder=Path("backups"))


def said(state: BackupState, *, alone: bool, practice: bool) -> str:
    return "\n".join(one.text for one in backup_lines(state, TODAY, alone=alone, practice=practice))


def test_only_a_practice_vault_is_called_one(state: BackupState) -> None:
    assert "practice vault" in said(state, alone=False, practice=True)
    looked_at = said(state, alone=False, practice=False)
    assert "practice" not in looked_at and "to look only" in looked_at
    assert "look only" not in said(state, alone=True, practice=False)
