"""What the pages of a vault file tell without opening it."""

from __future__ import annotations

from pathlib import Path

import pytest

from noshow_desk.storage import driver, keys, seals, vault
from noshow_desk.storage.outside import DATABASE_NAME

OTHER = bytes(16)


@pytest.fixture
def file(folder: Path) -> Path:
    """A vault file."""
    return folder / DATABASE_NAME


def test_a_vault_file_is_of_its_own_key_alone(file: Path, secret: bytes) -> None:
    assert seals.is_sealed_with(file, secret) and not seals.is_sealed_with(file, OTHER)
    assert seals.looks_encrypted(file)


def test_one_whole_page_is_enough(file: Path, secret: bytes) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:16] + bytes(4096 * 5 - 16) + whole[4096 * 5 :])
    assert seals.is_sealed_with(file, secret) and not seals.is_sealed_with(file, OTHER)
    file.write_bytes(whole[:4096] + bytes(len(whole) - 4096))
    assert seals.is_sealed_with(file, secret)


def test_a_page_in_the_place_of_another_proves_nothing(file: Path, secret: bytes) -> None:
    whole = file.read_bytes()
    second = whole[4096:8192]
    file.write_bytes(whole[:16] + bytes(4096 - 16) + second[:-1] + bytes([second[-1] ^ 1]) + second)
    assert not seals.is_sealed_with(file, secret)


def test_what_is_no_encrypted_file_is_told(file: Path, tmp_path: Path) -> None:
    whole = file.read_bytes()
    plain = tmp_path / "plain.db"
    db = driver.connect(plain, mode="rwc", key=None)
    db.execute("CREATE TABLE note (text TEXT)")
    db.close()
    assert not seals.looks_encrypted(plain)
    for junk in (b"", bytes(len(whole)), b"some text " * 900, whole[:1024] + bytes(512) + whole[1536:]):
        file.write_bytes(junk)
        assert not seals.looks_encrypted(file)
    assert not seals.looks_encrypted(tmp_path / "none")
    assert not seals.is_sealed_with(tmp_path / "none", OTHER)


def test_a_long_file_is_not_read_to_its_end(
    folder: Path, file: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.open(folder, secret).close()
    monkeypatch.setattr(seals, "_MOST_PAGES", 10)
    numbers = [number for number, _page in seals._pages(file)]
    assert numbers[0] == 1 and len(numbers) <= 10 and numbers[-1] > file.stat().st_size // 4096 // 2
    assert seals.is_sealed_with(file, secret) and keys.database_key(secret)
