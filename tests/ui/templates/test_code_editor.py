"""The Code view finds its places also behind an emoji, which Qt counts as two letters."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from noshow_desk.i18n import Message
from noshow_desk.letters.fill import check_template
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.ui.templates.code_editor import CodeEditor

LINE = "😀 {{ client.first_nme | upper }} 🎉"


@pytest.fixture
def editor(qtbot: QtBot) -> CodeEditor:
    """A Code view with a wrong field behind an emoji."""
    made = CodeEditor()
    qtbot.addWidget(made)
    made.set_value("Hello\n" + LINE)
    return made


def wrong_field() -> TemplateProblem:
    """Return the problem of LINE on the second line."""
    return TemplateProblem(2, 6, Message("x"), "client.first_nme", "client.first_name")


def test_fix_it_replaces_the_wrong_name_and_nothing_else(editor: CodeEditor) -> None:
    (problem,) = check_template("Hello\n😀 {{ client.first_nme }}")
    assert editor.fix(problem)
    assert editor.value() == "Hello\n" + LINE.replace("first_nme", "first_name")
    assert not editor.fix(problem)


def test_a_problem_is_gone_to_and_completed_behind_an_emoji(editor: CodeEditor) -> None:
    editor.go_to(2, 6)
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == LINE[5:]
    editor.go_to(2, 500)
    assert editor.textCursor().atEnd()
    editor.go_to(2, 5)
    editor.insert_field("today")
    assert editor.value().endswith(LINE.replace("{{ ", "{{today "))


def test_colours_and_the_wave_stand_under_their_words(editor: CodeEditor) -> None:
    editor.show_problems([wrong_field()])
    document = editor.document()
    line = document.findBlockByNumber(1)
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    drawn = {
        (line.position() + one.start, one.length): one.format.underlineStyle() == wave
        for one in line.layout().formats()
    }
    wrong, used = document.find("client.first_nme"), document.find("upper")
    assert [place for place, waved in drawn.items() if waved] == [(wrong.selectionStart(), 16)]
    assert (used.selectionStart(), 5) in drawn
