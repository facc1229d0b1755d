"""Unlocking returns to where one was: the page, what was chosen on it, and the way back; a window that is
made anew stands where the old one stood.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QAbstractScrollArea

from noshow_desk.services.desk import Desk
from noshow_desk.services.place import Place, Stop, forget_place, kept_place, take_place
from noshow_desk.ui.shell.main_window import MainWindow
from noshow_desk.ui.shell.page_host import Stop as PageStop
from noshow_desk.ui.wishes import Wish

# Enough for "Back" to lead somewhere; nobody walks further back after a pause.
REMEMBERED = 10


class Arrival:
    """Brings the window of `desk` to where the desk was locked, else to Today."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._place: Place | None = None
        self._prepared = False

    def prepare(self, window: MainWindow) -> None:
        """Go there while the window is hidden; nothing is written."""
        self._prepared = True
        self._go(window, kept_place(self._desk))

    def arrive(self, window: MainWindow) -> None:
        """Be there: that place is forgotten now, and before one goes to it, should it be one that breaks."""
        if self._prepared:
            forget_place(self._desk)
        else:
            self._go(window, take_place(self._desk))

    def scroll(self, window: MainWindow) -> None:
        """Scroll the lists as far as they were, once they are laid out."""
        if self._place is not None:
            scroll_to(window, self._place)

    def _go(self, window: MainWindow, place: Place | None) -> None:
        self._place = place
        if place is None or not go_to_place(window, place):
            window.open(Wish("today"))


def stand_in_for(window: MainWindow, old: MainWindow) -> None:
    """Show `window` where `old` stood, and let `old` go."""
    window.setGeometry(old.geometry())
    window.showMaximized() if old.isMaximized() else window.show()
    old.hide()
    old.deleteLater()


def place_of(window: MainWindow) -> Place:
    """Return where `window` is, to be kept inside the vault."""
    stops = [
        Stop(stop.wish.kind, stop.wish.id, stop.wish.detail, _plain(stop.state))
        for stop in window.pages.stops()[-REMEMBERED:]
    ]
    return Place(tuple(stops), tuple(area.verticalScrollBar().value() for area in _lists(window)))


def go_to_place(window: MainWindow, place: Place) -> bool:
    """Show the place again; False when nothing of it is there any more. A record that is gone is passed over.

    The lists are scrolled later, by `scroll_to`, once they are laid out.
    """
    stops = [PageStop(Wish(stop.kind, stop.id, stop.detail), stop.state) for stop in place.stops]
    try:
        came = window.pages.walk(stops)
    except (AttributeError, LookupError, TypeError, ValueError):
        return False  # written by another version, whose pages have other states
    page = window.pages.page()
    if page is not None and any(place.scrolled):
        page.complete()
    return came


def scroll_to(window: MainWindow, place: Place) -> None:
    """Scroll what is on show as far as it was; where something else is on show nothing is scrolled."""
    areas = _lists(window)
    if len(areas) == len(place.scrolled):
        for area, value in zip(areas, place.scrolled, strict=True):
            area.verticalScrollBar().setValue(value)


def _lists(window: MainWindow) -> list[QAbstractScrollArea]:
    page = window.pages.page()
    if page is None:
        return []
    return [area for area in page.findChildren(QAbstractScrollArea) if area.isVisibleTo(page)]


def _plain(state: object) -> Any:
    """Return `state` as far as it is made of texts, numbers and lists of them."""
    if state is None or isinstance(state, str | int | float | bool):
        return state
    if isinstance(state, tuple | list):
        return [_plain(part) for part in state]
    return None
