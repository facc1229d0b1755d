"""Erase a client for good: what goes, what stays, why; then the name, typed, so that it is no slip."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _, full_date
from noshow_desk.services import backup_making, erasing
from noshow_desk.services.backups import BackupRow, Reason
from noshow_desk.services.desk import Desk
from noshow_desk.services.erasing import WHY_LABELS, Erased, Preview, Why
from noshow_desk.ui.kit.cards import AmberCard, Card
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.options import RadioList
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.kit.progress import ProgressLine
from noshow_desk.ui.session.backing_up import BackingUp
from noshow_desk.ui.session.turns import PAINT_MS
from noshow_desk.ui.theme import current_look

HEIGHT, MOST_HEIGHT = 420, 440  # large text must not push the buttons off a small screen
SHOWN = 10


class EraseDialog(Dialog):
    """Shows the preview and erases; `erased` brings the Changes, `told` a sentence about what is left to
    know, `broke` a bug of the worker that proves the fresh backup.

    Until the erasing itself begins, closing the dialog keeps the client. From then on it says what is being
    done and cannot be closed: a fresh backup belongs to it.
    """

    erased = Signal(object)
    told = Signal(str)
    broke = Signal(object)
    least_width = 640

    def __init__(self, desk: Desk, client_id: str, parent: QWidget | None = None) -> None:
        self.preview = erasing.preview_erasing(desk, client_id=client_id)
        super().__init__(_("Erase {name}").format(name=self.preview.name), parent)
        self._desk = desk
        self._erased: Erased | None = None
        choices = [Choice(why.value, _(words)) for why, words in WHY_LABELS.items()]
        self.why = RadioList(_("Why?"), choices)
        self.name = LineField(limit=300)
        self.why_field = Field(_("Why?"), self.why, _("Kept as a count, without the name."))
        hint = _("{name}, as it is written here.").format(name=self.preview.name)
        self.name_field = Field(_("Type the &name, so that this is no slip"), self.name, hint)
        self.note = PlainLabel("", "body", "red", wrap=True)
        self.progress = ProgressLine()
        self.page = ScrollPage(margin=4)
        self._begin = QTimer(self, singleShot=True, interval=PAINT_MS)
        self._lay_out()
        self.keep_button = self.add_cancel(_("Keep the client"))
        self.erase_button = self.add_button(_("&Erase for good"), icon="trash-2")
        self._connect()

    def _lay_out(self) -> None:
        self.page.add(
            PlainLabel(_("There is no undo. Archiving keeps everything; this does not."), wrap=True)
        )
        for part in _parts(self.preview):
            self.page.add(part)
        self.page.add(self.why_field)
        self.page.add(self.name_field)
        self.page.finish()
        self.body.addWidget(self.page, 1)
        self.body.addWidget(self.note)
        self.body.addWidget(self.progress)
        self.note.hide()
        self.page.setMinimumHeight(min(current_look().px(HEIGHT), MOST_HEIGHT))

    def _connect(self) -> None:
        self.erase_button.clicked.connect(self._on_erase_button_clicked)
        self._begin.timeout.connect(self._on_begin_timeout)

    def reject(self) -> None:
        """Keep the client, unless it is erased already and only the backup is missing."""
        if self._erased is None:
            self._begin.stop()
            super().reject()

    def _on_erase_button_clicked(self) -> None:
        if not all([self._has_reason(), self._has_name()]):
            return
        self._set_busy(_("Step 1 of 2: erasing, and writing the file anew…"))
        self._begin.start()  # once that is painted; until then it can be called off

    def _on_begin_timeout(self) -> None:
        self.keep_button.setDisabled(True)
        client_id, why = self.preview.client_id, Why(str(self.why.value()))
        try:
            self._erased = erasing.erase_records(self._desk, client_id=client_id, why=why)
        except (UserError, SystemTrouble) as trouble:
            self._set_busy("")
            self.note.setText(trouble.sentence)
            self.note.show()
            return
        if self._erased.problem or not backup_making.is_on_disk(self._desk):
            self._end(self._erased.problem)
        else:
            self._set_busy(_("Step 2 of 2: making a fresh backup, and opening it to prove it…"))
            QTimer.singleShot(PAINT_MS, self, self._back_up)

    def _back_up(self) -> None:
        begin = partial(backup_making.begin_backup, self._desk, reason=Reason.ERASING)
        backing_up = BackingUp(self._desk, begin, self)
        backing_up.done.connect(self._on_backup_done)
        backing_up.refused.connect(self._on_backup_refused)
        backing_up.broke.connect(self._on_backup_broke)
        backing_up.start()

    def _on_backup_done(self, _made: object) -> None:
        self._end("")

    def _on_backup_refused(self, trouble: UserError | SystemTrouble) -> None:
        self._end(trouble.sentence)

    def _on_backup_broke(self, bug: object) -> None:
        self._end("")
        self.broke.emit(bug)

    def _end(self, problem: str) -> None:
        erased = self._erased
        self.accept()
        if erased is not None:
            self.erased.emit(erased.changes)
        if problem:
            self.told.emit(problem)

    def _set_busy(self, sentence: str) -> None:
        """Say what is being done, and take nothing else meanwhile; "" takes input again."""
        self.note.hide()
        self.progress.show_step(sentence)
        self.page.setDisabled(bool(sentence))
        self.erase_button.setDisabled(bool(sentence))
        if not sentence:
            self.keep_button.setDisabled(False)

    def _has_reason(self) -> bool:
        chosen = self.why.value() is not None
        self.why_field.show_error("" if chosen else _("Choose one."))
        return chosen

    def _has_name(self) -> bool:
        same = _plain(self.name.value()) == _plain(self.preview.name)
        self.name_field.show_error("" if same else _("Not the same name. Look at the title."))
        return same


def _parts(preview: Preview) -> list[QWidget]:
    parts: list[QWidget] = [
        _card(_("What goes"), "trash-2", [f"{_(one.label)}: {one.count}" for one in preview.going])
    ]
    if preview.stays:
        parts.append(_card(_("Who stays"), "user-round", list(preview.stays)))
    if preview.elsewhere:
        text = _("Take it out there first, then erase. Otherwise it stays: {places}.")
        places = ", ".join(one.say() for one in preview.elsewhere[:SHOWN])
        title = _("The name also stands in other records")
        parts.append(AmberCard(title, text.format(places=places), icon="triangle-alert"))
    if preview.unchecked:
        title = _("Another client has the same name")
        text = _("So other records were not searched for it. Look through notes about this client yourself.")
        parts.append(AmberCard(title, text, icon="users"))
    if preview.backups:
        parts.append(_backups(preview.backups))
    return parts


def _backups(rows: tuple[BackupRow, ...]) -> QWidget:
    """Name the old backups: they hold the client until they are deleted or their time is over."""
    lines = [
        _("Old backups still hold the client. They are named again afterwards, and can be removed then."),
        *(_backup(row) for row in rows[:SHOWN]),
    ]
    if len(rows) > SHOWN:
        lines.append(_("and {count} more").format(count=len(rows) - SHOWN))
    lines.append(_("So do copies in a second folder, and papers and files that left."))
    return _card(_("What this cannot reach"), "hard-drive", lines)


def _backup(row: BackupRow) -> str:
    day = full_date(row.made_at.date()) if row.made_at else ""
    return _("{day}: {file}").format(day=day, file=Path(row.file).name)


def _card(title: str, icon: str, lines: list[str]) -> Card:
    card = Card(title, icon)
    for line in lines:
        card.add(PlainLabel(line, wrap=True))
    return card


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
