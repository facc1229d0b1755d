"""One finding of the letter check as a paper shows it, and a paper that was checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from noshow_desk.domain.kinds import Topic
from noshow_desk.domain.paper import KeptFinding
from noshow_desk.services.letter_text import Place

# Words by hand that the record does not say any more; a day and a time that are no appointment's, and one in
# numbers that may be another.
OLD_VALUE, OTHER_DAY, OTHER_TIME, DAY_IN_NUMBERS = "old-value", "other-day", "other-time", "day-in-numbers"
# What takes the place of their words, and of nothing else in the sentence.
IN_PLACE = frozenset({OLD_VALUE, OTHER_DAY, OTHER_TIME, DAY_IN_NUMBERS})


class Weight(StrEnum):
    """How much a finding weighs (LETTER_CHECK, "Weights")."""

    NEVER_KEPT = "must!"
    MUST = "must"
    NUDGE = "should"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFinding:
    """One finding. `words` are those of the paper, empty when it is about the paper as a whole.

    `places` is where they stand, empty also for words of an e-mail's subject. `fields` are the variables that
    they were filled from, in the order of the text; none for words of the template or typed by hand.
    `suggestion` may take the place of their sentence, or is to be added; empty where only the client knows.
    `topics` are what the client could allow for this interviewer so that it is none; empty where no consent
    does that.
    """

    code: str
    weight: Weight
    words: str
    message: str
    suggestion: str = ""
    places: tuple[Place, ...] = ()
    fields: tuple[str, ...] = ()
    topics: frozenset[Topic] = frozenset()

    @property
    def consent_helps(self) -> bool:
        """Say whether the client could allow it for this interviewer."""
        return bool(self.topics)

    @property
    def gates(self) -> bool:
        """Say whether the paper cannot be final while this is open."""
        return self.weight is not Weight.NUDGE

    @property
    def key(self) -> tuple[str, str]:
        """Return what a settled finding is known by: its code and its words."""
        return self.code, self.words


@dataclass(frozen=True, slots=True)
class Checked:
    """A paper that was checked: what is open, in the order of the paper, and what was settled and holds.

    `trouble` says, in the language of the screen, what of the check itself does not work; else it is empty.
    """

    open: tuple[LetterFinding, ...] = ()
    settled: tuple[KeptFinding, ...] = ()
    trouble: str = ""

    @property
    def gating(self) -> tuple[LetterFinding, ...]:
        """Return what keeps the paper from being final."""
        return tuple(one for one in self.open if one.gates)

    def finding(self, code: str, words: str) -> LetterFinding | None:
        """Return the open finding with this code in these words; None when it is not there any more."""
        return next((one for one in self.open if one.key == (code, as_kept(words))), None)


NOTHING = Checked()
_HEAVIEST_FIRST = (Weight.NEVER_KEPT, Weight.MUST, Weight.NUDGE)


def together(findings: Iterable[LetterFinding]) -> list[tuple[LetterFinding, ...]]:
    """Return the findings with those in the same words in one group, the heaviest of each first.

    Other words would settle them all, so a person looks at one at a time. The groups of what must be done
    come before those of what may be; else they stay in the order given.
    """
    given = list(findings)
    ranked = sorted(given, key=_rank)
    groups: list[list[LetterFinding]] = []
    for one in ranked:
        near = next((group for group in groups if _in_same_words(group[0], one)), None)
        if near is None:
            groups.append([one])
        else:
            near.append(one)
    order = {one.key: at for at, one in reversed(list(enumerate(given)))}
    groups.sort(key=lambda group: (not group[0].gates, order[group[0].key]))
    return [tuple(group) for group in groups]


def alike(checked: Checked, finding: LetterFinding) -> tuple[LetterFinding, ...]:
    """Return the other open findings in the words of `finding` that weigh as much: they have one answer."""
    group = next((group for group in together(checked.open) if finding in group), ())
    return tuple(one for one in group if one is not finding and one.weight is finding.weight)


def _rank(finding: LetterFinding) -> tuple[int, int]:
    """Order the heaviest first, then the longest."""
    return _HEAVIEST_FIRST.index(finding.weight), -sum(place.end - place.start for place in finding.places)


def _in_same_words(one: LetterFinding, other: LetterFinding) -> bool:
    if one.code == other.code == OLD_VALUE:
        return False  # the name in an address that is gone: each has an answer of its own
    return any(place.overlaps(there) for place in one.places for there in other.places)


def as_kept(words: str) -> str:
    """Return words as a settled finding keeps them: on one line, blanks made single ones."""
    return " ".join(words.split())
