"""What the read side answers with: plain rows that a list, a board or a timeline shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from noshow_desk.domain.kinds import AppointmentKind, PaperKind, StepId
from noshow_desk.domain.step import Urgency
from noshow_desk.i18n import Message


class Role(StrEnum):
    """How a chip or a card is coloured: someone waits now (red), due (amber), good news (green), plain."""

    WAITING = "waiting"
    DUE = "due"
    GOOD = "good"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRow:
    """One client in the list: `second` is the line below the name, `chip` the pill at the right."""

    id: str
    name: str
    initials: str
    second: Message
    chip: Message | None = None
    chip_role: Role = Role.PLAIN
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipCounts:
    """How many clients each filter chip of the client list shows; keys as in `client_ids(chip=…)`."""

    all: int = 0
    act_now: int = 0
    due: int = 0
    spanish: int = 0
    archived: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One thing that happened. `icon` is the name of an icon file; `text` and `quote` are what people wrote
    or said.

    `at` is local wall-clock time at the office (no offset).
    """

    at: datetime
    icon: str
    title: Message
    role: Role = Role.PLAIN
    text: str = ""
    quote: str = ""
    incident_id: str = ""
    paper_id: str = ""
    corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The one card on top of a client: what to do now, and why."""

    incident_id: str
    step: StepId
    title: Message
    why: Message
    role: Role
    due: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One line or card of the Today board.

    One of `incident_id`, `follow_up_id` and `appointment_id` says what it is about; `step` is the step to
    open the incident at. `at` is an aware time: the start of the appointment (waiting, coming up) or the due
    time. `role` colours the chip; `icon` is the name of an icon file; `action` is the label of its button.
    """

    client_id: str
    title: Message
    second: Message
    icon: str
    action: Message
    role: Role = Role.PLAIN
    chip: Message | None = None
    incident_id: str = ""
    follow_up_id: str = ""
    appointment_id: str = ""
    client_name: str = ""
    step: StepId | None = None
    at: datetime | None = None
    imminent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayBoard:
    """The Today page. A section holds at most `limit` rows; the `..._count` beside it counts them all."""

    waiting: tuple[BoardRow, ...] = ()
    due: tuple[BoardRow, ...] = ()
    coming_up: tuple[BoardRow, ...] = ()
    later: tuple[BoardRow, ...] = ()
    waiting_count: int = 0
    due_count: int = 0
    coming_up_count: int = 0
    later_count: int = 0
    clients: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """One incident in a list. `starts` is the wall-clock start of its appointment; `due` is an aware time.

    `parked` is True while the client is not safe (R0): then there is no step.
    """

    incident_id: str
    client_id: str
    client_name: str
    initials: str
    waiting_name: str
    organisation: str
    kind: AppointmentKind
    starts: datetime | None
    zone: str
    imminent: bool
    urgency: Urgency
    step: StepId | None = None
    title: Message | None = None
    due: datetime | None = None
    chip: Message | None = None
    chip_role: Role = Role.PLAIN
    finished: bool = False
    counts_as_no_show: bool = True
    parked: bool = False


class HitKind(StrEnum):
    """What the search box found."""

    CLIENT = "client"
    INTERVIEWER = "interviewer"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One find. `id` is the id of the record; `client_id` is set when it leads to a client; `number` is a
    case number.
    """

    kind: HitKind
    id: str
    title: str
    second: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """An interviewer with the organisation behind, for pickers and lists."""

    interviewer_id: str
    organisation_id: str
    name: str
    organisation: str
    number: str
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One paper in a client's list; a paper without `sent_at` is a draft. Times are local at the office."""

    paper_id: str
    incident_id: str
    kind: PaperKind
    language: str
    title: Message
    second: Message
    draft: bool
    at: datetime
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One line of a history, newest first: one change of one field, or one record made.

    `sentence` says it whole ("Dana changed the phone numbers on Tuesday, March 3"), `old` and `new` are the
    values in words; `at` is local at the office. `what` is made, changed, archived, restored, corrected,
    withdrawn or removed. `restorable` says that the earlier value can be written again:
    `history.restore_value(seq)`.
    """

    act: str
    at: datetime
    by: str
    what: str
    field: str
    old: str
    new: str
    seq: int
    table: str
    sentence: Message
    restorable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsavedForm:
    """A form that was being filled when the app ended: where it belongs and what was typed."""

    form_key: str
    payload: dict[str, object]
    saved_at: datetime
    client_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSafety:
    """The "Your data" card: where the vault is, its size in bytes, and when it was last written (local)."""

    folder: str
    size: int
    saved_at: datetime | None = None
    last_backup: datetime | None = None
