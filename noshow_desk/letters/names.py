"""How to address the person who waited, in English and in Spanish."""

from __future__ import annotations

from noshow_desk.domain.interviewer import Interviewer

# A title in either language → (English, Spanish); "" when there is none and the full name stands alone.
_TITLES: dict[str, tuple[str, str]] = {
    "ms": ("Ms.", "Sra."),
    "mrs": ("Mrs.", "Sra."),
    "miss": ("Miss", "Srta."),
    "mr": ("Mr.", "Sr."),
    "mx": ("Mx.", ""),
    "dr": ("Dr.", "Dr."),
    "dra": ("Dr.", "Dra."),
    "prof": ("Prof.", "Prof."),
    "sr": ("Mr.", "Sr."),
    "sra": ("Ms.", "Sra."),
    "srta": ("Ms.", "Srta."),
    "rev": ("Rev.", "Rev."),
    "sgt": ("Sgt.", "Sgto."),
}
_DEAR = {"Sra.": "Estimada", "Srta.": "Estimada", "Dra.": "Estimada", "Sr.": "Estimado"}


def courtesy_title(person: Interviewer, language: str) -> str:
    """Return the title in the language of the paper; a title we do not know stays as the person wants it."""
    typed = person.courtesy_title.strip()
    pair = _TITLES.get(typed.lower().rstrip("."))
    return pair[language == "es"] if pair else typed


def formal_name(person: Interviewer, language: str) -> str:
    """Return "Ms. Alvarez"; the full name when title or last name is unknown; empty when no name is known."""
    title = courtesy_title(person, language)
    if title and person.last_name.strip():
        return f"{title} {person.last_name.strip()}"
    return person.full_name


def name_for_envelope(person: Interviewer, language: str) -> str:
    """Return "Ms. Rosa Alvarez", or as much of it as is known."""
    title = courtesy_title(person, language)
    return f"{title} {person.full_name}" if title and person.last_name.strip() else person.full_name


def greeting(person: Interviewer, language: str) -> str:
    """Return the greeting line of a letter: "Dear Ms. Alvarez,", "Estimada Sra. Alvarez:".

    Spanish says "Buenos días" where "Estimado" or "Estimada" would have to guess.
    """
    name = formal_name(person, language)
    if language == "en":
        return f"Dear {name}," if name else "Hello,"
    if not name:
        return "Buenos días:"
    titled = name != person.full_name
    dear = _DEAR.get(courtesy_title(person, language)) if titled else None
    return f"{dear} {name}:" if dear else f"Buenos días, {name}:"
