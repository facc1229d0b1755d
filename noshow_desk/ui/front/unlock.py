"""The unlock screen: a passphrase, or the recovery key from paper."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _
from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.front.key_fields import KeyFields
from noshow_desk.ui.kit.buttons import LinkButton, PrimaryButton
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.session.work import Work

if TYPE_CHECKING:
    from noshow_desk.services.desk import Desk
    from noshow_desk.services.opening import OpenKey


class UnlockScreen(FrontScreen):
    """Asks for what opens the vault in `folder`; `unlocked` brings the open Desk.

    Before that, while the vault is still being checked, `near` brings it: it may be read and shown to nobody.
    After a recovery key `proven` brings the OpenKey instead: a passphrase can be chosen before the vault is
    opened. `troubled` brings a trouble that typing again will not cure; `broke` any other error. `look_only`
    opens to look. `smallest` is for tests only: it lets a vault open that was sealed with cheap settings.
    """

    submitted = Signal()
    near = Signal(object)
    unlocked = Signal(object)
    proven = Signal(object)
    troubled = Signal(object)
    broke = Signal(object)
    restore_wanted = Signal()
    width_wanted = 460

    def __init__(
        self, folder: Path, *, smallest: Any = None, look_only: bool = False, parent: QWidget | None = None
    ) -> None:
        text = _("It is opened to look, print and copy; nothing can be changed.") if look_only else ""
        super().__init__(_("Open your vault"), text, parent)
        self._folder, self._smallest, self._look_only = folder, smallest, look_only
        self._desk: Desk | None = None
        self.fields = KeyFields()
        self.words, self.field = self.fields.words, self.fields.field
        self.key, self.key_field = self.fields.key, self.fields.key_field
        self.why = PlainLabel("", "body", "muted", wrap=True)
        self.open_button = PrimaryButton(_("&Open"), "key-round")
        self.restore_button = LinkButton(_("Restore a &backup…"), "archive-restore")
        self.note = PlainLabel("", "hint", "muted", wrap=True)
        self.column.addWidget(self.why)
        self.column.addWidget(self.fields)
        self.add_line(self.open_button, self.fields.other_way)
        self.column.addWidget(self.note)
        self.add_line(self.restore_button)
        self.why.hide()
        self.finish()
        self.setFocusProxy(self.fields)
        self._connect()

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.submit)
        self.fields.entered.connect(self.submit)
        self.restore_button.clicked.connect(self.restore_wanted)

    def submit(self) -> None:
        """Try to open with what was typed."""
        if not self.fields.is_filled() or not self.open_button.isEnabled():
            return
        self._set_busy(True)
        work = Work(self._task(self.fields.typed()), self)
        work.done.connect(self._on_work_done)
        work.refused.connect(self._on_work_refused)
        work.broke.connect(self.broke)
        work.start()
        self.submitted.emit()

    def _task(self, typed: str) -> Callable[[], object]:
        folder, with_key, look_only = self._folder, self.fields.with_key, self._look_only
        cost = {} if self._smallest is None else {"smallest": self._smallest}

        def task() -> object:
            from noshow_desk.services import opening  # deferred: what opens a vault is not needed to ask

            if not with_key:
                key = opening.derive_key(folder, passphrase=typed, **cost)
                return open_vault(key, look_only=look_only, ahead=True)
            return _proven(opening.derive_key(folder, recovery_key=typed), look_only=look_only)

        return task

    def _on_work_done(self, result: object) -> None:
        from noshow_desk.services import opening  # deferred: loaded by the worker meanwhile

        if isinstance(result, opening.OpenKey):
            self.proven.emit(result)
        else:
            self._prove(cast("Desk", result))

    def _prove(self, desk: Desk) -> None:
        """Wait for the end of the checks, while the window on the vault is made."""
        from noshow_desk.services import opening  # deferred: loaded by the worker meanwhile

        self._desk = desk
        work = Work(partial(opening.must_be_proven, desk), self)
        work.done.connect(self._on_proof_done)
        work.refused.connect(self._on_proof_refused)
        work.broke.connect(self.broke)
        work.start()
        self.near.emit(desk)

    def _on_proof_done(self, _nothing: object) -> None:
        self.unlocked.emit(self._desk)

    def _on_proof_refused(self, trouble: UserError | SystemTrouble) -> None:
        from noshow_desk.services import opening  # deferred: loaded by the worker meanwhile

        with suppress(SystemTrouble):  # closing a damaged vault says once more that it is
            opening.close(cast("Desk", self._desk))
        self._on_work_refused(trouble)

    def _on_work_refused(self, trouble: UserError | SystemTrouble) -> None:
        self._set_busy(False)
        if isinstance(trouble, UserError) and trouble.field in ("passphrase", "recovery_key"):
            self.fields.ask_again(trouble.sentence)
        else:
            self.troubled.emit(trouble)

    def _set_busy(self, busy: bool) -> None:
        self.note.setText(_("Opening…") if busy else "")
        self.open_button.setDisabled(busy)
        self.restore_button.setDisabled(busy)
        self.fields.set_busy(busy)

    def use_recovery_key(self, why: str = "") -> None:
        """Ask for the recovery key; `why` says that no passphrase can open the vault."""
        self.fields.use_recovery_key(alone=bool(why))
        self.why.setText(why)
        self.why.setVisible(bool(why))


def open_vault(key: OpenKey, *, look_only: bool = False, ahead: bool = False) -> object:
    """Open to work in; a folder that cannot be written is opened to look, print and copy. For a worker.

    With `ahead` it is still being checked, see `opening.open_with`.
    """
    from noshow_desk.services import opening  # deferred: what opens a vault is not needed to ask

    if look_only:
        return opening.open_with(key, look_only=True)
    try:
        return opening.open_with(key, ahead=ahead)
    except opening.VaultReadOnly:
        return opening.open_with(key, look_only=True)


def _proven(key: OpenKey, *, look_only: bool) -> object:
    """Return `key` once it is known to open the vault; the open Desk where no passphrase could be kept."""
    from noshow_desk.services import opening  # deferred: what opens a vault is not needed to ask

    if look_only:
        return open_vault(key, look_only=True)
    try:
        opening.must_open_with(key)
    except opening.VaultReadOnly:
        return open_vault(key)
    return key
