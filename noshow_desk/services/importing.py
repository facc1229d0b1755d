"""Bringing in clients from a file: look first, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from noshow_desk.domain.client import Client
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.importing.columns import named
from noshow_desk.importing.table import LARGEST_FILE, Table
from noshow_desk.services import typed
from noshow_desk.services.backups import Reason, make_backup
from noshow_desk.services.changes import Changes
from noshow_desk.services.clients import checked, shown_name
from noshow_desk.services.desk import Desk
from noshow_desk.storage.ids import new_ids

ZIP_MARK = b"PK\x03\x04"
NOTHING: Mapping[str, str] = {}
HERE = N_("{name} is here already.")
NAME_HERE = N_("Somebody named {name} is here already, and this row tells nothing more.")
REPEATED = N_("An earlier row tells of {name} already.")
_BROUGHT_IN = N_("Brought in {count} clients.")
_BROUGHT_IN_ONE = N_("Brought in one client.")
_LEFT_OUT = N_("Brought in {count} clients. Rows left out: {left_out}.")
_LEFT_OUT_ONE = N_("Brought in one client. Rows left out: {left_out}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What an import would bring: the clients, who may be here already, and the rows that cannot be taken.

    `columns` are heading → field (the headings that nothing is taken from are missing); `encoding` and
    `delimiter` were guessed. `refused` and `here_already` are lines of the file with a sentence, and
    so are `notices`, of rows that come in.
    """

    clients: tuple[Client, ...]
    here_already: tuple[tuple[int, Message], ...]
    refused: tuple[tuple[int, Message], ...]
    columns: Mapping[str, str]
    encoding: str
    delimiter: str
    notices: tuple[tuple[int, Message], ...] = ()


def read_list(path: Path) -> Table:
    """Return the table in a CSV or Excel file; needs no vault, so that a worker can do it.

    Raises UserError for a file that cannot be read, or holds no table.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError:
        raise UserError(_("This file cannot be read. Choose another one.")) from None
    return read_content(content)


def read_content(content: bytes) -> Table:
    """Return the table in the content of a CSV or Excel file. Raises UserError when there is none."""
    from noshow_desk.importing.csv_file import read_csv  # deferred: only on request
    from noshow_desk.importing.xlsx_file import read_xlsx

    return read_xlsx(content) if content.startswith(ZIP_MARK) else read_csv(content)


def look_at_clients(desk: Desk, *, content: bytes, given: Mapping[str, str] = NOTHING) -> Looked:
    """Return what the file would bring; `given` are field → heading where the guess is wrong.

    Reads nothing twice and changes nothing. Raises UserError for a file that holds no list of clients.
    """
    table = read_content(content)
    return look_at_list(desk, table=table, columns=named(table.heading, given))


def look_at_list(desk: Desk, *, table: Table, columns: Mapping[int, str]) -> Looked:
    """Return what a table would bring whose `columns` (from 0) hold these fields; changes nothing.

    Raises UserError (field "columns") when no column holds names.
    """
    from noshow_desk.importing.clients import read_clients  # deferred: only on request
    from noshow_desk.importing.repeats import Repeats

    if not {"first_name", "last_name", "name"} & set(columns.values()):
        raise UserError(_("No column of this file holds names. Say which one does."), field="columns")
    read = read_clients(table, columns)
    known, repeats = _known(desk), Repeats(table, columns)
    new: list[Client] = []
    here: list[tuple[int, Message]] = []
    refused = [(one.line, one.why) for one in read.refused]
    notices: list[tuple[int, Message]] = []
    for line, client in read.clients:
        try:
            cleaned = checked(client)
        except UserError as trouble:
            refused.append((line, Message(trouble.sentence)))
            continue
        kept = cleaned.value
        why = _why_not(kept, known, repeated=repeats.is_repeated(line, _bare(kept)))
        if why:
            here.append((line, Message(why, {"name": shown_name(kept)})))
            continue
        known |= _numbered(kept)
        new.append(kept)
        if cleaned.notice is not None:
            notices.append((line, cleaned.notice))
    return Looked(
        clients=tuple(new),
        here_already=tuple(here),
        refused=tuple(sorted(refused, key=_line)),
        columns={table.heading[column]: field for column, field in sorted(columns.items())},
        encoding=table.encoding,
        delimiter=table.delimiter,
        notices=tuple(notices),
    )


def bring_in_clients(desk: Desk, *, clients: tuple[Client, ...]) -> Changes:
    """Add all of `clients` as one act that one undo takes back; a backup is made before.

    Raises UserError when there is none.
    """
    if clients and not desk.practice:
        make_backup(desk, reason=Reason.IMPORT)
    return add_all(desk, clients=clients)


def add_all(desk: Desk, *, clients: tuple[Client, ...], left_out: int = 0) -> Changes:
    """Add all of `clients` as one act that one undo takes back; whoever asks for it made a backup before.

    `left_out` rows of the file are told. Raises UserError when there is nobody to add.
    """
    if not clients:
        raise UserError(_("There is no new client in this file."))
    with desk.act() as act:
        # One question to the vault, not one for each client.
        number = int(desk.vault.clients.next_case_number())
        numbered = []
        for record_id, client in zip(new_ids(desk.now(), len(clients)), clients, strict=True):
            numbered.append(replace(client, id=record_id, case_number=client.case_number or str(number)))
            number += not client.case_number
        made = desk.vault.clients.insert_many(numbered)
    said = brought_in(made, left_out)
    undo = Message(N_("Undo bringing in clients"))
    return Changes(act=act.id, everything=True, said=said, undo=undo)


def brought_in(count: int, left_out: int = 0) -> Message:
    """Return the sentence that tells how many came in, and how many rows of the file did not."""
    one, many = (_LEFT_OUT_ONE, _LEFT_OUT) if left_out else (_BROUGHT_IN_ONE, _BROUGHT_IN)
    return Message(one if count == 1 else many, {"count": count, "left_out": left_out})


def _why_not(client: Client, known: set[str], *, repeated: bool) -> str:
    """Return why a row stays out: who is in the vault already, or in an earlier row; "" when it comes in."""
    marks = _marks(client)
    if known & marks:
        return NAME_HERE if marks == {_bare(client)} else HERE
    return REPEATED if repeated else ""


def _known(desk: Desk) -> set[str]:
    """Return the marks of all clients, and their bare names: a row may tell no more than a name."""
    clients = desk.vault.clients.many(desk.vault.clients.ids())
    return {mark for client in clients for mark in (*_marks(client), _bare(client))}


def _marks(client: Client) -> set[str]:
    """Return what tells a client: the case number, and the name with a telephone or an e-mail; the bare name
    where there is nothing else.
    """
    name = _bare(client)
    ways = ["".join(filter(str.isdigit, phone.number))[-10:] for phone in client.phones]
    ways += [client.email.casefold()]
    marks = {f"{name}{way}" for way in ways if way}
    return marks | _numbered(client) or {name}


def _numbered(client: Client) -> set[str]:
    return {f"#{client.case_number.casefold()}"} if client.case_number else set()


def _bare(client: Client) -> str:
    return f"{typed.name(client.full_name).value.casefold()}|"


def _line(row: tuple[int, Message]) -> int:
    return row[0]
