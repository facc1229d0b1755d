"""The history of a record, and how safe the data is."""

from __future__ import annotations

from datetime import UTC, datetime

from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import DataSafety, HistoryRow


def history(desk: Desk, table: str, record_id: str) -> list[HistoryRow]:
    """Return who changed what in a record, newest first; `table` is its kind ("client", "incident", …)."""
    people = {one: desk.vault.caseworkers.find(one) for one in {"", desk.caseworker.id}}
    lines = []
    for change in reversed(desk.vault.changes.of_record(table, record_id)):
        person = people.get(change.who)
        lines.append(
            HistoryRow(
                act=change.act,
                at=desk.local(change.when),
                by=person.name if person else "",
                what="made" if change.made else "changed",
                field=change.field,
                old=_text(change.old),
                new=_text(change.new),
            )
        )
    return lines


def data_safety(desk: Desk) -> DataSafety:
    """Return where the vault is, how large, and since when it was last written."""
    file = desk.folder / "vault.db"
    try:
        found = file.stat()
    except OSError:
        return DataSafety(folder=str(desk.folder), size=0)
    saved = desk.local(datetime.fromtimestamp(found.st_mtime, UTC))
    return DataSafety(folder=str(desk.folder), size=found.st_size, saved_at=saved)


def _text(value: object) -> str:
    return "" if value is None else str(value)
