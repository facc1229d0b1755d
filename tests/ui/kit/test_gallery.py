"""What holds for every widget of the kit: named, plain, in Tab order, unclipped, with a visible focus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from noshow_desk.ui.dress import dress
from tests.ui.accessible import nameless, names, tab_chain
from tests.ui.kit.gallery import SCENES
from tests.ui.showing import shown

TAB_ORDER = {
    "board": [
        "Put it right",
        "Marcus did show up",
        "Write note: Tanya Brooks: send the thank-you note",
        "Log contact: Andre Willis: check in",
        "Open client: Denise Carter: prepare for second interview",
        "Remove practice data",
        "Fix it",
    ],
    "form": [
        "Next prompt",
        "Thank-you after rescheduling",
        "English",
        "Addressed to",
        "Phone",
        "New interview, day",
        "Choose a day: New interview, day",
        "New interview, time",
        "Decided on",
        "Choose a day: Decided on",
        "Leave by",
        "One sentence in his own words",
        "Reached Rosa",
        "Ask now",
        "7 of 10",
        "Transport",
        "Child care",
        "Wrong date or place",
        "Work shift",
        "Illness",
        "Phone",
        "Weather",
        "Every sentence is true, and Marcus said so himself",
        "I know of nothing untrue here",
        "Save and close",
        "Back",
        "Skip with reason…",
        "Mark as sent",
    ],
    "lists": ["Filter clients", "Add client", "All 42", "Clients", "Timeline", "Timeline"],
    "paper": ["Steps", "Steps, numbers only", "Add client"],
}


@pytest.fixture(params=sorted(SCENES))
def scene(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    widget = SCENES[request.param]()
    yield request.param, shown(qtbot, widget, 1000, 736)


def test_everything_focusable_has_a_name(scene: tuple[str, QWidget]) -> None:
    assert nameless(scene[1]) == []


def test_tab_order(scene: tuple[str, QWidget]) -> None:
    name, widget = scene
    assert names(tab_chain(widget)) == TAB_ORDER[name]


def test_scroll_areas_are_no_stop_of_the_tab_key(scene: tuple[str, QWidget]) -> None:
    stops = [
        area
        for area in tab_chain(scene[1])
        if type(area) in (QAbstractScrollArea,) or area.metaObject().className() == "QScrollArea"
    ]
    assert stops == []


def test_labels_are_plain_text(scene: tuple[str, QWidget]) -> None:
    labels = scene[1].findChildren(QLabel)
    assert {label.textFormat() for label in labels} <= {Qt.TextFormat.PlainText}


def test_the_wheel_changes_no_value(scene: tuple[str, QWidget]) -> None:
    _name, widget = scene
    kinds = (QComboBox, QLineEdit, QAbstractSpinBox, QTabBar)
    fields = [field for kind in kinds for field in widget.findChildren(kind) if field.isVisible()]
    for field in fields:
        field.setFocus()
        before = field.currentIndex() if isinstance(field, (QComboBox, QTabBar)) else field.text()
        turn(field)
        after = field.currentIndex() if isinstance(field, (QComboBox, QTabBar)) else field.text()
        assert after == before, field


def turn(widget: QWidget) -> None:
    """Turn the wheel over `widget`, down and up."""
    for notch in (-120, 120, 120):
        place = QPointF(widget.rect().center())
        event = QWheelEvent(
            place,
            widget.mapToGlobal(place),
            QPoint(),
            QPoint(0, notch),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)


def test_focus_is_seen_on_every_stop(scene: tuple[str, QWidget]) -> None:
    _name, widget = scene
    chain = tab_chain(widget)
    for at, stop in enumerate(chain):
        other = chain[at - 1] if len(chain) > 1 else widget
        other.setFocus(Qt.FocusReason.TabFocusReason)
        before = stop.grab().toImage()
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(stop, QAbstractItemView) and not stop.currentIndex().isValid():
            stop.setCurrentIndex(stop.model().index(0, 0))
        assert stop.grab().toImage() != before, names([stop])


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.4, 1.6])
@pytest.mark.parametrize("name", ["board", "form"])
def test_nothing_is_clipped(qtbot: QtBot, qapp: QApplication, name: str, scale: float, theme: str) -> None:
    dress(qapp, theme, scale)
    widget = SCENES[name]()
    shown(qtbot, widget, 1000, 736)
    assert clipped(widget) == []


def clipped(root: QWidget) -> list[str]:
    """Return the words below `root` that have less room than they need."""
    found = []
    for label in root.findChildren(QLabel):
        need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        wide_enough = label.wordWrap() or label.sizeHint().width() <= label.width()
        if label.isVisible() and (need > label.height() + 1 or not wide_enough):
            found.append(label.text())
    for button in root.findChildren(QPushButton):
        if button.isVisible() and button.sizeHint().width() > button.width():
            found.append(button.text())
    return found


def test_hostile_names_stay_names(qtbot: QtBot) -> None:
    from noshow_desk.ui.kit.cards import RedCard
    from noshow_desk.ui.kit.labels import ElidedLabel, PlainLabel

    name = '<img src="file:///etc/passwd"><b>Bob</b>'
    label = PlainLabel(name)
    label.setTextFormat(Qt.TextFormat.RichText)
    assert (label.text(), label.textFormat()) == (name, Qt.TextFormat.PlainText)
    card = RedCard(name, name, name)
    elided = ElidedLabel(name)
    for widget in (label, card, elided):
        qtbot.addWidget(widget)
        widget.resize(60, 60)
        widget.show()
        widget.grab()
    assert "<img" not in elided.toolTip()
    assert "&lt;img" in elided.toolTip()


def test_a_name_without_blanks_does_not_widen_the_page(qtbot: QtBot) -> None:
    from noshow_desk.ui.kit.pages import ScrollPage
    from noshow_desk.ui.kit.rows import RowList, RowWords

    page = ScrollPage()
    page.add(RowList([RowWords("1", "W" * 300, "W" * 300, action="Open")]))
    qtbot.addWidget(page)
    page.resize(700, 400)
    page.show()
    assert page.area.widget().width() <= 700
