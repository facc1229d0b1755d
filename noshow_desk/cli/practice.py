"""`practice DIR`: a vault of made-up clients, to try things out."""

from __future__ import annotations

from pathlib import Path

from noshow_desk import i18n
from noshow_desk.cli.options import FOLDER, Common, with_common
from noshow_desk.cli.output import say, say_json
from noshow_desk.cli.spoken import WholeNumber, argument, command, option
from noshow_desk.i18n import N_, _
from noshow_desk.services import opening, practice_data
from noshow_desk.services.settings import keep_language

MOST_CLIENTS = 1_000_000


@command(
    short_help=N_("A practice vault with made-up clients."),
    help=N_(
        "Make a practice vault in DIR: clients, appointments and incidents in every branch of the practice."
        "\n\n"
        "Its passphrase is published, so that it opens without being asked. Exit code 1 when a vault is "
        "there already."
    ),
)
@argument("folder", type=FOLDER, metavar=N_("DIR"))
@option(
    "--clients",
    default=40,
    show_default=True,
    type=WholeNumber(1, MOST_CLIENTS),
    metavar="N",
    help=N_("How many clients."),
)
@option(
    "--seed",
    default=1,
    show_default=True,
    type=WholeNumber(0),
    metavar="N",
    help=N_("The same seed makes the same people."),
)
@with_common
def practice(common: Common, folder: Path, clients: int, seed: int) -> int:
    """Make a practice vault in `folder`; return the exit code."""
    made = practice_data.new_practice_vault(folder, clients=clients, seed=seed)
    keep_language(made.desk, language=i18n.language())
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
