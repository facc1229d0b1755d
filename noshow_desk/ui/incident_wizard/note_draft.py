"""The note being written: which paper, in which words, before and after it is kept as a draft."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from noshow_desk.domain.blocks import Letter, letter_from_json, letter_to_json
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import CLIENT_LETTERS, DecisionChoice, PaperKind, WantsIt
from noshow_desk.domain.paper import Paper
from noshow_desk.domain.template import Template
from noshow_desk.errors import UserError
from noshow_desk.i18n import Message
from noshow_desk.services import old_values, paper_text, papers, queries, templates
from noshow_desk.services.letter_finding import NOTHING, Checked
from noshow_desk.services.letter_findings import check_draft
from noshow_desk.services.own_rules import own_rules_text
from noshow_desk.ui.incident_wizard.fact_path import Plain
from noshow_desk.ui.incident_wizard.hand_words import (
    block_texts,
    edit_value,
    edited_texts,
    letter_under,
    signed,
    with_texts,
)
from noshow_desk.ui.incident_wizard.note_case import NoteCase
from noshow_desk.ui.incident_wizard.situation import Situation

INPUTS, WORDS, EDITING = "note.inputs", "note.words", "note.editing"


def note_kind(situation: Situation) -> PaperKind:
    """Return which letter fits: a withdrawal, thanks once there is an answer, else an apology."""
    incident = situation.facts.incident
    declines = incident.decision is not None and incident.decision.choice is DecisionChoice.CLIENT_DECLINES
    if declines or incident.wants_it is WantsIt.NO:
        return PaperKind.WITHDRAWAL
    return PaperKind.THANK_YOU if situation.answer is not None else PaperKind.APOLOGY


class NoteDraft:
    """The one note of a case. Nothing is written until `keep`; what is typed lives in the case's form."""

    def __init__(self, case: NoteCase) -> None:
        self._case = case
        self._paper: Paper | None = None
        self._read = False
        self._template: Template | None = None
        self._offered: dict[str, list[Template]] = {}
        self._filled: tuple[tuple[Paper, CaseFacts], Letter | None] | None = None
        self._checked: tuple[tuple[Letter, Paper, CaseFacts, str], Checked] | None = None
        self._kept_letter: Letter | None = None
        self._typed: tuple[tuple[Plain, Paper, Plain, CaseFacts], str] | None = None

    def forget(self) -> None:
        """Read the draft anew next time: something was written."""
        self._read = False
        self._template = None
        self._offered = {}
        self._filled = self._checked = self._kept_letter = self._typed = None

    @property
    def paper(self) -> Paper | None:
        """Return the kept draft; the sent note when there is no draft; None before the first word."""
        if not self._read:
            rows = queries.papers_of_incident(self._case.desk, self._case.incident_id)
            rows = [row for row in rows if row.kind in CLIENT_LETTERS]
            drafts = [row for row in rows if row.draft] or rows
            self._paper = queries.paper(self._case.desk, drafts[0].paper_id) if drafts else None
            self._read = True
        return self._paper

    @property
    def sent(self) -> bool:
        """Say whether the note has left: it stays as it was."""
        return self.paper is not None and self.paper.sent_at is not None

    def working(self) -> Paper:
        """Return the paper as it stands on screen, with what is typed."""
        paper = self.paper or self._not_kept()
        inputs = {**paper.inputs, **(self._case.aside(INPUTS) or {})}
        return replace(paper, inputs=inputs, blocks_json=self._words(paper))

    def letter(self) -> Letter | None:
        """Return the letter as it stands on screen; None when it cannot be filled."""
        key = (self.working(), self._case.situation.facts)
        if self._filled is None or self._filled[0] != key:
            self._filled = (key, self._fill(*key))
        return self._filled[1]

    def _fill(self, paper: Paper, facts: CaseFacts) -> Letter | None:
        if paper.blocks_json:
            return letter_from_json(paper.blocks_json)
        if not paper.id:
            return self._preview(paper, paper.language)
        try:
            filled = paper_text.preview_draft(self._case.desk, paper=paper, facts=facts)
        except UserError:
            return None
        return filled if isinstance(filled, Letter) else None

    def _preview(self, paper: Paper, language: str) -> Letter | None:
        try:
            filled = paper_text.preview_paper(
                self._case.desk,
                facts=self._case.situation.facts,
                kind=paper.kind,
                language=language,
                channel=paper.channel,
                inputs=paper.inputs,
            )
        except UserError:
            return None
        return filled if isinstance(filled, Letter) else None

    def other_language(self) -> str:
        """Return the client's language where the note is in another one, else ""."""
        return self._case.situation.facts.client.reads_beside(self.working().language)

    def companion(self) -> Letter | None:
        """Return the note in the client's language, to read beside the one that is signed."""
        language = self.other_language()
        return self._preview(self.working(), language) if language else None

    def template(self) -> Template | None:
        """Return the template the note is filled from; None when there is none."""
        if self._template is None:
            self._template = self._find_template()
        return self._template

    def _find_template(self) -> Template | None:
        desk, paper = self._case.desk, self.paper
        try:
            if paper is not None:
                return templates.template_of_version(desk, paper.template_version_id)
            wanted = self._not_kept()
            return templates.template_for(
                desk,
                self._case.situation.facts,
                kind=wanted.kind,
                language=wanted.language,
                channel=wanted.channel,
            )
        except UserError:
            return None

    def offered(self, language: str) -> list[Template]:
        """Return the templates a note may be made from, in `language`."""
        if language not in self._offered:
            found = [one for one in templates.templates(self._case.desk) if one.kind in CLIENT_LETTERS]
            self._offered[language] = [one for one in found if one.language == language]
        return self._offered[language]

    def checked(self) -> Checked:
        """Return what the letter check finds in the note on screen; nothing in one that was sent."""
        letter, paper, facts = self.letter(), self.working(), self._case.situation.facts
        if letter is None or self.sent:
            return NOTHING
        desk = self._case.desk
        key = (letter, paper, facts, own_rules_text(desk, letter.language))
        if self._checked is None or self._checked[0] != key:
            found = check_draft(desk, letter, facts=facts, kept=paper.findings_kept, paper=paper)
            self._checked = (key, found)
        return self._checked[1]

    def standing(self) -> Paper:
        """Return the paper on screen with the ticks that hold: they are for the words that were kept."""
        paper = self.working()
        ticked = paper.true_by_client_at is not None or paper.nothing_untrue_at is not None
        if self.paper is None or self.sent or not ticked:
            return paper
        if self._kept_letter is None:
            self._kept_letter = self._fill(self.paper, self._case.saved)
        if self.letter() == self._kept_letter:
            return paper
        return replace(paper, true_by_client_at=None, nothing_untrue_at=None)

    def musts(self) -> tuple[Message, ...]:
        """Return what has to be done before the note on screen is final."""
        if self.paper is None or self.sent:
            return ()
        if self.letter() is None:
            return papers.missing_before_final(self._case.desk, paper_id=self.paper.id)
        facts = self._case.situation.facts
        return paper_text.musts_of(self._case.desk, self.standing(), facts, self.checked())

    # ------------------------------------------------------------ writing

    def ensure(self, kind: PaperKind | None = None) -> str:
        """Return the id of the kept draft, making it first; "" when that was not possible."""
        if self.paper is not None and (not self.sent or kind is None):
            return self.paper.id
        wanted = kind or note_kind(self._case.situation)
        made = partial(papers.draft_paper, self._case.desk, incident_id=self._case.incident_id, kind=wanted)
        self._case.run(made)
        self.forget()
        return self.paper.id if self.paper is not None else ""

    def begin_another(self) -> None:
        """Start a second note beside the one that was sent."""
        kind = note_kind(self._case.situation)
        self._case.run(
            partial(
                papers.draft_paper,
                self._case.desk,
                incident_id=self._case.incident_id,
                kind=kind,
                another=True,
            )
        )
        self.forget()

    def keep(self) -> bool:
        """Write what was typed into the draft; True when there was nothing, or it was written."""
        if self.sent or (self._case.aside(INPUTS) is None and self._case.aside(WORDS) is None):
            return True
        typed = self.working()
        paper_id = self.ensure()
        if not paper_id:
            return False
        typed = replace(
            queries.paper(self._case.desk, paper_id), inputs=typed.inputs, blocks_json=typed.blocks_json
        )
        if not self._case.run(partial(papers.save_draft, self._case.desk, paper=typed)):
            return False
        self._case.drop_asides(INPUTS, WORDS, EDITING)
        self.forget()
        return True

    # ------------------------------------------------------------ by hand

    def texts(self) -> list[str]:
        """Return the words of each block, for editing by hand; emptied ones too while they are typed."""
        letter = self.letter()
        typed = edited_texts(self._case.aside(WORDS))
        return typed or (block_texts(letter) if letter is not None else [])

    def edit_of(self, texts: list[str]) -> Plain:
        """Return what to put aside as WORDS for these words of the blocks.

        The letter they are typed over goes with them: the one that the record would make may have other parts
        by then, and what was typed belongs to its own. It remembers what the record said meanwhile.
        """
        return self._edit_over(self._under(), texts)

    def edit_signed(self, name: str) -> Plain:
        """Return what to put aside as WORDS for the letter on screen, signed with `name`."""
        return self._edit_over(*signed(self._under(), self.texts(), name))

    def _under(self) -> Letter:
        return letter_under(self._case.aside(WORDS)) or self._unedited(self.paper or self._not_kept())

    def _edit_over(self, under: Letter, texts: list[str]) -> Plain:
        desk = self._case.desk
        said = old_values.recorded(desk, self.working(), self._case.situation.facts, desk.today())
        return edit_value(old_values.remembering(under, said), texts)

    @property
    def by_hand(self) -> bool:
        """Say whether the words on screen are no longer the template's."""
        return bool(self.working().blocks_json)

    def _words(self, paper: Paper) -> str:
        """Return the blocks as they were typed by hand; the kept ones when nothing is typed."""
        words = self._case.aside(WORDS)
        if words is None:
            return paper.blocks_json
        texts = edited_texts(words)
        if not texts:
            return ""
        key = (words, paper, self._case.aside(INPUTS), self._case.situation.facts)
        if self._typed is None or self._typed[0] != key:
            under = letter_under(words) or self._unedited(paper)
            self._typed = (key, letter_to_json(with_texts(under, texts)))
        return self._typed[1]

    def _unedited(self, paper: Paper) -> Letter:
        inputs = {**paper.inputs, **(self._case.aside(INPUTS) or {})}
        filled = self._fill(replace(paper, inputs=inputs), self._case.situation.facts)
        return filled or Letter(kind=paper.kind, language=paper.language, title="", blocks=())

    def _not_kept(self) -> Paper:
        facts, desk = self._case.situation.facts, self._case.desk
        kind = note_kind(self._case.situation)
        channel, why = paper_text.way_of(desk, facts, kind, None, "")
        return Paper(
            incident_id=self._case.incident_id,
            kind=kind,
            language=paper_text.language_of(desk, facts, kind),
            channel=channel,
            channel_reason=why,
        )
