"""Which note, in which language, and how it goes: by the rule, or otherwise with a reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.i18n import N_, _
from noshow_desk.services import papers
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.note_draft import INPUTS
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.dialogs import Question
from noshow_desk.ui.kit.fields import Field, Form
from noshow_desk.ui.kit.inputs import ComboField, LineField
from noshow_desk.ui.kit.labels import StatusLine
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.options import Segmented

LANGUAGES = (Choice("en", N_("English")), Choice("es", N_("Spanish")))
WAYS = (
    (Channel.LETTER, N_("Printed letter"), "printer"),
    (Channel.EMAIL, N_("E-mail draft"), "mail"),
    (Channel.HAND, N_("By hand"), "hand-heart"),
)
ADDRESSED = "interviewer.formal_name"


class PaperChoice(CaseBlock):
    """Template, language, addressed to, way, and the sentence that explains the way."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._template = ComboField()
        self._language = ComboField([Choice(row.value, _(row.text)) for row in LANGUAGES])
        self._addressed = LineField()
        self._way = Segmented(_("Send as"), [Choice(way.value, _(text), icon) for way, text, icon in WAYS])
        self._why = StatusLine("", "info")
        form = Form()
        form.add_field(_("Template"), self._template)
        form.add_field(_("Language of the note"), self._language)
        form.add_field(_("Addressed to"), self._addressed)
        self.box.addWidget(form)
        self.box.addWidget(Field(_("Send as"), self._way))
        self.box.addWidget(self._why)
        self._connect()

    def _connect(self) -> None:
        self._template.chosen.connect(self._on_template_chosen)
        self._language.chosen.connect(self._on_language_chosen)
        self._addressed.edited.connect(self._on_addressed_edited)
        self._way.chosen.connect(self._on_way_chosen)

    def show_case(self, situation: Situation) -> None:
        note = self.case.note
        paper, template = note.working(), note.template()
        offered = note.offered(paper.language)
        self._template.set_choices([Choice(one.id, _(one.name)) for one in offered])
        self._template.set_value(template.id if template is not None else None)
        self._language.set_value(paper.language)
        self._addressed.set_value(paper.inputs.get(ADDRESSED) or situation.facts.interviewer.formal_name)
        self._way.set_value(paper.channel.value)
        self._why.show_status(paper.channel_reason)
        self.setEnabled(not note.sent)

    def _on_addressed_edited(self, text: str) -> None:
        inputs = dict(self.case.aside(INPUTS) or {})
        self.case.put_aside(INPUTS, {**inputs, ADDRESSED: text.strip()})

    # ------------------------------------------------------------ template

    def _on_template_chosen(self, template_id: object) -> None:
        template = next((one for one in self._offered() if one.id == template_id), None)
        if template is None or not self.case.note.keep():
            return
        if not self._kind_fits(template.kind):
            return
        paper = self.case.note.paper
        if paper is not None and paper.blocks_json:
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
        paper = self.case.note.paper
        if paper is not None:
            act = partial(
                papers.use_template,
                self.case.desk,
                paper_id=paper.id,
                template=template,
                discard_edits=discard,
            )
            self.case.run(act)

    # ------------------------------------------------------------ language and way

    def _on_language_chosen(self, language: object) -> None:
        if self.case.note.keep() and (paper_id := self.case.note.ensure()):
            self.case.run(
                partial(papers.change_language, self.case.desk, paper_id=paper_id, language=str(language))
            )

    def _on_way_chosen(self, way: object) -> None:
        paper = self.case.note.working()
        if way == paper.channel.value:
            return
        self.case.dialogs.ask_words(
            _("Another way than usual"),
            _("Why this way?"),
            _("Send it this way"),
            partial(self._on_way_reasoned, Channel(str(way))),
            hint=paper.channel_reason,
        )

    def _on_way_reasoned(self, way: Channel, reason: str | None) -> None:
        if reason and self.case.note.keep() and (paper_id := self.case.note.ensure()):
            act = partial(
                papers.change_channel, self.case.desk, paper_id=paper_id, channel=way, reason=reason
            )
            self.case.run(act)
        self.show_case(self.case.situation)
