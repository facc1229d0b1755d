"""Names, dates and addresses in words changed by hand that the record does not say any more.

An old name on a letter can out a person, so each is a must until it is put right or kept with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from noshow_desk.domain.blocks import Block, Letter, Line, Origin, Run, line_text
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.paper import Paper
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message
from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_finding import OLD_VALUE, LetterFinding, Weight, as_kept
from noshow_desk.services.letter_text import Place
from noshow_desk.services.old_texts import Old, Values, olds
from noshow_desk.services.templates import template_for

if TYPE_CHECKING:
    from noshow_desk.letters.known import Known

# Looked for wherever they were typed, also where the letter has no field for them.
_NAMES = (
    *("client.full_name", "client.first_name", "client.last_name"),
    *("interviewer.full_name", "interviewer.formal_name"),
)
_WATCHED = ("client.", "interviewer.", "organisation.", "appointment.", "new.")
_WORDS = "appointment.word"  # "interview": no value of the record
_SHOWS = N_("The record now says “{now}”.")
_GONE = N_("The record does not say this any more.")

Span = tuple[int, int, int]  # the block, -1 for the subject; start and end in its text


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the record says of a paper: `letter` as it would make it, None where it cannot; `known` for it."""

    letter: Letter | None
    known: Known

    def values(self, fields: Iterable[str]) -> Values:
        """Return what these fields say now, nothing for an empty one; fields that cannot be told are left
        out.
        """
        printed = values_of(self.letter) if self.letter is not None else {}
        found = {name: printed.get(name) or _plain(self.known, name) for name in fields}
        return {name: texts for name, texts in found.items() if texts is not None}


def recorded(desk: Desk, paper: Paper, facts: CaseFacts, today: date) -> Recorded:
    """Return what the record says of `paper` on `today`, whatever was changed in it by hand."""
    from noshow_desk.letters.fill import fill  # deferred: loads Jinja, 50 ms
    from noshow_desk.letters.known import Known

    language = paper.language
    filled: object = None
    try:
        source = _source(desk, paper, facts)
        filled = fill(source, facts, today=today, language=language, kind=paper.kind, inputs=paper.inputs)
    except UserError:
        pass  # the names of the record can be told without
    known = Known(facts=facts, today=today, language=language, inputs=paper.inputs)
    return Recorded(filled if isinstance(filled, Letter) else None, known)


def remembering(letter: Letter, said: Recorded) -> Letter:
    """Return `letter`, which is being changed by hand, with what its fields say kept beside the words.

    The subject of an e-mail is never typed by hand: it follows the record.
    """
    here = values_of(letter)
    then, now = _then(letter), said.values({*_NAMES, *here})
    kept = {name: _joined(then.get(name, ()), now.get(name, ())) for name in {**then, **now}}
    runs = (Run(text, field=name) for name in sorted(kept) if _is_watched(name) for text in kept[name])
    same = said.letter is not None and said.letter.language == letter.language
    subject = said.letter.subject if said.letter is not None and same else letter.subject
    return replace(letter, filled=tuple(runs), subject=subject)


def findings(letter: Letter, said: Recorded) -> list[LetterFinding]:
    """Return where `letter`, whose words were changed by hand, says what the record, `said`, has left.

    What says something else by now is told also inside of what is gone: who keeps an old address, with a
    reason, does not keep the old name in it.
    """
    then = _then(letter)
    now = said.values(then)
    right = list(_spans(letter, [text for texts in now.values() for text in texts]))
    found: list[LetterFinding] = []
    replaced: list[Span] = []
    gone: list[Span] = []
    for old in olds(then, now):
        taken = replaced if old.now else [*replaced, *gone]
        spans = [one for one in _spans(letter, [old.text]) if not _is_told(one, right, taken)]
        (replaced if old.now else gone).extend(spans)
        if spans:
            found.append(_finding(letter, old, spans))
    return found


def put_in_place(letter: Letter, finding: LetterFinding, instead: str) -> dict[int, str]:
    """Return the words of each block that `finding` stands in, with `instead` there; "" takes them out."""
    changed = {}
    for number in {place.block for place in finding.places}:
        block = letter.blocks[number]
        text = _text(block)
        for start, end in reversed(_stretches(block, [one for one in finding.places if one.block == number])):
            text = text[:start] + instead + text[end:]
        lines = text.split("\n")
        changed[number] = text if instead else "\n".join(line for line in lines if line.strip())
    return changed


def values_of(letter: Letter) -> dict[str, tuple[str, ...]]:
    """Return what the fields of a letter say, by name, in the order of the letter, each text once."""
    found: dict[str, dict[str, None]] = {}
    for block in letter.blocks:
        for name, lines in groupby(block.lines, key=_field_of):
            for field, text in _told(name, list(lines)):
                found.setdefault(field, {})[text] = None
    return {name: tuple(texts) for name, texts in found.items() if _is_watched(name)}


# ------------------------------------------------------------ inside


def _source(desk: Desk, paper: Paper, facts: CaseFacts) -> str:
    if paper.template_version_id:
        return desk.vault.templates.version(paper.template_version_id).source
    return template_for(desk, facts, kind=paper.kind, language=paper.language, channel=paper.channel).source


def _plain(known: Known, name: str) -> tuple[str, ...] | None:
    """Return the value of a field that is a text, empty for none; None where a template writes it out."""
    from noshow_desk.letters.guard import BlockValue  # deferred: loads Jinja, 50 ms
    from noshow_desk.letters.variables import variable_named

    row = variable_named(name)
    value = row.get(known) if row is not None else 0
    if isinstance(value, BlockValue):
        value = "\n".join(value.lines)
    if value is None or isinstance(value, str):
        return (value,) if value else ()
    return None


def _then(letter: Letter) -> dict[str, tuple[str, ...]]:
    """Return what the fields said while words were changed; of an earlier draft, those that still stand."""
    kept: dict[str, tuple[str, ...]] = {}
    for run in letter.filled:
        kept[run.field] = (*kept.get(run.field, ()), run.text)
    return kept or values_of(letter)


def _joined(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """Return both, the texts of one time behind those of the time before, so that each finds its other."""
    return before if not now or before[-len(now) :] == now else (*before, *now)


def _finding(letter: Letter, old: Old, spans: Iterable[Span]) -> LetterFinding:
    said = " · ".join(old.now.split("\n"))
    places = [
        place
        for number, start, end in spans
        if number >= 0
        for place in _places(letter.blocks[number], number, start, end)
    ]
    return LetterFinding(
        code=OLD_VALUE,
        weight=Weight.MUST,
        words=as_kept(old.text),
        message=(Message(_SHOWS, {"now": said}) if said else Message(_GONE)).say(),
        suggestion=old.now,
        places=tuple(sorted(places)),
    )


def _spans(letter: Letter, texts: Iterable[str]) -> Iterator[Span]:
    """Yield where whole words of `texts` stand."""
    told = [(-1, letter.subject), *((at, _text(block)) for at, block in enumerate(letter.blocks))]
    for text in texts:
        # One word alone may mean something else when it is no name: "may", "will".
        flags = re.IGNORECASE if len(text.split()) > 1 else re.NOFLAG
        words = r"\s+".join(map(re.escape, text.split()))
        pattern = re.compile(rf"(?<!\w){words}(?!\w)", flags)
        for number, whole in told:
            yield from ((number, *hit.span()) for hit in pattern.finditer(whole) if hit.group())


def _is_told(span: Span, right: Iterable[Span], taken: Iterable[Span]) -> bool:
    """Say whether `span` is a part of what the record says now, or meets an old text that was found."""
    number, start, end = span
    inside = any(at == number and first <= start and end <= last for at, first, last in right)
    return inside or any(at == number and first < end and start < last for at, first, last in taken)


def _text(block: Block) -> str:
    return "\n".join(line_text(line) for line in block.lines)


def _lines(block: Block) -> Iterator[tuple[int, int, int]]:
    """Yield each line of a block: its number, and where it begins and ends in the text of the block."""
    at = 0
    for row, line in enumerate(block.lines):
        end = at + len(line_text(line))
        yield row, at, end
        at = end + 1


def _places(block: Block, number: int, start: int, end: int) -> Iterator[Place]:
    for row, first, last in _lines(block):
        if max(start, first) < min(end, last):
            yield Place(number, row, max(start, first) - first, min(end, last) - first)


def _stretches(block: Block, places: Iterable[Place]) -> list[tuple[int, int]]:
    """Return `places` in the text of the block; what goes on from the end of a line into the next is one."""
    begins = {row: first for row, first, _last in _lines(block)}
    made: list[tuple[int, int]] = []
    for place in sorted(places):
        start, end = begins[place.line] + place.start, begins[place.line] + place.end
        if made and made[-1][1] + 1 == start and place.start == 0:
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    return made


def _is_watched(name: str) -> bool:
    return name.startswith(_WATCHED) and not name.startswith(_WORDS)


def _field_of(line: Line) -> str:
    """Return the field that a whole line was filled from; "" for any other line."""
    return line[0].field if len(line) == 1 and line[0].origin is Origin.FIELD else ""


def _told(name: str, lines: list[Line]) -> Iterator[tuple[str, str]]:
    if name:
        yield name, "\n".join(line_text(line) for line in lines)
        return
    for run in (run for line in lines for run in line):
        if run.origin is Origin.FIELD:
            yield run.field, run.text
