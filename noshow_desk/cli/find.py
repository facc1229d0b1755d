"""`find WORDS`: what the search box finds."""

from __future__ import annotations

from noshow_desk.cli.options import Common, open_desk, with_vault
from noshow_desk.cli.output import complain, say, say_json, table
from noshow_desk.cli.spoken import WholeNumber, argument, command, option
from noshow_desk.i18n import N_, _
from noshow_desk.services import queries
from noshow_desk.services.queries.rows import Hit, HitKind

MOST = 1_000
# As the JSON has them, in words.
KINDS = {
    HitKind.CLIENT: N_("client"),
    HitKind.INTERVIEWER: N_("interviewer"),
    HitKind.ORGANISATION: N_("organisation"),
}


@command(
    short_help=N_("What the search box finds."),
    help=N_(
        "Find clients, people who wait and organisations by any word: a name, a case number, part of a phone "
        "number.\n\n"
        "Exit code 1 when nothing is found."
    ),
)
@argument("words", nargs=-1, required=True, metavar=N_("WORDS"))
@option(
    "--limit",
    default=50,
    show_default=True,
    type=WholeNumber(1, MOST),
    metavar="N",
    help=N_("At most so many."),
)
@with_vault
def find(common: Common, words: tuple[str, ...], limit: int) -> int:
    """Print what the words find; return the exit code."""
    with open_desk(common, look=True) as desk:
        hits = queries.search(desk, " ".join(words), limit)
    if common.as_json:
        say_json([_plain(hit) for hit in hits])
    elif hits:
        head = (_("Kind"), _("Case"), _("Name"), "")
        say(table(head, [(_(KINDS[hit.kind]), hit.number, hit.title, hit.second) for hit in hits]))
    else:
        complain(_("Nothing found for “{words}”.").format(words=" ".join(words)))
    return 0 if hits else 1


def _plain(hit: Hit) -> dict[str, str]:
    return {
        "kind": hit.kind.value,
        "id": hit.id,
        "case_number": hit.number,
        "title": hit.title,
        "second": hit.second,
    }
