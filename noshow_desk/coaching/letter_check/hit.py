"""A place where a rule matched."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.coaching.letter_check.rules import Rule
from noshow_desk.coaching.letter_check.tokens import Sentence


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched tokens `first` to `last` (exclusive) of a sentence.

    `waived` says that a guard took it back; only the setting of the letter is read from such a hit.
    """

    rule: Rule
    sentence: Sentence
    first: int
    last: int
    waived: bool = False

    @property
    def start(self) -> int:
        """Return where the words begin in the text."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Return where the words end in the text (exclusive)."""
        return self.sentence.tokens[self.last - 1].end

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words as rules see them."""
        return self.sentence.words[self.first : self.last]
