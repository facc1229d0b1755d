"""Marked texts: words that stand in records only, and how to find them again however a file hides them."""

from __future__ import annotations

import base64
import json
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from urllib.parse import quote

# Each stands somewhere else in a record; none is a word of the program. One has letters beyond ASCII.
MARKS = (
    "Qwzelda", "Xylotripp", "Vuzzenberg", "Krumpfel", "Jibberack", "Zanzefir", "Moxwellig", "Plutzkern",
    "Trottelbein", "Wexlerium", "Hupfdohle", "Gnorfeld", "Żwöltzkiñ",
)  # fmt: skip
CANARY = "kanarinzel"  # in every address and path that a record names: nobody may go there
_STREAM = re.compile(rb"[\x18\x28\x38\x48\x58\x68\x78][\x01\x5e\x9c\xda]|PK\x03\x04|\x1f\x8b\x08")
_MOST = 64_000_000  # bytes that one packed stream may hold: a bomb is no letter


def hostile(place: str) -> tuple[str, ...]:
    """Return texts that make a careless widget, writer or template open a file in `place` or an address."""
    return (
        f'<img src="file://{place}/leak.png">',
        f"<img src='{place}/leak.png'><img src={place}/leak.png>",
        f'<a href="http://{CANARY}.invalid/a">read me</a><img src="http://{CANARY}.invalid/b.png">',
        f"\\\\{CANARY}\\share\\x.png <img src='\\\\{CANARY}\\share\\x.png'>",
        f'<style>@import url("file://{place}/leak.css"); body {{background: url({place}/leak.png)}}</style>',
        f'<body background="{place}/leak.png"><table background="file://{place}/leak.png">',
        f'<link rel="stylesheet" href="file://{place}/leak.css"><b>bold</b>',
        f"file://{place}/leak.png qrc:/{CANARY}.png {place}/leak.png",
        f"![picture](file://{place}/leak.png) **bold** {{{{ client }}}} {{% include '{place}/leak.html' %}}",
        f'<object data="file://{place}/leak.html"></object><iframe src="{place}/leak.html"></iframe>',
        f"=HYPERLINK(\"http://{CANARY}.invalid/x\") $(cat {place}/leak.png) `cat {place}/leak.png`",
    )  # fmt: skip


class Finder:
    """Finds words in bytes: as they are, in other encodings, and inside what was packed."""

    def __init__(self, words: Iterable[str], exact: Iterable[bytes] = ()) -> None:
        words = tuple(words)
        self._folded = sorted({form for word in words for form in _folded_forms(word)})
        self._exact = sorted({form for word in words for form in _packed_forms(word)} | set(exact))

    def find(self, content: bytes, depth: int = 3) -> bytes | None:
        """Return the first form of a word that can be read in `content`, packed parts included."""
        # In small letters and without zero bytes: so UTF-16 and UTF-32 of ASCII read like ASCII.
        for text in {content.lower(), content.lower().replace(b"\0", b"")}:
            for form in self._folded:
                if form in text:
                    return form
        for form in self._exact:
            if form in content:
                return form
        packed = _unpacked(content) if depth else ()
        return next((found for part in packed if (found := self.find(part, depth - 1))), None)


def _folded_forms(word: str) -> Iterator[bytes]:
    """Yield the ways to write `word` that small letters do not change."""
    for text in {word, word.lower(), word.upper()}:
        for shape in ("NFC", "NFD"):
            shaped = unicodedata.normalize(shape, text)
            for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
                yield shaped.encode(code).lower()
            yield shaped.encode("ascii", "xmlcharrefreplace").lower()
            yield json.dumps(shaped)[1:-1].encode().lower()
            yield quote(shaped).encode().lower()
            yield quote(shaped).replace("%", "=").encode().lower()  # quoted-printable
            yield shaped.encode().hex().encode()


def _packed_forms(word: str) -> Iterator[bytes]:
    for text in {word, word.lower(), word.upper()}:
        for code in ("utf-8", "utf-16-le"):
            yield from _in_base64(text.encode(code))


def _in_base64(plain: bytes) -> Iterator[bytes]:
    """Yield the part of base64 that is the same whatever stands before and behind, at each of 3 places."""
    for before in range(3):
        packed = base64.b64encode(bytes(before) + plain)
        start = -(-(before * 8) // 6)
        end = (before + len(plain)) * 8 // 6
        yield packed[start:end]
        yield packed[start:end].translate(bytes.maketrans(b"+/", b"-_"))


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Yield what every zlib stream, gzip file and zip member in `content` holds."""
    for start in _STREAM.finditer(content):
        at = start.start()
        if content[at : at + 2] == b"PK":
            at, wbits = _member(content, at), -15
        else:
            wbits = 31 if content[at : at + 2] == b"\x1f\x8b" else 15
            if wbits == 15 and int.from_bytes(content[at : at + 2], "big") % 31:
                continue
        unpacked = _inflated(content, at, wbits)
        if len(unpacked) > 3:
            yield unpacked


def _member(content: bytes, at: int) -> int:
    """Return where the packed bytes of the zip member at `at` begin."""
    name, extra = (int.from_bytes(content[at + place : at + place + 2], "little") for place in (26, 28))
    return at + 30 + name + extra


def _inflated(content: bytes, at: int, wbits: int) -> bytes:
    engine, made = zlib.decompressobj(wbits), bytearray()
    try:
        for start in range(at, len(content), 4096):
            made += engine.decompress(content[start : start + 4096], _MOST)
            if engine.eof or len(made) > _MOST:
                break
    except zlib.error:
        pass  # what was read before counts: a stream may be cut short
    return bytes(made)
