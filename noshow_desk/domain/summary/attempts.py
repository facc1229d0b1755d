"""R17 as three separate facts: the attempt, the second chance, the new appointment attended."""

from __future__ import annotations

from datetime import date, datetime

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import ClientCall, ContactAttempt
from noshow_desk.domain.kinds import Answer, DecisionChoice, Outcome, PaperKind, Who
from noshow_desk.domain.practice.moments import aware
from noshow_desk.domain.practice.standing import standing
from noshow_desk.domain.summary.moments import at_place, starts_of
from noshow_desk.domain.summary.records import SummaryRow
from noshow_desk.i18n import N_, Message

CLIENT_PAPERS = frozenset({PaperKind.APOLOGY, PaperKind.THANK_YOU, PaperKind.WITHDRAWAL})
_CLIENT = frozenset({Who.CLIENT, Who.BOTH})
_BY = {
    Who.CLIENT: N_("Yes, by the client: {when}"),
    Who.BOTH: N_("Yes, by client and caseworker together: {when}"),
    Who.CASEWORKER: N_("Yes, by the caseworker: {when}"),
    Who.OTHER: N_("Yes, by someone else: {when}"),
}
_ANSWERS = {
    Answer.REFUSED: N_("Asked for, not granted"),
    Answer.WILL_GET_BACK: N_("Asked for, they will get back"),
}
_NOT_ASKED = {
    DecisionChoice.POLICY_FORBIDS: N_("Not asked for: their policy does not allow it"),
    DecisionChoice.CLIENT_DECLINES: N_("Not asked for: the client does not want it"),
    DecisionChoice.ASK_LATER: N_("Not asked for yet"),
}
_OUTCOMES = {
    Outcome.ATTENDED: N_("Yes"),
    Outcome.MISSED: N_("No"),
    Outcome.MOVED: N_("Moved to another time"),
    Outcome.CANCELLED: N_("Cancelled"),
}


def current_calls(facts: CaseFacts) -> tuple[ClientCall, ...]:
    """Return the calls to the interviewer in order of time, without those that a later row corrects."""
    return standing(facts.incident.calls, facts.appointment.tz)


def current_contacts(facts: CaseFacts) -> tuple[ContactAttempt, ...]:
    """Return the tries to reach the client in order of time, without those that a later row corrects."""
    return standing(facts.incident.contact_attempts, facts.appointment.tz)


def first_attempt(facts: CaseFacts) -> tuple[datetime, Who] | None:
    """Return when the first attempt to put it right was made and by whom; the client's own comes first."""
    zone = facts.appointment.tz
    calls = [(aware(call.at, zone), call.by) for call in current_calls(facts)]
    own_papers = [paper for paper in facts.papers if paper.kind in CLIENT_PAPERS]
    calls += [(aware(paper.sent_at, zone), Who.CLIENT) for paper in own_papers if paper.sent_at]
    own = [made for made in calls if made[1] in _CLIENT]
    return min(own or calls, default=None)


def client_tried(facts: CaseFacts) -> bool:
    """Say whether the client made an attempt: an own call, visit or message; a voicemail counts."""
    made = first_attempt(facts)
    return made is not None and made[1] in _CLIENT


def last_answer(facts: CaseFacts) -> Answer | None:
    """Return the last answer to "may I have another time?"; a new appointment means it was granted."""
    if facts.new_appointment is not None:
        return Answer.GRANTED
    return next((call.answer for call in reversed(current_calls(facts)) if call.answer), None)


def asked(facts: CaseFacts) -> bool:
    """Say whether a second chance was asked for."""
    return last_answer(facts) is not None or any(call.asked for call in current_calls(facts))


def date_passed(appointment: Appointment | None, today: date) -> bool:
    """Say whether this appointment lies behind us or has an outcome."""
    if appointment is None:
        return False
    return appointment.outcome is not None or bool(appointment.starts and appointment.starts.date() < today)


def attempt_rows(facts: CaseFacts, today: date) -> tuple[SummaryRow, ...]:
    """Return the three facts of R17, the attempt first."""
    return (_attempt(facts), _second_chance(facts), _attended(facts, today))


def _attempt(facts: CaseFacts) -> SummaryRow:
    made = first_attempt(facts)
    label = Message(N_("Attempt to put it right"))
    if made is None:
        return SummaryRow("attempt_made", label, Message(N_("None recorded yet")), data=False)
    value = Message(_BY[made[1]], {"when": at_place(made[0], facts.appointment)})
    return SummaryRow("attempt_made", label, value, data=True)


def _second_chance(facts: CaseFacts) -> SummaryRow:
    answer = last_answer(facts)
    return SummaryRow("second_chance", Message(N_("Second chance")), _chance(facts, answer), answer or "")


def _chance(facts: CaseFacts, answer: Answer | None) -> Message:
    if answer is Answer.GRANTED:
        if facts.new_appointment is None:
            return Message(N_("Granted, new date not recorded yet"))
        return Message(N_("Granted: {when}"), {"when": starts_of(facts.new_appointment)})
    if answer is not None:
        return Message(_ANSWERS[answer])
    if asked(facts):
        return Message(N_("Asked for, no answer yet"))
    decision = facts.incident.decision
    choice = decision.choice if decision else DecisionChoice.ASK
    return Message(_NOT_ASKED.get(choice, N_("Not asked for yet")))


def _attended(facts: CaseFacts, today: date) -> SummaryRow:
    label = Message(N_("New appointment attended"))
    new = facts.new_appointment
    if new is None:
        return SummaryRow("new_attended", label, Message(N_("No new date")))
    if new.outcome is not None:
        attended = new.outcome is Outcome.ATTENDED
        return SummaryRow("new_attended", label, Message(_OUTCOMES[new.outcome]), attended)
    passed = N_("Not recorded yet") if date_passed(new, today) else N_("Still ahead")
    return SummaryRow("new_attended", label, Message(passed))
