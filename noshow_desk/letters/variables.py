"""The variables of templates: the one table behind palette, completion, checker, help and samples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from noshow_desk.i18n import N_
from noshow_desk.letters import events, people
from noshow_desk.letters.fields import Group, Leaf, Node, Rows
from noshow_desk.letters.known import Known


@dataclass(frozen=True, slots=True)
class Variable:
    """One field of a template.

    `get` returns its plain value or None. `sample` is what it prints for the sample case, in English. `items`
    are the names inside each row of a list of records. `typed`: its text can be typed for one paper only.
    """

    name: str
    group: str
    label: str
    get: Callable[[Known], object]
    sample: str
    items: tuple[str, ...] = ()
    typed: bool = False
    is_list: bool = False
    is_flag: bool = False
    own_words: bool = False


_CLIENT = N_("Client")
_INTERVIEWER = N_("Interviewer")
_MISSED = N_("Appointment")
_NEW = N_("New appointment")
_WORDS = N_("In the client's words")
_ASK = N_("To ask with “if”")
_PLAN = N_("Plan")
_YOU = N_("You")
_PAPER = N_("This paper")
GROUPS = (_CLIENT, _INTERVIEWER, _MISSED, _NEW, _WORDS, _PLAN, _YOU, _PAPER, _ASK)


def _text(name: str, group: str, label: str, get: Callable[[Known], object], sample: str) -> Variable:
    return Variable(name, group, label, get, sample, typed=True)


def _own(name: str, label: str, get: Callable[[Known], object], sample: str) -> Variable:
    return Variable(name, _WORDS, label, get, sample, typed=True, own_words=True)


def _flag(name: str, label: str, get: Callable[[Known], bool], sample: str) -> Variable:
    return Variable(name, _ASK, label, get, sample, is_flag=True)


# To add a variable: a function in people.py or events.py and a row here, with its value in the
# sample case (sample.py).
VARIABLES: tuple[Variable, ...] = (
    _text("client.first_name", _CLIENT, N_("First name"), people.client_first_name, "Marcus"),
    _text("client.last_name", _CLIENT, N_("Last name"), people.client_last_name, "Reed"),
    _text("client.full_name", _CLIENT, N_("Full name"), people.client_full_name, "Marcus Reed"),
    _text("client.phone", _CLIENT, N_("Client's phone"), people.client_phone, "555-0142"),
    _text("client.email", _CLIENT, N_("Client's e-mail"), people.client_email, "marcus.reed@example.com"),
    Variable("client.address", _CLIENT, N_("Client's address"), people.client_address, "Marcus Reed …"),
    Variable("client.signature", _CLIENT, N_("Signature"), people.client_signature, "Marcus Reed"),
    _text(
        "interviewer.greeting", _INTERVIEWER, N_("Greeting"), people.interviewer_greeting, "Dear Ms. Alvarez,"
    ),
    _text(
        "interviewer.formal_name",
        _INTERVIEWER,
        N_("Title and last name"),
        people.interviewer_formal_name,
        "Ms. Alvarez",
    ),
    _text(
        "interviewer.full_name",
        _INTERVIEWER,
        N_("Interviewer's full name"),
        people.interviewer_full_name,
        "Rosa Alvarez",
    ),
    _text(
        "interviewer.job_title", _INTERVIEWER, N_("Job title"), people.interviewer_job_title, "Shift manager"
    ),
    _text("interviewer.phone", _INTERVIEWER, N_("Interviewer's phone"), people.interviewer_phone, "555-0177"),
    _text(
        "interviewer.best_hours",
        _INTERVIEWER,
        N_("Best hours to call"),
        people.interviewer_best_hours,
        "before noon",
    ),
    _text(
        "interviewer.email",
        _INTERVIEWER,
        N_("Interviewer's e-mail"),
        people.interviewer_email,
        "rosa.alvarez@example.com",
    ),
    Variable(
        "interviewer.address",
        _INTERVIEWER,
        N_("Interviewer's address"),
        people.interviewer_address,
        "Ms. Rosa Alvarez …",
    ),
    _text(
        "organisation.name", _INTERVIEWER, N_("Organisation"), people.organisation_name, "Bayside Warehouse"
    ),
    Variable("today", _PAPER, N_("Today's date"), events.today, "Tuesday, March 10"),
    Variable(
        "paper.reason",
        _PAPER,
        N_("The one true sentence, if wanted on this paper"),
        events.reason,
        "I took the wrong bus and did not call.",
        own_words=True,
    ),
    _text(
        "appointment.word", _MISSED, N_("“interview” or “appointment”"), events.appointment_word, "interview"
    ),
    _text(
        "appointment.word_in_spanish",
        _MISSED,
        N_("“entrevista” or “cita”, in Spanish"),
        events.appointment_word_in_spanish,
        "entrevista",
    ),
    Variable(
        "appointment.date",
        _MISSED,
        N_("Date of the appointment"),
        events.appointment_date,
        "Tuesday, March 10",
    ),
    Variable("appointment.time", _MISSED, N_("Time of the appointment"), events.appointment_time, "9:00 AM"),
    _text("appointment.role", _MISSED, N_("Job or programme"), events.appointment_role, "Forklift operator"),
    _text(
        "appointment.place",
        _MISSED,
        N_("Place of the appointment"),
        events.appointment_place,
        "1200 Harbor Road",
    ),
    Variable("new.date", _NEW, N_("New date"), events.new_date, "Friday, March 13"),
    Variable("new.time", _NEW, N_("New time"), events.new_time, "10:00 AM"),
    _text("new.place", _NEW, N_("New place"), events.new_place, "1200 Harbor Road, front desk"),
    _own(
        "incident.own_words",
        N_("Own words"),
        events.own_words,
        "I have been practicing how to talk about my past work, and I am ready.",
    ),
    _own(
        "incident.true_sentence",
        N_("The one true sentence"),
        events.true_sentence,
        "I took the wrong bus and did not call.",
    ),
    _own(
        "incident.growth_sentence",
        N_("Growth sentence"),
        events.growth_sentence,
        "I called even though I was scared.",
    ),
    Variable(
        "incident.days",
        _WORDS,
        N_("Days I can keep"),
        events.days,
        "Thursday or Friday",
        is_list=True,
        own_words=True,
    ),
    Variable("plan.leave_by", _PLAN, N_("Leave by"), events.leave_by, "8:45 AM"),
    Variable(
        "plan.if_thens",
        _PLAN,
        N_("If-then plans"),
        events.if_thens,
        "If … then …",
        items=("if_part", "then_part"),
        is_list=True,
        own_words=True,
    ),
    Variable(
        "plan.reminders",
        _PLAN,
        N_("Days of the reminders"),
        events.reminders,
        "Tuesday, March 10 or Thursday, March 12",
        is_list=True,
    ),
    _text("caseworker.first_name", _YOU, N_("Your first name"), people.caseworker_first_name, "Dana"),
    _text(
        "caseworker.name",
        _YOU,
        N_("Your name (first name only without consent)"),
        people.caseworker_name,
        "Dana Price",
    ),
    Variable(
        "caseworker.title", _YOU, N_("Your title (needs consent)"), people.caseworker_title, "Case manager"
    ),
    Variable(
        "caseworker.office",
        _YOU,
        N_("Your office (needs consent)"),
        people.caseworker_office,
        "Harbor Way Center",
    ),
    Variable(
        "caseworker.office_address",
        _YOU,
        N_("Your office address (needs consent)"),
        people.caseworker_office_address,
        "Harbor Way Center …",
    ),
    Variable("caseworker.phone", _YOU, N_("Your phone (needs consent)"), people.caseworker_phone, "555-0100"),
    Variable(
        "caseworker.email",
        _YOU,
        N_("Your e-mail (needs consent)"),
        people.caseworker_email,
        "dana.price@example.org",
    ),
    _flag("appointment.is_today", N_("the appointment is today"), events.appointment_is_today, "yes"),
    _flag("incident.granted", N_("a second chance was given"), events.granted, "yes"),
    _flag("incident.refused", N_("the answer was no"), events.refused, "no"),
    _flag("incident.pending", N_("the interviewer will get back"), events.pending, "no"),
    _flag("incident.should_ask", N_("this paper still has to ask"), events.should_ask, "no"),
    _flag("incident.spoke", N_("the client talked to the interviewer"), events.spoke, "yes"),
    _flag("incident.moved", N_("the client moved it in time"), events.moved, "no"),
    _flag("incident.imminent", N_("it was still ahead when reported"), events.imminent, "no"),
    _flag("incident.withdraws", N_("the client does not want it and withdraws"), events.withdraws, "no"),
    _flag("incident.reason_known", N_("you know the reason"), events.reason_known, "yes"),
)

# The fields inside the rows of a list, by the name of the list and of the field.
ITEM_LABELS = {
    "plan.if_thens.if_part": N_("what may happen"),
    "plan.if_thens.then_part": N_("what the client does then"),
}

_BY_NAME = {row.name: row for row in VARIABLES}
# What `Paper.inputs` may hold: the fields whose text can be typed, and whether the reason is given at all.
INPUTS = (*(row.name for row in VARIABLES if row.typed), events.WITH_REASON)


def variable_named(name: str) -> Variable | None:
    """Return the row of VARIABLES with this name, or None."""
    return _BY_NAME.get(name)


def plain_label(name: str) -> str:
    """Return the English label of a variable or of a field inside its rows; else the name itself."""
    row = _BY_NAME.get(name) or _BY_NAME.get(name.rpartition(".")[0])
    return row.label if row else name


def field_tree() -> Group:
    """Return all names as the tree that templates are checked against."""
    parts: dict[str, Node] = {}
    for row in VARIABLES:
        head, dot, last = row.name.partition(".")
        if not dot:
            parts[head] = _shape(row)
            continue
        group = parts.setdefault(head, Group(head))
        assert isinstance(group, Group)
        parts[head] = replace(group, parts={**group.parts, last: _shape(row)})
    return Group("", parts)


def _shape(row: Variable) -> Node:
    if not row.is_list:
        return Leaf(row.name)
    if row.items:
        return Rows(row.name, Group(row.name, {item: Leaf(f"{row.name}.{item}") for item in row.items}))
    return Rows(row.name, Leaf(row.name))
