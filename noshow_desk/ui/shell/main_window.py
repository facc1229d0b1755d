"""The main window: navigation, top bar, pages, undo bar; it grants the wishes that only lead somewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.base import PAGE_MARGIN
from noshow_desk.ui.kit.cards import Banner
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.kept_form import KeptForm
from noshow_desk.ui.kit.toast import Toast
from noshow_desk.ui.shell.command_box import Search
from noshow_desk.ui.shell.menus import Menus
from noshow_desk.ui.shell.navigation import Navigation
from noshow_desk.ui.shell.page import Page
from noshow_desk.ui.shell.page_host import PageHost
from noshow_desk.ui.shell.places import ROUTES
from noshow_desk.ui.shell.top_bar import TopBar
from noshow_desk.ui.theme import current_look
from noshow_desk.ui.wishes import Wish

# All that a menu's key still does while the client has the screen: nothing that shows a name.
_FOR_CLIENT = ("lock", "quit", "text_larger", "text_smaller", "text_normal")


class MainWindow(QMainWindow):
    """The window around the pages.

    `factories` makes each page of shell.places.ROUTES when it is first wanted; `search` answers the command
    box. `wished` hands on every wish for an act (shell.places answers the others); `closing` comes before the
    window goes, after the page on show has written what was unsaved.
    """

    wished = Signal(object)
    closing = Signal()

    def __init__(
        self,
        bridge: Bridge,
        factories: Mapping[str, Callable[[], Page]],
        search: Search,
        dialogs: Dialogs | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("NoShow Desk")
        self.setMinimumSize(880, 600)
        self.bridge = bridge
        self.dialogs = dialogs or Dialogs(self)
        self.navigation = Navigation()
        self.pages = PageHost(factories)
        self.banner = Banner("", "amber", "info", "")
        self.toast = Toast(self)
        self._act, self._for_client = "", False
        self._untold: list[tuple[str, str]] = []
        self._page: Page | None = None
        self._lay_out(search)
        self.menus = Menus(self)
        self._connect()

    def _lay_out(self, search: Search) -> None:
        frame, right = QWidget(), QWidget()
        self.top_bar = TopBar(search, frame)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top_bar, self.banner):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(right, 1)
        self.banner.hide()
        self.setCentralWidget(frame)
        self.top_bar.box.offers().raise_()

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_bridge_changed)
        self.bridge.failed.connect(self._on_bridge_failed)
        self.navigation.chosen.connect(self._on_navigation_chosen)
        self.menus.triggered.connect(self._on_menus_triggered)
        self.top_bar.wished.connect(self.grant)
        self.top_bar.back_wished.connect(self.back)
        self.pages.arrived.connect(self._on_pages_arrived)
        self.pages.wished.connect(self.grant)
        self.pages.titled.connect(self.top_bar.show_title)
        self.pages.client_view_wanted.connect(self.show_client_view)
        self.toast.undone.connect(self._on_toast_undone)

    def grant(self, wish: Wish) -> None:
        """Go where `wish` leads, or hand it on."""
        if self._for_client and wish.kind not in _FOR_CLIENT:
            return
        page = self.pages.page()
        if wish.kind == "help" and not wish.id and page is not None:
            wish = Wish("help", page.help_topic)
        own = {"back": self.back, "search": self._focus_search, "shortcuts": self._list_shortcuts}
        if wish.kind in own:
            own[wish.kind]()
        elif wish.kind in ROUTES:
            self.open(wish)
        elif wish.kind == "quit":
            self.close()
        else:
            self.wished.emit(self._with_act(wish))

    def open(self, wish: Wish) -> bool:
        """Show the page that answers `wish`; False when the page on show keeps the person."""
        came = self.pages.open(wish)
        here = self.pages.here()
        if not came and here is not None:
            self.navigation.mark(ROUTES[here.kind][1])
        return came

    def back(self) -> bool:
        """Return to where one was; Today when there is nowhere."""
        return self.pages.back() or self.open(Wish("today"))

    def show_client_view(self, on: bool) -> None:
        """Turn the screen over to the client: no navigation, no bars, no names in the title or a message."""
        self._for_client = on
        for part in (self.navigation, self.top_bar, self.menuBar()):
            part.setVisible(not on)
        self.banner.setVisible(not on and bool(self.banner.text()))
        self.toast.hide()
        self.setWindowTitle("NoShow Desk")
        if not on:
            self._tell_what_waited()

    def _tell_what_waited(self) -> None:
        waiting, self._untold = self._untold, []
        for sentence, title in waiting:
            self._tell(sentence, title)

    def set_banner(self, text: str, action: str = "") -> None:
        """Show a line over every page (practice vault, read-only folder); "" takes it away."""
        self.banner.show_text(text, action)
        self.banner.setVisible(bool(text) and not self._for_client)

    def say(self, sentence: str, *, undo: str = "", act: str = "") -> None:
        """Show a message at the bottom; where `act` can be undone, with a named Undo, which the menu has even
        if there is no sentence.
        """
        if act and undo:
            self._act = act
            self.menus.name_undo(undo)
        if sentence and not self._for_client:
            self.toast.say(sentence, undo=undo, act=act)
            self._place_toast()

    def say_to_all(self, sentence: str) -> None:
        """Show a message that names nobody, also while the client looks on."""
        self.toast.say(sentence)
        self._place_toast()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_toast()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "toast"):
            self._place_toast()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # also when something cannot be kept and says so by an error
        page = self.pages.page()
        if (page is not None and not page.may_close()) or not self.pages.leave():
            return
        for form in self.findChildren(KeptForm):  # in dialogs
            form.flush()
        self.closing.emit()
        super().closeEvent(event)

    def _with_act(self, wish: Wish) -> Wish:
        return Wish("undo", self._act) if wish.kind == "undo" and not wish.id else wish

    def _place_toast(self) -> None:
        if self.toast.isHidden():
            return
        left = self.navigation.width() if self.navigation.isVisible() else 0
        room = self.width() - left - 2 * PAGE_MARGIN
        self.toast.fit(room)
        x = left + (self.width() - left - self.toast.width()) // 2
        page = self.pages.page()
        # A compact page has its buttons in a footer, which a message must not cover.
        below = current_look().px(56) + 8 if page is not None and page.compact else PAGE_MARGIN
        self.toast.move(x, self.height() - self.toast.height() - below)
        self.toast.raise_()

    def _focus_search(self) -> None:
        self.top_bar.box.setFocus()
        self.top_bar.box.selectAll()

    def _list_shortcuts(self) -> None:
        from noshow_desk.ui.shell.shortcut_list import ShortcutList  # deferred: not for the first window

        self.dialogs.show(ShortcutList(self))

    def _on_bridge_changed(self, changes: object) -> None:
        self.pages.reload(changes)
        said, undo = getattr(changes, "said", None), getattr(changes, "undo", None)
        named = undo.say() if undo else ""
        self.say(said.say() if said else "", undo=named, act=getattr(changes, "act", ""))

    def _on_bridge_failed(self, sentence: str, title: str) -> None:
        if self._for_client:
            self._untold.append((sentence, title))  # it may hold a name
        else:
            self._tell(sentence, title)

    def _tell(self, sentence: str, title: str) -> None:
        self.dialogs.tell(title or _("That did not work"), sentence)

    def _on_navigation_chosen(self, kind: str) -> None:
        self.grant(Wish(kind))

    def _on_menus_triggered(self, action: str) -> None:
        page = self.pages.page()
        if self._for_client or page is None or not page.handle(action):
            self.grant(Wish(action))

    def _on_pages_arrived(self, wish: Wish) -> None:
        page = self.pages.page()
        compact = page is not None and page.compact
        self.navigation.set_narrow(compact)
        self.navigation.mark(ROUTES[wish.kind][1])
        self.top_bar.set_compact(compact)
        self.menus.offer(page.acts if page is not None else ())
        self._place_toast()
        self._pass_keyboard(page)

    def _pass_keyboard(self, page: Page | None) -> None:
        """Give the keyboard to the page; somebody who walks along the places keeps it there."""
        before, self._page = self._page, page
        here: QWidget | None = self.focusWidget()  # PySide's stubs know no None
        walking = here is not None and self.navigation.isAncestorOf(here)
        start = page.start() if page is not None else None
        if start is not None and page is not before and not walking:
            start.setFocus()

    def _on_toast_undone(self, act: str) -> None:
        self.wished.emit(Wish("undo", act))
