"""The Easy view: pills and frames behave as one thing, and the template text stays exact."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from noshow_desk.i18n import Message
from noshow_desk.letters.easy import NotEasy
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.letters.starters import starters
from noshow_desk.ui.dress import dress
from noshow_desk.ui.templates import easy_acts, easy_choice, easy_document, easy_editor, easy_lines
from noshow_desk.ui.templates.easy_document import pills
from noshow_desk.ui.templates.easy_editor import EasyEditor
from noshow_desk.ui.templates.easy_menu import only_if_menu, pill_menu, selection_menu, turned
from noshow_desk.ui.templates.easy_paint import frames_of
from noshow_desk.ui.theme import current_look
from tests.ui.templates.editing import KEYS, easy_view, stand, undone

LETTER = (
    "Dear {{ interviewer.formal_name }},\n\n{% if incident.granted %}\nSee you on {{ new.date | long_date }}."
    "\n{% else %}\nThank you.\n{% endif %}\n\n{{ client.full_name }}"
)


@pytest.fixture
def editor(qtbot: QtBot) -> EasyEditor:
    """An Easy view with a letter."""
    return easy_view(qtbot, LETTER)


def chosen(menu: QMenu, text: str) -> None:
    """Choose the action with this text."""
    next(action for action in menu.actions() if text in action.text()).trigger()


@pytest.mark.parametrize("starter", starters(), ids=lambda one: one.id)
def test_every_starter_comes_back_to_the_letter(qtbot: QtBot, starter: object) -> None:
    source = getattr(starter, "source", "")
    made = easy_view(qtbot, source)
    assert made.value() == source
    assert "{" not in made.toPlainText()


def test_no_brace_is_shown_and_words_are_real_text(editor: EasyEditor) -> None:
    shown = editor.toPlainText().replace("\u00a0", " ")
    assert "Title and last name" in shown and "Only if a second chance was given" in shown
    assert "{" not in shown and "\ufffc" not in shown


def test_typing_beside_a_pill_stays_outside_of_it(editor: EasyEditor) -> None:
    stand(editor, ",")
    QTest.keyClicks(editor, "x")
    assert editor.value().startswith("Dear {{ interviewer.formal_name }}x,")
    QTest.keyClick(editor, Qt.Key.Key_Home)
    QTest.keyClicks(editor, "My ")
    assert editor.value().startswith("My Dear {{")


def test_words_typed_over_a_choice_that_begins_with_a_pill_are_all_there(editor: EasyEditor) -> None:
    source = "{{ client.first_name }} was here."
    editor.set_value(source)
    editor.selectAll()
    QTest.keyClicks(editor, "Nobody")
    assert editor.value() == "Nobody"
    assert undone(editor) == source
    editor.selectAll()
    event = QInputMethodEvent()
    event.setCommitString("Ñ")
    QApplication.sendEvent(editor, event)
    assert editor.value() == "Ñ"


def test_typing_is_undone_in_words_not_in_letters(editor: EasyEditor) -> None:
    QTest.keyClicks(editor, "Hello")
    editor.undo()
    assert editor.value() == LETTER


def test_backspace_takes_a_whole_pill_and_undo_brings_it_back(editor: EasyEditor) -> None:
    stand(editor, ",")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.value().startswith("Dear ,")
    editor.undo()
    assert editor.value() == LETTER


def test_the_cursor_steps_over_a_pill(editor: EasyEditor) -> None:
    stand(editor, "Dear ", behind=True)
    before = editor.textCursor().position()
    QTest.keyClick(editor, Qt.Key.Key_Right)
    first = next(pills(editor.document()))
    assert (before, editor.textCursor().position()) == (first.start, first.end)
    QTest.keyClick(editor, Qt.Key.Key_Left)
    assert editor.textCursor().position() == first.start


def test_frames_are_drawn_around_each_part(editor: EasyEditor) -> None:
    assert [(one.first, one.last) for one in frames_of(editor.document())] == [(2, 3), (4, 6)]


def test_only_if_goes_around_the_lines_that_are_chosen(editor: EasyEditor) -> None:
    stand(editor, "Dear")
    editor.wrap("incident.refused")
    assert editor.value().startswith(
        "{% if incident.refused %}\nDear {{ interviewer.formal_name }},\n{% endif %}\n"
    )
    editor.undo()
    assert editor.value() == LETTER


def test_only_if_goes_around_words_inside_a_line(editor: EasyEditor) -> None:
    found = editor.document().find("you.")
    editor.setTextCursor(found)
    editor.wrap("client.phone")
    assert "Thank {% if client.phone %}you.{% endif %}" in editor.value()


def test_only_if_never_cuts_a_frame_in_two(editor: EasyEditor) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(editor.document().find("See you").selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.wrap("client.phone")
    assert editor.value() == LETTER


def test_a_list_of_records_comes_as_a_frame_with_its_parts(editor: EasyEditor) -> None:
    editor.set_value("")
    editor.insert_field("plan.if_thens")
    assert editor.value() == (
        "{% for row in plan.if_thens %}\n- {{ row.if_part }} · {{ row.then_part }}\n{% endfor %}\n"
    )


def test_the_menu_of_a_field_changes_how_it_is_written(editor: EasyEditor) -> None:
    pill = next(one for one in pills(editor.document()) if "new.date" in one.spelling)
    chosen(pill_menu(editor, pill), "Mar 13")
    assert "{{ new.date | short_date }}" in editor.value()
    editor.undo()
    assert editor.value() == LETTER


def test_the_menu_of_a_frame_turns_it_and_takes_it_away(editor: EasyEditor) -> None:
    mark = next(one for one in pills(editor.document()) if one.kind == "OnlyIf")
    assert turned(mark) == "{% if not incident.granted %}"
    chosen(pill_menu(editor, mark), "Turn it round")
    assert "{% if not incident.granted %}" in editor.value()
    mark = next(one for one in pills(editor.document()) if one.kind == "OnlyIf")
    chosen(pill_menu(editor, mark), "keep the words")
    assert "{%" not in editor.value() and "\nSee you on" in editor.value()


def test_an_otherwise_can_be_added(editor: EasyEditor) -> None:
    editor.set_value("{% if client.phone %}\nCall me.\n{% endif %}")
    mark = next(one for one in pills(editor.document()) if one.kind == "OnlyIf")
    editor.change(easy_acts.add_otherwise, mark)
    assert editor.value() == "{% if client.phone %}\nCall me.\n{% else %}\n\n{% endif %}"


def test_what_is_copied_is_pills_again_when_pasted(editor: EasyEditor) -> None:
    editor.selectAll()
    editor.copy()
    assert QGuiApplication.clipboard().text().startswith("Dear [Title and last name],\n\n[Only if a second")
    editor.set_value("Before ")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.paste()
    assert editor.value() == "Before " + LETTER
    assert len([one for one in pills(editor.document()) if one.kind == "Field"]) == 3


def test_pasted_text_that_is_no_template_stays_words(editor: EasyEditor) -> None:
    editor.set_value("")
    QGuiApplication.clipboard().setText("{% if %} <b>x</b>")
    editor.paste()
    assert editor.value() == "{% if %} <b>x</b>"


def test_a_wrong_field_is_fixed_in_its_place(editor: EasyEditor) -> None:
    editor.set_value("Hello\n{{ new.tiem | at_time }}.")
    problem = TemplateProblem(2, 4, Message("x"), "new.tiem", "new.time")
    editor.show_problems([problem])
    editor.grab()
    assert editor.fix(problem) and editor.value() == "Hello\n{{ new.time | at_time }}."
    assert not editor.fix(problem)


def test_a_wrong_field_is_fixed_beside_one_that_begins_alike_and_after_emoji(editor: EasyEditor) -> None:
    before = "🙂 {{ new.date }}\n😀 {# note 🎉 #} {{ client.full_name }} 😀 "
    editor.set_value(before + "{{ client.full_nam }}!")
    problem = TemplateProblem(2, 4, Message("x"), "client.full_nam", "client.full_name")
    assert editor.fix(problem)
    assert editor.value() == before + "{{ client.full_name }}!"


def test_an_only_if_goes_around_words_after_an_emoji(editor: EasyEditor) -> None:
    editor.set_value("😀 one two 😀 {# 🎉 #} end")
    cursor = editor.document().find("two 😀")
    editor.setTextCursor(cursor)
    assert editor.createMimeDataFromSelection().text() == easy_choice.spelled(cursor) == "two 😀"
    editor.wrap("incident.granted")
    assert editor.value() == "😀 one {% if incident.granted %}two 😀{% endif %} {# 🎉 #} end"


def test_what_easy_cannot_show_is_refused_and_nothing_changes(editor: EasyEditor) -> None:
    with pytest.raises(NotEasy):
        editor.set_value("{% set x = 1 %}")
    assert editor.value() == LETTER


def test_ctrl_space_offers_fields_by_their_plain_name(editor: EasyEditor) -> None:
    stand(editor, "Thank you.")
    QTest.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert editor._offers.is_open()
    for key in ("f", "i", "r", "s", "t"):
        QTest.keyClicks(editor, key)
    offered = [editor._offers.completionModel().index(row, 0).data() for row in range(3)]
    assert offered[0] == "First name" and editor._offers.completionCount() < 6
    QTest.keyClick(editor._offers.popup(), Qt.Key.Key_Return)
    assert (
        "{{ client.first_name }}Thank you." in editor.value() and "first" not in editor.value().split("{%")[0]
    )
    assert not editor._offers.is_open()


@pytest.mark.parametrize("look", ["dark", "light"])
def test_the_offered_fields_stand_on_the_ground_of_the_look(
    qapp: QApplication, editor: EasyEditor, look: str
) -> None:
    dress(qapp, look, 1.0)
    QTest.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert QColor(editor._offers.popup().grab().toImage().pixel(3, 3)) == current_look().color("surface")


def test_what_names_no_field_is_typed_and_nothing_is_offered(editor: EasyEditor) -> None:
    stand(editor, "Thank you.")
    QTest.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "qq")
    assert not editor._offers.is_open() and "qqThank you." in editor.value()


def test_a_typed_field_is_fixed_and_becomes_one(editor: EasyEditor) -> None:
    editor.set_value(LETTER + " 🙂")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, " See you at {{ new.tiem }}")
    lines = editor.value().split("\n")
    problem = TemplateProblem(
        len(lines), lines[-1].index("new.tiem") + 1, Message("x"), "new.tiem", "new.time"
    )
    assert editor.fix(problem)
    assert editor.value().endswith("🙂 See you at {{ new.time }}") and "{" not in editor.toPlainText()
    assert not editor.fix(problem)
    editor.undo()
    assert editor.value().endswith("{{ new.tiem }}")


def test_the_choices_of_only_if_name_every_condition(editor: EasyEditor) -> None:
    texts = [action.text() for action in only_if_menu(editor).actions()]
    assert "Only if a second chance was given" in texts
    assert [one.text() for one in selection_menu(editor).actions()][-1] == "Only if…"


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(KEYS, st.booleans()), max_size=40))
def test_whatever_is_typed_the_text_stays_one_the_view_can_show(
    editor: EasyEditor, keys: list[tuple[Qt.Key, bool]]
) -> None:
    editor.set_value("")
    editor.set_value(LETTER)
    for key, shift in keys:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(editor, key, modifier)
    typed = editor.value()
    again = EasyEditor()
    again.set_value(typed)
    assert again.value() == typed
    assert all(one.whole for one in pills(editor.document()))
    for _step in range(len(keys) + 1):
        editor.undo()
    assert editor.value() == LETTER


def test_misspelt_words_are_marked_and_the_menu_says_what_is_meant(qtbot: QtBot, editor: EasyEditor) -> None:
    editor.set_value("😀 I am sorrry, {{ client.first_name }}.\nIn the intervew.")
    editor.spelling.check("en")
    qtbot.waitUntil(lambda: bool(editor.spelling.misspelt(1)), timeout=5_000)
    assert [one.word for one in editor.spelling.misspelt(0)] == ["sorrry"]
    stand(editor, "intervew")
    menu = selection_menu(editor)
    editor.spelling.add_to_menu(menu, editor.textCursor().position() + 2)
    chosen(menu, "interview")
    assert editor.value().endswith("In the interview.")
    stand(editor, "sorrry")
    menu = selection_menu(editor)
    editor.spelling.add_to_menu(menu, editor.textCursor().position() + 1)
    chosen(menu, "sorry")
    assert editor.value() == "😀 I am sorry, {{ client.first_name }}.\nIn the interview."


def test_a_name_behind_a_field_begins_no_sentence(qtbot: QtBot, editor: EasyEditor) -> None:
    editor.set_value(
        "{{ client.first_name }} Qwertz.\n{% if client.phone %}Xyzzq is here{% endif %}\nIn the intervew."
    )
    editor.spelling.check("en")
    qtbot.waitUntil(lambda: bool(editor.spelling.misspelt(2)), timeout=10_000)
    found = [[one.word for one in editor.spelling.misspelt(line)] for line in range(2)]
    assert found == [[], ["Xyzzq"]]


@pytest.mark.parametrize(
    ("source", "pixels", "first"),
    [
        ("intervew{{ client.phone }}", -3, "interview"),
        ("intervew{{ client.phone }}", 8, "As it is"),
        ("{{ client.phone }}intervew", 3, "interview"),
        ("{{ client.phone }}intervew", -8, "As it is"),
    ],
)
def test_a_right_click_beside_a_pill_is_on_the_word_or_on_the_pill(
    qtbot: QtBot, editor: EasyEditor, source: str, pixels: int, first: str
) -> None:
    editor.set_value(f"I go {source}")
    editor.spelling.check("en")
    qtbot.waitUntil(lambda: bool(editor.spelling.misspelt(0)), timeout=10_000)
    behind = source.startswith("{{")
    stand(editor, "intervew", behind=not behind)
    point = editor.cursorRect().center() + QPoint(pixels, 0)
    editor.contextMenuEvent(
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, editor.viewport().mapToGlobal(point))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    assert menu.actions()[0].text() == first


def test_the_menu_offers_the_fields_of_the_list_one_writes_in_first(editor: EasyEditor) -> None:
    editor.set_value("Above.\n{% for one in plan.if_thens %}\nSay \n{% endfor %}\nBelow.")
    stand(editor, "Below")
    before = [one.text() for one in fields_of(editor).actions()]
    stand(editor, "Say ", behind=True)
    menu = fields_of(editor)
    assert [one.text() for one in menu.actions()][2:] == before
    assert menu.actions()[1].isSeparator()
    of_list = submenu(menu.actions()[0])
    chosen(of_list, of_list.actions()[0].text())
    assert "\nSay {{ one.if_part }}\n" in editor.value()


def fields_of(editor: EasyEditor) -> QMenu:
    """Return the menu of the fields that can be put in."""
    acts = selection_menu(editor).actions()
    return submenu(next(one for one in acts if one.text() == "Insert a field"))


def submenu(action: QAction) -> QMenu:
    """Return the menu that an action opens."""
    menu = action.menu()
    assert isinstance(menu, QMenu)
    return menu


def test_a_key_reads_the_pills_of_the_text_once(editor: EasyEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    editor.set_value(LETTER)
    reads: list[object] = []

    def read(document: QTextDocument) -> Iterator[easy_document.Pill]:
        reads.append(document)
        return pills(document)

    for module in (easy_acts, easy_editor, easy_lines):
        monkeypatch.setattr(module, "pills", read)
    QTest.keyClick(editor, Qt.Key.Key_A)
    assert editor.value() == f"a{LETTER}" and len(reads) == 1


@pytest.mark.parametrize("scrolled", [0, 120])
def test_what_is_drawn_after_a_change_is_what_a_view_made_anew_draws(
    qtbot: QtBot, editor: EasyEditor, scrolled: int
) -> None:
    editor.set_value("\n".join([LETTER] * 6))
    editor.viewport().grab()
    editor.insert_field("plan.if_thens")
    editor.wrap("client.phone")
    anew = easy_view(qtbot, editor.value())
    drawn = []
    for view in (editor, anew):
        view.setCursorWidth(0)
        view.verticalScrollBar().setValue(scrolled)
        drawn.append(view.viewport().grab().toImage())
    assert drawn[0] == drawn[1]


def test_a_word_is_not_wrong_while_it_is_typed(qtbot: QtBot, editor: EasyEditor) -> None:
    editor.set_value("")
    editor.spelling.check("en")
    qtbot.wait(600)
    QTest.keyClicks(editor, "intervew")
    block = editor.document().firstBlock()
    assert not block.layout().formats()
    qtbot.waitUntil(lambda: bool(block.layout().formats()), timeout=5_000)


BOLD_LETTER = "I have written down **{{ new.date | long_date }}, at {{ new.time }}**. Thank you."


@pytest.fixture
def bold(editor: EasyEditor) -> EasyEditor:
    """An Easy view with bold words in it."""
    editor.set_value(BOLD_LETTER)
    return editor


def choose(editor: EasyEditor, words: str) -> None:
    """Choose these words."""
    found = editor.document().find(words)
    assert not found.isNull()
    editor.setTextCursor(found)


def heavy(editor: EasyEditor) -> str:
    """Return what is drawn in bold, without the blanks of the pills."""
    document, shown = editor.document(), ""
    for block in easy_document.blocks(document):
        for _start, text, style in easy_document.runs(block):
            shown += text if style.fontWeight() == QFont.Weight.Bold else ""
    return shown.replace("\u00a0", " ").strip()


def test_bold_is_shown_as_bold_and_spelled_with_stars(bold: EasyEditor) -> None:
    assert "*" not in bold.toPlainText() and heavy(bold).startswith("New date , at  New time")
    assert bold.value() == BOLD_LETTER


def test_words_typed_inside_bold_are_bold_and_behind_it_plain(bold: EasyEditor) -> None:
    stand(bold, ", at", behind=True)
    QTest.keyClicks(bold, " about")
    assert "}}, at about {{ new.time }}**. Thank" in bold.value()
    stand(bold, ". Thank")
    QTest.keyClicks(bold, "!")
    assert "{{ new.time }}**!. Thank" in bold.value()


def test_ctrl_b_makes_bold_and_plain_again_and_undo_takes_it_back(bold: EasyEditor) -> None:
    choose(bold, "Thank you")
    edits: list[bool] = []
    bold.edited.connect(lambda: edits.append(True))
    QTest.keyClick(bold, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert bold.value().endswith(". **Thank you**.") and edits and "Thank you" in heavy(bold)
    bold.undo()
    assert bold.value() == BOLD_LETTER
    choose(bold, ", at ")
    QTest.keyClick(bold, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert "**{{ new.date | long_date }}**, at **{{ new.time }}**" in bold.value()


def test_a_field_becomes_bold_as_a_whole(bold: EasyEditor) -> None:
    choose(bold, "ew da")
    easy_acts.turn_bold(bold.textCursor())
    assert bold.value() == BOLD_LETTER.replace("**{{ new.date | long_date }}", "{{ new.date | long_date }}**")


def test_the_menus_of_words_and_of_a_field_offer_bold(bold: EasyEditor) -> None:
    choose(bold, "Thank")
    chosen(selection_menu(bold), "Bold")
    assert bold.value().endswith("**Thank** you.")
    date = next(iter(pills(bold.document())))
    menu = pill_menu(bold, date)
    assert next(one for one in menu.actions() if one.text() == "Bold").isChecked()
    chosen(menu, "Bold")
    assert "down {{ new.date | long_date }}**, at {{ new.time }}**." in bold.value()


def test_what_is_done_to_a_bold_field_leaves_it_bold(bold: EasyEditor) -> None:
    date = next(iter(pills(bold.document())))
    chosen(pill_menu(bold, date), "As it is")
    assert bold.value() == BOLD_LETTER.replace(" | long_date", "")
    time = list(pills(bold.document()))[1]
    cursor = bold.textCursor()
    cursor.setPosition(time.start)
    cursor.setPosition(time.end, QTextCursor.MoveMode.KeepAnchor)
    bold.setTextCursor(cursor)
    bold.wrap("incident.granted")
    inside = "{% if incident.granted %}{{ new.time }}{% endif %}"
    assert bold.value() == BOLD_LETTER.replace(" | long_date", "").replace("{{ new.time }}", inside)
    frame = next(one for one in pills(bold.document()) if one.kind == "OnlyIf")
    chosen(pill_menu(bold, frame), "Take the frame away")
    assert bold.value() == BOLD_LETTER.replace(" | long_date", "")


def test_bold_words_are_copied_with_their_stars(bold: EasyEditor) -> None:
    bold.selectAll()
    bold.copy()
    assert QGuiApplication.clipboard().text().startswith("I have written down [New date], at [New time].")
    bold.paste()
    assert bold.value() == BOLD_LETTER and "*" not in bold.toPlainText()


def test_lines_with_frames_are_made_bold_without_their_marks(editor: EasyEditor) -> None:
    editor.selectAll()
    editor.turn_bold()
    assert "**See you on {{ new.date | long_date }}.**\n{% else %}\n**Thank you.**" in editor.value()
    assert "**{%" not in editor.value()
    editor.selectAll()
    editor.turn_bold()
    assert editor.value() == LETTER


def test_a_note_stays_when_its_frame_is_taken_away(qtbot: QtBot) -> None:
    editor = EasyEditor()
    qtbot.addWidget(editor)
    editor.set_value("Hi\n{% if incident.granted %}\n{# a note #}\nB\n{% endif %}")
    frame = next(one for one in pills(editor.document()) if one.kind == "OnlyIf")
    chosen(pill_menu(editor, frame), "Take the frame away")
    assert "{# a note #}" in editor.value() and "{%" not in editor.value()


def test_words_that_were_chosen_are_framed_and_kept(qtbot: QtBot) -> None:
    editor = EasyEditor()
    qtbot.addWidget(editor)
    editor.set_value("Please tell me the answer soon.")
    cursor = editor.textCursor()
    cursor.setPosition(19)
    cursor.setPosition(25, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    assert cursor.selectedText() == "answer"
    editor.offer_fields()
    editor._on_offers_activated(next(label for label in editor._names if "answer" in label))
    assert "answer" in editor.value()
