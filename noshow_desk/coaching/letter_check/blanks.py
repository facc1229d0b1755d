"""Finds blanks that nobody filled in: [Name], ____, TBD, {{ x }}, <new date>, (phone number here), XX/XX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.tokens import fold

# What a blank asks for, in English and Spanish, without accents.
_FIELD_WORDS_TEXT = """
name names surname date day days time hour number phone telephone cell email address company organization
organisation employer business position title role job month year place location city state zip street
your insert here interviewer client recipient reason school program department signature appointment
contact xx xxx manager supervisor hiring weekday amount fill blank nombre nombres apellido apellidos
fecha dia dias hora numero telefono celular correo direccion empresa organizacion puesto cargo vacante
mes ano lugar ciudad estado calle su tu aqui inserte escriba poner entrevistador entrevistadora cliente
destinatario gerente jefe jefa encargado encargada
motivo escuela programa firma cita contacto completar semana persona interesado interesada
"""
_FIELD_WORDS = frozenset(_FIELD_WORDS_TEXT.split())
_BRACKETED = re.compile(r"\[([^\[\]\n]{1,60})\]")
_TEMPLATE = re.compile(
    r"\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{0,60}%\}|\{[A-Za-zÁÉÍÓÚÑáéíóúñ_. ]{2,40}\}|\$\{?[A-Z_]{3,30}\}?"
    r"|%[A-Z_]{3,30}%|«[A-Z_]{3,30}»"
)
_ANGLED = re.compile(r"<([^<>@\n]{1,50})>")
_WHOLE_LINE = re.compile(r"^[ \t]*\([^()\n]+\)[ \t]*$", re.MULTILINE)  # "(Let her hang up first.)"
_ROUND = re.compile(r"\(([^()\n]{2,50})\)")
_LINE = re.compile(r"_{3,}|(?<!\w)__(?!\w)|(?<![.\d])\.{5,}")
_LETTERS = re.compile(
    r"(?<!\w)(?:TBD|TBA|T\.B\.D\.|TBC|XX+|xx+)(?!\w)|(?<!\w)(?:XX?|xx?|[DMA]{2}|dd|mm|aa|##?|__?|\?\?)"
    r"(?:[/:.\-](?:XX+|xx+|X|[DMAY]{2,4}|dd|mm|yyyy|aaaa|##+|__+|\?\?))+(?!\w)|(?<!\w)(?:\d{3}[-. ]){0,2}"
    r"(?:X{3,}|x{3,}|#{3,})(?:[-. ](?:X{3,}|x{3,}|#{3,4}))*"
    r"|(?<!\w)(?:por definir|por confirmar|a definir)(?!\w)"
    r"|(?<!\w)\?{3,}|(?<!\w)#{2,}(?!\w)"
)
_WRAPPED = re.compile(r"(?<!\n)\n(?!\r?\n)")  # a line that goes on: mail programs break within a blank, too
_CONTACT = re.compile(r"\d{3}[-. ]?\d{4}|\w@\w")
_WHOSE_NAME = re.compile(r"(?:nombre|name) (?:de|del|of) (?!nacimiento|pila|birth)(?:\w+ ?){1,3}$")
_HERE = re.compile(r"(?:^|\s)(?:here|aqui|insert|inserte|fill in|tbd|xx+)(?:\s|$)")


def blanks(text: str, kind: Kind) -> Iterator[tuple[int, int]]:
    """Yield start and end of each unfilled blank, in no order.

    A stage direction of a call script, such as [wait], is none.
    """
    joined = _WRAPPED.sub(" ", text)
    for hit in _BRACKETED.finditer(joined):
        if kind is not Kind.CALL_SCRIPT or _names_a_field(hit.group(1)):
            yield hit.span()
    for pattern in (_TEMPLATE, _LETTERS, _LINE):
        yield from (hit.span() for hit in pattern.finditer(joined))
    for hit in _ANGLED.finditer(joined):
        if _names_a_field(hit.group(1)) and "." not in hit.group(1):
            yield hit.span()
    for hit in _ROUND.finditer(joined):
        inner = fold(hit.group(1).replace(" ", "_")).replace("_", " ")
        if (
            _HERE.search(inner)
            or _WHOSE_NAME.match(inner)
            or (_all_fields(inner) and not _names_a_number(text, hit))
        ):
            yield hit.span()


def _names_a_number(text: str, hit: re.Match[str]) -> bool:
    """Say whether the bracket tells of a number or address what it is: "my number (cell) is 555-0190"."""
    begin, end = text.rfind("\n", 0, hit.start()) + 1, text.find("\n", hit.end())
    beside = text[begin : hit.start()] + text[hit.end() : end if end >= 0 else len(text)]
    return len(hit.group(1).split()) == 1 and _CONTACT.search(beside) is not None


def without_directions(text: str) -> str:
    """Return the text of a call script with its stage directions ("[let her talk]") blotted out by spaces."""
    return _WHOLE_LINE.sub(lambda hit: " " * len(hit.group()), _BRACKETED.sub(_hidden_direction, text))


def _hidden_direction(hit: re.Match[str]) -> str:
    return hit.group() if _names_a_field(hit.group(1)) else " " * len(hit.group())


def _names_a_field(inner: str) -> bool:
    words = _words(inner)
    return any(word in _FIELD_WORDS for word in words) and not _is_direction(words)


def _words(inner: str) -> list[str]:
    return [fold(word) for word in re.split(r"[\W_]+", inner) if word]


_DIRECTIONS_TEXT = """
she he they wait pause listen breathe smile stop repeat write let if when after then say read ask hang
slow nod answer espere esperar pausa escuche escuchar respire sonria repita repetir escriba anote
apunte si cuando
despues diga lea deje cuelgue despacio conteste anotar apuntar respirar sonreir leer decir dejar colgar guarde
guardar silencio pausar
"""
_DIRECTIONS = frozenset(_DIRECTIONS_TEXT.split())


def _is_direction(words: list[str]) -> bool:
    return bool(words) and words[0] in _DIRECTIONS


# What may stand beside it: "(date of your choice)", "(hora que le convenga)".
_FILLERS_TEXT = """
your the new of a and my or de la el los nueva nuevo su mi y del al o
choice preferred preference choose chosen pick select that which suits you for to convenience interview
meeting que le les te a elegir escoger elija escoja eleccion preferencia preferida preferido conveniencia
convenga prefiera guste acuerde acordar convenir entrevista reunion usted para
"""
_FILLERS = frozenset(_FILLERS_TEXT.split())


def _all_fields(inner: str) -> bool:
    words = _words(inner)
    rest = [word for word in words if word not in _FILLERS]
    return bool(rest) and all(word in _FIELD_WORDS for word in rest)
