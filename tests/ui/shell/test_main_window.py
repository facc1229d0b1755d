"""The window: navigation, wishes, menus, messages, client view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.errors import UserError
from noshow_desk.i18n import Message
from noshow_desk.services.changes import Changes
from noshow_desk.ui.actions import ACTIONS, OF_A_PAGE
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.dress import dress
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.shell.command_box import Found
from noshow_desk.ui.shell.main_window import MainWindow
from noshow_desk.ui.shell.navigation import Navigation
from noshow_desk.ui.shell.places import PLACES
from noshow_desk.ui.wishes import Wish
from tests.ui.accessible import nameless, names, tab_chain
from tests.ui.kit.fake_dialogs import FakeDialogs
from tests.ui.shell.sample_pages import SamplePage, factories
from tests.ui.showing import shown


@dataclass
class Scene:
    window: MainWindow
    bridge: Bridge
    dialogs: FakeDialogs
    pages: dict[str, SamplePage]
    wishes: list[Wish]


def search(words: str) -> Sequence[Found]:
    people = {"marcus": Found("Marcus Reed", "C-0001", Wish("client", "c1"))}
    return [found for name, found in people.items() if name.startswith(words.casefold())]


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    bridge, dialogs, pages = Bridge(), FakeDialogs(), {}
    window = MainWindow(bridge, factories(bridge, pages), search, dialogs)
    wishes: list[Wish] = []
    window.wished.connect(wishes.append)
    shown(qtbot, window, 1366, 736)
    window.open(Wish("today"))
    return Scene(window, bridge, dialogs, pages, wishes)


def trigger(scene: Scene, action: str) -> None:
    scene.window.menus.action(action).trigger()


def test_every_place_of_the_navigation_leads_somewhere(scene: Scene) -> None:
    for place in PLACES:
        scene.window.navigation.chosen.emit(place.wish)
    visited = {name for name, page in scene.pages.items() if page.visits}
    assert visited == {place.wish for place in PLACES} - {"lock"}
    assert scene.wishes == [Wish("lock")]


def test_acts_are_handed_on_and_page_actions_asked_first(scene: Scene) -> None:
    trigger(scene, "print")
    assert scene.pages["today"].handled == ["print"]
    assert scene.wishes == []
    trigger(scene, "add_client")
    assert scene.wishes == [Wish("add_client")]


def test_what_a_page_does_not_do_cannot_be_chosen_there(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = {name: scene.window.menus.action(name).isEnabled() for name in OF_A_PAGE}
    assert on == {"print": True, "find": False, "client_view": False}
    trigger(scene, "find")
    assert scene.pages["today"].handled == [] and scene.wishes == []
    scene.window.open(Wish("clients"))
    monkeypatch.setattr(scene.pages["today"], "acts", ("find",))
    scene.window.back()
    on = {name: scene.window.menus.action(name).isEnabled() for name in OF_A_PAGE}
    assert on == {"print": False, "find": True, "client_view": False}


def test_help_names_the_page_one_is_at(scene: Scene) -> None:
    trigger(scene, "help")
    assert scene.pages["help"].visits == [Wish("help", "sample")]


def test_every_action_has_its_key_and_its_words(scene: Scene) -> None:
    for row in ACTIONS:
        action = scene.window.menus.action(row.id)
        assert action.text()
        assert not row.shortcut or QKeySequence(row.shortcut) in action.shortcuts()


def test_compact_pages_narrow_the_navigation_and_name_themselves(scene: Scene) -> None:
    wide = scene.window.navigation.width()
    scene.window.open(Wish("incident", "i1"))
    assert scene.window.navigation.width() < wide * 0.6
    assert "Title of incident" in names_of_labels(scene)
    scene.window.back()
    assert scene.window.navigation.width() == wide


def names_of_labels(scene: Scene) -> list[str]:
    return [label.text() for label in scene.window.top_bar.findChildren(type(scene.window.top_bar._title))]


def test_back_leads_to_today_when_there_is_nowhere_else(scene: Scene) -> None:
    scene.window.open(Wish("clients"))
    scene.window.back()
    scene.window.back()
    assert scene.window.pages.here() == Wish("today")


def test_a_page_that_stays_keeps_its_mark_in_the_navigation(scene: Scene) -> None:
    scene.window.open(Wish("incident", "i1"))
    scene.pages["incident"].may_leave = False
    scene.window.navigation.mark("today")
    assert not scene.window.open(Wish("today"))
    places = scene.window.navigation._top
    assert places.currentIndex().data() == "Incidents"


def test_changes_reach_the_page_and_name_their_undo(scene: Scene) -> None:
    name = {"name": "R&B"}
    said, undo = Message("Archived {name}", name), Message("Undo archive {name}", name)
    changes = Changes(act="act-7", said=said, undo=undo)
    scene.bridge.run(lambda: changes)
    assert scene.pages["today"].reloads[-1] is changes
    assert scene.window.toast.text() == "Archived R&B"
    assert scene.window.menus.action("undo").text() == "Undo archive R&&B"
    trigger(scene, "undo")
    assert scene.wishes == [Wish("undo", "act-7")]


def test_an_act_without_a_message_can_be_undone_too(scene: Scene) -> None:
    archived = Changes(act="act-7", said=Message("Archived"), undo=Message("Undo archive"))
    scene.bridge.run(lambda: archived)
    scene.bridge.run(lambda: Changes(act="act-8", undo=Message("Undo contact note")))
    assert scene.window.menus.action("undo").text() == "Undo contact note"
    trigger(scene, "undo")
    assert scene.wishes == [Wish("undo", "act-8")]
    scene.bridge.run(lambda: Changes(act="act-9"))
    assert scene.window.menus.action("undo").text() == "Undo contact note"


def test_undo_is_off_until_there_is_an_act(scene: Scene) -> None:
    assert not scene.window.menus.action("undo").isEnabled()


def test_trouble_of_the_person_is_one_sentence(scene: Scene) -> None:
    def refuse() -> object:
        raise UserError("Write a name first.")

    scene.bridge.run(refuse)
    scene.bridge.run(refuse, "It was not saved")
    told = ["That did not work: Write a name first.", "It was not saved: Write a name first."]
    assert scene.dialogs.asked == told


def test_the_client_sees_nothing_but_the_page(scene: Scene, qtbot: QtBot) -> None:
    window = scene.window
    window.set_banner("Practice vault")
    window.say("Archived Ana Lopez", undo="Undo archive Ana Lopez", act="1")
    scene.pages["today"].client_view_wanted.emit(True)
    parts = (window.navigation, window.top_bar, window.menuBar(), window.toast, window.banner)
    assert [part.isVisible() for part in parts] == [False] * 5
    assert window.windowTitle() == "NoShow Desk"
    window.say("Archived Ben")
    of_the_caseworker = ("clients", "search", "missed_appointment", "undo", "batch", "worksheet", "help")
    for action in (*of_the_caseworker, "print", "back", "shortcuts", "find"):
        trigger(scene, action)
    scene.bridge.failed.emit("Ana Lopez has no phone.", "She was not called")
    assert not window.toast.isVisible() and scene.dialogs.asked == []
    assert (window.pages.here(), scene.wishes) == (Wish("today"), [])
    trigger(scene, "lock")
    assert scene.wishes == [Wish("lock")]
    scene.pages["today"].client_view_wanted.emit(False)
    assert [part.isVisible() for part in parts] == [True, True, True, False, True]
    assert scene.dialogs.asked == ["She was not called: Ana Lopez has no phone."]


def test_what_did_not_fit_into_a_field_is_told_in_the_window_also_to_the_client(scene: Scene) -> None:
    window = scene.window
    field = LineField(limit=3, parent=window.centralWidget())
    for on in (False, True):
        scene.pages["today"].client_view_wanted.emit(on)
        field.setText("abc")
        assert not window.toast.isVisible()
        field.insert("d")
        assert window.toast.isVisible() and window.toast.text().startswith("Only 3 characters fit here.")
        assert window.rect().contains(window.toast.geometry())
    scene.pages["today"].client_view_wanted.emit(False)


def test_closing_asks_the_page_first(scene: Scene) -> None:
    closing: list[bool] = []
    scene.window.closing.connect(lambda: closing.append(True))
    scene.pages["today"].may_leave = False
    trigger(scene, "quit")
    assert (scene.window.isVisible(), closing) == (True, [])
    scene.pages["today"].may_leave = True
    trigger(scene, "quit")
    assert (scene.window.isVisible(), closing) == (False, [True])


def test_the_shortcut_list_shows_every_key(scene: Scene, qtbot: QtBot) -> None:
    trigger(scene, "shortcuts")
    dialog = scene.dialogs.shown[0]
    qtbot.addWidget(dialog)
    native = QKeySequence.SequenceFormat.NativeText
    keys = {QKeySequence(row.shortcut).toString(native) for row in ACTIONS if row.shortcut}
    assert keys <= {label.text() for label in dialog.findChildren(QLabel)}


def test_tab_order_and_names(scene: Scene) -> None:
    assert nameless(scene.window) == []
    assert names(tab_chain(scene.window)) == [
        "Places",
        "More",
        "Search or run a command",
        "Add client",
        "Missed appointment",
        "Sample",
    ]


@pytest.mark.parametrize(("width", "height"), [(1366, 736), (1024, 640)])
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.4, 1.6])
def test_the_frame_fits_the_window(
    scene: Scene, qapp: QApplication, scale: float, width: int, height: int
) -> None:
    dress(qapp, "light", scale)
    scene.window.resize(width, height)
    qapp.processEvents()
    assert (scene.window.width(), scene.window.height()) == (width, height)
    for button in (scene.window.top_bar._add, scene.window.top_bar._missed):
        assert button.width() >= button.sizeHint().width()
        right = button.mapTo(scene.window, button.rect().topRight()).x()
        assert right < width
    bottom = scene.window.navigation._bottom
    assert bottom.mapTo(scene.window, bottom.rect().bottomLeft()).y() < height
    assert bottom.y() >= scene.window.navigation._top.geometry().bottom()


def test_a_theme_change_repaints_and_keeps_the_place(scene: Scene, qapp: QApplication) -> None:
    scene.window.open(Wish("clients"))
    before = scene.window.grab().toImage()
    dress(qapp, "dark", 1.0)
    assert scene.window.grab().toImage() != before
    assert scene.window.pages.here() == Wish("clients")


def test_keys_reach_the_window(scene: Scene, qtbot: QtBot) -> None:
    qtbot.keyClick(scene.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert scene.window.pages.here() == Wish("clients")
    qtbot.keyClick(scene.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert scene.window.top_bar.box.hasFocus()


@pytest.mark.parametrize("height", [400, 700])
def test_a_low_window_does_not_cut_the_brand(qtbot: QtBot, height: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    navigation = Navigation(window)
    navigation.set_narrow(True)
    navigation.resize(navigation.width(), height)
    window.show()
    qtbot.waitUntil(lambda: is_whole(navigation))


def is_whole(navigation: Navigation) -> bool:
    """Say whether the brand has its room and the places stand apart, all of them in sight."""
    brand, (first, last) = navigation._brand, (half.geometry() for half in navigation._lists)
    room = brand.height() == brand.sizeHint().height()
    return room and first.bottom() < last.top() and last.bottom() < navigation.height()
