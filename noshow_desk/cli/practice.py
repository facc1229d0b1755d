"""`practice DIR`: a vault of made-up clients, to try things out."""

from __future__ import annotations

from pathlib import Path

import click

from noshow_desk.cli.options import FOLDER, Common, with_common
from noshow_desk.cli.output import say, say_json
from noshow_desk.i18n import _
from noshow_desk.services import opening, practice_data

MOST_CLIENTS = 1_000_000


@click.command(short_help="A practice vault with made-up clients.")
@click.argument("folder", type=FOLDER)
@click.option(
    "--clients", default=40, show_default=True, type=click.IntRange(1, MOST_CLIENTS), help="How many."
)
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same people.")
@with_common
def practice(common: Common, folder: Path, clients: int, seed: int) -> int:
    """Make a practice vault in FOLDER: clients, appointments and incidents in every branch of the practice.

    Its passphrase is published, so that it opens without being asked. Exit code 1 when a vault is there
    already.
    """
    made = practice_data.new_practice_vault(folder, clients=clients, seed=seed)
    opening.close(made.desk)
    answer = {
        "vault": str(folder),
        "passphrase": opening.PRACTICE_PASSPHRASE,
        "recovery_key": made.recovery_key,
        "clients": made.counts.clients,
        "appointments": made.counts.appointments,
        "incidents": made.counts.incidents,
    }
    if common.as_json:
        say_json(answer)
        return 0
    say(_("Practice vault in {vault}: {clients} clients, {incidents} incidents.").format(**answer))
    say(_("Its passphrase is published: {passphrase}").format(**answer))
    return 0
