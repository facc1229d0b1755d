"""Tells that a file of own rules reads like one for papers in the other language."""

from __future__ import annotations

import re

from noshow_desk.i18n import N_, _
from noshow_desk.services.own_rules import OwnRules

_REMARK = re.compile(r"(?m)^\s*#.*$")
# By the language of the papers that the file was chosen for.
_DOUBTS = {
    "en": N_(
        "This file reads like one for papers in Spanish. If it is not for papers in English, take it out."
    ),
    "es": N_(
        "This file reads like one for papers in English. If it is not for papers in Spanish, take it out."
    ),
}


def doubt(own: OwnRules, language: str) -> str:
    """Return a sentence where `own` reads like a file for the other language than `language`, else "".

    What counts in the file says it; only where that says nothing its remarks do, which may be in the language
    of whoever wrote them.
    """
    # deferred: a part of the check, which no window needs at first
    from noshow_desk.coaching.letter_check.tongues import FEWEST, common_words

    other = "es" if language == "en" else "en"
    for text in (_REMARK.sub("", own.text), own.text):
        mine, foreign = common_words(text, language), common_words(text, other)
        if mine > foreign:
            return ""
        if foreign >= FEWEST and foreign > 2 * mine:
            return _(_DOUBTS[language])
    return ""
