"""Words that the spell check of this vault knows beside its dictionaries: added, taken out, listed.

They are kept one by one among the settings, so that each can be undone by itself, and count for papers in
every language: most are names of towns and programs, which are the same in each.
"""

from __future__ import annotations

from noshow_desk.coaching.spelling import LONGEST_WORD, one_word
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.storage.folding import fold

_KEY = "spelling.word."
FIELD = "spelling_word"


def added_words(desk: Desk) -> tuple[str, ...]:
    """Return the words that were added, in the order of the alphabet."""
    return desk.remembered("spelling_words", _kept)


def add_word(desk: Desk, *, word: str) -> Changes:
    """Let the spell check know `word` from now on, in papers of every language.

    Raises UserError (field "spelling_word") when it is not one word, or known already.
    """
    kept = one_word(word)
    if not kept:
        said = _("Type one word of letters, {most} at most.").format(most=LONGEST_WORD)
        raise UserError(said, field=FIELD)
    if kept.casefold() in {one.casefold() for one in added_words(desk)}:
        raise UserError(_("“{word}” is one of your words already.").format(word=kept), field=FIELD)
    said, undo = N_("“{word}” is one of your words now."), N_("Undo adding “{word}”")
    return _put(desk, kept, True, said, undo)


def take_out_word(desk: Desk, *, word: str) -> Changes:
    """Let the spell check mark a word of `added_words` again, written in any case."""
    same = (one for one in added_words(desk) if one.casefold() == one_word(word).casefold())
    said, undo = N_("“{word}” is not one of your words any more."), N_("Undo taking out “{word}”")
    return _put(desk, next(same, word), None, said, undo)


def _put(desk: Desk, word: str, value: bool | None, said: str, undo: str) -> Changes:
    with desk.act() as act:
        desk.vault.settings.put(_KEY + word, value)
    named = {"word": word}
    return Changes(act=act.id, words=True, said=Message(said, named), undo=Message(undo, named))


def _kept(desk: Desk) -> tuple[str, ...]:
    found = desk.vault.settings.all()
    words = (key.removeprefix(_KEY) for key, value in found.items() if key.startswith(_KEY) and value)
    return tuple(sorted(words, key=fold))
