"""A list of clients from another program: what was read in it, who would come in, what stays out and why."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk import i18n
from noshow_desk.domain.client import Client
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.importing.columns import guessed
from noshow_desk.importing.table import Table
from noshow_desk.services import importing, typed
from noshow_desk.services.backup_making import begin_backup
from noshow_desk.services.backups import Reason
from noshow_desk.services.desk import Desk
from noshow_desk.services.importing import Looked
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.list_columns import ListColumns
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.kit.progress import ProgressLine
from noshow_desk.ui.kit.row_list import RowItem, RowModel, RowView
from noshow_desk.ui.session.backing_up import BackingUp
from noshow_desk.ui.session.work import Work
from noshow_desk.ui.theme import current_look

WANTED = (920, 620)  # pixels at 100 % text
COLUMNS_WIDTH = 320
_REFUSED = N_("Row {line}")


class ListDialog(Dialog):
    """Reads the file at `path` in a thread, shows what it would bring, and brings it in as one act."""

    least_width = 620

    def __init__(self, desk: Desk, bridge: Bridge, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("Bring in a list"), parent)
        self._desk, self._bridge = desk, bridge
        self._table: Table | None = None
        self._looked: Looked | None = None
        self.columns = ListColumns()
        self.progress = ProgressLine()
        self.sentence = PlainLabel("", "strong", wrap=True)
        self.coming = RowView(_("Who comes in"))
        self.coming.setModel(RowModel(parent=self.coming))
        self.staying = RowView(_("What stays out"))
        self.staying.setModel(RowModel(parent=self.staying))
        self._stays = PlainLabel(_("What stays out"), "label")
        self._main = self._laid_out()
        self.body.addWidget(PlainLabel(path.name, "hint", "muted", wrap=True))
        self.body.addWidget(self.progress)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self._main, 1)
        self.cancel_button = self.add_cancel()
        self.bring_button = self.add_button(_("&Bring in"), primary=True, icon="user-plus")
        self._connect()
        self._read(path)

    def _laid_out(self) -> QWidget:
        main = QWidget()
        left = ScrollPage(margin=4)
        left.add(PlainLabel(_("What the columns mean"), "label"))
        left.add(self.columns)
        left.finish()
        left.setFixedWidth(current_look().px(COLUMNS_WIDTH))
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(PlainLabel(_("Who comes in"), "label"))
        right.addWidget(self.coming, 3)
        right.addWidget(self._stays)
        right.addWidget(self.staying, 2)
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(left)
        row.addLayout(right, 1)
        return main

    def _connect(self) -> None:
        self.columns.changed.connect(self._look)
        self.bring_button.clicked.connect(self._on_bring_button_clicked)

    def showEvent(self, event: QShowEvent) -> None:
        """Stay inside the window below."""
        super().showEvent(event)
        self.take_room(*WANTED)

    # ------------------------------------------------------------ reading

    def _read(self, path: Path) -> None:
        self._main.hide()
        self.bring_button.setEnabled(False)
        self.progress.show_step(_("Reading the file …"))
        work = Work(partial(importing.read_list, path), self)
        work.done.connect(self._on_work_done)
        work.refused.connect(self._on_refused)
        work.broke.connect(self._on_work_broke)
        work.start()

    def _on_work_done(self, table: Table) -> None:
        self._table = table
        self.progress.show_step("")
        self.columns.show_table(table, guessed(table.heading))
        self._main.show()
        self._look()
        first = self.bring_button if self.bring_button.isEnabled() else self.columns.combos[0]
        first.setFocus()

    def _on_refused(self, trouble: UserError | SystemTrouble) -> None:
        self.progress.show_step("")
        self._say(trouble.sentence, "red")

    def _on_work_broke(self, _bug: object) -> None:
        """Say that the file is no good: what breaks a reader is no list of clients."""
        self._on_refused(UserError(_("This file cannot be read. Choose another one.")))

    # ------------------------------------------------------------ showing

    def _look(self) -> None:
        """Show what the columns, as they are told now, would bring."""
        assert self._table is not None
        try:
            self._looked = importing.look_at_list(
                self._desk, table=self._table, columns=self.columns.columns()
            )
        except UserError as trouble:
            self._looked = None
            self._say(trouble.sentence, "red")
        self._show_looked()

    def _show_looked(self) -> None:
        looked = self._looked
        coming = [_item(number, one) for number, one in enumerate(looked.clients)] if looked else []
        staying = _staying(looked) if looked else []
        for view, rows in ((self.coming, coming), (self.staying, staying)):
            model = view.model()
            assert isinstance(model, RowModel)
            model.show_rows(rows)
        for part in (self._stays, self.staying):
            part.setVisible(bool(staying))
        self.bring_button.setEnabled(bool(coming))
        if looked is not None:
            self._say(_summed_up(looked), "")

    def _say(self, sentence: str, tone: str) -> None:
        self.sentence.set_tone(tone)
        self.sentence.setText(sentence)

    # ------------------------------------------------------------ bringing in

    def _on_bring_button_clicked(self) -> None:
        """Make a backup, then add everybody; a practice vault has none."""
        self._hold(True)
        if self._desk.practice:
            self._add()
            return
        self.progress.show_step(_("Making a backup first …"))
        task = BackingUp(self._desk, partial(begin_backup, self._desk, reason=Reason.IMPORT), self)
        task.done.connect(self._on_backed_up)
        task.refused.connect(self._on_not_backed_up)
        task.broke.connect(self._on_backup_broke)
        task.start()

    def _on_backed_up(self, _made: object) -> None:
        self._add()

    def _on_not_backed_up(self, trouble: UserError | SystemTrouble) -> None:
        self._hold(False)
        self._on_refused(trouble)

    def _on_backup_broke(self, _bug: object) -> None:
        self._on_not_backed_up(UserError(_("The backup could not be made, so nobody was brought in.")))

    def _hold(self, held: bool) -> None:
        """Take no click while the backup is made: it is the way back."""
        for part in (self._main, self.cancel_button, self.bring_button):
            part.setEnabled(not held)

    def reject(self) -> None:
        """Stay while the backup is made."""
        if self._main.isEnabled():
            super().reject()

    def _add(self) -> None:
        looked = self._looked
        assert looked is not None
        out = len(looked.refused) + len(looked.here_already)
        add = partial(importing.add_all, self._desk, clients=looked.clients, left_out=out)
        self.accept()
        self._bridge.run(add, _("Nobody was brought in"))


def _summed_up(looked: Looked) -> str:
    """Return in a sentence how many come in and how many stay out."""
    new, out = len(looked.clients), len(looked.refused) + len(looked.here_already)
    said = i18n.ngettext("{count} new client.", "{count} new clients.", new).format(count=new)
    if looked.notices:
        said = f"{said} {typed.HIDDEN_REMOVED.say()}"
    if not out:
        return said
    rest = i18n.ngettext("{count} row stays out.", "{count} rows stay out.", out).format(count=out)
    return f"{said} {rest}"


def _item(number: int, client: Client) -> RowItem:
    ways = (*(phone.number for phone in client.phones), client.email, client.case_number)
    initials = "".join(name[:1] for name in (client.first_name, client.last_name)).upper()
    return RowItem(str(number), client.full_name, " · ".join(filter(None, ways)), initials=initials)


def _staying(looked: Looked) -> list[RowItem]:
    """Return a row for each line that stays out, in the order of the file."""
    rows: list[tuple[int, Message]] = sorted((*looked.refused, *looked.here_already), key=_line)
    return [RowItem(str(line), Message(_REFUSED, {"line": line}).say(), why.say()) for line, why in rows]


def _line(row: tuple[int, Message]) -> int:
    return row[0]
