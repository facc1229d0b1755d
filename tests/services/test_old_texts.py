"""Which texts are old: whole addresses before their lines, full names before their parts."""

from __future__ import annotations

import pytest

from noshow_desk.services.old_texts import Old, Values, olds

FULL, ADDRESS = "client.full_name", "client.address"


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ({FULL: ("Ana Cruz",)}, {FULL: ("Ana Cruz",)}, []),
        ({FULL: ("Ana Cruz",)}, {}, []),  # nobody can tell
        ({FULL: ("Ana Cruz",)}, {FULL: ("Mia Cruz",)}, [Old("Ana Cruz", "Mia Cruz"), Old("Ana", "Mia")]),
        (
            {ADDRESS: ("1 Elm St\nBayside",)},
            {ADDRESS: ("2 Elm St\nBayside",)},
            [Old("1 Elm St", "2 Elm St")],
        ),
        (
            {FULL: ("Ana Cruz",), ADDRESS: ("Ana Cruz\nc/o Ana Cruz\n1 Elm St",)},
            {FULL: ("Ana Mia Cruz",), ADDRESS: ()},
            [
                Old("Ana Mia Cruz\nc/o Ana Mia Cruz\n1 Elm St", ""),
                Old("Ana Cruz\nc/o Ana Cruz\n1 Elm St", ""),
                Old("c/o Ana Mia Cruz", ""),
                Old("c/o Ana Cruz", ""),
                Old("Ana Cruz", "Ana Mia Cruz"),
                Old("1 Elm St", ""),
            ],
        ),
    ],
)
def test_the_longest_come_first_and_what_is_gone_also_with_its_new_names(
    then: Values, now: Values, expected: list[Old]
) -> None:
    assert list(olds(then, now)) == expected
