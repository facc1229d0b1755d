"""Deleting in the Easy view: a frame goes whole or stays, and no words lose the condition they had."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from noshow_desk.ui.templates.easy_document import pills
from noshow_desk.ui.templates.easy_editor import EasyEditor
from tests.ui.templates.easy_letters import conditions
from tests.ui.templates.editing import KEYS, mark, undone

BRANCHES = "Above.\n{% if incident.moved %}\nMoved.\n{% else %}\nMissed.\n{% endif %}\nBelow."
INLINE = "I {% if incident.moved %}moved{% else %}missed{% endif %} it."
NESTED = (
    "alpha bravo\n{% if incident.moved %}\ncharlie {{ new.date }} delta\n{% if client.phone %}\necho"
    " foxtrot\n{% endif %}\ngolf {% if client.email %}hotel{% else %}india{% endif %} juliett\n{% else %}"
    "\nkilo lima\n{% endif %}\nmike november"
)
WORDS = re.findall(r"\w+", re.sub(r"\{.*?\}+", " ", NESTED))
SHIFT, CTRL, PLAIN = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.mark.parametrize("behind", [True, False])
@pytest.mark.parametrize("kind", ["OnlyIf", "End"])
@pytest.mark.parametrize(
    ("source", "without"),
    [(BRANCHES, "Above.\nBelow."), (INLINE, "I  it."), (BRANCHES[7:-7], "")],
)
def test_the_first_press_at_a_mark_chooses_the_frame_and_the_second_deletes_it(
    editor: EasyEditor, source: str, without: str, kind: str, behind: bool
) -> None:
    told: list[str] = []
    editor.not_put.connect(told.append)
    editor.set_value(source)
    mark(editor, kind, behind=behind)
    key = Qt.Key.Key_Backspace if behind else Qt.Key.Key_Delete
    QTest.keyClick(editor, key)
    assert editor.value() == source and "issed" in editor.textCursor().selectedText()
    assert len(told) == 1 and "press again" in told[0]
    QTest.keyClick(editor, key)
    assert editor.value() == without and len(told) == 1
    editor.undo()
    assert editor.value() == source


@pytest.mark.parametrize(
    ("source", "without"),
    [
        (BRANCHES, BRANCHES.replace("{% else %}\nMissed.\n", "")),
        (INLINE, INLINE.replace("{% else %}missed", "")),
    ],
)
def test_an_otherwise_goes_with_its_words_alone(editor: EasyEditor, source: str, without: str) -> None:
    editor.set_value(source)
    mark(editor, "Otherwise", behind=True)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.value() == source
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.value() == without and undone(editor) == source


def test_a_mark_that_is_chosen_alone_is_no_more_than_its_frame(editor: EasyEditor) -> None:
    editor.set_value(BRANCHES)
    mark(editor, "End", behind=False)
    editor.moveCursor(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
    QTest.keyClicks(editor, "x")
    assert editor.value() == BRANCHES.replace("Missed.\n", "Missed.\nx\n")


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_X])
def test_a_choice_over_an_edge_leaves_the_frame_and_says_so(editor: EasyEditor, key: Qt.Key) -> None:
    told: list[str] = []
    editor.not_put.connect(told.append)
    editor.set_value(BRANCHES)
    found = editor.document()
    editor.choose(found.find("ed.").selectionStart(), found.find("Mis").selectionEnd())
    QTest.keyClick(editor, key)
    typed = {Qt.Key.Key_Return: "\n", Qt.Key.Key_X: "x"}.get(key, "")
    assert editor.value() == BRANCHES.replace("ed.", typed, 1).replace("Missed", "sed")
    assert len(told) == 1 and undone(editor) == BRANCHES


@pytest.mark.parametrize("held", [PLAIN, SHIFT])
@pytest.mark.parametrize("source", ["", "One\n\nTwo", BRANCHES, "{# A note. #}"])
def test_enter_begins_a_line_each_time(editor: EasyEditor, source: str, held: Qt.KeyboardModifier) -> None:
    editor.set_value(source)
    for number in range(editor.document().blockCount()):
        place = editor.document().findBlockByNumber(2 * number).position()
        editor.choose(place, place)
        QTest.keyClick(editor, Qt.Key.Key_Return, held)
    assert editor.value() == "".join(f"\n{line}\n" for line in source.split("\n"))[:-1]
    assert undone(editor) == source


def known_conditions(source: str) -> dict[str, tuple[str, ...]]:
    """Return under which conditions each known word of `source` stands."""
    return {word: around for word, around in conditions(source).items() if word in WORDS}


MORE = st.sampled_from([(Qt.Key.Key_X, CTRL), (Qt.Key.Key_Backspace, CTRL), (Qt.Key.Key_Delete, CTRL)])
MARKED = st.tuples(st.just("from"), st.integers(0, 400), st.integers(0, 400))
STEPS = st.lists(st.one_of(st.tuples(KEYS, st.sampled_from([PLAIN, SHIFT])), MORE, MARKED), max_size=25)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_deleted_or_typed_over_no_words_lose_their_condition(
    editor: EasyEditor, steps: list[tuple[Qt.Key, Qt.KeyboardModifier] | tuple[str, int, int]]
) -> None:
    editor.set_value("")
    editor.set_value(NESTED)
    before = known_conditions(NESTED)
    for step in steps:
        if len(step) == 3:
            last = editor.document().characterCount() - 1
            editor.choose(min(step[1], last), min(step[2], last))
        else:
            QTest.keyClick(editor, *step)
        now = known_conditions(editor.value())
        assert now == {word: before[word] for word in now}
        assert all(one.whole for one in pills(editor.document()))
    assert undone(editor) == NESTED
