"""Taking back one act: old values return, what was made is archived, append-only rows are withdrawn.

The undoing is an act of its own, so that undoing it is redoing.
"""

from __future__ import annotations

from typing import Protocol

from noshow_desk.storage.appended import PARENTS, withdraw
from noshow_desk.storage.changes import Change, ChangeLog
from noshow_desk.storage.session import Session
from noshow_desk.storage.troubles import UndoConflict


class Undoable(Protocol):
    """An open vault: its session and its change log."""

    session: Session
    changes: ChangeLog


def undo(vault: Undoable, act: str) -> set[tuple[str, str]]:
    """Take back what `act` wrote, inside an act of its own; return the (table, row id) pairs touched.

    Raises UndoConflict, and changes nothing, when a field was changed again since.
    """
    changes = vault.changes.of_act(act)
    made = {(one.table, one.row) for one in changes if one.made}
    for one in changes:
        if not one.made and (one.table, one.row) not in made:
            _must_be_as_left(vault.session, one, changes)
    for one in reversed(changes):
        if one.made:
            _unmake(vault.session, one)
        elif (one.table, one.row) not in made:
            _write_back(vault.session, one)
    return {(one.table, one.row) for one in changes}


def bring_back(session: Session, change: Change) -> bool:
    """Write the value that a field had before `change` once more, inside an act; False when it has it now.

    Raises UndoConflict when the record is gone, or the line is not about one field.
    """
    if change.made or change.table in PARENTS:
        raise UndoConflict
    row = session.row(f'SELECT "{change.field}" FROM "{change.table}" WHERE id = ?', (change.row,))
    if row is None:
        raise UndoConflict
    if row[0] == change.old:
        return False
    _write_back(session, change)
    return True


def _must_be_as_left(session: Session, change: Change, changes: list[Change]) -> None:
    """Raise UndoConflict unless the field still holds what the act last wrote there."""
    place = (change.table, change.row, change.field)
    last = next(one for one in reversed(changes) if (one.table, one.row, one.field) == place)
    row = session.row(f'SELECT "{change.field}" FROM "{change.table}" WHERE id = ?', (change.row,))
    if row is None or row[0] != last.new:
        raise UndoConflict


def _unmake(session: Session, change: Change) -> None:
    if change.table in PARENTS:
        withdraw(session, change.table, change.row)
    elif change.table == "setting":
        _set(session, change, "value", None)
    else:
        acting = session.acting
        _set(session, change, "archived_at", acting.at)
        _set(session, change, "archived_by", acting.who)


def _write_back(session: Session, change: Change) -> None:
    _set(session, change, change.field, change.old)


def _set(session: Session, change: Change, field: str, value: object) -> None:
    acting = session.acting
    session.write(
        f'UPDATE "{change.table}" SET "{field}" = ?, updated_at = ?, updated_by = ?, revision = revision + 1 '
        "WHERE id = ?",
        (value, acting.at, acting.who, change.row),  # type: ignore[arg-type]  # comes from a column
    )
