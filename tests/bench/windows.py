"""First painted window and memory at first paint, against an empty PySide6 window."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measure import Row, interleaved, ratio_row

REPEATS = 9
PEERS = (("keepassxc", "≤ 1.1× KeePassXC"), ("vorta", "≤ ½ Vorta"), ("soffice", "≤ ⅓ LibreOffice Writer"))


def rows(vault: Path) -> Iterator[Row]:
    """Measure offscreen, then under Xvfb where it is installed."""
    yield from _against_empty(vault, "offscreen", 1.3, {"QT_QPA_PLATFORM": "offscreen"}, memory=True)
    if shutil.which("Xvfb"):
        with _screen() as display:
            yield from _against_empty(vault, "Xvfb", 1.5, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display})
    else:
        yield Row(name="first painted window, Xvfb", skipped="Xvfb is not installed")
    for command, goal in PEERS:
        found = (
            "no window manager to see its window" if shutil.which(command) else f"{command} is not installed"
        )
        yield Row(name=f"first painted window {goal}", skipped=found)


def _against_empty(
    vault: Path, where: str, goal: float, platform: dict[str, str], *, memory: bool = False
) -> Iterator[Row]:
    sizes: dict[str, list[float]] = {"app": [], "empty": []}

    def app() -> float:
        return _until_painted(["app", str(vault)], platform, sizes["app"])

    def empty() -> float:
        return _until_painted(["empty"], platform, sizes["empty"])

    app(), empty()  # warm the disk
    sizes["app"].clear(), sizes["empty"].clear()
    ours, theirs = interleaved(app, empty, REPEATS)
    beside = f"{statistics.median(ours) * 1000:.0f} against {statistics.median(theirs) * 1000:.0f} ms"
    yield ratio_row(f"first painted window, {where}", ours, theirs, goal=goal, beside=beside)
    if memory:
        mebibytes = [statistics.median(sizes[one]) / 1024 for one in ("app", "empty")]
        beside = f"{mebibytes[0]:.0f} against {mebibytes[1]:.0f} MiB"
        yield ratio_row("memory at first paint", sizes["app"], sizes["empty"], goal=1.5, beside=beside)


def _until_painted(words: list[str], platform: dict[str, str], sizes: list[float]) -> float:
    command = [sys.executable, "-m", "tests.bench.painted", *words]
    began = time.perf_counter()
    done = subprocess.run(
        command, env={**os.environ, **platform}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
    )
    took = time.perf_counter() - began
    sizes.append(float(done.stdout.split()[-1]))
    return took


@contextmanager
def _screen() -> Iterator[str]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
