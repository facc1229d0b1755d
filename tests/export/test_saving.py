"""Files are written whole or not at all, and never over another one unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from noshow_desk.errors import SystemTrouble
from noshow_desk.export import saving
from noshow_desk.export.saving import save, save_new


def test_a_file_is_written(tmp_path: Path) -> None:
    save(tmp_path / "letter.pdf", b"one")
    save(tmp_path / "letter.pdf", b"two")
    assert (tmp_path / "letter.pdf").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.pdf"]


def test_a_new_file_takes_the_next_free_name(tmp_path: Path) -> None:
    made = [save_new(tmp_path, "letter.pdf", bytes([number])).name for number in range(3)]
    assert made == ["letter.pdf", "letter (2).pdf", "letter (3).pdf"]
    assert (tmp_path / "letter.pdf").read_bytes() == b"\x00"


def test_a_folder_that_is_not_there_is_one_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(SystemTrouble) as trouble:
        save(tmp_path / "nowhere" / "letter.pdf", b"one")
    assert "letter.pdf" in trouble.value.sentence
    with pytest.raises(SystemTrouble):
        save_new(tmp_path / "nowhere", "letter.pdf", b"one")


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    save(tmp_path / "letter.pdf", b"one")
    monkeypatch.setattr(saving.os, "fsync", full)
    with pytest.raises(SystemTrouble):
        save(tmp_path / "letter.pdf", b"two")
    assert (tmp_path / "letter.pdf").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.pdf"]
