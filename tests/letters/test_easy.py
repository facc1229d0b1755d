"""The Easy view reads templates as pieces and writes them back without loss."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.letters.easy import (
    MAX_DEPTH,
    End,
    Field,
    ForEach,
    NotEasy,
    OnlyIf,
    Otherwise,
    Piece,
    Remark,
    Way,
    Words,
    pieces_of,
    source_of,
    written,
)
from noshow_desk.letters.easy_bold import STARS, starred, styled
from noshow_desk.letters.starters import starters
from noshow_desk.letters.variables import VARIABLES

NAMES = st.sampled_from([row.name for row in VARIABLES])
WAYS = st.lists(
    st.builds(Way, st.sampled_from(["long_date", "phone", "either"]), st.sampled_from(["", "es"])), max_size=2
)
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="{") | st.just("\n"), min_size=1
).map(Words)
REMARKS = st.text("abc áé", min_size=1).map(str.strip).filter(bool).map(Remark)
LEAVES = st.one_of(WORDS, st.builds(Field, NAMES, WAYS.map(tuple)), REMARKS)


def bodies(depth: int) -> st.SearchStrategy[list[Piece]]:
    """Return lists of pieces with frames at most `depth` deep."""
    if depth == 0:
        return st.lists(LEAVES, max_size=4)
    inner = bodies(depth - 1)
    return st.lists(st.one_of(LEAVES.map(lambda one: [one]), frames(inner)), max_size=4).map(
        lambda parts: [piece for part in parts for piece in part]
    )


def frames(inner: st.SearchStrategy[list[Piece]]) -> st.SearchStrategy[list[Piece]]:
    """Return one frame around `inner`, with or without an otherwise."""
    heads = st.one_of(st.builds(OnlyIf, NAMES, st.booleans()), st.just(ForEach("plan.if_thens", "row")))
    return st.builds(_frame, heads, inner, st.none() | inner)


def _frame(head: Piece, body: list[Piece], otherwise: list[Piece] | None) -> list[Piece]:
    middle: list[Piece] = [] if otherwise is None else [Otherwise(), *otherwise]
    return [head, *body, *middle, End("if" if isinstance(head, OnlyIf) else "for")]


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces with neighbouring words as one, as reading gives them."""
    out: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Words) and out and isinstance(out[-1], Words):
            out[-1] = Words(out[-1].text + piece.text)
        else:
            out.append(piece)
    return tuple(out)


@given(bodies(MAX_DEPTH))
def test_easy_to_jinja_to_easy_loses_nothing(pieces: list[Piece]) -> None:
    assert pieces_of(source_of(pieces)) == joined(pieces)


@pytest.mark.parametrize("starter", starters(), ids=lambda one: one.id)
def test_every_shipped_template_opens_easy_and_comes_back_to_the_letter(starter: object) -> None:
    source = getattr(starter, "source", "")
    assert source
    assert source_of(pieces_of(source)) == source


def test_a_field_with_ways_reads_as_one_piece() -> None:
    assert pieces_of('On {{appointment.date|long_date("es") | upper_first}}.') == (
        Words("On "),
        Field("appointment.date", (Way("long_date", "es"), Way("upper_first"))),
        Words("."),
    )


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("a\n{% if a and b %}x{% endif %}", 2),
        ("{% if a %}x{% elif b %}y{% endif %}", 1),
        ("{{ a + b }}", 1),
        ("{{ a[0] }}", 1),
        ("{%- if a %}x{% endif %}", 1),
        ("{#- note -#}", 1),
        ("{% set x = 1 %}", 1),
        ("a\n\n{{ unclosed", 3),
        ("{% if a %}x", 1),
        ("x{% endif %}", 1),
        ("{% if a %}x{% endfor %}", 1),
        ("{% if a %}x{% else %}y{% else %}z{% endif %}", 1),
        ("{% if a %}{% if b %}{% if c %}x{% endif %}{% endif %}{% endif %}", 1),
        ("{% if not %}x{% endif %}", 1),
        ("{{ true }}", 1),
        ("{% raw %}{{ x }}{% endraw %}", 1),
    ],
)
def test_what_easy_cannot_show_is_named_with_its_line(source: str, line: int) -> None:
    with pytest.raises(NotEasy) as caught:
        pieces_of(source)
    assert caught.value.line == line
    assert str(line) in caught.value.message.say()


def respelled(source: str) -> str:
    """Return a template read with its bold words and written again, line by line."""
    lines: list[list[tuple[str, bool]]] = [[]]
    for piece, bold in styled(pieces_of(source)):
        if piece == Words("\n"):
            lines.append([])
        else:
            lines[-1].append((written(piece), bold))
    return "\n".join(starred(line) for line in lines)


STARRY = st.lists(
    st.sampled_from(["*", "**", "a", " ", "\n", "{{ new.date }}", "{% if new.date %}", "{% endif %}"])
)


@given(STARRY.map("".join))
def test_bold_words_come_back_to_the_star(source: str) -> None:
    try:
        pieces_of(source)
    except NotEasy:
        return
    assert respelled(source) == source


@pytest.mark.parametrize(
    ("source", "bold", "plain"),
    [
        ("On **{{ new.date }}, {{ new.time }}**. Bye.", "{{ new.date }}, {{ new.time }}", "On . Bye."),
        ("**a** b **c**", "ac", " b "),
        ("One ** star", "", "One ** star"),
        ("**a\nb**", "", "**ab**"),
        ("**a**** b", "a", "** b"),
        ("**a****b**", "", "**a****b**"),
        ("**x** and **", "x", " and **"),
    ],
)  # fmt: skip
def test_stars_are_gone_where_they_make_bold(source: str, bold: str, plain: str) -> None:
    parts = [(written(piece), heavy) for piece, heavy in styled(pieces_of(source))]
    assert "".join(text for text, heavy in parts if heavy) == bold
    assert "".join(text for text, heavy in parts if not heavy and text != "\n") == plain


@pytest.mark.parametrize("starter", starters(), ids=lambda one: one.id)
def test_no_shipped_template_shows_a_star(starter: object) -> None:
    source = getattr(starter, "source", "")
    parts = list(styled(pieces_of(source)))
    assert not any(isinstance(piece, Words) and STARS in piece.text for piece, _bold in parts)
    assert respelled(source) == source
