"""The few numbers on top of a summary, attempts first, each with its definition; none rates a person."""

from __future__ import annotations

from datetime import date

from noshow_desk.domain.kinds import Outcome
from noshow_desk.domain.practice.success import success_of
from noshow_desk.domain.summary.attempts import date_passed
from noshow_desk.domain.summary.records import Cases, SummaryFigure
from noshow_desk.i18n import N_, Message

# To add a figure: a row here (key, label, definition) and its numbers in `figures`.
_FIGURES = (
    (
        "attempts",
        N_("Attempts made by the client"),
        N_(
            "Missed appointments after which the client called, visited or wrote to the person who waited; "
            "a message left counts. Of all missed appointments in this summary."
        ),
    ),
    (
        "granted",
        N_("Second chances granted"),
        N_("Missed appointments for which another time was given. Of those for which one was asked for."),
    ),
    (
        "attended",
        N_("New appointments attended"),
        N_("New appointments to which the client came. Of those whose day has passed."),
    ),
    (
        "missed",
        N_("Missed appointments"),
        N_(
            "Appointments in this summary to which the client did not come. Not counted: those attended "
            "after all, moved or cancelled in time, or reported by mistake."
        ),
    ),
)


def figures(cases: Cases, today: date) -> tuple[SummaryFigure, ...]:
    """Return the figures over `cases`; what turned out not to be missed is listed and not counted."""
    counted = [facts for facts, derived in cases if derived.counts_as_no_show]
    made = [success_of(facts) for facts in counted]
    new_dates = [facts.new_appointment for facts in counted if facts.new_appointment is not None]
    passed = [new for new in new_dates if date_passed(new, today)]
    numbers: dict[str, tuple[int, int | None]] = {
        "attempts": (sum(success.first_own is not None for success in made), len(counted)),
        "granted": (
            sum(success.granted is True for success in made),
            sum(success.asked for success in made),
        ),
        "attended": (sum(new.outcome is Outcome.ATTENDED for new in passed), len(passed)),
        "missed": (len(counted), None),
    }
    return tuple(_figure(key, label, definition, *numbers[key]) for key, label, definition in _FIGURES)


def _figure(key: str, label: str, definition: str, part: int, whole: int | None) -> SummaryFigure:
    value = Message("{part}", {"part": part})
    if whole is not None:
        value = Message(N_("{part} of {whole}"), {"part": part, "whole": whole})
    return SummaryFigure(key, Message(label), value, Message(definition), part, whole)
