"""The command line: `noshow-desk` with a word, without a window."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 the answer is no, 2 a bad call."""
    from noshow_desk.cli.run import run  # deferred: the window needs no click

    return run(arguments)
