"""Where an incident stands among the branches of PRACTICE section 3."""

from __future__ import annotations

from noshow_desk.domain.kinds import Answer, DecisionChoice
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.step import Branch

_ANSWERS = {
    Answer.GRANTED: Branch.GRANTED,
    Answer.REFUSED: Branch.REFUSED,
    Answer.WILL_GET_BACK: Branch.WILL_GET_BACK,
}


def branch_of(case: Reading) -> Branch:
    """Return the branch that the facts have reached: the latest thing known decides."""
    if case.came is not None:
        return Branch.NOT_MISSED
    if case.in_time:
        return Branch.MOVED_IN_TIME
    if case.imminent and case.incident.going is not None and case.engaged:
        return Branch.IMMINENT_WILL_GO if case.incident.going else Branch.IMMINENT_CANNOT_GO
    if case.declines:
        return Branch.DOES_NOT_WANT_IT
    if case.answer is not None:
        return _ANSWERS[case.answer]
    if case.choice is DecisionChoice.POLICY_FORBIDS:
        return Branch.POLICY_FORBIDS
    if case.calls:
        return _after_the_call(case)
    if case.not_ready is not None:
        return Branch.NOT_READY
    if not case.engaged:
        return Branch.IMMINENT_NOT_REACHED if case.imminent else Branch.NOT_REACHED
    return Branch.FAST_PATH if case.fast_path else Branch.TOLD


def _after_the_call(case: Reading) -> Branch:
    if case.spoke is not None:
        return Branch.CALLED
    return Branch.AFTER_TWO_TRIES if case.written_instead else Branch.MESSAGE_LEFT
