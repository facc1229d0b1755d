"""Shows what changed between two versions of a template: in plain words, or as code."""

from __future__ import annotations

import difflib

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from noshow_desk.i18n import N_, _
from noshow_desk.letters.easy import NotEasy
from noshow_desk.ui.templates.version_lines import Fate, Line, changed_lines
from noshow_desk.ui.theme import current_look

_INDENT = "\u2003"  # an em wide: a frame deeper
_GROUNDS = {Fate.GONE: "red", Fate.NEW: "green"}
_FATES = {Fate.GONE: N_("Taken away:"), Fate.NEW: N_("Added:")}

_COUNTS = N_("Since this version. Lines taken away: {gone}. Lines added: {added}.")
_SAME = N_("This is the text in use now.")
_CODE_ONLY = N_("One of the two holds what only the Code view can show, so here is the code.")


class VersionChanges(QPlainTextEdit):
    """Lines that were taken away or added say so; `easy` shows fields and frames by their names."""

    def __init__(self, *, easy: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._easy = easy
        self.setReadOnly(True)
        self.setAccessibleName(_("What changed"))
        self.setMinimumHeight(current_look().px(260))

    def show_change(self, old: str, new: str) -> str:
        """Show what became of `old`; return a sentence about it."""
        lines = self._lines(old, new)
        if lines is None:
            self.setFont(current_look().font("code"))
            self.setPlainText(difference(old, new))
            return _(_CODE_ONLY) if self._easy else ""
        self.setFont(current_look().font("prompt"))
        self.clear()
        cursor = QTextCursor(self.document())
        for number, line in enumerate(lines):
            _write(cursor, line, first=number == 0)
        self._go_to_first_change(lines)
        gone, new_ones = (sum(line.fate is fate for line in lines) for fate in (Fate.GONE, Fate.NEW))
        return _(_COUNTS).format(gone=gone, added=new_ones) if gone or new_ones else _(_SAME)

    def _lines(self, old: str, new: str) -> list[Line] | None:
        try:
            return changed_lines(old, new) if self._easy else None
        except NotEasy:
            return None

    def _go_to_first_change(self, lines: list[Line]) -> None:
        at = next((number for number, line in enumerate(lines) if line.fate is not Fate.SAME), 0)
        cursor = QTextCursor(self.document().findBlockByNumber(at))
        self.setTextCursor(cursor)
        self.centerCursor()


def difference(old: str, new: str) -> str:
    """Return what became of `old`: its lines, with − before what is gone now and + before what is new."""
    signs = {"- ": "− ", "+ ": "+ ", "  ": "  "}
    lines = difflib.ndiff(old.splitlines(), new.splitlines())
    return "\n".join(signs[line[:2]] + line[2:] for line in lines if line[:2] in signs)


def _write(cursor: QTextCursor, line: Line, *, first: bool) -> None:
    ground = QTextBlockFormat()
    role = _GROUNDS.get(line.fate)
    if role:
        ground.setBackground(current_look().color(role))
    if first:
        cursor.setBlockFormat(ground)
    else:
        cursor.insertBlock(ground, QTextCharFormat())
    cursor.insertText(_INDENT * line.depth, _style("prompt", "code_text"))
    if role:
        cursor.insertText(f"{_(_FATES[line.fate])} ", _style("strong", f"{role}_text"))
        if not line.text.strip():
            cursor.insertText(_("an empty line"), _style("prompt", f"{role}_text"))
    for run in line.runs:
        pill = _style("strong", "pill_text", "" if role else "pill", bold=run.bold)
        cursor.insertText(run.text, pill if run.pill else _style("prompt", "code_text", bold=run.bold))


def _style(font: str, color: str, ground: str = "", *, bold: bool = False) -> QTextCharFormat:
    look, style = current_look(), QTextCharFormat()
    style.setFont(look.font(font))
    if bold:
        style.setFontWeight(QFont.Weight.Bold)
    style.setForeground(look.color(color))
    if ground:
        style.setBackground(look.color(ground))
    return style
