"""One app a vault: the second start finds it taken, knocks, and the first one hears it."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from noshow_desk.ui.session.instance import DOOR_NAME, LOCK_NAME, Instance
from noshow_desk.ui.session.open_already import give_way


def fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing can be written, as on a full disk; files that are there stay as they are."""

    def full(*_given: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)


class LockWithoutRoom(QLockFile):
    """A lock file as it is on a full disk: it cannot be made."""

    def tryLock(self, _timeout: int = 0) -> bool:
        return False

    def error(self) -> QLockFile.LockError:
        return QLockFile.LockError.UnknownError


def test_second_start_does_not_get_the_folder(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.claim()
    assert not second.claim()
    first.release()
    assert second.claim()
    second.release()


def test_a_knock_is_heard(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    first.claim()
    second.claim()
    with qtbot.waitSignal(first.asked_to_show, timeout=5_000):
        second.knock()
    first.release()


def test_nothing_is_left_in_the_folder(qtbot: QtBot, tmp_path: Path) -> None:
    one = Instance(tmp_path)
    one.claim()
    assert list(tmp_path.iterdir())
    one.release()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_needs_no_lock(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.write_text("x")
    assert Instance(file / "vault").claim()


def test_a_knock_is_heard_while_the_disk_is_full(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    first.claim()
    fill_the_disk(monkeypatch)
    assert not second.claim()
    with qtbot.waitSignal(first.asked_to_show, timeout=10_000):
        assert give_way(second) is None
    first.release()


def test_who_cannot_be_asked_is_told_of(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    first.claim()
    (tmp_path / DOOR_NAME).unlink()
    assert not second.claim() and not second.knock()
    notice = give_way(second)
    assert notice is not None and notice.isVisible()
    qtbot.addWidget(notice)
    notice.close()
    first.release()


@pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be locked there")
def test_a_lock_file_that_stayed_after_a_crash_keeps_nobody_out(qtbot: QtBot, tmp_path: Path) -> None:
    left = QLockFile(str(tmp_path / LOCK_NAME))  # nobody holds the folder itself
    assert left.tryLock(0)
    one = Instance(tmp_path)
    assert one.claim()
    one.release()
    left.unlock()


@pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be locked there")
def test_without_room_for_a_lock_file_there_is_still_one_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("noshow_desk.ui.session.instance.QLockFile", LockWithoutRoom)
    monkeypatch.setattr(LockWithoutRoom, "LockError", QLockFile.LockError, raising=False)
    fill_the_disk(monkeypatch)
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.claim()
    assert not second.claim()
    first.release()
    assert second.claim()
    second.release()


@pytest.mark.skipif(sys.platform == "win32", reason="modes are for POSIX systems")
def test_a_folder_that_a_window_makes_is_private(qtbot: QtBot, tmp_path: Path) -> None:
    one = Instance(tmp_path / "vault")
    assert one.claim()
    one.release()
    assert (tmp_path / "vault").stat().st_mode & 0o777 == 0o700
