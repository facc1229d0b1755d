"""A desk with Marcus and Rosa at 9:12, and the wizard page over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_findings import load_rules
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.dress import dress
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.wishes import Wish
from tests.builders import Clock
from tests.ui.incident_wizard import cases
from tests.ui.kit.fake_dialogs import FakeDialogs

Open = Callable[..., IncidentWizardPage]


@pytest.fixture(autouse=True, scope="session")
def _rules_are_read() -> None:
    """Read the rules of the letter check first: else the window does, in a thread, and tests would wait."""
    load_rules()


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    dress(qapp, "light", 1.0)


@pytest.fixture
def opened(tmp_path: Path) -> tuple[Desk, Clock]:
    return cases.open_desk(tmp_path)


@pytest.fixture
def desk(opened: tuple[Desk, Clock]) -> Desk:
    return opened[0]


@pytest.fixture
def clock(opened: tuple[Desk, Clock]) -> Clock:
    return opened[1]


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def bridge() -> Bridge:
    return Bridge()


@pytest.fixture
def wizard(qtbot: QtBot, desk: Desk, bridge: Bridge, dialogs: FakeDialogs) -> Iterator[Open]:
    """Return a maker of the page, opened at an incident and a step."""
    made: list[IncidentWizardPage] = []

    def make(incident_id: str, step: str = "", width: int = 1274, height: int = 664) -> IncidentWizardPage:
        page = IncidentWizardPage(desk, bridge, dialogs)
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.visit(Wish("incident", incident_id, step))
        made.append(page)
        return page

    yield make
    for page in made:
        page.close_case()
