"""Prints one line of counts for each thing that can go wrong, failures included.

`python -m tests.proof --size quick|full|release`; `make proof` runs it.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

os.environ |= {"LC_ALL": "C.UTF-8", "TZ": "America/New_York"}

from tests.proof.rows import SIZES, examples, line
from tests.proof.table import ROWS


def main(words: list[str]) -> int:
    """Run the rows asked for and print them; return 1 when anything went wrong."""
    options = _options(words)
    print(f"python -m tests.proof {' '.join(words)}   (seed {options.seed})")
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores\n")
    print(f"{'what can go wrong':<66} {'how often':>16}  {'':<5} {'time':>9}")
    began, wrong = time.monotonic(), 0
    for row in ROWS:
        if not options.row or row.key in options.row:
            wrong += _run(row.key, options.size, options.seed)
    print(f"\n{wrong} rows went wrong; {time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


def _run(key: str, size: str, seed: int) -> bool:
    row = next(one for one in ROWS if one.key == key)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="noshow-proofs-") as place:
        outcome = row.measure(row.times(size), seed, Path(place))
    print(line(row, outcome, time.monotonic() - began), flush=True)
    for example in examples(outcome):
        print(example, flush=True)
    return bool(outcome.wrong) or not (outcome.tried or outcome.skipped)


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__)
    parser.add_argument("--size", choices=SIZES, default="full")
    parser.add_argument("--row", action="append", choices=[row.key for row in ROWS], help="only this row")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other chances")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
