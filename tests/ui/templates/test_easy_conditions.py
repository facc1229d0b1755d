"""Whatever is chosen, cut, pasted, deleted or dragged, no words come under a condition they did not have."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest

from noshow_desk.letters.starters import starters
from noshow_desk.ui.templates.easy_editor import EasyEditor
from tests.ui.templates.easy_letters import conditions, letters, numbered
from tests.ui.templates.editing import undone

PLACES = st.floats(0, 1)
LETTERS = letters() | st.sampled_from([numbered(one.source) for one in starters()])
OFTEN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


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
