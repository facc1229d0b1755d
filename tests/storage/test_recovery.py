"""The recovery key is the secret in writing, and forgives what a tired reader does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.storage import recovery
from noshow_desk.storage.troubles import WrongRecoveryKey

SECRET = bytes(range(16))
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
secrets = st.binary(min_size=16, max_size=16)


def test_a_key_is_seven_groups_of_four() -> None:
    groups = recovery.groups(SECRET)
    assert [len(group) for group in groups] == [4] * 7
    assert recovery.write(SECRET) == "-".join(groups)


def test_the_form_on_paper_never_changes() -> None:
    assert recovery.write(SECRET) == "0004-1061-050R-3GG2-8A1C-60T3-GF5E"


@given(secrets)
def test_what_is_written_is_read_back(secret: bytes) -> None:
    assert recovery.read(recovery.write(secret)) == secret


@given(secrets)
def test_case_blanks_dashes_and_lookalikes_do_not_matter(secret: bytes) -> None:
    written = recovery.write(secret)
    sloppy = (
        f"  {written.lower().replace('-', ' – ')}\n".replace("0", "o").replace("1", "l", 1).replace("1", "I")
    )
    assert recovery.read(sloppy) == secret


def test_wide_letters_of_an_east_asian_keyboard_are_read() -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) for c in recovery.write(SECRET))
    assert recovery.read(wide) == SECRET


@given(secrets, st.integers(0, 27), st.sampled_from(ALPHABET))
def test_every_wrong_character_is_noticed(secret: bytes, place: int, other: str) -> None:
    plain = recovery.write(secret).replace("-", "")
    wrong = plain[:place] + other + plain[place + 1 :]
    if wrong != plain:
        with pytest.raises(WrongRecoveryKey):
            recovery.read(wrong)


@given(secrets, st.integers(0, 26))
def test_every_swap_of_neighbours_is_noticed(secret: bytes, place: int) -> None:
    plain = recovery.write(secret).replace("-", "")
    wrong = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    if wrong != plain:
        with pytest.raises(WrongRecoveryKey):
            recovery.read(wrong)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "has 28 characters, and this has 0"),
        ("0000-40G4", "and this has 8"),
        ("U" * 28, "no “U”"),
        ("🙂" * 28, "no “🙂”"),
        ("Z" * 28, "typing mistake"),
        ("0" * 10_000, "and this has 10000"),
    ],
)
def test_the_sentence_says_what_is_wrong(typed: str, says: str) -> None:
    with pytest.raises(WrongRecoveryKey) as raised:
        recovery.read(typed)
    assert says in raised.value.sentence
    assert raised.value.field == "recovery_key"


def test_a_group_typed_back_is_compared_kindly() -> None:
    assert recovery.same_group(" 4og4 ", "40G4")
    assert not recovery.same_group("40G5", "40G4")
