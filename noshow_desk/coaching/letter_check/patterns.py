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

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from noshow_desk.coaching.letter_check.line import Line, as_line, each_place, first_place, last_place
from noshow_desk.coaching.letter_check.needs import (
    GAP,
    TYPED,
    VERB,
    Lexicon,
    Needs,
    needs_of,
    verb_forms,
)
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
from noshow_desk.coaching.letter_check.writing import NOT, OR, Parts, parts_of

MOST_GAP = 20
_MARKS: dict[str, Node] = {
    "^": ClauseStart(),
    "$": ClauseEnd(),
    "_": AnyWord(),
    "#": Number(),
    ",": Words(frozenset(",")),
    "?": Words(frozenset("?")),
}


@dataclass(slots=True, eq=False)
class Pattern:
    """A pattern; each is its own (no two are equal). It is made ready to run when it is first looked for.

    A sentence that lacks a word of one of the `needs` need not be searched; a need that ends in "*" is the
    beginning of a word. The first of the needs is the most telling one.
    """

    source: str
    needs: Needs
    lexicon: Lexicon = field(repr=False)
    nodes: tuple[Node, ...] = field(default=(), repr=False)
    firsts: frozenset[str] | None = None  # the words it can begin with; None: cannot be told

    def find(self, words: Sequence[str] | Line) -> Iterator[tuple[int, int]]:
        """Yield where the pattern matches: first word and the one after the last, from left to right."""
        if not self.nodes:
            self._make_ready()
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

    def _make_ready(self) -> None:
        self.nodes = _row(parts_of(self.source), self.lexicon)
        self.firsts = first_words(self.nodes[0])


def read_pattern(source: str, lexicon: Lexicon) -> Pattern:
    """Return the pattern written as `source`. Raises PatternFault when it cannot be read."""
    return Pattern(source, needs_of(source, lexicon), lexicon)


def _row(row: Parts, lexicon: Lexicon) -> tuple[Node, ...]:
    """Return the pieces for parts that follow each other; what cannot be read the needs have told."""
    return tuple(
        _piece(part, lexicon)
        if isinstance(part, str)
        else _group(part.mark, [_row(one, lexicon) for one in part.rows], lexicon)
        for part in row
    )


def _group(mark: str, rows: list[tuple[Node, ...]], lexicon: Lexicon) -> Node:
    chosen = _chosen(rows, lexicon, optional=mark == "[")
    return Not(chosen) if mark == NOT else chosen


def _piece(head: str, lexicon: Lexicon) -> Node:
    known = lexicon.nodes.get(head)
    if known is None:
        known = lexicon.nodes[head] = _made_piece(head, lexicon)
    return known


def _made_piece(head: str, lexicon: Lexicon) -> Node:
    gap = GAP.match(head)
    if gap:
        return Gap(min(int(gap.group(2)), MOST_GAP), across=gap.group(1) == "...")
    if head.startswith(NOT):
        return Not(_as_choice(_piece(head[1:], lexicon)))
    words = OR.split(head)
    if len(words) > 1:
        return _chosen([(_piece(one, lexicon),) for one in words], lexicon)
    return _MARKS.get(head) or _words(head, lexicon)


def _words(word: str, lexicon: Lexicon) -> Node:
    if word.startswith("@"):
        entries = lexicon.classes[word[1:]]
        return _chosen([_row(parts_of(entry), lexicon) for entry in entries], lexicon)
    verb, typed = VERB.match(word), TYPED.match(word)
    if verb:
        return Words(verb_forms(verb.group(1), verb.group(2), word, lexicon))
    plain = typed.group(1) if typed else word
    if plain.startswith("*"):
        return Words(frozenset(), (), (plain[1:],))
    if plain.endswith("*"):
        return Words(frozenset(), (plain[:-1],))
    return Words(frozenset((plain,)))


def _chosen(rows: list[tuple[Node, ...]], lexicon: Lexicon, *, optional: bool = False) -> Choice:
    """Return the choice between rows of pieces; the same choice is made once."""
    key = (optional, tuple(tuple(id(node) for node in row) for row in rows))
    known = lexicon.choices.get(key)
    if known is None:
        known = lexicon.choices[key] = Choice(optional)
        for row in rows:
            known.add(row)
    return known


def _as_choice(node: Node) -> Choice:
    if isinstance(node, Choice):
        return node
    made = Choice()
    made.add((node,))
    return made
