"""Keeps PySide6 from reading the source text of every module that is imported after it."""

from __future__ import annotations

import sys
from types import ModuleType

# PySide6 6.11: the part that lets a module write `set_x` as a property. It asks of each imported module
# whether its source names PySide6, through `inspect`, which then keeps that text for good.
_SWITCHES = "shibokensupport.feature"
_QUESTION = "_mod_uses_pyside"


def leave_sources_unread() -> bool:
    """Answer PySide6's question about each further module without its source: none switches such a feature.

    Measured: a quarter of the program's imports before its first window, 10 MB of source text in memory
    later on. Returns whether this PySide6 asks that question; one that does not is left as it is.
    """
    import PySide6.QtCore  # noqa: F401 - brings the part that asks; the first to import it pays for Qt

    switches = sys.modules.get(_SWITCHES)
    if not hasattr(switches, _QUESTION):
        return False
    setattr(switches, _QUESTION, _switches_nothing)
    return True


def _switches_nothing(_module: ModuleType) -> bool:
    return False
