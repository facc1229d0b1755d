"""The history of a record, and how safe the data is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from noshow_desk.errors import SystemTrouble
from noshow_desk.i18n import N_, Message, long_date
from noshow_desk.services.backups import newest_backup
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.history_names import FIELDS, MADE
from noshow_desk.services.queries.history_values import value_words
from noshow_desk.services.queries.rows import DataSafety, HistoryRow
from noshow_desk.services.queries.setting_words import (
    can_come_back,
    is_set_by_people,
    setting_name,
    setting_value,
    what_was_done,
)
from noshow_desk.storage.appended import PARENTS
from noshow_desk.storage.changes import Change
from noshow_desk.storage.erasing import rows_of

MOST_LINES = 500
_ARCHIVED = "archived_at"
_BESIDE = frozenset({"archived_by"})  # said by the line beside it

# Decisions of the client: they are made anew, or taken back, each with what follows from it.
DECISIONS = frozenset({"consent"})

SENTENCES = {
    "made": N_("{who} added {what} on {day}"),
    "changed": N_("{who} changed {what} on {day}"),
    "archived": N_("{who} archived {what} on {day}"),
    "restored": N_("{who} brought {what} back on {day}"),
    "corrected": N_("{who} corrected {what} on {day}"),
    "withdrawn": N_("{who} took {what} back on {day}"),
    "removed": N_("{who} removed {what} on {day}"),
}
SOMEBODY = N_("Somebody")


def history(desk: Desk, table: str, record_id: str) -> list[HistoryRow]:
    """Return who changed what in a record, newest first; `table` is its kind ("client", "incident", …).

    Of an incident, an appointment and a paper, what was appended to it (attempts, calls, how it went, what
    was sent) is in it too.
    """
    ids = [record_id]
    for below, parent in PARENTS.items():
        if parent == f"{table}_id":
            ids += desk.vault.session.texts(f'SELECT id FROM "{below}" WHERE "{parent}" = ?', (record_id,))
    return _lines(desk, desk.vault.changes.of_rows(ids, MOST_LINES))


def case_history(desk: Desk, client_id: str, limit: int = MOST_LINES) -> list[HistoryRow]:
    """Return who changed what in everything that belongs to a client, newest first, at most `limit` lines."""
    ids = [one for found in rows_of(desk.vault.session, [client_id]).values() for one in found]
    return _lines(desk, desk.vault.changes.of_rows(ids, limit))


def settings_history(desk: Desk, limit: int = MOST_LINES) -> list[HistoryRow]:
    """Return who changed what in the settings, newest first, at most `limit` lines."""
    keys = [key for key in desk.vault.session.texts("SELECT id FROM setting") if is_set_by_people(key)]
    return _lines(desk, desk.vault.changes.of_rows(keys, limit))


def _lines(desk: Desk, changes: Iterable[Change]) -> list[HistoryRow]:
    kept = [one for one in changes if one.field not in _BESIDE and not _is_bare_setting(one)]
    corrected = _corrections(desk, kept)
    people = {one: desk.vault.caseworkers.find(one) for one in {change.who for change in kept}}
    names = {one: person.name for one, person in people.items() if person}
    names |= {"": desk.caseworker.name}  # the first act of a vault makes its caseworker
    return [_line(desk, one, names.get(one.who, ""), corrected.get(one.row, "made")) for one in kept]


def _about(desk: Desk, change: Change, named: Message) -> Message:
    """Return `named`, of a consent with whom it is for: a client has one for each who waits."""
    if change.table != "consent":
        return named
    consent = desk.vault.consents.find(change.row)
    name = value_words(desk, "consent", "interviewer_id", consent.interviewer_id) if consent else ""
    return Message(N_("{what} ({name})"), {"what": named, "name": name}) if name else named


def _is_bare_setting(change: Change) -> bool:
    """Say whether a line tells only that a setting has a place now: the next one tells its value."""
    return change.table == "setting" and change.made


def _line(desk: Desk, change: Change, by: str, made_as: str) -> HistoryRow:
    what, named = _done(change, made_as)
    named = _about(desk, change, named)
    at = desk.local(change.when)
    day = long_date(at.date(), year=at.year != desk.today().year)
    who = by.split(maxsplit=1)[0] if by.strip() else Message(SOMEBODY)
    moved = what == "changed" or change.table == "setting"
    return HistoryRow(
        act=change.act,
        at=at,
        by=by,
        what=what,
        field=change.field,
        old=_value(desk, change, change.old) if moved else "",
        new=_value(desk, change, change.new) if moved else "",
        seq=change.seq,
        table=change.table,
        sentence=Message(SENTENCES[what], {"who": who, "what": named, "day": day}),
        restorable=_is_restorable(desk, change, moved),
    )


def _done(change: Change, made_as: str) -> tuple[str, Message]:
    """Return what was done (a key of SENTENCES), and to what."""
    if change.table == "setting":
        return what_was_done(change), setting_name(change.row)
    what = made_as if change.made else "changed"
    if change.field == _ARCHIVED:
        what = "restored" if change.new is None else "archived"
    named = FIELDS.get(change.table, {}).get(change.field) if what == "changed" else MADE.get(change.table)
    return what, Message(named or change.field)


def _value(desk: Desk, change: Change, value: object) -> str:
    if change.table == "setting":
        return setting_value(change.row, value)
    return value_words(desk, change.table, change.field, value)


def _is_restorable(desk: Desk, change: Change, moved: bool) -> bool:
    if change.table == "setting":
        known = can_come_back(change.row)
    else:
        known = change.table in FIELDS and change.table not in DECISIONS
    return moved and known and not desk.read_only


def _corrections(desk: Desk, changes: Iterable[Change]) -> dict[str, str]:
    """Return, of appended rows that replace another, whether they correct it or take it back."""
    found: dict[str, str] = {}
    for table in PARENTS:
        ids = json.dumps([one.row for one in changes if one.table == table and one.made])
        rows = desk.vault.session.rows(
            f'SELECT id, withdrawn FROM "{table}" WHERE corrects_id IS NOT NULL '
            "AND id IN (SELECT value FROM json_each(?))",
            (ids,),
        )
        found |= {str(row_id): "withdrawn" if withdrawn else "corrected" for row_id, withdrawn in rows}
    return found


def data_safety(desk: Desk) -> DataSafety:
    """Return where the vault is, how large, when it was last written and when it was last backed up."""
    file = desk.folder / "vault.db"
    try:
        found = file.stat()
    except OSError:
        return DataSafety(folder=str(desk.folder), size=0)
    saved = desk.local(datetime.fromtimestamp(found.st_mtime, UTC))
    last_backup = _last_backup(desk)
    return DataSafety(folder=str(desk.folder), size=found.st_size, saved_at=saved, last_backup=last_backup)


def _last_backup(desk: Desk) -> datetime | None:
    try:
        newest = newest_backup(desk)
    except SystemTrouble:  # the folder of the backups cannot be read
        return None
    return newest.made_at if newest else None
