"""Tells from the writing of a pattern which words a sentence must have for it, without making it ready.

Thousands of patterns are known, and a letter meets a few hundred of them: only these are made (`patterns`).
What cannot be read in a pattern shows here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from noshow_desk.coaching.letter_check.nodes import Choice, Node
from noshow_desk.coaching.letter_check.writing import MOST_DEPTH, NOT, OR, Group, PatternFault, parts_of
from noshow_desk.i18n import N_

MOST_KEPT = 8192
GAP = re.compile(r"(\.{2,3})(\d+)$")
VERB = re.compile(r"\{([^:{}]+)(?::(\w+))?\}$")
_ENDING = re.compile(r"\*[a-z]+$")
TYPED = re.compile(r"=(\*?[a-zñ]*[áéíóú][a-zñáéíóú]*)$")
QUESTION = "?"
_WORD = re.compile(r"[a-z0-9'$%]+\*?$")
_ANYTHING = frozenset("^$_#,")  # marks that need no word of their own

# One of these as the rarest word of a pattern would make it run over nearly every sentence.
_COMMON_TEXT = """
i you he she it we they my your his her our the a an to of and in on at for was were is am are have had
has not that this me be do did will would can could so if with as by up out get got go de la el que y en
a los las un una mi su se me le no por con para lo al del es fue era he ha yo usted
"""
_COMMON = frozenset(_COMMON_TEXT.split())

Needs = tuple[frozenset[str], ...]  # of each of these sets a word must be there


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What patterns may name: classes of words, and the forms of verbs by tag.

    What was found out about a piece is kept: its `needs` and its `nodes` by its writing, and the `choices`
    by what they choose from.
    """

    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    verb: Callable[[str], Mapping[str, set[str]]] = lambda verb: {"base": {verb}}
    needs: dict[str, Needs] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    choices: dict[object, Choice] = field(default_factory=dict)


def needs_of(source: str, lexicon: Lexicon) -> Needs:
    """Return the needs of the pattern written as `source`, the most telling first.

    A need that ends in "*" is the beginning of a word. Raises PatternFault when the pattern cannot be read,
    or needs nothing.
    """
    needs = sorted(set(_of_row(parts_of(source), lexicon, 0)), key=_commonness)
    if not needs:
        raise PatternFault(N_("“{word}” names no word"), source)
    return tuple(needs)


def _of_row(row: Sequence[str | Group], lexicon: Lexicon, depth: int) -> list[frozenset[str]]:
    """Return the needs of parts that follow each other; `depth` counts the classes around them."""
    found: list[frozenset[str]] = []
    for part in row:
        if isinstance(part, str):
            known = lexicon.needs.get(part)
            if known is None:
                known = lexicon.needs[part] = _of_word(part, lexicon, depth)
            found += known
        else:
            needs = _of_one(part.rows, lexicon, depth)
            found += needs if part.mark == "(" else ()
    return found


def _of_one(rows: Iterable[Sequence[str | Group]], lexicon: Lexicon, depth: int) -> Needs:
    """Return what one of several rows needs, whichever it is: a word of what each of them needs most."""
    most: set[frozenset[str]] = set()
    always = True
    for row in rows:
        known = lexicon.needs.get(row[0]) if len(row) == 1 and isinstance(row[0], str) else None
        needs = _of_row(row, lexicon, depth) if known is None else known
        if needs:
            most.add(min(needs, key=_commonness) if len(needs) > 1 else needs[0])
        else:
            always = False
    return (frozenset().union(*most),) if always and most else ()


def _of_word(head: str, lexicon: Lexicon, depth: int) -> Needs:
    """Return the needs of one part that is no bracket."""
    if head.isalpha() and head.isascii() and head.islower():
        return (frozenset((head,)),)
    if GAP.match(head):
        return ()
    if head == NOT:
        raise PatternFault(N_("after “{word}” stands a word or a bracket"), NOT)
    if head.startswith(NOT):
        _of_row([head[1:]], lexicon, depth)  # so that a fault in it shows
        return ()
    words = OR.split(head)
    if len(words) > 1:
        return _of_one(([one] for one in words), lexicon, depth)
    return _of_single(head, lexicon, depth)


def _of_single(word: str, lexicon: Lexicon, depth: int) -> Needs:
    if word in _ANYTHING or _ENDING.match(word):
        return ()
    if word == QUESTION or _WORD.match(word):
        return (frozenset((word,)),)
    if word.startswith("@"):
        return _of_class(word, lexicon, depth)
    verb, typed = VERB.match(word), TYPED.match(word)
    if verb:
        return (verb_forms(verb.group(1), verb.group(2), word, lexicon),)
    if typed:
        return () if typed.group(1).startswith("*") else (frozenset((typed.group(1),)),)
    raise PatternFault(N_("“{word}” cannot be read"), word)


def _of_class(word: str, lexicon: Lexicon, depth: int) -> Needs:
    entries = lexicon.classes.get(word[1:])
    if entries is None:
        raise PatternFault(N_("“{word}” names no class"), word)
    if depth >= MOST_DEPTH:  # a class that names itself, too
        raise PatternFault(N_("“{word}” is nested too deeply"), word)
    return _of_one((parts_of(entry) for entry in entries), lexicon, depth + 1)


def verb_forms(verbs: str, tag: str | None, word: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the forms of one verb or several ("be|get"), of one tense or all; `word` is all that is written.

    Raises PatternFault for what is no verb, or no tense.
    """
    found: set[str] = set()
    for verb in verbs.split("|"):
        forms = lexicon.verb(verb)
        if not forms:
            raise PatternFault(N_("“{word}” names no verb"), word)
        if tag and tag not in forms:
            raise PatternFault(N_("“{word}” names no tense"), word)
        found.update(forms[tag] if tag else set().union(*forms.values()))
    return frozenset(found)


@lru_cache(maxsize=MOST_KEPT)
def _commonness(words: frozenset[str]) -> tuple[int, int, str]:
    return len(words & _COMMON), len(words), min(words, default="")
