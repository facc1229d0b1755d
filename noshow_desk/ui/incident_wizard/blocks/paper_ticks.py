"""R13: the client's and the caseworker's ticks, what is still open, and when the note was sent."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from noshow_desk.coaching.hints import EVERY_SENTENCE_TRUE, NOTHING_UNTRUE
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.i18n import _, clock, short_date
from noshow_desk.letters.events import WITH_REASON, gives_reason
from noshow_desk.services import papers
from noshow_desk.services.kept_words import is_told, kept_words
from noshow_desk.services.letter_finding import LetterFinding
from noshow_desk.ui.incident_wizard import check_pause
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.first_of_all import finding_behind
from noshow_desk.ui.incident_wizard.note_draft import INPUTS
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.incident_wizard.word_search import bring_into_sight
from noshow_desk.ui.kit.buttons import LinkButton, SecondaryButton
from noshow_desk.ui.kit.cards import Banner
from noshow_desk.ui.kit.checks import CheckBox
from noshow_desk.ui.kit.labels import StatusLine


class PaperTicks(CaseBlock):
    """The ticks, and one line: what is missing, or when it was sent."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        client = case.situation.names["client"]
        self._reason = CheckBox(
            _("Put the one true sentence into the letter"),
            _("Only if {client} wants it there.").format(client=client),
        )
        self._true = CheckBox(
            _("{client} says: “{sentence}”").format(client=client, sentence=EVERY_SENTENCE_TRUE.say()),
            _("Read it aloud together first. Until then it prints as DRAFT."),
        )
        self._known = CheckBox(_("You say: “{sentence}”").format(sentence=NOTHING_UNTRUE.say()))
        self._open = StatusLine("", "info")
        self._pause = QTimer(self, singleShot=True)
        self._show = LinkButton(_("Show it on the paper"))
        self._sent = Banner("", "green", "circle-check")
        self._another = SecondaryButton(_("Write another note"), "plus")
        for widget in (self._reason, self._true, self._known, self._open):
            self.box.addWidget(widget)
        self.box.addWidget(self._show, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(self._sent)
        self.box.addWidget(self._another)
        self.box.setSpacing(2)
        self._connect()

    def _connect(self) -> None:
        self._pause.timeout.connect(self._on_pause_timeout)
        self._reason.clicked.connect(self._on_reason_clicked)
        self._true.clicked.connect(self._on_tick_clicked)
        self._known.clicked.connect(self._on_tick_clicked)
        self._show.clicked.connect(self._on_show_clicked)
        self._another.clicked.connect(self._on_another_clicked)
        self.case.first_wished.connect(self._on_case_first_wished)

    def show_case(self, situation: Situation) -> None:
        note = self.case.note
        paper = note.standing()
        has_reason = bool(situation.facts.incident.true_sentence) and paper.kind is PaperKind.APOLOGY
        self._reason.setVisible(has_reason and not note.sent)
        self._reason.setChecked(gives_reason(paper.inputs))
        self._true.setChecked(paper.true_by_client_at is not None)
        self._known.setChecked(paper.nothing_untrue_at is not None)
        for widget in (self._true, self._known):
            widget.setVisible(not note.sent)
        if check_pause.waits_for_pause(self.case):
            self._pause.start(check_pause.PAUSE_MS)
        else:
            self._show_open()
        self._sent.setVisible(note.sent)
        self._another.setVisible(note.sent)
        if paper.sent_at is not None:
            at = situation.at_the_place(paper.sent_at)
            when = f"{short_date(at.date())}, {clock(at)}"
            sent = _("Sent {when}. What was sent stays as it was.").format(when=when)
            kept = [kept_words(one) for one in paper.findings_kept if is_told(one)]
            self._sent.show_text("\n".join([sent, *kept]))

    def _show_open(self) -> None:
        """Say what is to be done first."""
        self._pause.stop()
        musts = self.case.note.musts()
        self._open.show_status(musts[0].say() if musts else "")
        self._open.setVisible(bool(musts))
        self._show.setVisible(self._found_first() is not None)

    def _found_first(self) -> LetterFinding | None:
        """Return the finding that the line is about; None where it is about something else."""
        musts = self.case.note.musts()
        return finding_behind(self.case, musts[0]) if musts else None

    def _on_pause_timeout(self) -> None:
        if not self.case.resting:
            self._show_open()

    def _on_show_clicked(self) -> None:
        self.case.first_wished.emit(self._found_first())

    def _on_reason_clicked(self) -> None:
        inputs = dict(self.case.aside(INPUTS) or {})
        self.case.put_aside(INPUTS, {**inputs, WITH_REASON: "yes" if self._reason.isChecked() else "no"})

    def _on_tick_clicked(self) -> None:
        by_client, nothing_untrue = self._true.isChecked(), self._known.isChecked()
        note = self.case.note
        if not self.case.write_facts() or not note.keep() or not (paper_id := note.ensure()):
            self.show_case(self.case.situation)
            return
        self.case.run(
            partial(
                papers.confirm_true,
                self.case.desk,
                paper_id=paper_id,
                by_client=by_client,
                nothing_untrue=nothing_untrue,
            )
        )

    def _on_case_first_wished(self, finding: object) -> None:
        box = next((box for box in (self._true, self._known) if not box.isChecked()), None)
        if finding is None and box is not None:
            bring_into_sight(box)
            box.setFocus()

    def _on_another_clicked(self) -> None:
        self.case.note.begin_another()
        self.case.begun.emit()
