"""The palette of fields beside the editor, by plain name; double click, Enter or a drag puts one in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.letters.variables import GROUPS, VARIABLES, Variable
from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.kit.base import line_height, paint_text, set_ground
from noshow_desk.ui.kit.inputs import SearchBox
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.list_base import Index, mark_of, paint_ground
from noshow_desk.ui.kit.row_list import RowDelegate, RowItem, RowModel, RowRole, RowView
from noshow_desk.ui.theme import current_look

HEADING = "heading:"


def placed(name: str) -> str:
    """Return a field as it stands in a template."""
    return f"{{{{ {name} }}}}"


class FieldModel(RowModel):
    """The fields under headings; a heading can be neither chosen nor dragged."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = index.data(RowRole)
        if not isinstance(row, RowItem) or row.key.startswith(HEADING):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setText("".join(placed(index.data(RowRole).key) for index in indexes))
        return data


class FieldDelegate(RowDelegate):
    """Draws a field in one line, a heading in quieter letters."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        look = current_look()
        return QSize(look.px(160), line_height(look.font("body")) + look.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, look = index.data(RowRole), current_look()
        rect = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.key.startswith(HEADING):
            words = rect.adjusted(6, look.px(4), -4, 0)
            paint_text(painter, words, row.title, look.font("label"), look.color("muted"))
        else:
            mark, icon = mark_of(self.parent(), index), look.px(16)
            paint_ground(painter, rect, mark)
            paint_icon(
                painter, "braces", look.color("accent"), rect.x() + 12, rect.center().y() - icon / 2, icon
            )
            color = look.color("selected_text" if mark.selected else "text")
            paint_text(painter, rect.adjusted(icon + 20, 0, -4, 0), row.title, look.font("body"), color)
        painter.restore()


class FieldPalette(QWidget):
    """Lists every field; `wanted` brings the name of the one to put in."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = SearchBox(_("Find a field"), _("Find a field"))
        self.model = FieldModel(parent=self)
        self.list = RowView(_("Fields"))
        self.list.setItemDelegate(FieldDelegate(self.list))
        self.list.setModel(self.model)
        self.list.setDragEnabled(True)
        self.none = PlainLabel(_("No field like this. Try fewer letters."), "hint", "muted", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 14, 12, 12)
        box.setSpacing(10)
        box.addWidget(PlainLabel(_("Insert a field"), "card"))
        box.addWidget(self.box)
        box.addWidget(self.none)
        box.addWidget(self.list, 1)
        hint = _("Double-click a field, drag it, or press Enter. Where you type, press Ctrl+Space.")
        box.addWidget(PlainLabel(hint, "hint", "muted", wrap=True))
        set_ground(self, "surface")
        self.box.edited.connect(self._show)
        self.list.opened.connect(self.wanted)
        self._show("")

    def _show(self, text: str) -> None:
        wanted = text.casefold().strip()
        rows: list[RowItem] = []
        for group in GROUPS:
            found = [row for row in VARIABLES if row.group == group and wanted in _words(row)]
            rows += [RowItem(HEADING + group, _(group))] if found else []
            rows += [_item(row) for row in found]
        self.model.show_rows(rows)
        self.none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        if rows:
            self.list.pick(1)


def _words(row: Variable) -> str:
    return f"{_(row.label)} {row.name} {_(row.group)}".casefold()


def _item(row: Variable) -> RowItem:
    return RowItem(row.name, _(row.label), row.name, icon="braces")
