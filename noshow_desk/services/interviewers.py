"""The people who wait, and the organisations behind them: add, edit, find one by name and number."""

from __future__ import annotations

from dataclasses import replace

from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import typed
from noshow_desk.services.changes import Changes, ids
from noshow_desk.services.desk import Desk

# As people type them before a name, without the full stop.
COURTESY_TITLES = {
    title.casefold(): title + "."
    for title in ("Ms", "Mrs", "Mr", "Mx", "Dr", "Prof", "Rev", "Sr", "Sra", "Srta")
} | {title.casefold(): title for title in ("Miss", "Señor", "Señora", "Señorita", "Don", "Doña")}


def add_interviewer(
    desk: Desk, *, interviewer: Interviewer, organisation: Organisation | None = None, form_key: str = ""
) -> Changes:
    """Add a person, with the organisation when it is new or changed. Raises UserError without any name."""
    person, house = _checked(interviewer, organisation)
    with desk.act() as act:
        house_id = keep_organisation(desk, house) or interviewer.organisation_id
        made = desk.vault.interviewers.add(replace(person.value, id="", organisation_id=house_id))
        if form_key:
            desk.vault.unsaved.remove(form_key)
    said = person.notice or Message(N_("Added {name}."), {"name": _name(person.value, house)})
    return Changes(act=act.id, interviewers=ids(made, house_id), made=made, said=said)


def edit_interviewer(
    desk: Desk, *, interviewer: Interviewer, organisation: Organisation | None = None, form_key: str = ""
) -> Changes:
    """Write the changed details of a person and, when given, of the organisation. Raises UserError
    without a name.
    """
    person, house = _checked(interviewer, organisation)
    with desk.act() as act:
        house_id = keep_organisation(desk, house) or interviewer.organisation_id
        desk.vault.interviewers.change(replace(person.value, organisation_id=house_id))
        if form_key:
            desk.vault.unsaved.remove(form_key)
    undo = Message(N_("Undo change of {name}"), {"name": _name(person.value, house)})
    return Changes(act=act.id, interviewers=ids(interviewer.id, house_id), said=person.notice, undo=undo)


def person_from(text: str) -> Interviewer:
    """Return the person that a line like "Ms. Rosa Alvarez" names: a courtesy title when it is one,
    first, last.
    """
    words = typed.name(text, "interviewer_name").value.split()
    title = COURTESY_TITLES.get(words[0].rstrip(".").casefold(), "") if len(words) > 1 else ""
    names = words[1:] if title else words
    if title and len(names) == 1:
        return Interviewer(courtesy_title=title, last_name=names[0])
    return Interviewer(courtesy_title=title, first_name=" ".join(names[:1]), last_name=" ".join(names[1:]))


def digits(number: str) -> str:
    """Return what two ways of writing a telephone number have in common: its digits, at most the last ten."""
    return "".join(character for character in number if character.isdigit())[-10:]


def matching(desk: Desk, wanted: Interviewer, number: str) -> Interviewer | None:
    """Return the one person already known by this name and number; a name alone counts when it is the only
    one.

    Two people may share a name: with a number that neither has, it is a new person. With the same number "Ms.
    Alvarez" is the Rosa Alvarez we know.
    """
    name = wanted.full_name.casefold()
    if not name:
        return None
    found = desk.vault.interviewers.many(desk.vault.interviewers.search(wanted.full_name, 50))
    named = [person for person in found if person.full_name.casefold() == name]
    if not digits(number):
        return named[0] if len(named) == 1 else None
    if not wanted.first_name:
        named += [person for person in found if person.last_name.casefold() == name and person not in named]
    same = [person for person in named if digits(number) in {digits(phone) for phone in person.phones}]
    blank = [person for person in named if not person.phones]
    return next(iter(same or (blank if len(named) == 1 else [])), None)


def keep_person(desk: Desk, person: Interviewer, number: str, organisation: str) -> str:
    """Inside an act: write a person who is new, or what is new about one who is known; return the id."""
    house = Organisation(name=organisation) if organisation else None
    if not person.id:
        house_id = keep_organisation(desk, house)
        phones = (number,) if number else ()
        return desk.vault.interviewers.add(replace(person, organisation_id=house_id, phones=phones))
    changed = person
    if number and not person.phones:
        changed = replace(changed, phones=(number,))
    if house is not None and not person.organisation_id:
        changed = replace(changed, organisation_id=keep_organisation(desk, house))
    if changed != person:
        desk.vault.interviewers.change(changed)
    return person.id


def keep_organisation(desk: Desk, organisation: Organisation | None) -> str:
    """Inside an act: write the organisation, new or changed, and return its id; "" when there is none to
    keep.
    """
    if organisation is None or not (organisation.id or organisation.name):
        return ""
    if organisation.id:
        desk.vault.organisations.change(organisation)
        return organisation.id
    return organisation_named(desk, organisation.name) or desk.vault.organisations.add(organisation)


def organisation_named(desk: Desk, name: str) -> str:
    """Return the id of the organisation with exactly this name (case ignored), or ""."""
    found = desk.vault.organisations.many(desk.vault.organisations.search(name, 50))
    return next((house.id for house in found if house.name.casefold() == name.casefold()), "")


def _checked(
    interviewer: Interviewer, organisation: Organisation | None
) -> tuple[typed.Cleaned[Interviewer], Organisation | None]:
    person = typed.cleaned(interviewer)
    house = typed.cleaned(organisation).value if organisation is not None else None
    phones = tuple(phone for phone in person.value.phones if phone)
    person = typed.Cleaned(replace(person.value, phones=phones), person.notice)
    if not (person.value.full_name or (house and house.name) or interviewer.organisation_id):
        raise UserError(_("Type the name of the person or of the organisation."), field="last_name")
    return person, house


def _name(person: Interviewer, house: Organisation | None) -> str:
    return person.full_name or (house.name if house else "")
