"""Proves a frozen build: it answers, its self-test passes, and its window paints on a bare X server."""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "dist" / "noshow-desk" / ("noshow-desk.exe" if os.name == "nt" else "noshow-desk")
PICTURE = ROOT / "build" / "frozen_window.png"
PATIENCE = 60  # seconds until the window has to be there, on a slow and busy machine
PAINTED_SHARE = 0.2  # of the screen; an unpainted X server is black
PAINTED_COLOURS = 16  # an empty window has one or two


def main() -> int:
    """Run the three checks, print a line for each, and return how many do not hold."""
    if not APP.exists():
        print("dist/noshow-desk holds no app; build it with: make package", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        checks = (answers, passes_self_test, shows_window)
        wrong = [sentence for check in checks if (sentence := check(Path(folder)))]
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    print(f"frozen build: {len(checks) - len(wrong)} passed, {len(wrong)} failed")
    return len(wrong)


def surroundings(folder: Path, **variables: str) -> dict[str, str]:
    """Return an environment in which the app finds no checkout and no data but those in `folder`."""
    private = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
    return {**kept, **private, "LOCALAPPDATA": str(folder), **variables}


def answers(folder: Path) -> str:
    """Return what is wrong with `--version`, or nothing."""
    done = subprocess.run(
        [str(APP), "--version"], env=surroundings(folder), capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 and done.stdout.strip() else f"--version: {done.stdout}{done.stderr}"


def passes_self_test(folder: Path) -> str:
    """Return what is wrong with `--self-test`, or nothing."""
    report = folder / "self-test.json"
    environment = surroundings(folder, QT_QPA_PLATFORM="offscreen")
    command = [str(APP), "--self-test", "--report", str(report)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        return f"--self-test: {done.stdout}{done.stderr}"
    json.loads(report.read_text(encoding="utf-8"))
    return ""


# ------------------------------------------------------------------ the window


class Screen(NamedTuple):
    """One picture of an X server: rows of `width` pixels, each 0xRRGGBB."""

    width: int
    pixels: list[int]

    def is_painted(self) -> bool:
        """Return whether more than an empty window stands on it."""
        lit = sum(pixel != 0 for pixel in self.pixels)
        return lit >= PAINTED_SHARE * len(self.pixels) and len(set(self.pixels)) >= PAINTED_COLOURS


def shows_window(folder: Path) -> str:
    """Return what is wrong with the window under Xvfb, or nothing; without Xvfb it is not looked at."""
    if not shutil.which("Xvfb"):
        print("the window was not looked at: there is no Xvfb here")
        return ""
    with x_server(folder) as display:
        environment = surroundings(folder, DISPLAY=display, QT_QPA_PLATFORM="xcb")
        with subprocess.Popen([str(APP)], env=environment, stderr=subprocess.PIPE, text=True) as app:
            screen = wait_for_paint(app, folder)
            ended = app.poll()
            app.kill()
            said = app.stderr.read() if app.stderr else ""
    write_png(PICTURE, screen)
    if ended is not None:
        return f"the app ended with {ended} before a window was seen: {said}"
    return "" if screen.is_painted() else f"no window was painted within {PATIENCE} s: {said}"


@contextmanager
def x_server(folder: Path) -> Iterator[str]:
    """Run an Xvfb that keeps its picture in `folder`, and give the name of its display."""
    options = ["-screen", "0", "1366x768x24", "-fbdir", str(folder), "-displayfd", "1", "-nolisten", "tcp"]
    with subprocess.Popen(
        ["Xvfb", *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as x:
        assert x.stdout is not None  # asked for with PIPE
        yield f":{x.stdout.readline().strip()}"
        x.terminate()


def wait_for_paint(app: subprocess.Popen[str], folder: Path) -> Screen:
    """Return the screen once it is painted and a moment has passed, or as it is when patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and app.poll() is None:
        if read_screen(folder).is_painted():
            time.sleep(2)  # what is painted late is on the picture too
            break
        time.sleep(0.5)
    return read_screen(folder)


def read_screen(folder: Path) -> Screen:
    """Read Xvfb's picture: an XWD file, 24 bits of colour in 32, byte order and row length in its header."""
    raw = (folder / "Xvfb_screen0").read_bytes()
    header = struct.unpack(">25I", raw[:100])
    size, width, height, byte_order, row, colours = (header[index] for index in (0, 4, 5, 7, 12, 19))
    start = size + colours * 12
    order = ">" if byte_order else "<"
    rows = (raw[start + line * row : start + line * row + width * 4] for line in range(height))
    pixels = [pixel & 0xFFFFFF for line in rows for pixel in struct.unpack(f"{order}{width}I", line)]
    return Screen(width, pixels)


def write_png(path: Path, screen: Screen) -> None:
    """Write `screen` as a picture for a person to look at."""
    path.parent.mkdir(exist_ok=True)
    height = len(screen.pixels) // screen.width
    rows = (screen.pixels[line * screen.width :][: screen.width] for line in range(height))
    body = b"".join(b"\0" + b"".join(pixel.to_bytes(3, "big") for pixel in row) for row in rows)
    parts = (
        (b"IHDR", struct.pack(">2I5B", screen.width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(body)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


if __name__ == "__main__":
    sys.exit(main())
