"""Gets the first page ready before the vault is open: the modules, Qt's classes, one widget of each kind.

Nothing here knows a vault or a name. All of it would be done anyway, just when somebody waits for it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

if TYPE_CHECKING:
    from noshow_desk.ui.shell.command_box import Found

STEP_S = 0.008  # a key that comes meanwhile is shown within one frame


def steps() -> Generator[None]:
    """Get ready. Yield after each step; a step takes a few milliseconds."""
    yield from _page_modules()
    yield from _window_modules()
    _away_module()
    yield
    for module in [one for name, one in sys.modules.items() if name.startswith("PySide6.Qt")]:
        yield from _classes(module)
    yield from _rehearsal()


def _page_modules() -> Generator[None]:
    """Import what Today is made of, what it is built on first."""
    from noshow_desk.ui.kit import cards, rows  # noqa: F401 - deferred: not needed to ask for a passphrase

    yield
    from noshow_desk.ui.today import sections  # noqa: F401 - deferred: likewise

    yield
    from noshow_desk.ui.today import page  # noqa: F401 - deferred: likewise

    yield


def _window_modules() -> Generator[None]:
    """Import what the window around it is made of."""
    from noshow_desk.ui.kit import inputs  # noqa: F401 - deferred: not needed to ask for a passphrase

    yield
    from noshow_desk.ui.kit import row_list  # noqa: F401 - deferred: likewise

    yield
    from noshow_desk.ui.shell import command_box  # noqa: F401 - deferred: likewise

    yield
    from noshow_desk.ui.kit import dialogs, toast  # noqa: F401 - deferred: likewise

    yield
    from noshow_desk.ui.shell import menus, navigation  # noqa: F401 - deferred: likewise

    yield
    from noshow_desk.ui.shell import main_window  # noqa: F401 - deferred: likewise

    yield
    from noshow_desk.ui.session import guard, keeping  # noqa: F401 - deferred: likewise

    yield
    from noshow_desk.ui.workspace import data_acts, unsaved, workspace  # noqa: F401 - deferred: likewise

    yield


def _away_module() -> None:
    from noshow_desk.ui.session.away import away_watch  # deferred: not needed to ask for a passphrase

    away_watch().deleteLater()  # not started; each system's is a module of its own


def _classes(module: ModuleType) -> Generator[None]:
    """Have PySide make its classes, a few at a time.

    It makes each when it is first named, and all that are left, a tenth of a second, when an event filter of
    Python's first meets the inside of a scroll area.
    """
    until = time.perf_counter() + STEP_S
    for name in dir(module):
        getattr(module, name)
        if time.perf_counter() > until:
            yield
            until = time.perf_counter() + STEP_S


def _rehearsal() -> Generator[None]:
    """Make, lay out and paint one widget of each kind, never shown: the first of a kind takes longest."""
    _meet_scroll_area()
    for make in _kinds():
        yield
        widget = make()
        try:
            for part in _parts(widget):
                yield
                part.grab()
        finally:
            widget.deleteLater()


def _kinds() -> tuple[Callable[[], QWidget], ...]:
    from noshow_desk.ui.shell.navigation import Navigation  # deferred: see `_page_modules`
    from noshow_desk.ui.today.sections import SideColumn

    return (_window, _red_card, _row, Navigation, SideColumn)


def _parts(widget: QWidget) -> tuple[QWidget, ...]:
    """Return what is painted one by one; a window at once would take too long."""
    from noshow_desk.ui.shell.main_window import MainWindow  # deferred: see `_page_modules`

    if isinstance(widget, MainWindow):
        return (widget.menuBar(), widget.top_bar, widget.navigation)
    return (widget,)


def _window() -> QWidget:
    from noshow_desk.ui.bridge import Bridge  # deferred: see `_page_modules`
    from noshow_desk.ui.shell.main_window import MainWindow

    return MainWindow(Bridge(), {}, _find_nothing)


def _red_card() -> QWidget:
    from noshow_desk.ui.kit.buttons import PrimaryButton, SecondaryButton  # deferred: see `_page_modules`
    from noshow_desk.ui.kit.cards import RedCard

    made = RedCard("…", "…", "…")
    made.add_action(PrimaryButton("…", "life-buoy"))
    made.add_action(SecondaryButton("…", "circle-check"))
    return made


def _row() -> QWidget:
    from noshow_desk.ui.kit.rows import RowList, RowWords  # deferred: see `_page_modules`

    return RowList([RowWords(key="", title="…", second="…", chip="…", chip_tone="amber", action="…")])


def _find_nothing(_words: str) -> list[Found]:
    return []


def _meet_scroll_area() -> None:
    application = QApplication.instance()
    if application is not None:
        watcher = _Watcher()
        application.installEventFilter(watcher)
        QScrollArea().deleteLater()
        application.removeEventFilter(watcher)


class _Watcher(QObject):
    """An event filter of Python's that lets everything pass."""

    def eventFilter(self, _watched: QObject, _event: QEvent) -> bool:
        return False
