"""Restoring, screen one: the backups that were found, newest first, and which of them are whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStorageInfo, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _
from noshow_desk.services import restoring
from noshow_desk.services.backups import BackupRow
from noshow_desk.services.restoring import Watch
from noshow_desk.ui.front.backup_words import row_item, told_of
from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.empty import EmptyState
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.row_list import RowModel, RowView
from noshow_desk.ui.session.work import Work

MOST_SHOWN = 6  # rows; the others are scrolled to


class ChooseBackupScreen(FrontScreen):
    """Lists the backups near the vault in `folder`; `chosen` brings the BackupRow to go on with.

    Each is read through meanwhile, so that a damaged one is known before anybody types a key.
    """

    chosen = Signal(object)
    back_wanted = Signal()
    folder_wanted = Signal()
    broke = Signal(object)

    def __init__(self, folder: Path, dialogs: Dialogs) -> None:
        super().__init__(
            _("Restore a backup"),
            _("A backup is one file that holds everything. Nothing is deleted when it is put back."),
        )
        self._folder, self._dialogs = folder, dialogs
        self._rows: list[BackupRow] = []
        self._whole: set[Path] = set()
        self._watch: Watch | None = None
        self.list = RowView(_("Backups"))
        self.list.setModel(RowModel())
        self.empty = EmptyState(_("Looking for backups…"), "", "archive-restore")
        self.told = PlainLabel("", "body", "muted", wrap=True)
        self.file_button = SecondaryButton(_("Choose a &file…"), "file-text")
        self.folder_button = SecondaryButton(_("Choose a f&older…"), "folder-open")
        self.vault_button = LinkButton(_("My &vault is in another folder…"))
        self.back_button = SecondaryButton(_("&Back"), "chevron-left")
        self.next_button = PrimaryButton(_("&Next: open it"), "arrow-right")
        self._lay_out()
        self._connect()
        self._show_rows(())
        self._start(partial(_found, folder), self._on_backups_found)

    def _lay_out(self) -> None:
        card = Card()
        card.body.setContentsMargins(6, 4, 6, 4)
        card.add(self.list)
        card.add(self.empty)
        self.column.addWidget(card)
        self.column.addWidget(self.told)
        row = QWidget()
        flow = FlowLayout(row, gap=10, line_gap=10)
        for button in (self.file_button, self.folder_button, self.vault_button):
            flow.addWidget(button)
        self.column.addWidget(row)
        footer = self.with_footer()
        footer.add_right(PlainLabel(_("Step {n} of {m}").format(n=1, m=3), "hint", "muted"))
        footer.add_right(self.back_button)
        footer.add_right(self.next_button)
        self.finish()
        self.setFocusProxy(self.folder_button)

    def _connect(self) -> None:
        self.list.picked.connect(self._show_current)
        self.list.opened.connect(self._on_next_button_clicked)
        self.file_button.clicked.connect(self._on_file_button_clicked)
        self.folder_button.clicked.connect(self._on_folder_button_clicked)
        self.vault_button.clicked.connect(self.folder_wanted)
        self.back_button.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self._on_next_button_clicked)

    def rows(self) -> list[BackupRow]:
        """Return what is listed, in order."""
        return list(self._rows)

    def current(self) -> BackupRow | None:
        """Return the row that the list stands on."""
        key = self.list.key()
        return next((row for row in self._rows if str(row.file) == key), None)

    def _start(self, task: Callable[[], Any], done: Callable[[Any], None]) -> None:
        work = Work(task, self)
        work.done.connect(done)
        work.refused.connect(self._on_work_refused)
        work.broke.connect(self.broke)
        work.start()

    def _on_backups_found(self, found: list[BackupRow]) -> None:
        looked = _(
            "Not beside the vault, and not on a drive that is connected. Connect yours, then choose it."
        )
        self.empty.show_words(_("No backup was found"), looked)
        had_focus = self.folder_button.hasFocus()
        self._show_rows([*found, *self._rows])
        if found and had_focus:
            self.list.setFocus()
        self._check_next()

    def _show_rows(self, rows: Sequence[BackupRow], current: Path | None = None) -> None:
        standing = self.current()
        wanted = current or (standing.file if standing else None)
        self._rows = restoring.in_order(rows)
        model = self.list.model()
        assert isinstance(model, RowModel)
        model.show_rows([row_item(row, whole=row.file in self._whole) for row in self._rows])
        self.list.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)
        if self._rows:
            shown = min(len(self._rows), MOST_SHOWN)
            self.list.setFixedHeight(shown * self.list.sizeHintForRow(0) + 4)
            self.list.pick(max(0, model.row_of(str(wanted))))
            self.setFocusProxy(self.list)
        self._show_current()

    def _show_current(self, _key: str = "") -> None:
        row = self.current()
        usable = row is not None and not row.problem
        self.next_button.setEnabled(usable)
        self.told.setText(told_of(row) if row is not None else "")
        self.told.set_tone("amber" if row is not None and row.problem else "muted")

    # ------------------------------------------------------------ reading each backup through

    def showEvent(self, event: QShowEvent) -> None:
        """Go on reading backups through."""
        super().showEvent(event)
        self._check_next()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop reading: another screen needs the disk, or the program ends."""
        super().hideEvent(event)
        if self._watch is not None:
            self._watch.stop()
            self._watch = None

    def _check_next(self) -> None:
        unchecked = (row for row in self._rows if not row.problem and row.file not in self._whole)
        row = next(unchecked, None)
        if row is not None and self._watch is None and self.isVisible():
            self._watch = Watch()
            self._start(partial(restoring.read_through, row, self._watch), self._on_backup_read)

    def _on_backup_read(self, row: BackupRow) -> None:
        self._watch = None
        if not row.problem:
            self._whole.add(row.file)
        self._show_rows([row if one.file == row.file else one for one in self._rows])
        self._check_next()

    def _on_work_refused(self, trouble: UserError | SystemTrouble) -> None:
        if not isinstance(trouble, restoring.Stopped):
            self.told.setText(trouble.sentence)
            self.told.set_tone("amber")

    # ------------------------------------------------------------ other places

    def _on_file_button_clicked(self) -> None:
        pattern = _("Backups") + " (*.nsdbackup)"
        self._dialogs.choose_file(_("Choose a backup"), pattern, self._on_file_chosen)

    def _on_file_chosen(self, file: Path) -> None:
        row = restoring.backup_at(file)
        self._show_rows([one for one in self._rows if one.file != file] + [row], file)
        self._check_next()
        self.list.setFocus()

    def _on_folder_button_clicked(self) -> None:
        self._dialogs.choose_folder(_("Folder with backups"), self._on_folder_chosen)

    def _on_folder_chosen(self, folder: Path) -> None:
        self.told.setText(_("Looking for backups…"))
        self._start(partial(restoring.backups_in, folder), self._on_more_found)

    def _on_more_found(self, found: list[BackupRow]) -> None:
        self._show_rows([*self._rows, *found], found[0].file)
        self._check_next()
        self.list.setFocus()

    def _on_next_button_clicked(self, _given: object = None) -> None:
        row = self.current()
        if row is not None and not row.problem:
            self.chosen.emit(row)


def _found(folder: Path) -> list[BackupRow]:
    """Look for backups, in a worker: a drive that does not answer must not stop the window."""
    return restoring.backups_near(folder, volumes())


def volumes() -> list[Path]:
    """Return the roots of the drives that are connected, such as memory sticks; not that of the system."""
    drives = [drive for drive in QStorageInfo.mountedVolumes() if drive.isValid() and drive.isReady()]
    return [Path(drive.rootPath()) for drive in drives if not drive.isRoot()]
