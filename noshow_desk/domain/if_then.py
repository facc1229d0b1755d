"""The words of an if-then as they stand in a sentence: "If …, then I …" says its "If" and "I" only once."""

from __future__ import annotations

import re

from noshow_desk.domain.incident import IfThen

_IF = re.compile(r"^(?:if|si)\s+(?=\S)", re.IGNORECASE)
_THEN = re.compile(r"^(?:then|entonces)\b,?\s+(?=\S)", re.IGNORECASE)
_I = re.compile(r"^(?:I|yo)\s+(?=\S)", re.IGNORECASE)
# Short forms hold a verb that has to stay: "I'll call Ray" goes on as "then I will call Ray".
_SHORT = {"ll": "will", "m": "am", "ve": "have", "d": "would"}
_I_SHORT = re.compile(rf"^I['’]({'|'.join(_SHORT)})\s+(?=\S)", re.IGNORECASE)
_DOTS = " \t…."


def if_part(row: IfThen) -> str:
    """Return what may happen, to stand after "If": without an "If" of its own, in either language."""
    return _IF.sub("", row.if_this.strip().lstrip(_DOTS))


def then_part(row: IfThen) -> str:
    """Return what the client does then, to stand after "then I": without a "then" or an "I" of its own."""
    words = _THEN.sub("", row.then_i.strip().lstrip(_DOTS))
    short = _I_SHORT.match(words)
    if short:
        return f"{_SHORT[short.group(1).lower()]} {words[short.end() :]}"
    return _I.sub("", words)
