"""One app a vault: the second start finds it taken, knocks, and the first one hears it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from noshow_desk.ui.session.instance import Instance


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
