"""What a finding is called in the list, and how a screen reader says it."""

from __future__ import annotations

from collections.abc import Iterable

from noshow_desk.i18n import _, ngettext, quoted
from noshow_desk.services.kept_words import short_title
from noshow_desk.services.letter_finding import LetterFinding, together


def title(finding: LetterFinding) -> str:
    """Return the words of a finding in quotes, else what it is about."""
    return quoted(finding.words) if finding.words else short_title(finding.code)


def said(number: int, finding: LetterFinding) -> str:
    """Return a finding as a screen reader says it."""
    weight = _("Must be put right") if finding.gates else _("To think about")
    return f"{number}. {weight}: {title(finding)}. {finding.message}"


def things_found(findings: Iterable[LetterFinding]) -> str:
    """Return how many things there are to put right and to think about; "" for none."""
    groups = together(findings)
    musts = sum(group[0].gates for group in groups)
    return " · ".join([*_things_to_do(musts), *_things_to_weigh(len(groups) - musts)])


def _things_to_do(count: int) -> list[str]:
    said = ngettext(
        "{count} thing to put right before it goes out",
        "{count} things to put right before it goes out",
        count,
    )
    return [said.format(count=count)] if count else []


def _things_to_weigh(count: int) -> list[str]:
    said = ngettext("{count} thing to think about", "{count} things to think about", count)
    return [said.format(count=count)] if count else []
