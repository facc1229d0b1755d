"""The place of work is harmless in a whole Spanish letter, and a life told in the same word is not."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.letter_check import check_letter, load_rules

RULES = load_rules("es")
RULES.learned = None  # what the rules see by themselves


def disclosed(text: str, kind: str = "apology") -> list[str]:
    found = check_letter(text, kind=kind, language="es", rules=RULES)
    return [text[one.start : one.end] for one in found if one.code == "disclosure"]


@pytest.mark.parametrize(
    "text",
    [
        "Me interesa el puesto de cocina en el albergue. ¿Me permitiría volver al albergue otro día?",
        "Falté a la entrevista del centro de tratamiento. Sé que el centro de tratamiento abre temprano.",
        "No estuve en la cárcel el día 12 a las diez. Sé que usted abrió la cárcel más temprano.",
        "Usted me esperaba en el refugio a las nueve. Lamento que el refugio se quedara sin ayudante.",
        "Tenía que haber llegado a la clínica a las once para verla.",
    ],
)
def test_what_was_named_as_the_place_of_work_stays_harmless(text: str) -> None:
    assert disclosed(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            "Falté a la entrevista en la cocina del albergue. Vivo en el albergue de la calle Ocho.",
            "albergue",
        ),
        ("Me interesa el puesto en la cárcel. Estuve en la cárcel dos años.", "cárcel"),
        ("Falté a la entrevista del juzgado. Tenía que ir al juzgado por mi caso.", "juzgado"),
        (
            "Me interesa la vacante en el centro de recuperación. Mi recuperación es lo primero.",
            "recuperación",
        ),
        ("Quiero el puesto en el refugio. El refugio donde duermo cierra a las ocho.", "refugio"),
        ("Falté a la cita en el albergue. El albergue me sacó esa mañana.", "albergue"),
    ],
)
def test_a_life_told_in_the_same_word_is_still_found(text: str, word: str) -> None:
    assert any(word in words for words in disclosed(text))


def test_in_a_notice_the_place_may_be_where_somebody_lives() -> None:
    text = "Rita no irá hoy. Su albergue cierra temprano."
    assert disclosed(text, "notice") != []
    assert disclosed(text, "apology") == []
