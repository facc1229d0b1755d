"""The note that left while the client allowed it, marked as sent once the consent is over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from noshow_desk.domain.consent import Consent
from noshow_desk.domain.kinds import ConsentLevel
from noshow_desk.domain.paper import Paper
from noshow_desk.services import consents, papers, queries, templates
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.incident_wizard.print_job import PrintJob
from tests.builders import Clock
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_branches import press
from tests.ui.incident_wizard.test_checks import type_own_words
from tests.ui.incident_wizard.test_note import paper, tick_both
from tests.ui.kit.fake_dialogs import FakeDialogs

NAMED = "My case worker at Second Start helps me."


@pytest.fixture
def granted(desk: Desk) -> str:
    """Return an incident whose client lets the agency be named until the end of this day."""
    made = cases.granted(desk, own_words="")
    allow(desk, Bridge(), made)
    return made


def allow(desk: Desk, bridge: Bridge, made: str) -> None:
    facts = queries.facts(desk, made)
    allowed = Consent(
        client_id=facts.client.id,
        interviewer_id=facts.interviewer.id,
        level=ConsentLevel.MAY_NAME_AGENCY,
        until=desk.today(),
    )
    bridge.changed.emit(consents.decide_consent(desk, consent=allowed))


def take_back(desk: Desk, bridge: Bridge, made: str) -> None:
    facts = queries.facts(desk, made)
    pair = {"client_id": facts.client.id, "interviewer_id": facts.interviewer.id}
    bridge.changed.emit(consents.revoke_consent(desk, **pair))


@pytest.fixture
def saved(desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs, tmp_path: Path) -> IncidentWizardPage:
    """The page of a note that names the office, and was saved as a Word file."""
    page = wizard(granted, "note")
    type_own_words(page, NAMED)
    assert page.case is not None and page.case.write()
    tick_both(page)
    dialogs.answers.append(tmp_path / "saved.docx")
    press(page, "Word file")
    return page


def another_day(page: IncidentWizardPage, clock: Clock, wizard: Open, made: str) -> IncidentWizardPage:
    page.close_case()
    clock.forward(days=1)
    return wizard(made, "note")


def test_the_day_after_it_is_marked_with_the_file_and_the_time_of_then(
    desk: Desk,
    saved: IncidentWizardPage,
    wizard: Open,
    granted: str,
    dialogs: FakeDialogs,
    clock: Clock,
    tmp_path: Path,
) -> None:
    left_at = desk.now()
    page = another_day(saved, clock, wizard, granted)
    dialogs.answers.append("then")
    page.body().footer.next_wished.emit()
    asked = dialogs.questions[-1]
    assert asked.title == "Did it go on March 10, 2026?" and "case worker" in asked.text
    assert [answer for answer, _verb in asked.answers] == ["then", ""]
    sent = paper(desk, granted)
    assert sent.sent_at == left_at and sent.frozen == (tmp_path / "saved.docx").read_bytes()


def test_not_now_leaves_it_a_draft(
    desk: Desk, saved: IncidentWizardPage, wizard: Open, granted: str, dialogs: FakeDialogs, clock: Clock
) -> None:
    page = another_day(saved, clock, wizard, granted)
    dialogs.answers.append("")
    page.body().footer.next_wished.emit()
    assert paper(desk, granted).sent_at is None


def test_taken_back_an_hour_later_it_is_marked_as_of_then(
    desk: Desk, saved: IncidentWizardPage, bridge: Bridge, granted: str, dialogs: FakeDialogs, clock: Clock
) -> None:
    left_at = desk.now()
    clock.forward(hours=1)
    take_back(desk, bridge, granted)
    dialogs.answers.append("then")
    saved.body().footer.next_wished.emit()
    assert paper(desk, granted).sent_at == left_at


def test_printed_before_midnight_and_answered_after_it_is_not_asked_twice(
    desk: Desk,
    saved: IncidentWizardPage,
    dialogs: FakeDialogs,
    clock: Clock,
    granted: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert saved.case is not None
    left_at, ask = desk.now(), dialogs.ask

    def ask_past_midnight(question: object, answered: Callable[[str], None]) -> None:
        clock.forward(days=1)
        ask(question, answered)

    monkeypatch.setattr(dialogs, "ask", ask_past_midnight)
    dialogs.answers.append("sent")
    PrintJob(saved.case, saved.case.note.letter(), draft=False, window=saved).on_printed(1)
    sent = paper(desk, granted)
    assert sent.sent_at == left_at and sent.frozen_format == "pdf"
    assert [question.title for question in dialogs.questions] == ["Printed. Is it on its way?"]


@pytest.mark.parametrize("answer", ["then", "now"])
def test_where_other_words_stand_by_now_it_is_asked_which_ones_went(
    desk: Desk,
    bridge: Bridge,
    wizard: Open,
    granted: str,
    dialogs: FakeDialogs,
    clock: Clock,
    tmp_path: Path,
    answer: str,
) -> None:
    page = _with_the_office(desk, wizard, granted)
    tick_both(page)
    dialogs.answers.append(tmp_path / "saved.html")
    press(page, "Web page")
    clock.forward(hours=1)
    take_back(desk, bridge, granted)  # and the words that named the office are gone
    tick_both(page)
    dialogs.answers.append(answer)
    page.body().footer.next_wished.emit()
    assert [key for key, _verb in dialogs.questions[-1].answers] == ["then", "now", ""]
    sent = paper(desk, granted)
    kept = sent.frozen == (tmp_path / "saved.html").read_bytes()
    assert kept is (answer == "then") and (sent.sent_at == desk.now()) is (answer == "now")


@pytest.mark.parametrize("answer", ["then", "now", ""])
def test_where_the_client_has_allowed_more_since_it_is_asked_which_one_went(
    desk: Desk,
    bridge: Bridge,
    wizard: Open,
    granted: str,
    dialogs: FakeDialogs,
    clock: Clock,
    tmp_path: Path,
    answer: str,
) -> None:
    take_back(desk, bridge, granted)
    page = _with_the_office(desk, wizard, granted)
    tick_both(page)
    dialogs.answers.append(tmp_path / "saved.html")
    press(page, "Web page")
    clock.forward(hours=1)
    allow(desk, bridge, granted)  # and the words that name the office are there
    tick_both(page)
    dialogs.answers.append(answer)
    page.body().footer.next_wished.emit()
    assert dialogs.questions[-1].title == "Which one went?"
    assert [key for key, _verb in dialogs.questions[-1].answers] == ["then", "now", ""]
    sent = paper(desk, granted)
    assert (sent.sent_at is None) is (answer == "")
    without = (tmp_path / "saved.html").read_bytes()
    assert b"Second Start" not in without
    assert (sent.frozen == without) is (answer == "then")
    assert ("Second Start" in sent.blocks_json) is (answer == "now")


def test_a_later_day_alone_is_not_asked_about(
    desk: Desk, wizard: Open, granted: str, dialogs: FakeDialogs, clock: Clock, tmp_path: Path
) -> None:
    page = wizard(granted, "note")
    assert page.case is not None and page.case.note.ensure()
    page.case.refresh()
    tick_both(page)
    dialogs.answers.append(tmp_path / "saved.docx")
    press(page, "Word file")
    page = another_day(page, clock, wizard, granted)  # the consent ran out, and no word came from it
    page.body().footer.next_wished.emit()
    assert dialogs.questions == []
    assert paper(desk, granted).frozen == (tmp_path / "saved.docx").read_bytes()


def _with_the_office(desk: Desk, wizard: Open, made: str) -> IncidentWizardPage:
    page = wizard(made, "note")
    assert page.case is not None and page.case.note.ensure()
    _name_the_office(desk, paper(desk, made))
    page.case.note.forget()
    page.case.refresh()
    return page


def _name_the_office(desk: Desk, draft: Paper) -> None:
    version = desk.vault.templates.version(draft.template_version_id)
    shipped = next(one for one in templates.templates(desk) if one.source == version.source)
    office = "\n\n{% if caseworker.office %}{{ caseworker.office }}{% endif %}"
    own = replace(shipped, source=version.source + office)
    papers.use_template(desk, paper_id=draft.id, template=own)
