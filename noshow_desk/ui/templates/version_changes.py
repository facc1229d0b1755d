"""Shows what changed between two versions of a template: in plain words, or as code."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from noshow_desk.i18n import N_, _, quoted
from noshow_desk.letters.easy import NotEasy
from noshow_desk.ui.templates.version_lines import Fate, Line, Run, changed_lines
from noshow_desk.ui.templates.version_words import changed_words, code_lines, with_marks
from noshow_desk.ui.theme import current_look

_INDENT = "\u2003"  # an em wide: a frame deeper
_GROUNDS = {Fate.GONE: "red", Fate.NEW: "green"}
_SIGNS = {Fate.GONE: "− ", Fate.NEW: "+ ", Fate.SAME: "  "}
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
        easy = self._lines(old, new)
        lines = with_marks(code_lines(old, new) if easy is None else easy)
        self.setFont(current_look().font("code" if easy is None else "prompt"))
        self.clear()
        cursor = QTextCursor(self.document())
        for number, line in enumerate(lines):
            _begin(cursor, line, first=number == 0)
            _write_code(cursor, line) if easy is None else _write(cursor, line)
        self._go_to_first_change(lines)
        self.setAccessibleDescription(changes_words(lines))
        if easy is None:
            return _(_CODE_ONLY) if self._easy else ""
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


def changes_words(lines: Sequence[Line]) -> str:
    """Return which words became which, for those who do not see the marks."""
    said = []
    for old, new in pairwise(lines):
        gone, added = changed_words(old), changed_words(new)
        if old.fate is not Fate.GONE or new.fate is not Fate.NEW or not (gone or added):
            continue
        if gone:
            said.append(f"{_(_FATES[Fate.GONE])} {quoted(gone)}")
        if added:
            said.append(f"{_(_FATES[Fate.NEW])} {quoted(added)}")
    return ". ".join(said)


def _begin(cursor: QTextCursor, line: Line, *, first: bool) -> None:
    ground = QTextBlockFormat()
    role = _GROUNDS.get(line.fate)
    if role:
        ground.setBackground(current_look().color(role))
    if first:
        cursor.setBlockFormat(ground)
    else:
        cursor.insertBlock(ground, QTextCharFormat())


def _write_code(cursor: QTextCursor, line: Line) -> None:
    cursor.insertText(_SIGNS[line.fate], _style("code", "code_text"))
    for run in line.runs:
        cursor.insertText(run.text, _marked(_style("code", "code_text"), run, line))


def _write(cursor: QTextCursor, line: Line) -> None:
    role = _GROUNDS.get(line.fate)
    cursor.insertText(_INDENT * line.depth, _style("prompt", "code_text"))
    if role:
        cursor.insertText(f"{_(_FATES[line.fate])} ", _style("strong", f"{role}_text"))
        if not line.text.strip():
            cursor.insertText(_("an empty line"), _style("prompt", f"{role}_text"))
    for before, run in pairwise((Run(""), *line.runs)):
        if before.pill and run.pill:
            cursor.insertText(" ", _style("prompt", "code_text"))  # else the names of two would be one
        pill = _style("strong", "pill_text", "" if role else "pill", bold=run.bold)
        style = pill if run.pill else _style("prompt", "code_text", bold=run.bold)
        cursor.insertText(run.text, _marked(style, run, line))


def _marked(style: QTextCharFormat, run: Run, line: Line) -> QTextCharFormat:
    """Return `style` as words that differ are set: bold and underlined, in the colour of their line."""
    role = _GROUNDS.get(line.fate)
    if run.changed and role:
        style.setFontWeight(QFont.Weight.Bold)
        style.setFontUnderline(True)
        style.setForeground(current_look().color(f"{role}_text"))
    return style


def _style(font: str, color: str, ground: str = "", *, bold: bool = False) -> QTextCharFormat:
    look, style = current_look(), QTextCharFormat()
    style.setFont(look.font(font))
    if bold:
        style.setFontWeight(QFont.Weight.Bold)
    style.setForeground(look.color(color))
    if ground:
        style.setBackground(look.color(ground))
    return style
