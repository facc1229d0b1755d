"""The sample cases of the tests: one for every branch, and what they lead to."""

from __future__ import annotations

import re

import pytest

from noshow_desk.domain.facts_form import from_json, to_json
from noshow_desk.domain.practice import STEPS, derive, derive_next
from noshow_desk.domain.step import Branch
from tests.domain.test_labels import BLAME
from tests.sample_cases import SAMPLE_CASES


def test_every_branch_of_the_practice_has_a_case() -> None:
    reached = {derive(case.facts, case.now).branch for case in SAMPLE_CASES.values()}
    assert set(Branch) - reached == {Branch.CALLED}  # spoken, and the answer is not written down yet


@pytest.mark.parametrize("name", SAMPLE_CASES)
def test_a_case_survives_the_facts_form_and_derives_the_same(name: str) -> None:
    case = SAMPLE_CASES[name]
    again = from_json(to_json(case.facts))
    assert again == case.facts
    assert derive(again, case.now) == derive(case.facts, case.now)
    assert derive_next(again, case.now).step == getattr(derive(case.facts, case.now).next, "id", None)


@pytest.mark.parametrize("name", SAMPLE_CASES)
def test_no_sentence_of_a_case_blames_or_leaves_a_hole(name: str) -> None:
    case = SAMPLE_CASES[name]
    found = derive(case.facts, case.now)
    said = [nudge.words.say("en") for nudge in found.nudges]
    for one in found.steps:
        said += [part.say("en") for part in (one.title, one.why, one.found) if part is not None]
    assert [text for text in said if BLAME.search(text) or re.search(r"[{}]|  |None", text)] == []


def test_the_table_of_steps_names_every_rule_of_the_practice() -> None:
    carried = {rule for row in STEPS for rule in row.rules}
    assert carried == {*(f"R{number}" for number in range(19)), *(f"A{number}" for number in range(1, 6))}


def test_texts_of_the_table_are_short_enough_for_a_rail() -> None:
    assert [row.title for row in STEPS if len(row.title) > 26] == []
    assert [row.why.text for row in STEPS if len(row.why.text) > 90] == []
