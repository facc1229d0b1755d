"""What the screens of one incident look at: its facts, with what is being typed, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from noshow_desk.domain.appointment import local
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import ClientCall, ContactAttempt
from noshow_desk.domain.kinds import (
    CLIENT_ONLY_KINDS,
    OFFICIAL_KINDS,
    Answer,
    AttemptResult,
    CallResult,
    StepId,
)
from noshow_desk.domain.practice.standing import standing
from noshow_desk.domain.practice.success import Success, success_of
from noshow_desk.domain.step import Derived, Step
from noshow_desk.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One look at one incident. `now` is aware; `editing` says that the note is being edited by hand."""

    facts: CaseFacts
    derived: Derived
    now: datetime
    crisis_numbers: str = ""
    editing: bool = False

    @property
    def names(self) -> dict[str, str]:
        """Return the names that titles and labels may hold."""
        facts = self.facts
        interviewer = facts.interviewer.formal_name or facts.organisation.name or _("the interviewer")
        return {
            "client": facts.client.called or _("the client"),
            "client_full": facts.client.full_name or _("The client"),
            "interviewer": interviewer,
            "organisation": facts.organisation.name or interviewer,
        }

    @property
    def today(self) -> date:
        """Return the date at the appointment's place."""
        return local(self.now, self.facts.appointment).date()

    @property
    def official(self) -> bool:
        """Say whether other rules hold: supervision, court or benefits (section 3, last row)."""
        return self.facts.appointment.kind in OFFICIAL_KINDS

    @property
    def client_only(self) -> bool:
        """R12: say whether only the client may call and sign."""
        return self.facts.appointment.kind in CLIENT_ONLY_KINDS

    @property
    def reached(self) -> bool:
        """Say whether the client was reached at all."""
        results = {attempt.result for attempt in self.attempts}
        return bool(results & {AttemptResult.REACHED, AttemptResult.NOT_READY})

    @property
    def attempts(self) -> tuple[ContactAttempt, ...]:
        """Return the contact attempts that count, the earliest first: without those a later one corrects."""
        return standing(self.facts.incident.contact_attempts, self.facts.appointment.tz)

    @property
    def calls(self) -> tuple[ClientCall, ...]:
        """Return the calls to the interviewer that count."""
        return standing(self.facts.incident.calls, self.facts.appointment.tz)

    @property
    def spoken(self) -> ClientCall | None:
        """Return the last call in which someone answered."""
        return next((call for call in reversed(self.calls) if call.result is CallResult.SPOKE), None)

    @property
    def answer(self) -> Answer | None:
        """Return the interviewer's latest answer; a new date means that it was granted."""
        return self.success.answer

    @property
    def success(self) -> Success:
        """Return the three facts of R17."""
        return success_of(self.facts)

    def step(self, step_id: StepId) -> Step:
        """Return the derived step with this id."""
        return self.derived.step(step_id)

    def at_the_place(self, moment: datetime) -> datetime:
        """Return an aware moment as wall-clock time at the appointment's place."""
        return local(moment, self.facts.appointment)
