"""Everything about an incident in one value, for one or for thousands, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.case_facts import CaseFacts, PaperFact
from noshow_desk.domain.client import Caseworker, Client
from noshow_desk.domain.consent import NOT_ASKED, Consent
from noshow_desk.domain.incident import Incident
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.paper import FollowUp
from noshow_desk.errors import NotFound
from noshow_desk.i18n import _
from noshow_desk.storage.appointments import Appointments
from noshow_desk.storage.caseworkers import Caseworkers
from noshow_desk.storage.clients import Clients
from noshow_desk.storage.consents import Consents
from noshow_desk.storage.follow_ups import FollowUps
from noshow_desk.storage.incidents import Incidents
from noshow_desk.storage.interviewers import Interviewers, Organisations
from noshow_desk.storage.papers import Papers

_NO_APPOINTMENT = Appointment()
_NO_CLIENT = Client()
_NO_INTERVIEWER = Interviewer()
_NO_ORGANISATION = Organisation()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    """The stores that a case is put together from."""

    caseworkers: Caseworkers
    clients: Clients
    organisations: Organisations
    interviewers: Interviewers
    consents: Consents
    appointments: Appointments
    incidents: Incidents
    papers: Papers
    follow_ups: FollowUps


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What stands around some incidents, by id."""

    caseworker: Caseworker
    appointments: dict[str, Appointment]
    clients: dict[str, Client]
    interviewers: dict[str, Interviewer]
    organisations: dict[str, Organisation]
    consents: dict[tuple[str, str], Consent]
    new_appointments: dict[str, Appointment]
    previous: dict[str, Incident]
    papers: dict[str, tuple[PaperFact, ...]]
    follow_ups: dict[str, tuple[FollowUp, ...]]


class Cases:
    """Puts the facts of incidents together."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    def facts(self, incident_id: str) -> CaseFacts:
        """Return all that is known about one incident. Raises NotFound."""
        found = self.facts_of([incident_id])
        if not found:
            raise NotFound(_("This incident is not in the vault. Go back to the list and choose again."))
        return found[0]

    def facts_of(self, incident_ids: Iterable[str]) -> list[CaseFacts]:
        """Return all that is known about these incidents, in this order; ids of nothing are left out."""
        incidents = self._stores.incidents.many(incident_ids)
        around = self._around(incidents)
        return [_facts(incident, around) for incident in incidents]

    def _around(self, incidents: list[Incident]) -> _Around:
        stores = self._stores
        ids = [incident.id for incident in incidents]
        appointments = stores.appointments.many({incident.appointment_id for incident in incidents})
        interviewers = stores.interviewers.many({one.interviewer_id for one in appointments})
        clients = {one.client_id for one in appointments}
        houses = {one.organisation_id for one in interviewers}
        return _Around(
            caseworker=stores.caseworkers.first() or Caseworker(),
            appointments={one.id: one for one in appointments},
            clients={one.id: one for one in stores.clients.many(clients)},
            interviewers={one.id: one for one in interviewers},
            organisations={one.id: one for one in stores.organisations.many(houses)},
            consents=stores.consents.latest(clients),
            new_appointments=stores.appointments.second_chances(one.id for one in appointments),
            previous=stores.incidents.by_appointment(one.reschedule_of for one in appointments),
            papers=stores.papers.facts_of(ids),
            follow_ups=stores.follow_ups.of_incidents(ids),
        )


def _facts(incident: Incident, around: _Around) -> CaseFacts:
    appointment = around.appointments.get(incident.appointment_id, _NO_APPOINTMENT)
    interviewer = around.interviewers.get(appointment.interviewer_id, _NO_INTERVIEWER)
    pair = (appointment.client_id, appointment.interviewer_id)
    return CaseFacts(
        incident=incident,
        appointment=appointment,
        client=around.clients.get(appointment.client_id, _NO_CLIENT),
        interviewer=interviewer,
        organisation=around.organisations.get(interviewer.organisation_id, _NO_ORGANISATION),
        consent=around.consents.get(pair, NOT_ASKED),
        caseworker=around.caseworker,
        new_appointment=around.new_appointments.get(appointment.id),
        previous=around.previous.get(appointment.reschedule_of),
        papers=around.papers.get(incident.id, ()),
        follow_ups=around.follow_ups.get(incident.id, ()),
    )
