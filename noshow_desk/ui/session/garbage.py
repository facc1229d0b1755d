"""Collects Python's garbage in the thread of the windows, and nowhere else.

Left alone, Python collects in whichever thread happens to allocate: a worker would then free the widgets of
a closed dialog, which Qt allows in one thread only. The program crashed or stood still, a few times in a
hundred.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
# Python's own rule too: looking at everything takes 0.2 s once the rules of the letter check are loaded, so
# it waits until what lives long has grown by a quarter.
GROWN = 1.25


class Sweeper(QObject):
    """Collects every second what Python's own thresholds say, from the thread it was made in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._settled = 0  # objects that lived on when all were looked at
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.sweep)
        self._timer.start(EVERY_MS)

    def sweep(self) -> None:
        """Collect the oldest generation that is over its threshold, as Python would have done."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation] and (generation < 2 or self._has_grown()):
                gc.collect(generation)
                if generation == 2:
                    self._settled = _long_lived()
                return

    def _has_grown(self) -> bool:
        return _long_lived() > self._settled * GROWN


def _long_lived() -> int:
    return len(gc.get_objects(generation=2))
