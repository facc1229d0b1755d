"""R17 as three separate facts: the attempt, the second chance, the new appointment attended."""

from __future__ import annotations

from datetime import date

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import ClientCall, ContactAttempt
from noshow_desk.domain.kinds import Answer, DecisionChoice, Outcome, Who
from noshow_desk.domain.practice.standing import standing
from noshow_desk.domain.practice.success import Success, success_of
from noshow_desk.domain.summary.moments import at_place, starts_of
from noshow_desk.domain.summary.records import SummaryRow
from noshow_desk.i18n import N_, Message

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


def date_passed(appointment: Appointment | None, today: date) -> bool:
    """Say whether this appointment lies behind us or has an outcome."""
    if appointment is None:
        return False
    return appointment.outcome is not None or bool(appointment.starts and appointment.starts.date() < today)


def attempt_rows(facts: CaseFacts, today: date) -> tuple[SummaryRow, ...]:
    """Return the three facts of R17, the attempt first."""
    success = success_of(facts)
    return (_attempt(facts, success), _second_chance(facts, success), _attended(facts, today))


def _attempt(facts: CaseFacts, success: Success) -> SummaryRow:
    """Return when the first attempt to put it right was made and by whom; the client's own comes first."""
    made = success.first_own or next(iter(success.attempts), None)
    label = Message(N_("Attempt to put it right"))
    if made is None:
        return SummaryRow("attempt_made", label, Message(N_("None recorded yet")), data=False)
    value = Message(_BY[made.by], {"when": at_place(made.at, facts.appointment)})
    return SummaryRow("attempt_made", label, value, data=True)


def _second_chance(facts: CaseFacts, success: Success) -> SummaryRow:
    words = _chance(facts, success)
    return SummaryRow("second_chance", Message(N_("Second chance")), words, success.answer or "")


def _chance(facts: CaseFacts, success: Success) -> Message:
    answer = success.answer
    if answer is Answer.GRANTED:
        if facts.new_appointment is None:
            return Message(N_("Granted, new date not recorded yet"))
        return Message(N_("Granted: {when}"), {"when": starts_of(facts.new_appointment)})
    if answer is not None:
        return Message(_ANSWERS[answer])
    if success.asked:
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
