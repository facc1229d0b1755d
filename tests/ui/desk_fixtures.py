"""A desk in memory and a bridge, for tests of pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.dress import dress
from tests.builders import Clock, new_desk


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at 9:42 on Tuesday, March 10."""
    return Clock()


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, clock: Clock) -> Desk:
    """An empty vault in memory, Dana's, with the application dressed."""
    dress(qapp, "light")
    return new_desk(tmp_path, clock)


def failures(bridge: Bridge) -> list[tuple[str, str]]:
    """Return what will be told when something does not go through: the sentence, and the title if any."""
    told: list[tuple[str, str]] = []

    def on_failed(sentence: str, title: str) -> None:
        told.append((sentence, title))

    bridge.failed.connect(on_failed)
    return told


@pytest.fixture
def bridge() -> Bridge:
    """The road between widgets and services."""
    return Bridge()
