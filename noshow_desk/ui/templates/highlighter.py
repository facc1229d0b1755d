"""Colours a template: fields, filters, conditions, comments, the place of each problem, misspelt words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat, QTextDocument

from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.ui.kit.qt_places import in_qt, qt_length
from noshow_desk.ui.kit.spell_marks import SpellMarks
from noshow_desk.ui.theme import current_look

OPENING = re.compile(r"\{\{|\{%|\{#")
CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
FILTER = re.compile(r"\|\s*([A-Za-z_]\w*)")
ROLES = {"{{": "code_field", "{%": "code_block", "{#": "code_comment"}
# What a line begins inside of, as the state of the line before; -1 is Qt's for none yet.
_STATES = ("", *ROLES)
# What stands for a tag while words are checked: a sentence may begin behind a condition, not behind a field.
_BLANKS = {"{{": ",", "{%": "\n", "{#": "\n"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a line, or as much of it as stands there; `open` says that it goes on in the next line."""

    kind: str
    start: int
    end: int
    open: bool = False


def tags_in(text: str, begun: str = "") -> Iterator[Tag]:
    """Yield the tags of a line, which begins inside of one of the kind `begun` ("" for none)."""
    at, kind, start = 0, begun, 0
    while True:
        if not kind:
            found = OPENING.search(text, at)
            if found is None:
                return
            kind, start, at = found.group(), found.start(), found.end()
        end = text.find(CLOSING[kind], at)
        if end < 0:
            yield Tag(kind, start, len(text), open=True)
            return
        at = end + 2
        yield Tag(kind, start, at)
        kind = ""


def words_outside(document: QTextDocument, line: int) -> str:
    """Return a line (from 0) with its tags blanked, as long as the line for Qt."""
    block = document.findBlockByNumber(line)
    text, parts, last = block.text(), [], 0
    for tag in tags_in(text, _begun(block.previous().userState())):
        parts += [text[last : tag.start], _BLANKS[tag.kind] * qt_length(text[tag.start : tag.end])]
        last = tag.end
    return "".join([*parts, text[last:]])


class TemplateHighlighter(SpellMarks):
    """Highlights one document; `show_problems` marks what is wrong, `check` what is misspelt outside tags."""

    def __init__(self, document: QTextDocument) -> None:
        self._problems: dict[int, list[TemplateProblem]] = {}
        super().__init__(document, words_outside)

    def show_problems(self, problems: Sequence[TemplateProblem]) -> None:
        """Mark these problems at their places."""
        found: dict[int, list[TemplateProblem]] = {}
        for problem in problems:
            found.setdefault(problem.line, []).append(problem)
        before, self._problems = self._problems, found
        for line in before.keys() | found.keys():
            if before.get(line) != found.get(line):  # at each key inside a tag: not all lines anew
                self.rehighlightBlock(self.document().findBlockByNumber(line - 1))

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        state = 0
        for tag in tags_in(text, _begun(self.previousBlockState())):
            self._paint(text, tag.start, tag.end, _format(ROLES[tag.kind]))
            state = _STATES.index(tag.kind) if tag.open else 0
            if tag.kind == "{{":
                for used in FILTER.finditer(text, tag.start, tag.end):
                    self._paint(text, *used.span(1), _format("code_filter", over="code_field"))
        self.setCurrentBlockState(state)
        super().highlightBlock(text)
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


def _begun(state: int) -> str:
    """Return what a line begins inside of, from the state of the line before."""
    return _STATES[state] if state > 0 else ""


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
