"""How the bytes of a text file are written: by their mark, as UTF-8, or as old programs of an office did."""

from __future__ import annotations

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LIKELY = ("cp1252", "mac_roman", "cp850")  # Windows, old Macs, old DOS programs
_GUESSED_FROM = 64 * 1024  # bytes
_HEAD = 4_096  # bytes in which UTF-16 without a mark shows: every other one is zero in Western text


def encoding_of(content: bytes) -> str:
    """Return the name of the encoding: by its mark, else UTF-8, else the likeliest.

    Not every byte of a file that is no text has to fit it.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    head = content[:_HEAD]
    if head.count(0) > len(head) // 4:
        return "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
    return "utf-8" if _is_utf8(content) else _likeliest(content)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _likeliest(content: bytes) -> str:
    from charset_normalizer import from_bytes  # deferred: 30 ms, only for old files

    found = from_bytes(content[:_GUESSED_FROM], cp_isolation=list(_LIKELY)).best()
    return found.encoding if found is not None else "cp1252"
