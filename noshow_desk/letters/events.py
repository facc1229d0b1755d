"""What happened and what comes next: how the variables of a case get their values; None means nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta

from noshow_desk.domain.if_then import if_part, then_part
from noshow_desk.domain.incident import IfThen
from noshow_desk.domain.kinds import CLIENT_ONLY_KINDS, Answer
from noshow_desk.domain.practice.after import REMINDER_DAYS
from noshow_desk.letters.known import Known

Rows = list[dict[str, str]]
WITH_REASON = "paper.with_reason"
_YES = ("yes", "true", "1")


def today(known: Known) -> date:
    """The day on which the paper is made."""
    return known.today


# appointments


def appointment_word(known: Known) -> str:
    """What to call it: "interview" for a job, training or school, else "appointment"."""
    return _appointment_word(known, known.language)


def appointment_word_in_spanish(known: Known) -> str:
    """The same in Spanish, for a line under an English one."""
    return _appointment_word(known, "es")


def appointment_date(known: Known) -> date | None:
    """The day of the appointment."""
    starts = known.facts.appointment.starts
    return starts.date() if starts else None


def appointment_is_today(known: Known) -> bool:
    """Whether the appointment is or was on the day of the paper."""
    return appointment_date(known) == known.today


def appointment_time(known: Known) -> time | None:
    """The time of the appointment, by the clock on that wall."""
    starts = known.facts.appointment.starts
    return starts.time() if starts else None


def appointment_role(known: Known) -> str:
    """The job or programme it was about."""
    return known.facts.appointment.role


def appointment_place(known: Known) -> str:
    """Where it was to be."""
    return known.facts.appointment.place


def new_date(known: Known) -> date | None:
    """The day of the second chance."""
    new = known.facts.new_appointment
    return new.starts.date() if new and new.starts else None


def new_time(known: Known) -> time | None:
    """The time of the second chance."""
    new = known.facts.new_appointment
    return new.starts.time() if new and new.starts else None


def new_place(known: Known) -> str | None:
    """Where the second chance is."""
    new = known.facts.new_appointment
    return new.place if new else None


# the incident


def own_words(known: Known) -> str:
    """The one sentence of the client's own for the note."""
    return known.facts.incident.own_words


def true_sentence(known: Known) -> str:
    """The one true sentence the client chose to give as the reason (R13, R14)."""
    return known.facts.incident.true_sentence


def growth_sentence(known: Known) -> str | None:
    """What the client takes from it (R18)."""
    debrief = known.facts.incident.debrief
    return debrief.growth_sentence if debrief else None


def days(known: Known) -> list[str]:
    """The days the client can keep."""
    return list(known.facts.incident.days_i_can_keep)


def granted(known: Known) -> bool:
    """Whether a second chance was given."""
    return known.answer is Answer.GRANTED


def refused(known: Known) -> bool:
    """Whether the answer was no."""
    return known.answer is Answer.REFUSED


def pending(known: Known) -> bool:
    """Whether the interviewer will get back."""
    return known.answer is Answer.WILL_GET_BACK


def should_ask(known: Known) -> bool:
    """Whether this paper asks for another time."""
    return known.should_ask


def spoke(known: Known) -> bool:
    """Whether the client has talked to the interviewer."""
    return known.spoke


def moved(known: Known) -> bool:
    """Whether the client moved or cancelled it in time."""
    return known.moved


def imminent(known: Known) -> bool:
    """Whether it was still ahead when it was reported."""
    return known.facts.incident.imminent


def withdraws(known: Known) -> bool:
    """Whether the client does not want another chance and says so, politely."""
    return known.case.declines


def reason_known(known: Known) -> bool:
    """Whether the caseworker has heard why."""
    return known.reason_known


def reason(known: Known) -> str | None:
    """The one true sentence, when the client wants it on this paper (input "paper.with_reason": "yes")."""
    wanted = gives_reason(known.inputs)
    return known.inputs.get("incident.true_sentence", true_sentence(known)) if wanted else None


def gives_reason(inputs: Mapping[str, str]) -> bool:
    """Say whether what was typed for a paper asks for the reason to be given in it."""
    return inputs.get(WITH_REASON, "").strip().lower() in _YES


# the plan


def leave_by(known: Known) -> time | None:
    """When to leave."""
    plan = known.facts.incident.plan
    return plan.leave_by if plan else None


def if_thens(known: Known) -> Rows:
    """All if-then plans."""
    plan = known.facts.incident.plan
    return [_if_then(row) for row in plan.if_thens] if plan else []


def reminders(known: Known) -> list[date]:
    """The days on which to be reminded, 7, 3 and 1 days before the new date, those still ahead."""
    day = new_date(known)
    if day is None or day.toordinal() <= REMINDER_DAYS[0]:
        return []
    ahead = (day - timedelta(days=before) for before in REMINDER_DAYS)
    return [reminder for reminder in ahead if reminder >= known.today]


def _appointment_word(known: Known, language: str) -> str:
    interview = known.facts.appointment.kind in CLIENT_ONLY_KINDS
    return {"en": ("appointment", "interview"), "es": ("cita", "entrevista")}[language][interview]


def _if_then(row: IfThen) -> dict[str, str]:
    return {"if_part": if_part(row), "then_part": then_part(row)}
