"""Collects Python's garbage in the thread of the windows, and nowhere else.

Left alone, Python collects in whichever thread happens to allocate: a worker would then free the widgets of
a closed dialog, which Qt allows in one thread only. The program crashed or stood still, a few times in a
hundred.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000


class Sweeper(QObject):
    """Collects every second what Python's own thresholds say, from the thread it was made in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(sweep)
        self._timer.start(EVERY_MS)


def sweep() -> None:
    """Collect the oldest generation that is over its threshold, as Python would have done."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return
