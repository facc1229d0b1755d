"""Letters for several clients say what stands on the page that is open, with the ticks that hold for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk.domain.blocks import to_text
from noshow_desk.domain.incident import IfThen, Plan
from noshow_desk.domain.kinds import PaperKind, StepId
from noshow_desk.services import batches, queries
from noshow_desk.services.batches import BatchRow
from noshow_desk.services.desk import Desk
from noshow_desk.ui.dress import dress
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.blocks.paper_ticks import PaperTicks
from noshow_desk.ui.incident_wizard.inputs.if_thens import IfThenCard
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.papers.batch_dialog import BatchDialog
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.parting import keep_before_lock
from noshow_desk.ui.workspace.workspace import Workspace
from tests.builders import Clock
from tests.ui.incident_wizard import cases

OLD, NEW = "I will bring my tools.", "I will bring my papers."
OWN_WORDS = "incident.own_words"


@pytest.fixture
def opened(tmp_path: Path, qapp: QApplication) -> tuple[Desk, Clock]:
    dress(qapp, "light", 1.0)
    return cases.open_desk(tmp_path)


@pytest.fixture
def desk(opened: tuple[Desk, Clock]) -> Desk:
    return opened[0]


@pytest.fixture
def granted(desk: Desk) -> str:
    return cases.granted(desk)


@pytest.fixture
def workspace(qtbot: QtBot, desk: Desk) -> Iterator[Workspace]:
    made = Workspace(desk)
    made.show()
    yield made
    made.put_away()


def open_step(workspace: Workspace, incident_id: str, step: str) -> IncidentWizardPage:
    workspace.window.open(Wish("incident", incident_id, step))
    page = workspace.window.pages.page()
    assert isinstance(page, IncidentWizardPage)
    return page


def type_words(page: IncidentWizardPage, words: str) -> None:
    editor = page.view().input_of(OWN_WORDS).editor
    editor.selectAll()
    QTest.keyClicks(editor, words)


def tick_both(page: IncidentWizardPage) -> None:
    ticks = page.view().findChild(PaperTicks)
    ticks._true.click()
    ticks._known.click()


def batch_row(
    qtbot: QtBot, workspace: Workspace, incident_id: str, kind: PaperKind = PaperKind.THANK_YOU
) -> BatchRow:
    """Ask for letters for several clients by the menu; return the row of the incident's client."""
    workspace.window.menus.action("batch").trigger()
    (dialog,) = batches_shown(workspace)
    dialog.form.kind.set_value(kind)
    dialog.form.kind.chosen.emit(kind)
    qtbot.waitUntil(lambda: dialog._looking is None and not dialog._typing.isActive(), timeout=20_000)
    client = queries.facts(workspace.desk, incident_id).client
    row = dialog.form.row(client.id)
    dialog.close()
    assert row is not None
    return row


def batches_shown(workspace: Workspace) -> list[BatchDialog]:
    return [one for one in workspace.window.findChildren(BatchDialog) if one.isVisible()]


def words_of(row: BatchRow) -> str:
    return to_text(row.letter) if row.letter is not None else ""


def test_other_words_on_screen_are_those_of_the_batch_and_take_the_ticks_along(
    qtbot: QtBot, workspace: Workspace, granted: str
) -> None:
    page = open_step(workspace, granted, "note")
    type_words(page, OLD)
    tick_both(page)
    workspace.window.open(Wish("today"))
    page = open_step(workspace, granted, "note")
    ready = batch_row(qtbot, workspace, granted)
    assert ready.ready and OLD in words_of(ready)
    type_words(page, NEW)
    row = batch_row(qtbot, workspace, granted)
    assert NEW in words_of(row) and OLD not in words_of(row)
    assert not row.ready and row.why is not None
    kept = queries.paper(workspace.desk, row.paper_id)
    assert kept.true_by_client_at is None and kept.nothing_untrue_at is None
    assert page is workspace.window.pages.page() and page.step() is StepId.NOTE
    assert page.view().input_of(OWN_WORDS).value() == NEW
    tick_both(page)
    assert batch_row(qtbot, workspace, granted).ready


def test_a_note_edited_by_hand_for_the_first_time_is_in_the_batch_and_stays_open(
    qtbot: QtBot, workspace: Workspace, granted: str
) -> None:
    page = open_step(workspace, granted, "note")
    page.body().draft._edit.click()
    field = page.view().findChild(HandEdit)._fields[4]
    field.setFocus()
    QTest.keyClicks(field, "Truly yours. ")
    row = batch_row(qtbot, workspace, granted)
    assert row.paper_id and "Truly yours." in words_of(row)
    assert page.view().findChild(HandEdit).isVisible()


def test_a_plan_that_is_being_changed_is_on_the_plan_card(
    qtbot: QtBot, workspace: Workspace, granted: str
) -> None:
    plan = Plan(if_thens=(IfThen(if_this="the bus is late", then_i="call Ray"),))
    cases.change(workspace.desk, granted, plan=plan)
    page = open_step(workspace, granted, "plan")
    then = page.view().findChild(IfThenCard)._then
    then.selectAll()
    QTest.keyClicks(then, "take the 7:50 train")
    row = batch_row(qtbot, workspace, granted, PaperKind.PLAN_CARD)
    assert "7:50 train" in words_of(row) and "Ray" not in words_of(row)


@pytest.mark.parametrize("by_hand", [False, True])
def test_what_was_typed_when_the_desk_was_locked_keeps_the_letter_of_before_back(
    qtbot: QtBot, desk: Desk, granted: str, by_hand: bool
) -> None:
    first = Workspace(desk)
    first.window.show()
    page = open_step(first, granted, "note")
    type_words(page, OLD)
    tick_both(page)
    first.window.open(Wish("today"))
    page = open_step(first, granted, "note")
    if by_hand:
        page.body().draft._edit.click()
        QTest.keyClicks(page.view().findChild(HandEdit)._fields[4], "Truly yours. ")
    else:
        type_words(page, NEW)
    keep_before_lock(first.window)
    first.discard()
    wanted = batches.wanted_named(desk, "thank_you")
    # so it is for `letters`, too, without a window
    (row,) = batches.rows(desk, wanted, batches.candidates(desk, wanted))
    assert row is not None and row.why == batches.UNWRITTEN and not row.ready
    again = Workspace(desk)
    again.window.show()
    page = open_step(again, granted, "note")
    again.window.open(Wish("today"))
    (row,) = batches.rows(desk, wanted, batches.candidates(desk, wanted))
    assert row is not None and row.why not in (None, batches.UNWRITTEN)  # the ticks went with the words
    assert ("Truly yours." if by_hand else NEW) in words_of(row)
    again.put_away()


def test_what_cannot_be_written_yet_opens_no_batch(
    workspace: Workspace, granted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_step(workspace, granted, "note")
    monkeypatch.setattr(type(page.case), "write", lambda _case: False)
    workspace.window.menus.action("batch").trigger()
    assert not batches_shown(workspace)
    monkeypatch.undo()
    workspace.window.menus.action("batch").trigger()
    assert batches_shown(workspace)
