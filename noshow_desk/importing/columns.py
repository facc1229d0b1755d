"""Which column of a list of clients holds what: guessed from its heading, in English and Spanish."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, _

# The fields that can be brought in, with their plain names, and the headings (folded) that mean them.
# To add one: a row here, and what `clients.py` makes of it.
FIELDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "case_number": (
        N_("Case number"),
        ("case", "casenumber", "caseno", "id", "clientid", "caso", "expediente"),
    ),
    "first_name": (
        N_("First name"),
        ("firstname", "first", "givenname", "nombre", "nombres", "primernombre"),
    ),
    "last_name": (
        N_("Last name"),
        ("lastname", "last", "surname", "familyname", "apellido", "apellidos"),
    ),
    "name": (N_("Full name"), ("name", "fullname", "client", "clientname", "nombrecompleto", "cliente")),
    "preferred_name": (N_("Preferred name"), ("preferredname", "nickname", "knownas", "nombrepreferido")),
    "pronouns": (N_("Pronouns"), ("pronouns", "pronombres")),
    "phone": (
        N_("Phone"),
        ("phone", "phonenumber", "telephone", "tel", "mobile", "cell", "cellphone", "telefono", "celular"),
    ),
    "phone_2": (N_("Second phone"), ("phone2", "secondphone", "otherphone", "homephone", "telefono2")),
    "email": (N_("E-mail"), ("email", "mail", "emailaddress", "correo", "correoelectronico")),
    "address": (
        N_("Postal address"),
        ("address", "postaladdress", "mailingaddress", "direccion", "domicilio"),
    ),
    "language": (N_("Language"), ("language", "lang", "spokenlanguage", "idioma", "lengua")),
    "with_us_since": (N_("With us since"), ("withussince", "since", "start", "startdate", "intake", "desde")),
    "tags": (N_("Tags"), ("tags", "labels", "etiquetas")),
    "notes": (N_("Notes"), ("notes", "note", "comments", "notas", "comentarios")),
}


def guessed(heading: tuple[str, ...]) -> dict[int, str]:
    """Return column (from 0) → field for the headings that are known, each field once."""
    found: dict[int, str] = {}
    for column, words in enumerate(heading):
        field = _field_called(words)
        if field and field not in found.values():
            found[column] = field
    return found


def named(heading: tuple[str, ...], given: Mapping[str, str]) -> dict[int, str]:
    """Return column → field as `given` says (field → heading), the others as guessed.

    Raises UserError for a field or a heading that does not exist.
    """
    found = guessed(heading)
    for field, words in given.items():
        if field not in FIELDS:
            known = ", ".join(FIELDS)
            raise UserError(
                _("There is no field called {field}. Known: {known}.").format(field=field, known=known)
            )
        if words not in heading:
            raise UserError(_("There is no column called {name}.").format(name=words))
        found = {column: other for column, other in found.items() if other != field}
        found[heading.index(words)] = field
    return found


def folded(words: str) -> str:
    """Return a heading without accents, case and signs."""
    return "".join(
        character
        for character in unicodedata.normalize("NFKD", words.casefold())
        if character.isalnum() and not unicodedata.combining(character)
    )


def _field_called(words: str) -> str:
    plain = folded(words)
    return next((field for field, (_name, headings) in FIELDS.items() if plain in headings), "")
