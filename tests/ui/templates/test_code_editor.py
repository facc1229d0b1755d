"""The Code view finds its places also behind an emoji, which Qt counts as two letters."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from noshow_desk.i18n import Message
from noshow_desk.letters.fill import check_template
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.ui.templates.code_editor import CodeEditor
from noshow_desk.ui.templates.highlighter import Tag, tags_in, words_outside

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


@pytest.mark.parametrize(
    ("text", "begun", "tags"),
    [
        ("no tag", "", []),
        ("{{ a }}b{% if c %}", "", [Tag("{{", 0, 7), Tag("{%", 8, 18)]),
        ("x {# begins", "", [Tag("{#", 2, 11, open=True)]),
        ("ends #} y", "{#", [Tag("{#", 0, 7)]),
        ("goes on", "{#", [Tag("{#", 0, 7, open=True)]),
        ("}} {{ a }}", "{%", [Tag("{%", 0, 10, open=True)]),
        ("{{ a", "", [Tag("{{", 0, 4, open=True)]),
    ],
)
def test_tags_of_a_line_also_of_several_lines(text: str, begun: str, tags: list[Tag]) -> None:
    assert list(tags_in(text, begun)) == tags


def test_spelling_is_checked_outside_of_tags_alone(qtbot: QtBot, editor: CodeEditor) -> None:
    lines = (
        "{# A remarck that",
        "goess on #}The intervew {{ clientt.nmae }} Baysyde was{% if new.daate %}Sorrry{% endif %}.",
        "😀 An apologgy.",
    )
    editor.set_value("\n".join(lines))
    marks = editor.highlighter
    marks.check("en")
    qtbot.waitUntil(lambda: bool(marks.misspelt(2)), timeout=10_000)
    found = [[one.word for one in marks.misspelt(line)] for line in range(3)]
    assert found == [[], ["intervew", "Sorrry"], ["apologgy"]]
    assert len(words_outside(editor.document(), 1)) == len(lines[1])
    place = editor.document().find("apologgy").selectionStart()
    line = editor.document().findBlockByNumber(2)
    assert line.position() + marks.misspelt(2)[0].start == place
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    assert any(one.format.underlineStyle() == wave for one in line.layout().formats())


def test_a_comment_over_several_lines_has_one_colour(editor: CodeEditor) -> None:
    editor.set_value("a {# b\nc\nd #} e")
    editor.highlighter.rehighlight()
    blocks = [editor.document().findBlockByNumber(at) for at in range(3)]
    places = [[(one.start, one.length) for one in block.layout().formats()] for block in blocks]
    assert places == [[(2, 4)], [(0, 1)], [(0, 4)]]
