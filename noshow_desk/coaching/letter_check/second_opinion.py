"""Weighs what the rules found against what was learned from letters, and adds what they have no words for.

Rules say why, but know only the ways of saying a thing that somebody wrote down. Together with the learned
weights they make a third fewer mistakes than alone on letters that nobody had read (the figures, and how the
limits here were chosen, stand in tests/coaching/letter_corpus/README.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from noshow_desk.coaching.letter_check.clauses import clause_of
from noshow_desk.coaching.letter_check.codes import BY_NAME
from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.hit import Hit
from noshow_desk.coaching.letter_check.learned import Learned
from noshow_desk.coaching.letter_check.line import PAUSES
from noshow_desk.coaching.letter_check.rules import Rules
from noshow_desk.coaching.letter_check.spots import Spot
from noshow_desk.coaching.letter_check.telling import telling_runs
from noshow_desk.coaching.letter_check.tokens import Sentence
from noshow_desk.coaching.letter_check.topics import likely_topics

# A finding of a shipped rule less likely than this is a false alarm. Codes that are not here have rules that
# are right more often than the weights.
DOUBTED = {
    "excuse": 0.15,
    "blame": 0.15,
    "disclosure": 0.06,
    "pleading": 0.1,
    "over-promise": 0.1,
    "wrong-voice": 0.07,
}  # a private fact that goes out harms more than a false alarm: its limit is the lower
FEWEST_WORDS = 4  # fewer say too little to doubt a rule that knows them
FOUND = 0.65  # as likely as this is a finding without a rule
SHOWN = 0.6  # and an element that is there without a rule
# What is not added to a sentence in which a rule reads something else: a story of old days is no excuse, and
# who is sorry for the weather has not said sorry for the miss. "It was not my fault" owns nothing, and names
# nobody whose fault it was.
NOT_ADDED = {
    "excuse": frozenset({"old-story"}),
    "blame": frozenset({"old-story", "denial"}),
    "apology": frozenset({"other-sorrow"}),
    "ownership": frozenset({"denial"}),
}


def kept(found: Iterable[Hit], rules: Rules, kind: Kind) -> list[Hit]:
    """Return the hits without likely false alarms; sure rules and an agency's own words stay."""
    learned = rules.learned
    if learned is None:
        return list(found)
    return [hit for hit in found if _is_settled(hit, rules) or not _is_doubted(hit, rules, learned, kind)]


def _is_settled(hit: Hit, rules: Rules) -> bool:
    return hit.rule.sure or hit.rule.own or not rules.own_words.isdisjoint(hit.words)


def _is_doubted(hit: Hit, rules: Rules, learned: Learned, kind: Kind) -> bool:
    limit, words = DOUBTED.get(hit.rule.code), hit.sentence.words
    if limit is None or len(words) < FEWEST_WORDS:
        return False
    told = [learned.likelihoods(words, kind)]
    if hit.rule.code == "disclosure":  # a few private words weigh little in a long sentence
        first, last = clause_of(hit.sentence, hit.first, hit.last, rules.clause_words)
        told.append(learned.likelihoods(words[first:last], kind))
    codes = ("blame", "excuse") if hit.rule.code == "blame" else (hit.rule.code,)  # blame is a reason, too
    return all(likely[code] < limit for likely in told for code in codes)


def likely_spots(told: Sequence[Sentence], found: Sequence[Hit], rules: Rules, kind: Kind) -> Iterator[Spot]:
    """Yield where a code is likely that no rule finds in the sentence: its most telling clause.

    Whether a word of the place of work ("the clinic") tells something private of its writer, the rules
    know better.
    """
    learned = rules.learned
    if learned is None:
        return
    by_rule = {(id(hit.sentence), hit.rule.code) for hit in found}
    if kind is not Kind.NOTICE:
        by_rule |= {(id(hit.sentence), "disclosure") for hit in found if hit.rule.shows == "setting"}
    told_otherwise = _told_otherwise(found)
    codes = [label for label in learned.labels if label in BY_NAME and kind in BY_NAME[label].kinds]
    for sentence in told:
        likely = learned.likelihoods(sentence.words, kind)
        for code in codes:
            if likely[code] >= FOUND and (id(sentence), code) not in by_rule | told_otherwise:
                spot = _spot(code, sentence, learned, rules, kind)
                yield _about(spot, sentence, rules, kind) if code == "disclosure" else spot


def _told_otherwise(found: Iterable[Hit]) -> set[tuple[int, str]]:
    """Return the sentences, by id, with each code or element that is not added to them."""
    return {
        (id(hit.sentence), label)
        for hit in found
        for label, frames in NOT_ADDED.items()
        if hit.rule.shows in frames
    }


def likely_elements(told: Iterable[Sentence], found: Iterable[Hit], rules: Rules, kind: Kind) -> set[str]:
    """Return the elements that are likely to be there, but by no sentence that tells something else."""
    learned = rules.learned
    if learned is None:
        return set()
    elements = [label for label in learned.labels if label not in BY_NAME]
    told_otherwise = _told_otherwise(found)
    likely = [(id(sentence), learned.likelihoods(sentence.words, kind)) for sentence in told]
    return {
        element
        for element in elements
        if any(row[element] >= SHOWN and (place, element) not in told_otherwise for place, row in likely)
    }


def _spot(code: str, sentence: Sentence, learned: Learned, rules: Rules, kind: Kind) -> Spot:
    """Return the clause of `sentence` that is most like the code, or all of it where none stands out."""
    row = [
        (learned.likelihoods(sentence.words[first:last], kind)[code], first, last)
        for first, last in _clauses(sentence, rules.clause_words)
    ]
    most, first, last = max(row, default=(0.0, 0, 0))
    if most < FOUND:
        first, last = 0, len(sentence.tokens)
    spot = Spot(code, sentence.tokens[first].start, sentence.tokens[last - 1].end)
    return replace(spot, because=_because(code, sentence, (first, last), learned, kind))


def _because(
    code: str, sentence: Sentence, span: tuple[int, int], learned: Learned, kind: Kind
) -> tuple[tuple[int, int], ...]:
    """Return where the words stand that weigh most for `code` among those of `span`."""
    first, last = span
    row = telling_runs(sentence.words[first:last], kind, code, learned)
    tokens = sentence.tokens
    return tuple((tokens[first + begin].start, tokens[first + end - 1].end) for begin, end in row)


def _about(spot: Spot, sentence: Sentence, rules: Rules, kind: Kind) -> Spot:
    """Return the spot of a disclosure with the topics it is likely about, by all words of its sentence."""
    return replace(spot, topics=likely_topics(sentence.words, kind, rules.language))


def _clauses(sentence: Sentence, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    place = 0
    while place < len(sentence.words):
        if sentence.words[place] in PAUSES:
            place += 1
            continue
        first, last = clause_of(sentence, place, place + 1, words)
        yield first, last
        place = max(last, place + 1)
