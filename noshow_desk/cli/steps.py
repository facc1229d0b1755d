"""`steps FACTS.json`: the derived steps of one incident."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from noshow_desk import i18n
from noshow_desk.cli.facts import FactsCommand, read_facts, read_now
from noshow_desk.cli.options import FILE, Common, with_common
from noshow_desk.cli.output import say, say_json, table
from noshow_desk.cli.spoken import OneOf, WholeNumber, argument, command, option
from noshow_desk.cli.words import STATES, WHO
from noshow_desk.domain.federal_holidays import federal_holidays_around
from noshow_desk.domain.practice import Rules, derive
from noshow_desk.domain.step import Step
from noshow_desk.i18n import N_, _


@command(
    cls=FactsCommand,
    short_help=N_("The steps of one incident, in order."),
    help=N_(
        "Print the steps of the incident in FACTS (“-”: standard input), in order.\n\n"
        "Each has its id, title, who acts, why, by when, and its state; in JSON that is done, open, skipped "
        "or does-not-apply."
    ),
)
@argument("facts", type=FILE, required=False, metavar=N_("FACTS"))
@option("--now", metavar="ISO", help=N_("The time to derive for (default: now), e.g. 2026-03-10T09:42."))
@option(
    "--mail-days",
    default=3,
    show_default=True,
    type=WholeNumber(1, 15),
    metavar="N",
    help=N_("Working days a letter takes."),
)
@option(
    "--lang",
    type=OneOf(i18n.LANGUAGES),
    help=N_("Language of titles and reasons (default: the screens' own)."),
)
@option("--schema", is_flag=True, help=N_("Print the JSON schema of the facts form instead."))
@with_common
def steps(
    common: Common, facts: Path | None, now: str | None, mail_days: int, lang: str | None, schema: bool
) -> int:
    """Print the steps of one incident, or the schema of its form; return the exit code."""
    if schema:
        from noshow_desk.domain.facts_form import schema as form  # deferred: loads msgspec, 30 ms

        say_json(form())
        return 0
    if facts is None:
        raise click.UsageError(_("Name the facts file, or ask for --schema."))
    i18n.set_language(lang or i18n.language())
    known = read_facts(facts)
    zone = known.appointment.tz
    moment = read_now(now, zone)
    rules = Rules(mail_days=mail_days, holidays=federal_holidays_around(moment.astimezone(zone).date()))
    found = derive(known, moment, rules).steps
    if common.as_json:
        say_json([_plain(step) for step in found])
    else:
        say(table(_head(), [_line(step, zone) for step in found]))
    return 0


def _plain(step: Step) -> dict[str, Any]:
    return {
        "id": step.id.value,
        "title": step.title.say(),
        "who": step.who.value,
        "why": step.why.say(),
        "due": step.due.isoformat() if step.due else None,
        "state": step.state.value,
    }


def _head() -> tuple[str, ...]:
    return (_("Step"), _("State"), _("Who"), _("Due"), _("What"), _("Why"))


def _line(step: Step, zone: ZoneInfo) -> tuple[str, ...]:
    why = step.skip_reason or step.why.say()
    words = (_(STATES[step.state]), _(WHO[step.who]), _due(step.due, zone), step.title.say(), why)
    return (step.id.value, *words)


def _due(due: datetime | None, zone: ZoneInfo) -> str:
    if due is None:
        return ""
    there = due.astimezone(zone)
    return f"{i18n.short_date(there.date())}, {i18n.clock(there.time())}"
