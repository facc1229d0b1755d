"""Reads a rule file block by block, so that one broken block leaves the others standing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from noshow_desk.i18n import N_, Message

_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_HEADER = re.compile(r"\s*\[\[?\s*(\w+)\s*\]\]?\s*(?:#.*)?$")
TABLES = frozenset({"read", "class", "verb", "guard", "rewrite"})
RULE = "rule"
MOST_BYTES = 1_000_000  # three times the shipped rules of a language
# What the reader of TOML says itself is for programmers, and English.
NOT_WRITTEN_SO = N_(
    'this is not written like vehicle = ["jitney", "van"]: '
    "a bracket, a comma or a quotation mark may be missing"
)


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """What is wrong in a rule file, and where; `line` counts from 1, 0 for the file as a whole."""

    file: str
    line: int
    message: Message

    @property
    def sentence(self) -> str:
        """Return "FILE:line: what is wrong" ("FILE: …" of the whole) in the language of the screen."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message.say()}"


@dataclass(slots=True)
class RuleSource:
    """What a rule file holds: its tables, its rules with the line each begins at, and its problems."""

    file: str
    lines: list[str] = field(default_factory=list)
    tables: dict[str, dict[str, Any]] = field(default_factory=lambda: {name: {} for name in TABLES})
    rules: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    problems: list[RuleProblem] = field(default_factory=list)

    @property
    def is_unread(self) -> bool:
        """Say whether there are problems and nothing beside them: no rule, no word."""
        return bool(self.problems) and not self.rules and not any(self.tables.values())

    def line_of(self, text: str, first: int = 1) -> int:
        """Return the line from `first` on that holds `text`, or `first`."""
        numbered = enumerate(self.lines[first - 1 :], first)
        return next((number for number, line in numbered if text in line), first)

    def complain(self, line: int, message: str, **values: object) -> None:
        """Note a problem at `line`."""
        self.problems.append(RuleProblem(self.file, line, Message(message, values)))


def read_rule_file(path: Path) -> RuleSource:
    """Return what the file at `path` holds. What cannot be read is a problem, never an error."""
    source = RuleSource(path.name)
    content = _content(path)
    if content is None:
        source.complain(0, N_("this file cannot be read"))
        return source
    try:
        return rule_source(path.name, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        source.complain(content[: error.start].count(b"\n") + 1, N_("this line is not UTF-8 text"))
        return source


def _content(path: Path) -> bytes | None:
    """Return the bytes of a file; None when it cannot be opened, or is far too large for rules."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)  # a device never ends
    except OSError:
        return None
    return content if len(content) <= MOST_BYTES else None


def rule_source(file: str, text: str) -> RuleSource:
    """Return what a rule file called `file` with this `text` holds."""
    source = RuleSource(file, lines=text.splitlines())
    for first, block in _blocks(source.lines):
        _read_block(source, first, block)
    return source


def _blocks(lines: list[str]) -> list[tuple[int, list[str]]]:
    """Return each block with the number of its first line; a block begins at a [header]."""
    found: list[tuple[int, list[str]]] = [(1, [])]
    for number, line in enumerate(lines, 1):
        if _HEADER.match(line):
            found.append((number, []))
        found[-1][1].append(line)
    return found


def _read_block(source: RuleSource, first: int, block: list[str]) -> None:
    while block and not block[-1].strip():
        block.pop()  # so that an array left open is told at its own line
    try:
        data = tomllib.loads("\n".join(block))
    except tomllib.TOMLDecodeError as error:
        place = _LINE.search(str(error))
        line = first + int(place.group(1)) - 1 if place else first + len(block) - 1
        source.complain(line, NOT_WRITTEN_SO)
        return
    for name, value in data.items():
        if name == RULE and isinstance(value, list):
            source.rules.extend((first, rule) for rule in value)
        elif name in TABLES and isinstance(value, dict):
            source.tables[name].update(value)
        else:
            source.complain(first, N_("“{word}” is no part of a rule file"), word=name)
