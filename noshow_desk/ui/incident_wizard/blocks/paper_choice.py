"""Which note, from which template, in which language."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.i18n import LANGUAGE_NAMES, _
from noshow_desk.services import papers
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.inputs import ComboField
from noshow_desk.ui.kit.question import Question
from noshow_desk.ui.templates.words import name_apart


class PaperChoice(CaseBlock):
    """The template of the note."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._template = ComboField()
        self.box.addWidget(Field(_("Template"), self._template))
        self._template.chosen.connect(self._on_template_chosen)

    def show_case(self, situation: Situation) -> None:
        note = self.case.note
        paper, template = note.working(), note.template()
        offered = note.offered(paper.language)
        self._template.set_choices([Choice(one.id, name_apart(one)) for one in offered])
        self._template.set_value(template.id if template is not None else None)
        self.setEnabled(not note.sent)

    def _on_template_chosen(self, template_id: object) -> None:
        template = next((one for one in self._offered() if one.id == template_id), None)
        if template is None or not self.case.note.keep():
            return
        paper = self.case.note.paper
        if paper is not None and paper.blocks_json and not self.case.note.sent:
            self._ask_before_replacing(template)
        else:
            self._use(template, discard=False)

    def _offered(self) -> list[Template]:
        return self.case.note.offered(self.case.note.working().language)

    def _kind_fits(self, kind: PaperKind) -> bool:
        """Make sure that there is a draft of this kind: a letter of another kind is another paper."""
        note = self.case.note
        if note.paper is not None and note.paper.kind is not kind and not note.sent:
            self.case.run(partial(papers.archive_draft, self.case.desk, paper_id=note.paper.id))
            note.forget()
        return bool(note.ensure(kind))

    def _ask_before_replacing(self, template: Template) -> None:
        question = Question(
            _("Replace the words changed by hand?"),
            _("This note was changed by hand. The other template would take the place of those words."),
            (("keep", _("Keep my words")), ("replace", _("Use the other template"))),
        )
        self.case.dialogs.ask(question, partial(self._on_replace_answered, template))

    def _on_replace_answered(self, template: Template, answer: str) -> None:
        if answer == "replace":
            self._use(template, discard=True)
        else:
            self.show_case(self.case.situation)

    def _use(self, template: Template, *, discard: bool) -> None:
        paper = self.case.note.paper if self._kind_fits(template.kind) else None
        if paper is not None:
            act = partial(
                papers.use_template,
                self.case.desk,
                paper_id=paper.id,
                template=template,
                discard_edits=discard,
            )
            self.case.run(act)


class NoteLanguage(CaseBlock):
    """The language of the note, whatever the language of the screens."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._language = ComboField([Choice(code, _(name)) for code, name in LANGUAGE_NAMES.items()])
        self.box.addWidget(Field(_("Language of the note"), self._language))
        self._language.chosen.connect(self._on_language_chosen)

    def show_case(self, situation: Situation) -> None:
        self._language.set_value(self.case.note.working().language)
        self.setEnabled(not self.case.note.sent)

    def _on_language_chosen(self, language: object) -> None:
        if self.case.note.keep() and (paper_id := self.case.note.ensure()):
            self.case.run(
                partial(papers.change_language, self.case.desk, paper_id=paper_id, language=str(language))
            )
