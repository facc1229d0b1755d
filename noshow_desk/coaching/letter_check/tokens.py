"""Splits a text into words, clauses and sentences that remember where they stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from noshow_desk.coaching.letter_check.names import NAME_MARK, name_starts

MOST_TOKENS = 90  # a longer "sentence" is cut, so that the work for one stays bounded
MOST_FOLDED = 4096  # different words that are remembered; the letters on the screen have fewer
MOST_CHARACTERS = 40  # of one word; what is longer is no word of any rule

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufe0f"
_LETTER = rf"[^\W\d_][{_MARKS}]*"
_TOKEN = re.compile(
    rf"(?P<word>(?:{_LETTER})+(?:['’ʼ`´](?:{_LETTER})+)*\d*)"
    r"|(?P<number>\d+(?:[.:/,\-]\d+)*)"
    r"|(?P<end>[.!?…]+)"
    r"|(?P<pause>[,;:()\[\]—–¿¡]|(?<=\s)-+(?=\s))"
    r"|(?P<line>\n[ \t\r]*(?:\n\s*)?)"
)
_DROPPED = re.compile(rf"[{_MARKS}]")
_ACCENTS = frozenset("áéíóú")
_CLOSING = re.compile(r"[.!?…]*[\"”»'’)\]*]*")
_LINE_END = re.compile(r"[ \t]*(?:[\r\n]|\Z)")
_AFTER_END = re.compile(r"[\"”»'’)\]*]*(?:\s|$)")
_ENDS = (".", "!", "?", ":", "…", "»", "”", '"')
_WRAPPED = 32  # a line at least this long without an end was wrapped
_ABBREVIATIONS_TEXT = """
mr mrs ms mx dr dra sr sra srta prof rev st ave no inc apt jr ext tel a m p lic ing dpto av núm num o
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_TEXT.split())
# What begins after "3 p.m. " is a new sentence, unless the time goes on: "3 p.m. Friday", "3 p.m. Eastern".
_NEW_AFTER_TIME = re.compile(
    r"\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May\b|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber|Eastern|Central|Mountain|Pacific|[A-Z]{2,})[¿¡“\"A-ZÁÉÍÓÚÑ]"
)
_INITIAL = re.compile(r"(?:^|\W)[^\W\d_]\.[ \xa0]?$")
_NUMBER_NEXT = re.compile(r"\s*\d")


class Token(NamedTuple):
    """A word as rules see it and where it stands in the text.

    `key` is in lower case, without accents; that of a name begins with NAME_MARK. `typed` is the word in
    lower case with the accents it was typed with, empty when it has none.
    """

    key: str
    start: int
    end: int
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its tokens, and their keys, which patterns run over; `typed` the accented ones by place."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    typed: tuple[tuple[int, str], ...] = ()
    paragraph: int = 0


def sentence_of(tokens: list[Token], paragraph: int = 0) -> Sentence:
    """Return the sentence made of `tokens`."""
    accented = ((place, token.typed) for place, token in enumerate(tokens) if token.typed)
    return Sentence(tuple(tokens), tuple(token.key for token in tokens), tuple(accented), paragraph)


@lru_cache(maxsize=MOST_FOLDED)
def fold(word: str) -> str:
    """Return `word` as rules see it: lower case, straight apostrophe, no accents, no invisible marks."""
    if word.isascii():
        return word.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return _DROPPED.sub("", re.sub("[’ʼ`´]", "'", plain)).replace(" ", "")


@lru_cache(maxsize=MOST_FOLDED)
def accented(word: str) -> str:
    """Return `word` in lower case when it has an accent on a vowel ("llegó"), otherwise nothing."""
    typed = unicodedata.normalize("NFC", word.lower())
    return typed if _ACCENTS.intersection(typed) else ""


Reader = Callable[[str], tuple[str, ...]]


def sentences(text: str, read: Reader) -> Iterator[Sentence]:
    """Yield the sentences of `text`. `read` says as which words a word is read ("can't": can not)."""
    found: list[Token] = []
    paragraph = 0
    names = name_starts(text)
    for hit in _TOKEN.finditer(text):
        kind = hit.lastgroup
        if kind == "end":
            if "?" in hit.group():
                found.append(Token("?", hit.start(), hit.end()))
            over = _is_end(text, hit, found)
        elif kind == "line":
            over = _line_is_over(text, hit)
        else:
            _take(found, hit, kind, read)
            if hit.start() in names:
                _mark_name(found, hit.start())
            over = len(found) >= MOST_TOKENS
        if over and found:
            yield sentence_of(found, paragraph)
            found = []
        if kind == "line" and hit.group().count("\n") > 1:
            paragraph += 1
    if found:
        yield sentence_of(found, paragraph)


def sentence_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of `text` begins and ends, with its marks and without blanks around it."""
    first = 0
    for sentence in sentences(text, _as_written):
        end = _CLOSING.match(text, sentence.tokens[-1].end)
        assert end is not None  # it may be empty
        if end.group() or sentence.words[-1] == "?" or _LINE_END.match(text, end.end()):
            yield first + len(text[first:]) - len(text[first:].lstrip()), end.end()
            first = end.end()


def _as_written(word: str) -> tuple[str, ...]:
    return (word,)


def _take(found: list[Token], hit: re.Match[str], kind: str | None, read: Reader) -> None:
    start, end = hit.span()
    if kind == "pause":
        if found and found[-1].key != ",":
            found.append(Token(",", start, end))
        return
    word = hit.group()
    folded = fold(word)[:MOST_CHARACTERS]
    keys = read(folded)
    typed = accented(word) if keys == (folded,) and not word.isascii() else ""
    for key in keys:
        found.append(Token(key, start, end, typed))


def _mark_name(found: list[Token], start: int) -> None:
    """Mark the first token of the word that begins at `start` as a name."""
    place = next(place for place, token in enumerate(found) if token.start == start)
    found[place] = found[place]._replace(key=f"{NAME_MARK}{found[place].key}", typed="")


def _is_end(text: str, hit: re.Match[str], found: list[Token]) -> bool:
    if not _AFTER_END.match(text, hit.end()):
        return False
    if hit.group() != "." or not found:
        return True
    last = found[-1]
    word = fold(text[last.start : last.end])  # as written: "Sr." is read as "señor"
    if last.end != hit.start() or not (word in _ABBREVIATIONS or _is_second_initial(text, last)):
        return True
    if word == "no":
        return not _NUMBER_NEXT.match(text, hit.end())  # "No. 5"; anywhere else it is the word
    if word == "st":
        return text[last.start - 1].isdigit()  # "the 31st."
    return word == "m" and _NEW_AFTER_TIME.match(text, hit.end()) is not None


def _is_second_initial(text: str, last: Token) -> bool:
    """Say whether `last` is the end of "U.S", "P.O"."""
    return last.end - last.start == 1 and bool(_INITIAL.search(text[max(0, last.start - 4) : last.start]))


def _line_is_over(text: str, hit: re.Match[str]) -> bool:
    """Say whether a sentence ends with a line: a wrapped line goes on, a greeting or an address does not."""
    if hit.group().count("\n") > 1:
        return True
    begin = text.rfind("\n", max(0, hit.start() - 200), hit.start()) + 1
    before = text[begin : hit.start()].rstrip()
    return len(before) < _WRAPPED or before.endswith(_ENDS)
