"""What every page of the window is and promises."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.wishes import Wish


class Page(QWidget):
    """A page of the main window; made when first shown, and kept.

    It emits `wished` to go anywhere or to ask for an act; `titled` (title, second line) for the top bar of a
    compact page; `client_view_wanted` to turn the screen over to the client (True) and back (False).
    """

    wished = Signal(object)
    titled = Signal(str, str)
    client_view_wanted = Signal(bool)

    compact = False  # True: icons-only navigation and a top bar with Back and the page's title
    help_topic = ""
    acts: tuple[str, ...] = ()  # of the menu, that `handle` carries out here; elsewhere they are off

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge

    def visit(self, wish: Wish) -> None:
        """Show what `wish` names; called each time a wish leads here."""

    def reload(self, changes: object | None) -> None:
        """Read again what `changes` touched; None means that anything may have changed."""

    def complete(self) -> None:
        """Make what the first paint of the page did without: somebody wants to see that part at once."""

    def leave(self) -> bool:
        """Write what is unsaved before the page is left; False keeps the person here."""
        return True

    def write(self) -> bool:
        """Write what is unsaved and stay: something is made of it elsewhere. False when it must not be made
        yet.
        """
        return self.leave()

    def may_close(self) -> bool:
        """Say whether the window may close now. A page that was turned over to the client asks for the screen
        back first.
        """
        return True

    def flush(self) -> None:
        """Keep what was typed in the last moments, and stay: an undo that comes next has to know of it."""

    def keep(self) -> None:
        """Keep what is typed and rest: the desk is being locked, and the vault closes next.

        A page that keeps forms overrides this: what is half typed need not become a fact by a lock.
        """
        self.leave()

    def reads_aloud(self) -> bool:
        """Say whether something to read from is on show: nobody touches the desk meanwhile."""
        return False

    def start(self) -> QWidget | None:
        """Return what takes the keyboard when the page is reached from elsewhere; None leaves it alone."""
        return None

    def state(self) -> object:
        """Return what brings the person back to where they were: selection, tab, place."""
        return None

    def restore(self, state: object) -> None:
        """Return to a `state()`."""

    def handle(self, action: str) -> bool:
        """Carry out an action of the menu that belongs to the page (print, find); True when it did."""
        return False
