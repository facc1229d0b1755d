"""Weighs where in a letter something is told: what stands by the apology reads as the reason for the miss.

In the letters of the corpus every reason but one in a hundred is told at most two sentences from the words
about the miss, while skills, plans and news fill paragraphs of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from noshow_desk.coaching.letter_check.clauses import clause_of
from noshow_desk.coaching.letter_check.codes import FRAMES
from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.hit import Hit
from noshow_desk.coaching.letter_check.names import NAME_MARK
from noshow_desk.coaching.letter_check.rules import Rules
from noshow_desk.coaching.letter_check.tokens import Sentence

ABOUT_THE_MISS = frozenset({"apology", "ownership", "inconvenience", "miss"})
LIKELY = 0.3  # as likely as this is an excuse anywhere in a letter
REACH = 2  # sentences of the same paragraph; across paragraphs, the next one


def in_place(found: Sequence[Hit], told: Sequence[Sentence], rules: Rules, kind: Kind) -> list[Hit]:
    """Return those of `found` that stand where they mean what their rule says.

    An excuse has to be near words about the miss, if the letter has any (a notice is too short for that), or
    likely by what was learned, and not told of the one who reads. A rule with `beside` needs one of these
    elements in the sentence before or after; one with a code needs, too, that its own sentence shows neither
    an element nor what another rule finds. With a rule file that has no `reader` all hits stay.
    """
    found = [hit for hit in found if not _is_said_in_full(hit, found)]
    if not rules.reader or not any(hit.rule.code == "excuse" or hit.rule.beside for hit in found):
        return found
    shown: dict[int, set[str]] = {}
    for hit in found:
        if hit.rule.shows and hit.rule.shows not in FRAMES:
            shown.setdefault(id(hit.sentence), set()).add(hit.rule.shows)
    row = [shown.get(id(sentence), set[str]()) for sentence in told]
    greeted = frozenset(word for word in told[0].words if word.startswith(NAME_MARK)) if told else frozenset()
    coded = {id(hit.sentence) for hit in found if hit.rule.code and not hit.rule.beside}
    places = {id(sentence): place for place, sentence in enumerate(told)}
    return [
        hit
        for hit in found
        if not (hit.rule.beside and id(hit.sentence) in coded)
        and (_fits(hit, places[id(hit.sentence)], told, row, kind) or _is_likely(hit, rules, kind))
        and not _is_the_readers(hit, greeted, rules)
    ]


def _is_likely(hit: Hit, rules: Rules, kind: Kind) -> bool:
    """Say whether an excuse that stands alone is like those that readers marked."""
    if hit.rule.beside or rules.learned is None:
        return False
    return rules.learned.likelihoods(hit.sentence.words, kind)["excuse"] >= LIKELY


def _is_said_in_full(hit: Hit, found: Sequence[Hit]) -> bool:
    """Say whether the letter shows elsewhere, of the same word, what the rule does not want to be short of.

    "See you Friday" is no vague date in a letter that says "Friday, May 8".
    """
    wanted = hit.rule.unless_shown
    return bool(wanted) and any(
        other.rule.shows in wanted and other.words[0] in hit.words for other in found if other.rule.shows
    )


def _is_the_readers(hit: Hit, greeted: frozenset[str], rules: Rules) -> bool:
    """Say whether an excuse stands in a clause about the one who reads, and about nobody else."""
    if hit.rule.code != "excuse" or not rules.reader:
        return False
    words = hit.sentence.words
    first, last = clause_of(hit.sentence, hit.first, hit.last, rules.clause_words)
    named = [place for place in range(first, hit.last) if words[place] in greeted]
    said = set(words[named[-1] if named else first : last])
    return not said.isdisjoint(rules.reader | greeted) and said.isdisjoint(rules.others)


def _fits(hit: Hit, place: int, told: Sequence[Sentence], row: Sequence[set[str]], kind: Kind) -> bool:
    if hit.rule.beside:
        alone = bool(hit.rule.shows) or not row[place]
        return alone and bool(_near(place, told, row, hit.rule.beside, 1))
    if hit.rule.code != "excuse" or kind is Kind.NOTICE:
        return True
    if not any(shows & ABOUT_THE_MISS for shows in row):
        return True
    return bool(_near(place, told, row, ABOUT_THE_MISS, REACH))


def _near(
    place: int, told: Sequence[Sentence], row: Sequence[set[str]], wanted: frozenset[str], reach: int
) -> list[int]:
    """Return the places within `reach` that show one of the `wanted` elements."""
    around = range(max(0, place - reach), min(len(told), place + reach + 1))
    return [
        at
        for at in around
        if row[at] & wanted and (abs(at - place) < reach or told[at].paragraph == told[place].paragraph)
    ]
