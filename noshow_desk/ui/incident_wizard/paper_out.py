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
from noshow_desk.services.last_out import Out, keep_out, last_out
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.first_of_all import say_first
from noshow_desk.ui.kit.clipboard import copy_text
from noshow_desk.ui.papers import page_options
from noshow_desk.ui.papers.keeping import save_made, saying_trouble

# In which format a note is frozen that was marked as sent and never saved or printed here, and how it went.
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
    draft = is_draft(case)
    content = save_made(case.dialogs, path, partial(_write, case, format_key, letter, draft=draft))
    if content and not draft:
        _remember(case, Out(letter=letter, format=format_key, content=content))


def remember_printed(case: Case, letter: Letter) -> None:
    """Keep what a printer has just taken as what left last: a printer keeps no file, so it is written."""
    with saying_trouble(case.dialogs, _("It was not recorded")):
        content = _write(case, "pdf", letter, draft=False)
        _remember(case, Out(letter=letter, format="pdf", content=content))


def _write(case: Case, format_key: str, letter: Letter, *, draft: bool) -> bytes:
    from noshow_desk.printing.writers import write_paper  # deferred: loads the writers

    return write_paper(format_key, letter, _options_of(case, letter, draft=draft))


def _remember(case: Case, out: Out) -> None:
    paper = case.note.paper
    if paper is not None:
        with saying_trouble(case.dialogs, _("It was not recorded")):
            keep_out(case.desk, paper_id=paper.id, out=out)


def copy_letter(letter: Letter) -> None:
    """Put the words on the clipboard, as plain text."""
    copy_text(to_text(letter, subject=True))


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
    musts = note.musts()
    if musts:
        say_first(case, musts[0])
        return False
    format_key, how = _SENT.get(paper.channel, ("pdf", "printed"))
    out = last_out(case.desk, paper=paper)
    if out is None or (shown is not None and out.letter != shown):
        content = _write(case, format_key, letter, draft=False)
        out = Out(letter=letter, format=format_key, content=content)
    mark = partial(papers.mark_sent, case.desk, paper_id=paper.id, letter=out.letter)
    act = partial(mark, content=out.content, format=out.format, how="email" if out.format == "eml" else how)
    done = case.run(act, _("It was not marked as sent"))
    note.forget()
    return done
