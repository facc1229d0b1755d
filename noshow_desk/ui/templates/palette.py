"""The palette of fields beside the editor, by plain name; double click, Enter or a drag puts one in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.letters.row_fields import RowField
from noshow_desk.letters.variables import GROUPS, VARIABLES, Variable
from noshow_desk.services.queries import folded
from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.kit.base import paint_text, set_ground
from noshow_desk.ui.kit.inputs import SearchBox
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.list_base import Index, mark_of, paint_ground
from noshow_desk.ui.kit.row_list import RowDelegate, RowItem, RowModel, RowRole, RowView
from noshow_desk.ui.theme import current_look

HEADING = "heading:"
HINT_FROM = 340  # pixels at 100 % text
FIELD = "application/x-noshow-desk-field"  # the name of a field that is dragged
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def placed(name: str) -> str:
    """Return a field as it stands in a template."""
    return f"{{{{ {name} }}}}"


def carried(data: QMimeData) -> str:
    """Return the name of the field that is dragged; "" where it is something else."""
    return bytes(data.data(FIELD).data()).decode(errors="replace")


class FieldModel(RowModel):
    """The fields under headings; a heading can be neither chosen nor dragged."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = index.data(RowRole)
        if not isinstance(row, RowItem) or row.key.startswith(HEADING):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        for index in indexes:  # one at most
            name = index.data(RowRole).key
            data.setText(placed(name))
            data.setData(FIELD, name.encode())
        return data


class FieldDelegate(RowDelegate):
    """Draws a field, a long name in two lines, and a heading in quieter letters."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        look, row, view = current_look(), index.data(RowRole), self.parent()
        whole = view.viewport().rect() if isinstance(view, QListView) else QRect(0, 0, look.px(160), 0)
        words = self._words(QRectF(whole)).toRect()
        words.setHeight(look.px(200))  # as many lines as a name may need
        title = row.title if isinstance(row, RowItem) and not row.key.startswith(HEADING) else ""
        height = QFontMetrics(look.font("body")).boundingRect(words, _WRAPPED, title or " ").height()
        return QSize(whole.width(), height + look.px(12))

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
            painter.setFont(look.font("body"))
            painter.setPen(look.color("selected_text" if mark.selected else "text"))
            painter.drawText(self._words(rect), _WRAPPED, row.title)
        painter.restore()

    def _words(self, rect: QRectF) -> QRectF:
        """Return where in a row its name stands."""
        return rect.adjusted(current_look().px(16) + 20, 0, -4, 0)


class FieldList(RowView):
    """Rows of different heights: it is short, so that Qt may ask for each."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def _measure(self) -> None:
        self.setGridSize(QSize())
        self.scheduleDelayedItemsLayout()


class FindBox(SearchBox):
    """Where a field is looked for; an arrow key goes on into the list, Enter is `returnPressed`."""

    onward = Signal(QKeyEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the arrow keys on that mean nothing in one line."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.onward.emit(event)
            return
        super().keyPressEvent(event)


class FieldPalette(QWidget):
    """Lists every field; `wanted` brings the name of the one to put in."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = FindBox(_("Find a field"), _("Find a field"))
        self.model = FieldModel(parent=self)
        self.list = FieldList(_("Fields"))
        self.list.setItemDelegate(FieldDelegate(self.list))
        self.list.setModel(self.model)
        self.list.setDragEnabled(True)
        self._row_fields: tuple[RowField, ...] = ()
        self.none = PlainLabel(_("No field like this. Try fewer letters."), "hint", "muted", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 14, 12, 12)
        box.setSpacing(10)
        box.addWidget(PlainLabel(_("Insert a field"), "card"))
        box.addWidget(self.box)
        box.addWidget(self.none)
        box.addWidget(self.list, 1)
        hint = _("Double-click a field, drag it, or press Enter. Where you type, press Ctrl+Space.")
        self._hint = PlainLabel(hint, "hint", "muted", wrap=True)
        box.addWidget(self._hint)
        set_ground(self, "surface")
        self._connect()
        self._show("")

    def _connect(self) -> None:
        self.box.edited.connect(self._show)
        self.box.returnPressed.connect(self._on_box_return_pressed)
        self.box.onward.connect(self._on_box_onward)
        self.list.opened.connect(self.wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the fields where there is little."""
        super().resizeEvent(event)
        self._hint.setVisible(self.height() >= current_look().px(HINT_FROM))

    def _on_box_return_pressed(self) -> None:
        """Put in the field that is chosen in the list."""
        if self.list.key():
            self.wanted.emit(self.list.key())

    def _on_box_onward(self, event: QKeyEvent) -> None:
        """Go on in the list, from the field that is chosen there."""
        if self.list.isVisible():
            self.list.setFocus()
            self.list.keyPressEvent(event)

    def show_row_fields(self, fields: Sequence[RowField]) -> None:
        """Show the fields of the lists that one is writing in above all others."""
        if tuple(fields) == self._row_fields:
            return
        self._row_fields = tuple(fields)
        key = self.list.key()
        self._show(self.box.text())
        if self.box.text() and self.model.row_of(key) >= 0:  # it was found, and goes in at Enter
            self.list.pick(self.model.row_of(key))

    def _of_rows(self, wanted: str) -> list[RowItem]:
        rows: list[RowItem] = []
        for one in self._row_fields:
            heading = _("In this list: {field}").format(field=one.of.say())
            if wanted in folded(f"{one.label.say()} {one.name} {heading}"):
                above = RowItem(HEADING + one.name.partition(".")[0], heading)
                rows += [] if above in rows else [above]
                rows.append(RowItem(one.name, one.label.say(), one.name, icon="braces"))
        return rows

    def _show(self, text: str) -> None:
        wanted = folded(text)
        rows = self._of_rows(wanted)
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
    return folded(f"{_(row.label)} {row.name} {_(row.group)}")


def _item(row: Variable) -> RowItem:
    return RowItem(row.name, _(row.label), row.name, icon="braces")
