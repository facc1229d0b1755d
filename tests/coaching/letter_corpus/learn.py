"""Makes the weights in resources/letter_rules/learned_*.json: `python -m tests.coaching.letter_corpus.learn`.

It learns from every letter that was opened and from the single sentences, never from a part that is unseen.
Needs scikit-learn, which neither the program nor its tests do: `pip install scikit-learn`.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from noshow_desk.coaching.letter_check.blanks import without_directions
from noshow_desk.coaching.letter_check.codes import BY_NAME
from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.learned import UNIT, traits
from noshow_desk.coaching.letter_check.matching import hits
from noshow_desk.coaching.letter_check.rule_file import read_rule_file
from noshow_desk.coaching.letter_check.rules import Rules, build_rules
from noshow_desk.coaching.letter_check.tokens import Sentence, sentences
from noshow_desk.coaching.letter_check.topics import NO_TOPIC
from noshow_desk.domain.kinds import Topic
from noshow_desk.paths import resource
from tests.coaching.letter_check.table import ROWS, Row
from tests.coaching.letter_check.test_siblings import ROWS as SIBLINGS
from tests.coaching.letter_corpus.letters import PARTS, UNSEEN, Sample, samples
from tests.coaching.sentences.sentences import sentences as single_sentences

CODES = (
    "excuse",
    "blame",
    "disclosure",
    "pleading",
    "over-promise",
    "wrong-voice",
    "agency-named",
    "conditional-apology",
)
ELEMENTS = ("apology", "thanks", "request", "contact-promise", "inconvenience", "ownership")
FEWEST = 2  # sentences that a trait has to stand in
TOPICS = (*(topic.value for topic in Topic), NO_TOPIC)
MOST_TRAITS = 5_000  # of one label: the heaviest; with all of them nothing is told better
MOST_OF_A_TOPIC = 2_000
OF_A_SENTENCE = 0.5  # what a sentence without its letter weighs beside one of a letter
OF_A_PAIR = 5.0  # what a pair of the tests weighs: it is there to make a point
STRENGTH = 30.0  # inverse of the regularization (scikit-learn's C)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with the labels that a reader gave it, out of those that the reader looked for."""

    words: tuple[str, ...]
    kind: Kind
    labels: frozenset[str]
    looked_for: frozenset[str]
    weight: float = 1.0


def main(words: Sequence[str] | None = None) -> None:
    """Learn both languages, or the one asked for, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", choices=("en", "es"), default="")
    parser.add_argument("--into", type=Path, default=resource("letter_rules"))
    parser.add_argument("--only", choices=("codes", "topics"), default="")
    chosen = parser.parse_args(words)
    for language in (chosen.lang,) if chosen.lang else ("en", "es"):
        if chosen.only != "topics":
            marked = list(marked_sentences(language))
            _write(chosen.into / f"learned_{language}.json", marked, (*CODES, *ELEMENTS))
        if chosen.only != "codes":
            private = list(private_sentences(language))
            _write(chosen.into / f"topics_{language}.json", private, TOPICS, MOST_OF_A_TOPIC)


def _write(path: Path, marked: Collection[Marked], labels: Sequence[str], most: int = MOST_TRAITS) -> None:
    table = {label: weights_of(label, marked, most) for label in labels}
    path.write_text(json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(marked)} sentences, {path.stat().st_size // 1024} KiB")


def marked_sentences(language: str) -> Iterator[Marked]:
    """Yield the sentences of the opened letters, the single ones and the pairs."""
    rules = build_rules(language, [read_rule_file(resource(f"letter_rules/{language}.toml"))])
    for part in PARTS:
        if part not in UNSEEN:
            for sample in samples(part, language):
                yield from _of_letter(sample, rules)
    for one in single_sentences(language):
        for sentence in sentences(one.text, rules.wording.read):
            yield Marked(sentence.words, Kind(one.kind), one.codes, frozenset(CODES), OF_A_SENTENCE)
    for row in _pairs():
        if row.language == language:
            yield from _of_pair(row, rules)


def private_sentences(language: str) -> Iterator[Marked]:
    """Yield the sentences that readers marked as a disclosure, with the topics that the rules tell of them.

    What no consent allows is a topic here, too: NO_TOPIC. A sentence that no rule knows teaches nothing.
    """
    rules = build_rules(language, [read_rule_file(resource(f"letter_rules/{language}.toml"))])
    for kind, sentence in _disclosing(language, rules):
        known = [hit.rule for hit in hits([sentence], rules, kind) if hit.rule.code == "disclosure"]
        if known:
            topics = frozenset(rule.topic or NO_TOPIC for rule in known)
            yield Marked(sentence.words, kind, topics, frozenset(TOPICS))


def _disclosing(language: str, rules: Rules) -> Iterator[tuple[Kind, Sentence]]:
    for part in PARTS:
        for sample in samples(part, language) if part not in UNSEEN else ():
            kind = Kind(sample.kind)
            said = without_directions(sample.text) if kind is Kind.CALL_SCRIPT else sample.text
            spans = sample.spans("disclosure")
            for sentence in sentences(said, rules.wording.read):
                if any(_meets(sentence, first, last) for first, last in spans):
                    yield kind, sentence
    for one in single_sentences(language):
        if "disclosure" in one.codes:
            yield from ((Kind(one.kind), sentence) for sentence in sentences(one.text, rules.wording.read))


def _pairs() -> list[Row]:
    """Return the pairs of texts that the tests of the rules hold: one has the finding, one has not."""
    return [*ROWS, *(Row(*row) for row in SIBLINGS)]


def _of_pair(row: Row, rules: Rules) -> Iterator[Marked]:
    """Yield what a pair teaches about its code; which of several sentences has it, nobody marked."""
    element = BY_NAME[row.code].shows
    label = element or row.code
    if label not in (*CODES, *ELEMENTS):
        return
    has, has_not = (row.stays, row.fires) if element else (row.fires, row.stays)
    for text, labels in ((has, frozenset({label})), (has_not, frozenset[str]())):
        told = list(sentences(text, rules.wording.read))
        for sentence in told if len(told) == 1 or not labels else ():
            yield Marked(sentence.words, Kind(row.kind), labels, frozenset({label}), OF_A_PAIR)


def _of_letter(sample: Sample, rules: Rules) -> Iterator[Marked]:
    """Yield the sentences of a letter. Where an element stands nobody marked: that the rules say.

    Of an element that is there by its reader and nowhere by the rules, or that is left open, the letter
    teaches nothing.
    """
    kind = Kind(sample.kind)
    said = without_directions(sample.text) if kind is Kind.CALL_SCRIPT else sample.text
    told = list(sentences(said, rules.wording.read))
    absent = {BY_NAME[code].shows for code in sample.codes}
    shown: dict[int, set[str]] = {}
    for hit in hits(told, rules, kind):
        shown.setdefault(id(hit.sentence), set()).update({hit.rule.shows} - absent)
    by_rule = set().union(*shown.values())
    unknown = {element for element in _elements_of(kind) if element not in by_rule | absent}
    spans = [(code, *span) for code in sample.codes for span in sample.spans(code)]
    for sentence in told:
        codes = {code for code, first, last in spans if _meets(sentence, first, last)}
        labels = frozenset(codes | shown.get(id(sentence), set()))
        yield Marked(sentence.words, kind, labels, frozenset((*CODES, *ELEMENTS)) - unknown)


def _elements_of(kind: Kind) -> Iterator[str]:
    return (code.shows for code in BY_NAME.values() if code.shows and kind in code.kinds)


def _meets(sentence: Sentence, first: int, last: int) -> bool:
    return sentence.tokens[0].start < last and first < sentence.tokens[-1].end


def weights_of(label: str, marked: Collection[Marked], most: int = MOST_TRAITS) -> dict[str, Any]:
    """Return bias and weights of one label: a logistic regression, its heaviest traits, rounded."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows = [one for one in marked if label in one.looked_for]
    names = DictVectorizer()
    seen = names.fit_transform([_traits(one) for one in rows]).tocsr()
    for name in ("indices", "indptr"):  # liblinear reads short numbers only
        setattr(seen, name, getattr(seen, name).astype("int32"))
    often = ((seen > 0).sum(axis=0) >= FEWEST).A1.nonzero()[0]
    model = LogisticRegression(C=STRENGTH, max_iter=1000, solver="liblinear", random_state=0)
    model.fit(seen[:, often], [label in one.labels for one in rows], [one.weight for one in rows])
    named = zip(names.get_feature_names_out()[often], model.coef_[0], strict=True)
    heaviest = sorted(named, key=lambda row: -abs(row[1]))[:most]
    weights = {str(trait): round(weight * UNIT) for trait, weight in heaviest if round(weight * UNIT)}
    return {"bias": round(float(model.intercept_[0]), 3), "weights": weights}


def _traits(one: Marked) -> dict[str, float]:
    """Return the traits of a sentence as the check weighs them: each group as long as 1."""
    return {trait: 1 / math.sqrt(len(group)) for group in traits(one.words, one.kind) for trait in group}


if __name__ == "__main__":
    main()
