"""Each act in the Easy view is one step of undo, which brings the text back and leaves the cursor near."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from noshow_desk.i18n import Message
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.ui.templates.easy_document import pills
from noshow_desk.ui.templates.easy_editor import EasyEditor
from noshow_desk.ui.templates.easy_menu import pill_menu
from tests.ui.templates.editing import drop, mark, place_of, stand

SOURCE = (
    "Dear {{ client.first_name }}, good **morning**.\n\nAbove it.\n{% if incident.granted %}\nInside"
    " {{ new.date }}, {% if client.phone %}call{% else %}write{% endif %} me.\n{% else %}\nInstead.\n"
    "{% endif %}\nBelow it.\n\n{% for row in plan.if_thens %}\n- {{ row.if_part }}\n{% endfor %}\nMisspeled"
    " {{ client.phon }}, {{ client.emal }}."
)
LIST = "{% for row in plan.if_thens %}\n- {{ row.if_part }}\n{% endfor %}"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Act = Callable[[EasyEditor], object]


def typed(words: str) -> Act:
    """Return the act of typing this."""
    return lambda editor: QTest.keyClicks(editor, words)


def pressed(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Act:
    """Return the act of pressing this."""
    return lambda editor: QTest.keyClick(editor, key, held)


def composed(words: str) -> Act:
    """Return the act of composing this with an input method."""

    def compose(editor: EasyEditor) -> None:
        for said, done in ((words[:1], ""), (words, ""), ("", words)):
            event = QInputMethodEvent(said, [])
            event.setCommitString(done)
            QApplication.sendEvent(editor, event)

    return compose


def pasted(text: str) -> Act:
    """Return the act of pasting this."""

    def paste(editor: EasyEditor) -> None:
        QGuiApplication.clipboard().setText(text)
        editor.paste()

    return paste


def dropped(text: str, words: str) -> Act:
    """Return the act of dropping this before some words."""

    def put(editor: EasyEditor) -> None:
        data = QMimeData()
        data.setText(text)
        assert drop(editor, data, place_of(editor, words))

    return put


def offered(words: str) -> Act:
    """Return the act of putting in the field that Ctrl+Space offers for some words."""

    def offer(editor: EasyEditor) -> None:
        QTest.keyClick(editor, Qt.Key.Key_Space, CTRL)
        QTest.keyClicks(editor, words)
        editor._offers.activated.emit(editor._offers.currentCompletion())
        editor._offers.close()

    return offer


def chosen_in_menu(kind: str, text: str, spelling: str = "") -> Act:
    """Return the act of choosing in the menu of a pill."""

    def choose_act(editor: EasyEditor) -> None:
        found = (one for one in pills(editor.document()) if one.kind == kind and spelling in one.spelling)
        menu = pill_menu(editor, next(found))
        next(one for one in menu.actions() if text in one.text()).trigger()

    return choose_act


def choose(first: str, last: str) -> Act:
    """Choose from these words to those."""

    def choose_words(editor: EasyEditor) -> None:
        document = editor.document()
        editor.choose(document.find(first).selectionStart(), document.find(last).selectionEnd())

    return choose_words


def choose_pill(editor: EasyEditor, spelling: str) -> None:
    """Choose one field."""
    pill = next(one for one in pills(editor.document()) if one.spelling == spelling)
    editor.choose(pill.start, pill.end)


def choose_frame(editor: EasyEditor) -> None:
    """Choose a frame by its mark."""
    mark(editor, "OnlyIf", behind=True)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)


def fixed(line: int, column: int, wrong: str, meant: str) -> Act:
    """Return the act of taking a correction."""
    return lambda editor: editor.fix(TemplateProblem(line, column, Message("x"), wrong, meant))


def at(words: str, *, behind: bool = False) -> Act:
    """Stand before or behind these words."""
    return partial(stand, words=words, behind=behind)


def beside(kind: str, *, behind: bool) -> Act:
    """Stand beside the first mark of a kind."""
    return partial(mark, kind=kind, behind=behind)


PLACES = {
    "in words": at("bove it"),
    "at the end": at("Misspeled"),
    "before a field": at("Dear ", behind=True),
    "in bold": at("orning"),
    **{
        f"{'behind' if behind else 'before'} {kind}": beside(kind, behind=behind)
        for kind in ("OnlyIf", "Otherwise", "End", "ForEach")
        for behind in (False, True)
    },
}
CHOICES = {
    "a word": choose("Above", "Above"),
    "two lines": choose("Above", "Above it."),
    "a field": lambda editor: choose_pill(editor, "{{ new.date }}"),
    "a frame": choose_frame,
    "over an edge": choose("bove", "Insi"),
    "over an otherwise": choose("Inside", "Inst"),
    "all": EasyEditor.selectAll,
}
WRITTEN = {
    "a letter": typed("x"),
    "words": typed("three new words"),
    "a blank first": typed(" and on"),
    "composed": composed("ñandú"),
    "a line": pressed(Qt.Key.Key_Return),
    "a soft line": pressed(Qt.Key.Key_Return, SHIFT),
    "pasted words": pasted("some words"),
    "pasted lines": pasted("some\nlines"),
    "a pasted field": pasted("{{ client.phone }}"),
    "a pasted list": pasted(LIST),
    "a field": lambda editor: editor.insert_field("client.phone"),
    "a list": lambda editor: editor.insert_field("plan.if_thens"),
}
DELETED = {
    "backspace": pressed(Qt.Key.Key_Backspace),
    "delete": pressed(Qt.Key.Key_Delete),
    "a word back": pressed(Qt.Key.Key_Backspace, CTRL),
    "a word": pressed(Qt.Key.Key_Delete, CTRL),
    "cut": pressed(Qt.Key.Key_X, CTRL),
}
OTHER = {
    "only if, a line": (at("bove it"), lambda editor: editor.wrap("client.phone")),
    "only if, a word": (choose("Above", "Above"), lambda editor: editor.wrap("client.phone")),
    "a yes-or-no": (at("bove it"), lambda editor: editor.insert_field("incident.refused")),
    "bold": (choose("Above", "Above"), pressed(Qt.Key.Key_B, CTRL)),
    "plain": (at("orning"), pressed(Qt.Key.Key_B, CTRL)),
    "dropped words": (at("elow it"), dropped("some words", "elow it")),
    "a dropped list": (at("elow it"), dropped(LIST, "elow it")),
    "a field mended": (at("Misspeled"), fixed(14, 11, "client.phon", "client.phone")),
    "a way to write": (at("nside"), chosen_in_menu("Field", "day, ", "new.date")),
    "turned round": (at("bove"), chosen_in_menu("OnlyIf", "Turn it round")),
    "a frame taken away": (at("nside"), chosen_in_menu("OnlyIf", "keep the words")),
    "a list taken away": (at("bove"), chosen_in_menu("ForEach", "keep the words")),
    "a field in bold": (at("good"), chosen_in_menu("Field", "Bold")),
    "only if it is there": (at("bove it"), chosen_in_menu("Field", "Only if it is there")),
}


def is_one_step(editor: EasyEditor, stands: Act, act: Act) -> bool:
    """Do an act, undo it once, do it again and undo it; say whether it did anything."""
    editor.set_value(SOURCE)
    stands(editor)
    cursor = editor.textCursor()
    near = range(line_of(editor, cursor.selectionStart()) - 1, line_of(editor, cursor.selectionEnd()) + 2)
    act(editor)
    done = editor.value()
    for _again in range(2 if done != SOURCE else 0):
        editor.undo()
        assert editor.value() == SOURCE and not editor.document().isUndoAvailable()
        assert line_of(editor, editor.textCursor().position()) in near
        editor.redo()
        assert editor.value() == done and not editor.document().isRedoAvailable()
    return done != SOURCE


def line_of(editor: EasyEditor, position: int) -> int:
    """Return in which line a position is."""
    return editor.document().findBlock(position).blockNumber()


@pytest.mark.parametrize("place", [*PLACES, *CHOICES])
@pytest.mark.parametrize("act", WRITTEN)
def test_what_is_written_or_put_in_is_one_step(editor: EasyEditor, place: str, act: str) -> None:
    done = is_one_step(editor, (PLACES | CHOICES)[place], WRITTEN[act])
    assert done or "list" in act  # a third frame inside two is not put in


@pytest.mark.parametrize("place", [*PLACES, *CHOICES])
@pytest.mark.parametrize("act", DELETED)
def test_what_is_deleted_is_one_step(editor: EasyEditor, place: str, act: str) -> None:
    done = is_one_step(editor, (PLACES | CHOICES)[place], DELETED[act])
    assert done or place not in ("in words", "a word", "all", "a frame") or act == "cut"


@pytest.mark.parametrize("name", OTHER)
def test_any_other_act_is_one_step(editor: EasyEditor, name: str) -> None:
    assert is_one_step(editor, *OTHER[name])


def test_what_is_offered_is_one_step_and_what_was_typed_for_it_another(editor: EasyEditor) -> None:
    editor.set_value(SOURCE)
    stand(editor, "bove it")
    offered("phone")(editor)
    assert "A{{ client.phone }}bove" in editor.value()
    editor.undo()
    assert editor.value() == SOURCE.replace("Above", "Aphonebove")
    editor.undo()
    assert editor.value() == SOURCE and not editor.document().isUndoAvailable()


def test_each_line_that_is_typed_is_a_step(editor: EasyEditor) -> None:
    editor.set_value(SOURCE)
    mark(editor, "OnlyIf", behind=False)
    QTest.keyClicks(editor, "First line")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "Second line")
    said = []
    while editor.document().isUndoAvailable():
        editor.undo()
        said.append(editor.value())
    first = SOURCE.replace("{% if incident", "First line\n{% if incident")
    assert said == [first.replace("line\n", "line\n\n", 1), first, SOURCE]


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Home])
def test_what_is_typed_after_a_key_that_leads_nowhere_is_one_step(editor: EasyEditor, key: Qt.Key) -> None:
    editor.set_value("{{ client.phone }} is mine.")
    QTest.keyClick(editor, key)
    QTest.keyClicks(editor, "word")
    editor.undo()
    assert editor.value() == "{{ client.phone }} is mine." and not editor.document().isUndoAvailable()
    editor.redo()
    assert editor.value() == "word{{ client.phone }} is mine."
    assert all(one.whole for one in pills(editor.document()))
