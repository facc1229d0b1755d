"""Runs a command and sorts what can go wrong into exit codes and one plain sentence."""

from __future__ import annotations

from collections.abc import Sequence

import click

from noshow_desk import logs, paths
from noshow_desk.cli.click_words import speaking
from noshow_desk.cli.commands import noshow_desk
from noshow_desk.cli.language import language_of_call
from noshow_desk.cli.output import OutputTrouble, complain
from noshow_desk.cli.stopping import stoppable
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _

DONE, NO, BAD_CALL = 0, 1, 2


def run(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name, in the language that is chosen. Errors a person can meet become
    one sentence on standard error.
    """
    with stoppable(), speaking(language_of_call(arguments)):
        return _answered(arguments)


def _answered(arguments: Sequence[str]) -> int:
    try:
        answer = noshow_desk.main(args=list(arguments), prog_name="noshow-desk", standalone_mode=False)
    except OutputTrouble as trouble:  # neither yes nor no: nobody was told
        complain(trouble.sentence)
        return BAD_CALL
    except (UserError, SystemTrouble) as trouble:
        complain(trouble.sentence)
        return NO
    except (click.Abort, KeyboardInterrupt):
        complain(_("Stopped."))
        return NO
    except click.UsageError as mistake:
        complain(_usage(mistake))
        return BAD_CALL
    except click.ClickException as mistake:
        complain(mistake.format_message())
        return BAD_CALL
    except BrokenPipeError:  # the reader of a pipe went away: nothing is wrong
        return DONE
    except Exception as bug:
        complain(_reported(bug))
        return NO
    return answer if isinstance(answer, int) else DONE


def _reported(bug: Exception) -> str:
    """Write a bug to the log, without its message, and return the sentence about it."""
    logs.start(paths.log_folder)
    logs.LOGGER.error("a command broke: %s", logs.describe(type(bug), bug.__traceback__))
    return _(
        "Something in NoShow Desk broke. Nothing half-done was kept. Where is written in {folder}."
    ).format(folder=paths.log_folder())


def _usage(mistake: click.UsageError) -> str:
    sentence = mistake.format_message()
    command = mistake.ctx.command_path if mistake.ctx else "noshow-desk"
    return _("{what} See: {command} --help").format(what=sentence, command=command)
