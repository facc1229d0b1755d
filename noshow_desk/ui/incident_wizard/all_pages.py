"""Every page of the wizard, in the order of the practice."""

from __future__ import annotations

from noshow_desk.domain.kinds import StepId
from noshow_desk.ui.incident_wizard.fields import Field, StepPage, fields_of
from noshow_desk.ui.incident_wizard.pages import (
    ask,
    attended,
    call,
    courtesy,
    debrief,
    decide,
    follow_up,
    happened,
    note,
    plan,
    reach,
    rehearse,
    rulers,
    solve,
    story,
)

# To add a step's page: a module under pages/ with a PAGE, and a row here.
PAGES: tuple[StepPage, ...] = (
    happened.PAGE,
    reach.PAGE,
    courtesy.PAGE,
    story.PAGE,
    decide.PAGE,
    rulers.PAGE,
    solve.PAGE,
    rehearse.PAGE,
    call.PAGE,
    ask.PAGE,
    debrief.PAGE,
    note.PAGE,
    plan.PAGE,
    attended.PAGE,
    follow_up.PAGE,
)


def page_of(step: StepId) -> StepPage:
    """Return the page of a step."""
    return next(page for page in PAGES if page.step is step)


def all_fields() -> tuple[Field, ...]:
    """Return the fields of every page; a fact shown on two pages comes twice with the same path."""
    return tuple(field for page in PAGES for field in fields_of(page))
