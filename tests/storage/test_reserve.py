"""The room that is kept back: a full disk shuts nobody out of the vault."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.storage import key_file, keys, reserve, vault
from noshow_desk.storage.troubles import DiskFull, DiskTrouble, VaultDamaged
from tests.small_disk import fill, free, small_disk
from tests.storage.vaults import NOW, PASSPHRASE, act

SECRET = bytes(range(16))


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """A vault with its reserve on a disk that then was filled to the last byte."""
    with small_disk(tmp_path / "disk") as disk:
        home = disk / "vault"
        home.mkdir()
        key_file.seal(home, SECRET, PASSPHRASE, keys.FAST_FOR_TESTS)
        vault.create(home, SECRET).close()
        fill(disk)
        yield home


def test_a_vault_on_a_full_disk_opens_and_what_is_typed_is_kept(full: Path) -> None:
    vault.must_open_with(full, SECRET)
    opened = vault.open(full, SECRET)
    with pytest.raises(DiskFull), act(opened):
        opened.clients.add(Client(first_name="Ann", notes="x" * 2_000_000))
    opened.unsaved.put("client:new", {"notes": "x" * 5_000}, NOW)
    opened.close()
    again = vault.open(full, SECRET)
    assert again.unsaved.get("client:new") is not None
    again.close()


def test_without_a_reserve_a_full_disk_is_called_full_and_opens_to_look(full: Path) -> None:
    before = (full / "vault.db").read_bytes()
    (full / reserve.RESERVE_NAME).unlink()
    fill(full.parent)
    for opens in (vault.open, vault.must_open_with):
        with pytest.raises(DiskFull, match="Free some space"):
            opens(full, SECRET)
    vault.open(full, SECRET, look_only=True).close()
    assert (full / "vault.db").read_bytes() == before
    free(full.parent)
    vault.open(full, SECRET).close()


# ------------------------------------------------------------ the same on any system


@pytest.fixture
def no_room(folder: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vault that has no room to be read as long as its reserve is there."""
    vault.open(folder, secret).close()
    kept = folder / reserve.RESERVE_NAME
    ours = vault._must_be_ours

    def must_be_ours(*given: object) -> None:
        if kept.exists():
            raise DiskTrouble
        ours(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(vault, "_must_be_ours", must_be_ours)
    monkeypatch.setattr(reserve, "_has_room", lambda _folder: False)
    return folder


def test_the_reserve_gives_the_room_that_opening_needs(no_room: Path, secret: bytes) -> None:
    vault.open(no_room, secret).close()
    vault.must_open_with(no_room, secret)


def test_room_that_is_there_is_not_taken_for_a_full_disk(
    no_room: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(vault, "_must_be_ours", lambda *_given: (_ for _ in ()).throw(DiskTrouble))
    with pytest.raises(DiskTrouble):
        vault.open(no_room, secret)
    assert (no_room / reserve.RESERVE_NAME).exists()


def test_other_troubles_are_not_tried_twice(no_room: Path) -> None:
    tried = []

    def task() -> None:
        tried.append(1)
        raise VaultDamaged

    with pytest.raises(VaultDamaged):
        reserve.helping(no_room, task)
    assert len(tried) == 1 and (no_room / reserve.RESERVE_NAME).exists()


@pytest.mark.parametrize(
    ("number", "room"), [(errno.ENOSPC, False), (errno.EDQUOT, False), (errno.EROFS, True)]
)
def test_whether_there_is_room_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, room: bool
) -> None:
    def refuse(**_given: object) -> None:
        raise OSError(number, os.strerror(number))

    assert reserve._has_room(tmp_path) and not list(tmp_path.iterdir())
    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert reserve._has_room(tmp_path) is room


def test_a_folder_without_room_for_a_file_is_full_and_not_locked(
    folder: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_given: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    with pytest.raises(DiskFull):
        vault.open(folder, secret)
