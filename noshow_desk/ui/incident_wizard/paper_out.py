"""How a paper leaves: saved as a file, printed, copied."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.file_names import paper_file_name
from noshow_desk.domain.formats import format_named
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.export.eml import LEFT_OUT, as_email
from noshow_desk.export.options import PaperOptions
from noshow_desk.export.txt import plain_text
from noshow_desk.i18n import _
from noshow_desk.services.last_out import Left, Out, keep_out
from noshow_desk.services.paper_text import email_to
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.kit.clipboard import copy_text
from noshow_desk.ui.papers import page_options
from noshow_desk.ui.papers.keeping import save_made, saying_trouble


def options_for(case: Case, *, kind: PaperKind, draft: bool) -> PaperOptions:
    """Return how a paper is made: sheet and margins as last printed, and whether it is marked DRAFT."""
    options = page_options.options_for(case.desk, kind)
    return replace(options, draft=draft, to=email_to(case.saved, kind))


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
    row = format_named(format_key)
    if row is None or not case.write_facts() or not case.note.keep():
        return
    letter = case.note.letter()  # of the facts as they are kept: "Mark as sent" compares with those
    if letter is None:
        return
    name = paper_file_name(letter.kind, case.saved.client, case.desk.today(), row.suffix, letter.language)
    write = partial(_save, case, format_key, letter)
    case.dialogs.choose_target(_("Save the note"), name, f"{_(row.name)} (*{row.suffix})", write)


def _save(case: Case, format_key: str, letter: Letter, path: Path) -> None:
    draft = is_draft(case)
    content = save_made(case.dialogs, path, partial(write_note, case, format_key, letter, draft=draft))
    if content and not draft:
        _remember(case, out_now(case, letter, format_key, content))
    if content:
        _tell_saved(case, letter, format_key, draft=draft)


def _tell_saved(case: Case, letter: Letter, format_key: str, *, draft: bool) -> None:
    said = [_("The file is saved, marked DRAFT.") if draft else _("The file is saved.")]
    if format_key == "eml" and as_email(letter) is not letter:
        said.append(_(LEFT_OUT))
    case.said.emit(" ".join(said))


def remember_printed(case: Case, letter: Letter) -> None:
    """Keep what a printer has just taken as what left last: a printer keeps no file, so it is written."""
    with saying_trouble(case.dialogs, _("It was not recorded")):
        content = write_note(case, "pdf", letter, draft=False)
        _remember(case, out_now(case, letter, "pdf", content))


def write_note(case: Case, format_key: str, letter: Letter, *, draft: bool) -> bytes:
    """Return the bytes of the note in this format."""
    from noshow_desk.printing.writers import write_paper  # deferred: loads the writers

    return write_paper(format_key, letter, _options_of(case, letter, draft=draft))


def out_now(case: Case, letter: Letter, format_key: str, content: bytes) -> Out:
    """Return these words and bytes as what leaves at this moment."""
    left = Left(at=case.desk.now(), consent=case.saved.consent)
    return Out(letter=letter, format=format_key, content=content, left=left)


def _remember(case: Case, out: Out) -> None:
    paper = case.note.paper
    if paper is not None:
        with saying_trouble(case.dialogs, _("It was not recorded")):
            keep_out(case.desk, paper_id=paper.id, out=out)


def copy_letter(letter: Letter, *, draft: bool) -> None:
    """Put the words on the clipboard as a text file would hold them: those of a draft begin with DRAFT."""
    copy_text(plain_text(letter, PaperOptions(draft=draft), with_subject=True).rstrip("\n"))
