"""What is done about a finding: other words, none at all, kept, denied, put aside, allowed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import StepId, Topic
from noshow_desk.domain.paper import KeptFinding
from noshow_desk.i18n import _, quoted
from noshow_desk.services import paper_findings
from noshow_desk.services.changes import Changes
from noshow_desk.services.letter_finding import IN_PLACE, OLD_VALUE, LetterFinding
from noshow_desk.services.letter_fixes import added, home_of, reworded, ways_to_say
from noshow_desk.services.lost_parts import NO_SIGNATURE
from noshow_desk.services.old_values import put_in_place
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.checks.last_change import BY_HAND, LastChange
from noshow_desk.ui.incident_wizard.checks.paper_at import PaperAt
from noshow_desk.ui.incident_wizard.checks.places import step_with, typed_path, wish_for
from noshow_desk.ui.incident_wizard.checks.verbs import VERBS, Verb, VerbRow, verbs
from noshow_desk.ui.incident_wizard.fact_path import Plain, read
from noshow_desk.ui.incident_wizard.spelling import OWN_WORDS


class FindingActs(QObject):
    """The acts on the findings of one paper. `words_wished`: words are to be changed by hand, there.

    `reworded`: words were changed here. `undo_named`: what `undo` would take back by now, "" for nothing.
    """

    words_wished = Signal(object)
    reworded = Signal()
    undo_named = Signal(str)

    def __init__(self, paper: PaperAt, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self._last = LastChange(paper)
        self._named = self._words = ""
        self._topics: dict[tuple[str, str], frozenset[Topic]] = {}
        self._alike: tuple[LetterFinding, ...] = ()
        self._doing = {
            Verb.LEAVE_OUT: self.leave_out,
            Verb.CHANGE: self.change,
            Verb.CONSENT: self.record_consent,
            Verb.RECORD: self.record_reason,
            Verb.KEEP: self.keep,
            Verb.DENY: self.deny,
            Verb.ASIDE: self.put_aside,
        }
        paper.case.changed.connect(self._on_case_changed)

    @property
    def _case(self) -> Case:
        return self._paper.case

    def offer(
        self, letter: Letter, group: Sequence[LetterFinding]
    ) -> tuple[Sequence[str], Sequence[VerbRow]]:
        """Return the sentences that may be used for findings in the same words, and the buttons."""
        case, finding = self._case, group[0]
        self._topics[finding.key] = frozenset[Topic]().union(*(one.topics for one in group))
        typed = self._is_typed(finding)
        wish = wish_for(case, self._paper.step, finding)
        adds = not finding.words and self._paper.is_note
        now, facts = case.situation.now, case.situation.facts
        names = {"client": facts.client.full_name, "interviewer": case.situation.names["interviewer"]}
        ways = ways_to_say(finding, letter, names, facts=facts, now=now) if typed or adds else ()
        if finding.code in (*IN_PLACE, NO_SIGNATURE):  # also where the same stands elsewhere in the letter
            ways = (finding.suggestion,) if finding.suggestion else ()
        return ways, verbs(group, typed=typed, changeable=wish is not None)

    def act(self, finding: LetterFinding, verb: str, alike: Sequence[LetterFinding] = ()) -> None:
        """Do what a button says; what settles `finding` settles those `alike` in the same words, too."""
        self._alike = tuple(alike)
        self._doing[Verb(verb)](finding)

    # ------------------------------------------------------------ words

    def use(self, finding: LetterFinding, sentence: str) -> None:
        """Put `sentence` in the place of the finding's words, or add it where something is missing."""
        self._named, self._words = _("Use this"), sentence
        if finding.code in IN_PLACE:
            self._put_in_place(finding, sentence)
        elif finding.words:
            self._reword(finding, sentence)
        else:
            self._add(finding, sentence)

    def leave_out(self, finding: LetterFinding) -> None:
        """Take the sentence of the words out; of what the record has left, only the words themselves."""
        self._named, self._words = _(VERBS[Verb.LEAVE_OUT].text), ""
        if finding.code == OLD_VALUE:
            self._put_in_place(finding, "")
        else:
            self._reword(finding, "")

    def change(self, finding: LetterFinding) -> None:
        """Lead to the words, to be changed by hand."""
        wish = wish_for(self._case, self._paper.step, finding)
        if wish is None:
            return
        step = step_with(wish.path, self._paper.step) if wish.path else self._paper.step
        if step is not None and step is not self._paper.step:
            self._case.step_wished.emit(step)
        self.words_wished.emit(wish)

    def undo(self) -> None:
        """Take back the last change of words; what was typed since stays."""
        self._last.undo()
        self._tell_undo()

    def undo_name(self) -> str:
        """Return what `undo` would take back, as its button says it; "" for nothing."""
        return _("Undo “{act}”").format(act=self._last.name) if self._last.name else ""

    def _on_case_changed(self) -> None:
        if self._last.name:
            self._last.follow()
            self._tell_undo()

    def _tell_undo(self) -> None:
        self.undo_named.emit(self.undo_name())

    def _is_typed(self, finding: LetterFinding) -> bool:
        by_hand = self._paper.is_note and self._case.note.by_hand and bool(finding.places)
        return by_hand or bool(typed_path(finding))

    def _reword(self, finding: LetterFinding, instead: str) -> None:
        if self._paper.is_note and self._case.note.by_hand:
            done = self._reword_by_hand(finding, instead)
        else:
            done = self._reword_fact(finding, instead)
        if not done:
            self.change(finding)

    def _reword_fact(self, finding: LetterFinding, instead: str) -> bool:
        path = typed_path(finding)
        now = str(read(self._case.situation.facts, path) or "") if path else ""
        other = reworded(now, finding.words, instead)
        if other is not None:
            self._put(path, other)
        return other is not None

    def _reword_by_hand(self, finding: LetterFinding, instead: str) -> bool:
        place = finding.places[0] if finding.places else None
        other = None
        if place is not None:
            other = reworded(self._paper.text_of(place.block), finding.words, instead)
        if place is not None and other is not None:
            self._put_by_hand(place.block, other)
        return other is not None

    def _add(self, finding: LetterFinding, sentence: str) -> None:
        note = self._case.note
        letter = note.letter()
        if finding.code == NO_SIGNATURE:
            self._put(BY_HAND, note.edit_signed(sentence))
            return
        if not note.by_hand and self._paper.takes_own_words():
            now = self._case.situation.facts.incident.own_words
            self._put(OWN_WORDS, added(now, sentence))
            return
        block = home_of(finding.code, letter) if letter is not None else None
        if block is None:
            self.change(finding)
        else:
            self._put_by_hand(block, added(self._paper.text_of(block), sentence))

    def _put_in_place(self, finding: LetterFinding, instead: str) -> None:
        letter = self._case.note.letter()
        if letter is not None:
            self._put_texts(self._paper.texts_with(put_in_place(letter, finding, instead)))

    def _put_by_hand(self, block: int, text: str) -> None:
        self._put_texts(self._paper.texts_with({block: text}))

    def _put_texts(self, texts: list[str]) -> None:
        self._put(BY_HAND, self._case.note.edit_of(texts))

    def _put(self, path: str, value: Plain) -> None:
        self._last.make(self._named, path, value, self._words)
        self._tell_undo()
        self.reworded.emit()

    # ------------------------------------------------------------ settled with the paper

    def keep(self, finding: LetterFinding) -> None:
        """Ask for the client's reason, and keep the words with it."""
        client = self._case.situation.names["client"]
        self._case.dialogs.ask_words(
            _("Keep it as it is"),
            _("Why does {client} want it so?").format(client=client),
            _("Keep it"),
            partial(self._on_keep_reasoned, finding),
            hint=self._hint(finding),
            needed=_("Write the client's reason for keeping it."),
        )

    def deny(self, finding: LetterFinding) -> None:
        """Ask what the words mean, and note that they are a false alarm."""
        self._case.dialogs.ask_words(
            _("Not what it says"),
            _("What do these words mean here?"),
            _("It is a false alarm"),
            partial(self._on_denied, finding),
            hint=self._hint(finding),
            needed=_("Write what these words mean here."),
        )

    def _hint(self, finding: LetterFinding) -> str:
        """Return the words that are asked about, with what is said of them where that is several things."""
        if not finding.words:
            return finding.message
        said = dict.fromkeys(one.message for one in (finding, *self._alike)) if self._alike else ()
        return "\n".join([quoted(finding.words), *said])

    def put_aside(self, finding: LetterFinding) -> None:
        """Show a nudge no more."""
        self._settle(paper_findings.put_aside, finding)

    def open_again(self, kept: KeptFinding) -> None:
        """Take back that a finding was settled."""
        if paper_id := self._paper.kept_id():
            known = {"paper_id": paper_id, "code": kept.code, "words": kept.words}
            self._case.run(partial(paper_findings.open_again, self._case.desk, **known))

    def _on_keep_reasoned(self, finding: LetterFinding, reason: str | None) -> None:
        if reason is not None:
            self._settle(paper_findings.keep_finding, finding, reason=reason)

    def _on_denied(self, finding: LetterFinding, meaning: str | None) -> None:
        if meaning is not None:
            self._settle(paper_findings.deny_finding, finding, reason=meaning)

    def _settle(self, act: Callable[..., Changes], one: LetterFinding, **why: str) -> None:
        alike = tuple(other.key for other in self._alike)
        if paper_id := self._paper.kept_id():
            known = {"paper_id": paper_id, "code": one.code, "words": one.words}
            self._case.run(partial(act, self._case.desk, **known, **why, alike=alike))

    # ------------------------------------------------------------ put right elsewhere

    def record_consent(self, finding: LetterFinding) -> None:
        """Open the dialog in which the client's consent for this interviewer is written down, with the topics
        that these words need.
        """
        # deferred: the dialogs of the client's page are not needed to open the wizard
        from noshow_desk.ui.clients.consent_dialogs import consent_dialog

        case = self._case
        if not case.write_facts():
            return
        facts, name = case.saved, case.situation.names["interviewer"]
        if facts.interviewer.id:
            ids = facts.client.id, facts.interviewer.id
            topics = self._topics.get(finding.key, frozenset())
            case.dialogs.show(consent_dialog(case.desk, case.bridge, *ids, name, topics=topics))

    def record_reason(self, _finding: LetterFinding) -> None:
        """Lead to the reasons, where the client says which are true."""
        self._case.step_wished.emit(StepId.STORY)
