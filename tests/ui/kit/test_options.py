"""Choosing one of several with mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from noshow_desk.ui.kit.checks import CheckBox, ChoiceChips
from noshow_desk.ui.kit.options import Choice, FilterChips, NumberRuler, OptionGroup, RadioList, Segmented
from tests.ui.accessible import names, tab_chain
from tests.ui.showing import shown

CHOICES = (Choice("a", "Reached"), Choice("b", "Left a message"), Choice("c", "No answer"))
GROUPS = [Segmented, FilterChips, RadioList]


@pytest.mark.parametrize("kind", GROUPS)
def test_a_click_chooses_and_tells_once(qtbot: QtBot, kind: type[OptionGroup]) -> None:
    group = shown(qtbot, kind("Result", CHOICES))
    told: list[object] = []
    group.chosen.connect(told.append)
    qtbot.mouseClick(group.options()[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(group.options()[1], Qt.MouseButton.LeftButton)
    assert (group.value(), told) == ("b", ["b"])
    assert [option.isChecked() for option in group.options()] == [False, True, False]


@pytest.mark.parametrize("kind", GROUPS)
def test_arrows_move_and_tab_stops_once(qtbot: QtBot, kind: type[OptionGroup]) -> None:
    group = shown(qtbot, kind("Result", CHOICES, value="b"))
    assert names(tab_chain(group)) == ["Left a message"]
    group.setFocus()
    for key, value in (
        (Qt.Key.Key_Right, "c"),
        (Qt.Key.Key_Right, "c"),
        (Qt.Key.Key_Home, "a"),
        (Qt.Key.Key_End, "c"),
    ):
        qtbot.keyClick(group.focusProxy(), key)
        assert group.value() == value
    assert names(tab_chain(group)) == ["No answer"]


def test_only_an_optional_choice_can_be_cleared(qtbot: QtBot) -> None:
    firm = shown(qtbot, Segmented("Result", CHOICES, value="a"))
    free = shown(qtbot, Segmented("Result", CHOICES, value="a", optional=True))
    for group in (firm, free):
        qtbot.keyClick(group.focusProxy(), Qt.Key.Key_Delete)
    assert (firm.value(), free.value()) == ("a", None)
    free.set_value("b")
    qtbot.mouseClick(free.options()[1], Qt.MouseButton.LeftButton)
    assert free.value() is None


def test_setting_a_value_tells_nobody_and_unknown_ones_choose_nothing(qtbot: QtBot) -> None:
    group = shown(qtbot, Segmented("Result", CHOICES))
    told: list[object] = []
    group.chosen.connect(told.append)
    group.set_value("c")
    group.set_value("nonsense")
    assert (group.value(), told) == (None, [])


def test_options_are_radio_buttons_to_a_screen_reader(qtbot: QtBot) -> None:
    group = shown(qtbot, FilterChips("Show", (Choice("all", "All", count=42),), value="all"))
    option = QAccessible.queryAccessibleInterface(group.options()[0])
    assert option.role() == QAccessible.Role.RadioButton
    assert option.text(QAccessible.Text.Name) == "All 42"
    assert option.state().checked


def test_new_counts_keep_the_widgets(qtbot: QtBot) -> None:
    group = shown(qtbot, FilterChips("Show", (Choice("all", "All", count=42),), value="all"))
    before = group.options()
    group.set_choices((Choice("all", "All", count=7),))
    assert group.options() == before
    assert (group.options()[0].said(), group.value()) == ("All 7", "all")


@pytest.mark.parametrize(("typed", "number"), [("7", 7), ("0", 0), ("10", 10), ("19", 9)])
def test_the_ruler_takes_digits(qtbot: QtBot, typed: str, number: int) -> None:
    ruler = shown(qtbot, NumberRuler("How important is it?", "not at all", "very"))
    assert ruler.value() is None
    told: list[object] = []
    ruler.chosen.connect(told.append)
    for digit in typed:
        qtbot.keyClicks(ruler.focusWidget() or ruler.focusProxy().focusProxy(), digit)
    assert (ruler.value(), told[-1]) == (number, number)


def test_the_ruler_can_be_cleared(qtbot: QtBot) -> None:
    ruler = shown(qtbot, NumberRuler("Confidence", value=4))
    qtbot.keyClick(ruler.focusProxy().focusProxy(), Qt.Key.Key_Backspace)
    assert ruler.value() is None


def test_chips_pick_any_number_in_order(qtbot: QtBot) -> None:
    chips = shown(qtbot, ChoiceChips("What got in the way", CHOICES, values=("c",)))
    told: list[tuple[object, ...]] = []
    chips.changed.connect(told.append)
    qtbot.mouseClick(chips.chips()[0], Qt.MouseButton.LeftButton)
    qtbot.keyClick(chips.chips()[2], Qt.Key.Key_Space)
    assert told == [("a", "c"), ("a",)]
    qtbot.keyClick(chips.chips()[0], Qt.Key.Key_Left)
    assert chips.focusWidget() in (chips.chips()[2], None)
    chips.set_values(("b",))
    assert (chips.values(), len(told)) == (("b",), 2)


def test_a_check_box_wraps_and_shows_ampersands(qtbot: QtBot) -> None:
    box = shown(qtbot, CheckBox("Salt & pepper " * 20))
    assert box.heightForWidth(200) > 3 * box.heightForWidth(4000)
    assert QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Name).startswith("Salt & pepper")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
