"""What a paper may know of a case: the facts, the day, the language, and what was typed for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.consent import level_on
from noshow_desk.domain.incident import ClientCall, ContactAttempt
from noshow_desk.domain.kinds import Answer, CallResult, ConsentLevel, DecisionChoice, Outcome, WantsIt, Who

Row = TypeVar("Row", ClientCall, ContactAttempt)
_NO_ASK = (DecisionChoice.POLICY_FORBIDS, DecisionChoice.CLIENT_DECLINES, DecisionChoice.ASK_LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that a variable is computed from. `language` is that of the paper."""

    facts: CaseFacts
    today: date
    language: str
    inputs: Mapping[str, str] = field(default_factory=dict)

    @property
    def level(self) -> ConsentLevel:
        """The consent in force today for this interviewer."""
        return level_on(self.facts.consent, self.today)

    @property
    def may_name_agency(self) -> bool:
        """Whether anything that gives the agency away may be printed (PRACTICE section 6)."""
        return self.level is ConsentLevel.MAY_NAME_AGENCY

    @property
    def calls(self) -> tuple[ClientCall, ...]:
        """The client's calls that stand, corrected ones left out."""
        return tuple(call for call in standing(self.facts.incident.calls) if call.by is Who.CLIENT)

    @property
    def answer(self) -> Answer | None:
        """The last answer to the request; a new date means granted."""
        new = self.facts.new_appointment
        if new is not None and new.starts is not None:
            return Answer.GRANTED
        answers = [call.answer for call in self.calls if call.answer is not None]
        return answers[-1] if answers else None

    @property
    def spoke(self) -> bool:
        """Whether the client has talked to the interviewer."""
        return any(call.result is CallResult.SPOKE for call in self.calls)

    @property
    def asked(self) -> bool:
        """Whether the client has asked for another time, in a talk or in a message."""
        return any(call.asked for call in self.calls)

    @property
    def moved(self) -> bool:
        """Whether the client moved or cancelled it in time, so that nothing was missed."""
        outcome = self.facts.appointment.outcome
        return outcome in (Outcome.MOVED, Outcome.CANCELLED) or any(
            call.moved_or_cancelled for call in self.calls
        )

    @property
    def should_ask(self) -> bool:
        """Whether a paper asks for another time: wanted, allowed, and not asked or answered in a talk yet."""
        asked_in_person = any(call.asked and call.result is CallResult.SPOKE for call in self.calls)
        settled = self.answer is not None or asked_in_person
        return not (settled or self.decided_against)

    @property
    def decided_against(self) -> bool:
        """Whether there is nothing to ask for: not wanted, not now, or policy forbids it (R6, R11)."""
        incident = self.facts.incident
        decided = incident.decision is not None and incident.decision.choice in _NO_ASK
        return decided or incident.wants_it is WantsIt.NO

    @property
    def reason_known(self) -> bool:
        """Whether the caseworker has heard why; then the notice must not say "I'm not sure" (R13)."""
        incident = self.facts.incident
        told = incident.story is not None and bool(incident.story.words.strip())
        return told or bool(incident.outside or incident.inside or incident.true_sentence.strip())


def standing(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows that no later row corrects."""
    corrected = {row.corrects_id for row in rows if row.corrects_id}
    return tuple(row for row in rows if not row.id or row.id not in corrected)
