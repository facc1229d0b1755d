"""The age of what was lost is measured letter by letter, and a desk that keeps too late is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof import lost_typing
from tests.proof.lost_typing import Killed


@pytest.mark.parametrize(
    ("kept", "lost"),
    [
        ("", 5.0),
        ("other words", 5.0),
        ("before: zq", 3.0),
        ("zq ", 3.0),
        ("zq xj and more", 0.0),
        ("q xj", 5.0),
    ],
)
def test_the_oldest_letter_that_is_not_kept_counts(kept: str, lost: float) -> None:
    killed = Killed("zq xj", [10.0, 11.0, 11.5, 12.0, 13.0], 15.0)
    assert killed.lost(kept) == lost


def test_nothing_typed_is_nothing_lost() -> None:
    assert Killed("", [], 15.0).lost("") == 0.0


def test_a_desk_that_waits_for_a_pause_is_noticed(tmp_path: Path) -> None:
    assert lost_typing.typing_lost(2, 1, tmp_path, how=("late",)).wrong
