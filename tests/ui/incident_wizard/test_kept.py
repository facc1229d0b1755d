"""Nothing typed is lost: kept while typing, written on leaving, put back after a crash."""

from __future__ import annotations

from datetime import time

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from noshow_desk.domain.kinds import StepId
from noshow_desk.services import unsaved
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.moments import TimeField
from tests.builders import Clock
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_note import tick_both


def type_into(page: IncidentWizardPage, path: str, words: str) -> None:
    editor = page.view().input_of(path).editor
    QTest.keyClicks(editor, words)


def test_typing_is_kept_in_an_unsaved_form(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "decide")
    type_into(page, "incident.why_it_matters", "My daughter")
    assert page.case is not None
    page.case.flush()
    (form,) = unsaved.unsaved_forms(desk)
    assert form.form_key == f"incident:{made}:decide"
    assert form.payload == {"incident.why_it_matters": "My daughter"}
    assert cases.incident(desk, made).why_it_matters == ""


def test_leaving_a_page_writes_its_facts_and_drops_the_form(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "decide")
    type_into(page, "incident.why_it_matters", "My daughter")
    assert page.case is not None
    page.case.flush()
    page.go(StepId.RULERS)
    assert cases.incident(desk, made).why_it_matters == "My daughter"
    assert unsaved.unsaved_forms(desk) == []
    assert page.step() is StepId.RULERS


def test_after_a_crash_the_wizard_opens_where_typing_stopped(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "story")
    type_into(page, "incident.story.words", "The bus had gone")
    assert page.case is not None
    page.case.flush()
    again = wizard(made)
    assert again.step() is StepId.STORY
    assert again.view().input_of("incident.story.words").value() == "The bus had gone"
    assert again.status() == "Here is what you were typing."


def test_a_half_typed_call_waits_for_the_next_visit(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "call")
    type_into(page, "call.note", "Hands shaking")
    page.go(StepId.ASK)
    assert cases.incident(desk, made).calls == ()
    page.go(StepId.CALL)
    assert page.view().input_of("call.note").value() == "Hands shaking"


def test_a_crash_between_recording_and_forgetting_records_one_call(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "call")
    page.view().input_of("call.result").edited.emit("spoke")
    assert page.case is not None
    page.case.flush()
    (form,) = unsaved.unsaved_forms(desk)
    page.case.write()
    unsaved.keep_unsaved(desk, form_key=form.form_key, payload=form.payload)
    again = wizard(made, "call")
    assert again.case is not None
    again.case.write()
    assert len(again.case.situation.calls) == 1


def test_losing_the_focus_keeps_at_once(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "decide")
    page.view().input_of("incident.decision.nature").editor.setFocus()
    type_into(page, "incident.decision.nature", "First interview")
    assert unsaved.unsaved_forms(desk) == []
    page.view().input_of("incident.decision.audience").editor.setFocus()
    assert [form.payload for form in unsaved.unsaved_forms(desk)] == [
        {"incident.decision.nature": "First interview"}
    ]


def type_time(page: IncidentWizardPage, words: str) -> None:
    """Type a time into the first field for one; it keeps the keyboard."""
    field = next(one for one in page.view().findChildren(TimeField) if one.isVisibleTo(page))
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def test_a_time_whose_field_was_never_left_is_written_with_its_page(desk: Desk, wizard: Open) -> None:
    """Alt and a letter press a button, and the keyboard stays where it is."""
    made = cases.granted(desk)
    page = wizard(made, StepId.PLAN.value)
    type_time(page, "7:45 am")
    page._footer.primary.click()
    plan = cases.incident(desk, made).plan
    assert plan is not None and plan.leave_by == time(7, 45)
    assert unsaved.unsaved_forms(desk) == []


def test_a_time_whose_field_was_never_left_is_kept(desk: Desk, wizard: Open, qtbot: QtBot) -> None:
    made = cases.granted(desk)
    type_time(wizard(made, StepId.PLAN.value), "7:45 am")
    qtbot.waitUntil(lambda: bool(unsaved.unsaved_forms(desk)), timeout=20_000)
    (form,) = unsaved.unsaved_forms(desk)
    assert form.payload == {"incident.plan.leave_by": "07:45:00"}


def test_typing_in_one_field_does_not_disturb_another(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "decide")
    line = page.view().input_of("incident.decision.policy").editor
    assert isinstance(line, QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "No second interviews ")
    assert page.case is not None
    cases.reach(desk, made)
    page.case.bridge.changed.emit(Changes(incidents=frozenset({made})))
    assert line.text() == "No second interviews "


def test_the_rail_says_when_it_was_kept(desk: Desk, wizard: Open) -> None:
    page = wizard(cases.report(desk), "decide")
    type_into(page, "incident.decision.nature", "First")
    assert page.case is not None
    page.case.flush()
    assert page.status() == "Saved 9:12 AM"


def test_what_was_marked_says_when_it_was_saved(desk: Desk, wizard: Open, clock: Clock) -> None:
    page = wizard(cases.granted(desk), "note")
    page.case.put("incident.own_words", "I learned from it.")
    page.case.write_facts()
    before = page.status()
    clock.forward(minutes=3)
    tick_both(page)
    assert before.startswith("Saved ") and page.status().startswith("Saved ") and page.status() != before


def test_beside_numbers_only_the_time_stands_below_them(desk: Desk, wizard: Open) -> None:
    page = wizard(cases.report(desk), "decide", width=932, height=500)
    assert "Saved" not in shown(page)
    type_into(page, "incident.decision.nature", "First")
    page.case.flush()
    assert "Saved 9:12 AM" in shown(page)


def shown(page: IncidentWizardPage) -> str:
    """Return what can be read on the rail."""
    labels = page.body().rail.findChildren(PlainLabel)
    return " ".join(label.text() for label in labels if label.isVisible())
