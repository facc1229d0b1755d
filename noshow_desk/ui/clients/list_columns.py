"""Which column of a list that is brought in holds what: each heading with an example, and what it means."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.importing.columns import FIELDS
from noshow_desk.importing.table import Table
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.fields import FIELD_GAP, Field
from noshow_desk.ui.kit.inputs import ComboField

NOTHING = ""
_LONGEST = 60  # letters of an example


class ListColumns(QWidget):
    """A row for each heading; `changed` tells that a person said what a column means."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combos: dict[int, ComboField] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(FIELD_GAP)

    def show_table(self, table: Table, columns: Mapping[int, str]) -> None:
        """Show the headings of `table`; `columns` (from 0) → field are taken to begin with."""
        choices = [Choice(NOTHING, _("Leave out"))]
        choices += [Choice(field, _(row[0])) for field, row in FIELDS.items()]
        for column, heading in enumerate(table.heading):
            name = heading or _("Column {number}").format(number=column + 1)
            combo = ComboField(choices, value=columns.get(column, NOTHING))
            combo.setAccessibleName(name)
            combo.chosen.connect(self._on_combo_chosen)
            self.combos[column] = combo
            self._box.addWidget(Field(name.replace("&", "&&"), combo, _example(table, column)))

    def columns(self) -> dict[int, str]:
        """Return column → field as it is shown; what is left out is missing."""
        found = {column: str(combo.value()) for column, combo in self.combos.items()}
        return {column: field for column, field in found.items() if field}

    def _on_combo_chosen(self, field: object) -> None:
        """Take a field from the column that had it before: each is in one column."""
        chosen = self.sender()
        for combo in self.combos.values():
            if combo is not chosen and combo.value() == field:
                combo.set_value(NOTHING)
        self.changed.emit()


def _example(table: Table, column: int) -> str:
    cells = (row[column].strip() for row in table.rows)
    words = " ".join(next((cell for cell in cells if cell), "").split())
    if not words:
        return _("Nothing stands in it.")
    short = words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
    return _("For example: {words}").format(words=short)
