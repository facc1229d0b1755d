"""Journeys 2 to 8: the branches of the practice, walked in the real window."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from noshow_desk.domain.kinds import (
    Answer,
    AppointmentKind,
    Channel,
    CorrectionKind,
    DecisionChoice,
    PaperKind,
    StepId,
    StepState,
    Who,
)
from noshow_desk.domain.step import Derived
from noshow_desk.services import clients, interviewers, queries
from noshow_desk.ui.incident_wizard.draft_panel import DraftPanel
from tests.builders import Clock, marcus, rosa
from tests.journeys.conftest import Sit
from tests.journeys.person import Person

pytestmark = pytest.mark.xvfb


def derived(person: Person, incident: str) -> Derived:
    """Return how the incident stands."""
    return queries.derived(person.desk, incident)


def state(person: Person, incident: str, step: StepId) -> StepState:
    """Return how one step stands."""
    return derived(person, incident).step(step).state


def draft(person: Person) -> str:
    """Return the words of the paper at the right of the wizard."""
    QApplication.processEvents()
    panel = person.window.findChild(DraftPanel)
    assert panel is not None
    return panel.text()


def talk(person: Person, incident: str, wants: str = "Yes") -> None:
    """Reached: safe, a short story, and whether another chance is wanted."""
    person.go("incident", incident, "reach")
    person.press("Reached")
    person.go("incident", incident, "story")
    person.press("Safe")
    person.press("Told")
    person.write("In ", "I overslept and then I was ashamed.")
    person.go("incident", incident, "decide")
    person.press(wants)


def call(person: Person, incident: str, result: str = "Spoke") -> None:
    """The client calls, and says sorry twice where somebody or something listens."""
    person.go("incident", incident, "call")
    person.press(result)
    if result != "No answer":
        person.press("Said sorry for missing it")
        person.press("Said sorry for the trouble")


def answer(person: Person, incident: str, words: str) -> None:
    """The client asked, and this was the answer."""
    person.go("incident", incident, "ask")
    person.press("Yes", of="Did ")
    person.press(words, of="What did ")


def test_imminent_not_reached_courtesy_call(person: Person) -> None:
    """Journey 2: it is 9:42, the interview is at 10:00, nobody answers."""
    incident = person.report("Marcus Reed", time="Today 10:00 AM")
    assert derived(person, incident).imminent
    person.write("The client’s number", "555-0131") if person.sees("The client’s number") else None
    person.press("No answer")
    person.go("incident", incident, "courtesy")
    script = draft(person)
    assert len(script.split()) <= 45 and "sorry" in script.lower()
    assert "Second Start" not in script and "Whitfield" not in script
    person.press("Told Ms. Alvarez")
    facts = queries.facts(person.desk, incident)
    assert facts.incident.courtesy is not None
    assert state(person, incident, StepId.COURTESY) is StepState.DONE
    assert state(person, incident, StepId.CALL) is StepState.OPEN
    assert derived(person, incident).step(StepId.CALL).who is Who.CLIENT


def test_imminent_becomes_missed_at_its_start(person: Person, clock: Clock) -> None:
    """An appointment ahead that nobody moved counts as missed from its start."""
    incident = person.report("Marcus Reed", time="Today 10:00 AM")
    clock.forward(minutes=30)
    assert not derived(person, incident).imminent and derived(person, incident).counts_as_no_show


def test_refused_with_dignity(person: Person) -> None:
    """Journey 3: the answer is no; courage first, then an optional note of thanks."""
    incident = person.report("Marcus Reed")
    talk(person, incident)
    call(person, incident)
    answer(person, incident, "No")
    person.go("incident", incident, "debrief")
    person.write("What Marcus takes from it", "I did it although I was afraid.")
    person.go("incident", incident, "note")
    text = draft(person)
    assert "Thank you" in text and "another" not in text.lower().split("thank you")[0]
    found = queries.facts(person.desk, incident)
    assert found.incident.calls[-1].answer is Answer.REFUSED
    assert found.incident.debrief is not None
    assert state(person, incident, StepId.DEBRIEF) is StepState.DONE
    assert state(person, incident, StepId.PLAN) is StepState.DOES_NOT_APPLY


def test_a_policy_forbids_the_ask(person: Person) -> None:
    """Journey 4: the apology is made, nothing is asked, the policy is named."""
    incident = person.report("Marcus Reed")
    talk(person, incident)
    person.press("Their policy does not allow it")
    person.write("Policy", "One interview a year")
    call(person, incident)
    person.go("incident", incident, "debrief")
    decision = queries.facts(person.desk, incident).incident.decision
    assert decision is not None and decision.choice is DecisionChoice.POLICY_FORBIDS
    assert decision.policy == "One interview a year"
    assert state(person, incident, StepId.ASK) is StepState.DOES_NOT_APPLY
    assert state(person, incident, StepId.CALL) is StepState.DONE


def test_voicemail_twice_then_an_email_that_asks(person: Person, clock: Clock) -> None:
    """Journey 5: two messages, then the apology that asks goes by e-mail."""
    made = interviewers.add_interviewer(person.desk, interviewer=rosa(email="rosa@bayside.example"))
    incident = person.report("Marcus Reed")
    assert queries.facts(person.desk, incident).interviewer.id == made.made
    talk(person, incident)
    call(person, incident, "Voicemail")
    person.go("today")
    clock.forward(hours=4)
    call(person, incident, "Voicemail")
    person.go("incident", incident, "note")
    text = draft(person)
    assert "sorry" in text.lower() and "?" in text
    assert len(queries.facts(person.desk, incident).incident.calls) == 2
    note = derived(person, incident).step(StepId.NOTE)
    assert note.state is StepState.OPEN
    person.press("Marcus says: “Every sentence is true.”")
    person.press("You say: “I know of nothing untrue here.”")
    person.press("Mark as sent")
    (paper,) = [one for one in queries.facts(person.desk, incident).papers if one.sent_at]
    assert paper.kind is PaperKind.APOLOGY and paper.channel is Channel.EMAIL


def test_the_second_chance_is_missed_too(person: Person, clock: Clock) -> None:
    """Journey 6: a new incident, linked to the first, after "What will be different this time?"."""
    first = person.report("Marcus Reed")
    talk(person, first)
    call(person, first)
    answer(person, first, "Yes, a new time")
    person.enter("Day and time, day", "March 12")
    person.enter("Day and time, time", "9:00 AM")
    person.go("today")
    clock.forward(days=2)
    client = queries.facts(person.desk, first).client.id
    person.go("client", client)
    person.press("Missed it")
    person.press(person.button_with("Today 9:00 AM, Ms."))
    person.press("Put it right")
    (second,) = {row.incident_id for row in queries.open_incidents(person.desk)} - {first}
    facts = queries.facts(person.desk, second)
    assert facts.previous is not None and facts.previous.id == first
    person.go("incident", second, "happened")
    person.write("What will be different this time?", "My sister drives me.")
    person.go("incident", second, "reach")
    assert queries.facts(person.desk, second).incident.different_this_time == "My sister drives me."


def test_supervision_has_other_rules(person: Person) -> None:
    """Journey 7: check your policy; the caseworker may call; letters are off by default."""
    incident = person.report("Marcus Reed")
    person.go("incident", incident, "happened")
    person.pick("Kind of appointment", "Supervision or court")
    person.go("incident", incident, "reach")
    person.go("incident", incident, "happened")
    assert queries.facts(person.desk, incident).appointment.kind is AppointmentKind.SUPERVISION
    assert person.sees("check your policy")
    person.go("incident", incident, "note")
    assert person.sees("Letters are off by default")


def test_reported_by_mistake_is_corrected_and_kept(person: Person) -> None:
    """Journey 7, second half: nothing counts, the history keeps both."""
    incident = person.report("Marcus Reed")
    person.go("incident", incident, "happened")
    person.press("Reported by mistake")
    found = queries.facts(person.desk, incident)
    assert [one.kind for one in found.incident.corrections] == [CorrectionKind.REPORTED_BY_MISTAKE]
    assert not derived(person, incident).counts_as_no_show
    titles = [row.title.say() for row in queries.timeline(person.desk, found.client.id)]
    assert any("mistake" in title for title in titles) and any("Missed" in title for title in titles)


def test_a_spanish_speaker_signs_an_english_letter(person: Person) -> None:
    """Journey 8: the letter is English, the client reads the same in Spanish beside it."""
    clients.add_client(
        person.desk,
        client=marcus(first_name="Luis", last_name="Ortega", spoken_language="es", paper_language="es"),
    )
    incident = person.report("Luis Ortega")
    talk(person, incident)
    call(person, incident)
    answer(person, incident, "Yes, a new time")
    person.enter("Day and time, day", "March 27")
    person.enter("Day and time, time", "10:00 AM")
    person.go("incident", incident, "note")
    person.pick("Language of the note", "English")
    assert "Thank you" in draft(person)
    assert person.sees("Español") or person.sees("Spanish")


def test_half_filled_is_there_again(person: Person, sit: Sit, clock: Clock) -> None:
    """Leave in the middle, come back days later at the same step."""
    incident = person.report("Marcus Reed")
    talk(person, incident)
    person.go("today")
    assert person.workspace is not None
    person.workspace.put_away()
    clock.now += timedelta(days=3)
    later = sit()
    later.go("incident", incident, "story")
    assert later.written("In Marcus") == "I overslept and then I was ashamed."
