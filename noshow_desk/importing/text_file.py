"""The text in a file of any program an office writes with: editors, old word processors, a shell."""

from __future__ import annotations

from noshow_desk.importing.encoding import encoding_of

_OF_TEXT = frozenset("\t\n\r\f")  # the control characters that a text may hold


def text_in(content: bytes) -> str | None:
    """Return the text in `content`, UTF-8, UTF-16 or of an old code page, its lines ended by "\\n"; None when
    it is no text.
    """
    try:
        text = content.decode(encoding_of(content))
    except UnicodeDecodeError:
        return None
    if any(one < " " and one not in _OF_TEXT for one in text):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
