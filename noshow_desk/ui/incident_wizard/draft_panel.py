"""The live draft at the right: a script on call steps, a letter on paper steps, always on white paper."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import PaperKind, StepId
from noshow_desk.domain.paper import PAPER_TITLES
from noshow_desk.export.options import PaperOptions
from noshow_desk.i18n import _
from noshow_desk.printing.printout import lay_out
from noshow_desk.services.letter_finding import LetterFinding
from noshow_desk.ui.incident_wizard import check_pause
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.checks.check_pane import CheckPane
from noshow_desk.ui.incident_wizard.checks.places import WordsWish
from noshow_desk.ui.incident_wizard.drafts import live_letter
from noshow_desk.ui.incident_wizard.note_draft import NoteDraft
from noshow_desk.ui.incident_wizard.paper_out import copy_letter, is_draft, options_for
from noshow_desk.ui.incident_wizard.paper_view import (
    LETTER_POINTS,
    SCRIPT_POINTS,
    SHEET_LEFT,
    SHEET_RIGHT,
    PaperView,
)
from noshow_desk.ui.incident_wizard.print_job import PrintJob
from noshow_desk.ui.incident_wizard.sheet_line import sheet_line
from noshow_desk.ui.kit.base import GAP, GRID
from noshow_desk.ui.kit.buttons import IconButton
from noshow_desk.ui.kit.labels import PlainLabel, StatusLine
from noshow_desk.ui.kit.languages import language_choices
from noshow_desk.ui.kit.options import FilterChips
from noshow_desk.ui.kit.pages import Canvas, PaperSheet
from noshow_desk.ui.papers.boxes import page_notes
from noshow_desk.ui.theme import current_look

# Long enough not to lay out at every key, short enough to be seen as live.
WAIT_MS = 120
# How much of the height the findings may take; the rest is the paper's.
CHECKS_SHARE = 0.4
# Lower than this (pixels at 100 % text) the findings need more of it, and what can be done about an open one
# goes before the reading level.
LOW, LOW_SHARE = 540, 0.46
# Pixels above and below the words; the second where it is low or findings take room: there each line counts.
SHEET_ENDS, LOW_ENDS = 24, 8
# Read aloud, so shown larger.
SCRIPTS = frozenset({PaperKind.COURTESY, PaperKind.CALL_CARD})
# Where somebody speaks from it for minutes without touching the desk; elsewhere it only lies beside the form.
SPOKEN = frozenset({StepId.COURTESY, StepId.REHEARSE, StepId.CALL, StepId.ASK})


class DraftPanel(Canvas):
    """One paper of the open case, and under it what the letter check found.

    `client_view_wished`: turn the screen over; `front_wished`: be in front of the form; `filled`: shown
    anew; `looked`: checked anew; `words_wished`: words are to be changed by hand, where the WordsWish says.
    """

    client_view_wished = Signal()
    front_wished = Signal()
    filled = Signal()
    looked = Signal()
    words_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._kind: PaperKind | None = None
        self._step: StepId | None = None
        self._letter: Letter | None = None
        self._sheet_options: PaperOptions | None = None
        self._signed_in = self._read_in = ""
        self._seen: tuple[str, str] | None = None
        self._title = PlainLabel("", "card")
        self._edit = IconButton("pencil", _("Edit by hand"))
        self._turn = IconButton("eye", _("Show to the client"))
        self._copy = IconButton("copy", _("Copy the words"))
        self._print = IconButton("printer", _("Print"))
        self._beside = FilterChips(_("Read it in"), language_choices())
        self._paper = PaperView()
        self._paper.setAccessibleName(_("The paper"))
        self._sheet = PaperSheet(left=SHEET_LEFT, right=SHEET_RIGHT, ends=SHEET_ENDS)
        self._sheet.show_paper(self._paper)
        self.checks = CheckPane()
        self._status = StatusLine("", "circle-check", "canvas_muted")
        self._boxes = StatusLine("", "triangle-alert", "canvas_muted")
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(GAP, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        for button in (self._edit, self._turn, self._copy, self._print):
            head.addWidget(button)
        below = QVBoxLayout()
        below.setContentsMargins(GAP, 0, 0, GRID)
        below.addWidget(self._boxes)
        below.addWidget(self._status)
        self.body.addLayout(head)
        self.body.addWidget(self._beside)
        self.body.addWidget(self._sheet, 1)
        self.body.addWidget(self.checks)
        self._beside.hide()
        self._boxes.hide()
        self.body.addLayout(below)

    def _connect(self) -> None:
        self._wait.timeout.connect(self.show_now)
        self._edit.clicked.connect(self._on_edit_clicked)
        self._turn.clicked.connect(self.client_view_wished)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._beside.chosen.connect(self._on_beside_chosen)
        self._print.clicked.connect(self.print_paper)
        self._paper.picked.connect(self.checks.pick)
        self.checks.picked.connect(self._on_finding_picked)
        self.checks.words_wished.connect(self.words_wished)
        self.checks.reworded.connect(self.show_now)

    # ------------------------------------------------------------ showing

    def show_paper(self, case: Case, step: StepId, kind: PaperKind | None) -> None:
        """Show the paper of a step; None hides the panel."""
        if self._case is not case:
            self._follow(case)
        self._step, self._kind, self._seen = step, kind, None
        self._paper.scroll_to_top()
        self.show_now()

    def wanted(self) -> bool:
        """Say whether there is a paper beside this step; in danger nothing is."""
        return self._kind is not None and self._case is not None and not self._case.situation.derived.parked

    def is_script(self) -> bool:
        """Say whether the paper on show is being read aloud from."""
        script = self._letter is not None and self._letter.kind in SCRIPTS
        return script and self._step in SPOKEN and self.wanted()

    def letter(self) -> Letter | None:
        """Return the paper on show."""
        return self._letter

    def text(self) -> str:
        """Return the words of the paper on show."""
        return self._paper.text()

    def status(self) -> str:
        """Return the line below the paper."""
        return self._status.text()

    def boxes(self) -> str:
        """Return what is said of characters that would print as empty boxes."""
        return self._boxes.text()

    def show_now(self) -> None:
        """Fill the paper from what stands on screen."""
        if self._case is None or self._case.resting:
            return
        self.filled.emit()
        if self._kind is None:
            return
        note = self._step is StepId.NOTE
        letter = self._note(self._case.note) if note else self._live()
        self._beside.setVisible(note and bool(self._case.note.other_language()))
        self._edit.setVisible(note and not self._case.note.sent)
        for button in (self._copy, self._print, self._turn):
            button.setEnabled(letter is not None)
        self._title.setText(_(PAPER_TITLES[letter.kind if letter else self._kind]))
        changed = self.checks.show_paper(self._case, self._step, letter, self._kind)
        self.looked.emit()
        sheet = options_for(self._case, kind=letter.kind, draft=False) if letter is not None else None
        if letter is not None and (letter, sheet) == (self._letter, self._sheet_options) and not changed:
            return
        before, self._letter, self._sheet_options = self._seen, letter, sheet
        self._show_letter(letter)
        self._fit()
        self._seen = self.checks.looked_at()
        if self._seen is not None and self._seen != before:
            self._paper.scroll_to(self.checks.current())

    def following(self) -> bool:
        """Say whether the paper is about to be filled anew."""
        return self._wait.isActive()

    def rest(self) -> None:
        """Stop following the case: the page was left."""
        self._wait.stop()

    def catch_up(self) -> None:
        """Fill the paper with what was typed last: it is about to be seen, copied or printed."""
        if self.following():
            self._wait.stop()
            self.show_now()

    def print_paper(self) -> None:
        """Print the paper on show."""
        self.catch_up()
        if self._case is not None and self._letter is not None:
            PrintJob(self._case, self._letter, draft=self._is_draft(), window=self.window()).start()

    # ------------------------------------------------------------ inside

    def _follow(self, case: Case) -> None:
        self._case, self._letter = case, None
        case.changed.connect(self._on_case_changed)
        case.first_wished.connect(self._on_case_first_wished)

    def _note(self, note: NoteDraft) -> Letter | None:
        """Return the note, or its companion where the client reads it in the own language."""
        signed = note.working().language
        if signed != self._signed_in:
            self._signed_in = self._read_in = signed
        self._beside.set_value(self._read_in)
        return note.companion() if self._read_in == note.other_language() else note.letter()

    def _live(self) -> Letter | None:
        assert self._case is not None and self._kind is not None
        return live_letter(self._case.desk, self._case.situation, self._kind)

    def _is_draft(self) -> bool:
        """Say whether the paper on show would print as a draft; a copy in the client's own language always
        does: what is ticked as true, and sent, is the one that is signed.
        """
        if self._step is StepId.NOTE:
            reading_copy = self._read_in != self._signed_in
            return self._case is not None and (reading_copy or is_draft(self._case))
        return self._letter is not None and self.checks.is_gating(self._letter)

    def _show_letter(self, letter: Letter | None) -> None:
        options = self._sheet_options
        if letter is None or options is None:
            self._paper.show_letter(None)
            self._show_boxes("")
            self._status.show_status(_("Nothing to show yet."), "info")
            return
        printout = lay_out(letter, size=options.size, margin=options.margin)
        self._show_marked(letter)
        self._show_boxes(page_notes(printout))
        self._status.show_status(*sheet_line(letter, printout.page_count))

    def _show_boxes(self, words: str) -> None:
        self._boxes.show_status(words)
        self._boxes.setVisible(bool(words))

    def _show_marked(self, letter: Letter) -> None:
        marks = self.checks.marks(letter)
        points = SCRIPT_POINTS if letter.kind in SCRIPTS else LETTER_POINTS
        self._paper.show_letter(letter, points=points, marks=marks, current=self.checks.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        low = self.height() < current_look().px(LOW)
        self._sheet.set_ends(LOW_ENDS if low or self.checks.current() else SHEET_ENDS)
        self.checks.set_most(round(self.height() * (LOW_SHARE if low else CHECKS_SHARE)))
        self._status.setVisible(not (low and self.checks.current()))

    def _on_finding_picked(self, number: int) -> None:
        self._fit()
        if self._letter is not None:
            self._show_marked(self._letter)
            self._paper.scroll_to(number)

    def _on_case_changed(self) -> None:
        if self._case is None or self.sender() is not self._case:
            return
        if self._step is StepId.NOTE and check_pause.waits_for_pause(self._case):
            self._wait.start(check_pause.PAUSE_MS)
        elif not self._wait.isActive():
            self._wait.start(WAIT_MS)

    def _on_case_first_wished(self, finding: LetterFinding | None) -> None:
        if finding is not None and self.sender() is self._case:
            self.front_wished.emit()
            self.checks.look_at(finding)

    def _on_beside_chosen(self, language: object) -> None:
        self._read_in = str(language)
        self.show_now()

    def _on_edit_clicked(self) -> None:
        if self._case is not None and not self._case.situation.editing:
            self.words_wished.emit(WordsWish("", block=0))

    def _on_copy_clicked(self) -> None:
        self.catch_up()
        if self._letter is not None and self._case is not None:
            draft = self._is_draft()
            copy_letter(self._letter, draft=draft)
            final = _("Copied. Paste it where it is needed.")
            self._case.said.emit(_("Copied with its first line: DRAFT.") if draft else final)
