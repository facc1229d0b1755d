"""The practice vault: every branch, the same for the same seed, nobody real."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from noshow_desk.domain.blocks import to_text
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.practice import derive
from noshow_desk.domain.step import Urgency
from noshow_desk.i18n import long_date
from noshow_desk.services import practice_data, queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_findings import check_paper
from noshow_desk.services.made_up_branches import BRANCHES
from noshow_desk.services.made_up_names import ANYBODY, FIRST_EN, FIRST_ES, MEN
from tests.builders import new_desk


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = new_desk(tmp_path_factory.mktemp("practice"))
    practice_data.fill_practice_vault(desk, clients=60, seed=1)
    return desk


def everyone(desk: Desk) -> list[object]:
    return [queries.client(desk, one) for one in queries.client_ids(desk)]


def test_the_same_seed_makes_the_same_people(filled: Desk, tmp_path: Path) -> None:
    again = new_desk(tmp_path)
    practice_data.fill_practice_vault(again, clients=60, seed=1)
    assert everyone(again) == everyone(filled)
    assert again.vault.incidents.ids() == filled.vault.incidents.ids()


def test_another_seed_makes_others(filled: Desk, tmp_path: Path) -> None:
    other = new_desk(tmp_path)
    practice_data.fill_practice_vault(other, clients=60, seed=2)
    assert everyone(other) != everyone(filled)


@pytest.mark.parametrize("clients", [1, 5, 60])
def test_every_branch_is_there_whatever_the_number_of_clients(tmp_path: Path, clients: int) -> None:
    desk = new_desk(tmp_path)
    practice_data.fill_practice_vault(desk, clients=clients, seed=3)
    assert len(queries.client_ids(desk)) == clients
    assert len(desk.vault.incidents.ids()) >= len(BRANCHES)


def test_every_urgency_and_both_ends_are_there(filled: Desk) -> None:
    found = filled.vault.cases.facts_of(filled.vault.incidents.ids())
    derived = [derive(one, filled.now(), filled.rules) for one in found]
    urgencies = {one.next.urgency for one in derived if one.next is not None}
    assert urgencies >= {Urgency.WAITING, Urgency.OVERDUE, Urgency.TODAY, Urgency.LATER}
    assert any(one.finished for one in derived) and any(one.parked for one in derived)
    assert any(one.imminent for one in derived) and any(facts.previous for facts in found)


def test_nothing_happens_in_the_future_but_appointments(filled: Desk) -> None:
    now = filled.now()
    for facts in filled.vault.cases.facts_of(filled.vault.incidents.ids()):
        incident = facts.incident
        moments = [row.at for row in (*incident.contact_attempts, *incident.calls, *incident.corrections)]
        assert all(at <= now for at in moments), incident.id


def test_every_telephone_number_is_one_of_those_kept_for_stories(filled: Desk) -> None:
    numbers = [phone.number for one in everyone(filled) for phone in one.phones]  # type: ignore[attr-defined]
    assert numbers and all(re.search(r"555-01\d\d$", number) for number in numbers)


def test_some_clients_speak_spanish(filled: Desk) -> None:
    assert 0 < queries.chip_counts(filled).spanish < 60


def test_what_was_sent_has_its_words_and_nothing_in_them_is_open(filled: Desk) -> None:
    papers = [row for one in queries.client_ids(filled) for row in queries.papers_of_client(filled, one)]
    sent = [sheet for row in papers if (sheet := queries.sent_paper(filled, row.paper_id))]
    assert {sheet.format for sheet in sent} == {"txt", "eml"} and {sheet.version for sheet in sent} == {1}
    for sheet in sent:
        assert sheet.letter is not None and sheet.kind is PaperKind.THANK_YOU
        paper = queries.paper(filled, sheet.paper_id)
        facts = queries.facts(filled, paper.incident_id)
        assert facts.new_appointment is not None and facts.new_appointment.starts is not None
        words = to_text(sheet.letter)
        assert facts.client.full_name in words and "Practice" not in words
        assert long_date(facts.new_appointment.starts.date(), "en") in words
        assert paper.sent_at is not None
        went = paper.sent_at.astimezone(filled.tz).date()
        assert check_paper(sheet.letter, facts=facts, today=went).gating == ()
        on_paper = sheet.content.decode()
        assert sheet.format == "eml" or words in on_paper
        assert ("Subject:" in on_paper) == (sheet.format == "eml")


def test_the_title_of_a_made_up_person_goes_with_the_first_name(filled: Desk) -> None:
    assert set(FIRST_EN + FIRST_ES) >= MEN | ANYBODY and not MEN & ANYBODY
    rows = [
        queries.interviewer(filled, one.interviewer_id) for one in queries.interviewers(filled, limit=500)
    ]
    assert {"Mr.", "Ms."} <= {one.courtesy_title for one in rows}
    for one in rows:
        if one.courtesy_title not in ("", "Dr."):
            assert (one.courtesy_title == "Mr.") is (one.first_name in MEN)
