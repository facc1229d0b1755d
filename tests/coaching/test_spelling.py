"""The spell check works out of the box in both languages and leaves names and fields alone."""

from __future__ import annotations

import builtins
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.coaching import spelling
from noshow_desk.coaching.spelling import Speller, one_word, speller, words_in
from noshow_desk.letters.starters import starters


def words(text: str, language: str = "en", known: tuple[str, ...] = ()) -> list[str]:
    """Return the words that are marked in `text`."""
    found = speller(language)
    assert found is not None
    return [one.word for one in found.misspelt(text, words_in(known))]


@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        ("en", "I am sory that I mised our intervew.", ["sory", "mised", "intervew"]),
        ("en", "I'm sorry I couldn’t call. The caseworker's voicemail.", []),
        ("es", "Lamento haver faltado a la entrebista.", ["haver", "entrebista"]),
        ("es", "¿Podríamos reprogramarla? Quisiera responderle.", []),
        ("en", "Sincerly, me.", ["Sincerly"]),
    ],
)
def test_misspelt_words_are_found(language: str, text: str, wrong: list[str]) -> None:
    assert words(text, language) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "I will ask for Ms. Szymańczyk at Baywharf.",
        "Write to rosa.alvarezz@exampel.com or www.baysyde.exampel.",
        "Bus B12xq at 9am, suite 4b.",
        "{{ client.full_nam }} and {% if incidnt.granted %}",
        "[your naem]",
        "HVAC and OSHAA",
    ],
)
def test_names_addresses_numbers_and_fields_are_left_alone(text: str) -> None:
    assert words(text) == []


def test_words_that_are_known_here_are_left_alone() -> None:
    assert words("Thank you, keisha.", known=("Keisha Wright",)) == []
    assert words("Thank you, keisha.") == ["keisha"]


def test_what_belongs_to_a_known_word_is_known() -> None:
    text = "It was bayside's bus, and Bayside’s driver. BAYSIDE."
    assert words(text, known=("Bayside",)) == []
    assert words("It was baysides bus.", known=("Bayside",)) == ["baysides"]


@pytest.mark.parametrize(
    ("text", "word"),
    [(" jitney ", "jitney"), ("ma’am", "ma'am"), ("two words", ""), ("b2b", ""), ("", ""), ("x" * 41, "")],
)
def test_only_one_word_is_a_word(text: str, word: str) -> None:
    assert one_word(text) == word


def test_places_are_code_points() -> None:
    found = speller("en")
    assert found is not None
    text = "😀 teh bus"
    one = next(iter(found.misspelt(text)))
    assert text[one.start : one.end] == "teh"


def test_suggestions_hold_what_was_meant() -> None:
    english, spanish = speller("en"), speller("es")
    assert english is not None and spanish is not None
    assert "interview" in english.suggestions("intervew")
    assert "entrevista" in spanish.suggestions("entrebista")
    assert english.suggestions("x" * 500) == ()


@pytest.mark.parametrize("starter", [one for one in starters() if one.variant != "with_spanish"])
def test_our_own_papers_are_spelt_right(starter: Any) -> None:
    assert words(starter.source, starter.language) == []


def test_the_app_works_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "hunspell":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    assert spelling.speller.__wrapped__("en") is None
    assert speller("fr") is None


@given(st.text(max_size=300))
def test_any_text_can_be_checked(text: str) -> None:
    found = speller("es")
    assert isinstance(found, Speller)
    for one in found.misspelt(text):
        assert text[one.start : one.end] == one.word
