"""`letters --template T --query Q`: the same paper for several clients, as one PDF or one file each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from noshow_desk.cli.options import PAPER_FORMAT, Common, open_desk, with_vault
from noshow_desk.cli.output import PIPE, complain, say, say_json
from noshow_desk.cli.page import SIZE_HELP, SIZE_NAMES, page_options
from noshow_desk.cli.spoken import OneOf, SpokenPath, command, option
from noshow_desk.cli.stopping import stopping_between
from noshow_desk.errors import NotFound
from noshow_desk.export.options import PaperOptions
from noshow_desk.export.window import ON_PAPER, WINDOW_NOTE
from noshow_desk.i18n import N_, _
from noshow_desk.services import batches, queries
from noshow_desk.services.batches import BatchRow, Wanted
from noshow_desk.services.desk import Desk

ONE_FILE = "pdf"
PARTS = 10
ANY = SpokenPath(path_type=Path)
WRITTEN = N_("Written: {done} of {count}")
Step = TypeVar("Step")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How the papers are written: in which format, to which file or folder, each `apart` or all as one, with
    `envelopes`, on which page.
    """

    form: str
    output: Path
    apart: bool
    envelopes: bool
    page: PaperOptions


@command(
    short_help=N_("The same paper for several clients."),
    help=N_(
        "Write the papers that are ready: the newest open incident of each client, checked and ticked as "
        "true.\n\n"
        "The others are listed with what keeps them back, and the exit code is 1. One PDF is replaced where "
        "it is there; files in a folder are always new. Nothing is marked as sent. Stopped in between, "
        "nothing is left."
    ),
)
@option(
    "--template",
    required=True,
    metavar=N_("NAME"),
    help=N_("A kind of paper (thank_you, plan_card …) or the name of a template."),
)
@option(
    "--query",
    default="",
    metavar=N_("WORDS"),
    help=N_("Clients, as in the search box; without it all that have a draft."),
)
@option(
    "--client",
    "numbers",
    multiple=True,
    metavar=N_("NUMBER"),
    help=N_("A client by case number; as often as needed."),
)
@PAPER_FORMAT
@option(
    "-o",
    "--output",
    type=ANY,
    required=True,
    metavar=N_("FILE"),
    help=N_("The PDF, or the folder for the files."),
)
@option("--each", is_flag=True, help=N_("One PDF for each client (other formats are always one each)."))
@option("--envelopes", is_flag=True, help=N_("An envelope beside each letter that bears an address."))
@option("--size", type=OneOf(SIZE_NAMES), help=SIZE_HELP)
@with_vault
def letters(
    common: Common,
    template: str,
    query: str,
    numbers: tuple[str, ...],
    form: str,
    output: Path,
    each: bool,
    envelopes: bool,
    size: str | None,
) -> int:
    """Write the papers that are ready and list the others; return the exit code."""
    if output == PIPE:
        raise click.UsageError(_("Name a file or a folder; several papers do not go to standard output."))
    apart = each or form != ONE_FILE
    if not apart and output.is_dir():
        raise click.UsageError(
            _("{folder} is a folder: add --each for one file for each client.").format(folder=output)
        )
    with open_desk(common, look=True) as desk:
        wanted = batches.wanted_named(desk, template)
        rows = _looked_at(desk, wanted, query, numbers)
        if form == ONE_FILE:
            rows = _without_boxes(rows)
        ready = [row for row in rows if row.ready]
        page = page_options(desk, wanted.kind, size)
        order = Order(form=form, output=output, apart=apart, envelopes=envelopes, page=page)
        files = _written(desk, ready, order)
        hidden = _hidden(ready, order)
    for row in hidden:
        complain(f"{row.client.case_number}: {_(WINDOW_NOTE)}")
    left_out = [row for row in rows if not row.ready]
    _tell(common, files, len(ready), left_out)
    if not rows:
        complain(_nobody(query))
    return 1 if left_out or not ready else 0


def _looked_at(desk: Desk, wanted: Wanted, query: str, numbers: Sequence[str]) -> list[BatchRow]:
    ids = list(dict.fromkeys(_client_id(desk, number) for number in numbers)) if numbers else None
    chosen = batches.candidates(desk, wanted, words=query, client_ids=ids)
    rows = _with_progress(batches.rows(desk, wanted, chosen), len(chosen), _("Looked at: {done} of {count}"))
    return [row for row in rows if row is not None]


def _nobody(query: str) -> str:
    if query.strip():
        return _("Nobody was found for “{words}”: nothing was written.").format(words=query)
    return _("Nobody has such a paper: nothing was written.")


def _without_boxes(rows: Sequence[BatchRow]) -> list[BatchRow]:
    """Keep back what would print an empty box; other formats are shown with the fonts of their reader."""
    from noshow_desk.printing.batch import unprintable  # deferred: loads Qt
    from noshow_desk.printing.gui import ensure_gui

    ensure_gui()
    return [batches.not_printable(row, unprintable(row.letter) if row.letter else "") for row in rows]


def _client_id(desk: Desk, number: str) -> str:
    found = queries.client_numbered(desk, number)
    if found is None:
        raise NotFound(_("There is no client with the case number {number}.").format(number=number))
    return found.id


def _written(desk: Desk, ready: Sequence[BatchRow], order: Order) -> list[Path]:
    from noshow_desk.printing.gui import ensure_gui  # deferred: loads Qt

    if not ready:
        return []
    ensure_gui()
    return _each_apart(desk, ready, order) if order.apart else _as_one(ready, order)


def _hidden(ready: Sequence[BatchRow], order: Order) -> list[BatchRow]:
    """Return the rows whose address would not show whole in the window of an envelope."""
    if order.form not in ON_PAPER or not ready:
        return []
    from noshow_desk.printing.batch import shows_address  # deferred: loads Qt

    return [row for row, letter in batches.with_letters(ready) if not shows_address(letter, order.page)]


def _as_one(ready: Sequence[BatchRow], order: Order) -> list[Path]:
    from noshow_desk.printing import batch  # deferred: loads Qt
    from noshow_desk.printing.pdf import saving_pdf

    papers = [letter for _row, letter in batches.with_letters(ready)]
    count = batch.step_count(papers, envelopes=order.envelopes)
    laid_out = batch.printouts(papers, order.page, envelopes=order.envelopes)
    with stopping_between() as look_up, closing(saving_pdf(order.output, laid_out)) as steps:
        for _step in _with_progress(steps, count, _(WRITTEN)):
            look_up()
    return [order.output]


def _each_apart(desk: Desk, ready: Sequence[BatchRow], order: Order) -> list[Path]:
    from noshow_desk.printing import batch  # deferred: loads Qt

    rows, today = batches.with_letters(ready), desk.today()
    papers = [
        batch.Outgoing(letter, batches.file_name(row, letter, order.form, today), row.to, row.subject)
        for row, letter in rows
    ]
    count = batch.step_count([letter for _row, letter in rows], envelopes=order.envelopes, apart=True)
    steps = batch.writing_each(order.output, papers, order.form, order.page, envelopes=order.envelopes)
    paths = []
    with stopping_between() as look_up, closing(steps):
        for step in _with_progress(steps, count, _(WRITTEN)):
            paths.append(step.path)
            look_up()
    return paths


def _with_progress(steps: Iterable[Step], count: int, said: str) -> Iterator[Step]:
    """Pass `steps` on and say on standard error how far they are, ten times in all."""
    every = max(1, count // PARTS)
    for done, step in enumerate(steps, start=1):
        yield step
        if done % every == 0:
            complain(said.format(done=done, count=max(done, count)))


def _tell(common: Common, files: Sequence[Path], ready: int, left_out: Sequence[BatchRow]) -> None:
    why = [(row.client.case_number, row.why.say() if row.why else "") for row in left_out]
    if common.as_json:
        rows = [{"case_number": number, "why": sentence} for number, sentence in why]
        say_json({"letters": ready, "files": [str(path) for path in files], "left_out": rows})
    for path in () if common.as_json else files:
        say(_("Written: {file}").format(file=path))
    if left_out and not ready:
        complain(_("No paper is ready: nothing was written."))
    for number, sentence in why:
        complain(_("Left out, {number}: {why}").format(number=number, why=sentence))
