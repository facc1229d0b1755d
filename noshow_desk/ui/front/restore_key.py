"""Restoring, screen two: the passphrase of that day or the recovery key, and every byte checked."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _
from noshow_desk.services import restoring
from noshow_desk.services.backups import BackupRow
from noshow_desk.services.restoring import Watch
from noshow_desk.ui.front.backup_words import size_of, when_of
from noshow_desk.ui.front.key_fields import KeyFields
from noshow_desk.ui.front.slow_screen import SlowScreen
from noshow_desk.ui.kit.buttons import PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.labels import PlainLabel


class BackupKeyScreen(SlowScreen):
    """Asks for what opens the backup of `row`, then opens and checks it; `opened` brings what is in it.

    A wrong key is said under its field, a damaged file in a banner. `smallest` is for tests only.
    """

    opened = Signal(object)
    back_wanted = Signal()
    width_wanted = 520

    def __init__(self, row: BackupRow, *, smallest: Any = None) -> None:
        text = _("Made {when}, {size}.").format(when=when_of(row), size=size_of(row))
        super().__init__(_("Open this backup"), text)
        self._row, self._cost = row, {} if smallest is None else {"smallest": smallest}
        self.fields = KeyFields(_("The one that opened your vault on that day."))
        self.note = PlainLabel("", "body", "muted", wrap=True)
        self.back_button = SecondaryButton(_("Choose &another backup"), "chevron-left")
        self.next_button = PrimaryButton(_("&Check it"), "shield-check")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.column.addWidget(self.note)
        self.column.addWidget(self.fields)
        self.add_line(self.fields.other_way)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.trouble)
        footer = self.with_footer()
        footer.add_right(PlainLabel(_("Step {n} of {m}").format(n=2, m=3), "hint", "muted"))
        footer.add_right(self.back_button)
        footer.add_right(self.next_button)
        self.finish()
        self._show_what_opens_it()

    def _show_what_opens_it(self) -> None:
        """A practice backup needs nothing, and one without a key file nothing but the recovery key."""
        row = self._row
        words = ""
        if row.practice:
            words = _("It is of a practice vault, and opens with its published passphrase.")
            self.fields.hide()
            self.fields.other_way.hide()
        elif not row.passphrase:
            words = _("It holds no passphrase: only the recovery key opens it.")
            self.fields.use_recovery_key(alone=True)
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.setFocusProxy(self.next_button if row.practice else self.fields)

    def _connect(self) -> None:
        self.fields.entered.connect(self.submit)
        self.next_button.clicked.connect(self.submit)
        self.back_button.clicked.connect(self.back_wanted)

    def submit(self) -> None:
        """Open and check the backup with what was typed."""
        if self.is_busy() or not (self._row.practice or self.fields.is_filled()):
            return
        name = "recovery_key" if self.fields.with_key else "passphrase"
        typed: dict[str, Any] = {} if self._row.practice else {name: self.fields.typed()}
        task = partial(_open, self._row, typed, self._cost)
        self.run(task, self.opened.emit, _("Checking every byte of it…"))

    def set_busy(self, busy: bool) -> None:
        """Take no input meanwhile."""
        super().set_busy(busy)
        self.fields.set_busy(busy)
        self.back_button.setDisabled(busy)
        self.next_button.setDisabled(busy)

    def show_trouble(self, trouble: UserError | SystemTrouble) -> None:
        """Say a wrong key under its field."""
        if isinstance(trouble, UserError) and trouble.field in ("passphrase", "recovery_key"):
            self.fields.ask_again(trouble.sentence)
        else:
            super().show_trouble(trouble)


def _open(row: BackupRow, typed: dict[str, Any], cost: dict[str, Any], watch: Watch) -> restoring.Opened:
    return restoring.open_backup(row.file, watch=watch, **typed, **cost)
