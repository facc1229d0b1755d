"""Where keyboard and paper stand when a step is turned to, and when what was pressed is gone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from noshow_desk.domain.kinds import AttemptResult
from noshow_desk.services import queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.blocks.contact_list import ContactList
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.blocks.paper_ticks import PaperTicks
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open


def bar(page: IncidentWizardPage):
    return page.body().draft._paper.verticalScrollBar()


def test_the_paper_of_the_next_step_begins_at_its_first_line(desk: Desk, wizard: Open, qtbot: QtBot) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    page = wizard(made, "rehearse", width=932, height=500)
    sentence = page.view().input_of("incident.true_sentence").editor
    QTest.keyClicks(sentence, "I was in jail and my ride fell through.")
    qtbot.waitUntil(lambda: bar(page).value() > 0)  # the finding is in sight
    sentence.selectAll()
    QTest.keyClick(sentence, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.body().draft.checks.list.rows() == [])
    assert bar(page).value() > 0
    QTest.mouseClick(page.body().footer.primary, Qt.MouseButton.LeftButton)
    assert page.view().page.step == "call"
    assert bar(page).maximum() > 0 and bar(page).value() == 0


def test_the_keyboard_stays_in_the_form_when_what_was_pressed_is_gone(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "reach")
    reached = page.view().findChild(ContactList)._buttons[AttemptResult.REACHED]
    reached.setFocus()
    QTest.keyClick(reached, Qt.Key.Key_Space)
    assert len(queries.facts(desk, made).incident.contact_attempts) == 1
    focus = QApplication.focusWidget()
    assert focus is not None and not reached.isVisible() and page.view().isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Space)  # a second press records nothing and turns no screen over
    assert len(queries.facts(desk, made).incident.contact_attempts) == 1
    assert queries.facts(desk, made).incident.safety is None and page.isVisible()


def test_a_second_press_does_not_say_that_every_sentence_is_true(desk: Desk, wizard: Open) -> None:
    page = wizard(cases.granted(desk), "note")
    page.body().draft._edit.click()
    edit = page.view().findChild(HandEdit)
    QTest.keyClicks(edit._fields[-1], " Jr.")
    for name in ("Done editing", "Back to the template’s words"):
        button = next(one for one in edit.findChildren(QAbstractButton) if one.text() == name)
        if not button.isVisible():
            page.body().draft._edit.click()
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        focus = QApplication.focusWidget()
        assert focus is not None and not button.isVisible() and page.view().isAncestorOf(focus)
        QTest.keyClick(focus, Qt.Key.Key_Space)
        assert not page.view().findChild(PaperTicks)._true.isChecked()


@pytest.mark.parametrize(("width", "height"), [(1274, 664), (700, 440)])
def test_the_pencil_puts_the_keyboard_into_the_words(
    desk: Desk, wizard: Open, qtbot: QtBot, width: int, height: int
) -> None:
    page = wizard(cases.granted(desk), "note", width=width, height=height)
    if width < 1000:
        QTest.mouseClick(page.body().footer._paper, Qt.MouseButton.LeftButton)
    pencil = page.body().draft._edit
    qtbot.waitUntil(pencil.isVisible)
    pencil.setFocus()
    QTest.keyClick(pencil, Qt.Key.Key_Space)
    edit = page.view().findChild(HandEdit)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is edit._fields[0])
    assert edit.isVisible()
