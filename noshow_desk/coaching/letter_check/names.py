"""Finds words of a text that are names of people, streets and firms: Mr. Storms was late for no storm."""

from __future__ import annotations

import re

NAME_MARK = "~"  # stands before a word that is a name, so that only a pattern for any word fits it
_CAPITAL = r"[A-ZÁÉÍÓÚÑ][a-záéíóúñü]+"
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sister|Captain|Chef|Coach|Pastor|Sra?|Srta|Dra|Don|Doña|Lic|Ing)"
    rf"\.?[ \t]+({_CAPITAL}(?:[ \t]+{_CAPITAL})?)"
)
_PLACED = re.compile(
    rf"\b((?:{_CAPITAL}(?:['’]s)?[ \t]+){{1,2}})(?:Street|St|Lane|Ln|Road|Rd|Avenue|Ave|Boulevard|Blvd|Way"
    r"|Hill|Square|Bridge|Brothers|Bros|Garage|Diner|Bakery|Hardware|Motors|Lumber|Hotel|Inn|Market|Foods|Farms?"
    r"|Island|Cove|Bay|Creek|River|Lake|Point|Harbou?r|Valley|Ridge|Falls|Beach|Landing|Junction|Heights"
    r"|Trucking|Logistics|Transport|Supply|Elementary)\b"
)
_PLACED_BEHIND = re.compile(
    r"\b(?:[Cc]alle|[Aa]venida|[Cc]arretera|[Pp]laza|[Cc]olonia|[Bb]arrio)[ \t]+"
    rf"(?:(?:de|del|la|las|los|el)[ \t]+)*({_CAPITAL}(?:[ \t]+{_CAPITAL})?)"
)
# Who signs, or says who speaks: two or three capitalised words, the line of a signature or after "this is".
_SIGNED = re.compile(
    rf"^[ \t]*({_CAPITAL}(?:[ \t]+[A-Z]\.)?(?:[ \t-]+{_CAPITAL}){{1,2}})[ \t]*$", re.MULTILINE
)
_SPEAKING = re.compile(
    r"\b(?:[Mm]y name is|[Tt]his is|[Ii]t['’]s|I am|I['’]m|[Mm]e llamo|[Ss]oy|[Hh]abla)"
    rf" ({_CAPITAL}[ \t-]+{_CAPITAL})"
)
_SIGNATURE_LINES = 4  # at the end of a letter
_INSTITUTION = re.compile(
    r"\b(?:Houses?|Homes?|Cent(?:er|re)s?|Services?|Programs?|Shelters?|Coach|Manager|Specialist|Counselor|Worker|Officer"
    r"|Agency|Office|Court|Jail|Prison|Hospital|Clinic|Church|Mission|Ministry|Department|Recovery|Project|Initiative"
    r"|Works|Solutions|Network|Alliance|Coalition|Foundation|Navigator|Advocate|Mentor|Probation|Parole|Reentry|Rehab"
    r"|Casa|Centro|Albergue|Programa|Servicios|Oficina|Agencia|Hogar|Refugio|Fundaci[oó]n|Consejer[oa]|Trabajador[a]?)\b"
)
_WORD = re.compile(_CAPITAL)
# Capitalised at the beginning of a sentence, and no part of a name.
_NO_NAMES_TEXT = """
the a an my our your his her this that at on in from and by near to no el la los las mi su en de
"""
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())


def name_starts(text: str) -> frozenset[int]:
    """Return where words begin in `text` that are names by what stands beside them (code points)."""
    found: set[int] = set()
    for pattern in (_TITLED, _PLACED, _PLACED_BEHIND):
        for hit in pattern.finditer(text):
            words = _WORD.finditer(text, hit.start(1), hit.end(1))
            found.update(word.start() for word in words if word.group().lower() not in _NO_NAMES)
    for hit in (*_SIGNED.finditer(text, _end_of_letter(text)), *_SPEAKING.finditer(text)):
        if not _INSTITUTION.search(hit.group(1)):
            found.update(word.start() for word in _WORD.finditer(text, hit.start(1), hit.end(1)))
    return frozenset(found)


def _end_of_letter(text: str) -> int:
    """Return where the last lines begin, in which a letter is signed."""
    place = len(text.rstrip())
    for _line in range(_SIGNATURE_LINES):
        place = text.rfind("\n", 0, max(place, 0))
    return max(place, 0)
