"""Waves in plain text fields: marked after a pause, never told as typing, fixed from the menu."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from noshow_desk.ui.kit.inputs import TextField


def test_a_wave_is_no_typing(qtbot: QtBot) -> None:
    field = TextField("I am sorrry, Keisha.")
    qtbot.addWidget(field)
    field.show()
    told: list[str] = []
    field.edited.connect(told.append)
    field.check_spelling("en", ("Keisha Wright",))
    block = field.document().firstBlock()
    qtbot.waitUntil(lambda: bool(block.layout().formats()), timeout=5_000)
    assert len(block.layout().formats()) == 1 and told == []
    QTest.keyClicks(field, "x")
    assert told == ["xI am sorrry, Keisha."]


def test_the_menu_says_what_is_meant(qtbot: QtBot) -> None:
    field = TextField("the intervew")
    qtbot.addWidget(field)
    field.check_spelling("en")
    assert field._spelling is not None
    qtbot.waitUntil(lambda: bool(field._spelling and field._spelling.misspelt(0)), timeout=5_000)
    menu = QMenu(field)
    field._spelling.add_to_menu(menu, 6)
    next(action for action in menu.actions() if action.text() == "interview").trigger()
    assert field.value() == "the interview"
