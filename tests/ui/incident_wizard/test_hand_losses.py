"""A letter edited by hand that loses its signature or the new date says so, and gets it back with a click."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk.domain.blocks import BlockKind
from noshow_desk.services import papers
from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_finding import DAY_IN_NUMBERS, OTHER_DAY, OTHER_TIME
from noshow_desk.services.lost_parts import NO_NEW_DATE, NO_SIGNATURE
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.checks.row import FindingRow
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.incident_wizard.paper_out import is_draft
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_branches import press
from tests.ui.kit.fake_dialogs import FakeDialogs


@pytest.fixture
def granted(desk: Desk) -> str:
    """Return an incident with a new date ten days ahead."""
    return cases.granted(desk)


def rows(page: IncidentWizardPage) -> dict[str, FindingRow]:
    page.body().draft.show_now()
    return {row.finding.code: row for row in page.body().draft.checks.list.rows()}


def retype(page: IncidentWizardPage, part: int, words: str) -> None:
    """Type other words over a part of the letter."""
    edit = page.view().findChild(HandEdit)
    if edit is None or not edit.isVisibleTo(page):
        page.body().draft._edit.click()
        edit = page.view().findChild(HandEdit)
    field = edit._fields[part]
    field.selectAll()
    QTest.keyClick(field, "\b")
    QTest.keyClicks(field, words)


def dated_part(page: IncidentWizardPage) -> tuple[int, str]:
    """Return the part that names the new date, and its words."""
    texts = page.case.note.texts()
    return next((at, text) for at, text in enumerate(texts) if "written down" in text)


def test_a_signature_that_was_emptied_is_a_must_and_comes_back(
    desk: Desk, wizard: Open, granted: str
) -> None:
    page = wizard(granted, "note")
    retype(page, -1, "")
    row = rows(page)[NO_SIGNATURE]
    assert row.finding.gates and row.way() == "Marcus Reed"
    row.use.click()
    assert NO_SIGNATURE not in rows(page)
    letter = page.case.note.letter()
    assert letter is not None and letter.blocks[-1].kind is BlockKind.SIGNATURE
    assert page.case.note.texts()[-1] == "Marcus Reed"


def test_a_signature_comes_back_to_a_kept_letter_too(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    retype(page, -1, "")
    press(page, "Done editing")
    assert is_draft(page.case)
    rows(page)[NO_SIGNATURE].use.click()
    assert NO_SIGNATURE not in rows(page)
    page.case.note.keep()
    letter = page.case.note.letter()
    assert letter is not None and letter.blocks[-1].kind is BlockKind.SIGNATURE


def test_a_wrong_new_date_is_a_must_and_one_click_puts_the_right_one(
    desk: Desk, wizard: Open, granted: str
) -> None:
    page = wizard(granted, "note")
    at, right = dated_part(page)
    wrong = "I will see you on Monday, April 6, at 9:00 AM."
    retype(page, at, wrong)
    found = rows(page)
    assert NO_NEW_DATE not in found
    row = found[OTHER_DAY]
    assert row.finding.gates and row.finding.words == "Monday, April 6" and row.way() in right
    row.use.click()
    assert page.case.note.texts()[at] == wrong.replace("Monday, April 6", row.way())
    assert OTHER_DAY not in rows(page)


def test_a_day_that_is_meant_is_kept_with_a_reason(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs
) -> None:
    page = wizard(granted, "note")
    at, right = dated_part(page)
    retype(page, at, right + " I can start on Monday, April 6.")
    row = rows(page)[OTHER_DAY]
    assert row.way() == ""
    dialogs.answers.append("That is the day of the training")
    page.body().draft.checks._acts.act(row.finding, "keep")
    assert OTHER_DAY not in rows(page)


def test_a_new_date_that_is_gone_is_a_must_and_comes_back(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    at, _right = dated_part(page)
    retype(page, at, "I look forward to meeting you.")
    row = rows(page)[NO_NEW_DATE]
    assert row.finding.gates and row.way().startswith("I will be there on ")
    paper = page.case.note.ensure()
    page.case.note.keep()
    assert any("new date" in one.say() for one in papers.missing_before_final(desk, paper_id=paper))
    rows(page)[NO_NEW_DATE].use.click()
    assert NO_NEW_DATE not in rows(page)
    assert page.case.note.texts()[at].startswith("I look forward to meeting you. I will be there on ")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("at 8:00 AM", "at 10:00 AM"), ("at half past ten", "at 10:00 AM"), ("(11:00 AM)", "(10:00 AM)")],
)
def test_a_wrong_time_beside_the_new_date_is_a_must_and_one_click_puts_the_right_one(
    desk: Desk, wizard: Open, granted: str, wrong: str, right: str
) -> None:
    page = wizard(granted, "note")
    at, _text = dated_part(page)
    typed = "At 8:00 AM I take the bus. I will see you on Friday, March 20, {time}, and I am ready."
    retype(page, at, typed.format(time=wrong))
    row = rows(page)[OTHER_TIME]
    assert row.finding.gates and row.finding.words == wrong.strip("()") and row.way() == right.strip("()")
    row.use.click()
    assert page.case.note.texts()[at] == typed.format(time=right)  # only there, not at the bus
    assert OTHER_TIME not in rows(page)


def test_a_new_date_in_numbers_is_the_new_date(desk: Desk, wizard: Open, granted: str) -> None:
    page = wizard(granted, "note")
    at, _text = dated_part(page)
    retype(page, at, "I will see you on 3/20/2026 at 10.")
    assert {OTHER_DAY, OTHER_TIME, DAY_IN_NUMBERS, NO_NEW_DATE}.isdisjoint(rows(page))


def test_a_new_date_that_can_be_read_two_ways_gets_its_month_by_a_click(
    desk: Desk, wizard: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "NEW_DATE", datetime(2026, 4, 3, 10, 0))
    page = wizard(cases.granted(desk), "note")
    at, _text = dated_part(page)
    retype(page, at, "I will see you on 4/3/2026 at 10.")
    row = rows(page)[DAY_IN_NUMBERS]
    assert not row.finding.gates and "March 4" in row.finding.message
    row.use.click()
    assert page.case.note.texts()[at] == "I will see you on Friday, April 3 at 10."
    assert DAY_IN_NUMBERS not in rows(page)


def test_bold_words_stay_bold_when_their_part_is_changed_and_put_right(
    desk: Desk, wizard: Open, granted: str
) -> None:
    page = wizard(granted, "note")
    at, right = dated_part(page)
    retype(page, at, "**Please** note: " + right.replace("March 20", "March 27"))
    rows(page)[OTHER_DAY].use.click()
    date = "Friday, March 20, at 10:00 AM"
    assert page.case.note.texts()[at] == "**Please** note: " + right.replace(date, f"**{date}**")
    page.case.note.keep()
    letter = page.case.note.letter()
    bold = [run.text for block in letter.blocks for line in block.lines for run in line if run.bold]
    assert bold == ["Please", date]


@pytest.mark.parametrize("by_paper", [True, False])
def test_what_can_be_done_about_an_opened_finding_is_all_in_sight(
    desk: Desk, qtbot: QtBot, wizard: Open, granted: str, by_paper: bool
) -> None:
    page = wizard(granted, "note", width=964, height=520)
    at, _text = dated_part(page)
    retype(
        page, at, "See you on Friday, March 20, at 9:30 PM, on 3/15/2026 or on 3/16/2026. I had jury duty."
    )
    retype(page, -1, "")
    page.body().draft.show_now()
    findings = page.body().draft.checks.list

    def in_sight() -> bool:
        row = next(row for row in findings.rows() if row.number == len(findings.rows()))
        area = findings._area
        top = row.mapTo(area.viewport(), QPoint(0, 0)).y()
        return row.height() > 80 and 0 <= top <= area.viewport().height() - row.height()

    last = len(findings.rows())
    assert last >= 4
    if by_paper:
        findings.pick(last)
    else:
        findings.rows()[-1].head.click()
    qtbot.waitUntil(in_sight, timeout=10_000)
