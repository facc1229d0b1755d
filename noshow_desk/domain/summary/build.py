"""Builds the case summary of one client from facts and derived steps."""

from __future__ import annotations

from datetime import date, datetime

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.client import Client
from noshow_desk.domain.kinds import Who
from noshow_desk.domain.step import Derived
from noshow_desk.domain.summary import done, words
from noshow_desk.domain.summary.attempts import attempt_rows
from noshow_desk.domain.summary.choice import leaves, stays
from noshow_desk.domain.summary.figures import figures
from noshow_desk.domain.summary.happened import case_title, fact_rows
from noshow_desk.domain.summary.moments import on_day
from noshow_desk.domain.summary.records import (
    Cases,
    Summary,
    SummaryCase,
    SummaryOptions,
    SummaryRow,
    SummarySection,
    noted,
    quoted,
    section,
)
from noshow_desk.i18n import N_, Message

_INSIGHT = {Who.CLIENT: N_("Insight of the client"), Who.CASEWORKER: N_("Insight of the caseworker")}


def build_summary(client: Client, cases: Cases, options: SummaryOptions, today: date) -> Summary:
    """Return the summary of `cases` as it leaves on `today`, the latest appointment first.

    By default it holds no inside and no private notes, and none of the three sensitive reasons (PRACTICE,
    section 7).
    """
    ordered = sorted(cases, key=_starts, reverse=True)
    return Summary(
        title=Message(N_("Case summary")),
        head=_head(client, ordered, options, today),
        figures=figures(ordered, today),
        cases=tuple(_case(facts, derived, options, today) for facts, derived in ordered),
        closing=Message(
            N_("This summary holds what was chosen for its recipient. It does not hold everything on record.")
        ),
        leaves=leaves(client, ordered, options),
        stays=stays(ordered, options),
    )


def _starts(case: tuple[CaseFacts, Derived]) -> datetime:
    return case[0].appointment.starts or datetime.min


def _head(client: Client, cases: Cases, options: SummaryOptions, today: date) -> tuple[SummaryRow, ...]:
    caseworker = cases[0][0].caseworker.name if cases else ""
    given = (
        ("client", N_("Client"), client.full_name or client.called),
        ("case_number", N_("Case number"), client.case_number),
        ("recipient", N_("For"), options.recipient),
        ("purpose", N_("Purpose"), options.purpose),
        ("authority", N_("By authority of"), options.authority),
        ("caseworker", N_("Prepared by"), caseworker),
    )
    made = SummaryRow("made_on", Message(N_("Made on")), on_day(today), today.isoformat())
    notes = (
        ("notes", N_("Notes"), client.notes),
        ("private_notes", N_("Private notes"), client.private_notes),
    )
    rows = [noted(key, title, text) for key, title, text in given if text]
    private = [noted(key, title, text) for key, title, text in notes if text and options.include_private]
    return (*rows, made, *private)


def _case(facts: CaseFacts, derived: Derived, options: SummaryOptions, today: date) -> SummaryCase:
    """Return one appointment: the attempt first, then insight, facts, what was done, what comes next."""
    chosen: tuple[SummarySection, ...] = ()
    if options.include_inside:
        chosen += section("inside", N_("In the client's words"), words.inside_rows(facts, options))
    if options.include_sensitive:
        chosen += section("safety", N_("Safety"), words.safety_rows(facts))
    if options.include_private:
        chosen += section("notes", N_("Notes"), words.note_rows(facts))
    return SummaryCase(
        case_title(facts, options),
        (
            *section("attempt", N_("The attempt"), attempt_rows(facts, today)),
            *section("insight", N_("Insight"), _insight(facts)),
            *section("facts", N_("What happened"), fact_rows(facts, options)),
            *section("calls", N_("Calls to the one who waited"), done.call_rows(facts)),
            *section("papers", N_("Papers"), done.paper_rows(facts)),
            *section("contacts", N_("Tries to reach the client"), done.contact_rows(facts)),
            *section("steps", N_("Steps"), done.step_rows(facts, derived)),
            *section("next", N_("What comes of it"), done.next_rows(facts, today)),
            *chosen,
        ),
    )


def _insight(facts: CaseFacts) -> tuple[SummaryRow, ...]:
    insight = facts.incident.insight
    if insight is None or not insight.words:
        return ()
    return (quoted("insight", _INSIGHT.get(insight.whose, N_("Insight")), insight.words),)
