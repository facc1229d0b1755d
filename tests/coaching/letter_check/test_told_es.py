"""What a Spanish letter tells is its reason, but not the other's day, a skill, a plan or somebody's help."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.letter_check import check_letter, load_rules

RULES = load_rules("es")
RULES.learned = None  # what the rules see by themselves


def codes(text: str, kind: str = "apology") -> list[str]:
    return [one.code for one in check_letter(text, kind=kind, language="es", rules=RULES)]


@pytest.mark.parametrize(
    "told",
    [
        "Esa madrugada el río se llevó el puente colgante.",
        "El único pantalón decente que tengo seguía chorreando en el tendedero.",
        "La noche anterior tuvimos fiesta en la casa y no me levanté.",
        "Estuve tocando en el portón viejo hasta las diez y cuarto.",
        "Venía bajando la cuesta cuando la cadena dijo hasta aquí.",
    ],
)
def test_what_happened_that_day_is_the_reason(told: str) -> None:
    assert "excuse" in codes(told)


@pytest.mark.parametrize(
    "told",
    [
        "Ese día usted cerró la caja y se quedó sola en el mostrador.",
        "Esa mañana no llamé, y eso estuvo mal.",
        "La falta fue mía y de nadie más.",
        "Mi papá fue herrero y de él aprendí a templar.",
        "La fábrica cerró en marzo y desde entonces busco trabajo.",
        "Mi hermano me prestó una corbata para el nuevo día.",
        "Siento que el horno se le pasara por esperarme.",
    ],
)
def test_what_a_clean_letter_tells_is_none(told: str) -> None:
    assert "excuse" not in codes(told)


@pytest.mark.parametrize(
    ("told", "is_one"),
    [
        ("La muchacha que contesta llegó tarde y no me esperó.", True),
        ("Sé que la muchacha que contesta hace bien su trabajo.", False),
        ("Nadie tuvo la atención de avisarme del cambio.", True),
        ("Nadie tuvo la culpa más que yo.", False),
        ("Me mandaron de Herodes a Pilatos.", True),
        ("Me mandaron los datos a tiempo.", False),
    ],
)
def test_fault_found_sideways_is_blame(told: str, is_one: bool) -> None:
    assert ("blame" in codes(told)) is is_one


@pytest.mark.parametrize(
    ("asked", "is_one"),
    [
        ("¿Le podría dejar un recado al señor Fonseca?", False),
        ("¿Me regala medio minuto?", False),
        ("Si tiene otros candidatos, adelante.", False),
        ("¿Con quién puede dejarle ella el mensaje?", False),
        ("¿Habrá manera de que la reciba mañana?", True),
        ("Le agradecería que le guardara el lugar.", True),
        ("¿Podría darle otra fecha?", True),
    ],
)
def test_a_notice_asks_only_for_the_client(asked: str, is_one: bool) -> None:
    assert ("wrong-voice" in codes(asked, "notice")) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Hay gente sin papeles en mi barrio.", False),
        ("No tengo papeles todavía.", True),
        ("Cuidé a una señora con Alzheimer.", False),
        ("Ya voy para catorce meses sin una gota.", True),
        ("Cuento las camas del hotel a las siete.", False),
        ("En la casa donde duermo cuentan las camas a las siete.", True),
    ],
)
def test_a_life_is_private_when_it_is_the_writers(text: str, is_one: bool) -> None:
    assert ("disclosure" in codes(text)) is is_one
