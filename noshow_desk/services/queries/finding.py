"""What the search box finds, over clients, people who wait and organisations."""

from __future__ import annotations

from noshow_desk.services.clients import shown_name
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import Hit, HitKind
from noshow_desk.storage import search as index
from noshow_desk.storage.folding import fold


def folded(text: str) -> str:
    """Return `text` as the search compares it: small letters without accents and signs."""
    return fold(text)


def search(desk: Desk, words: str, limit: int = 30) -> list[Hit]:
    """Return the records that match `words` (names, case numbers, any part of a phone number), best first."""
    found = index.find(desk.vault.session, words, limit)
    hits: dict[str, Hit] = {}
    for kind, of_ids in (
        (HitKind.CLIENT, _clients),
        (HitKind.INTERVIEWER, _people),
        (HitKind.ORGANISATION, _houses),
    ):
        hits |= of_ids(desk, [one.id for one in found if one.kind == kind])
    return [hits[one.id] for one in found if one.id in hits]


def _clients(desk: Desk, ids: list[str]) -> dict[str, Hit]:
    found = desk.vault.clients.many(ids)
    return {
        one.id: Hit(
            kind=HitKind.CLIENT,
            id=one.id,
            title=shown_name(one),
            second=one.phones[0].number if one.phones else one.email,
            number=one.case_number,
        )
        for one in found
    }


def _people(desk: Desk, ids: list[str]) -> dict[str, Hit]:
    found = desk.vault.interviewers.many(ids)
    houses = {
        house.id: house.name
        for house in desk.vault.organisations.many({one.organisation_id for one in found})
    }
    return {
        one.id: Hit(
            kind=HitKind.INTERVIEWER,
            id=one.id,
            title=one.full_name or houses.get(one.organisation_id, ""),
            second=houses.get(one.organisation_id, ""),
        )
        for one in found
    }


def _houses(desk: Desk, ids: list[str]) -> dict[str, Hit]:
    found = desk.vault.organisations.many(ids)
    return {
        one.id: Hit(kind=HitKind.ORGANISATION, id=one.id, title=one.name, second=one.phone) for one in found
    }
