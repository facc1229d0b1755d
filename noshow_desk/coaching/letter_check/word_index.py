"""Which patterns can match a sentence at all: tells from its words which needs are met."""

from __future__ import annotations

from collections.abc import Iterable

from noshow_desk.coaching.letter_check.patterns import Pattern

MOST_KEPT = 4096
FEW = 16  # words of a need; those with more (a verb's forms, long classes) are few, and looked through


class WordIndex:
    """Numbers the needs of patterns, and knows for each word which of them it meets."""

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        self._by_word: dict[str, list[int]] = {}
        self._long: list[tuple[int, frozenset[str]]] = []
        self._by_beginning: dict[int, dict[str, set[int]]] = {}
        self._patterns: dict[Pattern, tuple[int, ...]] = {}
        self._kept: dict[str, frozenset[int]] = {}

    def needs_of(self, pattern: Pattern) -> tuple[int, ...]:
        """Return the numbers of the needs of `pattern`, the most telling one first."""
        known = self._patterns.get(pattern)
        if known is None:
            known = self._patterns[pattern] = tuple(self._number(need) for need in pattern.needs)
        return known

    def met_by(self, words: Iterable[str]) -> set[int]:
        """Return the numbers of the needs that a sentence with these words meets."""
        met: set[int] = set()
        for word in words:
            kept = self._kept.get(word)
            met |= self._met_by_word(word) if kept is None else kept
        return met

    def _number(self, need: frozenset[str]) -> int:
        number = self._numbers.get(need)
        if number is not None:
            return number
        number = self._numbers[need] = len(self._numbers)
        self._kept.clear()
        is_long = len(need) > FEW
        if is_long:
            self._long.append((number, need))
        for word in need:
            if word[-1:] == "*":
                beginnings = self._by_beginning.setdefault(len(word) - 1, {})
                beginnings.setdefault(word[:-1], set()).add(number)
            elif not is_long:
                self._by_word.setdefault(word, []).append(number)
        return number

    def _met_by_word(self, word: str) -> frozenset[int]:
        met = set(self._by_word.get(word, ()))
        met.update(number for number, need in self._long if word in need)
        for length, beginnings in self._by_beginning.items():
            met |= beginnings.get(word[:length], set())
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        kept = self._kept[word] = frozenset(met)
        return kept
