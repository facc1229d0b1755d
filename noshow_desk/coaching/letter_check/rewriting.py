"""The rewrite that is offered for a finding, in the language of the letter; the client may refuse it."""

from __future__ import annotations

from datetime import date

from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.rules import Rules
from noshow_desk.coaching.letter_check.tokens import fold
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import Topic
from noshow_desk.i18n import long_date

# Papers in which somebody may ask why: only there do words for a private thing answer anything.
_ANSWERING = frozenset({Kind.APOLOGY, Kind.CALL_SCRIPT, Kind.NOTICE})


def rewrite(
    code: str,
    words: str,
    paper: Kind,
    rules: Rules,
    record: CaseFacts | None,
    topics: frozenset[str] = frozenset(),
) -> str:
    """Return what could stand in place of `words`; empty where only the writer knows.

    `topics` are those that the words are about. The rule file may hold a rewrite for a kind of paper
    ("excuse.notice") beside the general one ("excuse").
    """
    if code == "vague-date" and record is not None:
        return _dated(words, record, rules.language)
    own = rules.rewrites.get(f"{code}.{paper.value}")
    if code == "disclosure" and (Topic.AGENCY in topics or (own is None and paper not in _ANSWERING)):
        return ""  # who helped is no reason for anything: the words are left out, or the client says others
    return rules.rewrites.get(code, "") if own is None else own


def _dated(words: str, record: CaseFacts, language: str) -> str:
    """Return the new or the missed appointment's day with its date, when `words` name its weekday."""
    said = {fold(word) for word in words.split()}
    for appointment in (record.new_appointment, record.appointment):
        day = appointment.starts.date() if appointment and appointment.starts else None
        if day is not None and said & _weekday(day, language):
            return long_date(day, language)
    return ""


def _weekday(day: date, language: str) -> set[str]:
    return {fold(long_date(day, language).split()[0].strip(","))}
