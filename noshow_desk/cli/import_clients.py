"""`import FILE`: clients from a table of another program."""

from __future__ import annotations

from pathlib import Path

import click

from noshow_desk.cli.options import FILE, Common, open_desk, with_vault
from noshow_desk.cli.output import complain, say, say_json
from noshow_desk.cli.spoken import argument, command, option
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _, ngettext
from noshow_desk.services import importing
from noshow_desk.services.importing import Looked

MOST_BYTES = 64 * 1024 * 1024  # what is larger is not even read


@command(
    "import",
    short_help=N_("Bring in clients from CSV or Excel."),
    help=N_(
        "Bring in the clients of a CSV or Excel file: all of them or none. Who is here already is left out."
        "\n\n"
        "Fields: case_number, first_name, last_name, name, preferred_name, pronouns, phone, phone_2, email, "
        "address, language, with_us_since, tags, notes. Exit code 1 when a row cannot be taken; nothing is "
        "brought in then, unless --leave-out asks for the others."
    ),
)
@argument("file", type=FILE, metavar=N_("FILE"))
@option(
    "--map",
    "pairs",
    multiple=True,
    metavar=N_("FIELD=HEADING"),
    help=N_("Which column holds a field, where its heading does not tell."),
)
@option("--dry-run", is_flag=True, help=N_("Only say what would come in."))
@option(
    "--leave-out",
    is_flag=True,
    help=N_("Leave out the rows that cannot be taken, name them, and bring in all others."),
)
@with_vault
def import_clients(common: Common, file: Path, pairs: tuple[str, ...], dry_run: bool, leave_out: bool) -> int:
    """Bring in the clients of a table, or only look at them; return the exit code."""
    given = _given(pairs)
    with click.open_file(str(file), "rb") as stream:
        content: bytes = stream.read(MOST_BYTES)
    with open_desk(common) as desk:
        looked = importing.look_at_clients(desk, content=content, given=given)
        done = None
        taken = leave_out or not looked.refused
        if taken and not dry_run:
            done = importing.bring_in_clients(desk, clients=looked.clients)
    _answer(common, looked, brought_in=done is not None)
    return 0 if taken else 1


def _given(pairs: tuple[str, ...]) -> dict[str, str]:
    given = {}
    for pair in pairs:
        field, sign, heading = pair.partition("=")
        if not sign:
            raise UserError(_("Write --map FIELD=HEADING, for example --map phone=Mobile."))
        given[field.strip()] = heading.strip()
    return given


def _answer(common: Common, looked: Looked, *, brought_in: bool) -> None:
    if common.as_json:
        say_json(
            {
                "clients": len(looked.clients),
                "brought_in": brought_in,
                "here_already": [_row(*row) for row in looked.here_already],
                "refused": [_row(*row) for row in looked.refused],
                "notices": [_row(*row) for row in looked.notices],
                "columns": dict(looked.columns),
                "encoding": looked.encoding,
                "delimiter": looked.delimiter,
            }
        )
        return
    for line, why in (*looked.here_already, *looked.refused, *looked.notices):
        complain(_("Line {line}: {sentence}").format(line=line, sentence=why.say()))
    count = len(looked.clients)
    would = ngettext("{count} client would come in.", "{count} clients would come in.", count)
    out = len(looked.refused) + len(looked.here_already)
    say(importing.brought_in(count, out).say() if brought_in else would.format(count=count))


def _row(line: int, why: Message) -> dict[str, object]:
    return {"line": line, "why": why.say()}
