"""Runs the rules over the sentences of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.nodes import PAUSES
from noshow_desk.coaching.letter_check.rules import Rule, Rules
from noshow_desk.coaching.letter_check.tokens import Sentence

MOST_RECENT = 500  # sentences: those of the letters on the screen; typing changes one at a time
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

    A clause ends at a comma or the like, and before one of `words` ("but", "because", or two: "and i").
    """
    keys = sentence.words
    while first > 0 and keys[first - 1] not in PAUSES and not _begins_clause(keys, first, words):
        first -= 1
    while last < len(keys) and keys[last] not in PAUSES and not _begins_clause(keys, last, words):
        last += 1
    return first, last


def _begins_clause(keys: Sequence[str], place: int, words: frozenset[str]) -> bool:
    return keys[place] in words or " ".join(keys[place : place + 2]) in words


def _in_sentence(sentence: Sentence, rules: Rules, kind: Kind) -> list[Hit]:
    """Return the hits in one sentence; what was found in the same words before is known."""
    known = rules.recent.get((kind, sentence.words))
    if known is None:
        if len(rules.recent) >= MOST_RECENT:
            rules.recent.clear()
        found = [(hit.rule, hit.first, hit.last) for hit in _run(sentence, rules, kind)]
        known = rules.recent[(kind, sentence.words)] = tuple(found)
    return [Hit(rule, sentence, first, last) for rule, first, last in known]


def _run(sentence: Sentence, rules: Rules, kind: Kind) -> Iterator[Hit]:
    words = sentence.words
    for rule, pattern in rules.candidates(words):
        if kind not in rule.kinds:
            continue
        for first, last in islice(pattern.find(words), MOST_HITS):
            hit = Hit(rule, sentence, first, last)
            if not taken_back(hit, rules):
                yield hit


def taken_back(hit: Hit, rules: Rules) -> bool:
    """Say whether a guard of the hit's rule takes it back."""
    rule, words = hit.rule, hit.sentence.words
    there = rules.there(words)
    if any(
        first < hit.last and hit.first < last
        for pattern in rule.unless
        if there(pattern)
        for first, last in pattern.find(words)
    ):
        return True
    if any(there(pattern) and pattern.found(words) for pattern in rule.unless_sentence):
        return True
    guards = [pattern for pattern in rule.unless_clause if there(pattern)]
    if not guards:
        return False
    first, last = clause_of(hit.sentence, hit.first, hit.last, rules.clause_words)
    return any(pattern.found(words[first:last]) for pattern in guards)
