"""What has to be done before the note is final, said with a way to it."""

from __future__ import annotations

from functools import partial

from noshow_desk.domain.kinds import StepId
from noshow_desk.i18n import Message, _
from noshow_desk.services import paper_text
from noshow_desk.services.letter_finding import LetterFinding, together
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.kit.question import Question

# Where each of them is put right; a template with a problem is not put right in an incident.
_STEPS = {
    paper_text.STILL_AHEAD.text: StepId.CALL,
    paper_text.REASON_NOT_TRUE: StepId.REHEARSE,
}
_TICKS = frozenset({paper_text.TICK_MISSING.text, paper_text.OWN_TICK_MISSING.text})


def finding_behind(case: Case, must: Message) -> LetterFinding | None:
    """Return the finding of the letter check that `must` is about; None where it is about something else."""
    heads = [group[0] for group in together(case.note.checked().open)]
    return next((one for one in heads if one.gates and paper_text.to_do(one) == must), None)


def say_first(case: Case, must: Message) -> None:
    """Say what keeps the note from being final, and lead there where the person wishes it."""
    title, finding = _("Before it goes out"), finding_behind(case, must)
    if finding is None and must.text not in _STEPS and must.text not in _TICKS:
        case.dialogs.tell(title, must.say())
        return
    question = Question(title, must.say(), (("show", _("&Show me")), ("", _("Not now"))))
    case.dialogs.ask(question, partial(_on_answered, case, must, finding))


def _on_answered(case: Case, must: Message, finding: LetterFinding | None, answer: str) -> None:
    if answer != "show":
        return
    step = _STEPS.get(must.text)
    if step is not None:
        case.step_wished.emit(step)
    else:
        case.first_wished.emit(finding)
