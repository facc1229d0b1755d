"""At a lock nothing stays on the screen, and nothing comes back to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.ui.session.curtain import Curtain


@pytest.fixture
def curtain(qtbot: QtBot) -> Iterator[Curtain]:
    """A curtain, taken away at the end."""
    made = Curtain()
    yield made
    shiboken6.delete(made)


def exposed() -> list[str]:
    """Return the titles of what the window system shows."""
    return [window.title() for window in QApplication.allWindows() if window.isVisible()]


def test_everything_goes(qtbot: QtBot, curtain: Curtain) -> None:
    window = QMainWindow()
    window.setWindowTitle("Marcus Reed")
    window.show()
    dialog, menu = QDialog(window), QMenu(window)
    dialog.setWindowTitle("Edit Marcus Reed")
    menu.addAction("Marcus")
    dialog.open()
    menu.popup(QPoint(10, 10))
    QToolTip.showText(QPoint(20, 20), "Marcus Reed", window, QRect(), 60_000)
    QApplication.processEvents()
    assert {"Marcus Reed", "Edit Marcus Reed"} <= set(exposed())
    curtain.draw()
    assert exposed() == []
    assert not dialog.result()  # hidden, neither accepted nor given up: what is typed is kept later
    window.deleteLater()


def test_what_opens_later_stays_off_the_screen(qtbot: QtBot, curtain: Curtain) -> None:
    window = QWidget()
    window.show()
    curtain.draw()
    late = QDialog(window)
    late.open()
    window.show()
    QApplication.processEvents()
    assert exposed() == []
    window.deleteLater()
