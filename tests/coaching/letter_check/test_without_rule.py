"""A finding that no rule stands behind: what it is about, which words weigh most, whether it can be kept."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.letter_check import Finding, Severity, check_letter, load_rules, topics
from noshow_desk.coaching.letter_check.codes import BY_NAME, LIKELY, LIKELY_FAVOUR
from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.learned import Learned, learned_of
from noshow_desk.coaching.letter_check.rules import Rules
from noshow_desk.coaching.letter_check.spots import Spot, merged
from noshow_desk.coaching.letter_check.telling import telling_runs
from noshow_desk.coaching.letter_check.topics import NO_TOPIC, likely_topics
from noshow_desk.coaching.letter_check.why import why
from noshow_desk.domain.kinds import Topic
from noshow_desk.i18n import LANGUAGES

LABELS = (*(topic.value for topic in Topic), NO_TOPIC)
TEXTS = {"en": "I am sorry, the grommet sang.", "es": "Lo siento mucho, el grommet se puso a cantar."}
HEALTH = frozenset({Topic.HEALTH.value})
PLAIN = LIKELY["disclosure"]
LONG = {
    "en": "I am sorry, the grommet sang all through that long and windy night beside the river.",
    "es": "Lo siento mucho, el grommet se puso a cantar toda aquella noche larga y fría junto al río.",
}


def learned(heavy: dict[str, dict[str, int]], labels: tuple[str, ...]) -> Learned:
    """Return weights by which each label has only these traits."""
    return Learned({label: {"bias": -5.0, "weights": heavy.get(label, {})} for label in labels})


@pytest.fixture(params=LANGUAGES)
def rules(request: pytest.FixtureRequest) -> Rules:
    """Return the shipped rules with weights that know one private word."""
    known = load_rules(request.param)
    known.learned = learned({"disclosure": {"grommet": 6_000}}, learned_of(request.param).labels)
    return known


def tell(monkeypatch: pytest.MonkeyPatch, **likely: int) -> None:
    """Let the word tell of these topics, each by its weight."""
    made = learned({label: {"grommet": weight} for label, weight in likely.items()}, LABELS)
    monkeypatch.setattr(topics, "_learned_topics", lambda _language: made)


def found(rules: Rules, *allowed: Topic) -> list[Finding]:
    said = check_letter(
        TEXTS[rules.language], kind="apology", language=rules.language, rules=rules, consent=set(allowed)
    )
    return [one for one in said if one.code == "disclosure"]


def test_consent_covers_what_it_is_about(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    tell(monkeypatch, health=6_000)
    (one,) = found(rules)
    assert (one.topics, one.severity) == (HEALTH, Severity.MUST_NEVER_KEEP)
    assert found(rules, Topic.HEALTH) == []
    (other,) = found(rules, Topic.HOUSING)
    assert (other.topics, other.severity) == (HEALTH, Severity.MUST_NEVER_KEEP)


def test_what_is_about_two_things_needs_consent_to_both(
    rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(monkeypatch, health=6_000, housing=6_000)
    assert [one.topics for one in found(rules, Topic.HEALTH)] == [{Topic.HEALTH, Topic.HOUSING}]
    assert found(rules, Topic.HEALTH, Topic.HOUSING) == []


def test_no_consent_covers_what_is_never_a_topic(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    tell(monkeypatch, none=6_000, health=6_000)
    (one,) = found(rules, *Topic)
    assert (one.topics, one.severity) == (frozenset(), Severity.MUST_NEVER_KEEP)
    assert one.message.startswith(PLAIN)


@pytest.mark.parametrize("weights", [{}, {"health": 6_000, "none": 2_000}])
def test_what_is_unclear_no_consent_covers(
    rules: Rules, monkeypatch: pytest.MonkeyPatch, weights: dict[str, int]
) -> None:
    tell(monkeypatch, **weights)
    for allowed in ((), (Topic.HEALTH,)):
        (one,) = found(rules, *allowed)
        assert (one.topics, one.severity) == (frozenset(), Severity.MUST_NEVER_KEEP)
        assert one.message.startswith(PLAIN)


def test_the_line_names_the_words_that_weigh_where_there_are_many(rules: Rules) -> None:
    (long,) = (
        one
        for one in check_letter(LONG[rules.language], kind="apology", language=rules.language, rules=rules)
        if one.code == "disclosure"
    )
    assert long.message == f"{PLAIN} It is mostly in “grommet”."


def test_what_only_reads_like_it_is_told_so(rules: Rules) -> None:
    (one,) = found(rules)
    assert one.message == PLAIN and TEXTS[rules.language][one.start : one.end] in (
        "the grommet sang",
        "el grommet se puso a cantar",
    )


@pytest.mark.parametrize("code", [label for label in learned_of("en").labels if label in BY_NAME])
def test_each_code_that_was_learned_has_a_line_of_its_own(code: str) -> None:
    spot = Spot(code, 0, 5, because=((0, 5),))
    assert why(spot, "Words", Kind.APOLOGY) == LIKELY[code]
    favour = why(spot, "Words", Kind.NOTICE) == LIKELY_FAVOUR
    assert favour is (code == "wrong-voice")


def test_two_runs_of_words_are_named_once_each() -> None:
    text = "one two three four five six seven eight nine ten eleven"
    spot = Spot("excuse", 0, len(text), because=((0, 3), (4, 7), (0, 3), (8, 13)))
    assert why(spot, text, Kind.APOLOGY).endswith(" It is mostly in “one” and “two”.")


def test_a_finding_of_a_rule_names_no_words() -> None:
    said = check_letter("I was at the shelter.", kind="apology", language="en")
    assert [one.message for one in said if one.code == "disclosure"] == [BY_NAME["disclosure"].message]


@pytest.mark.parametrize(
    ("weights", "runs"),
    [
        ({"b c": 500}, [(1, 3)]),
        ({"b": 300, "b c": 300, "c d e": 200}, [(1, 3)]),
        ({"a": 500, "e": 300}, [(0, 1), (4, 5)]),
        ({"a": 500, "e": 200}, [(0, 1)]),
        ({"a": 500, "a b": -400, "b": 100}, [(0, 1)]),
        ({"~<e>": 100}, [(4, 5)]),
        ({"a": -500, "^ a": 900}, []),
    ],
)
def test_runs_of_words_are_told_by_weight(weights: dict[str, int], runs: list[tuple[int, int]]) -> None:
    words = ("a", "b", "c", ",", "e")
    known = learned({"excuse": weights}, ("excuse",))
    assert telling_runs(words, Kind.APOLOGY, "excuse", known) == runs


def test_what_a_rule_knows_of_the_same_words_counts() -> None:
    weighed = Spot("disclosure", 0, 9, because=((2, 4),))
    by_rule = Spot("disclosure", 3, 6, topics=frozenset({"health"}))
    assert merged([weighed, by_rule]) == [Spot("disclosure", 0, 9)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_was_learned(language: str) -> None:
    likely = topics._learned_topics(language)
    assert set(likely.labels) == set(LABELS)
    assert likely_topics(("hello",), Kind.APOLOGY, language) == frozenset()


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("en", "i have six months with no drink in me", Topic.HEALTH),
        ("en", "since then i have been sleeping in my car", Topic.HOUSING),
        ("es", "desde entonces duermo en el albergue", Topic.HOUSING),
    ],
)
def test_plain_words_tell_their_topic(language: str, text: str, topic: Topic) -> None:
    assert likely_topics(tuple(text.split()), Kind.APOLOGY, language) == frozenset({topic.value})
