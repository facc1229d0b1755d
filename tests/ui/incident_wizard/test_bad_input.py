"""Absurd names, long notes, strange dates: every step opens, nothing is lost, nothing is rich text."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from noshow_desk.domain.kinds import StepId
from noshow_desk.services import queries, unsaved
from noshow_desk.services.desk import Desk
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open

NAMES = ("<img src=x>", "مريم", "👩‍🏭 Ana", "{client}", "%s", "A" * 200, "&Marcus")


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_every_step_opens_for_any_name(desk: Desk, wizard: Open, name: str) -> None:
    made = cases.report(desk)
    facts = queries.facts(desk, made)
    with desk.act():
        desk.vault.clients.change(replace(facts.client, first_name=name, last_name="", phones=()))
        desk.vault.interviewers.change(
            replace(facts.interviewer, courtesy_title="", first_name="", last_name=name)
        )
    page = wizard(made, "happened")
    for step in StepId:
        page.go(step)
        QApplication.processEvents()
        assert page.step() is step


@pytest.mark.parametrize("starts", [datetime(2000, 1, 1, 0, 5), datetime(2027, 3, 1, 23, 59)])
def test_every_step_opens_for_any_date(desk: Desk, wizard: Open, starts: datetime) -> None:
    page = wizard(cases.report(desk, starts=starts), "happened")
    for step in StepId:
        page.go(step)
        assert page.step() is step


def test_a_very_long_story_is_kept_whole(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "story")
    words = "It was late. " * 400
    editor = page.view().input_of("incident.story.words").editor
    editor.insertPlainText(words)
    page.go(StepId.DECIDE)
    story = cases.incident(desk, made).story
    assert story is not None and story.words == words.strip()


def test_a_form_of_another_version_does_no_harm(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    payload = {"incident.no_such": 1, "nowhere": {"a": 1}, "incident.wants_it": "maybe", "call.result": 7,
               "granted.starts": "soon", "incident.why_it_matters": "It does."}  # fmt: skip
    unsaved.keep_unsaved(desk, form_key=f"incident:{made}:decide", payload=payload)
    page = wizard(made)
    assert page.step() is StepId.DECIDE
    page.go(StepId.RULERS)
    assert cases.incident(desk, made).why_it_matters == "It does."
