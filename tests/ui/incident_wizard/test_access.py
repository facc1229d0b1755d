"""Open to everyone: names, keyboard, small windows, large text, both themes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from noshow_desk.domain.kinds import StepId
from noshow_desk.services.desk import Desk
from noshow_desk.ui.dress import dress
from noshow_desk.ui.incident_wizard.blocks.contact_list import ContactList
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from tests.ui.accessible import nameless, names, tab_chain
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_branches import press
from tests.ui.incident_wizard.test_note import granted  # noqa: F401 - a fixture

SIZES = [(1274, 664, 1.0), (932, 568, 1.0), (1237, 640, 1.4), (895, 540, 1.4)]


@pytest.fixture
def look(qapp: QApplication) -> Iterator[None]:
    yield
    dress(qapp, "light", 1.0)


def each_step(page: IncidentWizardPage) -> Iterator[StepId]:
    for step in StepId:
        page.go(step)
        QApplication.processEvents()
        yield step


def test_everything_that_takes_the_focus_has_a_name(wizard: Open, granted: str) -> None:  # noqa: F811
    page = wizard(granted, "happened")
    found = {step: nameless(page) for step in each_step(page)}
    assert {step: names for step, names in found.items() if names} == {}


def test_tab_reaches_the_form_and_the_footer_of_every_step(wizard: Open, granted: str) -> None:  # noqa: F811
    page = wizard(granted, "happened")
    for _step in each_step(page):
        chain = tab_chain(page)
        assert page.body().footer.primary in chain
        assert any(page.view().isAncestorOf(each) for each in chain)


def test_no_step_flashes_a_window_of_its_own(
    qapp: QApplication,
    wizard: Open,
    granted: str,  # noqa: F811
) -> None:
    page = wizard(granted, "happened")
    for step in each_step(page):
        assert [each for each in qapp.topLevelWidgets() if each.isVisible()] == [page], step
        assert qapp.activeWindow() is page, step


def test_tab_goes_as_the_eye_does(wizard: Open, granted: str) -> None:  # noqa: F811
    page = wizard(granted, "happened")
    for step in each_step(page):
        chain = [each for each in tab_chain(page) if page.body().isAncestorOf(each)]
        parts = [page.body().rail, page.view(), page.body().draft, page.body().footer]
        order = [next(n for n, part in enumerate(parts) if part.isAncestorOf(each)) for each in chain]
        assert order == sorted(order), step
        form = [each for each in chain if page.view().isAncestorOf(each)]
        places = [each.mapTo(page.view(), each.rect().topLeft()) for each in form]
        down = [after.y() >= before.y() - 30 or after.x() > before.x() for before, after in pairwise(places)]
        assert all(down), step


def test_a_row_that_has_just_come_stands_in_its_place(desk: Desk, wizard: Open) -> None:
    page = wizard(cases.report(desk), "reach")
    press(page, "No answer")
    QApplication.processEvents()
    names_now = names(tab_chain(page))
    assert names_now.index("Correct…: No answer") < names_now.index("Save and close")


def test_no_step_opens_on_something_that_records_at_one_key(wizard: Open, granted: str) -> None:  # noqa: F811
    page = wizard(granted, "happened")
    for step in each_step(page):
        page.view().focus_first()
        here = QApplication.focusWidget()
        assert here is not None and page.view().isAncestorOf(here), step
        before = page.case.saved if page.case else None
        QTest.keyClick(here, Qt.Key.Key_Right)
        assert page.case is not None and page.case.saved == before, step


def test_opening_a_step_puts_the_cursor_into_it(desk: Desk, wizard: Open) -> None:
    page = wizard(cases.report(desk), "decide")
    focus = QApplication.focusWidget()
    assert focus is not None and page.view().isAncestorOf(focus)


def test_a_contact_is_recorded_with_the_keyboard_alone(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "reach")
    buttons = page.view().findChild(ContactList)._buttons
    first = next(iter(buttons.values()))
    for _stop in range(40):
        if QApplication.focusWidget() is first:
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert len(cases.incident(desk, made).contact_attempts) == 1


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_is_cut_off(
    qapp: QApplication,
    look: None,
    wizard: Open,
    granted: str,  # noqa: F811
    width: int,
    height: int,
    scale: float,
) -> None:
    dress(qapp, "light", scale)
    page = wizard(granted, "happened", width, height)
    for step in each_step(page):
        area = page.view().area
        assert area.widget().width() <= area.viewport().width(), step
        assert page.width() == width and page.height() == height, step
        assert list(_cut(page)) == [], step


def _cut(page: IncidentWizardPage) -> Iterator[str]:
    """Yield the labels and buttons that have less room than their words need."""
    for label in page.view().findChildren(QLabel):
        if label.isVisible() and label.wordWrap() and label.height() < label.heightForWidth(label.width()):
            yield label.text()
    for button in page.body().footer.findChildren(QAbstractButton):
        if button.isVisible() and button.width() < button.sizeHint().width():
            yield button.text()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_paper_is_white_in_every_theme(
    qapp: QApplication,
    look: None,
    wizard: Open,
    granted: str,  # noqa: F811
    theme: str,
) -> None:
    dress(qapp, theme, 1.0)
    page = wizard(granted, "note")
    QApplication.processEvents()
    picture = page.body().draft.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() - 110).name() == "#ffffff"
