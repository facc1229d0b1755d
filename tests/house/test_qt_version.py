"""PySide6 stays in the range that does not abort on Python 3.11."""

from __future__ import annotations

import gc
import sys

import pytest
from PySide6.QtCore import QObject

CALLS = 200


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot die from Python 3.12 on")
def test_none_keeps_its_references() -> None:
    """6.12.0 drops one reference to None at nearly every call that returns None, until the process aborts."""
    thing = QObject()
    gc.collect()
    gc.disable()
    try:
        before = sys.getrefcount(None)
        for _ in range(CALLS):
            thing.setObjectName("client")
        after = sys.getrefcount(None)
    finally:
        gc.enable()
    assert after > before - CALLS // 10
