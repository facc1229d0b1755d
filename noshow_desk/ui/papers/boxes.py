"""What is said of characters that no font here can show."""

from __future__ import annotations

from noshow_desk.i18n import _


def boxes_words(characters: str) -> str:
    """Return what to do about `characters`, as `Printout.unprintable` gives them; "" where there are none."""
    if not characters:
        return ""
    words = _("No font here has {characters}: paper and PDF would show an empty box. Write it another way.")
    return words.format(characters=" ".join(characters))
