"""The schema is what its snapshot says, and a file of each older version comes through with its data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from noshow_desk.storage import driver, first_schema, triggers
from noshow_desk.storage.migrations import MIGRATIONS, SCHEMA_VERSION
from noshow_desk.storage.open_vault import Vault
from noshow_desk.storage.session import Session

SNAPSHOT = Path(__file__).with_name("schema.sql")

_ANN = """
    INSERT INTO client (id, first_name, last_name, created_at, created_by, updated_at, updated_by)
    VALUES ('ann', 'Ann', 'Lee', '2026-03-10T13:42:00.000000Z', 'dana', '2026-03-10T13:42:00.000000Z', 'dana')
"""
# What a vault of each version held, in SQL of that version. To add a migration: a row with data it moves.
OLD_DATA: dict[int, str] = {1: _ANN, 2: _ANN}


@pytest.fixture
def empty() -> Iterator[Database]:
    """A database without tables, as a vault opens one."""
    db = driver.connect(":memory:", mode="rw", key=None)
    yield db
    db.close()


def schema(db: Database) -> str:
    rows = db.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
        "AND name NOT GLOB 'search_*' ORDER BY type, name"
    )
    return "".join(f"-- {kind} {name}\n{' '.join(sql.split())};\n" for kind, name, sql in rows)


def test_the_schema_is_the_one_that_was_agreed(empty: Database) -> None:
    MIGRATIONS.apply(empty)
    assert schema(empty) == SNAPSHOT.read_text(encoding="utf-8")


def test_the_version_counts_the_migrations(empty: Database) -> None:
    assert len(MIGRATIONS.pending(empty)) == SCHEMA_VERSION
    MIGRATIONS.apply(empty)
    assert empty.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert MIGRATIONS.pending(empty) == []


def test_every_version_has_data_to_move() -> None:
    assert sorted(OLD_DATA) == list(range(1, SCHEMA_VERSION + 1))


@pytest.mark.parametrize("version", sorted(OLD_DATA))
def test_an_older_vault_keeps_its_data(empty: Database, version: int) -> None:
    names = [migration.name for migration in MIGRATIONS.pending(empty)]
    MIGRATIONS.apply(empty, stop_before=names[version:])
    assert empty.execute("PRAGMA user_version").fetchone() == (version,)
    empty.execute(
        "UPDATE acting SET act = 'old', who = 'dana', device = 'laptop', \"when\" = '2026-03-10T13:42:00Z'"
    )
    empty.execute(OLD_DATA[version])
    MIGRATIONS.apply(empty)
    opened = Vault(Session(empty), None)
    assert opened.clients.get("ann").full_name == "Ann Lee"
    assert opened.clients.search("lee") == ["ann"]
    assert opened.changes.of_record("client", "ann")[0].act == "old"


def test_each_table_has_all_its_triggers(empty: Database) -> None:
    MIGRATIONS.apply(empty)
    found = {(trigger.table, trigger.name.removeprefix(f"{trigger.table}_")) for trigger in empty.triggers}
    wanted = {(table, name) for table in first_schema.LOGGED for name in ("made", "keeps_delete")}
    wanted |= {(table, "keeps_update") for table in first_schema.APPEND_ONLY}
    wanted |= {(table, "changed") for table in first_schema.LOGGED if table not in first_schema.APPEND_ONLY}
    wanted |= {("change", "keeps_delete"), ("change", "keeps_update")}
    wanted |= {(one.table, name) for one in triggers.INDEXED for name in ("found", "found_again", "lost")}
    assert found == wanted


def test_every_table_of_records_is_logged(empty: Database) -> None:
    MIGRATIONS.apply(empty)
    tables = {name for name in empty.table_names() if not name.startswith(("search", "_sqlite", "sqlite_"))}
    assert tables - set(first_schema.LOGGED) == {"change", "acting", "unsaved_form"}


def test_a_transformed_table_that_is_watched_again_is_logged_and_found(empty: Database) -> None:
    """The recipe for a migration that transforms a table: watch and index it again, or history goes stale."""
    MIGRATIONS.apply(empty)
    before = len(empty.triggers)
    with empty.atomic():
        empty.table("client").transform(
            defaults={"pronouns": ""}, rename={"reminder_preference": "reminders"}
        )
        assert len(empty.triggers) < before
        triggers.watch(empty, "client")
        triggers.index_names(empty, triggers.INDEXED[0])
    assert len(empty.triggers) == before
    empty.execute("UPDATE acting SET act = 'a', who = 'dana', device = 'laptop', \"when\" = 'now'")
    empty.execute(OLD_DATA[1])
    empty.execute("UPDATE client SET last_name = 'Long', reminders = 'text'")
    assert empty.execute("SELECT field FROM change ORDER BY seq").fetchall() == [
        ("",),
        ("last_name",),
        ("reminders",),
    ]
    assert empty.execute("SELECT name FROM searchable").fetchall() == [("long\tann",)]


def test_a_migration_that_fails_changes_nothing(empty: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_db: Database) -> None:
        raise RuntimeError("on purpose")

    before = schema(empty)
    watch: Callable[[Database], None] = breaks
    monkeypatch.setattr(triggers, "protect_log", watch)
    with pytest.raises(RuntimeError, match="on purpose"):
        MIGRATIONS.apply(empty)
    assert [
        row for row in schema(empty).splitlines() if "_sqlite_migrations" not in row
    ] == before.splitlines()
    assert empty.execute("PRAGMA user_version").fetchone() == (0,)


def test_no_user_text_is_unique_and_nothing_cascades(empty: Database) -> None:
    MIGRATIONS.apply(empty)
    for table in first_schema.LOGGED:
        unique = [index.columns for index in empty.table(table).indexes if index.unique]
        assert unique == [["id"]], table
        keys = empty.execute(f'SELECT DISTINCT on_delete, on_update FROM pragma_foreign_key_list("{table}")')
        assert set(keys.fetchall()) <= {("NO ACTION", "NO ACTION")}
        assert empty.table(table).strict
