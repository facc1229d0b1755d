"""What a paper of its kind must have and does not: an apology, thanks, a request, a promise, ownership."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from noshow_desk.coaching.letter_check.codes import CODES
from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import DecisionChoice, StepId, WantsIt


def missing(paper: Kind, shown: Iterable[str], record: CaseFacts | None) -> Iterator[str]:
    """Yield the codes of what is missing in a paper that shows the elements `shown`.

    Without any apology it is the apology that is missing, and none for the trouble is asked for beside it.
    """
    there = set(shown)
    for code in CODES:
        if not code.shows or paper not in code.kinds or code.shows in there:
            continue
        if code.name == "missing-inconvenience" and "apology" not in there:
            continue
        if code.name == "missing-request" and record is not None and ask_is_settled(record):
            continue
        yield code.name


def ask_is_settled(record: CaseFacts) -> bool:
    """Say whether asking for another time is done, was answered, or is not to be done (R11, A3)."""
    incident = record.incident
    if incident.decision is not None and incident.decision.choice is not DecisionChoice.ASK:
        return True
    if incident.wants_it is WantsIt.NO or any(
        skip.step is StepId.ASK and skip.reason for skip in incident.skips
    ):
        return True
    return record.new_appointment is not None or any(call.asked or call.answer for call in incident.calls)
