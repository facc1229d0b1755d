"""`summary CLIENT`: the case summary of one client as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from noshow_desk import i18n
from noshow_desk.cli.options import OUTPUT, Common, open_desk, with_vault
from noshow_desk.cli.output import complain, put, say_written
from noshow_desk.cli.page import SIZE_HELP, SIZE_NAMES, page_options
from noshow_desk.cli.spoken import OneOf, argument, command, option
from noshow_desk.domain.client import Client
from noshow_desk.domain.formats import FORMATS
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.summary import Summary, SummaryOptions
from noshow_desk.errors import NotFound
from noshow_desk.i18n import N_, _
from noshow_desk.services import queries, summaries
from noshow_desk.services.batches import NOT_PRINTABLE
from noshow_desk.services.desk import Desk

SUMMARY_FORMATS = [row.key for row in FORMATS if row.summaries]
INCLUDE = ("inside", "private", "sensitive")


def parts(_context: click.Context, _option: click.Parameter, text: str) -> frozenset[str]:
    """Return the parts that `--include` names. Raises BadParameter for another word."""
    named = frozenset(word.strip() for word in text.split(",") if word.strip())
    unknown = sorted(named - set(INCLUDE))
    if unknown:
        sentence = _("“{word}” is none of {words}.")
        raise click.BadParameter(sentence.format(word=unknown[0], words=", ".join(INCLUDE)))
    return named


@command(
    short_help=N_("The case summary of one client."),
    help=N_(
        "Write the case summary of CLIENT (a case number): attempts first, then facts, steps, papers and "
        "outcome.\n\n"
        "Inside notes and private notes are left out unless --include names them; so are the outside reasons "
        "supervision or court, safety and illness (--include sensitive). That it left is written down in the "
        "vault."
    ),
)
@argument("client", metavar=N_("CLIENT"))
@option("--to", "form", type=OneOf(SUMMARY_FORMATS), required=True, help=N_("The format to write."))
@OUTPUT
@option(
    "--include",
    callback=parts,
    default="",
    metavar="inside,private,sensitive",
    help=N_("What would be left out otherwise."),
)
@option(
    "--recipient",
    default="",
    metavar=N_("TEXT"),
    help=N_("Who gets it; written down in the list of what left."),
)
@option("--purpose", default="", metavar=N_("TEXT"), help=N_("What for; written down."))
@option("--authority", default="", metavar=N_("TEXT"), help=N_("On whose authority; written down."))
@option("--lang", type=OneOf(i18n.LANGUAGES), help=N_("Language of the summary (default: the screens' own)."))
@option("--size", type=OneOf(SIZE_NAMES), help=SIZE_HELP)
@with_vault
def summary(
    common: Common,
    client: str,
    form: str,
    output: Path,
    include: frozenset[str],
    lang: str | None,
    size: str | None,
    **release: str,
) -> int:
    """Write the case summary of one client and note that it left; return the exit code."""
    from noshow_desk.printing.writers import write_summary  # deferred: loads Qt for PDF

    with open_desk(common, look=True) as desk:
        person = _client(desk, client)
        options = SummaryOptions(
            include_inside="inside" in include,
            include_private="private" in include,
            include_sensitive="sensitive" in include,
            **release,
        )
        made = summaries.preview_summary(desk, client_id=person.id, options=options)
        page = page_options(desk, PaperKind.SUMMARY, size)
        content = write_summary(form, made, lang or i18n.language(), page)
        put(output, content)
        leaves = tuple(item.say("en") for item in made.leaves)  # as a window writes it down
        _write_down(desk, client_id=person.id, format=form, leaves=leaves, **release)
        say_written(output, content, as_json=common.as_json)
        if form == "pdf":
            _tell_boxes(made, lang or i18n.language())
    return 0


def _tell_boxes(made: Summary, language: str) -> None:
    """Name the characters that are empty boxes in the PDF: no font here has them."""
    from noshow_desk.printing.printout import lay_out_summary  # deferred: loads Qt

    if characters := lay_out_summary(made, language).unprintable():
        complain(_(NOT_PRINTABLE).format(characters=" ".join(characters)))


def _write_down(desk: Desk, **release: Any) -> None:
    """Write down in the vault that it left, or say that it cannot be."""
    if desk.read_only:
        complain(_("The vault cannot be written to: that this left is not written down in it."))
    else:
        summaries.log_release(desk, **release)


def _client(desk: Desk, number: str) -> Client:
    found = queries.client_numbered(desk, number)
    if found is None:
        raise NotFound(_("There is no client with the case number {number}.").format(number=number))
    return found
