"""The line below a paper: how easily it reads, how long it is, whether it fits one page."""

from __future__ import annotations

from noshow_desk.coaching.readability import grade_to_show
from noshow_desk.domain.blocks import Letter, to_text, word_count
from noshow_desk.i18n import _, ngettext

GOOD_GRADE = 8


def sheet_line(letter: Letter, pages: int) -> tuple[str, str]:
    """Return what is said of `letter`, which takes so many pages, and the icon before it."""
    level, words = grade_to_show(to_text(letter), letter.language), word_count(letter)
    parts = [] if level is None else [_("Grade {level} reading level").format(level=level)]
    parts += [
        ngettext("{count} word", "{count} words", words).format(count=words),
        ngettext("fits {count} page", "{count} pages", pages).format(count=pages),
    ]
    good = (level or 0) <= GOOD_GRADE and pages == 1
    return " · ".join(parts), "circle-check" if good else "info"
