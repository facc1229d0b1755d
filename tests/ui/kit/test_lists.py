"""Rows, rails and timelines: keys, what is said, what is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from noshow_desk.ui.kit.row_list import RowItem, RowModel, RowView
from noshow_desk.ui.kit.rows import RowList, RowWords
from noshow_desk.ui.kit.step_rail import RailState, RailStep, StepRail
from noshow_desk.ui.kit.tabs import Tabs
from noshow_desk.ui.kit.timeline import Timeline, TimelineEntry
from noshow_desk.ui.theme import current_look
from tests.ui.kit.gallery import CLIENTS, HAPPENINGS, STEPS
from tests.ui.showing import shown


def client_view(qtbot: QtBot) -> RowView:
    view = RowView("Clients")
    view.setModel(RowModel(CLIENTS, view))
    return shown(qtbot, view, 340, 400)


def test_rows_pick_with_arrows_and_open_with_enter(qtbot: QtBot) -> None:
    view = client_view(qtbot)
    picked: list[str] = []
    opened: list[str] = []
    view.picked.connect(picked.append)
    view.opened.connect(opened.append)
    view.pick(1)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (picked, opened, view.key()) == (["b", "c"], ["c"], "c")


def test_a_row_says_title_status_and_second_line(qtbot: QtBot) -> None:
    view = client_view(qtbot)
    model = view.model()
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Marcus Reed. Act now. Missed interview 9:00 today"


def test_the_same_rows_with_new_words_keep_the_choice(qtbot: QtBot) -> None:
    view = client_view(qtbot)
    view.pick(2)
    view.model().show_rows([RowItem(row.key, row.title, "changed") for row in CLIENTS])
    assert view.key() == "c"
    assert view.model().row_of("d") == 3
    view.model().show_rows(CLIENTS[:1])
    assert view.key() == ""


def focus_pixels(view: QListView) -> int:
    """Return how many pixels of the view have the colour of the focus ring."""
    image = view.viewport().grab().toImage()
    ring = current_look().color("focus")
    return sum(
        image.pixelColor(x, y) == QColor(ring)
        for x in range(image.width())
        for y in range(0, image.height(), 2)
    )


@pytest.mark.parametrize("make", ["rows", "rail", "timeline"])
def test_delegates_paint_the_focus(qtbot: QtBot, make: str) -> None:
    if make == "rows":
        view = client_view(qtbot)
    elif make == "rail":
        view = shown(qtbot, StepRail(), 240, 500)
        view.show_steps(STEPS)
    else:
        view = shown(qtbot, Timeline("Timeline"), 600, 400)
        view.show_entries(HAPPENINGS)
    view.setCurrentIndex(view.model().index(1, 0))
    view.clearFocus()
    before = focus_pixels(view)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert focus_pixels(view) > before + 100


def test_the_rail_goes_to_a_step_only_when_asked(qtbot: QtBot) -> None:
    rail = shown(qtbot, StepRail(), 240, 500)
    rail.show_steps(STEPS, "note")
    chosen: list[str] = []
    rail.step_chosen.connect(chosen.append)
    qtbot.keyClick(rail, Qt.Key.Key_Up)
    assert chosen == []
    qtbot.keyClick(rail, Qt.Key.Key_Return)
    rect = rail.visualRect(rail.model().index(0, 0))
    qtbot.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert chosen == ["ask", "happened"]


def test_the_rail_shrinks_to_numbers_and_still_says_everything(qtbot: QtBot) -> None:
    rail = shown(qtbot, StepRail(), 240, 500)
    rail.show_steps(STEPS, "note")
    wide = rail.width()
    rail.set_narrow(True)
    assert rail.width() < wide / 3
    index = rail.model().index(1, 0)
    assert (
        index.data(Qt.ItemDataRole.AccessibleTextRole)
        == "Step 2. Call the interviewer. done. Done 9:12 AM by you"
    )
    assert index.data(Qt.ItemDataRole.ToolTipRole) == index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_tool_tip_is_never_rich_text(qtbot: QtBot) -> None:
    rail = shown(qtbot, StepRail(), 240, 500)
    rail.show_steps((RailStep("x", "<img src=file:///etc/passwd>", "", RailState.OPEN),))
    tip = rail.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip is None or not Qt.mightBeRichText(tip)


def test_the_rail_keeps_the_current_step_when_words_change(qtbot: QtBot) -> None:
    rail = shown(qtbot, StepRail(), 240, 500)
    rail.show_steps(STEPS, "note")
    rail.show_steps([RailStep(step.key, step.title, "new", step.state) for step in STEPS])
    assert rail.current() == "note"
    rail.show_steps(STEPS[2:])
    assert rail.current() == "note"


def test_timeline_rows_grow_with_their_words(qtbot: QtBot) -> None:
    timeline = shown(qtbot, Timeline("Timeline"), 800, 600)
    timeline.show_entries([TimelineEntry("1", "Call", "word " * 100), TimelineEntry("2", "Call", "word")])
    model = timeline.model()
    tall, low = (timeline.visualRect(model.index(at, 0)).height() for at in (0, 1))
    assert tall > low
    timeline.resize(400, 400)
    qtbot.waitUntil(lambda: timeline.visualRect(model.index(0, 0)).height() > tall)


def test_a_row_list_names_its_actions_and_tells_the_key(qtbot: QtBot) -> None:
    rows = shown(qtbot, RowList([RowWords("7", "Tanya Brooks: note", action="Write note")]))
    acted: list[str] = []
    rows.acted.connect(acted.append)
    button = rows.first()
    assert button is not None
    assert button.accessibleName() == "Write note: Tanya Brooks: note"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert acted == ["7"]
    rows.show_rows([])
    assert rows.count() == 0


def test_tabs_turn_and_count(qtbot: QtBot) -> None:
    tabs = Tabs("Marcus Reed")
    for key in ("timeline", "details"):
        tabs.add(key, key.title(), RowList())
    shown(qtbot, tabs)
    turned: list[str] = []
    tabs.turned.connect(turned.append)
    tabs.show_count("details", 3)
    qtbot.keyClick(tabs.bar, Qt.Key.Key_Right)
    tabs.turn_to("nonsense")
    assert (tabs.current(), turned) == ("details", ["details"])
    assert tabs.bar.accessibleTabName(1) == "Details, 3"
