"""In a narrow window the button of the paper says what was found, and the line at the ticks leads there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.blocks.paper_ticks import PaperTicks
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.incident_wizard.paper_marks import in_short
from noshow_desk.ui.incident_wizard.wizard_footer import WizardFooter
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open

TWO = "My ride fell through. I'll never do it again."
NARROW = (700, 700)


def open_note(desk: Desk, wizard: Open, words: str) -> IncidentWizardPage:
    page = wizard(cases.granted(desk), "note")
    page.case.put("incident.own_words", words)
    page.case.write_facts()
    page.case.note.ensure()
    page.resize(*NARROW)
    page.body().fit()
    page.body().draft.show_now()
    page.view().show_case()
    return page


def test_the_button_tells_how_much_was_found(desk: Desk, wizard: Open) -> None:
    page = open_note(desk, wizard, TWO)
    button = page.body().footer._paper
    assert button.isVisibleTo(page) and not page.body().draft.isVisibleTo(page)
    assert (button._count, button._must) == (1, True)
    assert (
        button.accessibleName() == "Paper: 1 thing to put right before it goes out · 1 thing to think about"
    )
    before = button.grab().toImage()
    page.case.put("incident.own_words", "I'll never do it again.")
    page.body().draft.show_now()
    assert (button._count, button._must) == (1, False)
    assert button.accessibleName() == "Paper: 1 thing to think about"
    assert button.grab().toImage() != before
    page.case.put("incident.own_words", "I learned from it.")
    page.body().draft.show_now()
    assert (button._count, button.accessibleName()) == (0, "")


def test_the_way_back_to_the_form_has_no_number(desk: Desk, wizard: Open) -> None:
    page = open_note(desk, wizard, TWO)
    button = page.body().footer._paper
    button.click()
    assert button.text() == "&Form" and button._count == 0 and button.accessibleName() == ""
    button.click()
    assert button.text() == "&Paper" and button._count == 1


def test_the_line_at_the_ticks_leads_to_the_finding(desk: Desk, wizard: Open) -> None:
    page = open_note(desk, wizard, TWO)
    ticks = page.view().findChild(PaperTicks)
    assert "My ride fell through" in ticks._open.text() and ticks._show.isVisibleTo(page)
    ticks._show.click()
    assert page.body().draft.isVisibleTo(page)
    looked = page.body().draft.checks.looked_at()
    assert looked is not None and looked[1] == "My ride fell through"


def test_a_line_about_the_ticks_leads_nowhere(desk: Desk, wizard: Open) -> None:
    page = open_note(desk, wizard, "I learned from it.")
    ticks = page.view().findChild(PaperTicks)
    assert "every sentence is true" in ticks._open.text() and not ticks._show.isVisibleTo(page)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [((1,), "1"), ((1, 2), "1,2"), ((3, 4, 5), "3–5"), ((1, 2, 3, 7), "1–3,7"), ((2, 7), "2,7")],
)
def test_numbers_in_the_margin_are_all_there(numbers: tuple[int, ...], said: str) -> None:
    assert in_short(numbers) == said


def test_the_number_of_the_step_gives_way_to_the_buttons(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    footer = WizardFooter(window)
    footer.resize(1200, 50)
    window.show()
    assert not footer._place.isHidden()
    footer.resize(300, 50)
    assert footer._place.isHidden()
