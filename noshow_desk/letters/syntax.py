"""Jinja's syntax errors in plain sentences."""

from __future__ import annotations

import difflib
import re

from jinja2 import TemplateSyntaxError

from noshow_desk.i18n import N_, Message
from noshow_desk.letters.problem import TemplateProblem, in_a_sentence

_WORDS = ("if", "elif", "else", "endif", "for", "endfor", "set")
_UNKNOWN_WORD = N_("There is no instruction called {wrong} (line {line}). Use if, for and set.")
_UNKNOWN_WORD_BUT = N_("There is no instruction called {wrong} (line {line}). Did you mean {suggestion}?")
_STRAY_END = N_("“{wrong}” closes something that was not opened (line {line}).")
_NOT_CLOSED = N_("“{wrong}” is opened and never closed (line {line}). Add {{% end{wrong} %}} after it.")
_FIELD_NOT_CLOSED = N_("A field or instruction is opened and not closed (line {line}). Check the braces.")
_COMMENT_NOT_CLOSED = N_("A comment is opened and not closed (line {line}). Add #}} after it.")
_CHARACTER = N_("The character {wrong} cannot stand inside braces (line {line}).")
_UNREADABLE = N_("A field or instruction cannot be read (line {line}). Check it between the braces.")

# Jinja's message → our sentence; the first group, if any, is what is wrong.
_KNOWN: tuple[tuple[str, str], ...] = (
    (r"to be closed is '(if|for)'", _NOT_CLOSED),
    (r"to be closed is '(\w+)'", _UNREADABLE),
    (r"unknown tag '(end\w+|else|elif)'", _STRAY_END),
    (r"unknown tag '(\w+)'", _UNKNOWN_WORD),
    (r"Missing end of comment tag", _COMMENT_NOT_CLOSED),
    (r"end of template|Missing end of raw", _FIELD_NOT_CLOSED),
    (r"unexpected char '(.+?)' at \d+", _CHARACTER),
)


def syntax_problem(error: TemplateSyntaxError, source: str) -> TemplateProblem:
    """Return the problem that `error` stands for; `source` is the template, for the column."""
    said = error.message or ""
    text, wrong = _recognised(said)
    line = _opening_line(said, error.lineno)
    suggestion = ""
    if text == _UNKNOWN_WORD:
        like = [word for word in _WORDS if abs(len(word) - len(wrong)) <= 1]
        near = difflib.get_close_matches(wrong, like, n=1, cutoff=0.5)
        suggestion = near[0] if near else ""
        text = _UNKNOWN_WORD_BUT if suggestion else _UNKNOWN_WORD
    message = Message(text, {"line": line, "wrong": in_a_sentence(wrong), "suggestion": suggestion})
    return TemplateProblem(line, _column(source, line, wrong), message, wrong, suggestion)


def _recognised(said: str) -> tuple[str, str]:
    for pattern, text in _KNOWN:
        found = re.search(pattern, said)
        if found:
            return text, (found.group(1) if found.groups() else "")
    return _UNREADABLE, ""


def _opening_line(said: str, line: int) -> int:
    """Return the line that Jinja names as the one to close, else the line of the error."""
    found = re.search(r"on line (\d+)", said)
    return int(found.group(1)) if found else line


def _column(source: str, line: int, wrong: str) -> int:
    lines = source.split("\n")
    if not wrong or not 0 < line <= len(lines):
        return 0
    return lines[line - 1].find(wrong) + 1
