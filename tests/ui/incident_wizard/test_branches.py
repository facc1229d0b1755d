"""The branches of PRACTICE, section 3, as the wizard walks them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from noshow_desk import i18n
from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.incident import Decision
from noshow_desk.domain.kinds import (
    Answer,
    AppointmentKind,
    AttemptResult,
    CallResult,
    CorrectionKind,
    DecisionChoice,
    PaperKind,
    StepId,
    StepState,
    WantsIt,
)
from noshow_desk.services import history, incidents, queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.settings import change_setting
from noshow_desk.ui.incident_wizard.blocks.attempt_log import AttemptLog
from noshow_desk.ui.incident_wizard.blocks.contact_list import ContactList
from noshow_desk.ui.incident_wizard.blocks.corrections import Corrections
from noshow_desk.ui.incident_wizard.blocks.new_date_outcome import NewDateOutcome
from noshow_desk.ui.incident_wizard.blocks.safety_card import SafetyCard
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.incident_wizard.rail_pages import neighbour, rail_of, walk
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.buttons import Button
from noshow_desk.ui.kit.labels import PlainLabel
from tests.builders import Clock
from tests.ui.desk_fixtures import failures
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open

S = StepId
TEN = datetime(2026, 3, 10, 10, 0)


def situation(page: IncidentWizardPage) -> Situation:
    assert page.case is not None
    return page.case.situation


def said(page: IncidentWizardPage) -> str:
    """Return all that the step on screen says."""
    QApplication.processEvents()  # a widget put into a layout shows at the next turn of the loop
    labels = page.view().findChildren(PlainLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def press(page: IncidentWizardPage, name: str) -> None:
    """Press the visible button called `name` on the step."""
    found = [each for each in page.view().findChildren(Button) if each.isVisible() and each.text() == name]
    assert found, f"no button {name}"
    found[0].click()


def choose(page: IncidentWizardPage, path: str, value: object) -> None:
    """Choose a value in the field bound to `path`."""
    field_input = page.view().input_of(path)
    field_input.show_value(value)
    field_input.edited.emit(value)


def test_missed_not_reached_opens_at_the_contact_list(desk: Desk, wizard: Open) -> None:
    page = wizard(cases.report(desk))
    assert page.step() is S.REACH
    press(page, "No answer")
    (attempt,) = cases.incident(desk, situation(page).facts.incident.id).contact_attempts
    assert attempt.result is AttemptResult.NO_ANSWER
    assert attempt.number == "(555) 010-0142"
    assert "(555) 010-0150" in str(page.view().findChild(ContactList)._list.value())


def test_an_attempt_can_be_corrected_and_both_are_kept(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.reach(desk, made, AttemptResult.NO_ANSWER)
    page = wizard(made, "reach")
    log = page.view().findChild(AttemptLog)
    log.correct(situation(page).attempts[0].id, AttemptResult.REACHED)
    assert [each.result for each in situation(page).attempts] == [AttemptResult.REACHED]
    assert len(cases.incident(desk, made).contact_attempts) == 2


def test_courtesy_is_one_click(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "courtesy")
    choose(page, "courtesy.how", "message")
    courtesy = cases.incident(desk, made).courtesy
    assert courtesy is not None and courtesy.message_left and courtesy.told == "Ms. Alvarez"


def test_courtesy_an_offered_time_is_not_granted(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "courtesy")
    choose(page, "courtesy.how", "spoke")
    QTest.keyClicks(page.view().input_of("courtesy.offered").editor, "Friday at ten")
    assert "Recorded as offered, not as granted" in said(page)
    page.go(S.STORY)
    facts = queries.facts(desk, made)
    assert facts.new_appointment is None
    assert facts.incident.courtesy is not None and facts.incident.courtesy.offered == "Friday at ten"


def test_imminent_shows_the_countdown_and_asks_what_the_client_will_do(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk, starts=TEN)
    cases.reach(desk, made)
    page = wizard(made, "reach")
    assert "48 minutes" in page.view().findChild(ContactList)._clock.text()
    choose(page, "incident.going", True)
    assert "Nothing counts as missed" in said(page)
    assert not situation(page).derived.counts_as_no_show


def test_imminent_cannot_go_leads_to_the_call(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk, starts=TEN)
    cases.reach(desk, made)
    page = wizard(made, "reach")
    choose(page, "incident.going", False)
    assert "Marcus calls now" in said(page)
    page.go(S.CALL)
    choose(page, "call.result", "spoke")
    choose(page, "call.moved_or_cancelled", True)
    page.go(S.ASK)
    assert cases.incident(desk, made).calls[-1].moved_or_cancelled
    assert not queries.derived(desk, made).counts_as_no_show


def test_an_appointment_ahead_becomes_a_missed_one_while_the_wizard_is_open(
    desk: Desk, wizard: Open, clock: Clock
) -> None:
    page = wizard(cases.report(desk, starts=TEN), "reach")
    assert situation(page).derived.imminent
    clock.forward(hours=1)
    assert page.case is not None
    page.case.refresh()
    assert not situation(page).derived.imminent


def test_reached_not_ready_agrees_a_time(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "reach")
    press(page, "Reached, not ready")
    choose(page, "attempt.call_back_at", "2026-03-10T15:00:00")
    choose(page, "attempt.may_tell", True)
    page.go(S.COURTESY)
    attempt = situation(page).attempts[-1]
    assert attempt.may_tell and attempt.result is AttemptResult.NOT_READY
    assert situation(page).at_the_place(attempt.call_back_at).hour == 15


def test_R0_danger_parks_everything_and_shows_the_crisis_numbers(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    page = wizard(made, "story")
    press(page, "Needs help now")
    assert cases.incident(desk, made).safety is not None
    for step in (S.STORY, S.CALL, S.NOTE):
        page.go(step)
        assert "988" in said(page)
        assert not page.view().findChildren(SafetyCard)[0]._question.isVisible()
        assert not page.body().draft.isVisible()
        assert not page.body().footer.primary.isVisible()
    press(page, "The danger is over")
    safety = cases.incident(desk, made).safety
    assert safety is not None and safety.over_at is not None
    assert "988" not in said(page)


def test_the_crisis_numbers_speak_the_language_of_the_screen_until_they_are_written_anew(
    desk: Desk, wizard: Open
) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    i18n.set_language("es")
    try:
        page = wizard(made, "story")
        press(page, "Necesita ayuda ya")
        assert "prevención del suicidio" in said(page)
        change_setting(desk, key="crisis_numbers", value="Suicide line 988")
        assert "Suicide line 988" in said(wizard(made, "story"))
    finally:
        i18n.set_language("en")


def test_fast_path_puts_the_call_before_the_rest(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    cases.change(desk, made, wants_it=WantsIt.YES)
    page = wizard(made, "story")
    order = [step for part in rail_of(situation(page)) for step in part.steps]
    assert order.index(S.CALL) < order.index(S.RULERS)
    assert order.index(S.DECIDE) < order.index(S.REHEARSE) < order.index(S.CALL)
    shown = {each.field.path for each in page.view().inputs() if each.editor.isVisible()}
    assert "incident.story.words" in shown
    assert not {"incident.outside", "incident.inside", "incident.story.thought"} & shown


def test_told_first_talks_in_full(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    incidents.record_courtesy(desk, incident_id=made, courtesy=cases.courtesy(desk))
    page = wizard(made, "story")
    shown = {each.field.path for each in page.view().inputs() if each.editor.isVisible()}
    assert {"incident.outside", "incident.inside", "incident.story.thought"} <= shown
    order = walk(situation(page))
    assert order.index(S.RULERS) < order.index(S.REHEARSE)


def test_does_not_want_it_leads_to_a_withdrawal(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    cases.change(desk, made, wants_it=WantsIt.NO)
    page = wizard(made, "decide")
    assert "withdraws politely" in said(page)
    assert situation(page).step(S.ASK).state is StepState.DOES_NOT_APPLY
    page.go(S.NOTE)
    letter = page.body().draft.letter()
    assert letter is not None and letter.kind is PaperKind.WITHDRAWAL


def test_a_policy_that_forbids_is_named_and_nothing_is_asked(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    cases.change(desk, made, wants_it=WantsIt.YES)
    page = wizard(made, "decide")
    choose(page, "incident.decision.choice", DecisionChoice.POLICY_FORBIDS.value)
    choose(page, "incident.decision.policy", "One interview a season")
    assert "without asking" in said(page)
    page.go(S.REHEARSE)
    assert cases.incident(desk, made).decision == Decision(
        choice=DecisionChoice.POLICY_FORBIDS, policy="One interview a season", at=desk.now()
    )
    assert "another time" not in page.body().draft.text()
    assert S.ASK not in walk(situation(page))


def test_two_messages_lead_to_an_apology_that_asks(desk: Desk, wizard: Open, clock: Clock) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    cases.change(desk, made, **cases.talked(desk))
    page = wizard(made, "call")
    choose(page, "call.result", CallResult.VOICEMAIL.value)
    assert "tries once more" in said(page)
    clock.forward(hours=4)
    press(page, "Record another call")
    assert page.view().input_of("call.result").value() is None
    choose(page, "call.result", CallResult.VOICEMAIL.value)
    assert "Two messages left" in said(page)
    page.go(S.NOTE)
    assert [each.corrects_id for each in cases.incident(desk, made).calls] == ["", ""]
    letter = page.body().draft.letter()
    assert letter is not None and letter.kind is PaperKind.APOLOGY


def test_granted_makes_the_new_appointment(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    cases.call(desk, made)
    page = wizard(made, "ask")
    choose(page, "call.asked", True)
    choose(page, "call.answer", Answer.GRANTED.value)
    choose(page, "granted.starts", "2026-03-20T10:00:00")
    choose(page, "granted.place", "1200 Harbor Road, front desk")
    page.go(S.DEBRIEF)
    new = queries.facts(desk, made).new_appointment
    assert isinstance(new, Appointment)
    assert (new.starts, new.place) == (cases.NEW_DATE, "1200 Harbor Road, front desk")
    assert situation(page).answer is Answer.GRANTED


def test_a_new_date_before_the_missed_one_keeps_the_person_on_the_page(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.call(desk, made, asked=True, answer=Answer.GRANTED)
    page = wizard(made, "ask")
    choose(page, "granted.starts", "2026-03-01T10:00:00")
    heard = failures(page.bridge)
    page.go(S.DEBRIEF)
    ((sentence, title),) = heard
    assert page.step() is S.ASK and "before the missed one" in sentence and title == "It was not recorded"


def test_refused_shows_courage_first_and_larger(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    cases.call(desk, made, asked=True, answer=Answer.REFUSED)
    page = wizard(made, "debrief")
    labels = [each for each in page.view().findChildren(PlainLabel) if each.isVisible()]
    courage = next(each for each in labels if "faced it" in each.text())
    luck = next(each for each in labels if "said no" in each.text())
    assert labels.index(courage) < labels.index(luck)
    assert courage.property("role") == "title" and luck.property("role") == "hint"


def test_will_get_back_waits_for_the_client_to_call(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.call(desk, made, asked=True)
    page = wizard(made, "ask")
    choose(page, "call.answer", Answer.WILL_GET_BACK.value)
    assert "two working days" in said(page)


def test_a_second_chance_missed_opens_a_linked_incident(desk: Desk, wizard: Open, clock: Clock) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    cases.grant(desk, made)
    clock.forward(days=11)
    page = wizard(made, "attended")
    wishes: list = []
    page.wished.connect(wishes.append)
    press(page, "Missed again")
    (wish,) = [each for each in wishes if each.kind == "incident"]
    assert queries.facts(desk, wish.id).previous is not None
    page.visit(replace(wish, detail="happened"))
    assert "second chance already" in said(page)
    assert page.view().input_of("incident.different_this_time").editor.isVisible()


def test_the_new_date_was_kept(desk: Desk, wizard: Open, clock: Clock) -> None:
    made = cases.report(desk)
    cases.grant(desk, made)
    clock.forward(days=11)
    page = wizard(made, "attended")
    press(page, "Marcus went")
    assert page.view().findChild(NewDateOutcome) is not None
    assert queries.facts(desk, made).new_appointment.outcome.value == "attended"


def test_supervision_says_check_your_policy_and_leaves_open_who_calls(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk, kind=AppointmentKind.SUPERVISION)
    page = wizard(made, "happened")
    assert "check your policy" in said(page)
    page.go(S.CALL)
    assert page.view().input_of("call.by").editor.isVisible()
    page.go(S.NOTE)
    assert "Letters are off by default" in said(page)


def test_R12_no_page_lets_the_caseworker_call_about_a_job(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "call")
    assert not page.view().input_of("call.by").editor.isVisible()
    choose(page, "call.result", "spoke")
    page.go(S.ASK)
    assert cases.incident(desk, made).calls[0].by.value == "client"


def test_reported_by_mistake_is_one_click_and_stays_in_the_history(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk, kind=AppointmentKind.SUPERVISION)
    page = wizard(made, "happened")
    press(page, "Reported by mistake")
    (correction,) = cases.incident(desk, made).corrections
    assert correction.kind is CorrectionKind.REPORTED_BY_MISTAKE
    assert page.view().findChild(Corrections)._rows.count() == 1
    assert not situation(page).derived.counts_as_no_show


def test_not_now_stays_open_and_is_asked_at_the_wrap_up(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    page = wizard(made, "decide")
    page.body().footer.not_now_wished.emit()
    assert situation(page).step(S.DECIDE).deferred
    page.go(S.FOLLOW_UP)
    press(page, "Open")
    assert page.step() is S.DECIDE


def test_skip_asks_for_the_reason(desk: Desk, wizard: Open, dialogs) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    page = wizard(made, "decide")
    dialogs.answers.append("Asked last week")
    page.body().footer.skip_wished.emit()
    step = queries.derived(desk, made).step(S.DECIDE)
    assert (step.state, step.skip_reason) == (StepState.SKIPPED, "Asked last week")


def test_a_due_date_is_moved_by_hand(desk: Desk, wizard: Open, dialogs) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    cases.grant(desk, made)
    page = wizard(made, "note")
    press(page, "Move…")
    (dialog,) = dialogs.shown
    dialog.when.set_value(datetime(2026, 3, 12, 12, 0))
    dialog._on_move_clicked()
    assert cases.incident(desk, made).due_moves[0].step is S.NOTE
    assert "Thursday, March 12, 12:00 PM" in said(page)


def test_undoing_the_report_closes_the_wizard(desk: Desk, wizard: Open) -> None:
    page = wizard(cases.report(desk), "happened")
    wishes: list = []
    page.wished.connect(wishes.append)
    last = desk.vault.changes.last_act()
    page.bridge.run(partial(history.undo, desk, act=last))
    assert [each.kind for each in wishes] == ["incidents"]
    assert page.case is None


def test_back_and_next_walk_the_steps_that_apply(desk: Desk, wizard: Open) -> None:
    page = wizard(cases.report(desk), "happened")
    assert neighbour(situation(page), S.HAPPENED, -1) is None
    page.body().footer.next_wished.emit()
    assert page.step() is S.REACH
    page.body().footer.back_wished.emit()
    assert page.step() is S.HAPPENED


def test_save_and_close_returns_to_the_client(desk: Desk, wizard: Open) -> None:
    page = wizard(cases.report(desk), "happened")
    wishes: list = []
    page.wished.connect(wishes.append)
    page.body().footer.close_wished.emit()
    assert [each.kind for each in wishes] == ["client"]
