"""The tiny markup of templates, and values that never act as markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk import i18n
from noshow_desk.domain.blocks import Block, BlockKind, Letter, Origin, Run, runs, to_text
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.letters.fill import fill
from noshow_desk.letters.markup import blocks_of
from noshow_desk.letters.sample import SAMPLE_TODAY, sample_facts


def letter(source: str, name: str = "Marcus", language: str = "en") -> Letter:
    facts = sample_facts()
    facts = replace(facts, client=replace(facts.client, first_name=name))
    filled = fill(source, facts, today=SAMPLE_TODAY, language=language, kind=PaperKind.APOLOGY)
    assert isinstance(filled, Letter), [problem.sentence for problem in filled]
    return filled


def kinds(text: str) -> list[BlockKind]:
    return [block.kind for block in blocks_of(text)]


def test_an_empty_line_parts_paragraphs_and_a_newline_breaks_a_line() -> None:
    assert blocks_of("a\nb\n\n\n \nc") == (
        Block(BlockKind.PARAGRAPH, ((Run("a"),), (Run("b"),))),
        Block(BlockKind.PARAGRAPH, ((Run("c"),),)),
    )


def test_a_dash_makes_a_list_item() -> None:
    assert kinds("a\n- b\n- c\nd") == [BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.PARAGRAPH]
    assert len(blocks_of("a\n- b\n- c\nd")[1].lines) == 2


def test_two_stars_are_bold_and_one_without_a_partner_is_two_stars() -> None:
    (block,) = blocks_of("a **b** c")
    assert block.lines == ((Run("a "), Run("b", bold=True), Run(" c")),)
    assert to_text(letter("a ** b")) == "a ** b"
    assert to_text(letter("**a** b ** c")) == "a b ** c"


@pytest.mark.parametrize("text", ["# a", "1. a", "_a_", "`a`", "[a](b)", "<b>a</b>", "* a", "-a", "&amp;"])
def test_nothing_else_is_markup(text: str) -> None:
    assert to_text(letter(text)) == text
    assert kinds(text) == [BlockKind.PARAGRAPH]


def test_a_line_with_nothing_but_instructions_leaves_nothing() -> None:
    source = "a\n{% if incident.granted %}\nb\n  {% else %}\nc\n{% endif %}\nd\n\n{# note #}\n\ne"
    assert to_text(letter(source)) == "a\nb\nd\n\ne"


def test_an_instruction_at_the_end_of_a_line_keeps_its_line_break() -> None:
    source = "Dear {{ client.first_name }}{% if incident.granted %},{% endif %}\n\nThank you."
    assert to_text(letter(source)) == "Dear Marcus,\n\nThank you."


def test_left_out_words_leave_no_double_spaces() -> None:
    assert to_text(letter("a {% if incident.refused %}b{% endif %} c")) == "a c"


STRANGE = (
    "**bold**",
    "- item",
    "{{ client.email }}",
    "{% if x %}",
    "<img src=file:///etc/passwd>",
    "&lt;b&gt;",
    "שלום",
    "مرحبا بالعالم",
    "🙂🏽‍🦱",
    "a ** b",
    "__proto__",
    "José Ñandú O’Brien",
    "%s {0} \\n",
    "Robert'); DROP TABLE client;--",
)


@pytest.mark.parametrize("name", STRANGE)
def test_a_name_stays_a_name(name: str) -> None:
    made = letter("Dear {{ client.first_name }},\n\n- {{ client.first_name }}", name)
    assert [block.kind for block in made.blocks] == [BlockKind.PARAGRAPH, BlockKind.LIST]
    fields = [run for run in runs(made) if run.origin is Origin.FIELD]
    assert [(run.text, run.bold) for run in fields] == [(name, False)] * 2


@given(st.text(min_size=1, max_size=60))
def test_no_value_ever_becomes_markup(name: str) -> None:
    made = letter("Dear **{{ client.first_name }}**!\n\nEnd", name)
    assert [block.kind for block in made.blocks] == [BlockKind.PARAGRAPH] * 2
    values = [run for run in runs(made) if run.field]
    assert all(run.bold for run in values)
    assert to_text(made).startswith("Dear ")
    assert to_text(made).endswith("!\n\nEnd")


def test_line_breaks_in_a_value_break_the_line_and_nothing_else() -> None:
    made = letter("Dear {{ client.first_name }}, hello\n- {{ client.first_name }}", "A\n\n- B\r\nC")
    assert [block.kind for block in made.blocks] == [BlockKind.PARAGRAPH, BlockKind.LIST]
    assert to_text(made) == "Dear A\n\n- B\nC, hello\n\n- A  - B C"
    assert not [run for run in runs(made) if "\n" in run.text]


def test_control_characters_never_reach_a_writer() -> None:
    assert to_text(letter("\x00a{{ client.first_name }}", "b\x00\x07\ud800\tc")) == "ab c"


def test_a_missing_value_shows_the_plain_name_of_its_field() -> None:
    facts = replace(sample_facts(), new_appointment=None)
    for source in ("{{ new.date }}", "{{ new.date | long_date }}", "{{ 'x' ~ new.date }}"):
        made = fill(source, facts, today=SAMPLE_TODAY, language="en", kind=PaperKind.THANK_YOU)
        assert isinstance(made, Letter)
        (missing,) = [run for run in runs(made) if run.origin is Origin.MISSING]
        assert (missing.text, missing.field) == ("[New date]", "new.date")


@pytest.mark.parametrize("screens", ["en", "es"])
@pytest.mark.parametrize(
    ("language", "kind", "blanks"),
    [
        ("en", PaperKind.PLAN_CARD, ["[New date]", "[New time]", "[New place]"]),
        ("es", PaperKind.PLAN_CARD, ["[Fecha nueva]", "[Hora nueva]", "[Lugar nuevo]"]),
    ],
)
def test_a_blank_is_named_in_the_language_of_the_paper(
    screens: str, language: str, kind: PaperKind, blanks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "_screen", screens)
    facts = replace(sample_facts(), new_appointment=None)
    source = "{{ new.date }} {{ new.time }} {{ new.place }}"
    made = fill(source, facts, today=SAMPLE_TODAY, language=language, kind=kind)
    assert isinstance(made, Letter)
    assert [run.text for run in runs(made) if run.origin is Origin.MISSING] == blanks


def test_a_value_of_blanks_is_missing_too() -> None:
    assert to_text(letter("Dear {{ client.email }}", "x")).endswith("example.com")
    facts = sample_facts()
    facts = replace(facts, client=replace(facts.client, email=" \n "))
    made = fill("{{ client.email }}", facts, today=SAMPLE_TODAY, language="en", kind=PaperKind.APOLOGY)
    assert isinstance(made, Letter)
    assert to_text(made) == "[Client's e-mail]"


def test_own_words_are_told_apart_from_fields() -> None:
    made = letter("{{ client.first_name }}: {{ incident.own_words }}")
    assert [run.origin for run in runs(made)] == [Origin.FIELD, Origin.TEMPLATE, Origin.OWN_WORDS]


def test_an_address_and_a_signature_are_blocks_of_their_own() -> None:
    made = letter("To {{ interviewer.address }}\nDear\n{{ client.signature }}")
    assert [block.kind for block in made.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.ADDRESS,
        BlockKind.PARAGRAPH,
        BlockKind.SIGNATURE,
    ]
    assert [run.text for line in made.blocks[1].lines for run in line] == [
        "Ms. Rosa Alvarez",
        "Bayside Warehouse",
        "1200 Harbor Road",
        "Bayside, CA 90000",
    ]


def test_a_sentence_never_ends_with_two_stops() -> None:
    made = letter("a las {{ appointment.time }}. Fin {{ client.first_name }}...", "Inc.", "es")
    assert to_text(made) == "a las 9:00 a. m. Fin Inc...."


def test_the_first_line_can_be_the_subject_of_an_email() -> None:
    made = letter("Subject: Our {{ appointment.word }} **today**\n\nDear you")
    assert (made.subject, to_text(made)) == ("Our interview today", "Dear you")
    assert to_text(made, subject=True) == "Our interview today\n\nDear you"
    spanish = letter("{# nota #}\nAsunto: Hola\n\nBuen día", language="es")
    assert (spanish.subject, to_text(spanish)) == ("Hola", "Buen día")
    assert letter("{{ client.first_name }} x", "Subject: no").subject == ""
