"""The table of actions: unique keys, known menus."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from noshow_desk.ui.actions import ACTIONS, MENUS, MORE_KEYS

# What a text field does with these keys must stay.
TYPING = ("Ctrl+Z", "Ctrl+Y", "Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+A", "Ctrl+Space", "Tab", "Space", "Return")


def keys() -> list[str]:
    """Return every key of the table in its portable form."""
    rows = [row.shortcut for row in ACTIONS if row.shortcut]
    rows += [key for more in MORE_KEYS.values() for key in more]
    return [QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) for key in rows]


def test_shortcuts_are_unique_and_valid(qapp: QApplication) -> None:
    counted = Counter(keys())
    assert "" not in counted
    assert [key for key, count in counted.items() if count > 1] == []


def test_shortcuts_leave_typing_alone(qapp: QApplication) -> None:
    assert not set(keys()) & set(TYPING)


def test_ids_are_unique_and_menus_known() -> None:
    assert len({row.id for row in ACTIONS}) == len(ACTIONS)
    assert {row.menu for row in ACTIONS} == {menu for menu, _title in MENUS}
    assert set(MORE_KEYS) <= {row.id for row in ACTIONS}


def test_mnemonics_are_unique_within_a_menu() -> None:
    for menu, _title in MENUS:
        letters = [
            row.text[row.text.index("&") + 1].lower()
            for row in ACTIONS
            if row.menu == menu and "&" in row.text
        ]
        assert len(letters) == len(set(letters)), menu
