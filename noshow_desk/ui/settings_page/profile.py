"""Your name and office, as a card of the settings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from noshow_desk.domain.client import Caseworker
from noshow_desk.i18n import N_, _
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.fields import Field, Form
from noshow_desk.ui.kit.inputs import LineField, TextField

# To add a field of the caseworker: a row here: field of the record, label, several lines or one.
ROWS = (
    ("name", N_("Your &name"), False),
    ("title", N_("Your &title"), False),
    ("office_name", N_("&Office"), False),
    ("working_hours", N_("&Working hours"), False),
    ("phone", N_("&Phone"), False),
    ("email", N_("E-&mail"), False),
    ("office_address", N_("Office &address"), True),
)


class ProfileCard(Card):
    """Shows the caseworker; `edited` comes when a field that changed is left."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Your name and office"), "user-round", parent)
        self._shown = Caseworker()
        self.fields: dict[str, Field] = {}
        form = Form()
        for name, label, long in ROWS:
            editor = TextField(lines=2) if long else LineField()
            self.fields[name] = form.add_field(_(label), editor, wide=long)
            editor.installEventFilter(self)
        self.add(form)

    def show_caseworker(self, caseworker: Caseworker) -> None:
        """Show the stored values."""
        self._shown = caseworker
        for name, field in self.fields.items():
            field.editor.set_value(getattr(caseworker, name))

    def caseworker(self) -> Caseworker:
        """Return what the fields say."""
        return replace(self._shown, **{name: field.editor.value() for name, field in self.fields.items()})

    def is_changed(self) -> bool:
        """Say whether something was typed that is not stored."""
        return self.caseworker() != self._shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when a changed field is left."""
        if event.type() is QEvent.Type.FocusOut and self.is_changed():
            self.edited.emit()
        return False
