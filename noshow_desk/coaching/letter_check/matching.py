"""Runs the rules over the sentences of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from noshow_desk.coaching.letter_check.beside import in_place
from noshow_desk.coaching.letter_check.clauses import clause_of
from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.hit import Hit
from noshow_desk.coaching.letter_check.line import Line
from noshow_desk.coaching.letter_check.patterns import Pattern
from noshow_desk.coaching.letter_check.rules import Rule, Rules
from noshow_desk.coaching.letter_check.tokens import Sentence

MOST_RECENT = 500  # sentences: those of the letters on the screen; typing changes one at a time
MOST_HITS = 20  # of one pattern in one sentence; more say nothing new
READ_BY_WORDS = frozenset(
    {"setting", "workplace", "full-date"}
)  # what they show is told by each of their hits


def hits(sentences: Iterable[Sentence], rules: Rules, kind: Kind) -> list[Hit]:
    """Return every hit of a rule for `kind` that no guard takes back, in the order of the text.

    A word of a place that one sentence uses in the way of a job is harmless in the other ones, too.
    """
    told = list(sentences)
    found = [hit for sentence in told for hit in _in_sentence(sentence, rules, kind)]
    harmless = _words_of_the_setting(found)
    kept = [hit for hit in found if not (hit.waived or _is_setting(hit, found, harmless))]
    return in_place(kept, told, rules, kind)


def _words_of_the_setting(found: Iterable[Hit]) -> set[str]:
    """Return the words of the work's place: named as such, or of a disclosure that a guard took back.

    A sentence that discloses something all the same tells nothing of the kind.
    """
    row = [hit for hit in found if hit.rule.code == "disclosure"]
    telling = {id(hit.sentence) for hit in row if not hit.waived}
    harmless = [hit for hit in row if hit.waived and id(hit.sentence) not in telling]
    harmless += [hit for hit in found if hit.rule.shows == "workplace"]
    return {word for hit in harmless for word in hit.words}


def _is_setting(hit: Hit, found: Iterable[Hit], harmless: set[str]) -> bool:
    """Say whether `hit` is a disclosure that rests on a `harmless` word of the letter's setting."""
    if hit.rule.code != "disclosure" or not harmless:
        return False
    return any(
        other.rule.shows == "setting"
        and not other.waived
        and other.sentence is hit.sentence
        and hit.first <= other.first < hit.last
        and not harmless.isdisjoint(other.words)
        for other in found
    )


def _in_sentence(sentence: Sentence, rules: Rules, kind: Kind) -> list[Hit]:
    """Return the hits in one sentence; what was found in the same words before is known."""
    known = rules.recent.get((kind, sentence.words, sentence.typed))
    if known is None:
        if len(rules.recent) >= MOST_RECENT:
            rules.recent.clear()
        run = _run(sentence, rules, kind)
        found = [(hit.rule, hit.first, hit.last, hit.waived) for hit in run]
        known = rules.recent[(kind, sentence.words, sentence.typed)] = tuple(found)
    return [Hit(rule, sentence, first, last, waived) for rule, first, last, waived in known]


def _run(sentence: Sentence, rules: Rules, kind: Kind) -> Iterator[Hit]:
    search = _Search(sentence, rules)
    done: set[str] = set()  # elements that this sentence was found to show
    for rule, pattern in rules.candidates(search.met):
        if kind not in rule.kinds or rule.shows in done:
            continue
        for first, last in islice(pattern.find(search.line), MOST_HITS):
            waived = search.taken_back(rule, first, last)
            if not waived or rule.code == "disclosure":
                yield Hit(rule, sentence, first, last, waived)
            if not waived and rule.shows and rule.shows not in READ_BY_WORDS and not rule.beside:
                done.add(rule.shows)
                break


class _Search:
    """One sentence while it is searched, with what was found out about it on the way."""

    def __init__(self, sentence: Sentence, rules: Rules) -> None:
        self.line = Line(sentence.words, sentence.typed)
        self.met = rules.index.met_by(self.line.at)
        self._sentence = sentence
        self._rules = rules
        self._clauses: dict[tuple[int, int], Line] = {}
        self._spans: dict[Pattern, list[tuple[int, int]]] = {}
        self._answers: dict[tuple[Pattern, int, int], bool] = {}

    def taken_back(self, rule: Rule, first: int, last: int) -> bool:
        """Say whether a guard of `rule` takes the hit from `first` to `last` (exclusive) back."""
        if any(
            begin < last and first < end
            for guard in self._able(rule.unless)
            for begin, end in self._spans_of(guard)
        ):
            return True
        if any(self._spans_of(guard) for guard in self._able(rule.unless_sentence)):
            return True
        guards = self._able(rule.unless_clause)
        if not guards:
            return False
        clause = clause_of(self._sentence, first, last, self._rules.clause_words)
        return any(self._in_clause(guard, clause) for guard in guards)

    def _able(self, guards: tuple[Pattern, ...]) -> list[Pattern]:
        """Return those of `guards` whose needed words are there."""
        known: list[Pattern] | None = self.line.known.get(id(guards))
        if known is None:
            known = self.line.known[id(guards)] = self._rules.able(guards, self.met)
        return known

    def _spans_of(self, guard: Pattern) -> list[tuple[int, int]]:
        known = self._spans.get(guard)
        if known is None:
            known = self._spans[guard] = list(guard.find(self.line))
        return known

    def _in_clause(self, guard: Pattern, clause: tuple[int, int]) -> bool:
        known = self._answers.get((guard, *clause))
        if known is None:
            line = self._clauses.get(clause)
            if line is None:
                line = self._clauses[clause] = self._line_of(clause)
            known = self._answers[(guard, *clause)] = guard.found(line)
        return known

    def _line_of(self, clause: tuple[int, int]) -> Line:
        first, last = clause
        typed = ((place - first, word) for place, word in self._sentence.typed if first <= place < last)
        return Line(self._sentence.words[first:last], typed)
