"""What is copied, cut, pasted, dragged and dropped in the Easy view arrives whole, also under the guard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from noshow_desk.ui.kit.clipboard import holds_ours
from noshow_desk.ui.kit.row_list import RowRole
from noshow_desk.ui.session.guard import Guard
from noshow_desk.ui.templates.code_editor import CodeEditor
from noshow_desk.ui.templates.easy_document import pills
from noshow_desk.ui.templates.easy_editor import EasyEditor
from noshow_desk.ui.templates.palette import FieldPalette
from tests.ui.templates.editing import drop, easy_view, place_of, stand, undone

FRAME = "Above.\n{% if incident.granted %}\nInside {{ new.date }}.\n{% else %}\nElse.\n{% endif %}\nBelow."
LIST = "{% for row in plan.if_thens %}\n- {{ row.if_part }} · {{ row.then_part }}\n{% endfor %}"
CTRL = Qt.KeyboardModifier.ControlModifier


class Here(QObject):
    """Stands for the watch over the session, which a test has none of."""

    class _Left:
        def connect(self, _slot: object) -> None:
            """Nobody ever leaves."""

    left = _Left()

    def start(self) -> None:
        """Watch nothing."""


@pytest.fixture
def guard(qapp: QApplication, qtbot: QtBot) -> Iterator[Guard]:
    """The filter over all events of the app, as the program installs it."""
    QGuiApplication.clipboard().clear()
    made = Guard(qapp, 3600, away=Here())  # type: ignore[arg-type]
    turned: list[bool] = []
    QTimer.singleShot(0, lambda: turned.append(True))  # behind the one by which it begins
    qtbot.waitUntil(lambda: bool(turned), timeout=10_000)
    yield made
    qapp.removeEventFilter(made)
    made.clipboard.clear()
    shiboken6.delete(made)


@pytest.fixture
def editor(qtbot: QtBot) -> EasyEditor:
    """An Easy view with a frame."""
    return easy_view(qtbot, FRAME)


def choose(editor: EasyEditor, first: str, last: str, *, before: bool = False) -> None:
    """Choose from these words to those, or to the place before those."""
    start = editor.document().find(first).selectionStart()
    end = editor.document().find(last)
    editor.choose(start, end.selectionStart() if before else end.selectionEnd())


def choose_pill(editor: EasyEditor, spelling: str) -> None:
    """Choose one pill."""
    pill = next(one for one in pills(editor.document()) if one.spelling == spelling)
    editor.choose(pill.start, pill.end)


def press(field: EasyEditor | CodeEditor | QLineEdit, *keys: Qt.Key) -> None:
    """Press these keys with Ctrl."""
    for key in keys:
        QTest.keyClick(field, key, CTRL)


COPY, CUT, PASTE = Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V


def test_a_field_cut_and_pasted_by_keys_is_a_field_again(guard: Guard, editor: EasyEditor) -> None:
    choose_pill(editor, "{{ new.date }}")
    press(editor, CUT)
    assert editor.value() == FRAME.replace("{{ new.date }}", "") and holds_ours()
    press(editor, PASTE)
    assert editor.value() == FRAME and undone(editor) == FRAME


@pytest.mark.parametrize("source", [FRAME, f"Plan:\n{LIST}\nEnd.", "**Bold {{ new.date }}** and “plain”."])
def test_all_that_is_copied_by_keys_comes_back_in_another_template(
    guard: Guard, qtbot: QtBot, source: str
) -> None:
    editor, other = easy_view(qtbot, source), easy_view(qtbot, "")
    editor.selectAll()
    press(editor, COPY)
    press(other, PASTE)
    assert other.value() == source and "{" not in other.toPlainText()


def test_half_a_frame_lends_no_more_than_its_words(guard: Guard, qtbot: QtBot, editor: EasyEditor) -> None:
    choose(editor, "ove.", "Inside", before=True)
    editor.choose(editor.textCursor().selectionStart(), editor.document().find("Else").selectionStart())
    press(editor, COPY)
    other = easy_view(qtbot, "")
    press(other, PASTE)
    assert other.value() == "ove.\nInside {{ new.date }}.\n" and editor.value() == FRAME


def test_half_a_frame_is_cut_as_a_whole_at_the_second_time(guard: Guard, editor: EasyEditor) -> None:
    told: list[str] = []
    editor.not_put.connect(told.append)
    choose(editor, "ide ", "Bel")
    press(editor, CUT)
    assert editor.value() == FRAME and len(told) == 1 and "cut again" in told[0]
    assert QGuiApplication.clipboard().text() == ""
    press(editor, CUT)
    assert editor.value() == "Above.\now." and holds_ours()
    press(editor, PASTE)
    assert editor.value() == FRAME and len(told) == 1
    assert undone(editor) == FRAME


@pytest.mark.parametrize("words", ["Inside ", "Above."])
def test_words_that_are_cut_come_under_no_condition_but_that_of_their_place(
    guard: Guard, editor: EasyEditor, words: str
) -> None:
    choose(editor, words, words)
    press(editor, CUT)
    stand(editor, "Else")
    press(editor, PASTE)
    assert editor.value() == FRAME.replace(words, "").replace("Else", f"{words}Else")


def test_words_copied_over_an_edge_are_told_to_go_without_the_frame(guard: Guard, editor: EasyEditor) -> None:
    told: list[str] = []
    editor.not_put.connect(told.append)
    choose(editor, "Inside", "Inside")
    press(editor, COPY)
    assert told == []
    choose(editor, "Inside", "Else")
    press(editor, COPY)
    assert len(told) == 1 and "Only words" in told[0]


def test_a_paste_over_an_edge_leaves_the_frame_and_says_so(editor: EasyEditor) -> None:
    told: list[str] = []
    editor.not_put.connect(told.append)
    data = QMimeData()
    data.setText("here")
    for put in (lambda: editor.insertFromMimeData(data), lambda: editor.insert_field("client.phone")):
        choose(editor, "Inside", "El")
        put()
        assert "\n{% else %}\nse." in editor.value() and undone(editor) == FRAME
    assert len(told) == 2 and "frame" in told[0]


def test_the_mark_of_a_frame_alone_is_no_piece_to_copy(guard: Guard, editor: EasyEditor) -> None:
    choose_pill(editor, "{% if incident.granted %}")
    press(editor, COPY)
    assert QGuiApplication.clipboard().text() == ""
    press(editor, CUT)
    assert editor.value() == FRAME and "Inside" in editor.textCursor().selectedText()


def test_elsewhere_it_is_read_as_words_and_as_code(guard: Guard, qtbot: QtBot, editor: EasyEditor) -> None:
    choose(editor, "Inside", "Inside")
    editor.moveCursor(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
    press(editor, COPY)
    line, code = QLineEdit(), CodeEditor()
    qtbot.addWidget(line)
    qtbot.addWidget(code)
    press(line, PASTE)
    press(code, PASTE)
    assert line.text() == "Inside [New date]." and code.value() == "Inside {{ new.date }}."
    code.selectAll()
    press(code, COPY)
    choose(editor, "Else.", "Else.")
    press(editor, PASTE)
    assert editor.value() == FRAME.replace("Else.", "Inside {{ new.date }}.")


def test_what_the_menu_copies_is_marked_and_goes_with_the_rest(guard: Guard, editor: EasyEditor) -> None:
    choose_pill(editor, "{{ new.date }}")
    editor.copy()
    assert holds_ours() and guard.clipboard._pause.isActive()
    editor.cut()
    assert holds_ours() and editor.value() == FRAME.replace("{{ new.date }}", "")
    guard.clipboard.clear()
    editor.paste()
    assert editor.value() == FRAME.replace("{{ new.date }}", "")


@pytest.mark.parametrize("piece", [LIST, "{% if client.phone %}\nCall me.\n{% endif %}"])
@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("Before after", "after", "Before\n{piece}\nafter"),
        ("Sincerely,", "Sincerely", "{piece}\nSincerely,"),
        ("One\n\nTwo", "Two", "One\n\n{piece}\nTwo"),
    ],
)
def test_a_frame_pasted_into_a_line_keeps_lines_of_its_own(
    qtbot: QtBot, piece: str, source: str, words: str, expected: str
) -> None:
    editor, data = easy_view(qtbot, source), QMimeData()
    stand(editor, words)
    data.setText(piece)
    editor.insertFromMimeData(data)
    assert editor.value() == expected.format(piece=piece)
    QTest.keyClicks(editor, "Go on ")
    assert f"\nGo on {words}" in editor.value() and undone(editor) == source


def test_a_full_stop_is_not_left_alone_behind_a_list(qtbot: QtBot) -> None:
    editor, data = easy_view(qtbot, "I did not call.\nSorry."), QMimeData()
    data.setText(LIST)
    for put in (lambda: editor.insertFromMimeData(data), lambda: editor.insert_field("plan.if_thens")):
        stand(editor, ".")
        put()
        assert editor.value() == f"I did not call.\n{LIST}\nSorry."
        undone(editor)


def test_half_a_frame_from_the_code_is_told_and_its_words_are_taken(editor: EasyEditor) -> None:
    told: list[str] = []
    editor.not_put.connect(told.append)
    data = QMimeData()
    data.setText("{% else %}\nA {{ client.phone }}\n{% if incident.spoke %}\nB {% endif %}C\n{% endfor %}")
    stand(editor, "Below")
    editor.insertFromMimeData(data)
    assert editor.value() == FRAME.replace(
        "Below", "A {{ client.phone }}\n{% if incident.spoke %}\nB {% endif %}CBelow"
    )
    assert len(told) == 1 and "left out" in told[0] and undone(editor) == FRAME


def dragged(name: str) -> QMimeData:
    """Return what the list of fields lends of one."""
    palette = FieldPalette()
    rows = [palette.model.index(row, 0) for row in range(palette.model.rowCount())]
    return palette.model.mimeData([next(one for one in rows if one.data(RowRole).key == name)])


def test_a_dropped_yes_or_no_is_a_frame_and_a_dropped_list_too(editor: EasyEditor) -> None:
    below = place_of(editor, editor.document().find("Below").selectionEnd())
    assert drop(editor, dragged("incident.should_ask"), below)
    assert editor.value() == FRAME.replace("Below.", "{% if incident.should_ask %}\nBelow.\n{% endif %}")
    assert undone(editor) == FRAME
    assert drop(editor, dragged("plan.if_thens"), place_of(editor, 0))
    assert editor.value() == f"{LIST}\n{FRAME}"
    assert undone(editor) == FRAME


@pytest.mark.parametrize(("part", "before"), [(0.2, True), (0.8, False)])
def test_what_is_dropped_on_a_pill_goes_beside_it(editor: EasyEditor, part: float, before: bool) -> None:
    pill = next(one for one in pills(editor.document()) if one.kind == "Field")
    at = place_of(editor, pill.start + round((pill.end - pill.start) * part))
    words = QMimeData()
    words.setText("words")
    for data, said in ((dragged("client.phone"), "{{ client.phone }}"), (words, "words")):
        assert drop(editor, data, at)
        both = f"{said}{{{{ new.date }}}}" if before else f"{{{{ new.date }}}}{said}"
        assert editor.value() == FRAME.replace("{{ new.date }}", both) and undone(editor) == FRAME


def test_an_editor_that_only_shows_takes_no_drop(editor: EasyEditor) -> None:
    editor.setReadOnly(True)
    assert not drop(editor, dragged("client.phone"), place_of(editor, 2)) and editor.value() == FRAME


def test_blanks_that_keep_words_together_outlive_the_code(qtbot: QtBot) -> None:
    code = CodeEditor()
    qtbot.addWidget(code)
    code.set_value("No.\u00a010")
    code.insertPlainText("x")
    assert code.value() == "xNo.\u00a010"
    code.selectAll()
    assert code.createMimeDataFromSelection().text() == "xNo.\u00a010"
