"""Forms of English verbs by the regular rules; irregular past forms stand in the rule file.

Tags: `base`, `s`, `past` (participle included), `ing`. No tag means every form.
"""

from __future__ import annotations

import re

Forms = dict[str, set[str]]

_DOUBLES = re.compile(r"[^aeiou]*[aeiou][bdgkmnprt]$|.*[^aeiou][aeiou]l$")
_SILENT = re.compile(r".*[^eyo]e$")


def english_forms(verb: str, irregular: str = "") -> Forms:
    """Return the forms of `verb`; `irregular` lists its past forms ("broke broken"), empty when regular."""
    ing, past, third = {f"{verb}ing"}, {f"{verb}ed"}, {f"{verb}s"}
    if _SILENT.match(verb):
        ing, past = {f"{verb[:-1]}ing"}, {f"{verb}d"}
    elif verb.endswith("e"):
        past = {f"{verb}d"}
    elif _DOUBLES.fullmatch(verb):  # both spellings: canceled and cancelled, and what people write
        ing, past = ing | {f"{verb}{verb[-1]}ing"}, past | {f"{verb}{verb[-1]}ed"}
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        past, third = {f"{verb[:-1]}ied"}, {f"{verb[:-1]}ies"}
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = {f"{verb}es"}
    return {"base": {verb}, "s": third, "past": set(irregular.split()) or past, "ing": ing}
