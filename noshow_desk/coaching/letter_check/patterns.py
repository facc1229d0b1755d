"""The little language of the rule files: a sequence of words with gaps, read into pieces that match words.

A pattern is read from left to right, words between blanks:

    car            this word (no accents, lower case; "couldn't" is read as "could not")
    =llevó  =*ó    this word, or ending, only where it was typed with the accent
    bus|train      one of these words
    apolog*  *ed   a word that begins so, or ends so
    @vehicle       an entry of the class "vehicle" (entries may be several words, or patterns themselves)
    {break}        any form of a verb; {break:past} one tense
    ..3            up to 3 words between, not across a comma;   ...3 also across commas
    _              any one word
    #              a number
    [ the old ]    may be missing;   ( a b / c d )   one of these;   !word or !( a b )   not followed by this
                   (in a bracket without "/" a "|" divides: ( a b|c d ) is the same)
    ^              at the beginning of a clause;   $   at the end of one

"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from noshow_desk.coaching.letter_check.line import Line, as_line, each_place, first_place, last_place
from noshow_desk.coaching.letter_check.nodes import (
    AnyWord,
    Choice,
    ClauseEnd,
    ClauseStart,
    Gap,
    Node,
    Not,
    Number,
    Words,
    ends_of,
    first_words,
)
from noshow_desk.coaching.letter_check.writing import OR, parts_of
from noshow_desk.i18n import N_

MOST_GAP = 20
MOST_DEPTH = 6
MOST_KEPT = 8192
_OPENING = frozenset("([!")
_CLOSING = frozenset(")]/")
_GAP = re.compile(r"(\.{2,3})(\d+)$")
_VERB = re.compile(r"\{([^:{}]+)(?::(\w+))?\}$")
_WORD = re.compile(r"[a-z0-9'$%]+\*?$")
_ENDING = re.compile(r"\*[a-z]+$")
_TYPED = re.compile(r"=(\*?[a-zñ]*[áéíóú][a-zñáéíóú]*)$")
_MARKS: dict[str, Node] = {
    "^": ClauseStart(),
    "$": ClauseEnd(),
    "_": AnyWord(),
    "#": Number(),
    ",": Words(frozenset(",")),
    "?": Words(frozenset("?")),
}

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
    """What patterns may name: classes of words, and the forms of verbs by tag.

    Pieces that are written alike are made once: `kept` by their writing, `choices` by what they choose from.
    """

    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    verb: Callable[[str], Mapping[str, set[str]]] = lambda verb: {"base": {verb}}
    kept: dict[str, _Piece] = field(default_factory=dict)
    choices: dict[object, _Piece] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A pattern ready to run; each is its own (no two are equal).

    A sentence that lacks a word of one of the `needs` need not be searched; a need that ends in "*" is the
    beginning of a word. The first of the needs is the most telling one.
    """

    source: str
    nodes: tuple[Node, ...]
    needs: tuple[frozenset[str], ...]
    firsts: frozenset[str] | None = None  # the words it can begin with; None: cannot be told

    def find(self, words: Sequence[str] | Line) -> Iterator[tuple[int, int]]:
        """Yield where the pattern matches: first word and the one after the last, from left to right."""
        line = as_line(words)
        begins = line.every if self.firsts is None else line.places_of(self.firsts)
        if not begins or not ends_of(self.nodes, line, begins):
            return
        end_of = last_place if isinstance(self.nodes[-1], Gap) else first_place
        after = 0
        for begin in each_place(begins):
            ends = ends_of(self.nodes, line, 1 << begin) if begin >= after else 0
            end = end_of(ends) if ends else begin
            if end > begin:
                yield begin, end
                after = end

    def found(self, words: Sequence[str] | Line) -> bool:
        """Say whether the pattern matches anywhere in `words`."""
        return next(self.find(words), None) is not None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a pattern with the sets of words of each of which one must be there."""

    node: Node
    needs: tuple[frozenset[str], ...] = ()


def compile_pattern(source: str, lexicon: Lexicon) -> Pattern:
    """Return the pattern written as `source`. Raises PatternFault when it cannot be read."""
    pieces = _whole(source, lexicon, 0)
    needs = sorted({need for piece in pieces for need in piece.needs}, key=_commonness)
    if not needs:
        raise PatternFault(N_("“{word}” names no word"), source)
    nodes = tuple(piece.node for piece in pieces)
    return Pattern(source, nodes, tuple(needs), first_words(nodes[0]))


def _whole(source: str, lexicon: Lexicon, depth: int) -> list[_Piece]:
    """Return the pieces of a whole pattern, or of an entry of a class."""
    parts = deque(parts_of(source))
    pieces = _sequence(parts, lexicon, depth)
    if parts:
        raise PatternFault(N_("“{word}” closes nothing"), parts[0])
    return pieces


def _sequence(parts: deque[str], lexicon: Lexicon, depth: int) -> list[_Piece]:
    """Take the parts up to a closing mark and return their pieces."""
    if depth > MOST_DEPTH:
        raise PatternFault(N_("“{word}” is nested too deeply"), parts[0] if parts else "")
    pieces: list[_Piece] = []
    while parts and parts[0] not in _CLOSING:
        head = parts.popleft()
        if head in _OPENING:
            pieces.append(_group(head, parts, lexicon, depth))
        else:
            pieces.append(_single(head, lexicon, depth))
    return pieces


def _group(head: str, parts: deque[str], lexicon: Lexicon, depth: int) -> _Piece:
    if head == "!":
        if not parts or parts[0] != "(":
            raise PatternFault(N_("after “{word}” stands a word or a bracket"), "!")
        parts.popleft()
    choices: list[list[_Piece]] = []
    mark = "/"
    while mark == "/":
        choices.append(_sequence(parts, lexicon, depth + 1))
        if not parts:
            raise PatternFault(N_("“{word}” is not closed"), head)
        mark = parts.popleft()
    if mark != ("]" if head == "[" else ")"):
        raise PatternFault(N_("“{word}” closes nothing"), mark)
    if head == "[":
        return _Piece(_chosen(choices, lexicon, optional=True).node)
    piece = _chosen(choices, lexicon)
    return _Piece(Not(_as_choice(piece.node))) if head == "!" else piece


def _single(head: str, lexicon: Lexicon, depth: int) -> _Piece:
    known = lexicon.kept.get(head)
    if known is None:
        known = lexicon.kept[head] = _made_single(head, lexicon, depth)
    return known


def _made_single(head: str, lexicon: Lexicon, depth: int) -> _Piece:
    gap = _GAP.match(head)
    if gap:
        return _Piece(Gap(min(int(gap.group(2)), MOST_GAP), across=gap.group(1) == "..."))
    if head.startswith("!"):
        return _Piece(Not(_as_choice(_single(head[1:], lexicon, depth).node)))
    words = OR.split(head)
    if len(words) == 1:
        return _choice(head, lexicon, depth)
    return _chosen([[_single(one, lexicon, depth)] for one in words], lexicon)


def _choice(word: str, lexicon: Lexicon, depth: int) -> _Piece:
    if word in _MARKS:
        mark = _MARKS[word]
        return _Piece(mark, (mark.exact,) if isinstance(mark, Words) and word == "?" else ())
    if word.startswith("@"):
        return _class(word[1:], lexicon, depth)
    verb = _VERB.match(word)
    if verb:
        forms = frozenset(_verb_forms(verb.group(1), verb.group(2), word, lexicon))
        return _Piece(Words(forms), (forms,))
    typed = _TYPED.match(word)
    if typed:
        return _typed(typed.group(1))
    if _ENDING.match(word):
        return _Piece(Words(frozenset(), (), (word[1:],)))
    if not _WORD.match(word):
        raise PatternFault(N_("“{word}” cannot be read"), word)
    if word.endswith("*"):
        return _Piece(Words(frozenset(), (word[:-1],)), (frozenset((word,)),))
    return _Piece(Words(frozenset((word,))), (frozenset((word,)),))


def _typed(word: str) -> _Piece:
    """Return the piece for a word, or "*" and an ending, as it is typed with its accent."""
    if word.startswith("*"):
        return _Piece(Words(frozenset(), (), (word[1:],)))
    return _Piece(Words(frozenset((word,))), (frozenset((word,)),))


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


def _class(name: str, lexicon: Lexicon, depth: int) -> _Piece:
    if name not in lexicon.classes:
        raise PatternFault(N_("“{word}” names no class"), f"@{name}")
    return _chosen([_whole(entry, lexicon, depth + 1) for entry in lexicon.classes[name]], lexicon)


def _chosen(choices: list[list[_Piece]], lexicon: Lexicon, *, optional: bool = False) -> _Piece:
    """Return the choice between rows of pieces; it needs a word of what each row needs most."""
    key = (optional, tuple(tuple(id(piece.node) for piece in row) for row in choices))
    known = lexicon.choices.get(key)
    if known is None:
        known = lexicon.choices[key] = _made_choice(choices, optional)
    return known


def _made_choice(choices: list[list[_Piece]], optional: bool) -> _Piece:
    node = Choice(optional)
    needs: set[frozenset[str]] = set()
    always = True
    for row in choices:
        node.add(tuple(piece.node for piece in row))
        own = [need for piece in row for need in piece.needs]
        always = always and bool(own)
        needs |= {min(own, key=_commonness) if len(own) > 1 else own[0]} if own else set()
    return _Piece(node, (frozenset().union(*needs),) if always and needs else ())


def _as_choice(node: Node) -> Choice:
    if isinstance(node, Choice):
        return node
    made = Choice()
    made.add((node,))
    return made


@lru_cache(maxsize=MOST_KEPT)
def _commonness(words: frozenset[str]) -> tuple[int, int, list[str]]:
    return sum(word in _COMMON for word in words), len(words), sorted(words)[:1]
