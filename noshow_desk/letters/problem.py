"""What can be wrong with a template, in a plain sentence and at its place; cheap to import."""

from __future__ import annotations

from dataclasses import dataclass, replace

from noshow_desk.domain.blocks import Letter
from noshow_desk.i18n import Message

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """One problem. `line` and `column` count from 1 (0: unknown); `wrong` is the text that stands there.

    `suggestion` replaces `wrong` when the person says "Fix it"; empty when we have none. `other` may be meant
    as well: then the person chooses.
    """

    line: int
    column: int
    message: Message
    wrong: str = ""
    suggestion: str = ""
    other: str = ""

    @property
    def sentence(self) -> str:
        """The problem in the language of the screen, with the line and, if any, "Did you mean …?"."""
        return self.message.say()

    def below(self, lines: int) -> TemplateProblem:
        """Return the problem as it stands in a file with so many `lines` above the template's text."""
        line = self.line + lines
        message = self.message
        if "line" in message.values:
            message = replace(message, values={**message.values, "line": line})
        return replace(self, line=line, message=message)


def in_a_sentence(text: str) -> str:
    """Return what was typed in a template fit to stand in a sentence: on one line, and not too long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


def excerpt(text: str, wrong: str) -> str:
    """Return the words around `wrong` in `text`, or its first ones, short enough for a sentence."""
    plain = " ".join(text.split())
    if len(plain) <= _LONGEST:
        return plain
    start = max(0, min(plain.find(wrong) - _LONGEST // 3, len(plain) - _LONGEST))
    shown = plain[start : start + _LONGEST]
    whole = shown.partition(" ")[2]
    if start and wrong in whole:
        shown = f"…{whole}"
    whole = shown.rpartition(" ")[0]
    return f"{whole}…" if start + _LONGEST < len(plain) and wrong in whole else shown


class Rejected(Exception):
    """A template that cannot be compiled or filled; holds the problems. Never leaves letters/."""

    def __init__(self, *problems: TemplateProblem) -> None:
        super().__init__("template rejected")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper as the template editor shows it: unknown fields marked, every problem listed.

    `letter` is None when the text cannot be shown at all; the editor then keeps the last one that could.
    """

    letter: Letter | None
    problems: tuple[TemplateProblem, ...] = ()
