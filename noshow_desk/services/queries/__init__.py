"""The read side: what lists, boards, cards and timelines show. Reading changes nothing."""

from __future__ import annotations

from noshow_desk.services.queries.board import next_step, today_board
from noshow_desk.services.queries.cases import (
    catch_up,
    derived,
    facts,
    incident_row,
    incidents_of,
    open_incidents,
)
from noshow_desk.services.queries.finding import folded, search
from noshow_desk.services.queries.papers import (
    frozen,
    paper,
    papers_of_client,
    papers_of_incident,
    releases_of,
)
from noshow_desk.services.queries.people import (
    appointment,
    appointments_of,
    chip_counts,
    client,
    client_ids,
    client_numbered,
    client_rows,
    consent,
    consents_of,
    follow_ups_of,
    interviewer,
    interviewers,
    is_archived,
    organisation,
    organisations,
)
from noshow_desk.services.queries.record import case_history, data_safety, history, settings_history
from noshow_desk.services.queries.sent import sent_paper
from noshow_desk.services.queries.timeline import timeline

__all__ = [
    "appointment",
    "appointments_of",
    "case_history",
    "catch_up",
    "chip_counts",
    "client",
    "client_ids",
    "client_numbered",
    "client_rows",
    "consent",
    "consents_of",
    "data_safety",
    "derived",
    "facts",
    "folded",
    "follow_ups_of",
    "frozen",
    "history",
    "incident_row",
    "incidents_of",
    "interviewer",
    "interviewers",
    "is_archived",
    "next_step",
    "open_incidents",
    "organisation",
    "organisations",
    "paper",
    "papers_of_client",
    "papers_of_incident",
    "releases_of",
    "search",
    "sent_paper",
    "settings_history",
    "timeline",
    "today_board",
]
