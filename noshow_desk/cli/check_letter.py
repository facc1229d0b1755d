"""`check-letter FILE…`: what the letter check finds in letters."""

from __future__ import annotations

import json
from bisect import bisect_left
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noshow_desk import i18n
from noshow_desk.cli.facts import read_facts, read_now
from noshow_desk.cli.options import FILE, Common, with_common
from noshow_desk.cli.output import complain, say
from noshow_desk.cli.spoken import OneOf, SpokenPath, argument, command, option
from noshow_desk.cli.text_files import LETTER, text_of
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.consent import may_name_agency, topics_on
from noshow_desk.domain.kinds import Topic
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, _

if TYPE_CHECKING:
    from noshow_desk.coaching.letter_check import Finding
    from noshow_desk.coaching.letter_check.rules import Rules

NAMED = SpokenPath(allow_dash=True, path_type=Path)  # each is told of by itself, so none is asked for here
UNREAD = 2
KINDS = ("notice", "call_script", "apology", "thank_you", "withdrawal")


@command(
    "check-letter",
    short_help=N_("What the letter check finds in letters."),
    help=N_(
        "Check each FILE (“-”: standard input) and say what deserves a second look, with --json one line a "
        "file.\n\n"
        "A letter that cannot be read gets a sentence, and the others are still checked. Exit codes: 0 "
        "nothing that must be fixed, 1 something that must, 2 a bad call or a letter that could not be read."
    ),
)
@argument("files", type=NAMED, nargs=-1, required=True, metavar=N_("FILE"))
@option("--kind", type=OneOf(KINDS), required=True, help=N_("What kind of paper the files are."))
@option("--lang", type=OneOf(i18n.LANGUAGES), required=True, help=N_("Language of the letters."))
@option(
    "--record",
    type=FILE,
    metavar=N_("FILE"),
    help=N_("The facts of the incident; “steps --help” tells their form."),
)
@option("--now", metavar="ISO", help=N_("The time at which consent is looked up (default: now)."))
@option(
    "--rules",
    type=SpokenPath(exists=True, dir_okay=False, path_type=Path),
    metavar=N_("FILE"),
    help=N_("Rules of your own to add."),
)
@with_common
def check_letter(
    common: Common,
    files: tuple[Path, ...],
    kind: str,
    lang: str,
    record: Path | None,
    now: str | None,
    rules: Path | None,
) -> int:
    """Check the letters in `files`; return the exit code."""
    from noshow_desk.coaching.letter_check import check_letter as check  # deferred: reads the rule files

    known = _rules(lang, rules)
    facts = _record(record)
    topics = _topics(facts, now)
    worst = 0
    for path in files:
        try:
            text = text_of(path, LETTER)
        except UserError as error:
            worst = UNREAD
            complain(error.sentence)
            if common.as_json:
                say(json.dumps({"file": str(path), "error": error.sentence}, ensure_ascii=False))
            continue
        found = check(text, kind=kind, language=lang, record=facts, consent=topics, rules=known)
        worst = max(worst, *(int(one.severity.startswith("must")) for one in found), 0)
        say(_as_json(path, found) if common.as_json else _as_lines(path, text, found))
    return worst


def _rules(language: str, own: Path | None) -> Rules:
    """Return the rules with those of the file `own`, and tell what is left out of it. Raises UsageError for a
    file of which nothing can be read.
    """
    from noshow_desk.coaching.letter_check.rule_file import read_rule_file  # deferred with the check
    from noshow_desk.coaching.letter_check.rules import rules_with

    sources = [] if own is None else [read_rule_file(own)]
    for source in sources:
        if source.is_unread:
            raise click.BadParameter(source.problems[0].sentence, param_hint="--rules")
    known = rules_with(language, sources)
    for problem in known.problems:
        complain(problem.sentence)
    return known


def _record(path: Path | None) -> CaseFacts | None:
    try:
        return read_facts(path) if path is not None else None
    except UserError as error:
        raise click.BadParameter(error.sentence, param_hint="--record") from error


def _topics(facts: CaseFacts | None, now: str | None) -> frozenset[Topic]:
    today = _today(facts or CaseFacts(), now)  # a time that is none is a bad call, with a record or without
    if facts is None:
        return frozenset()
    named = {Topic.AGENCY} if may_name_agency(facts.consent, today) else set()
    return frozenset({*topics_on(facts.consent, today), *named})


def _today(facts: CaseFacts, now: str | None) -> date:
    moment = read_now(now, facts.appointment.tz) if now is not None else datetime.now(UTC)
    return moment.astimezone(facts.appointment.tz).date()


def _as_json(path: Path, found: tuple[Finding, ...]) -> str:
    rows = [
        {
            "code": one.code,
            "start": one.start,
            "end": one.end,
            "severity": one.severity.value,
            "message": one.message,
            "suggestion": one.suggestion,
        }
        for one in found
    ]
    return json.dumps({"file": str(path), "findings": rows}, ensure_ascii=False)


def _as_lines(path: Path, text: str, found: tuple[Finding, ...]) -> str:
    if not found:
        return _("{file}: nothing found").format(file=path)
    breaks = [at for at, letter in enumerate(text) if letter == "\n"]
    return "\n".join(_line(path, text, one, bisect_left(breaks, one.start) + 1) for one in found)


def _line(path: Path, text: str, one: Finding, number: int) -> str:
    words = "" if one.end - one.start == len(text) else " ".join(text[one.start : one.end].split())
    shown = f" {i18n.quoted(words)}" if words else ""
    return f"{path}:{number}: {one.code} ({one.severity.value}){shown} {one.message}"
