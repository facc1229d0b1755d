"""The full run through the windows, made once for all rows that look at it."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.house.source import ROOT
from tests.proof import trace
from tests.proof.marks import CANARY, MARKS, Finder

SECONDS = 900.0
FOLDERS = ("home", "tmp", "exports", "run")
# Classes that no walk can show: each with the reason.
NEVER_SHOWN: dict[str, str] = {}


@dataclass(slots=True)
class FullRun:
    """What came of one run: how it ended, where it was, what it showed, asked for and touched."""

    place: Path
    whole: bool = True
    trouble: str = ""
    said: str = ""
    shown: set[str] = field(default_factory=set)
    widgets: set[str] = field(default_factory=set)
    keys: list[str] = field(default_factory=list)
    exports: set[str] = field(default_factory=set)
    trace: trace.Trace | None = None

    @property
    def desk(self) -> Path:
        """The folder in which the program ran: home, temporary files, vaults, exports."""
        return self.place / "desk"

    def finder(self) -> Finder:
        """Return what finds the marked texts and the keys of this run."""
        whole = [key for key in self.keys if key]
        plain = [key.replace("-", "") for key in whole]
        return Finder((*MARKS, *whole, *plain))


@cache
def full_run(days: str) -> FullRun:
    """Walk through the windows ("whole" or "short"), watched by strace where that can be."""
    run = FullRun(Path(tempfile.mkdtemp(prefix="noshow-walk-")), days == "whole")
    atexit.register(shutil.rmtree, run.place, ignore_errors=True)  # other rows look at it until then
    canary = run.place / "far" / f"{CANARY}-files"
    canary.mkdir(parents=True)
    for name in ("leak.png", "leak.css", "leak.html"):
        (canary / name).write_bytes(b"\x89PNG")
    for name in FOLDERS:
        (run.desk / name).mkdir(parents=True, mode=0o700)
    command = [sys.executable, "-m", "tests.proof.full_run", str(run.desk), str(canary), days, "0"]
    log = run.place / "trace"
    try:
        done = _start(command, log, _environment(run.desk))
    except subprocess.TimeoutExpired as late:
        run.trouble = f"did not end within {late.timeout:.0f} s"
        return run
    _take_words(run, done)
    if log.is_dir():
        run.trace = trace.read(log)
    return run


def _start(command: list[str], log: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    if not trace.why_not():
        return trace.watch(command, log, env=env, cwd=ROOT, seconds=SECONDS)
    return subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=SECONDS
    )


def _environment(desk: Path) -> dict[str, str]:
    """Return the environment of somebody who has nothing but `desk`; no file of Python's own is written."""
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_"))}
    return keep | {
        "HOME": str(desk / "home"),
        "TMPDIR": str(desk / "tmp"),
        "XDG_RUNTIME_DIR": str(desk / "run"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "America/New_York",
    }


def _take_words(run: FullRun, done: subprocess.CompletedProcess[str]) -> None:
    ended = False
    for line in done.stdout.splitlines():
        kind, _tab, text = line.partition("\t")
        if kind in {"shown", "widgets"}:
            getattr(run, kind).update(text.split())
        elif kind == "key":
            run.keys.append(text)
        elif kind == "export":
            run.exports.add(text)
        ended = ended or kind == "ended"
    run.said = "\n".join(line for line in done.stderr.splitlines() if "This plugin does not" not in line)
    if done.returncode or not ended:
        run.trouble = f"ended with {done.returncode}: {' / '.join(run.said.splitlines()[-4:])}"


def not_shown(run: FullRun) -> list[str]:
    """Return the widget classes of the program that the run has not shown."""
    return sorted(run.widgets - run.shown - set(NEVER_SHOWN))


def summed_up(run: FullRun) -> str:
    """Return how much of the windows the run has seen."""
    # What a test or a function makes for itself is no class that there is to show.
    shown = run.shown & run.widgets if run.widgets else run.shown
    dialogs = sum(name.endswith(("Dialog", "Page", "Screen", "Window", "View")) for name in shown)
    of = f" of {len(run.widgets)}" if run.widgets else ""
    return f"{len(shown)}{of} widget classes shown, {dialogs} of them windows and pages"
