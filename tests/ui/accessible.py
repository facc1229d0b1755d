"""Walks a window as a screen reader does, and along its Tab chain."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QWidget


def interfaces(root: QWidget) -> Iterator[QAccessibleInterface]:
    """Yield what a screen reader finds below `root`, visible parts only."""
    todo = [QAccessible.queryAccessibleInterface(root)]
    while todo:
        here = todo.pop()
        if here is None or not here.isValid() or here.state().invisible:
            continue
        yield here
        if not isinstance(here.object(), QAbstractItemView):
            todo.extend(here.child(at) for at in range(here.childCount()))


def nameless(root: QWidget) -> list[str]:
    """Return the focusable things below `root` that a screen reader would not name."""
    found = []
    for here in interfaces(root):
        widget = here.object()
        if not here.state().focusable or not isinstance(widget, QWidget):
            continue
        if not here.text(QAccessible.Text.Name) or (isinstance(widget, QComboBox) and not _labelled(widget)):
            found.append(
                f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"
            )
    return found


def _labelled(widget: QWidget) -> bool:
    labels = widget.window().findChildren(QLabel)
    return bool(widget.accessibleName()) or any(label.buddy() is widget for label in labels)


def tab_chain(root: QWidget) -> list[QWidget]:
    """Return the widgets that Tab reaches below `root`, in order."""
    chain: list[QWidget] = []
    here = root.nextInFocusChain()
    while here is not root:
        tabbed = bool(here.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if (
            tabbed
            and root.isAncestorOf(here)
            and here.isVisibleTo(root)
            and here.isEnabled()
            and not here.focusProxy()
        ):
            chain.append(here)
        here = here.nextInFocusChain()
    return chain


def names(widgets: list[QWidget]) -> list[str]:
    """Return the accessible names of `widgets`."""
    return [QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) for widget in widgets]
