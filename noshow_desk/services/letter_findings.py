"""What the letter check finds in a paper: what is open, what was kept with a reason, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.consent import Consent, may_name_agency, topics_on
from noshow_desk.domain.kinds import PaperKind, Topic
from noshow_desk.domain.paper import KeptFinding, Paper, Settled
from noshow_desk.i18n import LANGUAGES, N_, Message, _
from noshow_desk.services import lost_parts, old_values
from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_finding import Checked, LetterFinding, Weight, as_kept
from noshow_desk.services.letter_text import Place, ReadText, missing_runs, runs_at, text_to_check
from noshow_desk.services.own_rules import own_rules_text
from noshow_desk.services.passed_dates import passed_dates

if TYPE_CHECKING:
    from noshow_desk.coaching.letter_check import Finding, Rules

# As what the check reads each paper; others are only looked through for blanks.
READ_AS = {
    PaperKind.COURTESY: "notice",
    PaperKind.CALL_CARD: "call_script",
    PaperKind.APOLOGY: "apology",
    PaperKind.THANK_YOU: "thank_you",
    PaperKind.WITHDRAWAL: "withdrawal",
}
BLANK, EXCUSE, NOT_CHECKED, PASSED = "placeholder", "excuse", "not-checked", "passed-date"
NEEDS_CONSENT = frozenset({"disclosure", "agency-named"})
# Findings about the paper as a whole: no words of it are meant.
_ABOUT_ALL = ("missing-", "too-long", "reading-level")
_CHOSEN = frozenset({"incident.true_sentence", "paper.reason"})
# A fault in the rules, or in the check itself: it must not keep anybody from writing.
_TROUBLE = (
    ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError, re.error,
)  # fmt: skip

_BLANK_LEFT = N_("This is still blank: {field}.")
_DAY_PASSED = N_("{date} has passed, so this is not true any more.")
_COULD_NOT_CHECK = N_("The letter check could not read this paper. Read it word by word together.")
_RULE_LEFT_OUT = N_("A rule of the letter check cannot be read; all others work. {problem}")


_READ: set[str] = set()  # languages whose shipped rules are in memory: reading them takes 0.25 s
_OWN: dict[str, tuple[str, Rules]] = {}  # by language: the agency's own, and all with them
_OWN_NAME = "own.toml"


def load_rules(*languages: str, own: str = "") -> None:
    """Read the rules of these languages, all when none is named; a worker does it while nobody waits.

    `own` is the text of an agency's own rules.
    """
    for language in languages or LANGUAGES:
        _rules(language, own)


def are_rules_read(language: str, own: str = "") -> bool:
    """Say whether a paper in `language` can be checked at once, by the agency's `own` rules too."""
    if own:
        return language in _OWN and _OWN[language][0] == own
    return language in _READ


def _rules(language: str, own: str) -> Rules:
    # deferred: a quarter of a second of work that the first window does not need
    from noshow_desk.coaching.letter_check import rule_file, rules, shipped_rules

    if not own:
        _READ.add(language)
        return shipped_rules(language)
    if not are_rules_read(language, own):
        _OWN[language] = own, rules.rules_with(language, [rule_file.rule_source(_OWN_NAME, own)])
    return _OWN[language][1]


def check_draft(
    desk: Desk,
    letter: Letter,
    *,
    facts: CaseFacts,
    kept: Iterable[KeptFinding] = (),
    paper: Paper | None = None,
    today: date | None = None,
) -> Checked:
    """Return what the check finds in `letter` today (or as of `today`), by the shipped rules and the agency's
    own; in a `paper` whose words were changed by hand, also what the record does not say (any more), and what
    it must say and does not.
    """
    own = own_rules_text(desk, letter.language)
    by_hand = paper is not None and bool(paper.blocks_json)
    day, kept = today or desk.today(), tuple(kept)
    typed = _by_hand(desk, letter, paper, facts, day, kept) if paper is not None and by_hand else []
    return check_paper(letter, facts=facts, today=day, kept=kept, own=own, by_hand=typed)


def check_paper(
    letter: Letter,
    *,
    facts: CaseFacts,
    today: date,
    kept: Iterable[KeptFinding] = (),
    own: str = "",
    by_hand: Iterable[LetterFinding] = (),
) -> Checked:
    """Return what the check finds in `letter`, which may be a draft that is being typed.

    `kept` are the findings that were settled on this paper: where their words still stand they are not open.
    Consent counts as it is in force on `today`. `own` is the text of the agency's own rules in the language
    of the letter, `by_hand` what was found of words by hand beside the record. Trouble in the check or its
    rules is never raised: `trouble` says so, and a finding asks for the paper to be read together.
    """
    found, trouble = [*by_hand, *_blanks(letter), *_passed(letter, facts, today)], ""
    if letter.kind in READ_AS:
        try:
            rules = _rules(letter.language, own)
            found += _found(letter, facts, today, rules)
            trouble = _rule_left_out(rules)
        except _TROUBLE:
            trouble = _(_COULD_NOT_CHECK)
            found.append(LetterFinding(code=NOT_CHECKED, weight=Weight.MUST, words="", message=trouble))
    held = {(one.code, one.words): one for one in kept}
    settled = {
        one.key: held[one.key] for one in found if one.key in held and may_settle(one, held[one.key].how)
    }
    still = [one for one in found if one.key not in settled]
    return Checked(tuple(sorted(still, key=_in_order)), tuple(settled.values()), trouble)


def may_settle(finding: LetterFinding, how: Settled) -> bool:
    """Say whether a finding can be settled this way: some are never kept, and only a nudge is put aside."""
    if how is Settled.FALSE_ALARM:
        return True
    return finding.weight is (Weight.NUDGE if how is Settled.ASIDE else Weight.MUST)


def _by_hand(
    desk: Desk, letter: Letter, paper: Paper, facts: CaseFacts, today: date, kept: Sequence[KeptFinding]
) -> list[LetterFinding]:
    said = old_values.recorded(desk, replace(paper, language=letter.language), facts, today)
    old = old_values.findings(letter, said)
    days = {today, *(desk.local(call.at).date() for call in facts.incident.calls)}
    settled = {(one.code, one.words) for one in kept}
    lost = lost_parts.findings(letter, facts, printed=said.letter, days=days, old=old, settled=settled)
    return [*old, *lost]


def _found(letter: Letter, facts: CaseFacts, today: date, rules: Rules) -> Iterator[LetterFinding]:
    # deferred: not needed before a paper is on show
    from noshow_desk.coaching.letter_check import check_letter

    read, kind = text_to_check(letter), READ_AS[letter.kind]
    topics = _topics(facts.consent, today)
    found = check_letter(
        read.text, kind=kind, language=letter.language, record=facts, consent=topics, rules=rules
    )
    blanks = [place for _run, place in missing_runs(letter)]
    for one in found:
        made = _finding(letter, read, one)
        if made.code == BLANK and any(place.overlaps(blank) for place in made.places for blank in blanks):
            continue  # told by the name of its field
        if not _is_answer_to_why(made, letter, facts):
            yield made


def _finding(letter: Letter, read: ReadText, one: Finding) -> LetterFinding:
    about_all = one.code.startswith(_ABOUT_ALL)
    places = () if about_all else read.places(one.start, one.end)
    return LetterFinding(
        code=one.code,
        weight=Weight(one.severity.value),
        words="" if about_all else as_kept(read.text[one.start : one.end]),
        message=one.message,
        suggestion=one.suggestion,
        places=places,
        fields=_fields(letter, places),
        topics=frozenset(map(Topic, one.topics)) if one.code in NEEDS_CONSENT else frozenset(),
    )


def _blanks(letter: Letter) -> Iterator[LetterFinding]:
    # deferred: loads Babel, 60 ms
    from noshow_desk.letters.variables import plain_label

    for run, place in missing_runs(letter):
        yield LetterFinding(
            code=BLANK,
            weight=Weight.MUST,
            words=as_kept(run.text),
            message=Message(_BLANK_LEFT, {"field": Message(plain_label(run.field))}).say(),
            places=(place,),
            fields=(run.field,),
        )


def _passed(letter: Letter, facts: CaseFacts, today: date) -> Iterator[LetterFinding]:
    """R13: yield where a thank-you looks forward to a new date that is over; nothing untrue is kept."""
    read = text_to_check(letter)
    for start, end, day in passed_dates(read.text, letter=letter, facts=facts, today=today):
        places = read.places(start, end)
        yield LetterFinding(
            code=PASSED,
            weight=Weight.NEVER_KEPT,
            words=as_kept(read.text[start:end]),
            message=Message(_DAY_PASSED, {"date": day}).say(),
            places=places,
            fields=_fields(letter, places),
        )


def _fields(letter: Letter, places: Iterable[Place]) -> tuple[str, ...]:
    """Return the fields that the words come from; none when a part of them is no field's."""
    named = [run.field for place in places for run in runs_at(letter, place) if run.text.strip(" .,;:!?")]
    return tuple(dict.fromkeys(named)) if all(named) else ()


def _is_answer_to_why(finding: LetterFinding, letter: Letter, facts: CaseFacts) -> bool:
    """Say whether this is the one true sentence on a call card: it is for "if asked why", so no excuse."""
    return (
        finding.code == EXCUSE
        and letter.kind is PaperKind.CALL_CARD
        and bool(finding.fields)
        and _CHOSEN.issuperset(finding.fields)
        and facts.incident.true_sentence_confirmed_at is not None
    )


def _topics(consent: Consent, today: date) -> frozenset[Topic]:
    named = {Topic.AGENCY} if may_name_agency(consent, today) else set()
    return topics_on(consent, today) | named


def _rule_left_out(rules: Rules) -> str:
    return _(_RULE_LEFT_OUT).format(problem=rules.problems[0].sentence) if rules.problems else ""


def _in_order(finding: LetterFinding) -> tuple[bool, tuple[Place, ...]]:
    """Order what must be done before what may be, then as it stands in the paper."""
    return not finding.gates, finding.places
