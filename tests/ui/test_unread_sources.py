"""Imports after Qt leave no source text behind."""

from __future__ import annotations

import subprocess
import sys

_LOOK = """
import linecache
from noshow_desk.ui.unread_sources import leave_sources_unread
{first}
import PySide6.QtWidgets
from noshow_desk.domain.blocks import Block
print(any(name.endswith("blocks.py") for name in linecache.cache))
"""


def test_source_of_an_imported_module_is_not_kept() -> None:
    assert not _is_kept("assert leave_sources_unread()")


def test_pyside_alone_does_keep_it() -> None:
    assert _is_kept("")  # the day this fails, PySide6 no longer asks, and the module can go


def _is_kept(first: str) -> bool:
    command = [sys.executable, "-c", _LOOK.format(first=first)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip() == "True"
