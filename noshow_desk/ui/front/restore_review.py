"""Restoring, screen three: what the backup holds and what will happen, before anything is replaced."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from noshow_desk.i18n import _
from noshow_desk.services import restoring
from noshow_desk.services.backups import Restored
from noshow_desk.services.restoring import Opened, Watch
from noshow_desk.ui.front.backup_words import holds, when_of
from noshow_desk.ui.front.slow_screen import SlowScreen
from noshow_desk.ui.kit.buttons import PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import PlainLabel


class ReviewScreen(SlowScreen):
    """Shows what `opened` holds and puts it back into `folder` or another one.

    `restored` brings Restored and the folder.
    """

    restored = Signal(object, object)
    back_wanted = Signal()

    def __init__(self, opened: Opened, folder: Path, dialogs: Dialogs, now: Callable[[], datetime]) -> None:
        super().__init__(
            _("What is in it"), _("Every byte is as it was written. Nothing has been changed yet.")
        )
        self._opened, self._folder, self._dialogs, self._now = opened, folder, dialogs, now
        self.place = PlainLabel("", wrap=True)
        self.kept = PlainLabel("", wrap=True)
        self.folder_button = SecondaryButton(_("Into another &folder…"), "folder-open")
        self.back_button = SecondaryButton(_("&Back"), "chevron-left")
        self.restore_button = PrimaryButton(_("&Restore it"), "archive-restore")
        self._lay_out()
        self._connect()
        self._show_folder()
        self.setFocusProxy(self.restore_button)

    def _lay_out(self) -> None:
        verified = self._opened.verified
        inside = Card(when_of(verified.backup), "archive-restore")
        inside.add(PlainLabel(holds(verified), wrap=True))
        after = Card(_("What happens"), "folder-open")
        after.add(self.place)
        after.add(self.kept)
        self.column.addWidget(inside)
        self.column.addWidget(after)
        self.add_line(self.folder_button)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.trouble)
        footer = self.with_footer()
        footer.add_right(PlainLabel(_("Step {n} of {m}").format(n=3, m=3), "hint", "muted"))
        footer.add_right(self.back_button)
        footer.add_right(self.restore_button)
        self.finish()

    def _connect(self) -> None:
        self.folder_button.clicked.connect(self._on_folder_button_clicked)
        self.back_button.clicked.connect(self.back_wanted)
        self.restore_button.clicked.connect(self._on_restore_button_clicked)

    def folder(self) -> Path:
        """Return where it will be put."""
        return self._folder

    def set_busy(self, busy: bool) -> None:
        """Take no input meanwhile."""
        super().set_busy(busy)
        for button in (self.folder_button, self.back_button, self.restore_button):
            button.setDisabled(busy)

    def _show_folder(self) -> None:
        self.place.setText(_("It becomes the vault in {folder}").format(folder=self._folder))
        if restoring.has_vault_file(self._folder):
            kept = _(
                "The vault file that is there stays beside it, as “vault-before-restore” with the day. What "
                "was written after the backup is only in that file."
            )
        else:
            kept = _("No vault file is there, so nothing is replaced.")
        self.kept.setText(kept)

    def _on_folder_button_clicked(self) -> None:
        self._dialogs.choose_folder(_("Folder to restore into"), self._on_folder_chosen)

    def _on_folder_chosen(self, folder: Path) -> None:
        self._folder = folder
        self.trouble.hide()
        self._show_folder()
        self.restore_button.setFocus()

    def _on_restore_button_clicked(self) -> None:
        task = partial(_put_back, self._opened, self._folder, self._now().astimezone())
        self.run(task, self._on_restored, _("Putting it back…"))

    def _on_restored(self, restored: Restored) -> None:
        self.restored.emit(restored, self._folder)


def _put_back(opened: Opened, folder: Path, now: datetime, watch: Watch) -> Restored:
    return restoring.put_back(opened, folder, now=now, watch=watch)
