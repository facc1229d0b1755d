"""Tab goes through a screen as the eye does: in the order of its layouts, whenever widgets were made."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
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
        yield from _in_layout(layout, widget)


def stop_before(root: QWidget, lost: QWidget) -> QWidget | None:
    """Return the nearest stop in `root` before `lost` that the keyboard can be put on; None without one."""
    found: QWidget | None = None
    for stop in stops(root):
        if stop is lost:
            return found
        if stop.isVisibleTo(root) and stop.isEnabledTo(root):
            found = stop
    return None


def _in_layout(layout: QLayout, parent: QWidget) -> Iterator[QWidget]:
    """Yield what Tab can reach in `layout`, whose widgets are children of `parent`.

    Never by `itemAt`: what it returns lives on in Python when Qt has freed it, and whatever is made at that
    place in memory next is taken for it. The program crashed.
    """
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    widgets: list[QWidget] = parent.findChildren(QWidget, options=direct)
    inner: list[QLayout] = [one for one in layout.children() if isinstance(one, QLayout)]
    places = [(layout.indexOf(one), partial(stops, one)) for one in widgets]
    places += [(layout.indexOf(one), partial(_in_layout, one, parent)) for one in inner]
    for place, found in sorted(places, key=_place):
        if place >= 0:
            yield from found()


def _place(row: tuple[int, object]) -> int:
    return row[0]
