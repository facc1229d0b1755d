"""The words of the command line and their options."""

from __future__ import annotations

from pathlib import Path

import click

from noshow_desk import __version__
from noshow_desk.cli.backups import backup, restore, verify
from noshow_desk.cli.check_letter import check_letter
from noshow_desk.cli.demo import demo
from noshow_desk.cli.find import find
from noshow_desk.cli.import_clients import import_clients
from noshow_desk.cli.letters import letters
from noshow_desk.cli.options import JSON, OUT, Common, vault_options
from noshow_desk.cli.output import say, say_json
from noshow_desk.cli.practice import practice
from noshow_desk.cli.render import render
from noshow_desk.cli.spoken import group, option
from noshow_desk.cli.steps import steps
from noshow_desk.cli.summary import summary
from noshow_desk.i18n import N_, _


@group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=N_(
        "NoShow Desk: from a missed appointment to a call, a note and a new date.\n\n"
        "Without a word the window opens. With a word it works without one. A passphrase is never an "
        "argument: it comes from --passphrase-file or is asked for; a practice vault opens by itself.\n\n"
        "Exit codes: 0 done, 1 the answer is no (findings, damaged, not found), 2 a bad call, or an answer "
        "that standard output did not take."
    ),
)
@option("--version", is_flag=True, help=N_("Say which version this is."))
@option("--self-test", is_flag=True, help=N_("Open every part without a window and say in JSON what works."))
@option(
    "--report",
    type=OUT,
    metavar=N_("FILE"),
    help=N_("With --self-test: write the JSON to this file too."),
)
@vault_options
@JSON
@click.pass_context
def noshow_desk(
    context: click.Context,
    version: bool,
    self_test: bool,
    report: Path | None,
    vault: Path | None,
    passphrase_file: Path | None,
    recovery_key_file: Path | None,
    as_json: bool,
) -> int:
    """Keep what every command knows, and do what needs none; return the exit code."""
    context.obj = Common(vault, passphrase_file, as_json, recovery_key_file)
    if version:
        _say_version(as_json)
        return context.exit(0)
    if self_test:
        from noshow_desk.cli.self_test import self_test as test  # deferred: opens every part, Qt too

        return context.exit(test(report))
    if context.invoked_subcommand is None:
        raise click.UsageError(_("Say what to do."), context)
    return 0


def _say_version(as_json: bool) -> None:
    if as_json:
        say_json({"name": "NoShow Desk", "version": __version__})
    else:
        say(f"NoShow Desk {__version__}")


# To add a command: a module beside this one and its name here; COMMANDS.md says what each does.
ALL = (
    practice,
    steps,
    check_letter,
    render,
    letters,
    summary,
    import_clients,
    find,
    backup,
    verify,
    restore,
    demo,
)
for command in ALL:
    noshow_desk.add_command(command)
