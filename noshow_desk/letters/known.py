"""What a paper may know of a case: the facts, the day, the language, and what was typed for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.consent import level_on
from noshow_desk.domain.kinds import Answer, CallResult, ConsentLevel, DecisionChoice
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.rules import Rules
from noshow_desk.domain.working_days import DAY_END

_NO_ASK = (DecisionChoice.POLICY_FORBIDS, DecisionChoice.CLIENT_DECLINES, DecisionChoice.ASK_LATER)


@dataclass(frozen=True, kw_only=True)
class Known:
    """All that a variable is computed from. `language` is that of the paper.

    What the practice reads from the facts (calls that count, answer, moved in time) is read by the practice.
    """

    facts: CaseFacts
    today: date
    language: str
    inputs: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def case(self) -> Reading:
        """The facts as the practice reads them at the end of the day: a paper is dated, not timed."""
        evening = datetime.combine(self.today, DAY_END, self.facts.appointment.tz)
        return Reading(self.facts, evening, Rules())

    @property
    def level(self) -> ConsentLevel:
        """The consent in force today for this interviewer."""
        return level_on(self.facts.consent, self.today)

    @property
    def may_name_agency(self) -> bool:
        """Whether anything that gives the agency away may be printed (PRACTICE section 6)."""
        return self.level is ConsentLevel.MAY_NAME_AGENCY

    @property
    def answer(self) -> Answer | None:
        """The last answer to the request; a new date means granted."""
        return self.case.answer

    @property
    def spoke(self) -> bool:
        """Whether the client has talked to the interviewer; a gatekeeper or a voicemail is no talk."""
        return self.case.spoke is not None

    @property
    def moved(self) -> bool:
        """Whether the client moved or cancelled it in time, so that nothing was missed."""
        return self.case.in_time

    @property
    def decided_against(self) -> bool:
        """Whether there is nothing to ask for: not wanted, not now, or policy forbids it (R6, R11)."""
        return self.case.choice in _NO_ASK

    @property
    def should_ask(self) -> bool:
        """Whether a paper asks for another time: wanted, allowed, and not asked or answered in a talk yet."""
        asked = any(call.asked and call.result is CallResult.SPOKE for call in self.case.calls)
        return self.answer is None and not asked and not self.decided_against

    @property
    def reason_known(self) -> bool:
        """Whether the caseworker has heard why; then the notice must not say "I'm not sure" (R13)."""
        incident = self.facts.incident
        told = incident.story is not None and bool(incident.story.words.strip())
        return told or bool(incident.outside or incident.inside or incident.true_sentence.strip())
