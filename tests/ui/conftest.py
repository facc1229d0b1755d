"""Windows of one test are gone before the next begins; the language of a test ends with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from noshow_desk import i18n


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


@pytest.fixture
def spanish() -> Iterator[None]:
    """The screens in Spanish."""
    i18n.set_language("es")
    yield
    i18n.set_language("en")
