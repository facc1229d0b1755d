"""What any page may ask for about records is granted with a dialog, and undo with an act."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from noshow_desk.services import clients, queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.dress import dress
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from tests.builders import marcus


@pytest.fixture
def workspace(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[Workspace]:
    """A window over an empty vault."""
    dress(qapp, "light", 1.0)
    made = Workspace(desk)
    made.window.show()
    yield made
    made.discard()


def opened(workspace: Workspace) -> list[str]:
    """Close the dialogs on show and return their titles."""
    shown = [one for one in workspace.window.findChildren(QDialog) if one.isVisible()]
    titles = [one.windowTitle() for one in shown]
    for one in shown:
        one.close()
    return titles


@pytest.mark.parametrize(
    ("wish", "title"),
    [
        (Wish("add_client"), "Add client"),
        (Wish("missed_appointment"), "Missed appointment"),
        (Wish("history", detail="setting"), "History of the settings"),
        (Wish("worksheet"), "Worksheet"),
        (Wish("batch"), "Letters for several clients"),
    ],
)
def test_a_wish_opens_its_dialog(workspace: Workspace, wish: Wish, title: str) -> None:
    workspace.window.grant(wish)
    assert opened(workspace) == [title]


def test_what_concerns_one_client_names_the_client(workspace: Workspace, desk: Desk) -> None:
    client_id = clients.add_client(desk, client=marcus()).made
    for kind, title in (("history", "History of Marcus Reed"), ("erase_client", "Erase Marcus Reed")):
        workspace.window.grant(Wish(kind, client_id))
        assert [one for one in opened(workspace) if one.startswith(title)]


def test_an_act_is_undone(workspace: Workspace, desk: Desk) -> None:
    client_id = clients.add_client(desk, client=marcus()).made
    done = clients.archive_client(desk, client_id=client_id)
    workspace.window.grant(Wish("undo", done.act))
    assert not queries.is_archived(desk, client_id)
    workspace.window.grant(Wish("undo"))  # nothing to undo: nothing happens
