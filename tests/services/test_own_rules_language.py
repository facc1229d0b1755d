"""A file of own rules that reads like one for other papers is told, and no other."""

from __future__ import annotations

from datetime import date

import pytest

from noshow_desk.services.own_rules import OwnRules, example_rules
from noshow_desk.services.own_rules_language import doubt


def told(text: str, language: str) -> str:
    own = OwnRules(name="town.toml", text=text, added_on=date(2026, 3, 10), rules=0, words=1)
    return doubt(own, language)


@pytest.mark.parametrize(("language", "other"), [("en", "es"), ("es", "en")])
def test_the_example_for_other_papers_is_told(language: str, other: str) -> None:
    assert "take it out" in told(example_rules(other).decode(), language)
    assert told(example_rules(language).decode(), language) == ""


@pytest.mark.parametrize(
    ("text", "language", "is_told"),
    [
        ('[[rule]]\ncode = "excuse"\npatterns = ["el puente de la isla", "se fue la lancha"]\n', "en", True),
        ('# Words that we have from the office and that are not in the list yet.\n[[rule]]\ncode = "excuse"\n'
         'patterns = ["el puente de la isla"]\n', "es", False),
        ('[class]\nvehicle = ["jitney"]\n', "es", False),
        ('[class]\nvehicle = ["pesera"]\n', "en", False),
    ],
)  # fmt: skip
def test_what_counts_in_a_file_says_more_than_its_remarks(text: str, language: str, is_told: bool) -> None:
    assert bool(told(text, language)) is is_told
