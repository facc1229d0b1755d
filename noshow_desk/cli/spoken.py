"""Commands, options and types whose words are said in the language that is chosen when they are asked for.

Click takes its texts when a module is imported; here they are marked with `N_` and translated when shown.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from functools import partial
from typing import Any

import click

from noshow_desk.cli.output import say
from noshow_desk.i18n import N_, _

_OPTIONS = N_("[OPTIONS]")
_COMMAND = N_("[COMMAND] [ARGS]...")
_SHOW_HELP = N_("Show this message and exit.")


def _said(marked: str | None) -> str:
    return _(marked) if marked else ""


def _show_help(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        say(ctx.get_help())
        ctx.exit()


class SpokenOption(click.Option):
    """An option whose help and placeholder are marked texts."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the two columns of `--help`."""
        said = copy(self)
        said.help = _said(self.help)
        return click.Option.get_help_record(said, ctx)

    def make_metavar(self, ctx: click.Context) -> str:
        """Return what stands for the value."""
        return _(self.metavar) if self.metavar else super().make_metavar(ctx)


class SpokenArgument(click.Argument):
    """An argument whose placeholder is a marked text; brackets and dots are put around it here."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return what stands for the value: FILE, [FILE] or FILE..."""
        said = _said(self.metavar) if self.required else f"[{_said(self.metavar)}]"
        return said if self.nargs == 1 else f"{said}..."

    def get_error_hint(self, ctx: click.Context | None) -> str:
        """Return what a complaint calls it."""
        return f"'{_said(self.metavar)}'"


class SpokenCommand(click.Command):
    """A command whose help is a marked text."""

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the line about the command in the list of all."""
        return _said(self.short_help)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        said = copy(self)
        said.help = _said(self.help)
        click.Command.format_help_text(said, ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the words after the command's name in the line “Usage”."""
        marked = {self.options_metavar, getattr(self, "subcommand_metavar", None)}
        return [_(piece) if piece in marked else piece for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option `--help`."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = _(_SHOW_HELP)
            found.callback = _show_help
        return found


class SpokenGroup(SpokenCommand, click.Group):
    """The group of all commands."""


class WholeNumber(click.IntRange):
    """A whole number, within bounds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number. Raises BadParameter."""
        self.name = _("whole number")
        return super().convert(value, param, ctx)


class OneOf(click.Choice[str]):
    """One of a few words."""

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:
        """Return what is added to the complaint when the option is left out."""
        return _("Choose from: {choices}.").format(choices=", ".join(self.choices))


class SpokenPath(click.Path):
    """A file or folder; what click calls it in a complaint is said in the chosen language."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path. Raises BadParameter when it is not there, or is something else."""
        self.name = _("file") if self.file_okay else _("folder")
        if not str(value):
            self.fail(_("The name is empty."), param, ctx)
        return super().convert(value, param, ctx)


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

# `help` and `metavar` are marked with N_; each option with a value has a metavar, or a choice.
option: Callable[..., Decorator] = partial(click.option, cls=SpokenOption)
argument: Callable[..., Decorator] = partial(click.argument, cls=SpokenArgument)
command: Callable[..., Callable[[Callable[..., Any]], click.Command]] = partial(
    click.command, cls=SpokenCommand, options_metavar=_OPTIONS
)
group: Callable[..., Callable[[Callable[..., Any]], click.Group]] = partial(
    click.group, cls=SpokenGroup, options_metavar=_OPTIONS, subcommand_metavar=_COMMAND
)
