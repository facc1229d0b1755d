"""A vault that is only looked at: no form opens in which nothing can be kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from noshow_desk.services import clients
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.client_dialog import ClientDialog
from noshow_desk.ui.dress import dress
from noshow_desk.ui.kit.dialogs import QuestionDialog
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from tests.builders import marcus


@pytest.fixture
def client_id(qapp: QApplication, desk: Desk) -> str:
    dress(qapp, "light", 1.0)
    return clients.add_client(desk, client=marcus()).made


@pytest.fixture
def looking(desk: Desk, client_id: str) -> Iterator[Desk]:
    """Return a desk that is open to look only, with Marcus in it."""
    desk.vault.session.read_only = True
    yield desk
    desk.vault.session.read_only = False


@pytest.fixture
def workspace(qtbot: QtBot, looking: Desk) -> Iterator[Workspace]:
    made = Workspace(looking)
    made.window.show()
    yield made
    made.discard()


@pytest.mark.parametrize("kind", ["add_client", "missed_appointment", "bring_in", "erase_client"])
def test_who_wants_to_write_is_told_at_once(
    qtbot: QtBot, workspace: Workspace, client_id: str, kind: str
) -> None:
    workspace.window.grant(Wish(kind, client_id if kind == "erase_client" else ""))
    shown = [one for one in workspace.window.findChildren(QDialog) if one.isVisible()]
    assert [type(one) for one in shown] == [QuestionDialog]
    assert shown[0].windowTitle() == "Open to look only"
    shown[0].close()


def test_looking_goes_on(qtbot: QtBot, workspace: Workspace, client_id: str) -> None:
    workspace.window.grant(Wish("history", client_id))
    shown = [one for one in workspace.window.findChildren(QDialog) if one.isVisible()]
    assert shown and not any(isinstance(one, QuestionDialog) for one in shown)
    shown[0].close()


def test_the_details_of_a_client_can_be_read_and_not_typed(
    qtbot: QtBot, looking: Desk, client_id: str
) -> None:
    dialog = ClientDialog(looking, Bridge(), client_id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not any(field.isEnabled() for field in dialog.fields.values())
    assert not dialog.save_button.isEnabled() and "look only" in dialog.wrong.text()


def test_a_vault_that_can_be_written_is_typed_in(qtbot: QtBot, desk: Desk, client_id: str) -> None:
    dialog = ClientDialog(desk, Bridge(), client_id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert all(field.isEnabled() for field in dialog.fields.values()) and dialog.save_button.isEnabled()
