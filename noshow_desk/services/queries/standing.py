"""How every open incident stands, worked out once and kept until its facts change or its time is over.

Deriving an incident takes a fraction of a millisecond, which is too much for thousands at each key. What an
act touched is derived again; what stays true until a moment (`Pressing.holds_until`) is kept until then. At
the start the latest incidents are looked at first; `catch_up` goes on with the older ones while the desk is
idle.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from operator import attrgetter
from typing import NamedTuple

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.file_names import initials
from noshow_desk.domain.practice import Pressing, Rules, derive_next
from noshow_desk.domain.step import Urgency
from noshow_desk.services.clients import shown_name
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.chips import SAFETY, chip_of
from noshow_desk.services.queries.rows import IncidentRow
from noshow_desk.storage import lists

AT_ONCE = 200  # incidents that are looked at before the first page is shown
MOST_TOUCHED = 500  # an act that wrote to more rows starts the list anew
_PRESSING = tuple(Urgency)
_PLACE = attrgetter("place")


class _Kept(NamedTuple):
    """`place` comes first, so that these sort by how they press."""

    place: tuple[int, bool, float, str]
    row: IncidentRow
    until: datetime | None


class Standing:
    """The open incidents of one desk. Made once a desk; `rows` brings itself up to date."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[str, _Kept] = {}
        self._sorted: list[IncidentRow] | None = None
        self._place = lists.LAST
        self._whole = False
        self._looked = 0
        self._acts = 0
        self._basis: tuple[Rules, date] | None = None

    @property
    def whole(self) -> bool:
        """Say whether every incident has been looked at."""
        return self._whole

    def rows(self) -> list[IncidentRow]:
        """Return the open incidents, the most pressing first."""
        self._refresh()
        if self._sorted is None:
            self._sorted = [kept.row for kept in sorted(self._kept.values(), key=_PLACE)]
        return self._sorted

    def catch_up(self, most: int) -> bool:
        """Look at `most` more of the older incidents; say whether all have been looked at."""
        self._refresh()
        if not self._whole:
            self._look_further(most)
        return self._whole

    def _refresh(self) -> None:
        basis = (self._desk.rules, self._desk.today())
        if self._basis is None or not self._follow_acts():
            self._basis = basis
            self._start_anew()
        now, another_day = self._desk.now(), basis != self._basis
        self._basis = basis
        over = [one for one, kept in self._kept.items() if another_day or (kept.until and kept.until <= now)]
        if over:
            self._derive(over)

    def _start_anew(self) -> None:
        seen = max(AT_ONCE, self._looked)
        self._kept, self._place, self._whole, self._looked = {}, lists.LAST, False, 0
        self._acts = len(self._desk.acts)
        self._look_further(seen)
        self._derive(lists.incidents_without_start(self._desk.vault.session))

    def _look_further(self, most: int) -> None:
        found = lists.incidents_before(self._desk.vault.session, self._place, most)
        self._whole = len(found) < most
        self._looked += len(found)
        if found:
            self._place = found[-1]
            self._derive([place.id for place in found])

    def _follow_acts(self) -> bool:
        """Derive again what was written since; False when an act wrote so much that all has to be."""
        new = self._desk.acts[self._acts :]
        self._acts += len(new)
        touched: set[str] = set()
        for act in new:
            clients = lists.clients_touched(self._desk.vault.session, act, MOST_TOUCHED)
            if clients is None:
                return False
            touched |= clients
        if touched:
            gone = [one for one, kept in self._kept.items() if kept.row.client_id in touched]
            known = lists.incidents_of_clients(self._desk.vault.session, touched)
            self._derive(dict.fromkeys([*gone, *known]))
        return True

    def _derive(self, ids: Iterable[str]) -> None:
        """Put these incidents into the list as they stand now, and take out those that are finished."""
        now, rules = self._desk.now(), self._desk.rules
        wanted = list(ids)
        for one in wanted:
            self._kept.pop(one, None)
        gone = lists.out_of_the_lists(self._desk.vault.session, wanted)
        for facts in self._desk.vault.cases.facts_of(one for one in wanted if one not in gone):
            stands = derive_next(facts, now, rules)
            if not stands.finished:
                row = row_of(self._desk, facts, stands)
                self._kept[facts.incident.id] = _Kept(_pressing(row), row, stands.holds_until)
        self._sorted = None


def standing(desk: Desk) -> Standing:
    """Return the open incidents of this desk."""
    made = desk.memory.get("standing")
    if not isinstance(made, Standing):
        made = Standing(desk)
        desk.memory["standing"] = made
    return made


def row_of(desk: Desk, facts: CaseFacts, stands: Pressing) -> IncidentRow:
    """Return one incident as a list shows it."""
    chip, role = SAFETY if stands.parked else chip_of(desk, stands.urgency, stands.due)
    return IncidentRow(
        incident_id=facts.incident.id,
        client_id=facts.client.id,
        client_name=shown_name(facts.client),
        initials=initials(facts.client),
        waiting_name=facts.interviewer.full_name or facts.organisation.name,
        organisation=facts.organisation.name,
        kind=facts.appointment.kind,
        starts=facts.appointment.starts,
        zone=facts.appointment.zone,
        imminent=stands.imminent,
        parked=stands.parked,
        urgency=stands.urgency,
        step=stands.step,
        title=stands.title,
        due=stands.due,
        chip=chip,
        chip_role=role,
        finished=stands.finished,
        counts_as_no_show=stands.counts_as_no_show,
    )


def _pressing(row: IncidentRow) -> tuple[int, bool, float, str]:
    """Sort by urgency; imminent ones first and soonest; then by due time; the latest miss before older
    ones.
    """
    due = row.due.timestamp() if row.due is not None else float("inf")
    started = row.starts.timestamp() if row.starts is not None else 0.0
    moment = started if row.imminent else -started if row.urgency is Urgency.WAITING else due
    place = 0 if row.parked else _PRESSING.index(row.urgency)
    return (place, not row.imminent, moment, row.incident_id)
