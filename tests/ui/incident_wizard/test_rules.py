"""The rules of PRACTICE, sections 1 and 2, on the screens."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from noshow_desk.domain.client import Client
from noshow_desk.domain.incident import Insight, Obstacle
from noshow_desk.domain.kinds import Answer, StepId, VoicemailPreference, Who
from noshow_desk.letters.phrases import Purpose
from noshow_desk.services import incidents
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.blocks.contact_list import ContactList
from noshow_desk.ui.incident_wizard.blocks.phrase_bank import PhraseBank
from noshow_desk.ui.incident_wizard.blocks.suggestions import Suggestions
from noshow_desk.ui.incident_wizard.blocks.two_minutes import SECONDS, TwoMinutes
from noshow_desk.ui.incident_wizard.blocks.waiting_clock import clock_text
from noshow_desk.ui.incident_wizard.inputs.factors import FactorRow
from noshow_desk.ui.incident_wizard.inputs.obstacles import ObstacleCard
from noshow_desk.ui.incident_wizard.says import HeadingLine
from noshow_desk.ui.incident_wizard.step_head import StepHead
from noshow_desk.ui.kit.labels import PlainLabel
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_branches import choose, press, said, situation

S = StepId


def told_first(desk: Desk) -> str:
    """Return an incident with time to talk: the client was reached, the interviewer knows."""
    made = cases.report(desk)
    cases.reach(desk, made)
    incidents.record_courtesy(desk, incident_id=made, courtesy=cases.courtesy(desk))
    return made


def top_of(page: QWidget, widget: QWidget) -> int:
    return widget.mapTo(page, widget.rect().topLeft()).y()


def test_R1_a_note_with_a_stigma_word_gets_a_nudge(desk: Desk, wizard: Open) -> None:
    page = wizard(told_first(desk), "story")
    QTest.keyClicks(page.view().input_of("incident.inside_notes").editor, "He was lazy again")
    assert "“lazy”" in said(page)


def test_R2_prefers_not_to_say_is_an_answer(desk: Desk, wizard: Open) -> None:
    made = told_first(desk)
    page = wizard(made, "story")
    choose(page, "incident.story.state", "prefers_not_to_say")
    assert not page.view().input_of("incident.story.words").editor.isVisible()
    page.go(S.DECIDE)
    assert situation(page).step(S.STORY).state.value == "done"


def test_R3_own_words_come_before_thought_feeling_belief_and_logistics(desk: Desk, wizard: Open) -> None:
    page = wizard(told_first(desk), "story")
    view = page.view()
    order = [top_of(page, view.input_of(f"incident.{name}").editor) for name in
             ("story.words", "story.thought", "story.belief", "outside")]  # fmt: skip
    assert order == sorted(order) and len(set(order)) == len(order)


def test_R4_both_lists_are_apart_and_take_several_with_words(desk: Desk, wizard: Open) -> None:
    made = told_first(desk)
    page = wizard(made, "story")
    outside, inside = (page.view().input_of(f"incident.{side}").editor for side in ("outside", "inside"))
    rows = {row.factor: row for row in outside.findChildren(FactorRow)}
    assert len(rows) == 13 and len(inside.findChildren(FactorRow)) == 12
    rows["transport"].box.click()
    QTest.keyClicks(rows["transport"].findChildren(QLineEdit)[0], "wrong bus")
    rows["phone"].box.click()
    rows["transport"]._true.click()
    page.go(S.DECIDE)
    first, second = cases.incident(desk, made).outside
    assert (first.factor.value, first.words, first.confirmed_true) == ("transport", "wrong bus", True)
    assert (second.factor.value, second.confirmed_true) == ("phone", False)


def test_R4_only_outside_gets_one_nudge(desk: Desk, wizard: Open) -> None:
    page = wizard(told_first(desk), "story")
    choose(page, "incident.outside", [{"factor": "transport", "words": ""}])
    assert "Ask once what went on inside" in said(page)
    choose(page, "incident.inside", [{"factor": "ashamed", "words": ""}])
    assert "Ask once what went on inside" not in said(page)


def test_R5_voicemail_words_and_shared_phones_are_shown_before_the_call(desk: Desk, wizard: Open) -> None:
    page = wizard(cases.report(desk), "reach")
    text = said(page)
    assert "“Hi, it’s Dana. Please call when you can.”" in text
    ways = [option.accessibleName() for option in page.view().findChild(ContactList)._list.options()]
    assert "safe after 3 PM" in ways[0] and "shared" in ways[1]


def test_R5_no_message_when_the_client_was_never_asked(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    client = desk.vault.clients.get(cases_client(desk, made))
    with desk.act():
        desk.vault.clients.change(_unasked(client))
    page = wizard(made, "reach")
    assert "leave no message" in said(page) and "Please call when you can" not in said(page)
    names = [each.text() for each in page.view().findChild(ContactList)._buttons.values() if each.isVisible()]
    assert "Message left" not in names


def test_R5_on_a_shared_phone_the_office_stays_unnamed(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    client = desk.vault.clients.get(cases_client(desk, made))
    with desk.act():
        desk.vault.clients.change(replace(client, voicemail=VoicemailPreference.MAY_NAME_AGENCY))
    page = wizard(made, "reach")
    contacts = page.view().findChild(ContactList)
    assert "Dana from Second Start" in contacts._words.text()
    own, shared = contacts._list.options()[:2]
    shared.click()
    assert "Second Start" not in contacts._words.text() and "it’s Dana." in contacts._words.text()
    own.click()
    assert "Second Start" in contacts._words.text()


def cases_client(desk: Desk, made: str) -> str:
    return desk.vault.cases.facts(made).client.id


def _unasked(client: Client) -> Client:
    return replace(client, voicemail=None)


def test_A1_two_minutes_are_counted_for_each_channel(desk: Desk, wizard: Open) -> None:
    page = wizard(cases.report(desk), "reach")
    minutes = page.view().findChild(TwoMinutes)
    minutes.start()
    assert minutes.text() == "2:00 left"
    for _second in range(SECONDS):
        minutes._on_tick_timeout()
    assert minutes.text() == "Time is up: next channel"


def test_A1_the_courtesy_script_is_beside_the_contact_list_and_short(desk: Desk, wizard: Open) -> None:
    page = wizard(cases.report(desk), "reach")
    script = page.body().draft.text()
    assert len(script.split()) <= 45
    assert "Marcus Reed" in script and "Second Start" not in script
    page.go(S.COURTESY)
    text = said(page)
    assert "was not asked yet" in text and "Caller ID" in text and "Why?" in text


@pytest.mark.parametrize(
    ("ahead", "told", "says"),
    [
        (timedelta(minutes=25), False, "Starts in 25 minutes"),
        (timedelta(minutes=-42), False, "Waiting 42 minutes"),
        (timedelta(minutes=-60), True, "1 hour ago"),
        (timedelta(days=-3), True, "3 days ago"),
    ],
)
def test_A1_a_clock_counts_down_to_the_start_and_on_from_it(ahead: timedelta, told: bool, says: str) -> None:
    assert clock_text(ahead, told=told) == says


def test_A1_no_contact_is_said_before_the_call(desk: Desk, wizard: Open) -> None:
    page = wizard(cases.report(desk), "courtesy")
    choose(page, "consent.level", "no_contact")
    assert "Do not make this call" in said(page)
    page.go(S.STORY)
    page.go(S.COURTESY)
    assert "Do not make this call" in said(page)


def test_R6_rulers_ask_why_not_lower_and_advise_to_rehearse(desk: Desk, wizard: Open) -> None:
    made = told_first(desk)
    page = wizard(made, "rulers")
    choose(page, "incident.importance.value", 9)
    assert "You said 9. Why not lower?" in said(page)
    choose(page, "incident.confidence.value", 3)
    assert "rehearse before the call" in said(page)
    assert "why not 10" not in said(page).casefold()


def test_R7_the_fourth_obstacle_gets_a_nudge(desk: Desk, wizard: Open) -> None:
    made = told_first(desk)
    cases.change(desk, made, obstacles=tuple(Obstacle(what=f"Obstacle {n}") for n in range(3)))
    page = wizard(made, "solve")
    assert "Which of them would have made the difference?" not in said(page)
    press(page, "One more obstacle")
    QTest.keyClicks(page.view().findChildren(ObstacleCard)[-1]._what, "Shoes")
    assert "Which of them would have made the difference?" in said(page)


def test_R8_suggestions_stay_hidden_until_an_idea_is_written(desk: Desk, wizard: Open) -> None:
    made = told_first(desk)
    facts = cases.talked(desk)
    cases.change(desk, made, outside=facts["outside"], obstacles=(Obstacle(what="The bus"),))
    page = wizard(made, "solve")
    block = page.view().findChild(Suggestions)
    assert not block._link.isVisible() and "once the client's own idea" in said(page)
    QTest.keyClicks(page.view().findChildren(ObstacleCard)[0]._idea, "Take the one before")
    assert block._link.isVisible() and not block._card.isVisible()
    press(page, "What has worked for others")
    assert block._card.isVisible()


def test_R9_a_caseworker_as_owner_is_asked_why_and_counted(desk: Desk, wizard: Open) -> None:
    made = told_first(desk)
    cases.change(desk, made, obstacles=(Obstacle(what="The form", idea="Fill it in together"),))
    page = wizard(made, "solve")
    card = page.view().findChildren(ObstacleCard)[0]
    assert card._owner.value() == Who.CLIENT.value and "client 1 · caseworker 0" in said(page)
    card._owner.set_value(Who.CASEWORKER.value)
    card._owner.chosen.emit(Who.CASEWORKER.value)
    assert "Why not Marcus?" in said(page) and "client 0 · caseworker 1" in said(page)


def test_R10_the_insight_is_pinned_on_every_later_step(desk: Desk, wizard: Open) -> None:
    made = told_first(desk)
    cases.change(desk, made, insight=Insight(words="I keep thinking they decided.", whose=Who.CLIENT))
    page = wizard(made, "reach")
    assert not page.view().findChild(StepHead).pin.isVisible()
    for step in (S.DECIDE, S.REHEARSE, S.CALL, S.DEBRIEF, S.NOTE, S.PLAN, S.FOLLOW_UP):
        page.go(step)
        assert "“I keep thinking they decided.” · Marcus said it" in said(page)


def test_R13_the_truth_line_stands_before_the_story(desk: Desk, wizard: Open) -> None:
    page = wizard(told_first(desk), "story")
    labels = [each for each in page.view().findChildren(PlainLabel) if each.isVisible()]
    line = next(each for each in labels if each.text().startswith("Nothing has to be said. What is said"))
    words = page.view().input_of("incident.story.words").editor
    assert top_of(page, line) < top_of(page, words)


def test_R15_the_phrase_bank_puts_a_phrase_into_the_own_sentence(desk: Desk, wizard: Open) -> None:
    made = told_first(desk)
    page = wizard(made, "rehearse")
    bank = page.view().findChild(PhraseBank)
    bank._purpose.set_value(Purpose.OWN)
    bank._purpose.chosen.emit(Purpose.OWN)
    first = bank._rows._shown[0]
    assert first.action == "Use"
    bank._rows.acted.emit(first.key)
    assert page.view().input_of("incident.own_words").value() == first.key


def test_R13_what_is_only_true_in_the_call_is_said_there_and_put_nowhere(desk: Desk, wizard: Open) -> None:
    page = wizard(told_first(desk), "rehearse")
    bank = page.view().findChild(PhraseBank)
    for purpose in (Purpose.OPEN, Purpose.THANK, Purpose.CLOSE):
        bank._purpose.set_value(purpose)
        bank._purpose.chosen.emit(purpose)
        shown = bank._rows._shown
        assert shown and not any(row.action for row in shown) and "say in the call" in said(page)


def test_R16_both_lines_are_on_screen_before_the_call(desk: Desk, wizard: Open) -> None:
    page = wizard(told_first(desk), "call")
    text = said(page)
    assert text.index("What is likely") < text.index("Why it is worth it") < text.index("lie or an excuse")
    lines = [each for each in page.view().findChildren(PlainLabel) if "What is likely" in each.text()]
    assert top_of(page, lines[0]) < top_of(page, page.view().input_of("call.result").editor)


def test_R17_three_facts_the_attempt_first(desk: Desk, wizard: Open) -> None:
    made = told_first(desk)
    cases.call(desk, made, asked=True, answer=Answer.REFUSED)
    page = wizard(made, "follow_up")
    text = said(page)
    assert text.index("Attempt made") < text.index("Second chance: no") < text.index("New date:")


def test_A2_rehearsals_are_counted_with_readiness(desk: Desk, wizard: Open) -> None:
    made = told_first(desk)
    page = wizard(made, "rehearse")
    press(page, "Rehearsed once")
    press(page, "Rehearsed once more")
    assert "☑☑☐" in said(page)
    page.go(S.CALL)
    assert len(cases.incident(desk, made).rehearsals) == 2


def test_A5_the_plan_has_one_for_the_outside_and_one_for_the_inside(desk: Desk, wizard: Open) -> None:
    made = told_first(desk)
    page = wizard(made, "plan")
    editor = page.view().input_of("incident.plan.if_thens").editor
    lines = editor.findChildren(QLineEdit)
    for line, words in zip(lines, ("the bus is late", "call Ray", "I freeze", "breathe"), strict=True):
        QTest.keyClicks(line, words)
    page.view().input_of("incident.plan.said_aloud_at").editor.click()
    page.go(S.FOLLOW_UP)
    plan = cases.incident(desk, made).plan
    assert plan is not None and [each.inside for each in plan.if_thens] == [False, True]
    assert plan.said_aloud_at == desk.now()


def test_A5_a_plan_typed_with_its_own_if_and_i_says_them_once(desk: Desk, wizard: Open) -> None:
    page = wizard(told_first(desk), "plan")
    lines = page.view().input_of("incident.plan.if_thens").editor.findChildren(QLineEdit)
    assert [line.placeholderText() for line in lines[:2]] == ["the bus has not come by 8:10", "call Ray"]
    QTest.keyClicks(lines[0], "If the bus is late")
    QTest.keyClicks(lines[1], "I call Ray for a ride")
    page.body().draft.show_now()
    assert "If the bus is late, then I call Ray for a ride." in page.body().draft.text()


def test_every_step_has_a_question_to_the_client(desk: Desk, wizard: Open) -> None:
    page = wizard(told_first(desk), "happened")
    for step in StepId:
        page.go(step)
        coach = page.view().findChild(StepHead).coach
        assert coach.isVisible() and coach.prompt().startswith("“")


def test_user_text_is_never_rich(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    client = desk.vault.clients.get(cases_client(desk, made))
    with desk.act():
        desk.vault.clients.change(_named(client, "<img src=/etc/passwd> & Söhne"))
    page = wizard(made, "happened")
    for step in StepId:
        page.go(step)
        assert all(each.textFormat().name == "PlainText" for each in page.view().findChildren(PlainLabel))
    assert "<img src=/etc/passwd> & Söhne" in "".join(
        each.text() for each in page.view().findChildren(PlainLabel)
    )
    assert page.view().findChildren(HeadingLine)


def _named(client: Client, name: str) -> Client:
    return replace(client, first_name=name)
