"""Words are added where they are marked, in papers and in both views of a template, and taken out there."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from noshow_desk.services import history, spelling_words, templates
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.inputs import TextField
from noshow_desk.ui.kit.spell_marks import SpellMarks
from noshow_desk.ui.templates.editor_page import TemplateEditorPage
from noshow_desk.ui.templates.text_pane import CODE, EASY
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.word_book import WordBook
from tests.ui.desk_fixtures import bridge, clock, desk
from tests.ui.kit.fake_dialogs import FakeDialogs

__all__ = ["bridge", "clock", "desk"]
ADD, TAKE_OUT = "Add “ridelink” to your words", "Take “ridelink” out of your words"
SHIPPED = {"en": "starter-en-apology-letter", "es": "starter-es-apology-letter"}


def marks_of(place: TextField | SpellMarks) -> SpellMarks:
    """Return what marks words there."""
    marks = place._spelling if isinstance(place, TextField) else place
    assert marks is not None
    return marks


def marked(place: TextField | SpellMarks) -> list[str]:
    """Return all words that have a wave."""
    marks = marks_of(place)
    return [one.word for line in range(marks.document().blockCount()) for one in marks.misspelt(line)]


def menu_of(place: TextField | SpellMarks, word: str) -> QMenu:
    """Return the menu of a word."""
    menu, marks = QMenu(), marks_of(place)
    marks.add_to_menu(menu, marks.document().find(word).selectionStart() + 1)
    return menu


def choose(place: TextField | SpellMarks, word: str, text: str) -> None:
    """Choose an entry of the menu of a word."""
    menu = menu_of(place, word)
    next(action for action in menu.actions() if action.text() == text).trigger()


def offered(place: TextField | SpellMarks, word: str) -> list[str]:
    """Return what the menu of a word offers."""
    menu = menu_of(place, word)
    return [action.text() for action in menu.actions()]


def field_checked(qtbot: QtBot, text: str, book: WordBook, language: str = "en") -> TextField:
    """Return a field, once it is checked."""
    field = TextField(text)
    qtbot.addWidget(field)
    field.check_spelling(language, ("Keisha Wright",), book)
    qtbot.waitUntil(
        lambda: field._spelling is not None and field._spelling._speller is not None, timeout=10_000
    )
    return field


def test_a_word_is_added_and_taken_out_in_its_place(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    book = WordBook(desk, bridge)
    english = field_checked(qtbot, "The ridelink and keisha.", book)
    spanish = field_checked(qtbot, "Vine en el ridelink.", WordBook(desk, bridge), "es")
    assert marked(english) == marked(spanish) == ["ridelink"]
    choose(english, "ridelink", ADD)
    assert spelling_words.added_words(desk) == ("ridelink",)
    assert marked(english) == marked(spanish) == []
    assert not english.document().firstBlock().layout().formats()
    choose(spanish, "ridelink", TAKE_OUT)
    assert marked(english) == marked(spanish) == ["ridelink"]
    assert not offered(english, "keisha")


def test_adding_a_word_can_be_undone(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    field = field_checked(qtbot, "The ridelink.", WordBook(desk, bridge))
    acts: list[str] = []

    def note(changes: Changes) -> None:
        acts.append(changes.act)

    bridge.changed.connect(note)
    choose(field, "ridelink", ADD)
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert marked(field) == ["ridelink"]


def test_what_belongs_to_an_added_word_is_taken_out_with_it(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    book = WordBook(desk, bridge)
    book.add("ridelink")
    field = field_checked(qtbot, "It was the ridelink’s driver.", book)
    assert marked(field) == []
    choose(field, "ridelink", "Take “ridelink’s” out of your words")
    assert spelling_words.added_words(desk) == () and marked(field) == ["ridelink’s"]


def test_nothing_is_added_where_nothing_can_be_written(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    desk.vault.session.read_only = True
    field = field_checked(qtbot, "The ridelink.", WordBook(desk, bridge))
    assert marked(field) == ["ridelink"] and ADD not in offered(field, "ridelink")


@pytest.mark.parametrize("view", [EASY, CODE])
@pytest.mark.parametrize("language", ["en", "es"])
def test_both_views_of_a_template_are_checked_and_add_words(
    qtbot: QtBot, desk: Desk, bridge: Bridge, view: str, language: str
) -> None:
    page = TemplateEditorPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(page)
    page.resize(1270, 640)
    page.show()
    page.visit(Wish("template", SHIPPED[language]))
    page.text.show_view(view)
    page.text.editor.moveCursor(QTextCursor.MoveOperation.End)
    page.text.editor.insertPlainText("\nridelink {{ client.full_name }}")
    marks = page.text.easy.spelling if view == EASY else page.text.code.highlighter
    qtbot.waitUntil(lambda: "ridelink" in marked(marks), timeout=10_000)
    assert marked(marks) == ["ridelink"]
    choose(marks, "ridelink", ADD)
    assert marked(marks) == [] and templates.templates(desk)


def test_a_book_that_rests_leaves_the_vault_alone_and_catches_up(desk: Desk, bridge: Bridge) -> None:
    book = WordBook(desk, bridge)
    book.rest()
    bridge.run(partial(spelling_words.add_word, desk, word="ridelink"), "")
    assert book.words() == frozenset()
    book.follow()
    assert book.words() == {"ridelink"}
    book.rest()
    desk.close()
    bridge.changed.emit(Changes(everything=True))


def test_a_template_that_was_left_reads_no_words_until_it_is_open_again(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = TemplateEditorPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(page)
    page.visit(Wish("template", SHIPPED["en"]))
    assert page.write()
    bridge.run(partial(spelling_words.add_word, desk, word="ridelink"))
    assert page._words.words() == {"ridelink"}
    assert page.leave()
    bridge.run(partial(spelling_words.take_out_word, desk, word="ridelink"))
    assert page._words.words() == {"ridelink"}
    page.visit(Wish("template", SHIPPED["en"]))
    assert page._words.words() == frozenset()
