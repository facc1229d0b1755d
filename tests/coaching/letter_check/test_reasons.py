"""A reason in a letter is held against what the client confirmed, in whichever language that was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from noshow_desk.coaching.letter_check import check_letter
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import OutsideReason
from noshow_desk.domain.kinds import OutsideFactor
from noshow_desk.letters.sample import sample_facts

LETTERS = {
    "en": "I am sorry I missed our interview. My boss changed my shift at the last minute.",
    "es": "Lamento haber faltado a la entrevista. Mi jefe me cambió el turno a última hora.",
}
SHIFT = {"en": "My boss changed my shift", "es": "Mi jefe me cambió el turno"}
BUS = {"en": "My bus broke down", "es": "Se descompuso el autobús"}


def told(words: str) -> CaseFacts:
    """Return a record with one confirmed reason that fits no factor, in these words."""
    facts = sample_facts()
    reason = OutsideReason(factor=OutsideFactor.OTHER, words=words, confirmed_true=True)
    other = replace(facts.incident, outside=(reason,), inside=(), true_sentence="")
    return replace(facts, incident=other)


def contradicts(language: str, record: CaseFacts) -> bool:
    found = check_letter(LETTERS[language], kind="apology", language=language, record=record)
    return "contradiction" in {one.code for one in found}


@pytest.mark.parametrize("spoken", ["en", "es"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_R13_a_reason_told_in_the_clients_language_is_no_contradiction(language: str, spoken: str) -> None:
    assert not contradicts(language, told(SHIFT[spoken]))
    assert contradicts(language, told(BUS[spoken]))
    assert contradicts(language, told(""))


def test_R13_the_true_sentence_may_be_in_the_clients_language() -> None:
    incident = replace(told("").incident, true_sentence=SHIFT["es"])
    confirmed = replace(incident, true_sentence_confirmed_at=datetime(2026, 3, 10, 14, tzinfo=UTC))
    unconfirmed = replace(incident, true_sentence_confirmed_at=None)
    assert not contradicts("en", replace(sample_facts(), incident=confirmed))
    assert contradicts("en", replace(sample_facts(), incident=unconfirmed))
