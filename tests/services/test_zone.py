"""The zone of this machine by its calendar name."""

from __future__ import annotations

from pathlib import Path

import pytest

from noshow_desk.services.zone import is_zone, machine_zone


def test_the_environment_says_it_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/America/Chicago")
    monkeypatch.setenv("TZ", ":America/Denver")
    assert machine_zone(link) == "America/Denver"
    monkeypatch.delenv("TZ")
    assert machine_zone(link) == "America/Chicago"


def test_without_a_name_the_clock_says_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TZ", "EST5EDT,M3.2.0,M11.1.0")
    assert is_zone(machine_zone(tmp_path / "nothing"))


@pytest.mark.parametrize("text", ["", "Mars/Olympus", "../etc/passwd", "x\x00y", "/etc/localtime"])
def test_what_is_no_zone_is_told_apart(text: str) -> None:
    assert not is_zone(text)
