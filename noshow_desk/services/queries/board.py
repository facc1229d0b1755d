"""The Today page: who is waiting now, what is due, what is coming up, what can wait."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.kinds import AppointmentKind, StepId
from noshow_desk.domain.labels import label
from noshow_desk.domain.paper import FollowUp
from noshow_desk.domain.step import Urgency
from noshow_desk.i18n import N_, Message, Near
from noshow_desk.services.clients import shown_name
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.cases import derived
from noshow_desk.services.queries.chips import SAFETY, due_on
from noshow_desk.services.queries.people import count_clients
from noshow_desk.services.queries.rows import BoardRow, IncidentRow, NextStep, Role, TodayBoard
from noshow_desk.services.queries.standing import standing
from noshow_desk.storage import lists

DAYS_AHEAD = 7
DAY = timedelta(days=1)

PUT_RIGHT = Message(N_("Put it right"))
OPEN_CLIENT = Message(N_("Open client"))
GO_ON = Message(N_("Go on"))
ACTIONS: dict[StepId, Message] = {
    StepId.REACH: Message(N_("Log contact")),
    StepId.CALL: Message(N_("Prepare the call")),
    StepId.NOTE: Message(N_("Write note")),
    StepId.PLAN: Message(N_("Make the plan")),
    StepId.ATTENDED: Message(N_("Say how it went")),
}
ICONS: dict[StepId, str] = {
    StepId.HAPPENED: "notebook-pen",
    StepId.REACH: "phone-outgoing",
    StepId.COURTESY: "phone-outgoing",
    StepId.STORY: "message-circle",
    StepId.DECIDE: "scale",
    StepId.RULERS: "chart-column",
    StepId.SOLVE: "lightbulb",
    StepId.REHEARSE: "users",
    StepId.CALL: "phone-call",
    StepId.ASK: "calendar-clock",
    StepId.DEBRIEF: "sprout",
    StepId.NOTE: "file-pen",
    StepId.PLAN: "footprints",
    StepId.ATTENDED: "calendar-check",
    StepId.FOLLOW_UP: "message-square",
}
ROLES = {
    Urgency.WAITING: Role.WAITING,
    Urgency.OVERDUE: Role.DUE,
    Urgency.TODAY: Role.DUE,
    Urgency.LATER: Role.PLAIN,
    Urgency.NONE: Role.PLAIN,
}


def today_board(desk: Desk, limit: int = 50) -> TodayBoard:
    """Return the Today page, at most `limit` rows a section, with the count of each section beside it."""
    rows = standing(desk).rows()
    waiting = [row for row in rows if row.urgency is Urgency.WAITING]
    due = [row for row in rows if row.parked or row.urgency in {Urgency.OVERDUE, Urgency.TODAY}]
    later = [row for row in rows if not row.parked and row.urgency in {Urgency.LATER, Urgency.NONE}]
    to_do, to_do_count = _follow_ups(desk, date.min, desk.today(), limit)
    in_time, in_time_count = _follow_ups(desk, desk.today() + DAY, date.max, limit)
    coming, coming_count = _coming(desk, limit)
    return TodayBoard(
        waiting=tuple(_waiting_row(row, desk.today()) for row in waiting[:limit]),
        due=_by_time([*(_step_row(row) for row in due[:limit]), *to_do], limit),
        coming_up=tuple(coming),
        later=_by_time([*(_step_row(row) for row in later[:limit]), *in_time], limit),
        waiting_count=len(waiting),
        due_count=len(due) + to_do_count,
        coming_up_count=coming_count,
        later_count=len(later) + in_time_count,
        clients=count_clients(desk),
    )


def next_step(desk: Desk, client_id: str) -> NextStep | None:
    """Return the card on top of a client: the most pressing open step over all incidents, or None."""
    row = next(
        (one for one in standing(desk).rows() if one.client_id == client_id and one.step is not None), None
    )
    if row is None or row.step is None or row.title is None:
        return None
    step = derived(desk, row.incident_id).step(row.step)
    return NextStep(
        incident_id=row.incident_id,
        step=step.id,
        title=step.title,
        why=step.why,
        role=ROLES[row.urgency],
        due=step.due,
    )


def _waiting_title(row: IncidentRow, today: date) -> Message:
    values: dict[str, object] = {"name": row.client_name}
    if row.starts is None:
        return Message(N_("{name} missed the appointment"), values)
    if row.imminent or row.starts.date() != today:
        near = N_("{name}: appointment {when}")
        past = N_("{name} missed the appointment: {when}")
        return Message(near if row.imminent else past, values | {"when": Near(row.starts, today)})
    interview = row.kind is AppointmentKind.JOB_INTERVIEW
    words = (
        N_("{name} missed the {time} interview") if interview else N_("{name} missed the {time} appointment")
    )
    return Message(words, values | {"time": row.starts.time()})


def _waiting_row(row: IncidentRow, today: date) -> BoardRow:
    behind = N_("{organisation} · {person} is waiting to hear from someone. The first call matters most.")
    alone = N_("{person} is waiting to hear from someone. The first call matters most.")
    named = row.organisation and row.organisation != row.waiting_name
    return BoardRow(
        client_id=row.client_id,
        client_name=row.client_name,
        incident_id=row.incident_id,
        title=_waiting_title(row, today),
        second=Message(
            behind if named else alone, {"organisation": row.organisation, "person": row.waiting_name}
        ),
        icon="phone-missed",
        action=PUT_RIGHT,
        role=Role.WAITING,
        chip=row.chip,
        step=row.step,
        at=_instant(row),
        imminent=row.imminent,
    )


def _instant(row: IncidentRow) -> datetime | None:
    return Appointment(starts=row.starts, zone=row.zone).instant


def _step_row(row: IncidentRow) -> BoardRow:
    step = row.step or StepId.FOLLOW_UP
    return BoardRow(
        client_id=row.client_id,
        client_name=row.client_name,
        incident_id=row.incident_id,
        title=Message(N_("{name}: {what}"), {"name": row.client_name, "what": row.title or SAFETY[0]}),
        second=Message(
            "{who}", {"who": " · ".join(dict.fromkeys(filter(None, (row.organisation, row.waiting_name))))}
        ),
        icon=ICONS[step],
        action=ACTIONS.get(step, GO_ON),
        role=row.chip_role,
        chip=row.chip,
        step=step,
        at=row.due,
    )


def _follow_ups(desk: Desk, first: date, last: date, limit: int) -> tuple[list[BoardRow], int]:
    ids, count = lists.open_follow_ups(desk.vault.session, first, last, limit)
    found = desk.vault.follow_ups.many(ids)
    names = _names(desk, (one.client_id for one in found))
    return [_follow_up_row(desk, one, names.get(one.client_id, "")) for one in found], count


def _follow_up_row(desk: Desk, one: FollowUp, name: str) -> BoardRow:
    chip, role = due_on(desk.today(), one.on)
    return BoardRow(
        client_id=one.client_id,
        client_name=name,
        incident_id=one.incident_id,
        follow_up_id=one.id,
        title=Message(N_("{name}: follow-up"), {"name": name}),
        second=Message("{what}", {"what": one.what}),
        icon="message-square",
        action=OPEN_CLIENT,
        role=role,
        chip=chip,
        at=_noon(desk, one.on),
    )


def _coming(desk: Desk, limit: int) -> tuple[list[BoardRow], int]:
    """Return the appointments of the next days that nobody has reported as about to be missed."""
    now = desk.local_now()
    ids, count = lists.coming_up(desk.vault.session, now, now + DAYS_AHEAD * DAY, limit)
    found = desk.vault.appointments.many(ids)
    names = _names(desk, (one.client_id for one in found))
    return [_coming_row(one, names.get(one.client_id, ""), desk.today()) for one in found], count


def _coming_row(one: Appointment, name: str, today: date) -> BoardRow:
    second_chance = bool(one.reschedule_of)
    return BoardRow(
        client_id=one.client_id,
        client_name=name,
        appointment_id=one.id,
        title=Message(N_("{name}: {what}"), {"name": name, "what": Message(label(one.kind))}),
        second=Message("{when}", {"when": Near(one.starts, today) if one.starts else ""}),
        icon="calendar-clock" if second_chance else "briefcase-business",
        action=OPEN_CLIENT,
        role=Role.GOOD if second_chance else Role.PLAIN,
        chip=Message(N_("Second chance")) if second_chance else None,
        at=one.instant,
    )


def _by_time(rows: list[BoardRow], limit: int) -> tuple[BoardRow, ...]:
    return tuple(sorted(rows, key=_time)[:limit])


def _time(row: BoardRow) -> float:
    return row.at.timestamp() if row.at else float("inf")


def _names(desk: Desk, ids: Iterable[str]) -> dict[str, str]:
    return {one.id: shown_name(one) for one in desk.vault.clients.many(set(ids))}


def _noon(desk: Desk, day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=desk.tz)
