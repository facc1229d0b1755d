"""The change log holds who changed what, when and from what; nothing is written outside an act."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.domain.incident import ContactAttempt, Incident
from noshow_desk.storage import driver, first_schema
from noshow_desk.storage.open_vault import Vault
from tests.storage.vaults import NOW, act


def integrity_error() -> type[Exception]:
    found: type[Exception] = driver.library().IntegrityError
    return found


def test_a_new_record_leaves_one_line(memory: Vault) -> None:
    with act(memory) as writing:
        made = memory.clients.add(Client(first_name="Ann"))
    (line,) = memory.changes.of_record("client", made)
    assert line.made
    assert (line.act, line.who, line.device, line.when) == (writing.id, "dana", "laptop", NOW)
    assert (line.old, line.new) == (None, None)


def test_each_changed_field_leaves_one_line_with_old_and_new(memory: Vault) -> None:
    with act(memory):
        made = memory.clients.add(Client(first_name="Ann", last_name="Lee"))
    later = NOW + timedelta(days=1)
    with act(memory, later, "erin") as writing:
        memory.clients.change(replace(memory.clients.get(made), first_name="Anne", tags=("vet",)))
    lines = memory.changes.of_act(writing.id)
    assert [(line.field, line.old, line.new) for line in lines] == [
        ("first_name", "Ann", "Anne"),
        ("tags", "[]", '["vet"]'),
    ]
    assert {(line.who, line.when) for line in lines} == {("erin", later)}
    stamp = memory.clients.stamp(made)
    assert (stamp.created_by, stamp.updated_by, stamp.updated_at, stamp.revision) == (
        "dana",
        "erin",
        later,
        2,
    )


def test_what_did_not_change_leaves_nothing(memory: Vault) -> None:
    with act(memory):
        made = memory.clients.add(Client(first_name="Ann"))
    with act(memory) as writing:
        assert not memory.clients.change(memory.clients.get(made))
    assert not memory.changes.of_act(writing.id)
    assert memory.clients.stamp(made).revision == 1


def test_one_act_is_one_id_over_all_tables(memory: Vault) -> None:
    with act(memory) as writing:
        client = memory.clients.add(Client(first_name="Ann"))
        incident = memory.incidents.add(Incident(contact_attempts=(ContactAttempt(at=NOW),)))
        memory.settings.put("mail_days", 4)
    touched = memory.changes.touched(writing.id)
    attempt = memory.incidents.get(incident).contact_attempts[0].id
    assert touched == {
        ("client", client),
        ("incident", incident),
        ("contact_attempt", attempt),
        ("setting", "mail_days"),
    }
    assert memory.changes.last_act() == writing.id


def test_an_error_inside_an_act_leaves_nothing(memory: Vault) -> None:
    with pytest.raises(RuntimeError, match="on purpose"), act(memory):
        memory.clients.add(Client(id="ann", first_name="Ann"))
        raise RuntimeError("on purpose")
    assert memory.clients.find("ann") is None
    assert memory.changes.since(0) == []
    with act(memory):
        memory.clients.add(Client(id="ann", first_name="Ann"))


def test_writing_outside_an_act_is_a_bug(memory: Vault) -> None:
    with pytest.raises(RuntimeError, match=r"vault\.act"):
        memory.clients.add(Client(first_name="Ann"))
    with pytest.raises(RuntimeError, match="inside an act"), act(memory), act(memory):
        pass
    with pytest.raises(integrity_error()):
        memory.session.db.execute("INSERT INTO setting VALUES ('a', '1', '', '', '', '', 1, NULL, NULL)")


def test_unsaved_forms_and_search_are_not_logged(memory: Vault) -> None:
    memory.unsaved.put("client:new", {"first_name": "An"}, NOW)
    with act(memory) as writing:
        memory.unsaved.remove("client:new")
    assert not memory.changes.of_act(writing.id)


def test_archiving_is_logged_and_nothing_is_deleted(memory: Vault) -> None:
    with act(memory):
        made = memory.clients.add(Client(first_name="Ann"))
    with act(memory) as writing:
        memory.clients.archive(made)
    assert {line.field for line in memory.changes.of_act(writing.id)} == {"archived_at", "archived_by"}
    assert (memory.clients.count(), memory.clients.count(archived=True)) == (0, 1)
    assert memory.clients.stamp(made).archived_by == "dana"
    with act(memory):
        memory.clients.restore(made)
    assert memory.clients.ids() == [made]
    assert memory.clients.stamp(made).archived_at is None


@pytest.mark.parametrize("table", [*first_schema.LOGGED, "change"])
def test_no_row_can_be_deleted(memory: Vault, table: str) -> None:
    fill(memory, table)
    with pytest.raises(integrity_error()), act(memory):
        memory.session.write(f'DELETE FROM "{table}"')


@pytest.mark.parametrize("table", [*first_schema.APPEND_ONLY, "change"])
def test_append_only_rows_cannot_be_changed(memory: Vault, table: str) -> None:
    fill(memory, table)
    column = "who" if table == "change" else "created_by"
    with pytest.raises(integrity_error()), act(memory):
        memory.session.write(f"UPDATE \"{table}\" SET {column} = 'someone else'")


def fill(memory: Vault, table: str) -> None:
    """Put one row into `table`, with its parent where it needs one."""
    parents = {
        "contact_attempt": ("incident_id", "incident"),
        "client_call": ("incident_id", "incident"),
        "attendance": ("appointment_id", "appointment"),
        "sent_paper": ("paper_id", "paper"),
        "template_version": ("template_id", "template"),
    }
    with act(memory):
        if table == "change":
            memory.settings.put("a", 1)
            return
        values: dict[str, object] = {"id": "one"}
        if table in parents:
            column, parent = parents[table]
            insert(memory, parent, {"id": "parent"})
            values[column] = "parent"
        insert(memory, table, values)


def insert(memory: Vault, table: str, values: dict[str, object]) -> None:
    known = dict(values)
    for column in memory.session.db.table(table).columns:
        if column.notnull and column.default_value is None and column.name not in known:
            known[column.name] = 1 if column.type == "INTEGER" else "x"
    names, marks = ", ".join(f'"{name}"' for name in known), ", ".join("?" * len(known))
    memory.session.write(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(known.values()))  # type: ignore[arg-type]
