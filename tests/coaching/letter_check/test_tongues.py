"""What is told in the other language is read, too."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.letter_check import check_letter, shipped_rules
from noshow_desk.coaching.letter_check.tokens import sentences
from noshow_desk.coaching.letter_check.tongues import Tongue, in_other_language


def told_in_other(text: str, language: str) -> list[str]:
    told = list(sentences(text, shipped_rules(language).wording.read))
    tongues = in_other_language(text, told, language)
    foreign = [one for one, tongue in zip(told, tongues, strict=True) if tongue is Tongue.OTHER]
    return [text[one.tokens[0].start :].split(".")[0] for one in foreign]


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Thank you. Mi oficial de libertad condicional estaba ahí con mi hija.", "en", {"disclosure"}),
        ("Lamento faltar. I was late because my car broke down and I had no way to call.", "es", {"excuse"}),
        ("Gracias. I just got out of jail and I take methadone for my addiction.", "es", {"disclosure"}),
        ("Estoy en libertad condicional.", "en", {"disclosure"}),
        ("No fui porque me dio miedo.", "en", {"excuse"}),
        ("Falté porque el Sr. Gómez, mi oficial de libertad condicional, me retuvo.", "en", {"disclosure"}),
        ("I missed it porque estaba en la cárcel.", "en", {"disclosure"}),
        ("I was in jail.", "es", {"disclosure"}),
        ("Because my P.O. kept me.", "es", {"disclosure"}),
    ],
)
def test_a_private_fact_or_a_reason_in_the_other_language_is_found(
    text: str, language: str, codes: set[str]
) -> None:
    found = {one.code for one in check_letter(text, kind="thank_you", language=language)}
    assert found >= codes


def test_elements_count_in_either_language() -> None:
    text = "Gracias por su tiempo y por la llamada. I am sorry that I was not there for the interview."
    for language in ("en", "es"):
        assert check_letter(text, kind="thank_you", language=language) == ()


def test_a_short_sentence_goes_with_the_one_before() -> None:
    text = "I am glad that you called. No pude ir porque se me descompuso el carro. Me enfermé. I am sorry."
    assert told_in_other(text, "en") == ["No pude ir porque se me descompuso el carro", "Me enfermé"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I worked at La Casa de las Flores, and at El Rey de los Tacos.", "en"),
        ("Trabajé en The House of the Rising Sun y en el hotel.", "es"),
        ("Dear Ms. Lee,", "en"),
        ("Gracias.", "es"),
    ],
)
def test_names_are_no_other_language(text: str, language: str) -> None:
    assert told_in_other(text, language) == []
