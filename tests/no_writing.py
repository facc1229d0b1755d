"""Folders that this process cannot write to, whoever runs it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@contextmanager
def no_writing(inside: Iterable[Path], folders: Iterable[Path]) -> Iterator[None]:
    """Let nobody write to what is `inside`, nor to `folders`; afterwards those can be cleared away again.

    Skips the test where permissions say nothing of the kind.
    """
    if not hasattr(os, "geteuid"):
        pytest.skip("folders of Windows take no such permission")
    kept = list(folders)
    for path in (*inside, *kept):
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in reversed(kept):
            path.chmod(0o755)
