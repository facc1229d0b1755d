"""Marks the note as sent: with the exact bytes that left, as of the day on which they might leave."""

from __future__ import annotations

from functools import partial

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import Channel
from noshow_desk.i18n import _, full_date
from noshow_desk.services import papers, sending
from noshow_desk.services.last_out import Out, are_others_allowed, last_out
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.first_of_all import say_first
from noshow_desk.ui.incident_wizard.paper_out import out_now, write_note
from noshow_desk.ui.kit.question import Question

# In which format a note is frozen that was marked as sent and never saved or printed here, and how it went.
_SENT = {Channel.EMAIL: ("eml", "email"), Channel.HAND: ("pdf", "hand"), Channel.LETTER: ("pdf", "printed")}


def mark_note_sent(case: Case, shown: Letter | None = None) -> bool:
    """Freeze the note's exact bytes; False when something must be done first (said to the person).

    They are those of what left last, saved or printed, while its words stand; else the note is written now.
    `shown` is the form of it that was printed; the one on screen when left out. It is taken before anything
    is written: filled anew after midnight, the note would bear another date than the one that left.
    """
    note = case.note
    letter = shown or note.letter()
    if letter is None or not case.write_facts() or not note.keep() or not note.ensure():
        return False
    paper = note.paper
    if paper is None:
        return False
    out = last_out(case.desk, paper=paper)
    if out is None or (shown is not None and out.letter != shown):
        return _mark_new(case, letter)
    musts = sending.musts_at(case.desk, paper=paper, letter=out.letter)
    before = sending.musts_at(case.desk, paper=paper, letter=out.letter, left=out.left) if musts else ()
    if before:
        say_first(case, before[0])
        return False
    if shown is None and musts:
        _ask_when_it_left(case, letter, out, why=musts[0].say())
        return False
    if shown is None and are_others_allowed(case.desk, paper=paper, out=out):
        _ask_which_left(case, letter, out)
        return False
    return _mark(case, out)


def _mark_new(case: Case, letter: Letter) -> bool:
    """Write the note now and freeze that; False when something must be done first (said to the person)."""
    paper, musts = case.note.paper, case.note.musts()
    if paper is None:
        return False
    if musts:
        say_first(case, musts[0])
        return False
    format_key = _SENT.get(paper.channel, ("pdf", "printed"))[0]
    content = write_note(case, format_key, letter, draft=False)
    return _mark(case, out_now(case, letter, format_key, content))


def _mark(case: Case, out: Out) -> bool:
    paper = case.note.paper
    if paper is None:
        return False
    how = "email" if out.format == "eml" else _SENT.get(paper.channel, ("pdf", "printed"))[1]
    mark = partial(papers.mark_sent, case.desk, paper_id=paper.id, letter=out.letter, left=out.left)
    act = partial(mark, content=out.content, format=out.format, how=how)
    done = case.run(act, _("It was not marked as sent"))
    case.note.forget()
    return done


def _ask_when_it_left(case: Case, letter: Letter, out: Out, *, why: str) -> None:
    """Ask whether it was the file of that day that went, or (where that may go) what is on screen."""
    day = full_date(case.desk.local(out.left.at).date())
    text = _(
        "It was saved or printed on {day}, when it was final. It would not be today:\n{why}\n\n"
        "If it went then, it is kept exactly as it left, as sent on that day."
    ).format(day=day, why=why)
    verbs = (_("&It went then"), _("&What is on screen went"))
    _ask(case, letter, out, _("Did it go on {day}?").format(day=day), text, verbs)


def _ask_which_left(case: Case, letter: Letter, out: Out) -> None:
    """Ask which one went, where the client has allowed other words since the last one left."""
    day = full_date(case.desk.local(out.left.at).date())
    text = _(
        "It was saved or printed on {day}. What the client allows has changed since, and the paper on screen "
        "says something else by now.\n\nThe one that went is kept, exactly as it left."
    ).format(day=day)
    verbs = (_("The &earlier one"), _("&What is on screen went"))
    _ask(case, letter, out, _("Which one went?"), text, verbs)


def _ask(case: Case, letter: Letter, out: Out, title: str, text: str, verbs: tuple[str, str]) -> None:
    answers = [("then", verbs[0]), ("", _("Not now"))]
    if not case.note.musts():
        answers.insert(1, ("now", verbs[1]))
    question = Question(title, text, tuple(answers))
    case.dialogs.ask(question, partial(_on_when_answered, case, letter, out))


def _on_when_answered(case: Case, letter: Letter, out: Out, answer: str) -> None:
    if answer == "then":
        _mark(case, out)
    elif answer == "now":
        _mark_new(case, letter)
