"""`render TEMPLATE --data FACTS.json`: one paper from a template and a facts file."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from noshow_desk import i18n
from noshow_desk.cli.facts import FactsCommand, read_facts, read_now
from noshow_desk.cli.options import FILE, OUTPUT, PAPER_FORMAT, Common, with_common
from noshow_desk.cli.output import complain, put, say_json, say_written
from noshow_desk.cli.spoken import OneOf, argument, command, option
from noshow_desk.cli.template_text import template_named
from noshow_desk.domain.blocks import Letter, to_text
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.paper import Paper
from noshow_desk.domain.template import Template
from noshow_desk.errors import UserError
from noshow_desk.export.eml import LEFT_OUT, as_email
from noshow_desk.export.options import PaperOptions
from noshow_desk.export.window import ON_PAPER, WINDOW_NOTE
from noshow_desk.i18n import N_, _
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.services.batches import NOT_PRINTABLE
from noshow_desk.services.letter_findings import check_paper
from noshow_desk.services.paper_text import LETTERS, email_to, words_to_right


@command(
    cls=FactsCommand,
    short_help=N_("One paper from a template and a facts file."),
    help=N_(
        "Fill TEMPLATE with the facts and write one paper.\n\n"
        "TEMPLATE is a file, or the name of a shipped template such as en-thank_you-letter-granted (a name "
        "that is neither is answered with all of them). A client's letter is marked DRAFT until "
        "--confirmed-true. So is every paper in which something has to be put right first; each such thing "
        "is told, and the exit code is 1. An e-mail (eml) leaves out the postal addresses and the date at "
        "the head of a letter. A problem in the template is printed as TEMPLATE:line: sentence, one a line, "
        "no paper is written, and the exit code is 1."
    ),
)
@argument("template", metavar=N_("TEMPLATE"))
@option(
    "--data",
    type=FILE,
    required=True,
    metavar=N_("FILE"),
    help=N_("The facts file (“-”: standard input)."),
)
@PAPER_FORMAT
@OUTPUT
@option("--now", metavar="ISO", help=N_("The day on the paper (default: today)."))
@option(
    "--kind",
    type=OneOf([kind.value for kind in PaperKind]),
    help=N_("What paper the template in a file makes, where it does not tell (default: thank_you)."),
)
@option(
    "--lang",
    type=OneOf(i18n.LANGUAGES),
    help=N_("Language of the template in a file, where it does not tell (default: en)."),
)
@option("--input", "typed", multiple=True, metavar=N_("FIELD=TEXT"), help=N_("A value for this paper only."))
@option("--size", type=OneOf(["auto", "letter", "a4"]), default="auto", help=N_("Paper size."))
@option("--confirmed-true", is_flag=True, help=N_("The client said that every sentence is true."))
@with_common
def render(
    common: Common,
    template: str,
    data: Path,
    form: str,
    output: Path,
    now: str | None,
    kind: str | None,
    lang: str | None,
    typed: tuple[str, ...],
    size: str,
    confirmed_true: bool,
) -> int:
    """Fill a template and write one paper; return the exit code."""
    from noshow_desk.letters.fill import fill  # deferred: loads Jinja, 50 ms
    from noshow_desk.printing.writers import write_paper  # deferred: loads Qt for PDF

    facts = read_facts(data)
    moment = read_now(now, facts.appointment.tz).astimezone(facts.appointment.tz)
    today = moment.date()
    named = template_named(template, kind, lang)
    chosen, inputs = named.template, _inputs(typed)
    filled = fill(
        chosen.source, facts, today=today, language=chosen.language, kind=chosen.kind, inputs=inputs
    )
    if isinstance(filled, list):
        _tell(common, template, filled, named.above)
        return 1
    _must_show_all(filled, form)
    going = as_email(filled) if form == "eml" else filled
    to_do = _to_do(chosen, going, facts, moment, inputs)
    draft = bool(to_do) or (chosen.kind in LETTERS and not confirmed_true)
    page = _options(filled, facts, today, size=size, draft=draft)
    content = write_paper(form, filled, page)
    put(output, content)
    say_written(output, content, as_json=common.as_json, draft=draft, to_do=to_do)
    hidden = form in ON_PAPER and not _shows_address(filled, page)
    _say_of_paper(to_do, left_out=going is not filled, hidden=hidden)
    return 1 if to_do else 0


def _say_of_paper(to_do: list[str], *, left_out: bool, hidden: bool) -> None:
    """Say what has to be put right in the paper, what an e-mail left out, that a window hides an address."""
    for sentence in to_do:
        complain(_("Marked DRAFT: {why}").format(why=sentence))
    if left_out:
        complain(_(LEFT_OUT))
    if hidden:
        complain(_(WINDOW_NOTE))


def _to_do(
    template: Template, letter: Letter, facts: CaseFacts, now: datetime, inputs: dict[str, str]
) -> list[str]:
    """Return what has to be put right before the paper is final, as for `letters`."""
    paper = Paper(kind=template.kind, language=letter.language, channel=template.channel, inputs=inputs)
    checked = check_paper(letter, facts=facts, today=now.date())
    return [one.say() for one in words_to_right(paper, facts, checked, now=now, day=now.date())]


def _shows_address(letter: Letter, page: PaperOptions) -> bool:
    from noshow_desk.printing.batch import shows_address  # deferred: loads Qt

    return shows_address(letter, page)


def _inputs(typed: tuple[str, ...]) -> dict[str, str]:
    from noshow_desk.letters.variables import INPUTS  # deferred with the filling

    pairs = [item.partition("=") for item in typed]
    if any(not sign for _field, sign, _text in pairs):
        raise click.BadParameter(_("Write FIELD=TEXT."), param_hint="--input")
    inputs = {field.strip(): text for field, _sign, text in pairs}
    unknown = next((field for field in inputs if field not in INPUTS), None)
    if unknown is not None:
        said = _("There is no field called {field}. Known: {known}.")
        said = said.format(field=unknown, known=", ".join(INPUTS))
        raise click.BadParameter(said, param_hint="--input")
    return inputs


def _options(letter: Letter, facts: CaseFacts, today: date, *, size: str, draft: bool) -> PaperOptions:
    from noshow_desk.letters.subject import email_subject  # deferred: loads Jinja, 50 ms
    from noshow_desk.printing.paper_size import system_paper_size  # deferred: with what writes it

    return PaperOptions(
        size=system_paper_size(size),
        draft=draft,
        to=email_to(facts, letter.kind),
        subject=email_subject(letter, facts, today),
    )


def _must_show_all(letter: Letter, form: str) -> None:
    """Raise UserError for a paper without a word, and for a PDF that would show empty boxes; other formats
    are shown with the fonts of their reader.
    """
    if not to_text(letter).strip():
        raise UserError(_("This template makes an empty paper."))
    if form != "pdf":
        return
    from noshow_desk.printing.batch import unprintable  # deferred: loads Qt
    from noshow_desk.printing.gui import ensure_gui

    ensure_gui()
    if characters := unprintable(letter):
        raise UserError(_(NOT_PRINTABLE).format(characters=" ".join(characters)))


def _tell(common: Common, name: str, problems: list[TemplateProblem], above: int) -> None:
    """Name each problem at its line in the file, `above` of which stand before the text."""
    placed = [one.below(above) for one in problems]
    for one in placed:
        complain(f"{name}:{one.line}: {one.sentence}")
    if common.as_json:
        rows = [
            {"line": one.line, "column": one.column, "message": one.sentence, "suggestion": one.suggestion}
            for one in placed
        ]
        say_json({"problems": rows})
