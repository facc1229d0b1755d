"""Whatever keys and pointer do to the Easy view, it stays whole, and all of it can be undone."""

from __future__ import annotations

from unittest.mock import MagicMock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk.letters.easy import NotEasy, pieces_of, source_of
from noshow_desk.ui.templates import easy_drag
from noshow_desk.ui.templates.easy_document import pills
from noshow_desk.ui.templates.easy_editor import EasyEditor
from tests.ui.templates.easy_letters import letters
from tests.ui.templates.editing import KEYS, easy_view, undone

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
HELD = st.sampled_from([Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, CTRL])
MORE = st.sampled_from([Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_B, Qt.Key.Key_A])
PIECES = st.sampled_from(
    [
        "{{",
        "}}",
        "{% endif %}",
        "{% else %}",
        "{% if client.phone %}x{% else %}y{% endif %}",
        "{% if client.phone %}\nx\n{% endif %}",
        "two\nlines",
        "**",
        "{#",
        "\U0001f600",
        "{{ client.phone }}",
    ]
)
POINTS = st.tuples(st.integers(0, 500), st.integers(0, 400))
STEPS = st.lists(
    st.tuples(st.just("key"), KEYS, HELD)
    | st.tuples(st.just("key"), MORE, st.just(CTRL))
    | st.tuples(st.just("paste"), PIECES, st.none())
    | st.tuples(st.just("pull"), POINTS, POINTS)
    | st.tuples(st.just("double"), POINTS, st.none()),
    max_size=20,
)


@pytest.fixture
def twin(qtbot: QtBot) -> EasyEditor:
    """Another Easy view."""
    return easy_view(qtbot)


def do(editor: EasyEditor, kind: str, what: object, how: object) -> None:
    """Do one step."""
    ground = editor.viewport()
    if kind == "key":
        QTest.keyClick(editor, what, how)
    elif kind == "paste":
        data = QMimeData()
        data.setText(str(what))
        editor.insertFromMimeData(data)
    elif kind == "pull":
        QTest.mousePress(ground, LEFT, pos=QPoint(*what))
        QTest.mouseMove(ground, QPoint(*how))
        QTest.mouseRelease(ground, LEFT, pos=QPoint(*how))
    else:
        QTest.mouseDClick(ground, LEFT, pos=QPoint(*what))


def check(editor: EasyEditor, twin: EasyEditor) -> None:
    """See that pills and frames are whole, and that another view shows the same text."""
    around: list[int] = []
    for one in pills(editor.document()):
        assert one.whole
        if one.kind in ("OnlyIf", "ForEach"):
            around.append(one.frame)
        elif one.frame:
            assert around and around[-1] == one.frame
            around = around[:-1] if one.kind == "End" else around
    assert not around
    try:
        said = source_of(pieces_of(editor.value()))
    except NotEasy:
        return  # braces that were typed as words
    twin.set_value(said)
    assert twin.value() == said


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(letters(), STEPS)
def test_keys_and_pointer_leave_the_text_whole(
    editor: EasyEditor,
    twin: EasyEditor,
    monkeypatch: pytest.MonkeyPatch,
    source: str,
    steps: list[tuple[str, object, object]],
) -> None:
    monkeypatch.setattr(easy_drag, "QDrag", MagicMock())
    editor.set_value("")
    editor.set_value(source)
    for step in steps:
        do(editor, *step)
        check(editor, twin)
    assert undone(editor) == source
