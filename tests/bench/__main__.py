"""Measures the goals of speed that exist by now and prints each with its ratio, spread and verdict."""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6 import __version__ as pyside_version

from tests.bench import (
    batches,
    board,
    encryption,
    entering,
    keeping,
    letter_check,
    letters,
    lists,
    unlocking,
    vaults,
    windows,
)
from tests.bench.measure import Row

SMALL, LARGE = 2_000, 100_000
PACKAGE = Path(__file__).resolve().parents[2] / "noshow_desk"


def main(words: list[str]) -> int:
    """Run the rows asked for, print them, and return 0: a goal not met is reported, not a failure."""
    options = _options(words)
    print(f"python -m tests.bench {' '.join(words)}")
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"Python {platform.python_version()}, PySide6 {pyside_version}, {os.cpu_count()} cores{load}\n")
    compileall.compile_dir(PACKAGE, quiet=1)  # as an installed program is, wherever this one writes none
    print(f"{'':<58} {'goal':<12} {'measured':<12} {'spread':<16}")
    done = []
    for name, measure in _rows(options.quick):
        if options.row in name:
            for row in measure():
                print(row.line(), flush=True)
                done.append(row)
    verdicts = [row.met for row in done]
    skipped = sum(bool(row.skipped) for row in done)
    print(f"\n{verdicts.count(True)} goals met, {verdicts.count(False)} not met, {skipped} skipped by name")
    if options.json:
        text = json.dumps([{**asdict(row), "met": row.met} for row in done], indent=2)
        options.json.write_text(text, encoding="utf-8")
    return 0


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"only up to {SMALL:,} clients")
    parser.add_argument(
        "--row", default="", help="only rows whose group has this word: window unlock search …"
    )
    parser.add_argument("--json", type=Path, help="write the numbers to this file too")
    return parser.parse_args(words)


def _rows(quick: bool) -> Iterable[tuple[str, Callable[[], Iterable[Row]]]]:
    """Yield each group of rows with its name. To add a row: a function that yields it, and its line here."""
    sizes = (SMALL,) if quick else (SMALL, LARGE)
    yield "window", lambda: windows.rows(vaults.locked_vault())
    for clients in sizes:
        yield "unlock", partial(unlocking.unlock_rows, clients)
    for clients in sizes:
        yield "search", partial(_one, lists.search_row, clients)
        yield "keystroke", partial(lists.keystroke_rows, clients)
        yield "encryption", partial(encryption.rows, clients)
    yield "letter", letters.rows
    yield "check", letter_check.rows
    yield "batch", batches.rows
    yield "board", board.rows
    yield "keeping", keeping.rows
    yield "entering", entering.rows


def _one(measure: Callable[[int], Row], clients: int) -> Iterable[Row]:
    return [measure(clients)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
