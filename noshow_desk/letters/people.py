"""Who is who on a paper: how the variables of people get their values; None means nothing to print."""

from __future__ import annotations

from noshow_desk.domain.blocks import BlockKind
from noshow_desk.domain.client import Phone
from noshow_desk.domain.kinds import ConsentLevel
from noshow_desk.letters import names
from noshow_desk.letters.guard import BlockValue
from noshow_desk.letters.known import Known

# client


def client_first_name(known: Known) -> str:
    """The name the client goes by."""
    return known.facts.client.called


def client_last_name(known: Known) -> str:
    """Last name."""
    return known.facts.client.last_name


def client_full_name(known: Known) -> str:
    """First and last name; the preferred name when no other is known."""
    return known.facts.client.full_name or known.facts.client.called


def client_phone(known: Known) -> str | None:
    """The first telephone that nobody else picks up, else the first one."""
    phones = known.facts.client.phones
    own: list[Phone] = [phone for phone in phones if not phone.shared] or list(phones)
    return own[0].number if own else None


def client_email(known: Known) -> str:
    """E-mail address."""
    return known.facts.client.email


def client_address(known: Known) -> BlockValue | None:
    """Name and postal address, only when it was marked safe to print (a shelter's address discloses)."""
    client = known.facts.client
    if not client.address_safe_to_print or client.no_fixed_address or not client.postal_address.strip():
        return None
    return _address(client_full_name(known), client.postal_address)


def client_signature(known: Known) -> BlockValue | None:
    """The client's name below room for a pen."""
    name = client_full_name(known)
    return BlockValue(BlockKind.SIGNATURE, (name,)) if name else None


# interviewer and organisation


def interviewer_formal_name(known: Known) -> str:
    """Title and last name, else the full name."""
    return names.formal_name(known.facts.interviewer, known.language)


def interviewer_full_name(known: Known) -> str:
    """First and last name."""
    return known.facts.interviewer.full_name


def interviewer_greeting(known: Known) -> str:
    """The greeting line; follows a name that was typed for this paper."""
    typed = known.inputs.get("interviewer.formal_name", "").strip()
    if typed:
        return f"Dear {typed}," if known.language == "en" else f"Buenos días, {typed}:"
    return names.greeting(known.facts.interviewer, known.language)


def interviewer_job_title(known: Known) -> str:
    """What the interviewer does."""
    return known.facts.interviewer.job_title


def interviewer_phone(known: Known) -> str:
    """The first telephone of the interviewer, else that of the organisation."""
    phones = [number for number in known.facts.interviewer.phones if number.strip()]
    return phones[0] if phones else known.facts.organisation.phone


def interviewer_best_hours(known: Known) -> str:
    """When it is best to call."""
    return known.facts.interviewer.best_hours


def interviewer_email(known: Known) -> str:
    """E-mail address of the interviewer."""
    return known.facts.interviewer.email


def interviewer_address(known: Known) -> BlockValue | None:
    """Name, organisation and postal address of the interviewer, as on an envelope."""
    person, organisation = known.facts.interviewer, known.facts.organisation
    typed = known.inputs.get("interviewer.formal_name", "").strip()
    name = typed or names.name_for_envelope(person, known.language)
    return _address(name, organisation.name, person.postal_address or organisation.postal_address)


def organisation_name(known: Known) -> str:
    """Name of the organisation."""
    return known.facts.organisation.name


# the caseworker: what gives the agency away is there only when this interviewer's consent allows it


def caseworker_first_name(known: Known) -> str:
    """All that may be said while consent was not asked."""
    return known.facts.caseworker.first_name


def caseworker_name(known: Known) -> str:
    """The full name when a call was agreed to, else the first name."""
    agreed = known.level in (ConsentLevel.CALL_WITHOUT_AGENCY, ConsentLevel.MAY_NAME_AGENCY)
    return known.facts.caseworker.name if agreed else known.facts.caseworker.first_name


def caseworker_title(known: Known) -> str | None:
    """What the caseworker is; with consent only."""
    return known.facts.caseworker.title if known.may_name_agency else None


def caseworker_office(known: Known) -> str | None:
    """The agency; with consent only."""
    return known.facts.caseworker.office_name if known.may_name_agency else None


def caseworker_office_address(known: Known) -> BlockValue | None:
    """The agency's address; with consent only."""
    worker = known.facts.caseworker
    return _address(worker.office_name, worker.office_address) if known.may_name_agency else None


def caseworker_phone(known: Known) -> str | None:
    """The office telephone; with consent only, for its greeting names the agency."""
    return known.facts.caseworker.phone if known.may_name_agency else None


def caseworker_email(known: Known) -> str | None:
    """The work e-mail address; with consent only, for it names the agency."""
    return known.facts.caseworker.email if known.may_name_agency else None


def _address(*parts: str) -> BlockValue | None:
    lines = tuple(line.strip() for part in parts for line in part.splitlines() if line.strip())
    return BlockValue(BlockKind.ADDRESS, lines) if lines else None
