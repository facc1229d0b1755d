"""check_frozen.py can tell a painted screen from a black one, and a build that does not answer."""

from __future__ import annotations

import struct
import subprocess
from pathlib import Path

import check_frozen
import pytest

WIDTH, HEIGHT = 40, 30


def write_screen(folder: Path, pixels: list[int], byte_order: int) -> None:
    """Write `pixels` as Xvfb does: header, a colour table that is skipped, rows with a gap at their end."""
    header = [0] * 25
    header[0], header[4], header[5], header[7], header[12], header[19] = (
        104,
        WIDTH,
        HEIGHT,
        byte_order,
        168,
        2,
    )
    order = "><"[not byte_order]
    rows = [pixels[start : start + WIDTH] for start in range(0, len(pixels), WIDTH)]
    body = b"".join(struct.pack(f"{order}{WIDTH}I", *row) + b"\xff" * 8 for row in rows)
    raw = struct.pack(">25I", *header) + b"name" + b"\xff" * 24 + body
    (folder / "Xvfb_screen0").write_bytes(raw)


@pytest.mark.parametrize("byte_order", [0, 1])
def test_a_painted_screen_is_seen(tmp_path: Path, byte_order: int) -> None:
    pixels = [number % 997 for number in range(WIDTH * HEIGHT)]
    write_screen(tmp_path, pixels, byte_order)
    screen = check_frozen.read_screen(tmp_path)
    assert screen == (WIDTH, pixels)
    assert screen.is_painted()


@pytest.mark.parametrize("pixels", [[0] * 1200, [0xFFFFFF] * 1200, [0] * 1100 + list(range(100))])
def test_black_empty_and_tiny_are_not_painted(pixels: list[int]) -> None:
    assert not check_frozen.Screen(WIDTH, pixels).is_painted()


def test_the_picture_can_be_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "build" / "window.png"
    check_frozen.write_png(path, check_frozen.Screen(2, [0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF]))
    content = path.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">2I", content[16:24]) == (2, 2)


@pytest.mark.parametrize(
    ("script", "version", "self_test"),
    [
        ('echo 0.1.0; [ -z "$3" ] || echo {} > "$3"', True, True),
        ('echo 0.1.0; [ "$1" = --version ]', True, False),
        ("exit 3", False, False),
    ],
)
def test_an_app_that_does_not_answer_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, version: bool, self_test: bool
) -> None:
    app = tmp_path / "app"
    app.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    app.chmod(0o755)
    monkeypatch.setattr(check_frozen, "APP", app)
    assert (check_frozen.answers(tmp_path) == "") is version
    assert (check_frozen.passes_self_test(tmp_path) == "") is self_test


def test_a_missing_build_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_frozen, "APP", tmp_path / "none")
    assert check_frozen.main() == 1


def test_an_app_that_ends_before_its_window_is_noticed(tmp_path: Path) -> None:
    with subprocess.Popen(["false"], stderr=subprocess.PIPE, text=True) as app:
        app.wait()
        write_screen(tmp_path, [0] * (WIDTH * HEIGHT), 0)
        assert not check_frozen.wait_for_paint(app, tmp_path).is_painted()
