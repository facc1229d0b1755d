"""A vault on disk with cheap keys, and a bridge, for the dialogs about keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from noshow_desk.services import opening
from noshow_desk.services.desk import Desk
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.storage.outside import DATABASE_NAME
from noshow_desk.ui.dress import dress
from tests.builders import Clock, dana
from tests.ui.desk_fixtures import bridge, clock
from tests.ui.showing import shown

__all__ = ["bridge", "clock"]

Kept = TypeVar("Kept", bound=QDialog)

PASSPHRASE = "four quiet words here"


@pytest.fixture
def recovery() -> opening.Recovery:
    """The recovery key of the vault at first."""
    return opening.new_recovery()


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, clock: Clock, recovery: opening.Recovery) -> Iterator[Desk]:
    """An open vault on disk, Dana's."""
    dress(qapp, "light")
    key = opening.seal(tmp_path / "vault", passphrase=PASSPHRASE, recovery_key=recovery, cost=FAST_FOR_TESTS)
    made = opening.create_with(key, caseworker=dana(), clock=clock).desk
    yield made
    if (made.folder / f"{DATABASE_NAME}-wal").exists():
        made.close()


def opened(qtbot: QtBot, dialog: Kept) -> Kept:
    """Show `dialog`; it is freed at the end of the test, not when it closes."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    return shown(qtbot, dialog)
