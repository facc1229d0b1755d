"""Erasing takes every row of a person, and every byte of them out of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.attachment import Attachment
from noshow_desk.domain.client import Client, Phone
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.contact_note import ContactNote
from noshow_desk.domain.incident import ClientCall, ContactAttempt, Incident, Story
from noshow_desk.domain.interviewer import Interviewer
from noshow_desk.domain.kinds import Outcome, PaperKind
from noshow_desk.domain.paper import FollowUp, Paper
from noshow_desk.domain.release import Release
from noshow_desk.domain.supervision_note import SupervisionNote
from noshow_desk.storage import activity, driver, erasing, vault
from noshow_desk.storage.first_schema import LOGGED
from noshow_desk.storage.open_vault import Vault
from noshow_desk.storage.session import Session
from tests.storage.vaults import NOW, act

# Words that stand nowhere but in what belongs to Wilhelmina.
WORDS = ("Wilhelmina", "Quastenflosser", "Kolibri", "Zwieback", "Pfifferling", "Xylophon", "Heidelbeere")
SIGN = "Wilhelmina Quastenflosser"


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Vault]:
    """A vault in a file that is not encrypted, so that a test can look for words in its bytes."""
    db = driver.connect(tmp_path / "plain.db", mode="rwc", key=None)
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    vault._set_pragmas(db)
    vault._migrate(db)
    opened = vault._vault(db, tmp_path, b"")
    yield opened
    opened.close()


def bytes_of(opened: Vault) -> bytes:
    assert opened.folder is not None
    return b"".join(path.read_bytes() for path in sorted(opened.folder.glob("plain.db*")))


def add_others(opened: Vault) -> tuple[str, str]:
    """Keep an interviewer and a hundred clients, so that the tables have more than one page."""
    with act(opened):
        person = opened.interviewers.add(Interviewer(first_name="Rosa", last_name="Alvarez"))
        ann = opened.clients.add(Client(first_name="Ann", last_name="Mora", notes="shares a flat"))
        for number in range(100):
            other = opened.clients.add(Client(first_name="Bo", last_name=f"Other {number}", notes="x" * 300))
            opened.appointments.add(Appointment(client_id=other, interviewer_id=person))
    return person, ann


def add_wilhelmina(opened: Vault, person: str) -> str:
    """Keep a client with something in every table that can hold it; change it too, and leave forms open."""
    with act(opened):
        client = opened.clients.add(
            Client(
                first_name="Wilhelmina",
                last_name="Quastenflosser",
                phones=(Phone(number="555-777-1234"),),
                notes="Kolibri " * 2_000,
            )
        )
        first = opened.appointments.add(
            Appointment(client_id=client, interviewer_id=person, starts=datetime(2026, 3, 10, 9))
        )
        again = opened.appointments.add(Appointment(client_id=client, reschedule_of=first))
        opened.appointments.record_outcome(first, Outcome.MISSED, NOW, "caseworker", note="Zwieback")
        incident = opened.incidents.add(Incident(appointment_id=first, story=Story(words="Zwieback")))
        opened.incidents.add_attempt(incident, ContactAttempt(at=NOW, note="Pfifferling"))
        slip = opened.incidents.add_call(incident, ClientCall(at=NOW, note="Pfifferling"))
        opened.incidents.withdraw_call(slip)
        paper = opened.papers.add(
            Paper(incident_id=incident, kind=PaperKind.THANK_YOU, inputs={"a": "Xylophon"})
        )
        opened.papers.freeze(paper, content=b"Xylophon" * 3_000, format="pdf", sent_at=NOW, how="mail")
        opened.consents.add(Consent(client_id=client, interviewer_id=person, note="Heidelbeere"))
        opened.follow_ups.add(FollowUp(client_id=client, on=date(2026, 4, 1), what="Heidelbeere"))
        opened.follow_ups.add(FollowUp(incident_id=incident, on=date(2026, 4, 1), what="Heidelbeere"))
        opened.releases.add(Release(client_id=client, at=NOW, recipient="Heidelbeere"))
        opened.contact_notes.add(ContactNote(client_id=client, at=NOW, text="Kolibri"))
        opened.supervision_notes.add(
            SupervisionNote(client_id=client, on=date(2026, 3, 1), decision="Kolibri")
        )
        opened.attachments.add_file(Attachment(client_id=client, name="Kolibri.pdf"), b"Xylophon" * 2_000)
        opened.attachments.add_file(Attachment(incident_id=incident, name="x"), b"Xylophon")
    with act(opened):
        opened.clients.change(replace(opened.clients.get(client), preferred_name="Zwieback"))
        opened.appointments.archive(again)
    opened.unsaved.put(f"incident:{incident}:story", {"words": "Pfifferling"}, NOW)
    opened.unsaved.put(f"client:{client}", {"notes": "Pfifferling"}, NOW)
    opened.unsaved.put("missed:new", {"who": SIGN, "note": "Pfifferling"}, NOW)
    return client


def counts(session: Session) -> dict[str, int]:
    tables = (*LOGGED, "change", "unsaved_form", "searchable")
    return {table: int(session.texts(f'SELECT count(*) FROM "{table}"')[0]) for table in tables}


def erase(opened: Vault, client: str, *signs: str) -> erasing.Traces:
    with act(opened):
        traces = erasing.find_traces(opened.session, [client], signs)
        erasing.erase(opened.session, traces)
    erasing.wipe(opened)
    return traces


def test_every_row_of_the_person_goes_and_no_other(plain: Vault) -> None:
    person, _ann = add_others(plain)
    plain.unsaved.put("template:1", {"source": "kept"}, NOW)
    before = counts(plain.session)
    client = add_wilhelmina(plain, person)
    with_her = counts(plain.session)
    filled = {table for table in LOGGED if with_her[table] > before[table]}
    assert filled == {table for table, _column, _parent in erasing.BELONGS} | {"client"}
    erase(plain, client, SIGN)
    assert counts(plain.session) == before


def test_no_byte_of_the_person_stays_in_the_file(plain: Vault) -> None:
    person, _ann = add_others(plain)
    client = add_wilhelmina(plain, person)
    words = [word.lower() for word in (*WORDS, "555-777-1234", client)]
    before = bytes_of(plain).lower()  # the search index holds small letters
    assert all(word.encode() in before for word in words)
    assert b"quasten" in before and b"5557771234" in before
    erase(plain, client, SIGN)
    after = bytes_of(plain).lower()
    assert [word for word in (*words, "quasten", "5557771234") if word.encode() in after] == []
    assert b"alvarez" in after and b"other 57" in after


def test_the_search_index_forgets_the_words(plain: Vault) -> None:
    person, _ann = add_others(plain)
    client = add_wilhelmina(plain, person)
    conn = plain.session.db.conn
    conn.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, row)")
    known = "SELECT term FROM temp.words WHERE term LIKE '%quasten%' OR term LIKE '%5557771234%'"
    assert plain.session.texts(known)
    assert plain.clients.search("quasten") == [client]
    erase(plain, client, SIGN)
    assert plain.session.texts(known) == [] and plain.clients.search("quasten") == []
    assert len(plain.clients.search("other 57")) == 1


def test_the_file_is_sound_afterwards(plain: Vault) -> None:
    person, ann = add_others(plain)
    erase(plain, add_wilhelmina(plain, person), SIGN)
    assert plain.session.rows("PRAGMA foreign_key_check") == []
    assert plain.session.rows("PRAGMA integrity_check") == [("ok",)]
    with pytest.raises(Exception, match="archived, not deleted"), act(plain):
        plain.session.write("DELETE FROM client WHERE id = ?", (ann,))


def test_the_history_of_others_loses_only_the_lines_that_tell_of_the_person(memory: Vault) -> None:
    person, ann = add_others(memory)
    client = add_wilhelmina(memory, person)
    for notes in ("Speaks Spanish.", "Called about WILHELMINA  Quastenflosser.", "Speaks Spanish only."):
        with act(memory):
            memory.interviewers.change(replace(memory.interviewers.get(person), notes=notes))
    erase(memory, client, SIGN)
    told = [(one.field, one.old, one.new) for one in memory.changes.of_record("interviewer", person)]
    assert told == [("", None, None), ("notes", "", "Speaks Spanish.")]
    assert memory.clients.get(ann).full_name == "Ann Mora"


def test_where_the_name_stays_is_told(memory: Vault) -> None:
    person, ann = add_others(memory)
    client = add_wilhelmina(memory, person)
    with act(memory):
        memory.clients.change(replace(memory.clients.get(ann), notes="Flatmate of wilhelmina quastenflosser"))
    traces = erasing.find_traces(memory.session, [client], [SIGN])
    assert traces.elsewhere == [("client", ann)]
    assert erasing.find_traces(memory.session, [client]).elsewhere == []


def test_looking_changes_nothing(memory: Vault) -> None:
    person, _ann = add_others(memory)
    client = add_wilhelmina(memory, person)
    before = counts(memory.session)
    traces = erasing.find_traces(memory.session, [client], [SIGN])
    assert counts(memory.session) == before
    assert traces.count("client") == 1 and traces.count("attachment") == 2 and len(traces.forms) == 3


def test_an_error_inside_the_act_takes_nothing(memory: Vault) -> None:
    person, ann = add_others(memory)
    client = add_wilhelmina(memory, person)
    before = counts(memory.session)
    with pytest.raises(ZeroDivisionError), act(memory):
        erasing.erase(memory.session, erasing.find_traces(memory.session, [client], [SIGN]))
        raise ZeroDivisionError
    assert counts(memory.session) == before
    with pytest.raises(Exception, match="archived, not deleted"), act(memory):
        memory.session.write("DELETE FROM client WHERE id = ?", (ann,))


def test_every_table_that_names_a_persons_rows_is_known(memory: Vault) -> None:
    """A new table with a reference to a client, an incident … has to be in BELONGS."""
    owned = {"client"} | {table for table, _column, _parent in erasing.BELONGS}
    known = {(table, column) for table, column, _parent in erasing.BELONGS}
    missing = []
    for table in memory.session.db.table_names():
        for key in memory.session.db.table(table).foreign_keys:
            of_itself = key.other_table == table  # a correction, a second chance: rows of the same person
            if key.other_table in owned and not of_itself and (table, key.column) not in known:
                missing.append((table, key.column))
    assert missing == []


def test_quiet_clients_are_told_with_their_last_day(memory: Vault) -> None:
    with act(memory, NOW - timedelta(days=2_000)):
        quiet = memory.clients.add(Client(first_name="Quiet"))
        busy = memory.clients.add(Client(first_name="Busy"))
        memory.clients.archive(memory.clients.add(Client(first_name="Archived")))
    with act(memory, NOW - timedelta(days=1_900)):
        memory.appointments.add(Appointment(client_id=busy, starts=datetime(2026, 1, 5, 9)))
    found = activity.quiet_since(memory.session, NOW.date() - timedelta(days=365))
    last = (NOW - timedelta(days=2_000)).date()
    assert (quiet, last) in found and len(found) == 2 and busy not in dict(found)
    assert activity.quiet_since(memory.session, last) == []


@pytest.mark.parametrize("table", ["contact_note", "supervision_note", "follow_up", "release", "incident"])
def test_every_kind_of_record_counts_as_activity(memory: Vault, table: str) -> None:
    with act(memory, NOW - timedelta(days=2_000)):
        client = memory.clients.add(Client(first_name="Ann"))
        place = memory.appointments.add(Appointment(client_id=client))
    with act(memory):
        {
            "contact_note": lambda: memory.contact_notes.add(ContactNote(client_id=client, at=NOW)),
            "supervision_note": lambda: memory.supervision_notes.add(
                SupervisionNote(client_id=client, on=NOW.date())
            ),
            "follow_up": lambda: memory.follow_ups.add(FollowUp(client_id=client, on=NOW.date())),
            "release": lambda: memory.releases.add(Release(client_id=client, at=NOW)),
            "incident": lambda: memory.incidents.add(Incident(appointment_id=place)),
        }[table]()
    assert activity.quiet_since(memory.session, NOW.date()) == []
