"""The letter check under the draft: looks at the paper on show and does what the person chooses."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import PaperKind, StepId
from noshow_desk.domain.paper import KeptFinding
from noshow_desk.services.letter_finding import NOTHING, Checked, LetterFinding, alike, together
from noshow_desk.services.letter_findings import READ_AS, are_rules_read, load_rules
from noshow_desk.services.own_rules import own_rules_text
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.checks.acts import FindingActs
from noshow_desk.ui.incident_wizard.checks.finding_list import FindingList
from noshow_desk.ui.incident_wizard.checks.paper_at import PaperAt
from noshow_desk.ui.incident_wizard.paper_marks import Mark
from noshow_desk.ui.session.work import Work


class CheckPane(QWidget):
    """The findings of one paper. `picked`: the one with this number is to be seen on the paper.

    `words_wished`: words are to be changed by hand. `reworded`: they changed here, or can be checked now.
    """

    picked = Signal(int)
    words_wished = Signal(object)
    reworded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper: PaperAt | None = None
        self._acts: FindingActs | None = None
        self._checked = NOTHING
        self._reading: Work | None = None
        self.list = FindingList()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list)
        self._connect()

    def _connect(self) -> None:
        self.list.opened.connect(self.picked)
        self.list.used.connect(self._on_list_used)
        self.list.acted.connect(self._on_list_acted)
        self.list.reopened.connect(self._on_list_reopened)
        self.list.undone.connect(self._on_list_undone)

    # ------------------------------------------------------------ showing

    def show_paper(
        self, case: Case, step: StepId | None, letter: Letter | None, kind: PaperKind | None
    ) -> bool:
        """Check the paper beside a step; True when other findings are on show than before."""
        if step is None or kind is None:
            return False
        self._follow(case, step, kind)
        assert self._paper is not None and self._acts is not None
        before = self._checked
        if self._paper.is_note:
            # What is signed is checked, also while the client reads it in another language.
            letter = None if case.note.sent else case.note.letter()
        wanted = letter is not None and letter.kind in READ_AS
        self.setVisible(wanted)
        if letter is None or not wanted:
            self._checked = NOTHING
            return before != NOTHING
        own = own_rules_text(case.desk, letter.language)
        if not are_rules_read(letter.language, own):
            self._checked = NOTHING
            self._read_rules(letter.language, own)
            return before != NOTHING
        self._checked = self._paper.check(letter)
        self.list.show_checked(self._checked, partial(self._acts.offer, letter))
        self.list.name_undo(self._acts.undo_name())
        return before != self._checked

    def checked(self) -> Checked:
        """Return what was found in the paper on show."""
        return self._checked

    def is_gating(self, letter: Letter) -> bool:
        """Say whether something has to be put right before the script on show is final."""
        if self._paper is None or letter.kind not in READ_AS:
            return False
        return bool(self._paper.check(letter).gating)

    def marks(self, letter: Letter) -> list[Mark]:
        """Return where the findings stand on `letter`; none on the same words in another language."""
        if self._paper is None or (self._paper.is_note and letter != self._paper.case.note.letter()):
            return []
        marks = []
        for number, group in enumerate(together(self._checked.open), 1):
            places = tuple(place for one in group for place in one.places)
            marks.append(Mark(number, places, group[0].gates))
        return [mark for mark in marks if mark.places]

    def current(self) -> int:
        """Return the number of the finding that is open in the list; 0 for none."""
        return self.list.current()

    def looked_at(self) -> tuple[str, str] | None:
        """Return what the open finding is known by; None while none is open."""
        return self.list.looked_at()

    def pick(self, number: int) -> None:
        """Open the finding with this number."""
        self.list.pick(number)

    def look_at(self, finding: LetterFinding) -> None:
        """Open this finding, with the keyboard on it."""
        self.list.look_at(finding.key)

    def set_most(self, pixels: int) -> None:
        """Let the findings be so high at most."""
        self.list.set_most(pixels)

    # ------------------------------------------------------------ inside

    def _follow(self, case: Case, step: StepId, kind: PaperKind) -> None:
        before = self._paper
        if before is not None and (before.case, before.step) == (case, step):
            return
        if before is None or before.case is not case:
            case.loaded.connect(self._on_case_loaded)
        if self._acts is not None:
            self._acts.deleteLater()
        self._paper = PaperAt(case, step, kind)
        self._acts = FindingActs(self._paper, self)
        self._acts.words_wished.connect(self.words_wished)
        self._acts.reworded.connect(self.reworded)
        self._acts.undo_named.connect(self.list.name_undo)
        self._checked = NOTHING
        self.list.forget()

    def _read_rules(self, language: str, own: str) -> None:
        """Read the rules in a thread; the paper is checked once they are there."""
        self.list.show_waiting()
        if self._reading is None:
            self._reading = Work(partial(load_rules, language, own=own), self)
            self._reading.done.connect(self._on_rules_read)
            self._reading.start()

    def _on_rules_read(self, _nothing: object) -> None:
        self._reading = None
        self.reworded.emit()

    def _on_case_loaded(self) -> None:
        if self._paper is not None:
            self._paper.forget()
            self.list.forget()

    def _on_list_used(self, finding: LetterFinding, sentence: str) -> None:
        if self._acts is not None:
            self._acts.use(finding, sentence)

    def _on_list_acted(self, finding: LetterFinding, verb: str) -> None:
        if self._acts is not None:
            self._acts.act(finding, verb, alike(self._checked, finding))

    def _on_list_reopened(self, kept: KeptFinding) -> None:
        if self._acts is not None:
            self._acts.open_again(kept)

    def _on_list_undone(self) -> None:
        if self._acts is not None:
            self._acts.undo()
            self.reworded.emit()
