"""Times and boxes to tick stay on one line."""

from __future__ import annotations

import pytest

from noshow_desk.export.unbroken import unbroken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 10:00 AM sharp", "at 10:00~AM sharp"),
        ("a las 10:00 a. m. en punto", "a las 10:00~a.~m. en punto"),
        ("a las 3:30 p. m.", "a las 3:30~p.~m."),
        ("☐ yes ☐ no", "☐~yes ☐~no"),
        ("I am 10 amps; a. mother", "I am 10 amps; a. mother"),
    ],
)
def test_no_line_ends_inside(text: str, expected: str) -> None:
    assert unbroken(text) == expected.replace("~", "\u00a0")
