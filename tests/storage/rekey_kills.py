"""Kills a change of keys at every line of ours and at odd moments, and tells which keys open the vault.

Run as a program: `python -m tests.storage.rekey_kills FOLDER LINES TIMES`. It forks, so it needs a system
that can. Prints one line of JSON: how often the old keys opened, the new ones, neither, and what was left.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

from noshow_desk.domain.client import Client
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.storage import key_file, keys, recovery, rekey, vault
from tests.storage.vaults import NOW, act

OLD, NEW = bytes(range(16)), bytes(range(16, 32))
OLD_WORDS, NEW_WORDS = "twelve plain characters", "another dozen of characters"
WATCHED = ("rekey.py", "replace.py", "key_file.py")
CLIENTS = 400
# What may lie in a vault's folder once it was opened again.
TIDY = {"vault.db", "vault.key", "vault.reserve", "look.json"}


def make(folder: Path) -> None:
    """Make the vault whose keys will be changed, with a write-ahead log as a crash would leave it."""
    folder.mkdir()
    key_file.seal(folder, OLD, OLD_WORDS, keys.FAST_FOR_TESTS)
    opened = vault.create(folder, OLD)
    with act(opened):
        for number in range(CLIENTS):
            opened.clients.add(Client(first_name="Ann", last_name=f"Number {number}"))
    opened.close()


def change(folder: Path) -> None:
    """Change the keys, as the service does."""
    content = key_file.sealed_content(NEW, NEW_WORDS, keys.FAST_FOR_TESTS)
    opened = vault.open(folder, OLD)
    rekey.exchange(rekey.prepare(opened, NEW), content)


def who_opens(folder: Path) -> str:
    """Return "old" or "new" when exactly those keys open the vault whole, both ways; else what is wrong."""
    rekey.settle(folder)
    secret = _unsealed(folder)
    if secret not in {OLD, NEW}:
        return "neither passphrase"
    try:
        opened = vault.open(folder, recovery.read(recovery.write(secret)))
    except (UserError, SystemTrouble) as trouble:
        return f"passphrase without a vault: {type(trouble).__name__}"
    count = opened.clients.count()
    opened.close()
    if count != CLIENTS:
        return "records lost"
    left = {path.name for path in folder.iterdir()} - TIDY
    if left:
        return f"left behind: {sorted(left)}"
    return "new" if secret == NEW else "old"


def _unsealed(folder: Path) -> bytes | None:
    for words in (OLD_WORDS, NEW_WORDS):
        try:
            return key_file.unseal(folder, words, smallest=keys.FAST_FOR_TESTS)
        except UserError:
            continue
    return None


class Killer:
    """Counts the lines that run in the watched files, and kills the process at one of them."""

    def __init__(self, at: int) -> None:
        self.at, self.seen = at, 0

    def __call__(self, frame: FrameType, event: str, _argument: Any) -> Any:
        """Trace: the interpreter calls this for each function, then for each line."""
        if Path(frame.f_code.co_filename).name not in WATCHED:
            return None
        if event == "line":
            self.seen += 1
            if self.seen == self.at:
                os.kill(os.getpid(), signal.SIGKILL)
        return self


def lines_of_a_change(folder: Path) -> int:
    """Return how many of our lines one change of keys runs."""
    killer = Killer(0)
    sys.settrace(killer)
    change(folder)
    sys.settrace(None)
    return killer.seen


def killed(template: Path, folder: Path, *, line: int = 0, after: float = 0.0) -> str:
    """Change the keys of a copy of `template` in a process killed at a line or after seconds; who opens?"""
    shutil.copytree(template, folder)
    child = os.fork()
    if child == 0:
        sys.settrace(Killer(line) if line else None)
        change(folder)
        os._exit(0)
    if after:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    found = who_opens(folder)
    shutil.rmtree(folder)
    return found


def main(home: Path, lines: int, times: int) -> None:
    """Kill at `lines` lines spread over the change and at `times` moments; print the counts."""
    template, trial = home / "template", home / "trial"
    make(template)
    shutil.copytree(template, trial)
    began = time.perf_counter()
    count = lines_of_a_change(trial)
    took = time.perf_counter() - began
    shutil.rmtree(trial)
    points = sorted({1 + count * number // lines for number in range(lines)} | {count})
    found = Counter(killed(template, trial, line=line) for line in points)
    found += Counter(killed(template, trial, after=took * number / times) for number in range(1, times + 1))
    print(json.dumps({"lines": count, "kills": len(points) + times, "at": str(NOW.date()), **found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
