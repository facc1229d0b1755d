"""The editor that a setting wants, told by its kind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.settings import Setting, SettingKind, Settings
from noshow_desk.ui.kit.checks import CheckBox
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.inputs import ComboField, LineField, TextField

Change = Callable[[str, str], str]


class SettingField(QWidget):
    """Shows one row of SETTINGS; `change(key, value)` writes it and answers with what is wrong ("" when
    nothing).

    Choices and flags are written when picked, typed values when the field is left.
    """

    def __init__(self, row: Setting, settings: Settings, change: Change) -> None:
        super().__init__()
        self.row, self._change = row, change
        self.editor = _editor(row, settings)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.field: Field | None = None
        if row.kind is SettingKind.FLAG:
            box.addWidget(self.editor)
        else:
            self.field = Field(_(row.label), self.editor, _(row.hint) if row.hint else "")
            box.addWidget(self.field)
        self._connect()

    def _connect(self) -> None:
        if isinstance(self.editor, CheckBox):
            self.editor.toggled.connect(self.write)
        elif isinstance(self.editor, ComboField):
            self.editor.chosen.connect(self.write)
        elif isinstance(self.editor, LineField):
            self.editor.editingFinished.connect(self.write)

    def value(self) -> str:
        """Return what the editor shows, as the setting is stored."""
        if isinstance(self.editor, CheckBox):
            return "yes" if self.editor.isChecked() else "no"
        return str(self.editor.value())

    def show_settings(self, settings: Settings) -> None:
        """Show what is set now, without writing."""
        _fill(self.editor, self.row, settings)

    def write(self) -> bool:
        """Write the value; False when the setting cannot hold it, which is said under the field."""
        wrong = self._change(self.row.key, self.value())
        if self.field is not None:
            self.field.show_error(wrong)
        return not wrong


def _editor(row: Setting, settings: Settings) -> CheckBox | ComboField | TextField | LineField:
    if row.kind is SettingKind.FLAG:
        editor: CheckBox | ComboField | TextField | LineField = CheckBox(
            _(row.label), _(row.hint) if row.hint else ""
        )
    elif row.kind is SettingKind.CHOICE:
        editor = ComboField([Choice(choice.value, _(choice.label)) for choice in row.choices])
    elif row.kind is SettingKind.LINES:
        editor = TextField(lines=3)
    else:
        editor = LineField(limit=6 if row.kind is SettingKind.NUMBER else 300)
    _fill(editor, row, settings)
    return editor


def _fill(editor: CheckBox | ComboField | TextField | LineField, row: Setting, settings: Settings) -> None:
    if isinstance(editor, CheckBox):
        editor.blockSignals(True)
        editor.setChecked(settings.flag(row.key))
        editor.blockSignals(False)
    elif isinstance(editor, ComboField):
        editor.set_value(settings.text(row.key))
    else:
        editor.set_value(settings.words(row.key))
