"""Letters for several clients: choose them, look at each, then print or save all that are ready."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.file_names import safe_file_name
from noshow_desk.domain.paper import PAPER_TITLES
from noshow_desk.export.options import PaperOptions
from noshow_desk.export.window import WINDOW_NOTE
from noshow_desk.i18n import _, ngettext, quoted
from noshow_desk.printing.batch import unprintable
from noshow_desk.printing.preview import FIT_WIDTH
from noshow_desk.services import batches, sending
from noshow_desk.services.batches import BatchRow, Wanted
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.progress import ProgressLine
from noshow_desk.ui.kit.question import Question
from noshow_desk.ui.kit.slices import Slices
from noshow_desk.ui.papers.at_printer import print_sheets
from noshow_desk.ui.papers.batch_form import BatchForm
from noshow_desk.ui.papers.batch_out import BatchOut, can_be_marked
from noshow_desk.ui.papers.page_options import options_for
from noshow_desk.ui.papers.paper_dialog import PaperDialog
from noshow_desk.ui.papers.sheets import Sheets, pages_of

TYPING_MS = 200
MANY = 60  # looking at so many takes longer than a blink


class BatchDialog(PaperDialog):
    """Lists who has a paper of the chosen kind; the ready ones are ticked, the others say why not."""

    wanted = (1040, 660)
    column = (270, 390)

    def __init__(self, desk: Desk, bridge: Bridge, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(_("Letters for several clients"), zoom=FIT_WIDTH, parent=parent)
        self._desk, self._bridge, self._dialogs = desk, bridge, dialogs
        self._looking: Slices | None = None
        self._picked = ""
        self.form = BatchForm()
        self.about = PlainLabel("", "hint", "canvas", wrap=True)
        self.progress = ProgressLine()
        self.stop_button = SecondaryButton(_("&Stop"))
        self.out = BatchOut(desk, self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._lay_out()
        self.close_button = self.add_cancel(_("Close"))
        self.print_button = self.add_button(_("&Print…"), icon="printer")
        self.each_button = self.add_button(_("Save one file &each…"), icon="file-down")
        self.one_button = self.add_button(_("Save one P&DF…"), primary=True, icon="file-down")
        self._connect()
        self.look()

    def _lay_out(self) -> None:
        self.lay_beside(self.form, above=self.about)
        under_way = QHBoxLayout()
        under_way.addWidget(self.progress, 1)
        under_way.addWidget(self.stop_button)
        self.body.addLayout(under_way)

    def _connect(self) -> None:
        self.form.changed.connect(self._typing.start)
        self._typing.timeout.connect(self.look)
        self.form.picked.connect(self._on_form_picked)
        self.form.ticked.connect(self._show_buttons)
        self.out.said.connect(self._on_out_said)
        self.out.left.connect(self._on_out_left)
        self.out.trouble.connect(self._on_out_trouble)
        self.out.gathered.connect(self._on_out_gathered)
        self.stop_button.clicked.connect(self._on_stop_button_clicked)
        self.print_button.clicked.connect(self._on_print_button_clicked)
        self.each_button.clicked.connect(self._on_each_button_clicked)
        self.one_button.clicked.connect(self._on_one_button_clicked)

    def look(self) -> None:
        """Look again at who has a paper of the chosen kind, a few in each slice of the event loop."""
        self._stop_looking()
        self.form.clear()
        self._day = self._desk.today()
        wanted = Wanted(kind=self.form.wanted_kind())
        chosen = batches.candidates(self._desk, wanted, words=self.form.words.value())
        self._looked, self._of = 0, len(chosen)
        self._looking = Slices(batches.rows(self._desk, wanted, chosen), self)
        self._looking.stepped.connect(self._on_looking_stepped)
        self._looking.done.connect(self._on_looking_done)
        self._looking.refused.connect(self._on_looking_refused)
        self._show_buttons()
        self._looking.start()

    def done(self, result: int) -> None:
        """Stop what is under way before the dialog goes."""
        self._stop()
        super().done(result)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing half-done behind when the desk is locked."""
        if not event.spontaneous():  # not for a window that is only minimised
            self._stop()
        super().hideEvent(event)

    def _stop(self) -> None:
        self._typing.stop()
        self._stop_looking()
        self.out.cancel()

    def _stop_looking(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking.deleteLater()
        self._looking = None

    def _on_looking_stepped(self, row: BatchRow | None) -> None:
        self._looked += 1
        if self._of >= MANY and self._looked % (self._of // 20) == 0:
            words = _("Looked at: {done} of {count}")
            said = words.format(done=self._looked, count=self._of)
            self.progress.show_step(said, self._looked, self._of)
        if row is not None:
            boxes = unprintable(row.letter) if row.letter is not None else ""
            self.form.add(batches.not_printable(row, boxes))
            self.form.pick_first()

    def _on_looking_done(self) -> None:
        self._stop_looking()
        self.progress.show_step("")
        self.form.show_count()
        self._show_buttons()
        if not self.form.list.rows.rowCount():
            self._on_form_picked("")

    def _on_looking_refused(self, trouble: Exception) -> None:
        self._stop_looking()
        self._on_out_trouble(str(getattr(trouble, "sentence", "")))

    def _show_buttons(self) -> None:
        idle = not self.out.busy and self._looking is None
        some = idle and bool(self.form.list.rows.ticked())
        for button in (self.print_button, self.each_button, self.one_button):
            button.setEnabled(some)
        self.form.setEnabled(not self.out.busy)
        self.stop_button.setVisible(self.out.busy)

    def _on_form_picked(self, key: str) -> None:
        self._picked = key
        row = self.form.row(key)
        if row is None:
            self.about.setText(self._nobody())
        else:
            self.about.setText(row.name if row.why is None else f"{row.name}: {row.why.say()}")
        if row is None or row.letter is None:
            self.preview.clear()
        else:
            options = options_for(self._desk, row.letter.kind)
            printout = pages_of(row.letter, not row.ready, options, tints=True)
            self.preview.show_printout(printout)
            if not printout.shows_address:
                self.about.setText(f"{self.about.text()}\n{_(WINDOW_NOTE)}")

    def _nobody(self) -> str:
        words = self.form.words.value().strip()
        if words:
            return _("No client found for {words}. Try another name or a case number.").format(
                words=quoted(words)
            )
        return _("Nobody has such a paper. Choose another one, or search for a client.")

    def _envelopes(self) -> bool:
        return self.form.envelopes.isVisibleTo(self.form) and self.form.envelopes.isChecked()

    def _on_print_button_clicked(self) -> None:
        rows = self.form.chosen()
        letters = [row.letter for row in rows if row.letter is not None]
        note = ngettext("{count} paper.", "{count} papers; this is the first of them.", len(letters))
        sheets = Sheets(
            kind=letters[0].kind,
            lay_out=partial(pages_of, letters[0], False),
            note=note.format(count=len(letters)),
            job=partial(self._print, rows),
        )
        print_sheets(self._desk, self._dialogs, sheets, self)

    def _is_of_today(self) -> bool:
        """Say whether the list is of today. Past midnight it is looked at anew, and nothing goes out: a
        letter bears a date, and a consent ends with its last day.
        """
        if self._desk.today() == self._day:
            return True
        self.look()
        sentence = _(
            "A new day has begun, so everything was looked at again: dates and consents count by the day. "
            "Look at the list, then start again."
        )
        self._on_out_trouble(sentence)
        return False

    def _print(self, rows: list[BatchRow], printer: QPrinter, options: PaperOptions) -> None:
        if not self._is_of_today():
            return
        self._on_form_picked(self._picked)  # perhaps on another sheet
        self.out.print_rows(rows, printer, options, envelopes=self._envelopes())

    def _on_one_button_clicked(self) -> None:
        title = PAPER_TITLES[self.form.wanted_kind()]
        words = f"{_(title)} {self._desk.today().isoformat()}".lower().replace(" ", "-")
        name = safe_file_name(words, ".pdf")
        self._dialogs.choose_target(_("Save all as one PDF"), name, f"{_('PDF')} (*.pdf)", self._save_one)

    def _save_one(self, path: Path) -> None:
        if not self._is_of_today():
            return
        self.out.save_one(self.form.chosen(), path, envelopes=self._envelopes())

    def _on_each_button_clicked(self) -> None:
        self._dialogs.choose_folder(_("A folder for the files"), self._save_each)

    def _save_each(self, folder: Path) -> None:
        if not self._is_of_today():
            return
        form = str(self.form.format.value())
        self.out.save_each(self.form.chosen(), folder, form, envelopes=self._envelopes())

    def _on_out_said(self, sentence: str, done: int, of: int) -> None:
        self.progress.show_step(sentence, done, of)
        self._show_buttons()

    def _on_stop_button_clicked(self) -> None:
        self.progress.show_end(self.out.cancel())

    def _on_out_trouble(self, sentence: str) -> None:
        self._dialogs.tell(_("It was not finished"), sentence)

    def _on_out_left(self, done: str) -> None:
        rows, left_out = self.form.chosen(), self.form.left_out()
        sentence = f"{done}\n{left_out}" if left_out else done
        if self._desk.read_only or not can_be_marked(rows):
            self._dialogs.tell(_("Done"), sentence)
            return
        text = ngettext(
            "{done}\n\nIs it on its way? Marking it as sent keeps exactly what left, as one act.",
            "{done}\n\nAre they on their way? Marking them as sent keeps exactly what left, as one act.",
            len(rows),
        )
        mark = ngettext("&Mark it as sent", "&Mark these {count} as sent", len(rows))
        answers = (("sent", mark.format(count=len(rows))), ("", _("Not yet")))
        question = Question(_("Mark as sent?"), text.format(done=sentence), answers)
        self._dialogs.ask(question, self._on_sent_answered)

    def _on_sent_answered(self, answer: str) -> None:
        if answer:
            self.out.gather()
        else:
            self.out.remember()

    def _on_out_gathered(self, sent: list[sending.Final]) -> None:
        mark = partial(sending.mark_all_sent, self._desk, sent=sent)
        if self._bridge.run(mark, _("Nothing was marked as sent")):
            self.look()
