"""What somebody asks for about backups from any page, and what the window says of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from noshow_desk.i18n import _
from noshow_desk.services import second_folder
from noshow_desk.services.desk import Desk
from noshow_desk.services.old_backups import old_backups
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.kept_form import KeptForm
from noshow_desk.ui.kit.question import Question
from noshow_desk.ui.session.keeping import Keeping
from noshow_desk.ui.shell.main_window import MainWindow
from noshow_desk.ui.wishes import Wish

# Wishes that are granted here: (kind, detail).
BACK_UP, TRY_BACKUP, SECOND_FOLDER, OLD_BACKUPS = "back_up", "try_backup", "second_folder", "old_backups"
KINDS = (BACK_UP, TRY_BACKUP, SECOND_FOLDER, OLD_BACKUPS)


class DataActs(QObject):
    """Grants the wishes of KINDS; `keeping` does what takes longer."""

    def __init__(
        self, desk: Desk, bridge: Bridge, window: Callable[[], MainWindow], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._bridge, self._window = desk, bridge, window
        self.keeping = Keeping(desk, bridge, self._keep, self)
        self._ways: dict[tuple[str, str], Callable[[], None]] = {
            (BACK_UP, ""): self.keeping.back_up_now,
            (TRY_BACKUP, ""): self.keeping.try_newest,
            (SECOND_FOLDER, "choose"): self._choose_folder,
            (SECOND_FOLDER, "copy"): self.keeping.copy_now,
            (SECOND_FOLDER, "later"): self._put_off,
            (SECOND_FOLDER, "forget"): self._ask_before_forgetting,
            (OLD_BACKUPS, ""): self.offer_removal,
        }
        self._connect()

    def _connect(self) -> None:
        self.keeping.doing.connect(self._on_keeping_doing)
        self.keeping.ended.connect(self._on_keeping_ended)
        self.keeping.said.connect(self._on_keeping_said)
        self.keeping.told.connect(self._on_keeping_told)

    def grant(self, wish: Wish) -> None:
        """Do what `wish` asks for."""
        self._ways[(wish.kind, wish.detail)]()

    def offer_removal(self, _erased: object = None) -> None:
        """Name the backups that hold more than they should, where there are any, and offer to remove them."""
        old = old_backups(self._desk)
        if old:
            from noshow_desk.ui.your_data.old_dialog import OldBackupsDialog  # deferred: only when wanted

            dialog = OldBackupsDialog(old)
            dialog.removal_wanted.connect(self.keeping.remove)
            self._window().dialogs.show(dialog)

    def _keep(self) -> None:
        """Write what is typed in pages and dialogs: a backup holds only what is written."""
        for form in self._window().findChildren(KeptForm):
            form.flush()

    def _choose_folder(self) -> None:
        self._window().dialogs.choose_folder(_("A second folder for backups"), self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        """Use the folder, and copy to it at once: somebody just connected the stick for that."""
        choose = partial(second_folder.choose_second_folder, self._desk, folder=folder)
        if self._bridge.run(choose, _("The folder was not taken")):
            self.keeping.copy_now()

    def _put_off(self) -> None:
        self._bridge.run(partial(second_folder.put_off_second_folder, self._desk))

    def _ask_before_forgetting(self) -> None:
        text = _("New backups are no longer copied there. The copies that are there stay, and still open.")
        answers = (("forget", _("&Stop copying")), ("", _("&Keep copying")))
        question = Question(_("Stop copying to the second folder?"), text, answers)
        self._window().dialogs.ask(question, self._on_forgetting_answered)

    def _on_forgetting_answered(self, answer: str) -> None:
        if answer:
            self._bridge.run(partial(second_folder.forget_second_folder, self._desk))

    def _on_keeping_doing(self, sentence: str) -> None:
        self._window().top_bar.show_status(sentence)

    def _on_keeping_ended(self, sentence: str) -> None:
        self._window().top_bar.show_status(sentence, passing=True)

    def _on_keeping_said(self, sentence: str) -> None:
        self._window().say(sentence)

    def _on_keeping_told(self, title: str, text: str) -> None:
        self._window().dialogs.tell(title, text)
