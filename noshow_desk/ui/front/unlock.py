"""The unlock screen: a passphrase, or the recovery key from paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _
from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.kit.buttons import LinkButton, PrimaryButton
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.lines import LineField
from noshow_desk.ui.session.work import Work

if TYPE_CHECKING:
    from noshow_desk.services.opening import OpenKey


class UnlockScreen(FrontScreen):
    """Asks for what opens the vault in `folder`; `unlocked` brings the open Desk.

    `troubled` brings a SystemTrouble that typing again will not cure; `broke` any other error. `smallest`
    is for tests only: it lets a vault open that was sealed with cheap settings.
    """

    submitted = Signal()
    unlocked = Signal(object)
    troubled = Signal(object)
    broke = Signal(object)
    width_wanted = 460

    def __init__(self, folder: Path, *, smallest: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(_("Open your vault"), "", parent)
        self._folder, self._smallest = folder, smallest
        self._with_key = False
        self.words = LineField(limit=1_000)
        self.words.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(_("&Passphrase"), self.words)
        self.key = LineField(limit=200, placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.key_field = Field(
            _("&Recovery key"),
            self.key,
            _("From the sheet that you printed: 7 groups of 4. O and 0 are the same."),
        )
        self.open_button = PrimaryButton(_("&Open"), "key-round")
        self.other_way = LinkButton(_("Use the recovery &key instead"))
        self.note = PlainLabel("", "hint", "muted", wrap=True)
        self.column.addWidget(self.field)
        self.column.addWidget(self.key_field)
        self.add_line(self.open_button, self.other_way)
        self.column.addWidget(self.note)
        self.finish()
        self._show_way()
        self._connect()

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.submit)
        self.words.returnPressed.connect(self.submit)
        self.key.returnPressed.connect(self.submit)
        self.other_way.clicked.connect(self._on_other_way_clicked)

    def submit(self) -> None:
        """Try to open with what was typed."""
        typed = self.key.value() if self._with_key else self.words.text()
        if not typed:
            self._active_field().show_error(_("Type it here first."))
            return
        self._set_busy(True)
        work = Work(self._task(typed), self)
        work.done.connect(self.unlocked)
        work.refused.connect(self._on_work_refused)
        work.broke.connect(self.broke)
        work.start()
        self.submitted.emit()

    def _task(self, typed: str) -> Callable[[], object]:
        folder, with_key = self._folder, self._with_key
        cost = {} if self._smallest is None else {"smallest": self._smallest}

        def task() -> object:
            from noshow_desk.services import opening  # deferred: what opens a vault is not needed to ask

            if with_key:
                key = opening.derive_key(folder, recovery_key=typed)
            else:
                key = opening.derive_key(folder, passphrase=typed, **cost)
            return _open(key)

        return task

    def _active_field(self) -> Field:
        return self.key_field if self._with_key else self.field

    def _on_work_refused(self, trouble: UserError | SystemTrouble) -> None:
        self._set_busy(False)
        if isinstance(trouble, SystemTrouble):
            self.troubled.emit(trouble)
            return
        self._active_field().show_error(trouble.sentence)
        self._active_field().editor.setFocus()
        if not self._with_key:
            self.words.selectAll()

    def _on_other_way_clicked(self) -> None:
        self._with_key = not self._with_key
        self._show_way()
        self._active_field().editor.setFocus()

    def _show_way(self) -> None:
        self.field.setVisible(not self._with_key)
        self.key_field.setVisible(self._with_key)
        other = _("Use the &passphrase instead") if self._with_key else _("Use the recovery &key instead")
        self.other_way.setText(other)
        self.setFocusProxy(self._active_field().editor)
        self._active_field().show_error("")

    def _set_busy(self, busy: bool) -> None:
        self.note.setText(_("Opening…") if busy else "")
        self.open_button.setDisabled(busy)
        self.other_way.setDisabled(busy)
        self.words.setReadOnly(busy)
        if busy:
            self._active_field().show_error("")
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.ArrowCursor)

    def use_recovery_key(self) -> None:
        """Ask for the recovery key: the key file is gone or damaged."""
        self._with_key = True
        self._show_way()


def _open(key: OpenKey) -> object:
    """Open to work in; a folder that cannot be written is opened to look, print and copy."""
    from noshow_desk.services import opening  # deferred: what opens a vault is not needed to ask

    try:
        return opening.open_with(key)
    except opening.VaultReadOnly:
        return opening.open_with(key, look_only=True)
