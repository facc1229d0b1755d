"""The Easy view of a template: its text as pieces that read like words, and back to Jinja without loss.

A piece is what the editor shows as one thing: a run of words, the pill of a field, the mark where an
"only if" begins. Lines stay lines: where a mark stands alone on its line the editor draws a frame, inside a
line a tinted run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from noshow_desk.i18n import N_, Message

MAX_DEPTH = 2  # frames inside one another; more is for the Code view


@dataclass(frozen=True, slots=True)
class Words:
    """Text as it stands in the template, lines and all."""

    text: str


@dataclass(frozen=True, slots=True)
class Way:
    """How a value is written out: the name of a filter, and its argument as it is spelled ("" for none)."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field, and the ways it is written, first to last."""

    name: str
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """Here begins what is written only if the field has a value (`negated`: only if it has none)."""

    name: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class ForEach:
    """Here begins what is written once for each row of the list field; `row` is what a row is called."""

    name: str
    row: str


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Here begins what is written if not (of a list: if it is empty)."""


@dataclass(frozen=True, slots=True)
class End:
    """Here the innermost "only if" or "for each" ends; `of` is "if" or "for"."""

    of: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A note to whoever edits the template; never printed."""

    text: str


Piece = Words | Field | OnlyIf | ForEach | Otherwise | End | Remark


class NotEasy(Exception):
    """The template holds what only the Code view shows; `message` says what and where."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__("not easy")
        self.line = line
        self.message = Message(text, {"line": line})


class TooDeep(NotEasy):
    """Its frames stand deeper inside one another than the Easy view can show."""


_MORE = N_("Line {line} holds an instruction that only the Code view can show.")
_DEEP = N_("Line {line} nests deeper than the Easy view can show.")
_OPEN = N_("An “only if” or “for each” that begins or ends in line {line} has no other end.")

_NAME = r"[A-Za-z]\w*(?:\.[A-Za-z]\w*)*"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\{%|\{#", re.DOTALL)
_WAY = r'\|\s*[a-z_]+(?:\(\s*"[^"\\{}%#]*"\s*\))?'
_FIELD = re.compile(rf"\{{\{{\s*({_NAME})((?:\s*{_WAY})*)\s*\}}\}}")
_ONE_WAY = re.compile(r'\|\s*([a-z_]+)(?:\(\s*"([^"]*)"\s*\))?')
_IF = re.compile(rf"\{{%\s*if\s+(not\s+)?({_NAME})\s*%\}}")
_FOR = re.compile(rf"\{{%\s*for\s+([A-Za-z]\w*)\s+in\s+({_NAME})\s*%\}}")
_PLAIN = re.compile(r"\{%\s*(else|endif|endfor)\s*%\}")
_REMARK = re.compile(r"\{#(?![-+])\s*([^\n]*?)\s*(?<![-+])#\}")
_RESERVED = frozenset({"not", "and", "or", "in", "is", "if", "else", "true", "false", "none"})


def pieces_of(source: str) -> tuple[Piece, ...]:
    """Return `source` as pieces. Raises NotEasy when it holds more than the Easy view can show."""
    return tuple(_Reader(source).read())


def without_halves(source: str) -> str:
    """Return `source` without the marks of frames that have only one end in it, and without the lines that
    these had alone; unchanged where it holds what the Easy view knows no piece for.
    """
    left_over: list[re.Match[str]] = []
    open_marks: list[list[re.Match[str]]] = []  # the head of each frame, and its "otherwise"
    for found in _TAG.finditer(source):
        match _piece(found.group()):
            case None:
                return source
            case OnlyIf() | ForEach():
                open_marks.append([found])
            case Otherwise() if open_marks and len(open_marks[-1]) == 1:
                open_marks[-1].append(found)
            case End(of) if any(_begins(marks[0], of) for marks in open_marks):
                while not _begins((marks := open_marks.pop())[0], of):
                    left_over += marks
            case Otherwise() | End():
                left_over.append(found)
    left_over += [found for marks in open_marks for found in marks]
    for found in sorted(left_over, key=_start, reverse=True):
        start, end = _line_of(source, *found.span())
        source = source[:start] + source[end:]
    return source


def _begins(found: re.Match[str], of: str) -> bool:
    """Say whether a mark begins what "end" `of` ends."""
    return isinstance(_piece(found.group()), OnlyIf) == (of == "if")


def _start(found: re.Match[str]) -> int:
    return found.start()


def _line_of(source: str, start: int, end: int) -> tuple[int, int]:
    """Return from where to where a mark is, with its line and one break where it has that line alone."""
    first, last = source.rfind("\n", 0, start) + 1, source.find("\n", end)
    last = len(source) if last < 0 else last
    if source[first:start].strip(" ") or source[end:last].strip(" "):
        return start, end
    return (first, last + 1) if last < len(source) else (max(first - 1, 0), last)


def source_of(pieces: Sequence[Piece]) -> str:
    """Return pieces as the text of a template, each field and mark in its usual spelling."""
    return "".join(written(piece) for piece in pieces)


def written(piece: Piece) -> str:
    """Return one piece as it stands in a template."""
    match piece:
        case Words(text):
            return text
        case Field(name, ways):
            return "{{ " + " | ".join((name, *map(_way, ways))) + " }}"
        case OnlyIf(name, negated):
            return "{% if " + ("not " if negated else "") + name + " %}"
        case ForEach(name, row):
            return "{% for " + row + " in " + name + " %}"
        case Otherwise():
            return "{% else %}"
        case End(of):
            return "{% end" + of + " %}"
        case Remark(text):
            return "{# " + text + " #}"


def _way(way: Way) -> str:
    return f'{way.name}("{way.argument}")' if way.argument else way.name


class _Reader:
    """Reads one template from left to right; knows what is open, so that each mark finds its other end."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._open: list[tuple[str, int, bool]] = []  # "if" or "for", its line, whether "otherwise" was met

    def read(self) -> Iterator[Piece]:
        """Yield the pieces; raises NotEasy."""
        at = 0
        for found in _TAG.finditer(self._source):
            if found.start() > at:
                yield Words(self._source[at : found.start()])
            line = self._source.count("\n", 0, found.start()) + 1
            piece = _piece(found.group())
            if piece is None:
                raise NotEasy(line, _MORE)
            self._keep_pairs(piece, line)
            yield piece
            at = found.end()
        if at < len(self._source):
            yield Words(self._source[at:])
        if self._open:
            raise NotEasy(self._open[-1][1], _OPEN)

    def _keep_pairs(self, piece: Piece, line: int) -> None:
        match piece:
            case OnlyIf() | ForEach():
                if len(self._open) == MAX_DEPTH:
                    raise TooDeep(line, _DEEP)
                self._open.append(("if" if isinstance(piece, OnlyIf) else "for", line, False))
            case Otherwise():
                if not self._open or self._open[-1][2]:
                    raise NotEasy(line, _OPEN)
                self._open[-1] = (*self._open[-1][:2], True)
            case End(of):
                if not self._open or self._open.pop()[0] != of:
                    raise NotEasy(line, _OPEN)


def _piece(tag: str) -> Piece | None:
    """Return the piece that `tag` stands for; None when the Easy view knows none."""
    if field := _FIELD.fullmatch(tag):
        ways = tuple(Way(name, argument) for name, argument in _ONE_WAY.findall(field[2]))
        return Field(field[1], ways) if _is_name(field[1]) else None
    if only := _IF.fullmatch(tag):
        return OnlyIf(only[2], bool(only[1])) if _is_name(only[2]) else None
    if each := _FOR.fullmatch(tag):
        return ForEach(each[2], each[1]) if _is_name(each[1]) and _is_name(each[2]) else None
    if plain := _PLAIN.fullmatch(tag):
        return Otherwise() if plain[1] == "else" else End(plain[1].removeprefix("end"))
    remark = _REMARK.fullmatch(tag)
    return Remark(remark[1]) if remark and remark[1] else None


def _is_name(name: str) -> bool:
    """Say whether Jinja reads `name` as a field: none of its own words."""
    return not _RESERVED.intersection(part.lower() for part in name.split("."))
