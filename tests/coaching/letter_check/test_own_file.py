"""A file of an agency's own words is read closely before it is taken: nothing is passed over in silence."""

from __future__ import annotations

import re

import pytest

from noshow_desk.coaching.letter_check import check_letter
from noshow_desk.coaching.letter_check.own_file import OwnFile, read_own_file
from noshow_desk.paths import resource

RULE = '[[rule]]\ncode = "excuse"\npatterns = ["my jitney"]\n'


def read(text: str, language: str = "en") -> OwnFile:
    return read_own_file("own.toml", text, language)


def places(text: str) -> list[int]:
    return [one.line for one in read(text).problems]


def example(language: str) -> str:
    return resource(f"letter_rules/example_{language}.toml").read_text(encoding="utf-8")


def test_what_a_file_adds_is_counted() -> None:
    words = '[class]\nvehicle = ["jitney", "dollar van"]\n\n[rewrite]\nexcuse = "That is on me."\n'
    own = read(f'{words}\n{RULE}\n[read]\nas = ["bkn = broken"]\n')
    assert (own.added_rules, own.added_words, own.problems) == (1, 4, ())
    found = check_letter("Some dollar van trouble.", kind="apology", language="en", rules=own.rules)
    assert [one.suggestion for one in found if one.code == "excuse"] == ["That is on me."]


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ('[class]\nvehicle = ["jitney"\n', 2),
        ('[class]\nvehicle = ["bus pass", "( open"]\n', 2),  # would break every rule with a vehicle in it
        ('[class]\n# mine\nvehicel = ["jitney"]\n', 3),
        ('[guard]\nnone_of_it = ["jitney"]\n', 2),
        ('[read]\nas = ["appt"]\n', 2),
        ('[read]\nlike = ["appt = appointment"]\n', 2),
        ('[rewrite]\nexcuses = "That is on me."\n', 2),
        ('[rewrite]\n"excuse.letter" = "That is on me."\n', 2),
        ("[rewrite]\nexcuse = 7\n", 2),
        ('[[rule]]\npatterns = ["jitney"]\n', 1),
        ('[[rule]]\ncode = "excuse"\n', 1),
        ('[[rule]]\ncode = "disclosure"\ntopic = "house"\npatterns = ["jitney"]\n', 3),
        ('[[rule]]\ncode = "excuse"\nreason = "ferry"\npatterns = ["jitney"]\n', 3),
        ('[class]\nvehicle = ["jitney"]\n\n[class] # again\nvehicle = ["pesera"]\n', 4),
        ('[class]\nvehicle = ["jitney"]\n\n[read]\nas = ["a = b"]\n[ class ]\nsitter = ["nana"]\n', 6),
        ("# nothing yet\n", 1),
        ("", 1),
    ],
)
def test_each_fault_has_its_line(broken: str, line: int) -> None:
    assert places(broken) == [line]


def test_faults_come_in_the_order_of_the_file() -> None:
    text = f'{RULE}\n[rewrite]\nexcuses = "x"\n\n[[rule]]\ncode = "excuse"\npatterns = ["( open"]\n'
    assert places(text) == [6, 10]


def test_own_classes_and_guards_are_used_by_own_rules() -> None:
    text = (
        '[class]\nferry = ["ferry", "water bus"]\n\n[guard]\nplanned = ["next time"]\n\n'
        '[[rule]]\ncode = "excuse"\npatterns = ["@ferry ..2 late"]\nunless_sentence = ["%planned"]\n'
    )
    own = read(text)
    assert own.problems == ()
    for words, told in (("The water bus was late.", True), ("Next time the ferry is late I call.", False)):
        found = check_letter(words, kind="apology", language="en", rules=own.rules)
        assert any(one.code == "excuse" for one in found) is told


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_example_can_be_taken_as_it_is_and_with_its_remarks_made_to_count(language: str) -> None:
    bare = read_own_file("example.toml", example(language), language)
    assert (bare.problems, bare.added_rules, bare.added_words) == ((), 0, 4)
    lines = re.sub(r"(?m)^# (?=\[|code|topic|reason|patterns|unless|excuse)", "", example(language))
    full = read_own_file("example.toml", lines, language)
    assert (full.problems, full.added_rules, full.added_words) == ((), 3, 5)


@pytest.mark.parametrize(
    ("language", "text"), [("en", "The ferry just did not run."), ("es", "La lancha ese día no salió.")]
)
def test_the_rules_of_the_example_find_what_they_say(language: str, text: str) -> None:
    lines = re.sub(r"(?m)^# (?=\[|code|topic|reason|patterns|unless|excuse)", "", example(language))
    own = read_own_file("example.toml", lines, language)
    found = check_letter(text, kind="apology", language=language, rules=own.rules)
    assert any(one.code == "excuse" for one in found)
