"""A look for every window of these tests."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk.ui.dress import dress


@pytest.fixture(autouse=True)
def dressed(qtbot: QtBot) -> None:
    """Dress the application before a window is made."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, "light")
