"""Sibling phrasings of one cause, row by row: one text fires, one must not (siblings.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from noshow_desk.coaching.letter_check import check_letter

ROWS = tomllib.loads(Path(__file__).with_name("siblings.toml").read_text(encoding="utf-8"))["rows"]


@pytest.mark.parametrize(
    ("code", "kind", "language", "fires", "stays"), ROWS, ids=[row[3][:32] for row in ROWS]
)
def test_one_fires_and_its_sibling_stays_quiet(
    code: str, kind: str, language: str, fires: str, stays: str
) -> None:
    assert code in {one.code for one in check_letter(fires, kind=kind, language=language)}
    assert code not in {one.code for one in check_letter(stays, kind=kind, language=language)}
