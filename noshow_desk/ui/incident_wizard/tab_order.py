"""Tab goes through a screen as the eye does: in the order of its layouts, whenever widgets were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def arrange(root: QWidget) -> None:
    """Put everything below `root` that Tab can reach into the order of the layouts.

    Qt appends a widget made later to the end of the chain: behind the footer, for a row that has just come.
    """
    for before, after in pairwise(stops(root)):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab can reach in `widget`, in the order of its layouts; hidden parts too."""
    tabbed = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    if tabbed and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        inside: QWidget | None = widget.widget()
    elif isinstance(widget, QStackedWidget):
        inside = widget.currentWidget()
    else:
        inside = None
    layout = widget.layout()
    if inside is not None:
        yield from stops(inside)
    elif layout is not None:
        yield from _in_layout(layout)


def stop_before(root: QWidget, lost: QWidget) -> QWidget | None:
    """Return the nearest stop in `root` before `lost` that the keyboard can be put on; None without one."""
    found: QWidget | None = None
    for stop in stops(root):
        if stop is lost:
            return found
        if stop.isVisibleTo(root) and stop.isEnabledTo(root):
            found = stop
    return None


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)
