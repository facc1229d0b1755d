"""Files are written whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from noshow_desk.errors import SystemTrouble
from noshow_desk.export import saving
from noshow_desk.export.saving import replacing, save, save_new

links = pytest.mark.skipif(os.name == "nt", reason="links and pipes are other things there")


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
    assert "letter.pdf could not be written. Its folder nowhere is not there" in trouble.value.sentence
    with pytest.raises(SystemTrouble, match="Its folder nowhere is not there"):
        save_new(tmp_path / "nowhere", "letter.pdf", b"one")


def test_a_name_that_is_too_long_is_told_without_all_of_it(tmp_path: Path) -> None:
    for write in (save, lambda path, content: save_new(path.parent, path.name, content)):
        with pytest.raises(SystemTrouble) as trouble:
            write(tmp_path / f"{'a very long name ' * 20}.pdf", b"one")
        assert trouble.value.sentence.endswith("…” is too long. Choose a shorter one.")
        assert len(trouble.value.sentence) < 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
def test_a_full_disk_is_told_as_one() -> None:
    with pytest.raises(SystemTrouble, match=r"full could not be written. There is no room left"):
        save(Path("/dev/full"), b"one")


def test_a_file_that_is_marked_read_only_stays(tmp_path: Path) -> None:
    kept = tmp_path / "letter.pdf"
    kept.write_bytes(b"one")
    kept.chmod(0o444)
    with pytest.raises(SystemTrouble):
        save(kept, b"two")
    assert kept.read_bytes() == b"one" and [path.name for path in tmp_path.iterdir()] == ["letter.pdf"]


@links
def test_through_a_link_its_file_is_written_and_the_link_stays(tmp_path: Path) -> None:
    real, link = tmp_path / "far" / "letter.pdf", tmp_path / "letter.pdf"
    real.parent.mkdir()
    link.symlink_to(real)
    for content in (b"one", b"two"):  # the first makes the file, the second replaces it
        save(link, content)
        assert link.is_symlink() and real.read_bytes() == content


@links
def test_a_device_or_a_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    save(pipe, b"one")
    assert os.read(reader, 10) == b"one" and stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)
    with pytest.raises(SystemTrouble), replacing(pipe):
        raise AssertionError("a pipe cannot be replaced")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@links
def test_a_device_that_is_full_is_one_plain_sentence(tmp_path: Path) -> None:
    link = tmp_path / "full"
    link.symlink_to("/dev/full")
    with pytest.raises(SystemTrouble):
        save(link, b"one")
    assert stat.S_ISCHR(link.stat().st_mode) and link.is_symlink()


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
