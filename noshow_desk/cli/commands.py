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
from noshow_desk.cli.options import FILE, FOLDER, OUT, Common
from noshow_desk.cli.output import say, say_json
from noshow_desk.cli.practice import practice
from noshow_desk.cli.render import render
from noshow_desk.cli.steps import steps
from noshow_desk.cli.summary import summary


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, help="Say which version this is.")
@click.option(
    "--self-test", is_flag=True, help="Open every part without a window and say in JSON what works."
)
@click.option("--report", type=OUT, help="With --self-test: write the JSON to this file too.")
@click.option("--vault", type=FOLDER, help="The vault's folder (default: this user's own).")
@click.option("--passphrase-file", type=FILE, help="A file whose first line is the passphrase.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")
@click.pass_context
def noshow_desk(
    context: click.Context,
    version: bool,
    self_test: bool,
    report: Path | None,
    vault: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> int:
    """NoShow Desk: from a missed appointment to a call, a note and a new date.

    Without a word the window opens. With a word it works without one. A passphrase is never an argument: it
    comes from --passphrase-file or is asked for; a practice vault opens by itself.

    Exit codes: 0 done, 1 the answer is no (findings, damaged, not found), 2 a bad call.
    """
    context.obj = Common(vault, passphrase_file, as_json)
    if version:
        _say_version(as_json)
        return context.exit(0)
    if self_test:
        from noshow_desk.cli.self_test import self_test as test  # deferred: opens every part, Qt too

        return context.exit(test(report))
    if context.invoked_subcommand is None:
        raise click.UsageError("Say what to do.", context)
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
