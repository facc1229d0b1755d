"""How a paper leaves: saved as a file, copied, marked as sent with its exact bytes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from noshow_desk.domain.blocks import Letter, to_text
from noshow_desk.domain.file_names import paper_file_name
from noshow_desk.domain.formats import format_named
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.export.options import PaperOptions
from noshow_desk.i18n import _
from noshow_desk.services import papers
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.first_of_all import say_first
from noshow_desk.ui.kit.clipboard import copy_text
from noshow_desk.ui.papers import page_options

# What is frozen when a note is marked as sent, and how it went.
_SENT = {Channel.EMAIL: ("eml", "email"), Channel.HAND: ("pdf", "hand"), Channel.LETTER: ("pdf", "printed")}


def options_for(case: Case, *, kind: PaperKind, draft: bool) -> PaperOptions:
    """Return how a paper is made: sheet and margins as last printed, and whether it is marked DRAFT."""
    options = page_options.options_for(case.desk, kind)
    return replace(options, draft=draft, to=case.saved.interviewer.email)


def _options_of(case: Case, letter: Letter, *, draft: bool) -> PaperOptions:
    """Return how `letter` is made, with the subject that it has as an e-mail."""
    from noshow_desk.letters.subject import email_subject  # deferred: loads Jinja, 50 ms

    subject = email_subject(letter, case.saved, case.desk.today())
    return replace(options_for(case, kind=letter.kind, draft=draft), subject=subject)


def is_draft(case: Case) -> bool:
    """Say whether the note still misses something that must be there."""
    return not case.note.sent and (case.note.paper is None or bool(case.note.musts()))


def save_note(case: Case, format_key: str) -> None:
    """Ask where to, and save the note there in this format."""
    row, letter = format_named(format_key), case.note.letter()
    if row is None or letter is None or not case.write_facts() or not case.note.keep():
        return
    name = paper_file_name(letter.kind, case.saved.client, case.desk.today(), row.suffix, letter.language)
    write = partial(_save, case, format_key, letter)
    case.dialogs.choose_target(_("Save the note"), name, f"{_(row.name)} (*{row.suffix})", write)


def _save(case: Case, format_key: str, letter: Letter, path: Path) -> None:
    from noshow_desk.printing.writers import write_paper  # deferred: loads the writers
    from noshow_desk.ui.papers.keeping import save_file

    options = _options_of(case, letter, draft=is_draft(case))
    save_file(case.dialogs, path, partial(write_paper, format_key, letter, options))


def copy_letter(letter: Letter) -> None:
    """Put the words on the clipboard, as plain text."""
    copy_text(to_text(letter, subject=True))


def mark_note_sent(case: Case, shown: Letter | None = None) -> bool:
    """Freeze the note's exact bytes; False when something must be done first (said to the person).

    `shown` is the form of it that was printed; the one on screen when left out. It is taken before anything
    is written: filled anew after midnight, the note would bear another date than the one that left.
    """
    from noshow_desk.printing.writers import write_paper  # deferred: loads the writers

    note = case.note
    letter = shown or note.letter()
    if letter is None or not case.write_facts() or not note.keep() or not note.ensure():
        return False
    paper = note.paper
    if paper is None:
        return False
    musts = note.musts()
    if musts:
        say_first(case, musts[0])
        return False
    format_key, how = _SENT.get(paper.channel, ("pdf", "printed"))
    content = write_paper(format_key, letter, _options_of(case, letter, draft=False))
    mark = partial(papers.mark_sent, case.desk, paper_id=paper.id, letter=letter)
    act = partial(mark, content=content, format=format_key, how=how)
    done = case.run(act, _("It was not marked as sent"))
    note.forget()
    return done
