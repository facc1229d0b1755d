"""The papers of a batch on their way out, in slices: printed, one PDF, or one file each."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.export.options import DEFAULT_OPTIONS, PaperOptions
from noshow_desk.i18n import _, ngettext
from noshow_desk.printing import batch
from noshow_desk.printing.batch import Outgoing, Written
from noshow_desk.printing.pdf import saving_pdf
from noshow_desk.printing.printer import printing_to
from noshow_desk.printing.writers import write_paper
from noshow_desk.services.batches import BatchRow, file_name, with_letters
from noshow_desk.services.desk import Desk
from noshow_desk.services.last_out import Left, Out, keep_outs
from noshow_desk.services.sending import Final, Leaving, finals
from noshow_desk.ui.kit.slices import Slices
from noshow_desk.ui.papers.page_options import options_for

_HOW = {Channel.HAND: "hand"}


class BatchOut(QObject):
    """One thing at a time. `said` tells how far it is, in words, steps done and steps in all ("" when it is
    over), `trouble` what went wrong.

    `left` tells that the papers are out, with a sentence; `gathered` brings what left, ready to be
    marked as sent.
    """

    said = Signal(str, int, int)
    left = Signal(str)
    trouble = Signal(str)
    gathered = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: Slices | None = None
        self._rows: list[BatchRow] = []
        self._written: dict[int, bytes] = {}
        self._finals: list[Final] = []
        self._format, self._options = "pdf", DEFAULT_OPTIONS
        self._at = desk.now()
        self._done = self._count = 0
        self._end = self._stopped = ""

    @property
    def busy(self) -> bool:
        """Say whether something is being done."""
        return self._work is not None

    def print_rows(
        self, rows: Sequence[BatchRow], printer: QPrinter, options: PaperOptions, *, envelopes: bool
    ) -> None:
        """Print the papers of `rows` as one job."""
        self._take(rows, "pdf", options)
        letters = self._letters()
        self._count = batch.step_count(letters, envelopes=envelopes)
        steps = printing_to(printer, batch.printouts(letters, options, envelopes=envelopes))
        end = ngettext("{count} paper printed.", "{count} papers printed.", len(letters))
        self._run(steps, end.format(count=len(letters)), _("Stopped. The printer was told to drop the job."))

    def save_one(self, rows: Sequence[BatchRow], path: Path, *, envelopes: bool) -> None:
        """Write the papers of `rows` as one PDF, by replace."""
        self._take(rows, "pdf", self._kept_options(rows))
        letters = self._letters()
        steps = saving_pdf(path, batch.printouts(letters, self._options, envelopes=envelopes))
        self._count = batch.step_count(letters, envelopes=envelopes)
        end = ngettext("{count} paper saved as {name}.", "{count} papers saved as {name}.", len(letters))
        self._run(steps, end.format(count=len(letters), name=path.name), _("Stopped. Nothing was written."))

    def save_each(self, rows: Sequence[BatchRow], folder: Path, form: str, *, envelopes: bool) -> None:
        """Write the papers of `rows` into `folder`, a new file each, in the format `form`."""
        self._take(rows, form, self._kept_options(rows))
        today = self._desk.today()
        papers = [
            Outgoing(letter, file_name(row, letter, form, today), row.to, row.subject)
            for row, letter in with_letters(self._rows)
        ]
        steps = batch.writing_each(folder, papers, form, self._options, envelopes=envelopes)
        self._count = batch.step_count(self._letters(), envelopes=envelopes, apart=True)
        end = ngettext("{count} paper saved in {name}.", "{count} papers saved in {name}.", len(papers))
        self._run(steps, end.format(count=len(papers), name=folder.name), _("Stopped. Nothing was written."))

    def gather(self) -> None:
        """Bring what left, ready to be marked as sent."""
        self._finals = []
        self._count = len(self._rows)
        self._run(finals(self._desk, self._leaving()), "", _("Stopped. Nothing was marked as sent."))

    def remember(self) -> None:
        """Keep what left with its drafts, for when one of them is marked as sent later."""
        self._finals = []
        self._count = len(self._rows)
        self._run(keep_outs(self._desk, self._outs()), "", "")

    def cancel(self) -> str:
        """Stop and take away what is half-done; return the sentence for it, "" when nothing was done."""
        work, self._work = self._work, None
        if work is None:
            return ""
        work.cancel()
        work.deleteLater()
        self.said.emit("", 0, 0)
        return self._stopped

    def _take(self, rows: Sequence[BatchRow], form: str, options: PaperOptions) -> None:
        self._rows, self._written, self._format, self._options = list(rows), {}, form, options
        self._at = self._desk.now()

    def _kept_options(self, rows: Sequence[BatchRow]) -> PaperOptions:
        """Return the page setup of the kind of these papers: a batch holds one kind."""
        kinds = [row.letter.kind for row in rows if row.letter is not None]
        return options_for(self._desk, kinds[0]) if kinds else DEFAULT_OPTIONS

    def _letters(self) -> list[Letter]:
        return [letter for _row, letter in with_letters(self._rows)]

    def _leaving(self) -> Iterator[Leaving]:
        """Yield what left, with its bytes; a printer keeps none, so they are written once more."""
        for place, (row, letter) in enumerate(with_letters(self._rows)):
            content = self._written.get(place, b"")
            if row.paper_id and not content:
                content = write_paper("pdf", letter, self._options)
            yield Leaving(
                incident_id=row.incident_id,
                paper_id=row.paper_id,
                letter=letter,
                content=content,
                format=self._format,
                how="email" if self._format == "eml" else _HOW.get(row.channel, "printed"),
                left=Left(at=self._at, consent=row.consent),
            )

    def _outs(self) -> Iterator[tuple[str, Out]]:
        for one in self._leaving():
            if one.paper_id and one.letter is not None and one.left is not None:
                out = Out(letter=one.letter, format=one.format, content=one.content, left=one.left)
                yield one.paper_id, out

    def _run(self, steps: Generator[Any, None, None], end: str, stopped: str) -> None:
        self._done, self._end, self._stopped = 0, end, stopped
        self._work = Slices(steps, self)
        self._work.stepped.connect(self._on_work_stepped)
        self._work.done.connect(self._on_work_done)
        self._work.refused.connect(self._on_work_refused)
        self._say()
        self._work.start()

    def _say(self) -> None:
        words = _("{done} of {count}") if self._count > 1 else _("One moment…")
        of = self._count if self._count > 1 else 0
        self.said.emit(words.format(done=self._done, count=self._count), self._done, of)

    def _on_work_stepped(self, step: object) -> None:
        if isinstance(step, Written) and not step.envelope:
            self._written[step.place] = step.content
        elif isinstance(step, Final):
            self._finals.append(step)
        self._done += 1
        if self._done % max(1, self._count // 50) == 0:
            self._say()

    def _on_work_done(self) -> None:
        self._rest()
        if self._end:
            self.left.emit(self._end)
        elif self._finals:
            self.gathered.emit(self._finals)

    def _on_work_refused(self, trouble: UserError | SystemTrouble) -> None:
        self._rest()
        self.trouble.emit(trouble.sentence)

    def _rest(self) -> None:
        if self._work is not None:
            self._work.deleteLater()
        self._work = None
        self.said.emit("", 0, 0)


def can_be_marked(rows: Sequence[BatchRow]) -> bool:
    """Say whether marking these as sent means anything: letters, and plan cards, which note their print."""
    return all(row.paper_id or (row.letter and row.letter.kind is PaperKind.PLAN_CARD) for row in rows)
