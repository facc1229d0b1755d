"""The little language of the rule files: a sequence of words with gaps, turned into a bounded expression.

A pattern is read from left to right, words between blanks:

    car            this word (no accents, lower case; "couldn't" is read as "could not")
    bus|train      one of these words
    apolog*        a word that begins so
    @vehicle       an entry of the class "vehicle" (entries may be several words, or patterns themselves)
    {break}        any form of a verb; {break:past} one tense
    ..3            up to 3 words between, not across a comma;   ...3 also across commas
    _              any one word
    #              a number
    [ the old ]    may be missing;   ( a b / c d )   one of these;   !word or !( a b )   not followed by this
                   (in a bracket without "/" a "|" divides: ( a b|c d ) is the same)
    ^              at the beginning of a clause;   $   at the end of one

Gaps are bounded and every word ends at a blank, so no text makes a search slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from noshow_desk.i18n import N_

MOST_GAP = 12
MOST_DEPTH = 6
_PARTS = re.compile(r"[()\[\]/]|(?:\{[^}]*\}|[^\s()\[\]/])+")
_OR = re.compile(r"\|(?![^{]*\})")
_GAP = re.compile(r"(\.{2,3})(\d+)$")
_VERB = re.compile(r"\{([^:{}]+)(?::(\w+))?\}$")
_WORD = re.compile(r"[a-z0-9'$%]+\*?$")
_LAZY_END = re.compile(r"(\{0,\d+\})\?$")
_CLAUSE_START = r"(?:(?<=\A )|(?<=[,?] ))"
_CLAUSE_END = r"(?=\Z|[,?] )"
_ANY = "[^ ]+ "
_INNER = "[^ ,?]+ "

# One of these as the rarest word of a pattern would make it run over nearly every sentence.
_COMMON_TEXT = """
i you he she it we they my your his her our the a an to of and in on at for was were is am are have had
has not that this me be do did will would can could so if with as by up out get got go de la el que y en
a los las un una mi su se me le no por con para lo al del es fue era he ha yo usted
"""
_COMMON = frozenset(_COMMON_TEXT.split())


class PatternFault(ValueError):
    """A pattern that cannot be read; the text says what is wrong, as a message id with `word`."""

    def __init__(self, message: str, word: str) -> None:
        super().__init__(message)
        self.message = message
        self.word = word


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What patterns may name: classes of words, and the forms of verbs by tag."""

    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    verb: Callable[[str], Mapping[str, set[str]]] = lambda verb: {"base": {verb}}


@dataclass(slots=True)
class Pattern:
    """A pattern ready to run. A sentence without one of its `anchors` need not be searched.

    An anchor that ends in "*" is the beginning of a word. The expression is compiled when first needed.
    """

    source: str
    expression: str
    anchors: frozenset[str]
    _compiled: re.Pattern[str] | None = None

    def search(self) -> re.Pattern[str]:
        """Return the compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(self.expression)
        return self._compiled


@dataclass(frozen=True, slots=True)
class _Piece:
    """Part of an expression with the words of which one must be there (None: nothing is needed)."""

    expression: str
    needs: frozenset[str] | None = None


def compile_pattern(source: str, lexicon: Lexicon) -> Pattern:
    """Return the pattern written as `source`. Raises PatternFault when it cannot be read."""
    pieces, rest = _sequence(_parts(source), lexicon, 0)
    if rest:
        raise PatternFault(N_("“{word}” closes nothing"), rest[0])
    piece = _joined(pieces)
    if not piece.needs:
        raise PatternFault(N_("“{word}” names no word"), source)
    expression = _LAZY_END.sub(r"\1", piece.expression)  # a gap at the end takes all it may
    return Pattern(source, rf"(?<= ){expression}", piece.needs)


def _parts(source: str) -> list[str]:
    """Return the parts of a pattern. In a bracket without "/", "|" divides as "/" does: ( a b|c d )."""
    found: list[str] = []
    opened: list[int] = []
    for part in _PARTS.findall(source):
        found.append(part)
        if part in ("(", "["):
            opened.append(len(found))
        elif part in (")", "]") and opened:
            first = opened.pop()
            found[first:-1] = _divided(found[first:-1])
    return found


def _divided(inner: list[str]) -> list[str]:
    """Return the parts inside a bracket with "/" for each "|" of its own, unless it has "/" already."""
    depth, made = 0, list[str]()
    for part in inner:
        depth += (part in ("(", "[")) - (part in (")", "]"))
        if part == "/" and depth == 0:
            return inner
        made.extend(_split(part) if depth == 0 else [part])
    return made


def _split(word: str) -> list[str]:
    if word.startswith("!"):
        return [word]
    made: list[str] = []
    for number, one in enumerate(_OR.split(word)):
        made.extend(["/"] if number else [])
        made.extend([one] if one else [])
    return made


def _sequence(parts: list[str], lexicon: Lexicon, depth: int) -> tuple[list[_Piece], list[str]]:
    """Return the pieces up to a closing mark, and what is left from there."""
    if depth > MOST_DEPTH:
        raise PatternFault(N_("“{word}” is nested too deeply"), parts[0] if parts else "")
    pieces: list[_Piece] = []
    while parts and parts[0] not in (")", "]", "/"):
        head, parts = parts[0], parts[1:]
        if head in ("(", "[", "!", "!("):
            piece, parts = _group(head, parts, lexicon, depth)
        else:
            piece = _single(head, lexicon, depth)
        pieces.append(piece)
    return pieces, parts


def _group(head: str, parts: list[str], lexicon: Lexicon, depth: int) -> tuple[_Piece, list[str]]:
    if head == "!":
        if not parts or parts[0] != "(":
            raise PatternFault(N_("after “{word}” stands a word or a bracket"), "!")
        parts = parts[1:]
    choices: list[_Piece] = []
    while True:
        pieces, parts = _sequence(parts, lexicon, depth + 1)
        choices.append(_joined(pieces))
        if not parts:
            raise PatternFault(N_("“{word}” is not closed"), head)
        mark, parts = parts[0], parts[1:]
        if mark != "/":
            break
    if mark != ("]" if head == "[" else ")"):
        raise PatternFault(N_("“{word}” closes nothing"), mark)
    inner = "|".join(choice.expression for choice in choices)
    if head == "[":
        return _Piece(f"(?:{inner})?"), parts
    if head == "!":
        return _Piece(f"(?!{inner})"), parts
    return _Piece(f"(?:{inner})", _any_of(choices)), parts


def _single(head: str, lexicon: Lexicon, depth: int) -> _Piece:
    gap = _GAP.match(head)
    if gap:
        most = min(int(gap.group(2)), MOST_GAP)
        return _Piece(f"(?:{_INNER if gap.group(1) == '..' else _ANY}){{0,{most}}}?")
    if head in _MARKS:
        return _MARKS[head]
    if head.startswith("!") and len(head) > 1:
        return _Piece(f"(?!{_single(head[1:], lexicon, depth).expression})")
    choices = [_choice(one, lexicon, depth) for one in _OR.split(head)]
    if len(choices) == 1:
        return choices[0]
    return _Piece(f"(?:{'|'.join(one.expression for one in choices)})", _any_of(choices))


_MARKS = {
    "^": _Piece(_CLAUSE_START),
    "$": _Piece(_CLAUSE_END),
    "_": _Piece(_INNER),
    "#": _Piece("[0-9][^ ]* ", None),
    ",": _Piece(", "),
    "?": _Piece(r"\? ", frozenset("?")),
}


def _choice(word: str, lexicon: Lexicon, depth: int) -> _Piece:
    if word in _MARKS:
        return _MARKS[word]
    if word.startswith("@"):
        return _class(word[1:], lexicon, depth)
    verb = _VERB.match(word)
    if verb:
        return _words(_verb_forms(verb.group(1), verb.group(2), word, lexicon))
    if not _WORD.match(word):
        raise PatternFault(N_("“{word}” cannot be read"), word)
    return _words({word})


def _verb_forms(verbs: str, tag: str | None, word: str, lexicon: Lexicon) -> set[str]:
    """Return the forms of one verb or several ("be|get"), of one tense or all."""
    found: set[str] = set()
    for verb in verbs.split("|"):
        forms = lexicon.verb(verb)
        if not forms:
            raise PatternFault(N_("“{word}” names no verb"), word)
        if tag and tag not in forms:
            raise PatternFault(N_("“{word}” names no tense"), word)
        found.update(forms[tag] if tag else set().union(*forms.values()))
    return found


def _words(words: set[str]) -> _Piece:
    listed = sorted(words, reverse=True)
    inner = "|".join(f"{word[:-1]}[^ ]*" if word.endswith("*") else re.escape(word) for word in listed)
    return _Piece(f"(?:{inner}) " if len(listed) > 1 else f"{inner} ", frozenset(words))


def _class(name: str, lexicon: Lexicon, depth: int) -> _Piece:
    if name not in lexicon.classes:
        raise PatternFault(N_("“{word}” names no class"), f"@{name}")
    plain = {entry for entry in lexicon.classes[name] if _WORD.match(entry)}
    choices = [_words(plain)] if plain else []
    for entry in lexicon.classes[name]:
        if entry not in plain:
            pieces, rest = _sequence(_parts(entry), lexicon, depth + 1)
            if rest:
                raise PatternFault(N_("“{word}” closes nothing"), rest[0])
            choices.append(_joined(pieces))
    return _Piece(f"(?:{'|'.join(one.expression for one in choices)})", _any_of(choices))


def _joined(pieces: Iterable[_Piece]) -> _Piece:
    """Join pieces in a row; what is needed is what the most telling of them needs."""
    row = list(pieces)
    needs = [piece.needs for piece in row if piece.needs]
    best = min(needs, key=_commonness) if needs else None
    return _Piece("".join(piece.expression for piece in row), best)


def _any_of(choices: Iterable[_Piece]) -> frozenset[str] | None:
    found: set[str] = set()
    for choice in choices:
        if not choice.needs:
            return None
        found |= choice.needs
    return frozenset(found)


def _commonness(words: frozenset[str]) -> tuple[int, int]:
    return sum(word in _COMMON for word in words), len(words)
