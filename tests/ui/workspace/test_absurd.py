"""Every page with absurd names, and with large text: nothing breaks out, nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk import i18n
from noshow_desk.services import clients, queries, templates
from noshow_desk.services.desk import Desk
from noshow_desk.ui.clients.client_dialog import ClientDialog
from noshow_desk.ui.dress import dress
from noshow_desk.ui.kit.labels import ElidedLabel
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from tests.builders import marcus, missed_by_marcus

IMAGE = "<img src='file:///etc/passwd'>"
NAMES = [IMAGE, "W" * 200, "a&b <b>bold</b> {name} %s", "‮abc שלום مرحبا", "Zoë 👩‍👩‍👧 Núñez"]
PAGES = ["today", "clients", "incidents", "templates", "settings", "help"]
TABS = ["timeline", "details", "papers"]


@pytest.fixture
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The language of the screens; English unless a test asks for another."""
    i18n.set_language(getattr(request, "param", "en"))
    yield i18n.language()
    i18n.set_language("en")


@pytest.fixture
def workspace(qtbot: QtBot, desk: Desk, language: str) -> Iterator[Workspace]:
    """The window, not yet shown."""
    made = Workspace(desk)
    yield made
    made.put_away()


def show(workspace: Workspace, width: int, height: int) -> None:
    """Show the window at a size."""
    workspace.show()
    workspace.window.showNormal()
    workspace.window.resize(width, height)
    settle()


def settle() -> None:
    """Let Qt lay out what changed."""
    for _turn in range(4):
        QApplication.processEvents()


def walk(workspace: Workspace) -> Iterator[str]:
    """Show each page and each tab of a client in turn."""
    for kind in PAGES:
        workspace.window.open(Wish(kind))
        settle()
        yield kind
    for client_id in queries.client_ids(workspace.desk)[:1]:
        for tab in TABS:
            workspace.window.open(Wish("client", client_id, tab))
            settle()
            yield f"client, {tab}"
    workspace.window.open(Wish("template", templates.templates(workspace.desk)[0].id))
    settle()
    yield "template"


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays_a_name_on_every_page(workspace: Workspace, desk: Desk, name: str) -> None:
    client = marcus(
        first_name=name, last_name="", preferred_name=name, notes=f"{name} " * 25, tags=(name,),
        postal_address=name, email=name, pronouns=name,
    )  # fmt: skip
    client_id = clients.add_client(desk, client=client).made
    missed_by_marcus(desk, client_id=client_id, client_name="", interviewer_name=name, organisation=name)
    show(workspace, 1366, 736)
    for place in walk(workspace):
        labels = [one for one in workspace.window.findChildren(QLabel) if one.isVisible()]
        rich = [one.text() for one in labels if one.textFormat() is not Qt.TextFormat.PlainText]
        assert (place, rich) == (place, [])
        assert (place, workspace.window.width()) == (place, 1366)
        workspace.window.grab()


@pytest.mark.parametrize("name", NAMES)
def test_a_name_survives_its_dialog(qtbot: QtBot, workspace: Workspace, desk: Desk, name: str) -> None:
    dialog = ClientDialog(desk, workspace.bridge)
    for field in ("first_name", "last_name", "preferred_name", "email", "notes", "postal_address"):
        dialog.fields[field].editor.set_value(name)
    dialog.show()
    with qtbot.waitSignal(dialog.saved) as got:
        dialog.save_button.click()
    kept = queries.client(desk, got.args[0])
    assert kept.notes == name and kept.first_name


@pytest.mark.parametrize("language", ["en", "es"], indirect=True)
@pytest.mark.parametrize("size", [(1366, 736), (1024, 640)])
def test_large_text_is_not_cut_off(
    qapp: QApplication, workspace: Workspace, desk: Desk, size: tuple[int, int]
) -> None:
    missed_by_marcus(desk)
    dress(qapp, "light", 1.4)
    try:
        show(workspace, *size)
        for place in walk(workspace):
            assert (place, cut_off(workspace.window)) == (place, [])
            assert (place, workspace.window.width()) == (place, size[0])
    finally:
        dress(qapp, "light", 1.0)


def cut_off(window: QWidget) -> list[str]:
    """Return the texts that have less room than they need."""
    wrong = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, ElidedLabel):
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if label.height() < needed or (not label.wordWrap() and label.width() < label.sizeHint().width()):
            wrong.append(label.text())
    for button in window.findChildren(QAbstractButton):
        short = button.width() < button.minimumSizeHint().width()
        if button.isVisible() and button.text() and (short or outside(button)):
            wrong.append(button.text())
    return wrong


def outside(widget: QWidget) -> bool:
    """Say whether a widget sticks out at the side of what holds it, scrolled or not."""
    holder = widget.parentWidget()
    while holder is not None:
        left = widget.mapTo(holder, widget.rect().topLeft()).x()
        if left < 0 or left + widget.width() > holder.width() + 1:
            return True
        if isinstance(holder, QAbstractScrollArea) or holder.isWindow():
            return False
        holder = holder.parentWidget()
    return False
