"""Puts the program together: from a start to an open window, and from a lock to a fresh start."""

from __future__ import annotations

import gc
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from noshow_desk import i18n, logs, paths
from noshow_desk.printing.fonts import FIRST_FILES
from noshow_desk.services.doorstep import VaultState, vault_state
from noshow_desk.services.look import look_of
from noshow_desk.ui.dress import dress, finish_dressing, make_application
from noshow_desk.ui.first_language import language_before_opening
from noshow_desk.ui.front.window import FrontWindow
from noshow_desk.ui.qt_words import speak
from noshow_desk.ui.session.crash import CrashHandler
from noshow_desk.ui.session.garbage import Sweeper
from noshow_desk.ui.session.instance import Instance
from noshow_desk.ui.session.open_already import give_way
from noshow_desk.ui.session.restart import restart
from noshow_desk.ui.session.work import Work
from noshow_desk.ui.theme import choose_look, current_look

if TYPE_CHECKING:
    from noshow_desk.services.desk import Desk
    from noshow_desk.ui.session.guard import Guard
    from noshow_desk.ui.session.meanwhile import Meanwhile
    from noshow_desk.ui.workspace.workspace import Workspace


def run(words: list[str]) -> int:
    """Open the window on the vault that `words` name (`--vault DIR`), or on this user's own; return
    the exit code.
    """
    folder = vault_folder(words)
    crashes = CrashHandler()
    crashes.install()
    logs.start(paths.log_folder)
    application = QApplication.instance() or make_application(sys.argv[:1])
    assert isinstance(application, QApplication)
    program = Program(application, folder, crashes)
    if not program.start():
        return 0
    code = int(application.exec())
    program.instance.release()
    return code


def vault_folder(words: list[str]) -> Path:
    """Return the folder that `--vault DIR` or `--vault=DIR` names; that of the user's vault without it."""
    if not words:
        return paths.vault_home()
    text = words[1] if len(words) > 1 else words[0].partition("=")[2]
    return Path(text).expanduser().resolve()


class Program(QObject):
    """One run of the program: the window in front of the vault, then the window on it."""

    def __init__(
        self, application: QApplication, folder: Path, crashes: CrashHandler, *, smallest: Any = None
    ) -> None:
        super().__init__()
        self._application, self.folder, self._crashes, self._smallest = application, folder, crashes, smallest
        self.instance = Instance(folder, self)
        self.front: FrontWindow | None = None
        self.workspace: Any = None
        self.guard: Guard | None = None
        self._ready: Workspace | None = None
        self._meanwhile: Meanwhile | None = None
        self._opening = self._locking = False
        # Language, theme and text size are known before the vault opens.
        self._dress()

    def start(self) -> bool:
        """Show the front door; False when another start has this vault (its window is raised instead)."""
        if not self.instance.claim():
            self._notice = give_way(self.instance)
            return self._notice is not None
        self.instance.asked_to_show.connect(self._on_instance_asked_to_show)
        self.front = FrontWindow(self.folder, smallest=self._smallest)
        self.front.opened.connect(self._on_front_opened)
        self.front.practice_wanted.connect(self._on_front_practice_wanted)
        self.front.folder_chosen.connect(self._on_front_folder_chosen)
        self.front.near.connect(self._on_front_near)
        self.front.stayed_shut.connect(self._clear_out)
        self.front.opening.connect(self._on_front_opening)
        self.front.broke.connect(self._crashes.take_error)
        self._crashes.tell = self.front.tell
        self.front.installEventFilter(self)
        self.front.show()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice that the front door is painted; what can wait for that waits for that."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._settle)
        return False

    def _settle(self) -> None:
        """Do what the first window did without."""
        if not gc.isenabled():
            # What is loaded by now stays to the end: the collector need not look at it again.
            gc.freeze()
        self._sweeper = Sweeper(self)
        finish_dressing(self._application, i18n.language())
        warming = Work(_warm_up, self)
        warming.done.connect(self._on_warmed_up)
        warming.start()

    def _dress(self) -> None:
        application, look = self._application, look_of(self.folder)
        self._worn = look
        application.setApplicationName("NoShow Desk")
        application.setApplicationDisplayName("")
        application.setDesktopFileName("noshow-desk")
        language = language_before_opening(look)
        i18n.set_language(language)
        speak(language)
        dress(application, look.text("theme"), look.number("text_scale") / 100, fonts=FIRST_FILES)

    def _is_dressed(self) -> bool:
        """Say whether the front door already looks and speaks as the vault does: to dress anew takes time."""
        look = look_of(self.folder)
        chosen = choose_look(look.text("theme"), look.number("text_scale") / 100)
        speaks = i18n.language() == language_before_opening(look)
        return speaks and look == self._worn and chosen == current_look() and not chosen.high_contrast

    def _redress(self) -> None:
        """Take the look and the language that are set now."""
        self._dress()
        finish_dressing(self._application, i18n.language())

    def _on_warmed_up(self) -> None:
        """Get the first page ready between the keys of the passphrase."""
        from noshow_desk.ui.session.meanwhile import Meanwhile  # deferred: not for the first window
        from noshow_desk.ui.workspace import ahead  # deferred: likewise

        if self.front is None:
            return
        self._meanwhile = Meanwhile(ahead.steps(), self)
        self._meanwhile.start()
        if self._opening:
            self._meanwhile.hurry()

    def _on_front_opening(self) -> None:
        """Go on without pauses while the key is derived, half a second outside of Python."""
        self._opening = True
        if self._meanwhile is not None:
            self._meanwhile.hurry()

    def _on_front_near(self, desk: Desk) -> None:
        """Make the window while the checks of the vault go on; it is shown once they have ended well."""
        try:
            self._ready = self._make_workspace(desk)
            self._ready.furnish()
        except Exception:  # a damaged page, which the checks will tell of; a bug comes again once it is open
            self._clear_out()

    def _make_workspace(self, desk: Desk) -> Workspace:
        from noshow_desk.ui.workspace.workspace import Workspace  # deferred: not needed while locked

        if self._meanwhile is not None:
            self._meanwhile.stop()
        if not self._is_dressed():
            self._redress()
        return Workspace(desk)

    def _clear_out(self) -> None:
        """Let go of what was made for a vault that cannot be opened."""
        if self._ready is not None:
            self._ready.discard()
            self._ready = None

    def _on_front_opened(self, desk: Desk) -> None:
        from noshow_desk.ui.session.guard import Guard  # deferred: not needed while locked

        self._move_to(desk.folder)
        ready, self._ready = self._ready, None
        self.workspace = ready if ready is not None and ready.desk is desk else self._make_workspace(desk)
        self.workspace.lock_wanted.connect(self.lock)
        self.workspace.closed.connect(self._on_workspace_closed)
        self.workspace.folder_wanted.connect(self.go_to)
        self.workspace.look_changed.connect(self._redress)
        self._crashes.tell = self.workspace.tell
        idle_s = desk.settings.number("idle_minutes") * 60.0
        self.guard = Guard(self._application, idle_s, self, reads_aloud=self.workspace.reads_aloud)
        self.guard.lock_wanted.connect(self.lock)
        self.workspace.idle_limit_changed.connect(self.guard.set_idle_limit)
        self.workspace.show()
        if self.front is not None:
            self.front.close()
            self.front.deleteLater()
            self.front = None

    def _move_to(self, folder: Path) -> None:
        """Belong to the folder that was chosen for a new vault: locked, it is opened there again."""
        if folder == self.folder:
            return
        self._note_home(folder)
        self.instance.release()
        self.folder, self.instance = folder, Instance(folder, self)
        self.instance.claim()
        self.instance.asked_to_show.connect(self._on_instance_asked_to_show)

    def _note_home(self, folder: Path) -> None:
        """Start in `folder` from now on, when it takes the place of this user's own vault."""
        if self.folder != paths.vault_home():
            return
        try:
            paths.note_vault_home(folder)
        except OSError as trouble:
            logs.LOGGER.warning("the folder of the vault was not noted: %s", type(trouble).__name__)

    def _on_front_folder_chosen(self, folder: Path) -> None:
        if vault_state(folder) is not VaultState.MISSING:
            self._note_home(folder)
        self.go_to(folder)

    def lock(self, hurry: bool = False) -> None:
        """Clear the screen, write what is being typed, close the vault and start anew: a fresh process knows
        no names. In a `hurry` the computer is about to sleep.
        """
        from noshow_desk.ui.session.curtain import Curtain  # deferred: only when the desk is locked

        if self._locking:
            return
        self._locking = True
        try:
            self._crashes.tell = None  # a message could name what was on the screen
            Curtain(self).draw()
            self._leave_nothing_copied()
            if self.workspace is not None:
                self.workspace.put_away(hurry=hurry)
        finally:
            # A full disk is no reason to stay open: what was typed a second ago is kept already.
            self.go_to(self.folder)

    def _leave_nothing_copied(self) -> None:
        if self.guard is not None:
            self.guard.clipboard.clear()

    def go_to(self, folder: Path) -> None:
        """Start anew on the vault in `folder`."""
        self.instance.release()
        restart(["--vault", str(folder)])

    def _on_workspace_closed(self) -> None:
        self._leave_nothing_copied()
        self.instance.release()
        self._application.quit()

    def _on_instance_asked_to_show(self) -> None:
        if self._locking:
            return
        window = self.front or self.workspace.window
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()

    def _on_front_practice_wanted(self) -> None:
        from noshow_desk.ui.session.practice_vault import make_practice_vault  # deferred: only on request

        if self.front is not None:
            self.front.show_making_practice()
        work = Work(partial(make_practice_vault, self.folder), self)
        work.done.connect(self.go_to)
        work.refused.connect(self._on_practice_missing)
        work.broke.connect(self._on_practice_missing)
        work.start()

    def _on_practice_missing(self, error: BaseException) -> None:
        if self.front is not None:
            self.front.show_what_is_needed()
        self._crashes.take_error(error)


def _warm_up() -> None:
    """Load what opening a vault needs, while the passphrase is being typed."""
    from noshow_desk.services import opening  # deferred, as below: not for the first window

    opening.warm_up()
    from noshow_desk.services import backup_state, erasing, incidents, keys, old_backups, sending  # noqa: F401

    i18n.long_date(date.today())  # the names of days and months take 40 ms to read, once
