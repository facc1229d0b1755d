"""The letter check: text, kind and language in; findings out. Nothing else is read, and nothing kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from noshow_desk.coaching.letter_check.agency import named_agency
from noshow_desk.coaching.letter_check.blanks import blanks, without_directions
from noshow_desk.coaching.letter_check.codes import BY_NAME
from noshow_desk.coaching.letter_check.finding import CLIENT_KINDS, Finding, Kind
from noshow_desk.coaching.letter_check.hit import Hit
from noshow_desk.coaching.letter_check.matching import hits
from noshow_desk.coaching.letter_check.missing import missing
from noshow_desk.coaching.letter_check.reasons import confirmed_reasons, contradicting
from noshow_desk.coaching.letter_check.rewriting import rewrite
from noshow_desk.coaching.letter_check.rules import Rules, shipped_rules
from noshow_desk.coaching.letter_check.second_opinion import kept, likely_elements, likely_spots
from noshow_desk.coaching.letter_check.spots import Spot, merged, spot_of
from noshow_desk.coaching.letter_check.tokens import Sentence, sentences
from noshow_desk.coaching.letter_check.tongues import Tongue, in_other_language, other_than, within
from noshow_desk.coaching.letter_check.why import why
from noshow_desk.coaching.readability import grade
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.kinds import ConsentLevel, Topic

MOST_WORDS = {Kind.APOLOGY: 200, Kind.THANK_YOU: 200, Kind.NOTICE: 120, Kind.CALL_SCRIPT: 120}
MOST_GRADE = 9.0  # "above grade 8"; below 9 the formula counts the eighth grade as not yet over
FEWEST_WORDS = 20  # fewer give no grade worth telling
# Where the client explains the absence: fault found with somebody else is the reason given.
EXPLAINING = frozenset({Kind.APOLOGY, Kind.CALL_SCRIPT, Kind.THANK_YOU})
_AGENCY = frozenset({Topic.AGENCY.value})
Allowed = Collection[Topic] | Consent | None


def check_letter(
    text: str,
    *,
    kind: str,
    language: str,
    record: CaseFacts | None = None,
    consent: Allowed = None,
    rules: Rules | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of a letter in the order of the text, missing elements first.

    `kind` is one of `Kind` (ValueError for another), `language` that of the letter ("en" or "es"). `record`
    are the facts of the incident. `consent` are the topics in force towards this interviewer
    (`domain.consent.topics_on`), or the decision itself, taken as in force unless it was revoked. `rules`
    replace the shipped ones.
    """
    paper = Kind(kind)
    known = rules or shipped_rules(language)
    said = without_directions(text) if paper is Kind.CALL_SCRIPT else text
    topics = _topics(consent)
    spots = [
        *(Spot("placeholder", *span) for span in blanks(text, paper)),
        *_of_the_agency(text, paper, record, topics),
        *_of_the_whole(text, paper, known.language),
    ]
    shown: set[str] = set()
    for tongue, told in _by_language(said, known):
        by_rule = hits(told, tongue, paper)
        found = kept(by_rule, tongue, paper)
        spots += _likely(told, by_rule, tongue, paper, topics)
        spots += _of_hits(paper, found, tongue, topics)
        spots += _of_the_record(found, tongue, record)
        shown |= {hit.rule.shows for hit in found} | likely_elements(told, by_rule, tongue, paper)
    absent = [Spot(code, 0, len(text)) for code in missing(paper, shown, record)]
    return tuple(_finding(spot, text, paper, known, record) for spot in [*absent, *merged(spots)])


def _by_language(said: str, rules: Rules) -> Iterator[tuple[Rules, list[Sentence]]]:
    """Yield the sentences in the letter's language, and those that may be in the other one with its rules."""
    told = list(sentences(said, rules.wording.read))
    tongues = list(zip(told, in_other_language(said, told, rules.language), strict=True))
    yield rules, [one for one, tongue in tongues if tongue is not Tongue.OTHER]
    foreign = [one for one, tongue in tongues if tongue is not Tongue.OWN]
    if foreign:
        known = shipped_rules(other_than(rules.language))
        yield known, within(sentences(said, known.wording.read), foreign)


def _likely(
    told: Sequence[Sentence], by_rule: Sequence[Hit], rules: Rules, paper: Kind, topics: frozenset[str]
) -> Iterator[Spot]:
    for one in likely_spots(told, by_rule, rules, paper):
        spot = replace(one, topics=_AGENCY) if one.code == "agency-named" else one
        if not spot.topics or not spot.topics <= topics:
            yield spot
        if spot.code == "blame" and paper in EXPLAINING:
            yield replace(spot, code="excuse")


def _topics(consent: Allowed) -> frozenset[str]:
    if not isinstance(consent, Consent):
        return frozenset(consent or ())
    if consent.revoked_on is not None:
        return frozenset()
    named = {Topic.AGENCY} if consent.level is ConsentLevel.MAY_NAME_AGENCY else set()
    return frozenset({*consent.topics, *named})


def _of_hits(paper: Kind, found: Sequence[Hit], rules: Rules, topics: frozenset[str]) -> Iterator[Spot]:
    for hit in found:
        code = hit.rule.code
        if code and paper in BY_NAME[code].kinds and not (hit.rule.topic and hit.rule.topic in topics):
            yield spot_of(code, hit, rules)
            if code == "blame" and paper in EXPLAINING:
                yield spot_of("excuse", hit, rules)
    yield from (spot_of("excuse", hit, rules) for hit in private_reasons(found))


def private_reasons(found: Sequence[Hit]) -> Iterator[Hit]:
    """Yield disclosures that are given as the reason ("I had to see my officer"): they are excuses, too."""
    framed = {id(hit.sentence) for hit in found if hit.rule.shows == "reason-frame"}
    return (hit for hit in found if hit.rule.code == "disclosure" and id(hit.sentence) in framed)


def _of_the_agency(
    text: str, paper: Kind, record: CaseFacts | None, topics: frozenset[str]
) -> Iterator[Spot]:
    if record is not None and Topic.AGENCY not in topics:
        yield from (Spot("agency-named", *span, topics=_AGENCY) for span in named_agency(text, paper, record))


def _of_the_record(found: Sequence[Hit], rules: Rules, record: CaseFacts | None) -> Iterator[Spot]:
    if record is None:
        return
    given = [*(hit for hit in found if hit.rule.code == "excuse"), *private_reasons(found)]
    for hit in contradicting(given, confirmed_reasons(record, rules)):
        yield spot_of("contradiction", hit, rules)


def _of_the_whole(text: str, paper: Kind, language: str) -> Iterator[Spot]:
    words, most = len(text.split()), MOST_WORDS.get(paper)
    if most is not None and words > most:
        yield Spot("too-long", 0, len(text), {"words": words, "most": most})
    if paper in CLIENT_KINDS and words >= FEWEST_WORDS:
        school = grade(text, language)
        if school >= MOST_GRADE:
            yield Spot("reading-level", 0, len(text), {"grade": round(school)})


def _finding(spot: Spot, text: str, paper: Kind, rules: Rules, record: CaseFacts | None) -> Finding:
    words = text[spot.start : spot.end]
    suggestion = rewrite(spot.code, words, paper, rules, record, spot.topics)
    severity, message = BY_NAME[spot.code].severity, why(spot, text, paper)
    return Finding(spot.code, spot.start, spot.end, severity, message, suggestion, spot.topics)
