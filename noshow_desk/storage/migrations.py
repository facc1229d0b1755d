"""How the vault's tables came to be: one function a version, in order, each complete in itself.

To change the schema: add a function at the end, set `user_version` in it, and never touch an earlier one.
Tests compare the schema with its snapshot and take an older file with data through every migration.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from noshow_desk.storage import first_schema, triggers

MIGRATIONS = Migrations("noshow_desk")


@MIGRATIONS()
def first_tables(db: Database) -> None:
    """Make every table, its change log and the search index."""
    statements = (*first_schema.RECORDS, *first_schema.APPENDED, *first_schema.OTHERS, *first_schema.INDEXES)
    for statement in statements:
        db.execute(statement)
    for table in first_schema.LOGGED:
        triggers.watch(db, table, append_only=table in first_schema.APPEND_ONLY)
    triggers.protect_log(db)
    for indexed in triggers.INDEXED:
        triggers.index_names(db, indexed)
    db.execute("PRAGMA user_version = 1")


@MIGRATIONS()
def indexes_that_answer_alone(db: Database) -> None:
    """Let the lists of Today be answered from two indexes, without opening a page for each row.

    In a vault each page that is read has to be decrypted, and these lists pass by thousands of rows.
    """
    db.execute("DROP INDEX appointment_by_start")
    db.execute("CREATE INDEX appointment_by_start ON appointment (starts, id, client_id, archived_at)")
    db.execute("DROP INDEX follow_up_open")
    db.execute(
        # The columns of the condition too: the library does not take it as known from the index.
        'CREATE INDEX follow_up_open ON follow_up ("on", id, client_id, done_at, archived_at) '
        "WHERE done_at IS NULL AND archived_at IS NULL"
    )
    db.execute("PRAGMA user_version = 2")


SCHEMA_VERSION = 2  # the user_version that the last function sets
