"""Bold in the Easy view: what two pairs of stars say in a template is a quality of the words there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from noshow_desk.letters.easy import Piece, Words

STARS = "**"
Styled = tuple[Piece, bool]


def styled(pieces: Iterable[Piece]) -> Iterator[Styled]:
    """Yield `pieces` with whether each is bold, without the stars that say so.

    Stars stay words where they have no partner in their line, and in a line where a pair holds nothing: no
    words would carry it.
    """
    line: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Words):
            line.append(piece)
            continue
        first, *others = piece.text.split("\n")
        line.append(Words(first))
        for other in others:
            yield from _styled_line(line)
            yield Words("\n"), False
            line = [Words(other)]
    yield from _styled_line(line)


def _styled_line(line: Sequence[Piece]) -> list[Styled]:
    left = sum(piece.text.count(STARS) for piece in line if isinstance(piece, Words)) // 2 * 2
    found: list[Styled] = []
    bold, filled = False, True  # `filled`: something stands behind the last stars
    for piece in line:
        parts = piece.text.split(STARS) if isinstance(piece, Words) else [""]
        for number, part in enumerate(parts):
            if number and not left:
                part = STARS + part
            elif number:
                if not filled:
                    return [(one, False) for one in line if one != Words("")]
                bold, left, filled = not bold, left - 1, False
            if part:
                found.append((Words(part), bold))
                filled = True
        if not isinstance(piece, Words):
            found.append((piece, bold))
            filled = True
    return found


def starred(parts: Iterable[tuple[str, bool]]) -> str:
    """Return the parts of one line, each with whether it is bold, as they are spelled in a template."""
    said, before = [], False
    for text, bold in parts:
        if text:
            said.append(STARS + text if bold != before else text)
            before = bold
    return "".join([*said, STARS] if before else said)
