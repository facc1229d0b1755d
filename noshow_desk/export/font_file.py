"""A TrueType file: which characters it has, and a copy with the shapes of some of them alone.

Of what OpenType allows this reads what the bundled fonts are made of: a Windows character map (formats 4
and 12) and outlines in `glyf`, found by a long `loca`. Sizes and offsets: the OpenType specification 1.9.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property

_WORDS_FOLLOW, _SCALED, _MORE, _SCALED_TWICE, _MATRIX = 0x01, 0x08, 0x20, 0x40, 0x80  # of a composite shape
_SUM_OF_FILE = 0xB1B0AFBA
# Rules about shapes that are not there any more, and what is asked for in text that runs downward.
_DROPPED = frozenset(("DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "MATH", "kern", "vhea", "vmtx"))
_NAMELESS = b"\0\3\0\0"  # the version of a `post` table without names of shapes
_POST_SIZE = 32
# In a `name` table: the records that Windows reads; the family, the one of its kind and the whole name; the
# name for printers; and names of a wider family or of the maker's own.
_WINDOWS_ENGLISH = (3, 1, 0x409)
_NAMES, _POSTSCRIPT_NAME, _WIDER_NAMES = (1, 3, 4), 6, frozenset((16, 17, 18, 20, 21, 22, 25))


class FontFile:
    """A font file that was read; `content` is all of it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        count = struct.unpack_from(">H", content, 4)[0]
        self._tables: dict[str, tuple[int, int]] = {}
        for number in range(count):
            tag, _sum, start, size = struct.unpack_from(">4sIII", content, 12 + 16 * number)
            self._tables[tag.decode("ascii")] = (start, size)

    def glyph(self, code: int) -> int:
        """Return the number of the shape of the character with this code point; 0 when there is none."""
        ends, spans = self._spans
        place = bisect_left(ends, code)
        if place == len(ends) or code < spans[place][0]:
            return 0
        first, shape = spans[place]
        return shape + code - first

    def cut(self, text: str, name: str) -> bytes:
        """Return a copy that shows the characters of `text` and no others: no rules for joining letters.

        The shapes keep their numbers and so their widths; the other ones are empty. The copy is a family of
        its own, called `name`.
        """
        wanted = {ord(one): self.glyph(ord(one)) for one in text if self.glyph(ord(one))}
        tables = {tag: self._table(tag) for tag in self._tables if tag not in _DROPPED}
        tables["glyf"], tables["loca"] = self._shapes({0, *wanted.values()})
        tables["cmap"] = _character_map(wanted)
        tables["name"] = _renamed(tables["name"], name)
        tables["post"] = _NAMELESS + tables["post"][4:_POST_SIZE]
        head = bytearray(tables["head"])
        head[8:12] = bytes(4)
        head[50:52] = b"\0\1"  # a long loca
        tables["head"] = bytes(head)
        return _file_of(tables)

    def _table(self, tag: str) -> bytes:
        start, size = self._tables[tag]
        return self.content[start : start + size]

    @cached_property
    def _spans(self) -> tuple[list[int], list[tuple[int, int]]]:
        """Runs of characters whose shapes are numbered on: the last of each, and (first, its shape)."""
        table = self._table("cmap")
        maps = {}
        for number in range(struct.unpack_from(">H", table, 2)[0]):
            platform, encoding, start = struct.unpack_from(">HHI", table, 4 + 8 * number)
            maps[platform, encoding] = table[start:]
        spans = sorted(_long_spans(maps[3, 10]) if (3, 10) in maps else _short_spans(maps[3, 1]))
        return [last for _first, last, _shape in spans], [(first, shape) for first, _last, shape in spans]

    @cached_property
    def _places(self) -> tuple[int, ...]:
        """Where each shape begins in `glyf`, and where the last one ends."""
        table = self._table("loca")
        if self._table("head")[51]:
            return struct.unpack(f">{len(table) // 4}I", table)
        return tuple(2 * half for half in struct.unpack(f">{len(table) // 2}H", table))

    def _shapes(self, wanted: set[int]) -> tuple[bytes, bytes]:
        """Return `glyf` and `loca` with the shapes in `wanted` and those that they are put together from."""
        start = self._tables["glyf"][0]
        shapes: dict[int, bytes] = {}
        waiting = sorted(wanted)
        while waiting:
            number = waiting.pop()
            if number not in shapes:
                begin, end = self._places[number : number + 2]
                shapes[number] = self.content[start + begin : start + end]
                waiting.extend(_parts_of(shapes[number]))
        outlines = bytearray()
        places = []
        for number in range(len(self._places)):
            places.append(len(outlines))
            shape = shapes.get(number, b"")
            outlines += shape + bytes(-len(shape) % 4)
        return bytes(outlines), struct.pack(f">{len(places)}I", *places)


def _long_spans(table: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield (first, last, shape of the first) of a character map in format 12."""
    for number in range(struct.unpack_from(">I", table, 12)[0]):
        yield struct.unpack_from(">III", table, 16 + 12 * number)


def _short_spans(table: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield (first, last, shape of the first) of a character map in format 4, one span a character."""
    count = struct.unpack_from(">H", table, 6)[0] // 2
    for number in range(count):
        at = 14 + 2 * number
        last, first, delta, listed = (
            struct.unpack_from(">H", table, at + gap)[0]
            for gap in (0, 2 * count + 2, 4 * count + 2, 6 * count + 2)
        )
        for code in range(first, min(last, 0xFFFE) + 1):
            shape = code
            if listed:
                shape = struct.unpack_from(">H", table, at + 6 * count + 2 + listed + 2 * (code - first))[0]
            if shape or not listed:
                yield code, code, (shape + delta) & 0xFFFF


def _parts_of(shape: bytes) -> Iterator[int]:
    """Yield the numbers of the shapes that a composite one is put together from."""
    if len(shape) < 10 or struct.unpack_from(">h", shape)[0] >= 0:
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, number = struct.unpack_from(">HH", shape, at)
        yield number
        at += 8 if flags & _WORDS_FOLLOW else 6
        at += 2 if flags & _SCALED else 4 if flags & _SCALED_TWICE else 8 if flags & _MATRIX else 0


def _character_map(wanted: Mapping[int, int]) -> bytes:
    """Return a `cmap` in the two formats that Windows reads: 4 for the first plane, 12 for all of them."""
    codes = sorted(wanted)
    short = _short_map([(code, (wanted[code] - code) & 0xFFFF) for code in codes if code < 0xFFFF])
    groups = b"".join(struct.pack(">III", code, code, wanted[code]) for code in codes)
    long = struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(codes)) + groups
    head = struct.pack(">HHHHIHHI", 0, 2, 3, 1, 20, 3, 10, 20 + len(short))
    return head + short + long


def _short_map(pairs: list[tuple[int, int]]) -> bytes:
    """Return a character map in format 4 of (code point, what leads from it to its shape)."""
    pairs = [*pairs, (0xFFFF, 1)]
    codes = struct.pack(f">{len(pairs)}H", *(code for code, _delta in pairs))
    deltas = struct.pack(f">{len(pairs)}H", *(delta for _code, delta in pairs))
    body = codes + bytes(2) + codes + deltas + bytes(len(codes))
    return struct.pack(">7H", 4, 14 + len(body), 0, 2 * len(pairs), *_steps(len(pairs), 2)) + body


def _renamed(table: bytes, name: str) -> bytes:
    """Return a `name` table with what Windows reads of `table`, licence and all, under another name."""
    count, start = struct.unpack_from(">HH", table, 2)
    words: dict[int, bytes] = {}
    for number in range(count):
        at = 6 + 12 * number
        platform, encoding, language, kind, size, place = struct.unpack_from(">6H", table, at)
        if (platform, encoding, language) == _WINDOWS_ENGLISH and kind not in _WIDER_NAMES:
            words[kind] = table[start + place : start + place + size]
    words |= {kind: name.encode("utf-16-be") for kind in _NAMES}
    words[_POSTSCRIPT_NAME] = "-".join(name.rsplit(" ", 1)).replace(" ", "").encode("utf-16-be")
    records, text = bytearray(), bytearray()
    for kind in sorted(words):
        records += struct.pack(">6H", *_WINDOWS_ENGLISH, kind, len(words[kind]), len(text))
        text += words[kind]
    return struct.pack(">3H", 0, len(words), 6 + len(records)) + bytes(records + text)


def _steps(count: int, size: int) -> tuple[int, int, int]:
    """Return what OpenType asks for beside a sorted list: how far, how often and from where to halve it."""
    halvings = count.bit_length() - 1
    reach = size << halvings
    return reach, halvings, count * size - reach


def _file_of(tables: Mapping[str, bytes]) -> bytes:
    """Return a font file of `tables`, each padded and summed up."""
    start = 12 + 16 * len(tables)
    directory, body, head_at = bytearray(), bytearray(), 0
    directory += struct.pack(">IHHHH", 0x00010000, len(tables), *_steps(len(tables), 16))
    for tag in sorted(tables):
        content = tables[tag] + bytes(-len(tables[tag]) % 4)
        if tag == "head":
            head_at = start + len(body)
        directory += struct.pack(
            ">4sIII", tag.encode("ascii"), _sum(content), start + len(body), len(tables[tag])
        )
        body += content
    made = directory + body
    struct.pack_into(">I", made, head_at + 8, (_SUM_OF_FILE - _sum(bytes(made))) & 0xFFFFFFFF)
    return bytes(made)


def _sum(content: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(content) // 4}I", content)
    return sum(words) & 0xFFFFFFFF
