"""What the weights are learned from: opened letters only, with the labels of their readers."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.letter_check.finding import Kind
from tests.coaching.letter_corpus import learn
from tests.coaching.letter_corpus.letters import PARTS, UNSEEN, Sample, samples


def test_no_unseen_letter_is_learned_from(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def none_of(part: str, _language: str) -> list[Sample]:
        asked.append(part)
        return []

    monkeypatch.setattr(learn, "samples", none_of)
    assert list(learn.marked_sentences("en"))
    assert asked == [part for part in PARTS if part not in UNSEEN]
    asked.clear()
    assert list(learn.private_sentences("en"))
    assert asked == [part for part in PARTS if part not in UNSEEN]


def test_a_private_sentence_has_the_topics_that_rules_tell_of_it() -> None:
    told = {" ".join(one.words): one.labels for one in learn.private_sentences("en")}
    assert {"housing"} in told.values() and {learn.NO_TOPIC} in told.values()
    assert all(labels and labels <= set(learn.TOPICS) for labels in told.values())


def test_a_sentence_has_the_codes_of_the_words_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    one = next(one for one in samples("dev", "en") if "excuse" in one.codes and one.kind == "apology")
    monkeypatch.setattr(learn, "samples", lambda part, _language: [one] if part == "dev" else [])
    told = [row for row in learn.marked_sentences("en") if "ownership" in row.looked_for and row.weight == 1]
    assert [row.kind for row in told] == [Kind.APOLOGY] * len(told)
    assert sum("excuse" in row.labels for row in told) == 1
    assert any("apology" in row.labels for row in told)
