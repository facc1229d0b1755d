"""Undo takes back one act, redo brings it back, and nothing that came later is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.client import Client
from noshow_desk.domain.incident import ClientCall, ContactAttempt, Incident
from noshow_desk.domain.kinds import Outcome, PaperKind
from noshow_desk.domain.paper import Paper
from noshow_desk.domain.template import Template
from noshow_desk.storage import undo
from noshow_desk.storage.open_vault import Vault
from noshow_desk.storage.troubles import UndoConflict
from tests.storage.vaults import NOW, act


def take_back(memory: Vault, act_id: str) -> str:
    """Undo an act; return the id of the undoing."""
    with act(memory) as undoing:
        undo.undo(memory, act_id)
    return undoing.id


def test_old_values_return_and_go_again(memory: Vault) -> None:
    with act(memory):
        made = memory.clients.add(Client(first_name="Ann", tags=("vet",)))
    before = memory.clients.get(made)
    after = replace(before, first_name="Anne", tags=(), preferred_name="Annie")
    with act(memory) as writing:
        memory.clients.change(after)
    undoing = take_back(memory, writing.id)
    assert memory.clients.get(made) == before
    take_back(memory, undoing)
    assert memory.clients.get(made) == after


def test_what_was_made_is_archived_and_returns(memory: Vault) -> None:
    with act(memory) as writing:
        made = memory.clients.add(Client(first_name="Ann"))
    undoing = take_back(memory, writing.id)
    assert memory.clients.ids() == []
    assert memory.clients.search("ann") == []
    take_back(memory, undoing)
    assert memory.clients.ids() == memory.clients.search("ann") == [made]


def test_an_archived_client_returns(memory: Vault) -> None:
    with act(memory):
        made = memory.clients.add(Client(first_name="Ann"))
    with act(memory) as writing:
        memory.clients.archive(made)
    take_back(memory, writing.id)
    assert memory.clients.ids() == [made]
    assert memory.clients.stamp(made).archived_by == ""


def test_attempts_and_calls_are_withdrawn_not_deleted(memory: Vault) -> None:
    with act(memory):
        incident = memory.incidents.add(Incident(contact_attempts=(ContactAttempt(at=NOW, note="first"),)))
    with act(memory) as writing:
        memory.incidents.add_attempt(incident, ContactAttempt(at=NOW, note="second"))
        memory.incidents.add_call(incident, ClientCall(at=NOW))
    whole = memory.incidents.get(incident)
    undoing = take_back(memory, writing.id)
    assert [attempt.note for attempt in memory.incidents.get(incident).contact_attempts] == ["first"]
    assert memory.incidents.get(incident).calls == ()
    assert memory.session.row("SELECT count(*) FROM contact_attempt") == (3,)
    redoing = take_back(memory, undoing)
    assert memory.incidents.get(incident) == whole
    take_back(memory, redoing)
    assert memory.incidents.get(incident).calls == ()


def test_an_outcome_goes_back_to_the_one_before(memory: Vault) -> None:
    with act(memory):
        made = memory.appointments.add(Appointment(starts=datetime(2026, 3, 10, 9)))
    with act(memory) as first:
        memory.appointments.record_outcome(made, Outcome.MISSED, NOW, "dana")
    with act(memory) as second:
        memory.appointments.record_outcome(made, Outcome.ATTENDED, NOW, "dana")
    take_back(memory, second.id)
    assert memory.appointments.get(made).outcome is Outcome.MISSED
    take_back(memory, first.id)
    assert memory.appointments.get(made).outcome is None


def test_a_sent_paper_is_a_draft_again(memory: Vault) -> None:
    with act(memory):
        made = memory.papers.add(Paper(kind=PaperKind.APOLOGY))
    with act(memory) as sending:
        memory.papers.freeze(made, content=b"%PDF", format="pdf", sent_at=NOW, how="post")
    undoing = take_back(memory, sending.id)
    assert memory.papers.get(made) == Paper(id=made, kind=PaperKind.APOLOGY)
    take_back(memory, undoing)
    assert (memory.papers.get(made).sent_at, memory.papers.get(made).sent_how) == (NOW, "post")


def test_a_template_goes_back_to_its_last_version(memory: Vault) -> None:
    with act(memory):
        made = memory.templates.add(Template(name="Mine", source="one"))
    with act(memory) as writing:
        memory.templates.new_version(made, "two")
    take_back(memory, writing.id)
    assert (memory.templates.get(made).source, memory.templates.get(made).version) == ("one", 1)
    with act(memory):
        assert memory.templates.new_version(made, "three").version == 2


def test_settings_return_to_what_they_were_or_to_unset(memory: Vault) -> None:
    with act(memory) as first:
        memory.settings.put("mail_days", 3)
    with act(memory) as second:
        memory.settings.put("mail_days", 5)
    take_back(memory, second.id)
    assert memory.settings.get("mail_days") == 3
    take_back(memory, first.id)
    assert memory.settings.get("mail_days", "unset") == "unset"
    assert memory.settings.all() == {}


def test_what_was_changed_again_since_is_not_overwritten(memory: Vault) -> None:
    with act(memory):
        made = memory.clients.add(Client(first_name="Ann", last_name="Lee"))
    with act(memory) as writing:
        memory.clients.change(replace(memory.clients.get(made), first_name="Anne", last_name="Li"))
    with act(memory):
        memory.clients.change(replace(memory.clients.get(made), last_name="Long"))
    with pytest.raises(UndoConflict, match="changed again since"):
        take_back(memory, writing.id)
    assert memory.clients.get(made).full_name == "Anne Long"


def test_a_field_written_twice_in_one_act_goes_back_to_the_start(memory: Vault) -> None:
    with act(memory):
        made = memory.clients.add(Client(first_name="Ann"))
    with act(memory) as writing:
        memory.clients.change(Client(id=made, first_name="Anna"))
        memory.clients.change(Client(id=made, first_name="Annabel"))
    take_back(memory, writing.id)
    assert memory.clients.get(made).first_name == "Ann"


def test_undo_says_what_it_touched(memory: Vault) -> None:
    with act(memory) as writing:
        made = memory.clients.add(Client(first_name="Ann"))
    with act(memory):
        assert undo.undo(memory, writing.id) == {("client", made)}
    with act(memory):
        assert undo.undo(memory, "no such act") == set()
