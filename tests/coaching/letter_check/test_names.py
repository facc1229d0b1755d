"""Names of people, streets and firms are no words of a rule."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.letter_check import check_letter
from noshow_desk.coaching.letter_check.names import name_starts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr. Storms and Ms. Odessa Snow waited.", ["Storms", "Odessa", "Snow"]),
        ("I learned it at Flood Brothers, near Old Jail Lane.", ["Flood", "Old", "Jail"]),
        ("My Garage was on The Street.", []),
        ("La Sra. Guerra, de la calle de la Corte, me llamó.", ["Guerra", "Corte"]),
        ("the storm on my street", []),
    ],
)
def test_names_are_told_by_what_stands_beside_them(text: str, names: list[str]) -> None:
    assert name_starts(text) == frozenset(text.index(name) for name in names)


def test_a_name_is_no_reason() -> None:
    said = {one.code for one in check_letter("Mr. Flood was kind to me.", kind="apology", language="en")}
    told = {one.code for one in check_letter("A flood was in the street.", kind="apology", language="en")}
    assert "excuse" not in said
    assert "excuse" in told


def test_a_stage_direction_is_not_said() -> None:
    text = "I am sorry I missed it. [let her tell that her car broke down]"
    spoken = {one.code for one in check_letter(text, kind="call_script", language="en")}
    written = {one.code for one in check_letter(text, kind="apology", language="en")}
    assert not spoken & {"wrong-voice", "excuse"}
    assert "excuse" in written
