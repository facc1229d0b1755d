"""Where words stand in a letter."""

from __future__ import annotations

import pytest

from noshow_desk.services.letter_text import Place

HERE = Place(block=1, line=0, start=4, end=9)


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (Place(1, 0, 8, 12), True),
        (Place(1, 0, 0, 5), True),
        (Place(1, 0, 5, 6), True),
        (Place(1, 0, 9, 12), False),  # begins where the other ends
        (Place(1, 0, 0, 4), False),
        (Place(1, 1, 4, 9), False),
        (Place(0, 0, 4, 9), False),
    ],
)
def test_places_overlap_where_they_share_a_letter(other: Place, together: bool) -> None:
    assert HERE.overlaps(other) is together and other.overlaps(HERE) is together
