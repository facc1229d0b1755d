"""An agency's own rule file, read closely before it is taken: what it adds, and each fault with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from noshow_desk.coaching.letter_check.codes import BY_NAME
from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.needs import Lexicon, needs_of
from noshow_desk.coaching.letter_check.rule_file import (
    RuleProblem,
    RuleSource,
    read_rule_file,
    rule_source,
)
from noshow_desk.coaching.letter_check.rules import Rules, build_rules, lexicon_of
from noshow_desk.coaching.letter_check.writing import PatternFault
from noshow_desk.i18n import N_
from noshow_desk.paths import resource

_READ_LISTS = ("as", "mend", "leave", "clause_words", "reader", "others")
_PATTERN_LISTS = ("patterns", "unless", "unless_clause", "unless_sentence")
_NAMED = re.compile(r"[@%][^\s@%|()\[\]{}/!]+")
_USELESS = N_("this rule has no code and shows nothing, or has no patterns")
_UNUSED = N_("“{word}” is no list that the check has, and no rule of this file uses it")
_NO_REWRITE = N_("“{word}” is no finding of the letter check")
_NO_TEXT = N_("“{word}” is no text between quotation marks")
_NO_MEANING = N_("“{word}” is not written like “appt = appointment”")
_NOTHING = N_("there is no rule and no word in this file yet")

_TWICE = N_("[{word}] stands here for the second time; put the lines of both under the first one")
_TABLE = re.compile(r"\s*\[\s*(\w+)\s*\]\s*(?:#.*)?$")

Fault = tuple[int, str, str]  # line, message, its word


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file of own rules: how many rules and how many words, phrases and rewrites it adds.

    `rules` are the shipped ones with its own added; `problems` are in the order of the file, none in a file
    that can be taken.
    """

    text: str
    added_rules: int
    added_words: int
    rules: Rules
    problems: tuple[RuleProblem, ...]


def read_own_file(file: str, text: str, language: str) -> OwnFile:
    """Read a file of own rules for papers in `language`, stricter than a file named with --rules.

    There, what cannot be read is left out. Here nothing is to be left out in silence.
    """
    source = rule_source(file, text)
    shipped = read_rule_file(resource(f"letter_rules/{language}.toml"))
    lexicon = lexicon_of(language, [shipped, source])
    for line, message, word in _faults(source, shipped, lexicon):
        source.complain(line, message, word=word)
    rules = build_rules(language, [shipped, source])
    words = sum(len(_entries(value)) for table in source.tables.values() for value in table.values())
    if not (source.problems or source.rules or words):
        source.complain(1, _NOTHING)
    problems = tuple(sorted(source.problems, key=_line))
    return OwnFile(text, len(source.rules), words, rules, problems)


def _faults(source: RuleSource, shipped: RuleSource, lexicon: Lexicon) -> Iterator[Fault]:
    """Yield what would be passed over, or would break a rule that is not the agency's."""
    for line, rule in source.rules:
        if not (rule.get("code") or rule.get("shows")) or not rule.get("patterns"):
            yield line, _USELESS, ""
    used = _used(source)
    for table, mark in (("class", "@"), ("guard", "%")):
        for name, value in source.tables[table].items():
            if name not in shipped.tables[table] and mark + name not in used:
                yield source.line_of(name), _UNUSED, name
            yield from _unreadable(source, value, lexicon)
    yield from _faults_of_headers(source)
    yield from _faults_of_reading(source)
    yield from _faults_of_rewrites(source)


def _faults_of_headers(source: RuleSource) -> Iterator[Fault]:
    """Yield each [table] after the first of its name: a list in both would lose its first words."""
    seen: set[str] = set()
    for number, line in enumerate(source.lines, 1):
        header = _TABLE.match(line)
        if header and header.group(1) in seen:
            yield number, _TWICE, header.group(1)
        elif header:
            seen.add(header.group(1))


def _faults_of_reading(source: RuleSource) -> Iterator[Fault]:
    for name, value in source.tables["read"].items():
        if name not in _READ_LISTS:
            yield source.line_of(name), _UNUSED, name
        for entry in _entries(value) if name == "as" else ():
            if not all(part.strip() for part in entry.partition("=")):
                yield source.line_of(entry), _NO_MEANING, entry


def _faults_of_rewrites(source: RuleSource) -> Iterator[Fault]:
    for name, value in source.tables["rewrite"].items():
        code, _, kind = name.partition(".")
        if code not in BY_NAME or (kind and kind not in set(Kind)):
            yield source.line_of(name), _NO_REWRITE, name
        elif not isinstance(value, str):
            yield source.line_of(name), _NO_TEXT, name


def _unreadable(source: RuleSource, value: object, lexicon: Lexicon) -> Iterator[Fault]:
    """Yield the entries of a class or guard that cannot be read: they would break every rule that uses it."""
    for entry in _entries(value) if isinstance(value, list) else ():
        try:
            needs_of(entry, lexicon)
        except PatternFault as fault:
            yield source.line_of(f'"{entry}"'), fault.message, fault.word


def _used(source: RuleSource) -> set[str]:
    """Return the classes and guards that the patterns of a file name, as "@class" and "%guard"."""
    rows = [rule.get(name) for _line, rule in source.rules for name in _PATTERN_LISTS]
    rows += [value for table in ("class", "guard") for value in source.tables[table].values()]
    return set(_NAMED.findall(" ".join(entry for row in rows for entry in _entries(row))))


def _entries(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(one for one in value if isinstance(one, str))
    return (value,) if isinstance(value, str) else ()


def _line(problem: RuleProblem) -> int:
    return problem.line
