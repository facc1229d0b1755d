"""Compares the reasons that a paper gives with those the client confirmed true in the incident's record."""

from __future__ import annotations

from collections.abc import Iterable

from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.hit import Hit
from noshow_desk.coaching.letter_check.matching import hits
from noshow_desk.coaching.letter_check.rules import Rules, shipped_rules
from noshow_desk.coaching.letter_check.tokens import sentences
from noshow_desk.coaching.letter_check.tongues import other_than
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import OutsideFactor

INSIDE = "inside"
# Reasons told in one kind's words that the office may have written down under another.
_NEAR = {
    OutsideFactor.CHILD_CARE: {OutsideFactor.FAMILY_CRISIS},
    OutsideFactor.FAMILY_CRISIS: {OutsideFactor.CHILD_CARE, OutsideFactor.ILLNESS},
    OutsideFactor.WEATHER: {OutsideFactor.TRANSPORT},
    OutsideFactor.TRANSPORT: {OutsideFactor.WEATHER},
}


def confirmed_reasons(facts: CaseFacts, rules: Rules) -> frozenset[str]:
    """Return the kinds of reason that the record holds as confirmed true by the client (R13).

    The words of a confirmed reason, and the confirmed true sentence, tell their kinds by the same rules, or
    by those of the other language: the client's own words need not be in the language of the letter.
    """
    incident = facts.incident
    held: set[str] = {INSIDE} if incident.inside else set()
    words = [incident.true_sentence] if incident.true_sentence_confirmed_at else []
    for reason in incident.outside:
        if reason.confirmed_true:
            held.add(reason.factor.value)
            words.append(reason.words)
    for text in filter(str.strip, words):
        found = reasons_in(text, rules) or reasons_in(text, shipped_rules(other_than(rules.language)))
        held |= {hit.rule.reason for hit in found}
    return frozenset(held)


def reasons_in(text: str, rules: Rules) -> list[Hit]:
    """Return the hits of `text` that give a kind of reason."""
    found = hits(sentences(text, rules.wording.read), rules, Kind.APOLOGY)
    return [hit for hit in found if hit.rule.code == "excuse" and hit.rule.reason]


def contradicting(given: Iterable[Hit], held: frozenset[str]) -> list[Hit]:
    """Return the hits whose kind of reason is not among those `held`; a vague reason contradicts nothing.

    One sentence often has words of two kinds ("my son's school closed for snow"): one that is held is enough.
    """
    row = [hit for hit in given if hit.rule.reason]
    fits = {id(hit.sentence) for hit in row if _is_held(hit.rule.reason, held)}
    return [hit for hit in row if id(hit.sentence) not in fits]


def _is_held(reason: str, held: frozenset[str]) -> bool:
    near = _NEAR.get(OutsideFactor(reason), set()) if reason in set(OutsideFactor) else set()
    return reason in held or any(one.value in held for one in near)
