"""The palette of fields at the left of the editor, by plain name; double click or Enter puts one in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.letters.variables import GROUPS, VARIABLES, Variable
from noshow_desk.ui.kit.inputs import SearchBox
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.row_list import RowItem, RowModel, RowView


class FieldPalette(QWidget):
    """Lists every field; `wanted` brings the name of the one to put in."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = SearchBox(_("Find a field"), _("Find a field"))
        self.model = RowModel(parent=self)
        self.list = RowView(_("Fields"))
        self.list.setModel(self.model)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 14, 12, 12)
        box.setSpacing(10)
        box.addWidget(PlainLabel(_("Insert a field"), "card"))
        box.addWidget(self.box)
        box.addWidget(self.list, 1)
        hint = _("Double-click a field or press Enter. Where you type, Ctrl+Space offers the same list.")
        box.addWidget(PlainLabel(hint, "hint", "muted", wrap=True))
        self.box.edited.connect(self._on_box_edited)
        self.list.opened.connect(self.wanted)
        self._show("")

    def _on_box_edited(self, text: str) -> None:
        self._show(text)

    def _show(self, text: str) -> None:
        wanted = text.casefold().strip()
        rows = [
            row
            for group in GROUPS
            for row in VARIABLES
            if row.group == group and wanted in f"{_(row.label)} {row.name} {_(group)}".casefold()
        ]
        self.model.show_rows([_item(row) for row in rows])
        if rows:
            self.list.pick(0)


def _item(row: Variable) -> RowItem:
    return RowItem(row.name, _(row.label), f"{_(row.group)} · {row.name}", icon="braces")
