"""The case summary that leaves says what was typed last, whichever way the button was pressed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.services import queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.papers.print_dialog import PrintDialog
from noshow_desk.ui.papers.summary_dialog import SummaryDialog
from tests.services.batching import granted
from tests.ui.kit.fake_dialogs import FakeDialogs


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def below(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(desk: Desk, bridge: Bridge, dialogs: FakeDialogs, below: QWidget) -> SummaryDialog:
    client = queries.facts(desk, granted(desk, "Ana Cruz")).client
    made = SummaryDialog(desk, bridge, dialogs, client.id, below)
    made.show()
    return made


def test_a_recipient_typed_last_is_in_the_file_and_in_the_log(
    dialog: SummaryDialog, desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.answers.append(tmp_path / "out.csv")
    dialog.form.format.set_value("csv")
    dialog.form.recipient.setText("Judge Lee")  # the field keeps the keyboard: Alt+S leaves it nowhere
    dialog.save_button.click()
    assert "Judge Lee" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    (client_id,) = queries.client_ids(desk)
    assert [one.recipient for one in queries.releases_of(desk, client_id)] == ["Judge Lee"]


def test_a_recipient_typed_last_is_on_paper(dialog: SummaryDialog, dialogs: FakeDialogs) -> None:
    dialog.form.recipient.setText("Judge Lee")
    dialog.print_button.click()
    (preview,) = dialogs.shown
    assert isinstance(preview, PrintDialog) and "Judge Lee" in preview.printout().text()
