"""How single words are read: contractions as several words, possessives apart, slips mended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

MOST_KEPT = 4096
_SHORTEST = 5  # shorter words have too many real neighbours


class Wording:
    """Reads a folded word as the words that rules know.

    `expand` says what stands for several words ("can't": can not). A word one slip away from one of `mended`
    (a letter too many, too few, wrong, or two swapped) is read as that word, unless it is in `known`.
    """

    def __init__(
        self, expand: Mapping[str, tuple[str, ...]], mended: Iterable[str], known: Iterable[str]
    ) -> None:
        self._expand = dict(expand)
        self._mended = frozenset(mended)
        self._known = frozenset(known) | self._mended
        self._shorter: dict[str, list[str]] = {}
        for word in sorted(self._mended):
            for short in _shortened(word):
                self._shorter.setdefault(short, []).append(word)
        self._kept: dict[str, tuple[str, ...]] = {}

    def read(self, word: str) -> tuple[str, ...]:
        """Return the words that `word` is read as."""
        kept = self._kept.get(word)
        if kept is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            kept = self._kept[word] = self._parts(word)
        return kept

    def _parts(self, word: str) -> tuple[str, ...]:
        known = self._expand.get(word)
        if known is not None:
            return known
        if word.endswith("'s") and len(word) > 2:
            return (self._meant(word[:-2]), "'s")
        return (self._meant(word.replace("'", "") or word),)

    def _meant(self, word: str) -> str:
        if len(word) < _SHORTEST or word in self._known:
            return word
        for near in self._shorter.get(word, ()):
            return near
        for short in _shortened(word):
            if short in self._mended:
                return short
            for near in self._shorter.get(short, ()):
                if _one_slip(word, near):
                    return near
        return word


def _shortened(word: str) -> list[str]:
    """Return `word` without one letter, in the order of the letters: a word is always read alike."""
    return list(dict.fromkeys(word[:place] + word[place + 1 :] for place in range(1, len(word))))


def _one_slip(one: str, other: str) -> bool:
    """Say whether two words of the same length differ by one letter, or by two swapped neighbours."""
    if len(one) != len(other):
        return False
    apart = [place for place in range(len(one)) if one[place] != other[place]]
    if len(apart) == 2 and apart[1] == apart[0] + 1:
        return one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
    return len(apart) == 1
