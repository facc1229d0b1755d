"""Frames of the Easy view stay whole: words typed beside their marks go inside or on a line of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.i18n import Message
from noshow_desk.letters.easy import pieces_of, source_of
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.letters.starters import starter, starters
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.dress import dress
from noshow_desk.ui.templates.easy_document import pills
from noshow_desk.ui.templates.easy_editor import EasyEditor
from noshow_desk.ui.templates.easy_lines import marks_alone
from noshow_desk.ui.templates.easy_menu import pill_menu
from noshow_desk.ui.templates.easy_paint import frames_of
from noshow_desk.ui.templates.editor_page import TemplateEditorPage
from noshow_desk.ui.theme import current_look
from noshow_desk.ui.wishes import Wish
from tests.ui.kit.fake_dialogs import FakeDialogs
from tests.ui.templates.editing import KEYS, drop, mark, place_of, stand, undone

LIST = "{% for row in plan.if_thens %}\n- {{ row.if_part }} · {{ row.then_part }}\n{% endfor %}"
FRAME = "Above.\n{% if incident.granted %}\nInside.\n{% endif %}\nBelow."
BRANCHES = "{% if incident.moved %}\nMoved.\n{% else %}\nMissed.\n{% endif %}"
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def test_typing_goes_on_inside_a_frame_from_the_list_of_fields(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = TemplateEditorPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(page)
    page.show()
    page.visit(Wish("template", starter(PaperKind.THANK_YOU, "en", Channel.EMAIL, "granted").id))
    easy = page.text.easy
    easy.selectAll()
    QTest.keyClicks(easy, "First line.")
    QTest.keyClick(easy, Qt.Key.Key_Return)
    QTest.keyClicks(easy, "Second line.")
    page.palette_pane.wanted.emit("incident.granted")
    QTest.keyClicks(easy, " more")
    assert easy.value() == "First line.\n{% if incident.granted %}\nSecond line. more\n{% endif %}"
    assert [(one.first, one.last) for one in frames_of(easy.document())] == [(1, 3)]


def test_typing_goes_on_below_a_list(editor: EasyEditor) -> None:
    QTest.keyClicks(editor, "Plan:")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    editor.insert_field("plan.if_thens")
    QTest.keyClicks(editor, "Call me.")
    assert editor.value() == f"Plan:\n{LIST}\nCall me."
    assert len(frames_of(editor.document())) == 1


def test_the_cursor_keeps_its_place_in_the_line_that_gets_a_frame(editor: EasyEditor) -> None:
    editor.set_value("Dear {{ client.first_name }}, hello.")
    stand(editor, ", hello", behind=True)
    editor.wrap("client.phone")
    QTest.keyClicks(editor, "!")
    assert "\nDear {{ client.first_name }}, hello!.\n" in editor.value()


def test_an_empty_line_gets_a_frame_to_write_in(editor: EasyEditor) -> None:
    editor.wrap("incident.granted")
    QTest.keyClicks(editor, "Thank you.")
    assert editor.value() == "{% if incident.granted %}\nThank you.\n{% endif %}"


@pytest.mark.parametrize(
    ("kind", "behind", "expected"),
    [
        ("OnlyIf", False, "Above.\nmore\n{% if incident.granted %}\nInside.\n{% endif %}\nBelow."),
        ("OnlyIf", True, "Above.\n{% if incident.granted %}\nmore\nInside.\n{% endif %}\nBelow."),
        ("End", False, "Above.\n{% if incident.granted %}\nInside.\nmore\n{% endif %}\nBelow."),
        ("End", True, "Above.\n{% if incident.granted %}\nInside.\n{% endif %}\nmore\nBelow."),
    ],
)
def test_words_typed_beside_a_mark_begin_a_line(
    editor: EasyEditor, kind: str, behind: bool, expected: str
) -> None:
    editor.set_value(FRAME)
    mark(editor, kind, behind=behind)
    QTest.keyClicks(editor, " more" if behind else "more")  # a blank behind a mark is none of the line
    assert editor.value() == expected
    assert undone(editor) == FRAME


@pytest.mark.parametrize("behind", [False, True])
def test_a_field_put_or_pasted_beside_a_mark_begins_a_line(editor: EasyEditor, behind: bool) -> None:
    for put in (editor.insert_field, lambda name: paste(editor, f"{{{{ {name} }}}}")):
        editor.set_value("")
        editor.set_value(FRAME)
        mark(editor, "End", behind=behind)
        put("client.phone")
        QTest.keyClicks(editor, "!")
        assert ("{{ client.phone }}!\n{% endif %}\n" in editor.value()) is not behind
        assert ("\n{% endif %}\n{{ client.phone }}!\nBelow" in editor.value()) is behind


def paste(editor: EasyEditor, text: str) -> None:
    """Paste this text."""
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def test_a_letter_composed_beside_a_mark_begins_a_line(editor: EasyEditor) -> None:
    editor.set_value(FRAME)
    mark(editor, "End", behind=True)
    event = QInputMethodEvent()
    event.setCommitString("ñ")
    QApplication.sendEvent(editor, event)
    assert editor.value() == FRAME.replace("%}\nBelow", "%}\nñ\nBelow")


def test_what_ctrl_space_offers_beside_a_mark_is_narrowed_on_the_new_line(editor: EasyEditor) -> None:
    editor.set_value(FRAME)
    mark(editor, "End", behind=True)
    QTest.keyClick(editor, Qt.Key.Key_Space, CTRL)
    QTest.keyClicks(editor, "first")
    assert editor._offers.is_open()
    QTest.keyClick(editor._offers.popup(), Qt.Key.Key_Return)
    assert editor.value() == FRAME.replace("%}\nBelow", "%}\n{{ client.first_name }}\nBelow")


@pytest.mark.parametrize(
    ("words", "behind", "key", "then"),
    [
        ("Below", False, Qt.Key.Key_Backspace, "%}\n!\nBelow"),
        ("Inside", False, Qt.Key.Key_Backspace, "%}\n!\nInside"),
        ("Above.", True, Qt.Key.Key_Delete, "Above.\n!\n{%"),
        ("Inside.", True, Qt.Key.Key_Delete, "Inside.\n!\n{%"),
    ],
)
def test_deleting_never_joins_words_to_a_mark(
    editor: EasyEditor, words: str, behind: bool, key: Qt.Key, then: str
) -> None:
    editor.set_value(FRAME)
    stand(editor, words, behind=behind)
    QTest.keyClick(editor, key)
    assert editor.value() == FRAME and not editor.document().isUndoAvailable()
    QTest.keyClicks(editor, "!")
    assert then in editor.value() and len(frames_of(editor.document())) == 1


def test_an_empty_line_beside_a_mark_can_be_deleted(editor: EasyEditor) -> None:
    editor.set_value(FRAME.replace("\nBelow", "\n\nBelow"))
    stand(editor, "Below", behind=False)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.value() == FRAME


def test_a_choice_up_to_a_mark_is_deleted_and_the_mark_keeps_its_line(editor: EasyEditor) -> None:
    editor.set_value(FRAME)
    stand(editor, "ide.", behind=False)
    QTest.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.value() == FRAME.replace("Inside.", "Ins")
    QTest.keyClicks(editor, "ert")
    assert editor.value() == FRAME.replace("Inside.", "Insert")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Before after", f"Before\n{LIST}\nafter"),
        ("**Before after**", f"**Before**\n{LIST}\n**after**"),
        ("Before {{ client.phone }} after", f"Before {{{{ client.phone }}}}\n{LIST}\nafter"),
    ],
)
def test_a_list_put_in_the_middle_of_a_line_stands_in_a_frame(
    editor: EasyEditor, text: str, expected: str
) -> None:
    editor.set_value(text)
    stand(editor, "after", behind=False)
    editor.insert_field("plan.if_thens")
    assert editor.value() == expected and len(frames_of(editor.document())) == 1
    QTest.keyClicks(editor, "Right ")
    assert editor.value().endswith(("\nRight after", "\nRight **after**"))
    assert undone(editor) == text


def test_an_only_if_around_parts_of_lines_takes_no_more_than_what_is_chosen(editor: EasyEditor) -> None:
    editor.set_value("One two\nthree\nfour five")
    stand(editor, "two", behind=False)
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().find("four").selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.wrap("incident.granted")
    assert editor.value() == "One\n{% if incident.granted %}\ntwo\nthree\nfour\n{% endif %}\nfive"
    QTest.keyClicks(editor, "!")
    assert "four!\n{% endif %}" in editor.value()


def test_lines_chosen_with_the_break_behind_them_are_no_more_than_these_lines(editor: EasyEditor) -> None:
    editor.set_value("One\ntwo\nthree")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    for _line in range(2):
        QTest.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    editor.wrap("incident.granted")
    assert editor.value() == "{% if incident.granted %}\nOne\ntwo\n{% endif %}\nthree"


def test_beside_a_mark_an_only_if_begins_an_empty_frame(editor: EasyEditor) -> None:
    editor.set_value(FRAME)
    mark(editor, "End", behind=True)
    editor.wrap("incident.refused")
    QTest.keyClicks(editor, "New")
    assert editor.value() == FRAME.replace(
        "%}\nBelow", "%}\n{% if incident.refused %}\nNew\n{% endif %}\nBelow"
    )


def test_a_third_frame_inside_two_is_not_put_in_and_the_reason_is_told(editor: EasyEditor) -> None:
    told: list[str] = []
    editor.not_put.connect(told.append)
    editor.insert_field("plan.if_thens")
    stand(editor, "what", behind=False)
    editor.wrap("incident.granted")
    two = editor.value()
    assert not told and "%}\n{% if incident.granted %}\n- {{ row.if_part }}" in two
    assert "row." not in editor.toPlainText()
    editor.wrap("incident.refused")
    editor.insert_field("plan.if_thens")
    assert editor.value() == two and len(told) == 2 and "two frames" in told[0]


TWO = "{% if client.email %}\n{% if client.phone %}\nInmost\n{% endif %}\n{% endif %}\nBelow"
ONE = "{% if new.date %}\nagain\n{% endif %}"


@pytest.mark.parametrize("pasted", [ONE, "{% if new.date %}again{% endif %}", "Or\n" + ONE])
def test_a_third_frame_pasted_inside_two_is_told_and_changes_nothing(editor: EasyEditor, pasted: str) -> None:
    told: list[str] = []
    editor.not_put.connect(told.append)
    editor.set_value(TWO)
    stand(editor, "Inmost", behind=False)
    QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    paste(editor, pasted)
    assert editor.value() == TWO and editor.textCursor().selectedText() == "Inmost"
    assert len(told) == 1 and "two frames" in told[0]
    paste(editor, "Words and {{ client.email }}")
    assert "Words and {{ client.email }}\n" in editor.value() and len(told) == 1


def test_a_frame_of_the_greatest_depth_can_be_pasted_where_no_other_is(editor: EasyEditor) -> None:
    told: list[str] = []
    editor.not_put.connect(told.append)
    editor.set_value("")
    paste(editor, TWO)
    assert editor.value() == TWO and not told
    paste(editor, f"{{% if new.date %}}{TWO}{{% endif %}}")  # three of its own
    assert editor.value() == TWO and len(told) == 1 and "{" not in editor.toPlainText()


def test_what_is_dropped_too_deep_stays_where_it_was(editor: EasyEditor) -> None:
    told: list[str] = []
    editor.not_put.connect(told.append)
    editor.set_value(TWO)
    data, move, (here, below) = (
        QMimeData(),
        Qt.DropAction.MoveAction,
        (place_of(editor, word) for word in ("Inmost", "Below")),
    )
    data.setText(ONE)
    assert not drop(editor, data, here, move) and editor.value() == TWO and len(told) == 1
    assert drop(editor, data, below, move) and editor.value() == TWO.replace("Below", f"{ONE}\nBelow")


def test_why_a_frame_would_cut_another_one_is_told(editor: EasyEditor) -> None:
    told: list[str] = []
    editor.not_put.connect(told.append)
    editor.set_value(FRAME)
    stand(editor, "Above", behind=False)
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().find("Inside").selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.wrap("client.phone")
    assert editor.value() == FRAME and "cut a frame in two" in told[0]


def shown(cursor: QTextCursor) -> QTextCharFormat:
    """Return how the last of what is chosen is drawn."""
    style = QTextCharFormat(cursor.charFormat())
    at = cursor.positionInBlock() - 1
    for one in cursor.block().layout().formats():
        if one.start <= at < one.start + one.length:
            style.merge(one.format)
    return style


@pytest.mark.parametrize(
    ("typed", "shown", "marks"),
    [
        ("Dear {{ client.first_name }}, hello", "Dear  First name , hello", 1),
        ("On {{new.date|long_date}}!", "On  New date !", 1),
        ("I **really mean** it", "I really mean it", 0),
        ("**A {{ client.phone }}** b", "A  Client's phone  b", 1),
        ("{{ client.nobody }} {{ incident.granted }} {{ plan.if_thens }} {{ row.if_part }}", "", 0),
        ("2 ** 3 ** 4 and ** a** and **b*** c", "", 0),
        ("2 ** 3 and **b** c", "", 0),  # a template would read bold stars from the left: “ 3 and ”
        ("{{ client.phone | shout }} {% if new.date %}", "", 0),
    ],
)
def test_what_is_typed_as_code_becomes_what_it_says_or_stays(
    editor: EasyEditor, typed: str, shown: str, marks: int
) -> None:
    QTest.keyClicks(editor, typed)
    assert editor.toPlainText().replace("\u00a0", " ") == (shown or typed)
    assert len(list(pills(editor.document()))) == marks
    assert editor.value() == typed.replace("{{new.date|long_date}}", "{{ new.date | long_date }}")
    assert undone(editor) == ""


def test_stars_before_a_lone_pair_of_stars_make_bold(editor: EasyEditor) -> None:
    editor.set_value("2 ** 3")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(editor, "**a b** ")
    assert editor.toPlainText() == "a b 2 ** 3" and editor.value() == "**a b** 2 ** 3"


def test_the_field_of_a_row_that_is_typed_in_its_list_becomes_one(editor: EasyEditor) -> None:
    editor.set_value(LIST)
    stand(editor, " ·", behind=False)
    QTest.keyClicks(editor, " {{ row.then_part }}")
    assert editor.value() == LIST.replace(" ·", " {{ row.then_part }} ·") and "{" not in editor.toPlainText()


def test_what_was_done_before_another_look_can_be_undone_and_done_again(
    qapp: QApplication, editor: EasyEditor
) -> None:
    editor.set_value(FRAME)
    stand(editor, "Inside.", behind=True)
    QTest.keyClicks(editor, " More.")
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    dress(qapp, "dark", 1.4)
    editor.restyle()
    editor.undo()
    assert editor.value() == FRAME.replace("Inside.", "Inside. More.")
    for words in ("Inside", "More", "Below"):
        word = shown(editor.document().find(words))
        assert word.font().pointSizeF() == current_look().font("prompt").pointSizeF()
        assert word.foreground().color() == current_look().color("code_text")
    editor.undo()
    assert editor.value() == FRAME
    editor.redo()
    editor.redo()
    assert editor.value() == ""
    dress(qapp, "light", 1.0)


def test_another_look_leaves_words_cursor_and_half_a_field_as_they_are(
    qapp: QApplication, editor: EasyEditor
) -> None:
    editor.set_value(FRAME)
    mark(editor, "End", behind=True)
    QTest.keyClicks(editor, "{{ half")
    before, place = editor.value(), editor.textCursor().position()
    for look, scale in (("dark", 1.4), ("light", 1.0)):
        dress(qapp, look, scale)
        editor.restyle()
        word = shown(editor.document().find("Inside"))
        assert word.font().pointSizeF() == current_look().font("prompt").pointSizeF()
        assert word.foreground().color() == current_look().color("code_text")
    assert (editor.value(), editor.textCursor().position()) == (before, place)
    assert len(frames_of(editor.document())) == 1


def test_marks_inside_a_line_take_words_beside_them(editor: EasyEditor) -> None:
    editor.set_value("Thank {% if client.phone %}you{% endif %}.")
    mark(editor, "End", behind=True)
    QTest.keyClicks(editor, " all")
    assert editor.value() == "Thank {% if client.phone %}you{% endif %} all."


def commit(editor: EasyEditor, text: str) -> None:
    """Write this with an input method."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


@pytest.mark.parametrize("kind", ["OnlyIf", "Otherwise", "End"])
def test_a_sentence_typed_at_the_beginning_of_a_mark_keeps_its_blanks(editor: EasyEditor, kind: str) -> None:
    said = "I want to say  thanks."
    for source in (BRANCHES, f"Above.\n{BRANCHES}\nBelow."):
        editor.set_value(source)
        place = [one.kind for one in pills(editor.document())].index(kind)
        mark(editor, kind, behind=False)
        QTest.keyClicks(editor, said)
        assert f"{said}\n{('{% if', '{% else', '{% endif')[place]}" in editor.value()
        assert editor.value().replace(f"{said}\n", "") == source
        assert undone(editor) == source


def test_after_its_first_letter_the_cursor_is_behind_it_above_the_frame_that_begins_a_letter(
    editor: EasyEditor,
) -> None:
    source = starter(PaperKind.THANK_YOU, "en", Channel.LETTER, "granted").source
    assert source.startswith("{% if")
    editor.set_value(source)
    QTest.keyClicks(editor, "H")
    here = editor.textCursor()
    assert (here.blockNumber(), here.positionInBlock(), here.block().text()) == (0, 1, "H")
    QTest.keyClicks(editor, "ello0 there ")
    assert editor.value() == f"Hello0 there \n{source}"


@pytest.mark.parametrize("kind", ["OnlyIf", "Otherwise", "End"])
def test_words_composed_in_two_commits_stay_together_before_a_mark(editor: EasyEditor, kind: str) -> None:
    editor.set_value(BRANCHES)
    mark(editor, kind, behind=False)
    commit(editor, "ñandú ")
    commit(editor, "otra")
    assert "ñandú otra\n{%" in editor.value()
    assert editor.value().replace("ñandú otra\n", "") == BRANCHES


def test_what_is_typed_after_a_paste_or_a_field_before_a_mark_keeps_its_blanks(editor: EasyEditor) -> None:
    editor.set_value(BRANCHES)
    paste(editor, "Pasted line\nsecond")
    QTest.keyClicks(editor, " go on")
    assert editor.value() == f"Pasted line\nsecond go on\n{BRANCHES}"
    for kind in ("OnlyIf", "Otherwise", "End"):
        editor.set_value("")
        editor.set_value(BRANCHES)
        mark(editor, kind, behind=False)
        editor.insert_field("client.phone")
        QTest.keyClicks(editor, " is my phone")
        assert editor.value().replace("{{ client.phone }} is my phone\n", "") == BRANCHES


def acted(editor: EasyEditor, kind: str, act: str) -> None:
    """Choose an act in the menu of the first pill of a kind."""
    pill = next(one for one in pills(editor.document()) if one.kind == kind)
    next(one for one in pill_menu(editor, pill).actions() if act in one.text()).trigger()


def test_writing_goes_on_inside_an_otherwise_that_is_added(editor: EasyEditor) -> None:
    editor.set_value(FRAME)
    acted(editor, "OnlyIf", "otherwise")
    QTest.keyClicks(editor, "Or else this.")
    expected = FRAME.replace("{% endif", "{% else %}\nOr else this.\n{% endif")
    assert editor.value() == expected
    head = next(one for one in pills(editor.document()) if one.kind == "OnlyIf")
    assert not [one for one in pill_menu(editor, head).actions() if "otherwise" in one.text()]
    assert undone(editor) == FRAME
    inline = "Thank {% if client.phone %}you{% endif %}."
    editor.set_value(inline)
    acted(editor, "OnlyIf", "otherwise")
    QTest.keyClicks(editor, "all of you")
    assert editor.value() == inline.replace("{% endif", "{% else %}all of you{% endif")


@pytest.mark.parametrize("act", ["Turn it round", "keep the words"])
@pytest.mark.parametrize("words", ["Above.", "Inside.", "Below."])
@pytest.mark.parametrize("source", [FRAME, FRAME.replace("\n", " "), f"{LIST}\n{FRAME}"])
def test_an_act_on_a_frame_leaves_the_cursor_where_it_was(
    editor: EasyEditor, source: str, words: str, act: str
) -> None:
    editor.set_value(source)
    stand(editor, words[2:], behind=False)
    acted(editor, "OnlyIf", act)
    changed = editor.value()
    QTest.keyClicks(editor, "to be")
    assert changed != source and editor.value() == changed.replace(words, f"{words[:2]}to be{words[2:]}")
    assert undone(editor) == source


@pytest.mark.parametrize("behind", [False, True])
def test_a_mark_that_is_turned_round_keeps_the_cursor_on_its_side(editor: EasyEditor, behind: bool) -> None:
    editor.set_value(FRAME)
    mark(editor, "OnlyIf", behind=behind)
    acted(editor, "OnlyIf", "Turn it round")
    found = next(one for one in pills(editor.document()) if one.kind == "OnlyIf")
    assert editor.textCursor().position() == (found.end if behind else found.start)


def test_a_list_without_its_frame_calls_its_fields_by_their_plain_names(editor: EasyEditor) -> None:
    editor.set_value(f"{LIST}\nBelow.")
    stand(editor, "low.", behind=False)
    acted(editor, "ForEach", "keep the words")
    QTest.keyClicks(editor, "h")
    assert editor.value() == LIST.split("\n")[1] + "\nBehlow."
    assert "what may happen" in editor.toPlainText()


def test_a_frame_is_turned_round_beside_half_a_field(editor: EasyEditor) -> None:
    editor.set_value(FRAME)
    stand(editor, "Below.", behind=True)
    QTest.keyClicks(editor, " {{ ha")
    acted(editor, "OnlyIf", "Turn it round")
    QTest.keyClicks(editor, "lf")
    assert editor.value() == f"{FRAME} {{{{ half".replace("if incident", "if not incident")


@pytest.mark.parametrize("typed", [False, True])
@pytest.mark.parametrize("words", ["De", "Dear Ma", ", he", "the"])
def test_fixing_a_field_leaves_the_cursor_where_it_was(editor: EasyEditor, words: str, typed: bool) -> None:
    source = "Dear Ma {{ client.phon }}, hello\nthere."
    editor.set_value("" if typed else source)
    for line in source.split("\n") if typed else ():
        QTest.keyClicks(editor, line)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    stand(editor, words, behind=True)
    assert editor.fix(TemplateProblem(1, 12, Message("x"), "client.phon", "client.phone"))
    QTest.keyClicks(editor, "=")
    assert editor.value().startswith(source.replace("phon", "phone").replace(words, f"{words}="))


FIELDS = st.sampled_from(["client.phone", "plan.if_thens", "incident.refused"])
STEPS = st.lists(st.one_of(st.tuples(KEYS, st.booleans()), FIELDS), max_size=30)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(["client.phone", "incident.refused", "incident.refused", (Qt.Key.Key_Up, True), "plan.if_thens"])
@given(STEPS)
def test_whatever_is_typed_and_put_a_frame_keeps_its_lines_while_it_is_there(
    editor: EasyEditor, steps: list[tuple[Qt.Key, bool] | str]
) -> None:
    editor.set_value("")
    editor.set_value(FRAME)
    document = editor.document()
    for step in steps:
        alone = marks_alone(document)
        if isinstance(step, str):
            editor.insert_field(step)
        else:
            QTest.keyClick(editor, step[0], Qt.KeyboardModifier.ShiftModifier if step[1] else PLAIN)
        there = {one.number for one in pills(document)}
        assert alone & there <= marks_alone(document)
        assert all(one.whole for one in pills(document))
    assert source_of(pieces_of(editor.value())) == editor.value()
    assert undone(editor) == FRAME


DEEP = f"Out.\n{{% if client.phone %}}\n{FRAME}\n{{% endif %}}"


@pytest.mark.parametrize("pasted", [False, True])
def test_a_list_in_the_place_of_the_head_of_a_frame_counts_as_inside_that(
    editor: EasyEditor, pasted: bool
) -> None:
    editor.set_value(DEEP)
    said: list[str] = []
    editor.not_put.connect(said.append)
    head = next(one for one in pills(editor.document()) if "granted" in one.spelling)
    editor.choose(head.start, editor.document().find("Insi").selectionEnd())
    if pasted:
        paste(editor, LIST)
    else:
        editor.insert_field("plan.if_thens")
    assert editor.value() == DEEP and not editor.document().isUndoAvailable()
    assert len(said) == 1 and "more than two frames" in said[0]


SAYINGS = st.lists(st.text("~^=", min_size=1, max_size=5), min_size=1, max_size=5).map(" ".join)
EDGES = ("line start", "line end", "mark start", "mark end", "anywhere")


def stand_at(editor: EasyEditor, edge: str, place: int) -> None:
    """Put the cursor at one of the places of this sort."""
    document = editor.document()
    lines = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    marks = [one for one in pills(document) if one.number in marks_alone(document)]
    places = {
        "line start": [line.position() for line in lines],
        "line end": [line.position() + line.length() - 1 for line in lines],
        "mark start": [one.start for one in marks],
        "mark end": [one.end for one in marks],
        "anywhere": list(range(document.characterCount())),
    }[edge] or [0]
    cursor = editor.textCursor()
    cursor.setPosition(places[place % len(places)])
    editor.setTextCursor(cursor)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(starters()),
    st.sampled_from(EDGES),
    st.integers(0, 5000),
    SAYINGS,
    st.sampled_from([QTest.keyClicks, commit]),
)
def test_words_written_anywhere_arrive_whole_and_in_order(
    editor: EasyEditor,
    letter: Template,
    edge: str,
    place: int,
    said: str,
    write: Callable[[EasyEditor, str], None],
) -> None:
    editor.set_value("")
    editor.set_value(letter.source)
    stand_at(editor, edge, place)
    first, blank, rest = said.partition(" ")
    write(editor, first + blank)
    write(editor, rest)
    assert said in editor.value()
    assert editor.value().replace(said, "").replace("\n", "") == letter.source.replace("\n", "")
    assert undone(editor) == letter.source
