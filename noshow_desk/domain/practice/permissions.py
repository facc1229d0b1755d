"""R12: who may call, ask and sign. For job, training and education interviews it is the client, always."""

from __future__ import annotations

from noshow_desk.domain.incident import ClientCall
from noshow_desk.domain.kinds import CLIENT_ONLY_KINDS, OFFICIAL_KINDS, AppointmentKind, PaperKind, Who

_CLIENT = (Who.CLIENT,)
_ANYONE = (Who.CLIENT, Who.BOTH, Who.CASEWORKER)


def callers_allowed(kind: AppointmentKind) -> tuple[Who, ...]:
    """Return who may make the call about an appointment of this kind, the preset first."""
    return _CLIENT if kind in CLIENT_ONLY_KINDS else _ANYONE


def may_ask(kind: AppointmentKind, who: Who) -> bool:
    """Say whether `who` may ask for the second chance."""
    return who in callers_allowed(kind)


def senders_allowed(kind: AppointmentKind, paper: PaperKind) -> tuple[Who, ...]:
    """Return who may sign a paper: the courtesy notice and the summary are the caseworker's, all else the
    client's.
    """
    if paper in (PaperKind.COURTESY, PaperKind.SUMMARY):
        return (Who.CASEWORKER,)
    return callers_allowed(kind) if paper is PaperKind.APOLOGY else _CLIENT


def is_clients_own(kind: AppointmentKind, call: ClientCall) -> bool:
    """Say whether `call` counts as the call of step `call`; on interviews only the client's own does."""
    return call.by in (Who.CLIENT, Who.BOTH) or kind not in CLIENT_ONLY_KINDS


def other_rules_hold(kind: AppointmentKind) -> bool:
    """R11: say whether to "check your policy": supervision, court, benefits."""
    return kind in OFFICIAL_KINDS
