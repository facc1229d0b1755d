"""Joins the main window with the desk: makes the pages, answers the search, grants the acts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from noshow_desk import __version__
from noshow_desk.i18n import N_, _, language
from noshow_desk.services import opening, queries
from noshow_desk.services import settings as changing
from noshow_desk.services.desk import Desk
from noshow_desk.services.paper_text import papers_to_load
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.session.work import Work
from noshow_desk.ui.shell.command_box import Found
from noshow_desk.ui.shell.main_window import MainWindow
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace import data_acts, looking, record_acts
from noshow_desk.ui.workspace.catch_up import CatchUp
from noshow_desk.ui.workspace.data_acts import DataActs
from noshow_desk.ui.workspace.pages import page_factories
from noshow_desk.ui.workspace.parting import back_up, close, keep_before_lock, note_place
from noshow_desk.ui.workspace.place import Arrival, stand_in_for
from noshow_desk.ui.workspace.record_acts import RecordActs
from noshow_desk.ui.workspace.room import RoomWatch

SCALE_STEP = 10
SETTLED_MS = 1_500  # after the window is shown: nobody waits for it any more
FOUND_ICONS = {"client": "user-round", "interviewer": "briefcase-business", "organisation": "building-2"}
ABOUT = N_(
    "NoShow Desk {version}\n\nFor caseworkers and clients after a missed appointment. Works offline; "
    "your data stays on this computer.\n\nMIT licence. Inter and Noto Sans (SIL OFL), DejaVu Sans, "
    "Droid Sans Fallback (Apache 2.0), Lucide icons (ISC), Qt for Python (LGPL), SQLCipher (BSD)."
)


class Workspace(QObject):
    """The open vault on the screen.

    `lock_wanted`, `closed` (the person quit), `folder_wanted` (open another vault), `look_changed`
    (language, theme or size of the text was set) and `idle_limit_changed` (seconds) are for the composition
    root.
    """

    lock_wanted = Signal()
    closed = Signal()
    folder_wanted = Signal(object)
    look_changed = Signal()
    idle_limit_changed = Signal(float)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.bridge = Bridge()
        self._catch_up: CatchUp | None = None
        self._over = False
        self._arrival = Arrival(desk)
        self.data = DataActs(desk, self.bridge, self._window_now, self)
        self._records = RecordActs(desk, self.bridge, self._window_now, self)
        self.window = self._make_window()
        self._acts: dict[str, Callable[[Wish], None]] = {
            "lock": self._lock,
            "about": self._about,
            "text_larger": self._text_larger,
            "text_smaller": self._text_smaller,
            "text_normal": self._text_normal,
            **dict.fromkeys(record_acts.KINDS, self._records.grant),
            **dict.fromkeys(data_acts.KINDS, self.data.grant),
        }
        self._room = RoomWatch(desk, self.tell, self)
        self._connect()
        self._connect_window()

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_bridge_changed)
        self._records.erased.connect(self.data.offer_removal)

    def _make_window(self) -> MainWindow:
        self._spoken = language()
        pages = page_factories(self.desk, self.bridge, self._dialogs, self.data.keeping)
        return MainWindow(self.bridge, pages, self._find)

    def _window_now(self) -> MainWindow:
        return self.window

    def _connect_window(self) -> None:
        self.window.wished.connect(self._on_window_wished)
        self.window.closing.connect(self._on_window_closing)
        self.window.banner.acted.connect(self._on_banner_acted)

    def furnish(self) -> None:
        """Make the first page; nothing is shown or written: the vault may still be being checked."""
        self._arrival.prepare(self.window)

    def discard(self) -> None:
        """Let go of a window that is never shown: the vault is damaged."""
        self._over = True
        self._rest()
        self.window.deleteLater()

    def show(self) -> None:
        """Show the window where it was locked, else on Today, with what must be said about this vault."""
        self._arrival.arrive(self.window)
        self._show_banner()
        self.window.resize(1366, 736)
        self.window.showMaximized()
        QTimer.singleShot(0, self, self._offer_unsaved)
        self._catch_up = CatchUp(self.desk, self.bridge, self)
        self.data.keeping.start()
        QTimer.singleShot(SETTLED_MS, self, self._load_papers)

    def _load_papers(self) -> None:
        """Load what fills papers before the first one is wanted: Jinja takes 0.1 s."""
        if not self._over:
            Work(papers_to_load(self.desk), self).start()

    def tell(self, title: str, text: str) -> None:
        """Show a message over the window, whichever is open by then."""
        self.window.dialogs.tell(title, text)

    def _show_banner(self) -> None:
        if self.desk.practice:
            text = _("Practice vault: everybody in it is made up. Its passphrase is published.")
            self.window.set_banner(text, _("Remove the practice vault"))
        elif self.desk.read_only:
            self.window.set_banner(_(looking.BANNER))

    def reads_aloud(self) -> bool:
        """Say whether a script or the client's view is on the screen: nobody touches the desk meanwhile."""
        page = self.window.pages.page()
        return page is not None and page.reads_aloud() and not self.window.isMinimized()

    def put_away(self, *, hurry: bool = False) -> None:
        """Hide every name, keep what is typed and where one is, and close the vault, whatever happens.

        In a `hurry` (the computer is about to sleep) no backup is made; the next pause makes it.
        """
        self.window.hide()
        if self._over:
            return
        self._over = True
        self._rest()
        keep_before_lock(self.window)
        if not hurry:
            self.data.keeping.finish()
            back_up(self.desk)
        note_place(self.desk, self.window)  # after the backup, for which it is no change
        close(self.desk)

    def _quit(self) -> None:
        """Close the vault, once: the window that was hidden by a lock may still be told to close."""
        if self._over:
            return
        self._over = True
        self.window.hide()
        self._rest()
        self.data.keeping.finish()
        back_up(self.desk)
        opening.close(self.desk)

    def _rest(self) -> None:
        self._room.stop()
        self.data.keeping.stop()
        if self._catch_up is not None:
            self._catch_up.stop()

    def _dialogs(self) -> object:
        return self.window.dialogs

    def _find(self, words: str) -> list[Found]:
        hits = queries.search(self.desk, words, 20)
        return [
            Found(hit.title, hit.second, Wish(hit.kind, hit.id), FOUND_ICONS.get(hit.kind, "arrow-right"))
            for hit in hits
            if hit.kind == "client"
        ]

    def _on_window_wished(self, wish: Wish) -> None:
        act = self._acts.get(wish.kind)
        if act is not None and not looking.is_kept_from(self.desk, self.window, wish):
            act(wish)

    def _lock(self, _wish: Wish) -> None:
        self.lock_wanted.emit()

    def _about(self, _wish: Wish) -> None:
        self.window.dialogs.tell(_("About NoShow Desk"), _(ABOUT).format(version=__version__))

    def _text_larger(self, _wish: Wish) -> None:
        self._scale_by(SCALE_STEP)

    def _text_smaller(self, _wish: Wish) -> None:
        self._scale_by(-SCALE_STEP)

    def _text_normal(self, _wish: Wish) -> None:
        self._scale_by(100 - self.desk.settings.number("text_scale"))

    def _scale_by(self, percent: int) -> None:
        scale = min(max(self.desk.settings.number("text_scale") + percent, 90), 160)
        self.bridge.run(partial(changing.change_setting, self.desk, key="text_scale", value=str(scale)))

    def _on_bridge_changed(self, changes: object) -> None:
        if getattr(changes, "settings", False):
            self.look_changed.emit()
            self.idle_limit_changed.emit(self.desk.settings.number("idle_minutes") * 60.0)
            if language() != self._spoken:
                # Not at once: the field that was just changed is still telling its window about it.
                QTimer.singleShot(0, self, self._speak_anew)

    def _speak_anew(self) -> None:
        """Make the window anew in the language that was chosen, on the same page with the same way back;
        nothing typed is lost.
        """
        old = self.window
        if language() == self._spoken:
            return
        stops = old.pages.stops()  # leaving writes and closes what is open for typing
        if not old.pages.leave():
            return
        self.window = self._make_window()
        self._connect_window()
        self._show_banner()
        if not self.window.pages.walk(stops):
            self.window.open(Wish("today"))
        stand_in_for(self.window, old)

    def _on_banner_acted(self) -> None:
        from noshow_desk.ui.session.practice_vault import remove_practice_vault  # deferred: only on request

        self.put_away()
        folder = self.desk.folder
        try:
            remove_practice_vault(folder)
        finally:
            # The window is gone by now: whatever happened, the person gets the front door.
            self.folder_wanted.emit(folder.parent)

    def _on_window_closing(self) -> None:
        self._quit()
        self.closed.emit()

    def _offer_unsaved(self) -> None:
        from noshow_desk.ui.workspace.unsaved import offer_unsaved  # deferred: after the first paint

        self._arrival.scroll(self.window)
        offer_unsaved(self.desk, self.window)
