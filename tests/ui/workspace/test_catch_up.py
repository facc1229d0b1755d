"""The older incidents of a large vault are looked at while nobody waits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.services import queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.workspace.catch_up import CatchUp
from tests.builders import NINE, missed_by_marcus


def test_views_read_again_once_all_is_known(
    qtbot: QtBot, desk: Desk, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("noshow_desk.services.queries.standing.AT_ONCE", 2)
    for days in range(7):
        missed_by_marcus(desk, client_name=f"C {days}", starts=NINE - timedelta(days=days))
    assert len(queries.open_incidents(desk)) == 2
    with qtbot.waitSignal(bridge.changed) as signal:
        catching = CatchUp(desk, bridge)
    assert signal.args is not None and signal.args[0].everything
    assert len(queries.open_incidents(desk)) == 7
    catching.stop()


def test_a_small_vault_has_nothing_to_catch_up(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    missed_by_marcus(desk)
    with qtbot.assertNotEmitted(bridge.changed, wait=80):
        CatchUp(desk, bridge).stop()
