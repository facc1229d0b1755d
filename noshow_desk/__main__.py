"""`noshow-desk`: the window without a word, the command line with one."""

from __future__ import annotations

import gc
import sys

WINDOW_OPTIONS = {"--vault"}


def main(arguments: list[str] | None = None) -> int:
    """Open the window, or run a command; return the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    if is_window(words):
        # Measured: collecting while Qt's many enumerations are made takes a fifth of the time to the first
        # window, and finds nothing. Once it is painted the window collects in its own thread.
        gc.disable()
        from noshow_desk.ui.unread_sources import leave_sources_unread  # deferred: as the next

        leave_sources_unread()
        from noshow_desk.app import run  # deferred: the command line needs no window

        return run(words)
    from noshow_desk.cli import main as command_line  # deferred: the window needs no command line

    return command_line(words)


def is_window(words: list[str]) -> bool:
    """Say whether `words` ask for the window: nothing, or only the folder of a vault."""
    return (
        not words
        or (len(words) == 2 and words[0] in WINDOW_OPTIONS)
        or (len(words) == 1 and words[0].startswith("--vault="))
    )


if __name__ == "__main__":
    sys.exit(main())
