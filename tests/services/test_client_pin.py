"""The PIN of the client view: digits only, never readable in the vault, longer waits after wrong ones."""

from __future__ import annotations

import pytest

from noshow_desk.errors import UserError
from noshow_desk.services.client_pin import PinGate, is_pin_set, remove_pin, set_pin
from noshow_desk.services.desk import Desk
from noshow_desk.storage.pin import pin_fits, seal_pin


class Clock:
    """Seconds that pass when a test says so."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "١٢٣٤", " 1234", "-123"])
def test_a_pin_is_four_to_eight_digits(desk: Desk, pin: str) -> None:
    with pytest.raises(UserError, match="4 to 8 digits"):
        set_pin(desk, pin=pin)
    assert not is_pin_set(desk)


def test_a_pin_is_kept_as_a_salted_hash(desk: Desk) -> None:
    set_pin(desk, pin="90210")
    kept = desk.vault.settings.get("client_view_pin")
    assert "90210" not in str(kept) and seal_pin("90210")["hash"] != kept["hash"]
    assert pin_fits("90210", kept) and not pin_fits("90211", kept)


@pytest.mark.parametrize(
    "kept", [None, {}, {"salt": "x", "hash": "y", "cost": [1]}, "90210", {"cost": [1, 2, 3]}]
)
def test_what_is_not_a_kept_pin_opens_nothing(kept: object) -> None:
    assert not pin_fits("90210", kept)


def test_no_pin_no_gate(desk: Desk) -> None:
    gate = PinGate(desk)
    assert not gate.is_shut()
    set_pin(desk, pin="1234")
    assert gate.is_shut() and gate.try_pin("1234") == ""
    remove_pin(desk)
    assert not gate.is_shut()


def test_each_wrong_pin_waits_longer_and_a_wait_is_not_shortened(desk: Desk) -> None:
    set_pin(desk, pin="1234")
    clock = Clock()
    gate = PinGate(desk, clock)
    assert [gate.try_pin("0000") for _try in range(2)] == ["That is not the PIN."] * 2
    assert gate.why_wait() == "" and gate.seconds_left() == 0
    assert gate.try_pin("0000") == "That was not the PIN. Seconds until the next try: 5."
    clock.now += 4
    assert gate.try_pin("1234") == gate.why_wait() == "That was not the PIN. Seconds until the next try: 1."
    clock.now += 2
    assert gate.why_wait() == ""
    assert gate.try_pin("0000").endswith(": 10.")
    for _try in range(10):
        clock.now += 1000
        said = gate.try_pin("0000")
    assert said.endswith(": 300.")
    clock.now += 301
    assert gate.try_pin("1234") == ""
    assert gate.try_pin("0000") == "That is not the PIN."
