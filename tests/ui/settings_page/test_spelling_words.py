"""Words of the spell check are listed in the settings, added with Enter and taken out with Delete."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk.services.desk import Desk
from noshow_desk.services.spelling_words import added_words
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.settings_page.spelling_words import MOST_ROWS, SpellingWordsCard


def card_on_show(qtbot: QtBot, desk: Desk, bridge: Bridge) -> SpellingWordsCard:
    """Return the card over an empty vault."""
    card = SpellingWordsCard(desk, bridge)
    qtbot.addWidget(card)
    card.show()
    return card


def type_in(card: SpellingWordsCard, word: str) -> None:
    """Type a word and press Enter."""
    card.word.clear()
    QTest.keyClicks(card.word, word)
    QTest.keyClick(card.word, Qt.Key.Key_Return)


def test_words_are_added_and_taken_out_with_the_keys(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    card = card_on_show(qtbot, desk, bridge)
    assert not card.list.isVisible() and not card.take_out_button.isVisible()
    for word in ("jitney", "Bayside", "two words"):
        type_in(card, word)
    assert added_words(desk) == ("Bayside", "jitney")
    assert "one word" in card.field._error.text() and card.word.text() == "two words"
    card.list.setFocus()
    QTest.keyClick(card.list, Qt.Key.Key_Down)
    assert card.list.key() == "jitney"
    QTest.keyClick(card.list, Qt.Key.Key_Delete)
    assert added_words(desk) == ("Bayside",) and card.list.key() == "Bayside"
    card.take_out_button.click()
    assert added_words(desk) == () and card.list.isHidden() and card.focusWidget() is card.word


def test_many_words_scroll_in_a_list_of_a_few_lines(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    card = card_on_show(qtbot, desk, bridge)
    type_in(card, "jitney")
    one = card.list.height()
    for number in range(MOST_ROWS + 4):
        type_in(card, "pal" * (number + 1))
    assert card.model.rowCount() == MOST_ROWS + 5
    assert one < card.list.height() < (MOST_ROWS + 1) * one
    qtbot.waitUntil(lambda: card.list.verticalScrollBar().maximum() > 0, timeout=5_000)
