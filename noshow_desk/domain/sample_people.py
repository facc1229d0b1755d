"""The made-up people of the sample cases: Marcus Reed, Rosa Alvarez of Bayside Warehouse, and Dana Price."""

from __future__ import annotations

from datetime import date, datetime

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.client import Caseworker, Client, Phone
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.kinds import ConsentLevel, VoicemailPreference

ZONE = "America/Los_Angeles"
START = datetime(2026, 3, 10, 9, 0)  # a Tuesday
NEW_START = datetime(2026, 3, 13, 10, 0)

CLIENT = Client(
    id="sample-client",
    case_number="0000",
    first_name="Marcus",
    last_name="Reed",
    phones=(
        Phone(number="555-0142", label="mobile", safe_hours="after 7 AM"),
        Phone(number="555-0143", label="sister", shared=True),
    ),
    voicemail=VoicemailPreference.WITHOUT_AGENCY,
    email="marcus.reed@example.com",
    postal_address="48 Tide Street, Apt 3\nBayside, CA 90000",
    address_safe_to_print=True,
    with_us_since=date(2026, 1, 12),
)
INTERVIEWER = Interviewer(
    id="sample-interviewer",
    organisation_id="sample-organisation",
    first_name="Rosa",
    last_name="Alvarez",
    courtesy_title="Ms.",
    job_title="Shift manager",
    phones=("555-0177",),
    best_hours="before noon",
    email="rosa.alvarez@example.com",
    postal_address="1200 Harbor Road\nBayside, CA 90000",
)
ORGANISATION = Organisation(id="sample-organisation", name="Bayside Warehouse", phone="555-0170")
CASEWORKER = Caseworker(
    id="sample-caseworker",
    name="Dana Price",
    title="Case manager",
    office_name="Harbor Way Center",
    office_address="7 Mill Lane\nBayside, CA 90000",
    phone="555-0100",
    email="dana.price@example.org",
)
APPOINTMENT = Appointment(
    id="sample-appointment",
    client_id=CLIENT.id,
    interviewer_id=INTERVIEWER.id,
    role="Forklift operator",
    starts=START,
    zone=ZONE,
    place="1200 Harbor Road",
)
NEW_APPOINTMENT = Appointment(
    id="sample-new-appointment",
    client_id=CLIENT.id,
    interviewer_id=INTERVIEWER.id,
    role="Forklift operator",
    starts=NEW_START,
    zone=ZONE,
    place="1200 Harbor Road, front desk",
    reschedule_of=APPOINTMENT.id,
)
CONSENT = Consent(
    client_id=CLIENT.id,
    interviewer_id=INTERVIEWER.id,
    level=ConsentLevel.CALL_WITHOUT_AGENCY,
    decided_on=date(2026, 3, 2),
    how="spoken",
)
EVERYONE = CaseFacts(
    appointment=APPOINTMENT,
    client=CLIENT,
    interviewer=INTERVIEWER,
    organisation=ORGANISATION,
    caseworker=CASEWORKER,
    consent=CONSENT,
)
