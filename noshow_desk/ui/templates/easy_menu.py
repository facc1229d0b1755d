"""The menus of the Easy view: how a field is written, what a frame depends on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu

from noshow_desk.i18n import _
from noshow_desk.letters.easy import Field, Way, pieces_of, written
from noshow_desk.letters.filters import FILTERS
from noshow_desk.letters.variables import GROUPS, VARIABLES, variable_named
from noshow_desk.ui.templates import easy_acts
from noshow_desk.ui.templates.easy_document import Pill
from noshow_desk.ui.templates.easy_insert import fields_of_rows
from noshow_desk.ui.templates.easy_text import EasyText

# What a field holds → the ways it can be written, as filters.
_WAYS = {
    "date": ("long_date", "full_date", "short_date", "weekday"),
    "time": ("time", "at_time"),
    "list": ("either", "together"),
    "phone": ("phone",),
    "text": ("upper_first", "lower_first", "sentence", "bare"),
}
_BY_LAST_WORD = {"date": "date", "today": "date", "time": "time", "leave_by": "time", "phone": "phone"}


def pill_menu(editor: EasyText, pill: Pill) -> QMenu:
    """Return what can be done with one pill."""
    menu = QMenu(editor)
    piece = pieces_of(pill.spelling)[0] if pill.kind in ("Field", "Remark") else None
    if isinstance(piece, Field):
        _add_ways(menu, editor, pill, piece)
        menu.addSeparator()
        _add(menu, _("Only if it is there"), partial(editor.wrap, piece.name))
        _add_bold(menu, editor, pill.start, pill.end)
    if pill.kind == "OnlyIf":
        turn = partial(editor.change, easy_acts.respell, pill, turned(pill))
        _add(menu, _("Turn it round: only if not"), turn)
        if not easy_acts.has_otherwise(editor.document(), pill):
            _add(menu, _("Add “otherwise”"), partial(editor.change, easy_acts.add_otherwise, pill))
    if pill.frame:
        unwrap = partial(editor.change, easy_acts.unwrap, pill)
        _add(menu, _("Take the frame away, keep the words"), unwrap)
    return menu


def selection_menu(editor: EasyText) -> QMenu:
    """Return what can be done with the words that are chosen, or at the cursor."""
    menu = QMenu(editor)
    for text, act in ((_("Cut"), editor.cut), (_("Copy"), editor.copy), (_("Paste"), editor.paste)):
        _add(menu, text, act)
    menu.addSeparator()
    cursor = editor.textCursor()
    _add_bold(menu, editor, cursor.selectionStart(), cursor.selectionEnd())
    menu.addMenu(_field_menu(editor))
    menu.addMenu(only_if_menu(editor))
    return menu


def _add_bold(menu: QMenu, editor: EasyText, start: int, end: int) -> None:
    """Offer to make what stands between two positions bold, or plain again."""
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    action = _add(menu, _("Bold"), partial(easy_acts.turn_bold, cursor))
    action.setShortcut(QKeySequence.StandardKey.Bold)
    action.setShortcutVisibleInContextMenu(True)
    action.setCheckable(True)
    action.setChecked(easy_acts.is_bold(cursor))
    action.setEnabled(start < end)


def _field_menu(editor: EasyText) -> QMenu:
    menu = QMenu(_("Insert a field"), editor)
    _add_row_fields(menu, editor)
    for group in GROUPS:
        rows = [row for row in VARIABLES if row.group == group and not row.is_flag]
        where = menu.addMenu(_(group)) if rows else menu
        for row in rows:
            _add(where, _(row.label), partial(editor.insert_field, row.name))
    return menu


def _add_row_fields(menu: QMenu, editor: EasyText) -> None:
    """Offer the fields of the lists around the cursor above all others, each under its list."""
    lists: dict[str, QMenu] = {}
    for one in fields_of_rows(editor.textCursor()):
        heading = _("In this list: {field}").format(field=one.of.say())
        if heading not in lists:
            lists[heading] = menu.addMenu(heading.replace("&", "&&"))
        _add(lists[heading], one.label.say(), partial(editor.insert_field, one.name))
    if lists:
        menu.addSeparator()


def only_if_menu(editor: EasyText) -> QMenu:
    """Return the conditions that a frame can have, what is asked most often first."""
    menu = QMenu(_("Only if…"), editor)
    for group in reversed(GROUPS):
        rows = [row for row in VARIABLES if row.group == group]
        where = menu if any(row.is_flag for row in rows) else menu.addMenu(_(group))
        for row in rows:
            text = _("Only if {flag}") if row.is_flag else _("Only if there is: {field}")
            label = text.format(flag=_(row.label), field=_(row.label))
            _add(where, label, partial(editor.wrap, row.name))
    return menu


def turned(pill: Pill) -> str:
    """Return the spelling of an "only if" that asks for the opposite."""
    text = pill.spelling
    return text.replace("if not ", "if ", 1) if "if not " in text else text.replace("if ", "if not ", 1)


def ways_for(name: str) -> tuple[str, ...]:
    """Return the filters that make sense for a field, by what it holds."""
    row = variable_named(name)
    if row is not None and row.is_list:
        return _WAYS["list"]
    return _WAYS[_BY_LAST_WORD.get(name.rpartition(".")[2], "text")]


def _add_ways(menu: QMenu, editor: EasyText, pill: Pill, piece: Field) -> None:
    rows = {row.name: row for row in FILTERS}
    used = piece.ways[0].name if piece.ways else ""
    for name in ("", *ways_for(piece.name)):
        label = f"{_(rows[name].label)}: {rows[name].example}" if name else _("As it is")
        spelling = written(Field(piece.name, (Way(name),) if name else ()))
        action = _add(menu, label, partial(editor.change, easy_acts.respell, pill, spelling))
        action.setCheckable(True)
        action.setChecked(name == used)


def _add(menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(text.replace("&", "&&"))
    action.triggered.connect(act)
    return action
