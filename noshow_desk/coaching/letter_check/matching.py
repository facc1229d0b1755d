"""Runs the rules over the sentences of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.patterns import Pattern
from noshow_desk.coaching.letter_check.rules import Rule, Rules
from noshow_desk.coaching.letter_check.tokens import Sentence

MOST_HITS = 20  # of one pattern in one sentence; more say nothing new


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched tokens `first` to `last` (exclusive) of a sentence."""

    rule: Rule
    sentence: Sentence
    first: int
    last: int

    @property
    def start(self) -> int:
        """Return where the words begin in the text."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Return where the words end in the text (exclusive)."""
        return self.sentence.tokens[self.last - 1].end


def hits(sentences: Iterable[Sentence], rules: Rules, kind: Kind) -> list[Hit]:
    """Return every hit of a rule for `kind` that no guard takes back, in the order of the text."""
    return [hit for sentence in sentences for hit in _in_sentence(sentence, rules, kind)]


def clause_of(sentence: Sentence, first: int, last: int, words: frozenset[str]) -> tuple[int, int]:
    """Return the tokens from the beginning to the end of the clause(s) that hold tokens `first` to `last`.

    A clause ends at a comma or the like, and before one of `words` ("but", "because").
    """
    tokens = sentence.tokens
    while first > 0 and tokens[first - 1].key not in _PAUSES and tokens[first].key not in words:
        first -= 1
    while last < len(tokens) and tokens[last].key not in _PAUSES and tokens[last].key not in words:
        last += 1
    return first, last


_PAUSES = frozenset(",?")


def _in_sentence(sentence: Sentence, rules: Rules, kind: Kind) -> Iterator[Hit]:
    words = {token.key for token in sentence.tokens}
    for _number, rule, pattern in rules.candidates(words):
        if kind not in rule.kinds:
            continue
        for count, found in enumerate(pattern.search().finditer(sentence.line)):
            if count >= MOST_HITS:
                break
            if found.end() == found.start():
                continue
            first, last = sentence.token_at(found.start()), sentence.token_at(found.end() - 1) + 1
            hit = Hit(rule, sentence, first, last)
            if not _taken_back(hit, rules):
                yield hit


def _taken_back(hit: Hit, rules: Rules) -> bool:
    rule, sentence = hit.rule, hit.sentence
    if any(_overlapping(pattern, hit) for pattern in rule.unless):
        return True
    if any(_found(pattern, sentence.line) for pattern in rule.unless_sentence):
        return True
    if not rule.unless_clause:
        return False
    first, last = clause_of(sentence, hit.first, hit.last, rules.clause_words)
    line = _part(sentence, first, last)
    return any(_found(pattern, line) for pattern in rule.unless_clause)


def _found(pattern: Pattern, line: str) -> bool:
    return pattern.search().search(line) is not None


def _part(sentence: Sentence, first: int, last: int) -> str:
    end = sentence.starts[last] if last < len(sentence.starts) else len(sentence.line)
    return sentence.line[sentence.starts[first] - 1 : end]


def _overlapping(pattern: Pattern, hit: Hit) -> bool:
    starts = hit.sentence.starts
    begin = starts[hit.first]
    end = starts[hit.last] if hit.last < len(starts) else len(hit.sentence.line)
    return any(
        found.start() < end and begin < found.end() for found in pattern.search().finditer(hit.sentence.line)
    )
