"""Dragging in the Easy view: frames go whole, and what another program takes stays here."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.ui.kit.clipboard import PIECES
from noshow_desk.ui.templates import easy_drag
from noshow_desk.ui.templates.easy_editor import EasyEditor
from tests.ui.templates.editing import drop, easy_view, place_of

FRAME = "Above.\n{% if incident.granted %}\nInside {{ new.date }}.\n{% else %}\nElse.\n{% endif %}\nBelow."
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton


class Drags:
    """Stands for `QDrag`: a drag ends where `target` is, and is kept."""

    def __init__(self) -> None:
        self.data: list[QMimeData] = []
        self.acts: list[tuple[Qt.DropAction, Qt.DropAction]] = []
        self.source: QWidget | None = None
        self.target: QPointF | None = None  # in the text; None: another program takes it

    def __call__(self, source: QWidget) -> Drags:
        self.source = source
        return self

    def setMimeData(self, data: QMimeData) -> None:
        """Carry this."""
        self.data.append(data)

    def exec(self, acts: Qt.DropAction, act: Qt.DropAction) -> Qt.DropAction:
        """Put down what is carried."""
        self.acts.append((acts, act))
        editor = self.source.parent() if self.source is not None else None
        if self.target is not None and isinstance(editor, EasyEditor):
            drop(editor, self.data[-1], self.target, act)
        return act


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> Drags:
    """What is dragged."""
    made = Drags()
    monkeypatch.setattr(easy_drag, "QDrag", made)
    monkeypatch.setattr(EasyEditor, "_is_own", lambda _editor, event: event.dropAction() == MOVE)
    return made


@pytest.fixture
def editor(qtbot: QtBot) -> EasyEditor:
    """An Easy view with a frame."""
    return easy_view(qtbot, FRAME)


def choose(editor: EasyEditor, first: str, last: str) -> QPoint:
    """Choose from these words to those and return a place in the first of them."""
    found = editor.document().find(first)
    editor.choose(found.selectionStart(), editor.document().find(last).selectionEnd())
    return place_of(editor, found.selectionStart() + 1).toPoint()


def pull(editor: EasyEditor, place: QPoint, *, by: int = 40) -> None:
    """Press there, move the pointer so many pixels and let go."""
    QTest.mousePress(editor.viewport(), LEFT, pos=place)
    QTest.mouseMove(editor.viewport(), place + QPoint(by, 0))
    QTest.mouseRelease(editor.viewport(), LEFT, pos=place + QPoint(by, 0))


def test_what_another_program_takes_stays_in_the_text(editor: EasyEditor, drags: Drags) -> None:
    pull(editor, choose(editor, "Above", "Above"))
    assert [data.text() for data in drags.data] == ["Above"] and drags.acts == [(COPY | MOVE, MOVE)]
    assert drags.source is editor.viewport()
    assert editor.value() == FRAME and not editor.document().isUndoAvailable()


def test_half_a_frame_is_dragged_as_a_whole_and_that_is_told(editor: EasyEditor, drags: Drags) -> None:
    told: list[str] = []
    editor.not_put.connect(told.append)
    drags.target = place_of(editor, "Above")
    pull(editor, choose(editor, "Inside", "Else"))
    frame = FRAME.removeprefix("Above.\n").removesuffix("Below.")
    assert bytes(drags.data[0].data(PIECES).data()).decode() == frame
    assert len(told) == 1 and "dragged with all" in told[0]
    assert editor.value() == f"{frame}Above.\nBelow."
    editor.undo()
    assert editor.value() == FRAME and not editor.document().isUndoAvailable()


def test_words_are_moved_in_one_act(editor: EasyEditor, drags: Drags) -> None:
    drags.target = place_of(editor, "Below")
    pull(editor, choose(editor, "Above", "Above"))
    assert editor.value() == FRAME.replace("Above", "").replace("Below", "AboveBelow")
    editor.undo()
    assert editor.value() == FRAME and not editor.document().isUndoAvailable()


def test_what_is_dropped_where_it_was_stays(editor: EasyEditor, drags: Drags) -> None:
    drags.target = place_of(editor, "Below")
    pull(editor, choose(editor, "Above", "Below"))
    assert len(drags.data) == 1 and editor.value() == FRAME and not editor.document().isUndoAvailable()


def test_a_text_that_only_shows_lends_a_copy(editor: EasyEditor, drags: Drags) -> None:
    editor.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    drags.target = place_of(editor, "Above")
    pull(editor, choose(editor, "Inside", "Else"))
    assert drags.acts == [(COPY, COPY)] and editor.value() == FRAME
    assert "Otherwise" not in drags.data[0].text()


def test_a_press_on_what_is_chosen_without_a_drag_gives_the_choice_up(
    editor: EasyEditor, drags: Drags
) -> None:
    pull(editor, choose(editor, "Above", "Above"), by=QApplication.startDragDistance() - 1)
    assert drags.data == [] and not editor.textCursor().hasSelection()


def test_words_are_chosen_by_the_pointer_after_a_drag_too(editor: EasyEditor, drags: Drags) -> None:
    pull(editor, choose(editor, "Above", "Above"))
    below = place_of(editor, "Below").toPoint()
    pull(editor, below, by=200)
    assert len(drags.data) == 1 and editor.textCursor().selectedText() == "Below."
    QTest.mouseMove(editor.viewport(), below)
    assert len(drags.data) == 1 and editor.textCursor().selectedText() == "Below."


def test_a_press_with_shift_goes_on_choosing(editor: EasyEditor, drags: Drags) -> None:
    place = choose(editor, "Above", "Above")
    editor.choose(editor.textCursor().selectionStart(), editor.document().find("bove").selectionStart())
    QTest.mousePress(editor.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, place)
    QTest.mouseMove(editor.viewport(), place + QPoint(200, 0))
    QTest.mouseRelease(editor.viewport(), LEFT, pos=place + QPoint(200, 0))
    assert drags.data == [] and editor.textCursor().selectedText() == "Above."


def test_it_is_a_drag_of_qt(editor: EasyEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    ends: list[str] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_acts: ends.append(drag.mimeData().text()))
    pull(editor, choose(editor, "Above", "Above"))
    assert ends == ["Above"]
