"""The tables: every step has one page, every field is bound to a fact that exists."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import StepId
from noshow_desk.domain.practice import derive, nudges
from noshow_desk.domain.step import Nudge
from noshow_desk.i18n import Message
from noshow_desk.ui.incident_wizard import pages
from noshow_desk.ui.incident_wizard.all_pages import PAGES, all_fields, page_of
from noshow_desk.ui.incident_wizard.fact_path import read
from noshow_desk.ui.incident_wizard.fields import Field, Heading, Say, StepPage
from noshow_desk.ui.incident_wizard.inputs.make import INPUTS
from noshow_desk.ui.incident_wizard.joined import JOINED
from noshow_desk.ui.incident_wizard.rail_pages import FAST_RAIL, PART_NAMES, RAIL
from noshow_desk.ui.incident_wizard.situation import Situation
from tests.ui.incident_wizard.cases import NOW


def empty() -> Situation:
    facts = CaseFacts()
    return Situation(facts=facts, derived=derive(facts, NOW), now=NOW)


def test_every_step_has_one_page() -> None:
    assert [page.step for page in PAGES] == list(StepId)


def test_every_step_has_a_module_of_its_name() -> None:
    folder = Path(next(iter(pages.__path__)))
    names = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert names == {step.value for step in StepId}


@pytest.mark.parametrize("rail", [RAIL, FAST_RAIL])
def test_every_step_stands_on_one_page_of_the_rail(rail: tuple) -> None:
    steps = [step for page in rail for step in page.steps]
    assert sorted(steps) == sorted(StepId)
    assert len({page.key for page in rail}) == len(rail)


def test_every_step_has_a_short_name() -> None:
    assert set(PART_NAMES) == set(StepId)


def test_every_nudge_is_shown_by_the_page_of_its_step() -> None:
    steps = {one.step for one in vars(nudges).values() if isinstance(one, Nudge)} | {StepId.SOLVE}
    assert len(steps) > 5
    for step in steps:
        said = Message(f"a word at {step.value}")
        case = replace(empty(), derived=replace(empty().derived, nudges=(Nudge(step, said),)))
        shown = [row.text(case) for row in page_of(step).rows if isinstance(row, Say)]
        assert said in shown


FIELDS = {field.path: field for field in all_fields()}


@pytest.mark.parametrize("path", FIELDS)
def test_every_field_is_bound_to_a_fact(path: str) -> None:
    field = FIELDS[path]
    assert field.kind in INPUTS
    if not field.path.startswith((*JOINED, "aside.")):
        read(CaseFacts(), field.path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.step.value)
def test_every_page_can_say_itself_about_nobody(page: StepPage) -> None:
    names = empty().names
    texts = [page.title, page.lead]
    for row in page.rows:
        if isinstance(row, Field):
            texts += [row.label, row.hint, row.placeholder, *(option.label for option in row.options)]
            row.shown(empty())
        elif isinstance(row, Heading):
            texts += [row.text, row.note]
        elif isinstance(row, Say):
            message = row.text(empty())
            assert message is None or message.say()
    assert all(text.format(**names) == text.format(**names).strip() for text in texts)


def test_a_fact_on_two_pages_is_the_same_kind_of_field() -> None:
    kinds: dict[str, set[str]] = {}
    for field in all_fields():
        kinds.setdefault(field.path, set()).add(field.kind)
    assert all(len(found) == 1 for found in kinds.values())


def test_page_of_finds_each() -> None:
    assert all(page_of(step).step is step for step in StepId)
