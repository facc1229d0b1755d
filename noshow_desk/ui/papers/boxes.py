"""What is said of pages that would not come out as they should: empty boxes, an address that is hidden."""

from __future__ import annotations

from noshow_desk.export.window import WINDOW_NOTE
from noshow_desk.i18n import _, quoted
from noshow_desk.printing.printout import Printout

MOST = 3


def page_notes(printout: Printout) -> str:
    """Return what to put right before `printout` is printed; "" for nothing."""
    said = [boxes_words(printout.unprintable(), printout.text())]
    if not printout.shows_address:
        said.append(_(WINDOW_NOTE))
    return " ".join(one for one in said if one)


def boxes_words(characters: str, text: str) -> str:
    """Return where in `text` the `characters` stand that `Printout.unprintable` gave, and what to do; "" for
    none.

    The screen has no glyph for them either, so they are named by the word they belong to.
    """
    if not characters:
        return ""
    places = [quoted(place) for place in _places(frozenset(characters), text.split())]
    words = _("No font here has all of {words}: paper and PDF would show an empty box. Write it another way.")
    return words.format(words=", ".join(dict.fromkeys(places[:MOST])) + (" …" if places[MOST:] else ""))


def _places(characters: frozenset[str], words: list[str]) -> list[str]:
    """Return each word that holds one of the characters; with the word before where it holds nothing else."""
    found = []
    for at, word in enumerate(words):
        if characters & set(word):
            alone = not set(word) - characters
            found.append(f"{words[at - 1]} {word}" if alone and at else word)
    return found
