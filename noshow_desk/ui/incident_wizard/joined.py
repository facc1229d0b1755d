"""Records that a form fills bit by bit and that are written whole: a call, a courtesy call, a new date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import msgspec

from noshow_desk.domain.appointment import Appointment, local
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import ClientCall, Courtesy
from noshow_desk.domain.kinds import Channel, Who
from noshow_desk.domain.practice.standing import standing
from noshow_desk.ui.incident_wizard.fact_path import Plain

CALL, COURTESY, GRANTED, ATTEMPT = "call.", "courtesy.", "granted.", "attempt."
JOINED = (CALL, COURTESY, GRANTED, ATTEMPT)
# Typed beside a call: another one begins ("call.another"), when it was ("call.at"), its id ("call.id").
ANOTHER, CALL_AT, CALL_ID = "call.another", "call.at", "call.id"
ATTEMPT_ID = "attempt.id"
# What a call not recorded yet shows.
_PRESET = {"by": Who.CLIENT.value, "channel": Channel.CALL.value}
# How the interviewer was told, as one choice: the channel, and whether a message was left.
COURTESY_WAYS: dict[str, tuple[Channel, bool]] = {
    "spoke": (Channel.CALL, False),
    "message": (Channel.CALL, True),
    "email": (Channel.EMAIL, True),
    "visit": (Channel.VISIT, False),
}


def read_joined(facts: CaseFacts, typed: Mapping[str, Plain], path: str) -> Plain:
    """Return the recorded value behind a path of JOINED; None when there is no such record yet."""
    prefix, name = path.split(".", 1)
    if prefix == "call":
        call = open_call(facts, typed)
        return msgspec.to_builtins(getattr(call, name)) if call is not None else _PRESET.get(name)
    if prefix == "courtesy":
        return _courtesy_value(facts.incident.courtesy, name)
    if prefix == "attempt":
        return _attempt_value(facts, name)
    appointment = facts.new_appointment
    if appointment is None:
        return None
    return msgspec.to_builtins(getattr(appointment, name, None))


def open_call(facts: CaseFacts, typed: Mapping[str, Plain]) -> ClientCall | None:
    """Return the recorded call that the form is about; None while it is about one not recorded yet."""
    calls = standing(facts.incident.calls, facts.appointment.tz)
    return calls[-1] if calls and not typed.get(ANOTHER) else None


def overlay(facts: CaseFacts, typed: Mapping[str, Plain], now: datetime) -> CaseFacts:
    """Return `facts` with the records that the form has filled far enough to be written."""
    for prefix, join in _JOINS.items():
        part = {path[len(prefix) :]: value for path, value in typed.items() if path.startswith(prefix)}
        if part:
            try:
                facts = join(facts, part, typed, now)
            except (msgspec.ValidationError, ValueError):
                continue  # half a date: it stays in the form
    return facts


def unwritten(facts: CaseFacts, typed: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return what stays in the form after writing: parts of records not far enough to be written."""
    left: dict[str, Plain] = {}
    calling = {path: value for path, value in typed.items() if path.startswith(CALL)}
    if open_call(facts, typed) is None and "call.result" not in typed:
        left |= calling
    if facts.incident.courtesy is None:
        left |= {path: value for path, value in typed.items() if path.startswith(COURTESY)}
    if facts.new_appointment is None:
        left |= {path: value for path, value in typed.items() if path.startswith(GRANTED)}
    return left


def begun(typed: Mapping[str, Plain], path: str, value: Plain, now: datetime) -> dict[str, Plain]:
    """Return what has to be kept beside the first words about a new record: its id, and when it was.

    The id is kept with the form, so that a form put back after a crash cannot record the same call twice.
    """
    extra: dict[str, Plain] = {}
    if path.startswith(CALL) and CALL_ID not in typed:
        extra[CALL_ID] = str(uuid4())
    if path == "call.result" and value and CALL_AT not in typed:
        extra[CALL_AT] = now.isoformat()
    if path.startswith(ATTEMPT) and ATTEMPT_ID not in typed:
        extra[ATTEMPT_ID] = str(uuid4())
    return extra


def _with_call(
    facts: CaseFacts, part: dict[str, Any], typed: Mapping[str, Plain], now: datetime
) -> CaseFacts:
    fresh = {name: value for name, value in part.items() if name not in ("another", "id")}
    before = open_call(facts, typed)
    if before is None and not fresh.get("result"):
        return facts
    call_id = typed.get(CALL_ID) or ""
    base = before or ClientCall(at=now)
    if before is not None:
        fresh.pop("at", None)
    filled = {
        **msgspec.to_builtins(base),
        **{name: value for name, value in fresh.items() if value is not None},
    }
    call = msgspec.convert(filled, ClientCall)
    if call == before:
        return facts
    call = replace(call, id=call_id, corrects_id=before.id if before is not None else "")
    return replace(facts, incident=replace(facts.incident, calls=(*facts.incident.calls, call)))


def _with_courtesy(
    facts: CaseFacts, part: dict[str, Any], _typed: Mapping[str, Plain], now: datetime
) -> CaseFacts:
    before = facts.incident.courtesy
    if before is None and part.get("how") not in COURTESY_WAYS:
        return facts
    values = {name: value for name, value in part.items() if name in ("told", "offered", "note")}
    courtesy = replace(before or Courtesy(at=now, told=facts.interviewer.formal_name), **values)
    if part.get("how") in COURTESY_WAYS:
        channel, left = COURTESY_WAYS[part["how"]]
        courtesy = replace(courtesy, channel=channel, message_left=left)
    return replace(facts, incident=replace(facts.incident, courtesy=courtesy))


def _with_granted(
    facts: CaseFacts, part: dict[str, Any], _typed: Mapping[str, Plain], _now: datetime
) -> CaseFacts:
    before = facts.new_appointment
    if before is None and not part.get("starts"):
        return facts
    old = facts.appointment
    base = before or Appointment(
        client_id=old.client_id,
        interviewer_id=old.interviewer_id,
        kind=old.kind,
        role=old.role,
        zone=old.zone,
        place=old.place,
        reschedule_of=old.id,
    )
    values: dict[str, Any] = {"place": part["place"]} if "place" in part else {}
    if part.get("starts"):
        values["starts"] = datetime.fromisoformat(part["starts"])
    return replace(facts, new_appointment=replace(base, **values))


def _with_attempt(
    facts: CaseFacts, part: dict[str, Any], typed: Mapping[str, Plain], _now: datetime
) -> CaseFacts:
    """Add to the last attempt when to call back and what may be told, as a correction of it."""
    attempts = standing(facts.incident.contact_attempts, facts.appointment.tz)
    if not attempts:
        return facts
    last = attempts[-1]
    values: dict[str, Any] = {}
    if part.get("call_back_at"):
        at = datetime.fromisoformat(part["call_back_at"])
        values["call_back_at"] = at.replace(tzinfo=facts.appointment.tz).astimezone(UTC)
    if "may_tell" in part:
        values["may_tell"] = part["may_tell"]
    filled = replace(last, **values)
    if filled == last:
        return facts
    filled = replace(filled, id=typed.get(ATTEMPT_ID) or "", corrects_id=last.id)
    attempts = (*facts.incident.contact_attempts, filled)
    return replace(facts, incident=replace(facts.incident, contact_attempts=attempts))


_JOINS = {CALL: _with_call, COURTESY: _with_courtesy, GRANTED: _with_granted, ATTEMPT: _with_attempt}


def _courtesy_value(courtesy: Courtesy | None, name: str) -> Plain:
    if courtesy is None:
        return None
    if name != "how":
        return msgspec.to_builtins(getattr(courtesy, name))
    way = (courtesy.channel, courtesy.message_left)
    return next((key for key, value in COURTESY_WAYS.items() if value == way), "spoke")


def _attempt_value(facts: CaseFacts, name: str) -> Plain:
    attempts = standing(facts.incident.contact_attempts, facts.appointment.tz)
    if not attempts:
        return None
    value = getattr(attempts[-1], name)
    if isinstance(value, datetime):
        value = local(value, facts.appointment)
    return msgspec.to_builtins(value)
