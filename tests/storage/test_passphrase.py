"""A passphrase has 12 characters or 4 words; the meter tells weak from strong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.storage import passphrase
from noshow_desk.storage.troubles import WeakPassphrase


@pytest.mark.parametrize(
    "text",
    [
        "twelve chars",
        "go to my pc",
        "ñandú, água, über",
        "日本語で書いた合言葉です",
        "    four  of  us go    ",
    ],
)
def test_long_enough(text: str) -> None:
    passphrase.check(text)


@pytest.mark.parametrize("text", ["", " " * 40, "elevenchars", "a b c", "  short  "])
def test_too_short(text: str) -> None:
    with pytest.raises(WeakPassphrase) as raised:
        passphrase.check(text)
    assert raised.value.field == "passphrase"
    assert passphrase.strength(text).level == 0


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("aaaaaaaaaaaa", "zkqmrwbtvhxj"),
        ("abcdefghijkl", "zkqmrwbtvhxj"),
        ("password1234", "Tr0ub4dor&3xyz"),
        ("my dog my dog", "correct horse battery staple"),
        ("my dog likes pizza", "we go to the park at 8 every day"),
    ],
)
def test_the_meter_tells_weak_from_strong(weaker: str, stronger: str) -> None:
    assert 1 <= passphrase.strength(weaker).level < passphrase.strength(stronger).level


@given(st.text())
def test_the_meter_has_a_word_for_anything(text: str) -> None:
    found = passphrase.strength(text)
    assert 0 <= found.level <= 4
    assert found.label


def test_one_spelling_for_each_letter() -> None:
    assert passphrase.normal("contrasen\u0303a\u00a0larga") == "contraseña larga"
