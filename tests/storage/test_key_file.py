"""The key file: right, wrong, damaged and missing are four different things."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from noshow_desk.storage import key_file, keys, outside
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.storage.troubles import KeyFileDamaged, KeyFileMissing, WeakPassphrase, WrongPassphrase

SECRET = bytes(range(16))
RIGHT = "a passphrase of ñandús"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    key_file.seal(tmp_path, SECRET, RIGHT, FAST_FOR_TESTS)
    return tmp_path


def unseal(folder: Path, passphrase: str) -> bytes:
    return key_file.unseal(folder, passphrase, smallest=FAST_FOR_TESTS)


def change(folder: Path, **values: Any) -> None:
    """Write other values into the key file, with a checksum that fits."""
    path = folder / outside.KEY_NAME
    content = json.loads(path.read_bytes()) | values
    del content["check"]
    path.write_text(json.dumps(content | {"check": key_file._check(content)}), encoding="utf-8")


def test_the_passphrase_gives_the_secret(folder: Path) -> None:
    assert unseal(folder, RIGHT) == SECRET


def test_an_accent_typed_in_two_keys_is_the_same(folder: Path) -> None:
    assert unseal(folder, "a passphrase of n\u0303andu\u0301s") == SECRET


@pytest.mark.parametrize("wrong", ["", "A passphrase of ñandús", RIGHT + " ", "x" * 100_000, "🙂", "\ud800"])
def test_another_passphrase_is_wrong_and_nothing_else(folder: Path, wrong: str) -> None:
    with pytest.raises(WrongPassphrase):
        unseal(folder, wrong)


def test_neither_secret_nor_passphrase_is_in_the_file(folder: Path) -> None:
    content = (folder / outside.KEY_NAME).read_bytes()
    assert SECRET.hex().encode() not in content
    assert keys.database_key(SECRET).hex().encode() not in content
    assert RIGHT.encode() not in content


def test_the_folder_holds_nothing_but_the_key_file(folder: Path) -> None:
    assert [path.name for path in folder.iterdir()] == [outside.KEY_NAME]


def test_a_new_passphrase_replaces_the_old_one(folder: Path) -> None:
    key_file.seal(folder, SECRET, "another good passphrase", FAST_FOR_TESTS)
    assert unseal(folder, "another good passphrase") == SECRET
    with pytest.raises(WrongPassphrase):
        unseal(folder, RIGHT)


def test_a_short_passphrase_leaves_the_file_as_it_was(folder: Path) -> None:
    with pytest.raises(WeakPassphrase):
        key_file.seal(folder, SECRET, "short", FAST_FOR_TESTS)
    assert unseal(folder, RIGHT) == SECRET


def test_a_missing_key_file_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissing, match="recovery key"):
        unseal(tmp_path, RIGHT)
    assert key_file.fits(tmp_path, SECRET) is None


def test_each_damaged_byte_is_told_from_a_wrong_passphrase(folder: Path) -> None:
    path = folder / outside.KEY_NAME
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(KeyFileDamaged):
            unseal(folder, RIGHT)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b"[" * 9_000, b"0" * 50_000])
def test_what_is_no_key_file_is_damaged(folder: Path, content: bytes) -> None:
    (folder / outside.KEY_NAME).write_bytes(content)
    with pytest.raises(KeyFileDamaged):
        unseal(folder, RIGHT)
    assert key_file.fits(folder, SECRET) is None


@pytest.mark.parametrize(
    "kdf",
    [
        {"name": "argon2id", "time": 1, "memory_kib": 2**31, "lanes": 1},
        {"name": "argon2id", "time": 10**9, "memory_kib": 64, "lanes": 1},
        {"name": "argon2id", "time": 1, "memory_kib": 64, "lanes": 0},
        {"name": "argon2id", "time": True, "memory_kib": 64, "lanes": 1},
        {"name": "argon2id", "time": "1", "memory_kib": 64, "lanes": 1},
        {"name": "md5", "time": 1, "memory_kib": 64, "lanes": 1},
        {"name": "argon2id"},
        "argon2id",
    ],
)
def test_a_cost_out_of_range_is_refused_before_it_is_paid(folder: Path, kdf: object) -> None:
    change(folder, kdf=kdf)
    with pytest.raises(KeyFileDamaged):
        unseal(folder, RIGHT)


@pytest.mark.parametrize("name", ["salt", "nonce", "sealed"])
@pytest.mark.parametrize("value", ["", "zz", "00", None, 7])
def test_a_part_of_the_wrong_form_is_damaged_not_a_crash(folder: Path, name: str, value: object) -> None:
    change(folder, **{name: value})
    with pytest.raises((KeyFileDamaged, WrongPassphrase)):
        unseal(folder, RIGHT)


def test_the_cheap_cost_of_tests_is_not_believed_by_default(folder: Path) -> None:
    with pytest.raises(KeyFileDamaged):
        key_file.unseal(folder, RIGHT)


def test_the_key_file_knows_its_secret(folder: Path) -> None:
    assert key_file.fits(folder, SECRET) is True
    assert key_file.fits(folder, bytes(16)) is False


def test_sealed_anew_a_key_file_of_another_secret_stays_beside(folder: Path) -> None:
    theirs = (folder / outside.KEY_NAME).read_bytes()
    for number in (1, 2):
        key_file.seal_anew(folder, bytes([number] * 16), RIGHT, FAST_FOR_TESTS)
    assert unseal(folder, RIGHT) == bytes([2] * 16)
    assert (folder / f"{outside.KEY_NAME}.old1").read_bytes() == theirs
    key_file.seal_anew(folder, bytes([2] * 16), "another passphrase", FAST_FOR_TESTS)
    assert len(list(folder.iterdir())) == 3  # one of its own secret need not be kept
    (folder / outside.KEY_NAME).write_bytes(b"{")
    key_file.seal_anew(folder, SECRET, RIGHT, FAST_FOR_TESTS)
    assert (folder / f"{outside.KEY_NAME}.old3").read_bytes() == b"{" and unseal(folder, RIGHT) == SECRET


def test_without_a_key_file_nothing_is_kept_aside(tmp_path: Path) -> None:
    key_file.seal_anew(tmp_path, SECRET, RIGHT, FAST_FOR_TESTS)
    assert [path.name for path in tmp_path.iterdir()] == [outside.KEY_NAME]
