"""Holds the pages: makes each when first wanted, reloads what changed, remembers the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from noshow_desk.errors import NotFound
from noshow_desk.ui.shell.page import Page
from noshow_desk.ui.shell.places import ROUTES
from noshow_desk.ui.wishes import Wish

REMEMBERED = 50


@dataclass(frozen=True, slots=True)
class Stop:
    """A place one has been at: the wish that led there and the state it was left in."""

    wish: Wish
    state: object


class PageHost(QStackedWidget):
    """`arrived` tells the wish that now shows; the other signals are handed on from the pages."""

    arrived = Signal(object)
    wished = Signal(object)
    titled = Signal(str, str)
    client_view_wanted = Signal(bool)

    def __init__(self, factories: Mapping[str, Callable[[], Page]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories = factories
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._here: Wish | None = None
        self._way: list[Stop] = []

    def page(self) -> Page | None:
        """Return the page on show."""
        current = self.currentWidget()
        return current if isinstance(current, Page) else None

    def here(self) -> Wish | None:
        """Return the wish whose page is on show."""
        return self._here

    def open(self, wish: Wish) -> bool:
        """Show the page that answers `wish`; False when the page on show stays, or no page answers.

        What is not there any more leads to the list it was in.
        """
        route = ROUTES.get(wish.kind)
        if route is None or route[0] not in self._factories:
            return False
        state = self._state()  # leaving writes and closes what is open for typing
        if not self._leave():
            return False
        if self._here is not None and self._here != wish:
            self._way = [*self._way, Stop(self._here, state)][-REMEMBERED:]
        try:
            self._show(wish, None)
        except NotFound:
            self._show(Wish(route[1]), None)
        return True

    def back(self) -> bool:
        """Return to where one was, in the state it was left; False when there is nowhere to go back to.

        Places whose record was erased since are passed over.
        """
        if not self._way or not self._leave():
            return False
        here, page = self._here, self.currentWidget()
        while self._way:
            stop = self._way.pop()
            try:
                self._show(stop.wish, stop.state)
            except NotFound:
                continue
            return True
        self._here = here
        if page is not None:
            self.setCurrentWidget(page)
        return False

    def stops(self) -> list[Stop]:
        """Return the way to here, the page on show being its last stop."""
        here = [Stop(self._here, self._state())] if self._here is not None else []
        return [*self._way, *here]

    def walk(self, stops: list[Stop]) -> bool:
        """Go the way that `stops` tells, to its last stop; False when none of them is there any more."""
        self._way = [stop for stop in stops if stop.wish.kind in ROUTES][-REMEMBERED:]
        return self.back()

    def flush(self) -> None:
        """Let the page on show keep what was typed in the last moments; it stays as it is."""
        page = self.page()
        if page is not None:
            page.flush()

    def keep(self) -> None:
        """Let the page on show keep what is typed, without leaving it: the desk is being locked."""
        page = self.page()
        if page is not None:
            page.keep()

    def leave(self) -> bool:
        """Let the page on show write what is unsaved; False when it must not be left."""
        return self._leave()

    def write(self) -> bool:
        """Let the page on show write what is unsaved, and stay; False when that must not be used yet."""
        page = self.page()
        return page is None or page.write()

    def reload(self, changes: object) -> None:
        """Give `changes` to the page on show; the others reload when they are shown again."""
        here = self.page()
        self._stale = {name for name, page in self._pages.items() if page is not here}
        if here is not None:
            here.reload(changes)

    def _leave(self) -> bool:
        page = self.page()
        return page is None or page.leave()

    def _state(self) -> object:
        page = self.page()
        return page.state() if page else None

    def _show(self, wish: Wish, state: object) -> None:
        name = ROUTES[wish.kind][0]
        page = self._pages.get(name) or self._make(name)
        if name in self._stale:
            self._stale.discard(name)
            page.reload(None)
        self._here = wish
        self.setCurrentWidget(page)
        page.visit(wish)
        if state is not None:
            page.restore(state)
        self.arrived.emit(wish)

    def _make(self, name: str) -> Page:
        page = self._factories[name]()
        page.wished.connect(self.wished)
        page.titled.connect(self._on_page_titled)
        page.client_view_wanted.connect(self.client_view_wanted)
        self._pages[name] = page
        self._stale.add(name)
        self.addWidget(page)
        return page

    def _on_page_titled(self, title: str, second: str) -> None:
        if self.sender() is self.currentWidget():
            self.titled.emit(title, second)
