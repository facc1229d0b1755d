"""Colours a template: fields, filters, conditions, comments, and the place of each problem."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.ui.kit.qt_places import in_qt
from noshow_desk.ui.theme import current_look

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
FILTER = re.compile(r"\|\s*([A-Za-z_]\w*)")
ROLES = {"{{": "code_field", "{%": "code_block", "{#": "code_comment"}


class TemplateHighlighter(QSyntaxHighlighter):
    """Highlights one document; `show_problems` marks what is wrong."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._problems: dict[int, list[TemplateProblem]] = {}

    def show_problems(self, problems: Sequence[TemplateProblem]) -> None:
        """Mark these problems at their places."""
        found: dict[int, list[TemplateProblem]] = {}
        for problem in problems:
            found.setdefault(problem.line, []).append(problem)
        if found != self._problems:
            self._problems = found
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        for tag in TAG.finditer(text):
            self._paint(text, tag.start(), tag.end(), _format(ROLES[tag.group()[:2]]))
            if tag.group().startswith("{{"):
                for used in FILTER.finditer(tag.group()):
                    start, end = tag.start() + used.start(1), tag.start() + used.end(1)
                    self._paint(text, start, end, _format("code_filter", over="code_field"))
        for problem in self._problems.get(self.currentBlock().blockNumber() + 1, []):
            self._mark(text, problem)

    def _mark(self, text: str, problem: TemplateProblem) -> None:
        start = max(problem.column - 1, 0)
        length = len(problem.wrong) or len(text) - start
        style = _format("code_error")
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        style.setUnderlineColor(current_look().color("code_error_text"))
        self._paint(text, start, start + length, style)

    def _paint(self, text: str, start: int, end: int, style: QTextCharFormat) -> None:
        first = in_qt(text, start)
        self.setFormat(first, in_qt(text, end) - first, style)


def _format(role: str, over: str = "") -> QTextCharFormat:
    look = current_look()
    style = QTextCharFormat()
    style.setForeground(look.color(f"{role}_text"))
    ground = over or role
    if ground in look.colors:
        style.setBackground(look.color(ground))
    if role == "code_block":
        style.setFontWeight(600)
    if role == "code_comment":
        style.setFontItalic(True)
    return style
