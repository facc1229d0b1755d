"""A dialog that edits one record: a table of rows bound to its fields, kept while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.services import unsaved
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.phones import PhonesField
from noshow_desk.ui.kit.checks import CheckBox, ChoiceChips
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.fields import Field, Form
from noshow_desk.ui.kit.inputs import ComboField, LineField, TextField
from noshow_desk.ui.kit.kept_form import KeptForm
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.moments import DateField, DateTimeField
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.theme import current_look


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One row: `name` is the field of the record; a row without a name is a heading, `hint` its text.

    `kind` is one of line, text, day, moment, choice, chips, tick, words (a list, comma between), phones.
    """

    name: str = ""
    label: str = ""
    kind: str = "line"
    hint: str = ""
    choices: tuple[tuple[Any, str], ...] = ()
    wide: bool = False


Save = Callable[[Any], Changes]


class RecordDialog(Dialog):
    """Edits `record`; `save(record)` writes it. `saved` brings the id of what was written.

    With a `form_key` what is typed is kept every second, offered again after a crash, and dropped on Cancel.
    """

    saved = Signal(str)
    least_width = 640

    def __init__(
        self, title: str, rows: Sequence[FormRow], record: Any, save: Save, *,
        desk: Desk, bridge: Bridge, form_key: str = "", verb: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title, parent)
        self._rows, self._record, self._save = [row for row in rows if row.name], record, save
        self._desk, self._bridge, self._form_key = desk, bridge, form_key
        self.fields: dict[str, Field | CheckBox] = {}
        self.page = ScrollPage(margin=4)
        self.page.add(self._form(rows))
        self.page.finish()
        self.body.addWidget(self.page)
        self.wrong = PlainLabel("", "body", "red", wrap=True)
        self.wrong.hide()
        self.body.addWidget(self.wrong)
        self.add_cancel()
        self.save_button = self.add_button(verb or _("&Save"), primary=True)
        if desk.read_only:
            self._only_show()
        self._kept = KeptForm(self._keep, self)
        self._show(record)
        self._restore()
        self._connect()
        self.resize(current_look().px(720), current_look().px(600))

    def showEvent(self, event: QShowEvent) -> None:
        """Be no higher than the fields are at this width: Qt guesses as if each were a line of its own."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        if (spare := self.page.spare()) > 0:
            self._become(self.size() - QSize(0, spare))

    def _form(self, rows: Sequence[FormRow]) -> Form:
        form = Form()
        for row in rows:
            if not row.name:
                form.add(PlainLabel(_(row.label), "card", wrap=True), wide=True)
                if row.hint:
                    form.add(PlainLabel(_(row.hint), "hint", "muted", wrap=True), wide=True)
                continue
            form.add(self._field(row), wide=row.wide)
        return form

    def _only_show(self) -> None:
        """Take nothing that could not be kept, and say so before anybody types."""
        for field in self.fields.values():
            field.setEnabled(False)
        self.save_button.setEnabled(False)
        self.wrong.setText(_("This vault is open to look only: nothing can be changed."))
        self.wrong.show()

    def _field(self, row: FormRow) -> QWidget:
        if row.kind == "tick":
            tick = CheckBox(_(row.label), _(row.hint) if row.hint else "")
            self.fields[row.name] = tick
            return tick
        field = Field(_(row.label), _editor(row, self._desk.today), _(row.hint) if row.hint else "")
        self.fields[row.name] = field
        return field

    def _connect(self) -> None:
        self.save_button.clicked.connect(self._on_save_button_clicked)
        self.rejected.connect(self._on_rejected)
        for field in self.fields.values():
            editor = field.editor if isinstance(field, Field) else field
            for signal in ("edited", "chosen", "changed", "toggled"):
                if hasattr(editor, signal):
                    getattr(editor, signal).connect(self._on_editor_changed)
                    break

    def record(self) -> Any:
        """Return the record with what the fields say."""
        return replace(self._record, **{row.name: self._value(row) for row in self._rows})

    def _value(self, row: FormRow) -> Any:
        field = self.fields[row.name]
        if isinstance(field, CheckBox):
            return field.isChecked()
        return _READ.get(row.kind, _plain)(field.editor)

    def _show(self, record: Any) -> None:
        for row in self._rows:
            field, value = self.fields[row.name], getattr(record, row.name)
            if isinstance(field, CheckBox):
                field.setChecked(bool(value))
            elif row.kind == "words":
                field.editor.set_value(", ".join(value))
            elif row.kind == "chips":
                field.editor.set_values(tuple(value))
            else:
                field.editor.set_value(value)

    def _on_editor_changed(self, *_value: object) -> None:
        if self._form_key and not self._desk.read_only:
            self._kept.touch()

    def _keep(self) -> None:
        plain = msgspec.to_builtins(self.record())
        unsaved.keep_unsaved(self._desk, form_key=self._form_key, payload={"record": plain})

    def _restore(self) -> None:
        kept = unsaved.unsaved_form(self._desk, self._form_key) if self._form_key else None
        if kept is None:
            return
        try:
            self._show(msgspec.convert(kept.payload.get("record"), type(self._record), strict=False))
        except msgspec.ValidationError:
            # Kept by another version of the form: what is stored is still right.
            return

    def _on_save_button_clicked(self) -> None:
        for field in self.fields.values():
            if isinstance(field, Field):
                field.show_error("")
        self.wrong.hide()
        try:
            changes = self._save(self.record())
        except UserError as trouble:
            self._show_wrong(trouble)
            return
        self._kept.forget()
        self.accept()
        self._bridge.changed.emit(changes)
        self.saved.emit(changes.made or self._record.id)

    def _show_wrong(self, trouble: UserError) -> None:
        field = self.fields.get(trouble.field)
        if isinstance(field, Field):
            field.show_error(trouble.sentence)
            field.editor.setFocus()
            return
        self.wrong.setText(trouble.sentence)
        self.wrong.show()

    def _on_rejected(self) -> None:
        self._kept.forget()
        if self._form_key and unsaved.unsaved_form(self._desk, self._form_key) is not None:
            unsaved.drop_unsaved(self._desk, form_key=self._form_key)


def _editor(row: FormRow, today: Callable[[], date]) -> QWidget:
    choices = [Choice(value, _(text)) for value, text in row.choices]
    makers: dict[str, Callable[[], QWidget]] = {
        "line": LineField,
        "words": LineField,
        "text": TextField,
        "day": lambda: DateField(today),
        "moment": lambda: DateTimeField(today),
        "choice": lambda: ComboField(choices),
        "chips": lambda: ChoiceChips(_(row.label), choices),
        "phones": PhonesField,
    }
    return makers[row.kind]()


def _plain(editor: Any) -> Any:
    return editor.value()


def _words(editor: Any) -> tuple[str, ...]:
    return tuple(word.strip() for word in editor.value().split(",") if word.strip())


def _chips(editor: Any) -> tuple[Any, ...]:
    return tuple(editor.values())


def _moment(editor: Any) -> datetime | None:
    value: datetime | None = editor.value()
    return value


_READ: dict[str, Callable[[Any], Any]] = {"words": _words, "chips": _chips, "moment": _moment}
