"""Cases that starters are filled with: every branch a paper can meet, in the language of the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.incident import ClientCall, Decision, IfThen, Plan
from noshow_desk.domain.kinds import Answer, CallResult, ConsentLevel, DecisionChoice, PaperKind
from noshow_desk.letters.sample import SAMPLE_INPUTS, sample_facts

BASE = sample_facts()
AT = datetime(2026, 3, 10, 14, 5, tzinfo=UTC)
WORDS = {
    "en": {
        "own": "I have been practicing, and I am ready",
        "true": "I took the wrong bus and did not call.",
        "days": ("Thursday", "Friday"),
        "plan": (IfThen(if_this="the bus is late", then_i="call Ray."),),
    },
    "es": {
        "own": "He practicado mucho para este día",
        "true": "Tomé el autobús equivocado y no llamé.",
        "days": ("el jueves", "el viernes"),
        "plan": (IfThen(if_this="el autobús no llega", then_i="llamo a Ray."),),
    },
}


@dataclass(frozen=True)
class Case:
    """One case with its name and what was typed for the paper."""

    name: str
    facts: CaseFacts
    inputs: dict[str, str]


def case_in(language: str, **changes: object) -> CaseFacts:
    """Return the sample case in the client's words of `language`, no call made yet and no consent asked."""
    words = WORDS[language]
    known: dict[str, object] = {
        "own_words": words["own"],
        "true_sentence": words["true"],
        "days_i_can_keep": words["days"],
        "plan": Plan(if_thens=words["plan"], leave_by=BASE.incident.plan.leave_by),  # type: ignore[union-attr,arg-type]
        "calls": (),
    } | changes
    incident = replace(BASE.incident, **known)  # type: ignore[arg-type]
    person = replace(BASE.interviewer, best_hours="9–12")
    return replace(BASE, incident=incident, consent=Consent(), new_appointment=None, interviewer=person)


def spoke(answer: Answer | None, *, asked: bool = True) -> ClientCall:
    """Return a call in which the client talked to the interviewer."""
    return ClientCall(at=AT, sorry_for_miss=True, sorry_for_trouble=True, asked=asked, answer=answer)


def voicemail() -> ClientCall:
    """Return a call that went to voicemail."""
    return ClientCall(at=AT, result=CallResult.VOICEMAIL)


def cases(language: str) -> Iterator[Case]:
    """Yield every case for papers in `language`."""
    yield Case("not asked yet", case_in(language), {})
    yield Case("with the reason", case_in(language), dict(SAMPLE_INPUTS))
    yield Case(
        "no words, no reason", case_in(language, own_words="", true_sentence="", days_i_can_keep=()), {}
    )
    yield Case("nothing known of why", _unknown_reason(language), {})
    yield Case("imminent", case_in(language, imminent=True), {})
    yield Case("two voicemails", case_in(language, calls=(voicemail(), voicemail())), {})
    yield Case("granted", _granted(case_in(language, calls=(spoke(Answer.GRANTED),))), {})
    yield Case("granted without a talk", _granted(case_in(language)), {})
    yield Case("refused", case_in(language, calls=(spoke(Answer.REFUSED),)), {})
    yield Case("will get back", case_in(language, calls=(spoke(Answer.WILL_GET_BACK),)), {})
    forbidden = Decision(choice=DecisionChoice.POLICY_FORBIDS)
    told = (spoke(None, asked=False),)
    yield Case("policy forbids", case_in(language, calls=told, decision=forbidden), {})
    yield Case("another day", _another_day(case_in(language)), {})
    yield Case("no title", _untitled(_granted(case_in(language))), {})
    yield Case("agency may be named", _may_name(case_in(language)), {})


def complete(language: str, kind: PaperKind) -> CaseFacts:
    """Return a case with nothing missing for a paper, without consent, for the golden files."""
    if kind in (PaperKind.THANK_YOU, PaperKind.PLAN_CARD):
        return _granted(case_in(language, calls=(spoke(Answer.GRANTED),)))
    return case_in(language)


def _granted(facts: CaseFacts) -> CaseFacts:
    return replace(facts, new_appointment=BASE.new_appointment)


def _unknown_reason(language: str) -> CaseFacts:
    return case_in(language, story=None, outside=(), inside=(), true_sentence="")


def _another_day(facts: CaseFacts) -> CaseFacts:
    starts = datetime(2026, 3, 5, 14, 30)
    return replace(facts, appointment=replace(facts.appointment, starts=starts))


def _untitled(facts: CaseFacts) -> CaseFacts:
    client = replace(facts.client, address_safe_to_print=False)
    return replace(facts, interviewer=replace(facts.interviewer, courtesy_title=""), client=client)


def _may_name(facts: CaseFacts) -> CaseFacts:
    return replace(facts, consent=Consent(level=ConsentLevel.MAY_NAME_AGENCY))
