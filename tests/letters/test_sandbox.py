"""The sandbox under attack: hostile and generated templates fill in words or get one sentence."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noshow_desk.domain.blocks import Letter, to_text
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.letters.fill import check_template, fill, preview
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.letters.sample import SAMPLE_TODAY, sample_facts
from tests.letters import hostile

FACTS = sample_facts()
LEAKS = (
    "object at 0x",
    "<class",
    "<function",
    "__",
    "<built-in",
    "Undefined",
    "ufdd0",
    "\ufdd0",
    "dict_",
    "{'",
)


def filled(source: str) -> Letter | list[TemplateProblem]:
    return fill(source, FACTS, today=SAMPLE_TODAY, language="en", kind=PaperKind.APOLOGY)


def leaked(text: str, source: str) -> list[str]:
    """Return what a filled template shows of the program; what cannot be seen is taken out, and no leak."""
    written = "".join(filter(str.isprintable, source))
    return [leak for leak in LEAKS if leak in text and leak not in written]


def assert_harmless(source: str) -> None:
    result = filled(source)
    shown = preview(source, FACTS, today=SAMPLE_TODAY, language="en", kind=PaperKind.APOLOGY)
    if isinstance(result, Letter):
        assert not leaked(to_text(result), source)
        assert shown.letter == result
        return
    assert result
    for problem in result:
        assert problem.sentence.strip()
        assert problem.line >= 1
        assert problem.sentence.isprintable()
        assert len(problem.sentence) <= 250


def test_there_are_enough_of_them() -> None:
    assert len(set(hostile.ALL)) >= 150


@pytest.mark.parametrize("source", hostile.ALL, ids=range(len(hostile.ALL)))
def test_a_hostile_template_only_fills_in_words(source: str) -> None:
    tracemalloc.start()
    try:
        assert_harmless(source)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 100_000_000


@pytest.mark.parametrize("source", hostile.ESCAPES[:70])
def test_no_escape_is_filled_at_all(source: str) -> None:
    if "\ufdd0" not in source:
        assert not isinstance(filled(source), Letter)


def test_loops_cannot_multiply_work() -> None:
    body = "{{ client.first_name }}" * 400
    days = tuple(f"day {number}" for number in range(200))
    facts = _with_days(days)
    source = "{% for a in incident.days %}{% for b in incident.days %}" + body + "{% endfor %}{% endfor %}"
    result = fill(source, facts, today=SAMPLE_TODAY, language="en", kind=PaperKind.APOLOGY)
    assert not isinstance(result, Letter)
    assert result[0].sentence == "This template makes too long a text or goes round too often."


def test_output_is_counted_while_it_is_made() -> None:
    facts = _with_days(tuple("day" for _ in range(90)))
    source = "{% for a in incident.days %}" + "long words " * 1000 + "{% endfor %}"
    result = fill(source, facts, today=SAMPLE_TODAY, language="en", kind=PaperKind.APOLOGY)
    assert not isinstance(result, Letter)


def _with_days(days: tuple[str, ...]) -> CaseFacts:
    return replace(FACTS, incident=replace(FACTS.incident, days_i_can_keep=days))


PIECES = """
{{ }} {% %} {# #} {%- -%} - ** if else elif endif for in endfor set raw endraw block endblock macro call
include import not and or is defined none client client.first_name incident.days plan.if_thens today new.date
loop loop.last self x = == < + - * / % ~ | long_date either default upper_first ( ) [ ] { } . , : ' " 'a' 0 1
99999 1.5 __class__ _hold true None \ufdd0 \ufdd1 é مرحبا 🙂
"""
FRAMES = ("{{ %s }}", "{%% if %s %%}x{%% endif %%}")
words = st.sampled_from((*PIECES.split(), " ", "\n", "\n\n", "- "))


@given(st.lists(words, max_size=40).map("".join))
@settings(max_examples=600)
def test_templates_made_of_pieces_never_break_out(source: str) -> None:
    assert_harmless(source)


@given(
    st.lists(words, max_size=12).map(" ".join), st.sampled_from(("{{ %s }}", "{%% if %s %%}x{%% endif %%}"))
)
@settings(max_examples=600)
def test_expressions_made_of_pieces_never_break_out(inner: str, frame: str) -> None:
    assert_harmless(frame % inner)


@given(st.text(max_size=300))
@settings(max_examples=300)
def test_any_text_is_a_template_or_a_sentence(source: str) -> None:
    assert_harmless(source)


def test_checking_alone_never_raises() -> None:
    for source in hostile.ALL:
        assert all(isinstance(problem, TemplateProblem) for problem in check_template(source))
