"""The phrase bank: ways to say it, by purpose and in two or three registers (R15)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.i18n import _
from noshow_desk.letters.phrase_marks import Mark, marks_of
from noshow_desk.letters.phrases import PURPOSES, REGISTERS, Phrase, Purpose, Register, phrases, purposes_on
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.incident_wizard.spelling import OWN_WORDS
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.fields import Form
from noshow_desk.ui.kit.inputs import ComboField
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.options import Segmented
from noshow_desk.ui.kit.rows import RowList, RowWords


class PhraseBank(CaseBlock):
    """Pick a purpose and a register; "Use" puts a phrase into the client's own sentence, which the letters
    repeat. One that would not be true there is read aloud only.

    With `use` the phrase goes there instead.
    """

    def __init__(
        self, case: Case, parent: QWidget | None = None, *, use: Callable[[str], None] | None = None
    ) -> None:
        super().__init__(case, parent)
        self._use, self._elsewhere = use or self._add_to_own_words, use is not None
        self._purposes: tuple[Purpose, ...] = ()
        self._purpose = ComboField()
        self._offer(self._fitting())
        self._register = Segmented(
            _("How it sounds"),
            [Choice(key, _(text)) for key, text in REGISTERS.items()],
            value=next(iter(REGISTERS)),
        )
        self._rows = RowList()
        card = Card()
        card.add(PlainLabel(_("How to say it"), "card"))
        form = Form()
        form.add_field(_("For"), self._purpose)
        form.add_field(_("How it sounds"), self._register)
        card.add(form)
        card.add(self._rows)
        self.box.addWidget(card)
        self._connect()

    def _connect(self) -> None:
        self._purpose.chosen.connect(self._on_choice)
        self._register.chosen.connect(self._on_choice)
        self._rows.acted.connect(self._on_rows_acted)

    def show_case(self, situation: Situation) -> None:
        language = self._language(situation)
        self._offer(self._fitting())
        purpose, register = Purpose(str(self._purpose.value())), Register(str(self._register.value()))
        marks = marks_of(situation.facts, situation.now, on_paper=self._elsewhere)
        found = phrases(language, purpose, register, marks=marks)
        self._rows.show_rows([self._row(situation, phrase) for phrase in found])

    def _row(self, situation: Situation, phrase: Phrase) -> RowWords:
        facts = situation.facts
        text = phrase.said(client=facts.client.full_name, interviewer=situation.names["interviewer"])
        lasting = marks_of(facts, situation.now, on_paper=True) - {Mark.AHEAD}
        kept = self._elsewhere or phrase.when <= lasting
        second = "" if kept else _("To say in the call. It would not be true in a letter.")
        return RowWords(text, text, second, icon="message-circle", action=_("Use") if kept else "")

    def _kind(self) -> PaperKind | None:
        """Return the paper that a phrase goes into; None for a call."""
        return self.case.note.working().kind if self._elsewhere else None

    def _fitting(self) -> tuple[Purpose, ...]:
        """Return the purposes that fit that paper, or the call."""
        situation = self.case.situation
        return purposes_on(self._kind(), situation.facts, situation.now)

    def _offer(self, purposes: tuple[Purpose, ...]) -> None:
        if purposes != self._purposes:
            self._purposes = purposes
            self._purpose.set_choices([Choice(key, _(PURPOSES[key])) for key in purposes])
            if self._purpose.value() is None:
                self._purpose.set_value(purposes[0])

    def _language(self, situation: Situation) -> str:
        """Return the language of the letter that a phrase goes into, else the interviewer's."""
        letter = self.case.note.letter() if self._elsewhere else None
        return letter.language if letter is not None else situation.facts.interviewer.language

    def _on_choice(self, _value: object) -> None:
        self.show_case(self.case.situation)

    def _on_rows_acted(self, text: str) -> None:
        self._use(text)

    def _add_to_own_words(self, text: str) -> None:
        words = self.case.situation.facts.incident.own_words
        if text not in words:
            self.case.put(OWN_WORDS, f"{words} {text}".strip())
            self.case.put_elsewhere.emit()
