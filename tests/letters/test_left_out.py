"""Every starter with one field left out at a time: no stop stays behind, none stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from noshow_desk.domain.blocks import to_text
from noshow_desk.domain.template import Template
from noshow_desk.letters import fill
from noshow_desk.letters.sample import SAMPLE_TODAY
from noshow_desk.letters.starters import starters
from tests.letters.cases import cases

# A stop or comma after another (closing quotes between them count for nothing); "a. m.," is a clock, not two.
DOUBLED = re.compile(r"(?<!\b[ap]\. m)[.,;:!?]+[»”\"')]*[.,;:]|(?<=\b[ap]\. m)\.[»”\"')]*\.")
BLANK_BEFORE = re.compile(r"[ \u00a0][.,;:!?»”]|«[ \u00a0]|\S  +\S")
HANGING = re.compile(r"[,:;](?: *»|[”\"])|\( *\)")


def odd_stops(text: str) -> list[str]:
    """Return each place of `text` where stops or blanks are odd, with some letters around it."""
    found = []
    for pattern in (DOUBLED, BLANK_BEFORE, HANGING):
        for hit in pattern.finditer(text):
            found.append(text[max(0, hit.start() - 25) : hit.end() + 10])
    return found


ODD = ("call again..", "llamar.».", "Hola ,", "« Hola", "9:00 a. m..", "a. m.».", "Puedo ir:»", "a  b")
FINE = ("llamar».", '"at 9:00 AM."', "a las 9:00 a. m., y", "Hello, Ms. Alvarez.", "a. m.»", "(9–12)")


def test_odd_stops_are_seen() -> None:
    assert [odd for odd in ODD if not odd_stops(odd)] == []
    assert [fine for fine in FINE if odd_stops(fine)] == []


def without_one(template: Template, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, str]]:
    """Yield (what is left out in which case, text) of a template: nothing left out, then each field."""
    known_data = fill._data
    for case in cases(template.language):
        for left_out in ("", *fill.fields_used(template.source)):

            def data(names: tuple[str, ...], known: Any, gone: str = left_out) -> Mapping[str, Any]:
                made = known_data(names, known)
                head, dot, last = gone.partition(".")
                group, name = (made[head], last) if dot else (made, head)
                if gone:
                    group[name] = [] if isinstance(group[name], list) else ""
                return made

            monkeypatch.setattr(fill, "_data", data)
            made = fill.fill_template(template, case.facts, today=SAMPLE_TODAY, inputs=case.inputs)
            yield f"{case.name} without {left_out}", to_text(made, subject=True)


@pytest.mark.parametrize("template", starters(), ids=[template.id for template in starters()])
def test_a_field_left_out_leaves_no_stop_behind(template: Template, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = {where: odd_stops(text) for where, text in without_one(template, monkeypatch)}
    assert not {where: found for where, found in odd.items() if found}
