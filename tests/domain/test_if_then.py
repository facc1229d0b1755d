"""An if-then says "If" and "I" once, however it was typed."""

from __future__ import annotations

import pytest

from noshow_desk.domain.if_then import if_part, then_part
from noshow_desk.domain.incident import IfThen


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("call Ray", "call Ray"),
        ("I call Ray for a ride", "call Ray for a ride"),
        ("i call Ray", "call Ray"),
        ("then I call Ray", "call Ray"),
        ("Then, I call Ray", "call Ray"),
        ("… I call Ray", "call Ray"),
        ("I'll call Ray", "will call Ray"),
        ("I’m going in anyway", "am going in anyway"),
        ("yo llamo a Ray", "llamo a Ray"),
        ("entonces llamo a Ray", "llamo a Ray"),
        ("Entonces yo llamo a Ray", "llamo a Ray"),
        ("iron my shirt the evening before", "iron my shirt the evening before"),
        ("I", "I"),
        ("", ""),
    ],
)
def test_what_i_do_stands_after_then_i(typed: str, stands: str) -> None:
    assert then_part(IfThen(if_this="it rains", then_i=typed)) == stands


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("the bus is late", "the bus is late"),
        ("If the bus is late", "the bus is late"),
        ("si el autobús no llega", "el autobús no llega"),
        ("siento miedo", "siento miedo"),
        ("I freeze", "I freeze"),
        ("", ""),
    ],
)
def test_what_may_happen_stands_after_if(typed: str, stands: str) -> None:
    assert if_part(IfThen(if_this=typed, then_i="breathe")) == stands
