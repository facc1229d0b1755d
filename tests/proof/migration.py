"""A version of the program with one migration more, for the proof that a migration may be killed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database, Migrations

from noshow_desk.storage import migrations, triggers, vault

MORE = Migrations("noshow_desk")


@MORE()
def proof_of_more(db: Database) -> None:
    """Rebuild the client table as a real migration would: all triggers dropped, then made again."""
    db.execute("ALTER TABLE client ADD COLUMN proof TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE TABLE proof_copy AS SELECT * FROM client")
    for name in ("client_found", "client_found_again", "client_lost"):
        db.execute(f'DROP TRIGGER "{name}"')
    triggers.index_names(db, next(one for one in triggers.INDEXED if one.table == "client"))
    db.execute(f"PRAGMA user_version = {migrations.SCHEMA_VERSION}")


@contextmanager
def migrating() -> Iterator[None]:
    """Open vaults with one migration more inside the block."""
    before = (migrations.SCHEMA_VERSION, vault._migrate)
    migrations.SCHEMA_VERSION, vault._migrate = before[0] + 1, _migrate
    try:
        yield
    finally:
        migrations.SCHEMA_VERSION, vault._migrate = before


def _migrate(db: Database) -> None:
    migrations.MIGRATIONS.apply(db)
    MORE.apply(db)
