"""What was learned from letters: its arithmetic, and how far it is listened to beside the rules."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from noshow_desk.coaching.letter_check import check_letter, load_rules, shipped_rules
from noshow_desk.coaching.letter_check.codes import CODES
from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.learned import Learned, learned_of, pieces, runs, stems
from noshow_desk.coaching.letter_check.second_opinion import DOUBTED
from noshow_desk.i18n import LANGUAGES

LATE = ("the", "bus", "was", "late")


def codes(text: str, kind: str = "apology", **given: object) -> set[str]:
    found = check_letter(text, kind=kind, language="en", **given)  # type: ignore[arg-type]
    return {one.code for one in found if not one.code.startswith("missing")}


def test_runs_are_up_to_three_words_and_know_where_a_sentence_begins() -> None:
    assert runs(("i", "left")) == {"^", "i", "left", "$", "^ i", "i left", "left $", "^ i left", "i left $"}


def test_names_and_numbers_are_alike() -> None:
    assert runs(("~maria", "10")) == runs(("~ray", "3/14"))


def test_stems_are_of_neighbours_and_alike_for_words_of_a_family() -> None:
    assert stems(("missed", "the", "interview")) == {"+miss the", "+the inte"}
    assert stems(("missing", "interviews")) == stems(("missed", "interview"))


def test_pieces_know_where_a_word_begins_and_ends() -> None:
    assert {"~<bu", "~us>", "~<bus>"} <= pieces(("bus",))


def test_a_likelihood_is_the_logistic_of_bias_and_weights_of_each_group_by_its_length() -> None:
    weights = {"bus": 200, "~<bus>": 100, "+was late": 300, "kind apology": 50}
    table = {"excuse": {"bias": -1.0, "weights": weights}}
    words = len(runs(LATE))
    letters = len(pieces(LATE))
    total = -1.0 + 2.0 / math.sqrt(words) + 1.0 / math.sqrt(letters) + 3.0 / math.sqrt(len(stems(LATE))) + 0.5
    likely = Learned(table).likelihoods(LATE, Kind.APOLOGY)
    assert likely == {"excuse": pytest.approx(1 / (1 + math.exp(-total)))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_element_and_every_doubted_code_was_learned(language: str) -> None:
    labels = set(learned_of(language).labels)
    assert labels >= {code.shows for code in CODES if code.shows} | set(DOUBTED)


def test_a_rule_that_is_unlikely_is_doubted() -> None:
    text = "The job went to someone else, and I wish her well in it."
    doubtful = Learned({code: {"bias": -9.0, "weights": {}} for code in learned_of("en").labels})
    rules = load_rules("en")
    rules.learned = doubtful
    assert codes("I could not come because my old car broke down.", rules=rules) == set()
    assert codes("I overslept.", rules=rules) == {"excuse"}, "few words are not doubted"
    assert codes(text) == set()


def test_what_no_rule_knows_is_found_where_it_is_likely() -> None:
    rules = load_rules("en")
    table = {code: {"bias": -9.0, "weights": {}} for code in learned_of("en").labels}
    rules.learned = Learned(table | {"excuse": {"bias": -9.0, "weights": {"grommet": 6_000}}})
    text = "I am sorry, the grommet sang."
    found = [
        one for one in check_letter(text, kind="apology", language="en", rules=rules) if one.code == "excuse"
    ]
    assert [text[one.start : one.end] for one in found] == ["the grommet sang"]
    assert found[0].message


def test_an_agency_is_believed_in_its_own_rules_and_words(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[class]\nvehicle = ["jitney"]\n[[rule]]\ncode = "excuse"\npatterns = ["the grommet sang"]\n',
        encoding="utf-8",
    )
    rules = load_rules("en", own)
    rules.learned = Learned({code: {"bias": -9.0, "weights": {}} for code in learned_of("en").labels})
    assert "excuse" in codes("All through that whole long day the grommet sang.", rules=rules)
    assert "excuse" in codes("That day the old jitney on my street broke down.", rules=rules)


def test_an_element_that_is_likely_is_there() -> None:
    rules = load_rules("en")
    table = {code: {"bias": -9.0, "weights": {}} for code in learned_of("en").labels}
    rules.learned = Learned(table | {"ownership": {"bias": 9.0, "weights": {}}})
    missing = {one.code for one in check_letter("Hello there.", kind="apology", language="en", rules=rules)}
    assert "missing-ownership" not in missing
    assert "missing-apology" in missing


def test_rules_without_weights_work_alone() -> None:
    rules = load_rules("en")
    rules.learned = None
    assert codes("I could not come because my old car broke down.", rules=rules) == {"excuse"}
    assert shipped_rules("en").learned is not None
