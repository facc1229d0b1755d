"""The secret, the key made of it, and the cost of a try."""

from __future__ import annotations

import pytest

from noshow_desk.storage import keys
from noshow_desk.storage.keys import Cost


def test_secrets_differ_and_have_128_bits() -> None:
    assert len({keys.new_secret() for _ in range(50)}) == 50
    assert len(keys.new_secret()) == 16


def test_the_database_key_never_changes_for_a_secret() -> None:
    assert keys.database_key(bytes(16)).hex() == (
        "86c611413ab3941a4ce11b6117eea44aa68121cf49e613945398d59d6db9523d"
    )


def test_the_fingerprint_is_no_part_of_the_key() -> None:
    secret = bytes(range(16))
    assert keys.fingerprint(secret) not in keys.database_key(secret)
    assert keys.fingerprint(secret) != keys.fingerprint(bytes(16))


def test_a_short_secret_is_a_bug() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        keys.database_key(b"short")


@pytest.mark.parametrize(
    ("seconds_at_64_mib", "memory_mib"), [(2.0, 64), (0.4, 64), (0.2, 128), (0.1, 256), (0.001, 512)]
)
def test_calibration_spends_half_a_second_and_never_less_than_64_mib(
    seconds_at_64_mib: float, memory_mib: int
) -> None:
    def measure(cost: Cost) -> float:
        return seconds_at_64_mib * cost.memory_kib / (64 * 1024)

    cost = keys.calibrate(0.5, measure)
    assert cost.memory_kib == memory_mib * 1024
    assert cost.within(keys.SMALLEST, keys.LARGEST)


def test_what_tests_use_is_out_of_range() -> None:
    assert not keys.FAST_FOR_TESTS.within(keys.SMALLEST, keys.LARGEST)
