"""Where one is in the text of a template: a window made anew, also in another language, leads there again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor

from noshow_desk.ui.templates.code_editor import CodeEditor
from noshow_desk.ui.templates.easy_document import source_chosen
from noshow_desk.ui.templates.easy_editor import EasyEditor


def place_in(editor: EasyEditor | CodeEditor) -> tuple[int, int, int]:
    """Return the line of the cursor (from 0), how much is written before it there, as it is spelled in the
    template, and how far the text is scrolled. Pills are called otherwise in another language.
    """
    cursor = editor.textCursor()
    written = _written(editor, cursor.block().position(), cursor.position())
    return cursor.blockNumber(), written, editor.verticalScrollBar().value()


def go_to_place(editor: EasyEditor | CodeEditor, line: int, written: int, scrolled: int) -> None:
    """Put the cursor at a place of `place_in`, or where its line ends by now, and scroll there once the text
    is laid out. Nothing happens where there is no such line any more.
    """
    block = editor.document().findBlockByNumber(line)
    if not block.isValid():
        return
    start = block.position()
    places = range(start, start + block.length())
    at = next((one for one in places if _written(editor, start, one) >= written), places[-1])
    cursor = editor.textCursor()
    cursor.setPosition(at)
    editor.setTextCursor(cursor)
    bar = editor.verticalScrollBar()
    QTimer.singleShot(0, bar, partial(bar.setValue, scrolled))


def text_before(editor: EasyEditor | CodeEditor) -> str:
    """Return what stands before the cursor, as it is spelled in the template."""
    line, written, _scrolled = place_in(editor)
    lines = editor.value().split("\n")
    return "\n".join([*lines[:line], lines[line][:written]])


def _written(editor: EasyEditor | CodeEditor, start: int, end: int) -> int:
    if isinstance(editor, CodeEditor):
        return end - start
    cursor = QTextCursor(editor.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return len(source_chosen(cursor))
