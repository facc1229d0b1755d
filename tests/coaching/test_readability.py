"""Reading grades: published formulas, syllables counted as people speak them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.coaching.readability import FEWEST_WORDS, grade, grade_to_show
from noshow_desk.coaching.syllables import syllables

ENGLISH = {
    1: "chance reached called made time missed you the are were here whole while view friend tea loved",
    2: "sorry trouble able any people wanted client table changes minutes needed before quiet usher",
    3: "interview another area idea created decided position serious practicing business usual",
    4: "apology reliable",
    5: "opportunity",
    6: "responsibility",
}
SPANISH = {
    1: "muy y yo buey sol",
    2: "día ciudad quiero hacia leer también días guerra país baúl gracias",
    3: "amigo tarea disculpas oído hacía estudio cuidado molestias pingüino",
    4: "entrevista aéreo averiguo",
    5: "oportunidad",
    6: "responsabilidad",
}


def rows(table: dict[int, str]) -> list[tuple[str, int]]:
    return [(word, count) for count, words in table.items() for word in words.split()]


@pytest.mark.parametrize(("word", "count"), rows(ENGLISH))
def test_english_syllables(word: str, count: int) -> None:
    assert syllables(word, "en") == count


@pytest.mark.parametrize(("word", "count"), rows(SPANISH))
def test_spanish_syllables(word: str, count: int) -> None:
    assert syllables(word, "es") == count


def test_english_grade_is_flesch_kincaid() -> None:
    # 10 words, 1 sentence, 12 syllables: 0.39 * 10 + 11.8 * 1.2 - 15.59
    assert grade("I am sorry that I missed our talk this morning.", "en") == pytest.approx(2.5, abs=0.05)


def test_spanish_grade_follows_the_table_of_fernandez_huerta() -> None:
    # 4 words, 1 sentence, 9 syllables: 206.84 - 60 * 2.25 - 1.02 * 4 = 67.8, "normal", grade 7 to 9
    assert grade("Falté a nuestra entrevista.", "es") == pytest.approx(7.4, abs=0.05)
    assert grade("No fui. Lo siento.", "es") == 4.0


@pytest.mark.parametrize(
    ("language", "easy", "hard"),
    [
        (
            "en",
            "I missed our talk. I am sorry.",
            "Notwithstanding extraordinary transportation complications, reconsideration is appreciated.",
        ),
        (
            "es",
            "No fui. Lo siento. Quiero otra cita.",
            "Lamentablemente circunstancias extraordinarias imposibilitaron mi comparecencia.",
        ),
    ],
)
def test_plain_words_are_easy_and_office_words_are_not(language: str, easy: str, hard: str) -> None:
    assert grade(easy, language) <= 5
    assert grade(hard, language) > 12


def test_addresses_abbreviations_and_times_are_no_sentences() -> None:
    letter = (
        "Ms. Rosa Alvarez\n1200 Harbor Road\n\nI missed it at 9:00 a. m. on Friday.\n\nSincerely,\nMarcus"
    )
    assert grade(letter, "en") == grade("I missed it at 9:00 on Friday.", "en")


@pytest.mark.parametrize("text", ["", " \n", "1200 Harbor Road", "...", "?!", "12. 13."])
def test_a_text_without_sentences_has_grade_zero(text: str) -> None:
    assert grade(text, "en") == 0
    assert grade(text, "es") == 0


@pytest.mark.parametrize(("language", "word"), [("en", "word"), ("es", "palabra")])
def test_a_text_too_short_for_a_formula_shows_no_grade(language: str, word: str) -> None:
    words = [word] * (FEWEST_WORDS - 1)
    few = f"7 Mill Lane\n\n{' '.join(words)}.\n\n{word} {word}"  # an address and a name are no sentences
    assert grade_to_show(few, language) is None
    enough = few.replace(".", f" {word}.")
    assert grade_to_show(enough, language) == max(round(grade(enough, language)), 1)
    assert grade_to_show("", language) is None


@given(st.text(max_size=400), st.sampled_from(("en", "es")))
def test_any_text_has_a_grade(text: str, language: str) -> None:
    assert 0 <= grade(text, language) < 10_000
