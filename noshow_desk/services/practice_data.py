"""A practice vault: made-up clients, appointments and incidents in every branch, the same for the same
seed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.client import Caseworker, Client, Phone
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.incident import Incident
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.kinds import ConsentLevel, Topic, VoicemailPreference
from noshow_desk.domain.paper import FollowUp, Paper
from noshow_desk.i18n import _
from noshow_desk.services import opening
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Clock, Desk
from noshow_desk.services.made_up_branches import BRANCHES, Branch
from noshow_desk.services.made_up_case import MadeUpCase, made_up_id
from noshow_desk.services.made_up_names import (
    ANYBODY,
    FIRST_EN,
    FIRST_ES,
    HOUSES,
    LAST_EN,
    LAST_ES,
    MEN,
    STREETS,
)
from noshow_desk.services.made_up_papers import worded
from noshow_desk.services.templates import keep_shipped, template
from noshow_desk.storage.keys import SMALLEST

CASEWORKER = Caseworker(
    name="Dana Whitfield",
    title="Job coach",
    office_name="Second Start Job Center",
    office_address="40 Union Street\nBayside, NY 11360",
    phone="(555) 555-0100",
    email="dana@secondstart.example",
)
BATCH = 2_000
SPANISH = 0.18  # share of clients who speak Spanish
WITH_INCIDENT = 0.7
TITLES = ("Ms.", "Mr.", "Mrs.", "Dr.", "")
AREA_CODES = (202, 212, 312, 415, 512, 617, 713, 808)
TAGS = ("forklift", "morning shifts", "first job", "drives", "night school", "kitchen")

Deal = Callable[[Random, int], Mapping[int, Sequence[Branch]]]


@dataclass(slots=True)
class Counts:
    """How much was made up."""

    clients: int = 0
    appointments: int = 0
    incidents: int = 0


@dataclass(frozen=True, slots=True)
class PracticeVault:
    """A practice vault just made."""

    desk: Desk
    recovery_key: str
    counts: Counts


@dataclass(slots=True)
class _Batch:
    """Records on their way into the vault."""

    clients: list[Client] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    consents: list[Consent] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)


def new_practice_vault(
    folder: Path,
    *,
    clients: int,
    seed: int,
    zone: str = "",
    clock: Clock | None = None,
    deal: Deal | None = None,
) -> PracticeVault:
    """Make a practice vault in `folder` with its published passphrase. Raises UserError when one is there.

    `deal` says which branches each client lives through; every branch at least once without it.
    """
    made = opening.create_vault(
        folder,
        passphrase=opening.PRACTICE_PASSPHRASE,
        caseworker=CASEWORKER,
        practice=True,
        zone=zone,
        clock=clock,
        cost=SMALLEST,  # the passphrase is published: a costly one would protect nothing
    )
    counts = _fill(made.desk, clients, seed, deal or every_branch)
    return PracticeVault(made.desk, made.recovery_key, counts)


def fill_practice_vault(desk: Desk, *, clients: int, seed: int) -> Changes:
    """Fill an empty vault with made-up clients. 2,000 take a few seconds, 100,000 about two minutes."""
    _fill(desk, clients, seed, every_branch)
    return Changes(everything=True)


def _fill(desk: Desk, clients: int, seed: int, deal: Deal) -> Counts:
    rng, counts = Random(seed), Counts()
    people = _people(desk, rng, clients)
    wanted = deal(rng, clients)
    for first in range(0, clients, BATCH):
        batch = _Batch()
        for number in range(first, min(first + BATCH, clients)):
            _one_client(desk, rng, number, people, wanted.get(number, ()), batch)
        _write(desk, batch, counts)
    return counts


def every_branch(rng: Random, clients: int) -> dict[int, list[Branch]]:
    """Return the branches of each client by number: every branch at least once, the common ones often."""
    found: dict[int, list[Branch]] = {}
    for index, branch in enumerate(BRANCHES):
        found.setdefault(index % clients, []).append(branch)
    common = [branch for branch in BRANCHES for _count in range(branch.weight)]
    for number in range(len(BRANCHES), clients):
        if rng.random() < WITH_INCIDENT:
            found[number] = [rng.choice(common)]
    return found


def _one_client(
    desk: Desk,
    rng: Random,
    number: int,
    people: list[tuple[Interviewer, Organisation]],
    branches: Sequence[Branch],
    batch: _Batch,
) -> None:
    client = _client(desk, rng, number)
    batch.clients.append(client)
    for branch in branches:
        person, house = rng.choice(people)
        case = MadeUpCase(rng, client, person, desk.zone, desk.now(), desk.caseworker.id)
        branch.tell(case)
        batch.appointments += case.appointments
        batch.incidents += [*case.earlier, case.incident]
        batch.follow_ups += case.follow_ups
        consents = _consents(desk, rng, client, person)
        batch.consents += consents
        consent = consents[-1] if consents else Consent()
        batch.papers += [worded(desk, case, paper, house, consent) for paper in case.papers]
    if not branches and rng.random() < 0.5:
        case = MadeUpCase(rng, client, rng.choice(people)[0], desk.zone, desk.now(), desk.caseworker.id)
        case.book(case.hour_of(rng.randint(1, 20)))
        batch.appointments += case.appointments


def _write(desk: Desk, batch: _Batch, counts: Counts) -> None:
    vault = desk.vault
    with desk.act():
        counts.clients += vault.clients.insert_many(batch.clients)
        counts.appointments += vault.appointments.insert_many(batch.appointments)
        counts.incidents += vault.incidents.insert_many(batch.incidents)
        vault.consents.insert_many(batch.consents)
        vault.papers.insert_many(_with_versions(desk, batch.papers))
        vault.follow_ups.insert_many(batch.follow_ups)


def _with_versions(desk: Desk, papers: Sequence[Paper]) -> list[Paper]:
    """Inside an act: return papers that name a shipped template with the version of it that is kept."""
    named = {paper.template_version_id for paper in papers}
    kept = {one: keep_shipped(desk, template(desk, one)) for one in sorted(named)}
    return [replace(paper, template_version_id=kept[paper.template_version_id]) for paper in papers]


def _people(desk: Desk, rng: Random, clients: int) -> list[tuple[Interviewer, Organisation]]:
    """Write the organisations and the people who wait, and return these with theirs."""
    houses = [_house(desk, rng, index) for index in range(max(8, min(clients // 20, 500)))]
    people = [(person, house) for house in houses for person in _staff(desk, rng, house)]
    with desk.act():
        desk.vault.organisations.insert_many(houses)
        desk.vault.interviewers.insert_many(person for person, _house_of in people)
    return people


def _house(desk: Desk, rng: Random, index: int) -> Organisation:
    again = index // len(HOUSES)
    name = HOUSES[index % len(HOUSES)]
    return Organisation(
        id=made_up_id(rng, desk.now()),
        name=f"{name} {again + 1}" if again else name,
        postal_address=_address(rng),
        phone=_number(rng),
    )


def _staff(desk: Desk, rng: Random, house: Organisation) -> Iterator[Interviewer]:
    for _one in range(rng.choice((1, 1, 2))):
        first, last = rng.choice(FIRST_EN + FIRST_ES), rng.choice(LAST_EN + LAST_ES)
        yield Interviewer(
            id=made_up_id(rng, desk.now()),
            organisation_id=house.id,
            first_name=first,
            last_name=last,
            courtesy_title=_fitting(rng.choice(TITLES), first),
            job_title=rng.choice(("Manager", "Shift lead", "Admissions", "Owner", "")),
            phones=(_number(rng),),
            best_hours=rng.choice(("mornings", "after 2 PM", "")),
            email=f"{_plain(first)}.{_plain(last)}@house.example" if rng.random() < 0.8 else "",
            postal_address=house.postal_address if rng.random() < 0.7 else "",
        )


def _fitting(title: str, first: str) -> str:
    """Return a title that goes with a first name: none with one that anybody may bear."""
    if title in ("", "Dr."):
        return title
    if first in ANYBODY:
        return ""
    if first in MEN:
        return "Mr."
    return "Ms." if title == "Mr." else title


def _client(desk: Desk, rng: Random, number: int) -> Client:
    spanish = rng.random() < SPANISH
    first = rng.choice(FIRST_ES if spanish else FIRST_EN)
    last = rng.choice(LAST_ES if spanish or rng.random() < 0.1 else LAST_EN)
    roof = rng.random() < 0.85
    return Client(
        id=made_up_id(rng, desk.now()),
        case_number=str(1001 + number),
        first_name=first,
        last_name=last,
        preferred_name=first[:3] if rng.random() < 0.05 else "",
        spoken_language="es" if spanish else "en",
        paper_language="es" if spanish and rng.random() < 0.7 else "en",
        phones=(Phone(number=_number(rng), label="mobile", shared=rng.random() < 0.15),),
        voicemail=rng.choice((None, *VoicemailPreference)),
        email=f"{_plain(first)}{number}@client.example" if rng.random() < 0.6 else "",
        postal_address=_address(rng) if roof else "",
        address_safe_to_print=roof and rng.random() < 0.8,
        no_fixed_address=not roof,
        tags=(rng.choice(TAGS),) if rng.random() < 0.3 else (),
        with_us_since=desk.today() - timedelta(days=rng.randint(5, 900)),
    )


def _consents(desk: Desk, rng: Random, client: Client, person: Interviewer) -> list[Consent]:
    level = rng.choice(tuple(ConsentLevel))
    if level is ConsentLevel.NOT_ASKED:
        return []
    topics = (Topic.AGENCY,) if level is ConsentLevel.MAY_NAME_AGENCY else ()
    return [
        Consent(
            id=made_up_id(rng, desk.now()),
            client_id=client.id,
            interviewer_id=person.id,
            level=level,
            topics=topics,
            decided_on=desk.today() - timedelta(days=rng.randint(1, 60)),
            how=rng.choice((_("Spoken"), _("Signed"))),
        )
    ]


def _number(rng: Random) -> str:
    """Return a telephone number from the block that is kept for stories (555-0100 to 555-0199)."""
    return f"({rng.choice(AREA_CODES)}) 555-01{rng.randint(0, 99):02}"


def _address(rng: Random) -> str:
    return f"{rng.randint(1, 1999)} {rng.choice(STREETS)}\nBayside, NY 11360"


def _plain(name: str) -> str:
    """Return a name as it stands in an e-mail address."""
    return "".join(letter for letter in name.casefold() if letter.isascii() and letter.isalpha())
