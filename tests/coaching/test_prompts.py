"""Every step has questions to the client, in both languages, with the names filled in."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.prompts import coaching_card, prompts
from noshow_desk.domain.kinds import PaperKind, StepId
from tests.letters import rules


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("step", StepId)
def test_every_step_has_questions_and_a_note(step: StepId, language: str) -> None:
    card = coaching_card(step, language, client="Marcus", interviewer="Ms. Alvarez")
    assert len(set(card.questions)) == len(card.questions) >= 3
    assert all("?" in question for question in card.questions)
    assert all("{" not in text and "}" not in text for text in (*card.questions, card.note))
    assert all(len(text) <= 140 for text in (*card.questions, card.note))
    if language == "es":
        assert not any(rules.TUTEO.search(text) for text in (*card.questions, card.note))


PAPERS = (PaperKind.APOLOGY, PaperKind.THANK_YOU, PaperKind.WITHDRAWAL)


@pytest.mark.parametrize(("language", "that_call"), [("en", "that call"), ("es", "esa llamada")])
@pytest.mark.parametrize("step", [StepId.DEBRIEF, StepId.NOTE])
def test_nobody_is_asked_about_a_call_that_was_not_made(step: StepId, language: str, that_call: str) -> None:
    for paper in PAPERS:
        before = coaching_card(step, language, paper=paper, called=False).questions
        after = coaching_card(step, language, paper=paper, called=True).questions
        assert len(set(before)) == len(before) >= 3
        assert that_call not in " ".join(before) and that_call in after[0]


@pytest.mark.parametrize(
    ("language", "thanks", "no_thanks"), [("en", "thank", "sorry twice"), ("es", "agradecer", "disculpas")]
)
def test_the_card_fits_the_note_on_show(language: str, thanks: str, no_thanks: str) -> None:
    cards = {paper: coaching_card(StepId.NOTE, language, paper=paper) for paper in PAPERS}
    assert len({card.note for card in cards.values()}) == len(PAPERS)
    apology = cards[PaperKind.APOLOGY]
    assert thanks not in " ".join(apology.questions) and no_thanks in apology.note
    for paper in (PaperKind.THANK_YOU, PaperKind.WITHDRAWAL):
        assert thanks in " ".join(cards[paper].questions)
    for card in cards.values():
        assert all(len(text) <= 140 and "{" not in text for text in (*card.questions, card.note))
        if language == "es":
            assert not any(rules.TUTEO.search(text) for text in (*card.questions, card.note))


def test_R0_the_first_words_are_about_safety() -> None:
    assert prompts(StepId.REACH, "en")[0] == "Are you safe? Do you need help right now?"
    assert prompts(StepId.REACH, "es")[0] == "¿Está a salvo? ¿Necesita ayuda ahora mismo?"


@pytest.mark.parametrize("language", ["en", "es"])
def test_R6_the_rulers_never_ask_why_not_ten(language: str) -> None:
    text = " ".join(prompts(StepId.RULERS, language))
    assert {"en": "Why not lower?", "es": "¿Por qué no menos?"}[language] in text
    assert "10?" not in text.replace("0 to 10", "").replace("0 a 10", "")


def test_plain_words_stand_for_names_that_are_not_known() -> None:
    assert prompts(StepId.COURTESY, "en")[0].startswith("The interviewer is waiting.")
    assert coaching_card(StepId.CALL, "en").note.endswith("The client does the talking.")
    assert prompts(StepId.COURTESY, "es")[0].startswith("Quien le esperaba está esperando.")


def test_a_name_with_braces_stays_a_name() -> None:
    card = coaching_card(StepId.COURTESY, "en", client="{interviewer}", interviewer="{client} Ray")
    assert card.questions[0].startswith("{client} Ray is waiting.")
    assert "{interviewer}" in card.note


def test_an_unknown_language_speaks_english() -> None:
    assert prompts(StepId.CALL, "fr") == prompts(StepId.CALL, "en")
