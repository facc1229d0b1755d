"""The command box finds clients and commands and grants one with Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.ui.shell.command_box import CommandBox, Found, find_commands
from noshow_desk.ui.wishes import Wish
from tests.ui.showing import shown

ASKED: list[str] = []


def search(words: str) -> Sequence[Found]:
    ASKED.append(words)
    people = [
        Found("Marcus Reed", "C-0001", Wish("client", "c1")),
        Found("<b>Maria</b>", "", Wish("client", "c2")),
    ]
    return [found for found in people if words.casefold() in found.title.casefold()]


def box_in_window(qtbot: QtBot) -> tuple[CommandBox, list[Wish]]:
    window = QWidget()
    box = CommandBox(search, window)
    QVBoxLayout(window).addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
    shown(qtbot, window, 800, 500)
    box.setFocus()
    wishes: list[Wish] = []
    box.wished.connect(wishes.append)
    ASKED.clear()
    return box, wishes


def offered(box: CommandBox) -> list[str]:
    model = box.offers().view.model()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def test_clients_come_before_commands_and_enter_opens_the_first(qtbot: QtBot) -> None:
    box, wishes = box_in_window(qtbot)
    qtbot.keyClicks(box, "m")
    assert offered(box)[:3] == ["Marcus Reed", "<b>Maria</b>", "Missed appointment"]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert wishes == [Wish("client", "c1")]
    assert (box.text(), box.offers().isVisible()) == ("", False)


def test_arrows_go_round_the_offers(qtbot: QtBot) -> None:
    box, wishes = box_in_window(qtbot)
    qtbot.keyClicks(box, "mar")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(box, key)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert wishes == [Wish("client", "c2")]


def test_down_in_the_empty_box_offers_commands_without_a_search(qtbot: QtBot) -> None:
    box, wishes = box_in_window(qtbot)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert "Missed appointment" in offered(box)
    assert ASKED == []
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert wishes == [Wish("missed_appointment")]


def test_nothing_found_says_so_and_enter_does_nothing(qtbot: QtBot) -> None:
    box, wishes = box_in_window(qtbot)
    qtbot.keyClicks(box, "zzz")
    assert offered(box) == []
    assert box.offers().isVisible()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert wishes == []


def test_escape_closes_and_empties(qtbot: QtBot) -> None:
    box, _wishes = box_in_window(qtbot)
    qtbot.keyClicks(box, "mar")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), box.offers().isVisible()) == ("", False)


def test_a_click_grants_the_offer(qtbot: QtBot) -> None:
    box, wishes = box_in_window(qtbot)
    qtbot.keyClicks(box, "mar")
    view = box.offers().view
    rect = view.visualRect(view.model().index(1, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert wishes == [Wish("client", "c2")]


def test_commands_are_found_by_the_start_of_any_word() -> None:
    assert [found.title for found in find_commands("short")] == ["Keyboard shortcuts"]
    assert "Larger text" in [found.title for found in find_commands("te la")]
    assert find_commands("xyz") == []
