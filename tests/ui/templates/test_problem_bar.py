"""The bar under the editor: every problem can be reached, and what may be meant is one click away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.letters.starters import starter
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.templates.editor_page import TemplateEditorPage
from noshow_desk.ui.wishes import Wish
from tests.ui.kit.fake_dialogs import FakeDialogs

TYPED = "Dear {{ interviewer.last_name }}, {{ clent.phone }} and {{ new.tiem }}."


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, bridge: Bridge) -> TemplateEditorPage:
    """The editor in its Easy view, with three problems that were typed in one line."""
    made = TemplateEditorPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(made)
    made.resize(1270, 640)
    made.show()
    made.visit(Wish("template", starter(PaperKind.THANK_YOU, "en", Channel.EMAIL, "granted").id))
    made.text.easy.selectAll()
    QTest.keyClicks(made.text.easy, TYPED)
    return made


def test_the_next_problem_is_shown_and_chosen_and_after_the_last_the_first(page: TemplateEditorPage) -> None:
    bar, easy = page.text.problem, page.text.easy
    assert bar.count.text() == "1 of 3"
    seen = [easy.textCursor().selectedText()]
    for _press in range(3):
        bar.next_button.click()
        seen.append(easy.textCursor().selectedText())
        assert seen[-1] in bar.sentence.text()
    assert seen == ["", "clent", "new.tiem", "interviewer.last_name"]
    assert bar.count.text() == "1 of 3"


def test_a_field_of_a_list_outside_of_it_is_named_with_its_list(page: TemplateEditorPage) -> None:
    easy = page.text.easy
    easy.selectAll()
    easy.insert_field("incident.granted")
    easy.selectAll()
    QTest.keyClicks(easy, "Plan: ")
    easy.insert_field("row.then_part")
    assert "{" not in easy.toPlainText() and "row" not in easy.toPlainText()
    assert page.text.problem.sentence.text().startswith(
        "“what the client does then” can be filled in only inside a “for each” of “If-then plans”. Move it"
    )


def test_f8_leads_to_the_next_problem_from_the_text(qtbot: QtBot, page: TemplateEditorPage) -> None:
    bar = page.text.problem
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=5_000)
    page.text.easy.setFocus()
    QTest.keyClick(page.text.easy, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: bar.count.text() == "2 of 3", timeout=5_000)
    page.text._on_view_chosen("code")
    QTest.keyClick(page.text.code, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: bar.count.text() == "3 of 3", timeout=5_000)
    cursor = page.text.code.textCursor()
    assert cursor.block().text()[cursor.positionInBlock() :].startswith("new.tiem")


def test_what_is_mended_makes_room_for_the_next_and_typing_keeps_the_one_on_show(
    page: TemplateEditorPage,
) -> None:
    bar, easy = page.text.problem, page.text.easy
    bar.next_button.click()
    easy.moveCursor(easy.textCursor().MoveOperation.End)
    QTest.keyClicks(easy, " ok")
    assert bar.count.text() == "2 of 3" and "clent" in bar.sentence.text()
    bar.fix_button.click()
    assert bar.count.text() == "2 of 2" and "new.tiem" in bar.sentence.text()
    bar.fix_button.click()
    assert not bar.count.isVisible() and not bar.next_button.isVisible()
    assert "interviewer.last_name" in bar.sentence.text()


@pytest.mark.parametrize(
    ("number", "name", "label"),
    [
        (0, "interviewer.formal_name", "Title and last name"),
        (1, "interviewer.full_name", "Interviewer's full name"),
    ],
)
def test_of_two_fields_that_may_be_meant_one_is_chosen(
    page: TemplateEditorPage, number: int, name: str, label: str
) -> None:
    bar = page.text.problem
    said = bar.sentence.text()
    assert "Did you mean “Title and last name” or “Interviewer's full name”?" in said
    assert bar.choices.isVisible() and not bar.fix_button.isVisible() and not bar.code_button.isVisible()
    assert bar.choice_buttons[number].text() == f"Use “{label}”"
    bar.choice_buttons[number].click()
    assert page.text.easy.value() == TYPED.replace("interviewer.last_name", name)
    assert not bar.choices.isVisible() and bar.fix_button.isVisible()


def test_in_the_code_view_fields_keep_their_names(page: TemplateEditorPage) -> None:
    page.text._on_view_chosen("code")
    bar = page.text.problem
    assert "Did you mean interviewer.formal_name or interviewer.full_name?" in bar.sentence.text()
    bar.choice_buttons[1].click()
    assert page.text.code.value() == TYPED.replace("interviewer.last_name", "interviewer.full_name")


def test_another_template_begins_with_its_first_problem(page: TemplateEditorPage) -> None:
    page.text.problem.next_button.click()
    assert page.leave()
    page.visit(Wish("template", page.template_id()))
    assert page.text.problem.count.text() == "1 of 3"


@pytest.mark.usefixtures("spanish")
def test_the_bar_speaks_spanish(page: TemplateEditorPage) -> None:
    bar = page.text.problem
    assert "¿Quiso decir «" in bar.sentence.text() and bar.count.text() == "1 de 3"
    assert bar.choice_buttons[0].text().startswith("Usar «")


def test_in_a_narrow_bar_the_buttons_stand_below_the_whole_sentence(page: TemplateEditorPage) -> None:
    bar = page.text.problem
    assert bar.go_button.y() < bar.sentence.geometry().bottom()
    bar.resize(360, 200)
    bar.layout().activate()
    assert bar.go_button.y() > bar.sentence.geometry().bottom()
    assert bar.sentence.width() > 360 * 0.7
