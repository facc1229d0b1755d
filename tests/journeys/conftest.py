"""A real vault on disk, the real window, a clock that stands at 9:42 on Tuesday, March 10."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk.services import opening
from noshow_desk.services.desk import Desk
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.ui.dress import dress
from noshow_desk.ui.workspace.workspace import Workspace
from tests.builders import ZONE, Clock, dana
from tests.journeys.person import Person
from tests.ui.conftest import _windows_are_freed

__all__ = ["_windows_are_freed"]  # a dialog left open would take the clicks of the next journey

WORDS = "harbor lantern copper seven"
Sit = Callable[[], Person]


@pytest.fixture
def clock() -> Clock:
    """The clock of the journey."""
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Dana's vault, made and closed."""
    place = tmp_path / "vault"
    new = opening.create_vault(place, passphrase=WORDS, caseworker=dana(), cost=FAST_FOR_TESTS)
    opening.close(new.desk)
    return place


def open_desk(folder: Path, clock: Clock) -> Desk:
    """Open the vault by its passphrase."""
    return opening.open_vault(folder, passphrase=WORDS, zone=ZONE, clock=clock, smallest=FAST_FOR_TESTS)


@pytest.fixture
def sit(qtbot: QtBot, qapp: QApplication, folder: Path, clock: Clock) -> Iterator[Sit]:
    """Return a way to sit down at the desk: opens the vault and shows the window."""
    dress(qapp, "light")
    seats: list[Workspace] = []

    def down() -> Person:
        workspace = Workspace(open_desk(folder, clock))
        seats.append(workspace)
        workspace.show()
        workspace.window.showNormal()
        workspace.window.resize(1366, 736)
        return Person(qtbot, workspace)

    yield down
    for workspace in seats:
        if workspace.window.isVisible():
            workspace.put_away()
        workspace.window.deleteLater()


@pytest.fixture
def person(sit: Sit) -> Person:
    """Dana at her desk."""
    return sit()
