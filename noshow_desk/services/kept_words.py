"""What a finding without words is called, and a settled finding as a sentence."""

from __future__ import annotations

from noshow_desk.domain.labels import label
from noshow_desk.domain.paper import KeptFinding, Settled
from noshow_desk.i18n import N_, _, quoted

# Findings without words of the paper: what is missing or too much, in a few words.
_SHORT = {
    "missing-apology": N_("No “sorry” yet"),
    "missing-thanks": N_("No thanks yet"),
    "missing-request": N_("No question for another time yet"),
    "missing-contact-promise": N_("No word yet that the client will call"),
    "missing-ownership": N_("Nobody owns the miss yet"),
    "missing-inconvenience": N_("Not sorry for the trouble yet"),
    "missing-signature": N_("Not signed yet"),
    "missing-missed-day": N_("The day is not named yet"),
    "missing-new-date": N_("No new date yet"),
    "too-long": N_("Long"),
    "reading-level": N_("Hard to read"),
    "not-checked": N_("Not checked"),
}


def short_title(code: str) -> str:
    """Return what a finding without words is about, in a few words; a code without any is its own name."""
    return _(_SHORT[code]) if code in _SHORT else code


def is_told(kept: KeptFinding) -> bool:
    """Say whether it is worth a line: a nudge that was put aside is not."""
    return kept.how is not Settled.ASIDE


def kept_words(kept: KeptFinding) -> str:
    """Return one settled finding as a sentence: how, which words, and why."""
    what = quoted(kept.words) if kept.words else short_title(kept.code)
    said = f"{_(label(kept.how))}: {what}"
    return f"{said} · {kept.reason}" if kept.reason else said
