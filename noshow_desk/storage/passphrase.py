"""What a passphrase must be, and how strong one looks: 12 characters or 4 words, a meter, no other rules."""

from __future__ import annotations

import itertools
import math
import unicodedata
from dataclasses import dataclass

from noshow_desk.i18n import N_
from noshow_desk.storage.troubles import WeakPassphrase

LEAST_CHARACTERS = 12
LEAST_WORDS = 4

# The first words people try; a passphrase built of one of them is as weak as it.
_COMMON = (
    "password",
    "passphrase",
    "contraseña",
    "qwerty",
    "letmein",
    "welcome",
    "noshow",
    "iloveyou",
    "admin",
)
_LABELS = (N_("Too short"), N_("Weak"), N_("Fair"), N_("Good"), N_("Strong"))
_LEAST_BITS = (0.0, 0.0, 40.0, 52.0, 70.0)
_BITS_OF_A_WORD = 12.0


@dataclass(frozen=True, slots=True)
class Strength:
    """How strong a passphrase looks: 0 (does not pass) to 4, with a label to translate and show."""

    level: int
    label: str


def normal(passphrase: str) -> str:
    """Return `passphrase` as it is hashed: one spelling for each accented letter (NFC), plain spaces."""
    composed = unicodedata.normalize("NFC", passphrase)
    return "".join(" " if unicodedata.category(character) == "Zs" else character for character in composed)


def check(passphrase: str) -> None:
    """Raise WeakPassphrase unless there are 12 characters or 4 words."""
    if not _long_enough(passphrase):
        raise WeakPassphrase


def strength(passphrase: str) -> Strength:
    """Return how hard `passphrase` would be to guess; a rough meter, not a promise."""
    if not _long_enough(passphrase):
        return Strength(0, _LABELS[0])
    bits = min(_bits_by_character(passphrase), _bits_by_word(passphrase))
    level = max(step for step in range(1, 5) if bits >= _LEAST_BITS[step])
    return Strength(level, _LABELS[level])


def _long_enough(passphrase: str) -> bool:
    text = normal(passphrase).strip()
    return len(text) >= LEAST_CHARACTERS or len(text.split()) >= LEAST_WORDS


def _bits_by_character(passphrase: str) -> float:
    """Count each character by the alphabet it comes from; repeats and runs (aaa, abc, 123) count little."""
    text = normal(passphrase)
    alphabet = sum(size for size, found in _alphabets(text) if found)
    steps = {ord(after) - ord(before) for before, after in itertools.pairwise(text)}
    worth = sum(
        0.3 if index and abs(ord(character) - ord(text[index - 1])) <= 1 else 1.0
        for index, character in enumerate(text)
    )
    few = min(1.0, len(set(text)) / 8) * min(1.0, len(steps) / 4)
    return worth * math.log2(max(alphabet, 2)) * few


def _alphabets(text: str) -> tuple[tuple[int, bool], ...]:
    return (
        (26, any(character.islower() for character in text)),
        (26, any(character.isupper() for character in text)),
        (10, any(character.isdigit() for character in text)),
        (20, any(not character.isalnum() for character in text)),
    )


def _bits_by_word(passphrase: str) -> float:
    """Count each different word as one of four thousand; a well-known one as almost nothing."""
    words = {word.casefold() for word in normal(passphrase).split()}
    if not words:
        return 0.0
    if len(words) == 1:
        word = next(iter(words))
        return 20.0 if any(common in word for common in _COMMON) else math.inf
    return sum(3.0 if word in _COMMON else max(_BITS_OF_A_WORD, 3.0 * len(word) - 12) for word in words)
