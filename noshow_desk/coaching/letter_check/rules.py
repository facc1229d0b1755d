"""The rules of one language, ready to run: from resources/letter_rules/ and an agency's own file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from noshow_desk.coaching.letter_check.codes import BY_NAME, CODES, FRAMES
from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.inflect_en import english_forms
from noshow_desk.coaching.letter_check.inflect_es import spanish_forms
from noshow_desk.coaching.letter_check.learned import Learned, learned_of
from noshow_desk.coaching.letter_check.needs import Lexicon
from noshow_desk.coaching.letter_check.patterns import Pattern, read_pattern
from noshow_desk.coaching.letter_check.rule_file import RuleProblem, RuleSource, read_rule_file
from noshow_desk.coaching.letter_check.word_index import WordIndex
from noshow_desk.coaching.letter_check.wording import Wording
from noshow_desk.coaching.letter_check.writing import PatternFault
from noshow_desk.domain.kinds import OutsideFactor, Topic
from noshow_desk.i18n import LANGUAGES, N_
from noshow_desk.paths import resource

SHOWS = frozenset(code.shows for code in CODES if code.shows) | FRAMES | {"miss", "trouble", "full-date"}
REASONS = {"", "inside", *OutsideFactor}
TOPICS = {"", *Topic}
_TEXTS = ("name", "code", "shows", "reason", "topic")
_LISTS = ("patterns", "unless", "unless_clause", "unless_sentence", "kinds", "beside", "unless_shown")
_WORD = re.compile(r"[a-z]+(?![a-z*:}])")  # a whole word, no beginning ("apolog*")
_FORMS = {"en": english_forms, "es": spanish_forms}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. `code` is what a hit is a finding of, or `shows` the element that it proves to be there.

    `reason` is the kind of reason given (an OutsideFactor, "inside", or empty for a vague one), `topic` the
    topic of consent that allows it. `unless…` patterns take a hit back: where they overlap it, or anywhere in
    its clause or sentence. With `beside` a hit counts only next to a sentence that shows one of these,
    with `unless_shown` not where the letter shows one of them of the same word. A `sure` rule is not weighed
    against what was learned. `own` says that it comes from an agency's file.
    """

    name: str
    code: str = ""
    shows: str = ""
    reason: str = ""
    topic: str = ""
    kinds: frozenset[Kind] = frozenset(Kind)
    unless: tuple[Pattern, ...] = ()
    unless_clause: tuple[Pattern, ...] = ()
    unless_sentence: tuple[Pattern, ...] = ()
    beside: frozenset[str] = frozenset()
    unless_shown: frozenset[str] = frozenset()
    sure: bool = False
    own: bool = False


Searched = tuple[Kind, tuple[str, ...], tuple[tuple[int, str], ...]]  # what a sentence is known by
Entry = tuple[int, Rule, Pattern, tuple[int, ...]]
Needed = dict[int, list[tuple[Pattern, tuple[int, ...]]]]  # patterns by their most telling need


@dataclass(slots=True)
class Rules:
    """All rules of a language with an index of the words that they need."""

    language: str
    wording: Wording
    clause_words: frozenset[str] = frozenset()
    reader: frozenset[str] = frozenset()  # words for the one who reads, and for all the others there are
    others: frozenset[str] = frozenset()
    rewrites: dict[str, str] = field(default_factory=dict)
    problems: tuple[RuleProblem, ...] = ()
    learned: Learned | None = None
    own_words: frozenset[str] = frozenset()  # that an agency's files add to the classes
    index: WordIndex = field(default_factory=WordIndex)
    by_need: dict[int, list[Entry]] = field(default_factory=dict)
    guards: dict[int, Needed] = field(default_factory=dict)
    recent: dict[Searched, tuple[tuple[Rule, int, int, bool], ...]] = field(default_factory=dict)
    count: int = 0

    def add(self, rule: Rule, patterns: Iterable[Pattern]) -> None:
        """Put the patterns of `rule`, and its guards, into the index."""
        for guards in (rule.unless, rule.unless_clause, rule.unless_sentence):
            self.guards[id(guards)] = self._by_first_need(guards)
        for pattern in patterns:
            self.count += 1
            needs = self.index.needs_of(pattern)
            self.by_need.setdefault(needs[0], []).append((self.count, rule, pattern, needs))

    def able(self, guards: tuple[Pattern, ...], met: set[int]) -> list[Pattern]:
        """Return those of a rule's `guards` whose needs are all among `met`, in no order."""
        rows = self.guards[id(guards)]
        return [guard for need in met & rows.keys() for guard, needs in rows[need] if met.issuperset(needs)]

    def _by_first_need(self, guards: Iterable[Pattern]) -> Needed:
        rows: Needed = {}
        for guard in guards:
            needs = self.index.needs_of(guard)
            rows.setdefault(needs[0], []).append((guard, needs))
        return rows

    def candidates(self, met: set[int]) -> list[tuple[Rule, Pattern]]:
        """Return the patterns whose needs (`index`) are all among `met`, in the order of the file."""
        by_need = self.by_need
        found = [
            entry for need in met & by_need.keys() for entry in by_need[need] if met.issuperset(entry[3])
        ]
        found.sort(key=_number)
        return [(rule, pattern) for _place, rule, pattern, _needs in found]


def _number(entry: Entry) -> int:
    return entry[0]


@cache
def shipped_rules(language: str) -> Rules:
    """Return the rules that the app brings along for "en" or "es" (another language: English), read once."""
    return load_rules(language)


def load_rules(language: str, own: Path | None = None) -> Rules:
    """Return the rules of `language`, with those of an agency's `own` file added.

    `problems` of the answer says what could not be read, with file and line; all else works.
    """
    return rules_with(language, [] if own is None else [read_rule_file(own)])


def rules_with(language: str, own: Iterable[RuleSource]) -> Rules:
    """Return the shipped rules of `language` with what the sources `own` hold added."""
    tongue = language if language in LANGUAGES else "en"
    rules = build_rules(tongue, [read_rule_file(resource(f"letter_rules/{tongue}.toml")), *own])
    rules.learned = learned_of(tongue)
    return rules


def build_rules(language: str, sources: Iterable[RuleSource]) -> Rules:
    """Return the rules written in `sources`; what an agency's own, the later ones, say is added."""
    files = list(sources)
    lexicon = lexicon_of(language, files)
    rules = Rules(language, _wording(files, lexicon))
    for name in ("clause_words", "reader", "others"):
        setattr(rules, name, frozenset(word for one in files for word in _texts(one, "read", name)))
    rules.own_words = frozenset(
        word for lists in _merged(files[1:], "class").values() for text in lists for word in text.split()
    )
    guards, compiled = _merged(files, "guard"), dict[str, Pattern]()
    for source in files:
        rules.rewrites.update({code: str(text) for code, text in source.tables["rewrite"].items()})
        for line, row in source.rules:
            compiler = _Compiler(source, lexicon, guards, compiled, own=source is not files[0])
            _add_rule(rules, source, line, row, compiler)
    rules.problems = tuple(problem for source in files for problem in source.problems)
    return rules


def lexicon_of(language: str, files: Iterable[RuleSource]) -> Lexicon:
    """Return the classes and verbs that patterns of these files may name."""
    irregular: dict[str, str] = {}
    for source in files:
        irregular.update({verb: str(forms) for verb, forms in source.tables["verb"].items()})

    @cache
    def forms(verb: str) -> dict[str, set[str]]:
        return _FORMS[language](verb, irregular.get(verb, ""))

    return Lexicon(_merged(files, "class"), forms)


def _merged(files: Iterable[RuleSource], table: str) -> dict[str, tuple[str, ...]]:
    lists: dict[str, tuple[str, ...]] = {}
    for source in files:
        for name in source.tables[table]:
            lists[name] = (*lists.get(name, ()), *_texts(source, table, name))
    return lists


def _texts(source: RuleSource, table: str, name: str) -> tuple[str, ...]:
    value = source.tables[table].get(name, [])
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    source.complain(source.line_of(name), N_("“{word}” is not a list of words"), word=name)
    source.tables[table][name] = []
    return ()


def _wording(files: Iterable[RuleSource], lexicon: Lexicon) -> Wording:
    expand: dict[str, tuple[str, ...]] = {}
    mended: set[str] = set()
    known: set[str] = set()
    for source in files:
        for entry in _texts(source, "read", "as"):
            word, _, meant = entry.partition("=")
            expand[word.strip()] = tuple(meant.split())
        mended.update(_texts(source, "read", "mend"))
        known.update(_texts(source, "read", "leave"))
    known.update(word for entries in lexicon.classes.values() for entry in entries for word in entry.split())
    known.update(word for source in files for word in _words_of_rules(source))
    return Wording(expand, mended, known)


def _words_of_rules(source: RuleSource) -> Iterator[str]:
    """Yield the words that rules and guards ask for: what they know is no slip (writing is no waiting)."""
    lists = [*source.tables["guard"].values()]
    lists += [row[name] for _line, row in source.rules for name in _LISTS if isinstance(row.get(name), list)]
    for text in (text for entries in lists if isinstance(entries, list) for text in entries):
        if isinstance(text, str):
            yield from _WORD.findall(text)


@dataclass(slots=True)
class _Compiler:
    """Compiles the patterns of one file; a pattern that cannot be read is a problem and left out."""

    source: RuleSource
    lexicon: Lexicon
    guards: dict[str, tuple[str, ...]]
    compiled: dict[str, Pattern]
    own: bool

    def patterns(self, texts: Iterable[str], line: int) -> Iterator[Pattern]:
        for text in texts:
            if text.startswith("%"):
                yield from self._guard(text[1:], line)
                continue
            try:
                yield self._pattern(text)
            except PatternFault as fault:
                at = self.source.line_of(text, line)
                self.source.complain(at, fault.message, word=fault.word)

    def _pattern(self, text: str) -> Pattern:
        if text not in self.compiled:
            self.compiled[text] = read_pattern(text, self.lexicon)
        return self.compiled[text]

    def _guard(self, name: str, line: int) -> Iterator[Pattern]:
        if name not in self.guards:
            self.source.complain(
                self.source.line_of(f"%{name}", line), N_("“{word}” names no guard"), word=name
            )
            return
        for text in self.guards[name]:
            try:
                yield self._pattern(text)
            except PatternFault as fault:
                at = self.source.line_of(text)
                self.source.complain(at, fault.message, word=fault.word)


def _add_rule(rules: Rules, source: RuleSource, line: int, row: dict[str, Any], compiler: _Compiler) -> None:
    wrong = _wrong_in(row)
    if wrong:
        source.complain(source.line_of(wrong, line), N_("“{word}” is not understood in a rule"), word=wrong)
        return
    texts: dict[str, Any] = {name: row[name] for name in _TEXTS if name in row}
    guards: dict[str, Any] = {
        name: tuple(compiler.patterns(row.get(name, ()), line))
        for name in ("unless", "unless_clause", "unless_sentence")
    }
    kinds = frozenset(Kind(kind) for kind in row["kinds"]) if "kinds" in row else frozenset(Kind)
    shown: dict[str, Any] = {name: frozenset(row.get(name, ())) for name in ("beside", "unless_shown")}
    plain = Rule(name=f"line {line}", kinds=kinds, sure=row.get("sure", False), own=compiler.own)
    rule = replace(plain, **texts, **guards, **shown)
    rules.add(rule, compiler.patterns(row.get("patterns", ()), line))


def _wrong_in(row: dict[str, Any]) -> str:
    """Return the first word of a rule that is not understood, or nothing."""
    for name, value in row.items():
        is_text = name in _TEXTS and isinstance(value, str)
        is_list = name in _LISTS and isinstance(value, list) and all(isinstance(one, str) for one in value)
        is_flag = name == "sure" and isinstance(value, bool)
        if not (is_text or is_list or is_flag):
            return name
    unknown = [kind for kind in row.get("kinds", ()) if kind not in set(Kind)]
    if row.get("code", next(iter(BY_NAME))) not in BY_NAME:
        unknown.append(row["code"])
    named = (*row.get("beside", ()), *row.get("unless_shown", ()), row.get("shows", "miss"))
    unknown += [shown for shown in named if shown not in SHOWS]
    unknown += [row["reason"]] if row.get("reason", "") not in REASONS else []
    unknown += [row["topic"]] if row.get("topic", "") not in TOPICS else []
    return str(unknown[0]) if unknown else ""
