"""A desk with Marcus and Rosa at 9:12, and the dialog over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.dress import dress
from noshow_desk.ui.report_missed.dialog import MissedAppointmentDialog
from tests.ui.incident_wizard import cases

Make = Callable[..., MissedAppointmentDialog]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    dress(qapp, "light", 1.0)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return cases.open_desk(tmp_path)[0]


@pytest.fixture
def make(qtbot: QtBot, desk: Desk) -> Make:
    """Return a maker of the shown dialog."""

    def made(client_id: str = "") -> MissedAppointmentDialog:
        dialog = MissedAppointmentDialog(desk, Bridge(), client_id)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # looked at afterwards
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return made
