"""The paper beside a step as the letter check needs it: its words, what was settled on it, its draft."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import PaperKind, StepId
from noshow_desk.domain.paper import KeptFinding
from noshow_desk.services import paper_text, papers
from noshow_desk.services.letter_finding import Checked
from noshow_desk.services.letter_findings import check_draft
from noshow_desk.services.own_rules import own_rules_text
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.hand_bold import STARS, with_stars
from noshow_desk.ui.incident_wizard.hand_words import block_texts
from noshow_desk.ui.incident_wizard.spelling import OWN_WORDS


class PaperAt:
    """One paper of the open case: the note of its step, or the script beside another step."""

    def __init__(self, case: Case, step: StepId, kind: PaperKind) -> None:
        self.case, self.step, self.kind = case, step, kind
        self._kept: tuple[KeptFinding, ...] | None = None
        self._seen: tuple[tuple[Letter, CaseFacts, str], Checked] | None = None

    @property
    def is_note(self) -> bool:
        """Say whether it is the client's letter; a script is only read aloud."""
        return self.step is StepId.NOTE

    def forget(self) -> None:
        """Read what was settled anew: something was written."""
        self._kept = self._seen = None

    def check(self, letter: Letter) -> Checked:
        """Return what the check finds in the paper on screen."""
        if self.is_note:
            return self.case.note.checked()
        desk = self.case.desk
        key = (letter, self.case.situation.facts, own_rules_text(desk, letter.language))
        if self._seen is None or self._seen[0] != key:
            found = check_draft(desk, letter, facts=key[1], kept=self._settled())
            self._seen = (key, found)
        return self._seen[1]

    def kept_id(self) -> str:
        """Return the id of the draft that findings are settled on, made first; "" when it cannot be."""
        case = self.case
        if not case.write_facts():
            return ""
        if self.is_note:
            return case.note.ensure() if case.note.keep() else ""
        case.run(partial(papers.draft_paper, case.desk, incident_id=case.incident_id, kind=self.kind))
        draft = paper_text.open_draft(case.desk, case.incident_id, self.kind)
        return draft.id if draft is not None else ""

    # ------------------------------------------------------------ words by hand

    def takes_own_words(self) -> bool:
        """Say whether the template has a place for the client's own sentence."""
        from noshow_desk.letters.fill import fields_used  # deferred: loads Jinja, 50 ms

        template = self.case.note.template()
        return template is not None and OWN_WORDS in fields_used(template.source)

    def text_of(self, block: int) -> str:
        """Return the words of a block of the letter on screen."""
        letter = self.case.note.letter()
        return block_texts(letter)[block] if letter is not None else ""

    def texts_with(self, changed: Mapping[int, str]) -> list[str]:
        """Return the words of all blocks, with others in the blocks that are seen there."""
        letter, texts = self.case.note.letter(), self.case.note.texts()
        seen = [at for at, words in enumerate(texts) if words.strip()]
        for block, text in changed.items():
            starred = letter is not None and STARS in texts[seen[block]]
            texts[seen[block]] = with_stars(letter.blocks[block], text) if letter and starred else text
        return texts

    def _settled(self) -> tuple[KeptFinding, ...]:
        if self._kept is None:
            draft = paper_text.open_draft(self.case.desk, self.case.incident_id, self.kind)
            self._kept = draft.findings_kept if draft is not None else ()
        return self._kept
