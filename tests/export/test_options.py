"""The sheet: US Letter where letters are written on it, A4 elsewhere, or as set."""

from __future__ import annotations

import pytest

from noshow_desk.export.options import PaperSize, size_for


@pytest.mark.parametrize(
    ("setting", "territory", "expected"),
    [
        ("auto", "US", PaperSize.LETTER),
        ("auto", "us", PaperSize.LETTER),
        ("auto", "MX", PaperSize.LETTER),
        ("auto", "", PaperSize.LETTER),
        ("auto", "DE", PaperSize.A4),
        ("auto", "GB", PaperSize.A4),
        ("letter", "DE", PaperSize.LETTER),
        ("a4", "US", PaperSize.A4),
        ("nonsense", "US", PaperSize.LETTER),
    ],
)
def test_the_sheet(setting: str, territory: str, expected: PaperSize) -> None:
    assert size_for(setting, territory) is expected


def test_sizes_are_in_inches() -> None:
    assert PaperSize.LETTER.inches == (8.5, 11.0)
    assert PaperSize.A4.inches == pytest.approx((8.27, 11.69), abs=0.01)
