"""Windows of one test are gone before the next begins."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _windows_are_freed(qapp: QApplication) -> Iterator[None]:
    """Delete what a test opened, at once.

    pytest-qt only asks for a later deletion, which waits for the next event loop; until then a window half
    freed by Python's collector would still get the events of a change of theme.
    """
    before = set(QApplication.topLevelWidgets())
    yield
    for widget in QApplication.topLevelWidgets():
        if widget not in before:
            widget.close()
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
