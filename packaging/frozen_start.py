"""Where the frozen app starts: what Python's own start does for a checkout, then the same `main`."""

from __future__ import annotations

import os
import sys


def lend_streams() -> None:
    """Give a windowed start on Windows somewhere to print to: there sys.stdout and sys.stderr are None."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - for life


if __name__ == "__main__":
    lend_streams()
    from noshow_desk.__main__ import main  # after the streams: what it loads may print

    sys.exit(main())
