"""Whatever is chosen, cut, pasted, deleted or dragged, no words come under a condition they did not have."""

from __future__ import annotations

from unittest.mock import MagicMock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest

from noshow_desk.letters.starters import starters
from noshow_desk.ui.templates import easy_drag
from noshow_desk.ui.templates.easy_document import Pill, pills
from noshow_desk.ui.templates.easy_editor import EasyEditor
from noshow_desk.ui.templates.easy_lines import OPENING
from tests.ui.templates.easy_letters import conditions, letters, numbered
from tests.ui.templates.editing import drop, place_of, undone


@pytest.fixture(autouse=True)
def no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drag goes nowhere by itself; what is dropped is words of the text that are moved."""
    monkeypatch.setattr(easy_drag, "QDrag", MagicMock())
    monkeypatch.setattr(EasyEditor, "_is_own", lambda _editor, _event: True)


PLACES = st.floats(0, 1)
LETTERS = letters() | st.sampled_from([numbered(one.source) for one in starters()])
OFTEN = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def shown(editor: EasyEditor, source: str, first: float, last: float) -> QTextCursor:
    """Show `source` and choose what stands between two places, 0 its beginning and 1 its end."""
    editor.set_value("")
    editor.set_value(source)
    end = editor.document().characterCount() - 1
    editor.choose(round(first * end), round(last * end))
    QGuiApplication.clipboard().clear()
    return editor.textCursor()


@OFTEN
@given(LETTERS, PLACES, PLACES)
def test_what_is_cut_and_pasted_again_says_the_same(
    editor: EasyEditor, source: str, first: float, last: float
) -> None:
    shown(editor, source, first, last)
    editor.cut()
    if editor.value() == source:  # it chose frames whole, or there was nothing to cut
        editor.cut()
    if QGuiApplication.clipboard().text():
        assert editor.value() != source
    editor.paste()
    assert editor.value() == source
    assert undone(editor) == source


@OFTEN
@given(LETTERS, PLACES, PLACES, st.sampled_from([Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Z]))
def test_what_is_deleted_or_typed_over_leaves_the_rest_as_it_was(
    editor: EasyEditor, source: str, first: float, last: float, key: Qt.Key
) -> None:
    shown(editor, source, first, last)
    before = conditions(source)
    for _again in range(2):
        QTest.keyClick(editor, key)
        now = conditions(editor.value().replace("z", ""))
        parts = {word for word in now if word not in before}  # of words that were cut in two
        assert {word: now[word] for word in now.keys() - parts} == {
            word: before[word] for word in now.keys() - parts
        }
    assert undone(editor) == source


@settings(OFTEN, max_examples=40)
@given(letters(), PLACES, PLACES, PLACES)
def test_what_is_dragged_over_an_edge_keeps_the_condition_of_that_frame(
    editor: EasyEditor, source: str, first: float, last: float, target: float
) -> None:
    reached = torn_frames(shown(editor, source, first, last))
    before = conditions(source)
    editor._drag()
    data = editor.createMimeDataFromSelection()
    place = round(target * (editor.document().characterCount() - 1))
    drop(editor, data, place_of(editor, place), Qt.DropAction.MoveAction)
    now = conditions(editor.value())
    for word, around in before.items():
        kept = [one for one in around if one.removeprefix("not ") in reached]
        assert [one for one in now.get(word, kept) if one.removeprefix("not ") in reached] == kept
    assert undone(editor) == source


def torn_frames(cursor: QTextCursor) -> set[str]:
    """Return what the frames ask for over whose edge the choice of `cursor` reaches."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    marks = [one for one in pills(cursor.document()) if one.frame]
    inside = {one.frame for one in marks if start < one.end and one.start < end}
    whole = {
        one.frame
        for one in marks
        if one.kind == "End" and all(start < other.end and other.start < end for other in of(one, marks))
    }
    return {one.spelling.split()[-2] for one in marks if one.frame in inside - whole and one.kind in OPENING}


def of(end: Pill, marks: list[Pill]) -> list[Pill]:
    """Return the marks of the frame that a mark ends."""
    return [one for one in marks if one.frame == end.frame]
