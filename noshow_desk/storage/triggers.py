"""The triggers behind the change log, the append-only tables and the search index.

`sqlite-utils` drops all triggers of a table that it transforms: a migration that transforms one calls
`watch` for it again, and `index_names` for client, interviewer and organisation. A test counts the triggers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# Who and when are columns of the change itself.
_NOT_LOGGED = frozenset({"id", "created_at", "created_by", "updated_at", "updated_by", "revision"})
_BIG = frozenset({"content", "frozen"})  # set once, never changed


@dataclass(frozen=True, slots=True)
class Indexed:
    """What of a table can be searched: its letter in the index, and SQL over `new` for the pieces."""

    table: str
    letter: str
    last_name: str
    first_name: str
    texts: tuple[str, ...]
    phones: str
    also: str = ""


# To make a kind of record searchable: a row here, and a migration that calls `index_names` with it.
INDEXED: tuple[Indexed, ...] = (
    Indexed(
        "client", "c", "last_name", "first_name",
        ("last_name", "first_name", "preferred_name", "case_number", "email"), "phones", "tags",
    ),
    Indexed(
        "interviewer", "i", "last_name", "first_name",
        ("last_name", "first_name", "job_title", "email"), "phones",
    ),
    Indexed("organisation", "o", "name", "", ("name",), "phone"),
)  # fmt: skip


def watch(db: Database, table: str, *, append_only: bool = False) -> None:
    """Log each new row and each changed field of `table`, and refuse deletes (and changes, when append-only).

    A statement outside an act fails: the change would have no act.
    """
    _protect(db, table, "DELETE", "a record is archived, not deleted")
    db.execute(
        f"""CREATE TRIGGER "{table}_made" AFTER INSERT ON "{table}" BEGIN
            INSERT INTO change (act, who, device, "when", "table", "row", field)
            SELECT act, who, device, "when", '{table}', new.id, '' FROM acting; END"""
    )
    if append_only:
        _protect(db, table, "UPDATE", "a correction is a new row")
    else:
        _log_updates(db, table)


def protect_log(db: Database) -> None:
    """Refuse updates and deletes of the change log itself, except while a person is being erased."""
    _protect(db, "change", "DELETE", "history stays")
    _protect(db, "change", "UPDATE", "history stays")


def index_names(db: Database, indexed: Indexed) -> None:
    """Keep the search index and the name order of `indexed.table`."""
    table = indexed.table
    name, words = _name(indexed), words_sql(indexed, "new")
    rowid = "(SELECT id FROM searchable WHERE record_id = new.id)"
    db.execute(
        f"""CREATE TRIGGER "{table}_found" AFTER INSERT ON "{table}" BEGIN
            INSERT INTO searchable (kind, record_id, name, archived)
            VALUES ('{table}', new.id, {name}, new.archived_at IS NOT NULL);
            INSERT INTO search (rowid, words)
            SELECT {rowid}, {words} WHERE (SELECT indexing FROM acting) = 1; END"""
    )
    columns = dict.fromkeys((*indexed.texts, indexed.phones, "archived_at"))
    if indexed.also:
        columns[indexed.also] = None
    db.execute(
        f"""CREATE TRIGGER "{table}_found_again" AFTER UPDATE OF {", ".join(columns)} ON "{table}" BEGIN
            UPDATE searchable SET name = {name}, archived = new.archived_at IS NOT NULL
            WHERE record_id = new.id;
            UPDATE search SET words = {words} WHERE rowid = {rowid}; END"""
    )
    db.execute(
        f"""CREATE TRIGGER "{table}_lost" AFTER DELETE ON "{table}" BEGIN
            DELETE FROM search WHERE rowid = (SELECT id FROM searchable WHERE record_id = old.id);
            DELETE FROM searchable WHERE record_id = old.id; END"""
    )


def words_sql(indexed: Indexed, row: str) -> str:
    """Return SQL for what the index holds of a row; `row` is the name of the row in the statement."""
    texts = ", ".join(f"{row}.{column}" for column in indexed.texts)
    also = f"json({row}.{indexed.also})" if indexed.also else "json('[]')"
    phones = f"json_array({row}.{indexed.phones})" if indexed.phones == "phone" else f"{row}.{indexed.phones}"
    return f"index_words('{indexed.letter}', json_array({texts}, {also}), {phones})"


def _protect(db: Database, table: str, verb: str, why: str) -> None:
    db.execute(
        f"""CREATE TRIGGER "{table}_keeps_{verb.lower()}" BEFORE {verb} ON "{table}"
            WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, '{table}: {why}'); END"""
    )


def _log_updates(db: Database, table: str) -> None:
    columns = [column.name for column in db.table(table).columns if column.name not in _NOT_LOGGED | _BIG]
    fields = " UNION ALL ".join(
        f'SELECT \'{name}\' AS field, old."{name}" AS old, new."{name}" AS new' for name in columns
    )
    db.execute(
        f"""CREATE TRIGGER "{table}_changed" AFTER UPDATE ON "{table}" BEGIN
            INSERT INTO change (act, who, device, "when", "table", "row", field, old, new)
            SELECT act, who, device, "when", '{table}', new.id, f.field, f.old, f.new
            FROM acting, ({fields}) AS f WHERE f.old IS NOT f.new; END"""
    )


def _name(indexed: Indexed) -> str:
    first = f"new.{indexed.first_name}" if indexed.first_name else "''"
    return f"name_order(new.{indexed.last_name}, {first})"
