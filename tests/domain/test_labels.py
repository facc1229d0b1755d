"""Every word of a record has a plain name, in the words of PRACTICE section 9."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from noshow_desk.domain import kinds, step
from noshow_desk.domain.labels import LABELS, label

KINDS = [
    kind
    for module in (kinds, step)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]
BLAME = re.compile(
    r"\b(fail\w*|refus\w*|non-?complian\w*|hopeless|lazy|unmotivated|no-?show)\b", re.IGNORECASE
)


@pytest.mark.parametrize("kind", sorted(set(KINDS), key=lambda kind: kind.__name__))
def test_every_member_has_a_name_and_no_two_are_alike(kind: type[StrEnum]) -> None:
    names = [label(member) for member in kind]
    assert all(name and name[0].isupper() for name in names)
    assert len(set(names)) == len(names)
    assert set(LABELS[kind]) == set(kind)


@pytest.mark.parametrize("kind", LABELS)
def test_no_name_blames(kind: type[StrEnum]) -> None:
    assert [name for name in LABELS[kind].values() if BLAME.search(name)] == []


def test_what_has_no_name_is_called_by_its_value() -> None:
    class Strange(StrEnum):
        ONE = "one"

    assert label(Strange.ONE) == "one"
