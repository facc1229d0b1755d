"""How the note goes: by the rule, with its reason, or another way with one's own."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.kinds import Channel
from noshow_desk.i18n import N_, _
from noshow_desk.letters.names import formal_name
from noshow_desk.services import papers
from noshow_desk.services.paper_way import way_now
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.note_draft import INPUTS
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.cards import Banner
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.kit.labels import StatusLine
from noshow_desk.ui.kit.options import Segmented

WAYS = (
    (Channel.LETTER, N_("Printed letter"), "printer"),
    (Channel.EMAIL, N_("E-mail draft"), "mail"),
    (Channel.HAND, N_("By hand"), "hand-heart"),
)
ADDRESSED = "interviewer.formal_name"


class Addressed(CaseBlock):
    """Whom the note greets, in its own language; only this paper is changed."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._line = LineField()
        self.box.addWidget(Field(_("Addressed to"), self._line))
        self._line.edited.connect(self._on_line_edited)

    def show_case(self, situation: Situation) -> None:
        paper = self.case.note.working()
        usual = formal_name(situation.facts.interviewer, paper.language)
        self._line.set_value(paper.inputs.get(ADDRESSED) or usual)
        self.setEnabled(not self.case.note.sent)

    def _on_line_edited(self, text: str) -> None:
        inputs = dict(self.case.aside(INPUTS) or {})
        self.case.put_aside(INPUTS, {**inputs, ADDRESSED: text.strip()})


class PaperWay(CaseBlock):
    """Letter, e-mail or by hand, and the sentence that explains it."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._way = Segmented(_("Send as"), [Choice(way.value, _(text), icon) for way, text, icon in WAYS])
        self._why = StatusLine("", "info")
        self.changed = Banner("", "coach", "lightbulb", _("Send it this way"))
        self.box.addWidget(Field(_("Send as"), self._way))
        self.box.addWidget(self._why)
        self.box.addWidget(self.changed)
        self._way.chosen.connect(self._on_way_chosen)
        self.changed.acted.connect(self._on_changed_acted)

    def show_case(self, situation: Situation) -> None:
        paper = self.case.note.working()
        now = way_now(self.case.desk, paper, situation.facts)
        self._way.set_value(paper.channel.value)
        self._why.show_status(now.why)
        because = _("Since this draft was begun, that has changed. {why}").format(why=now.because)
        self.changed.show_text(because, _("Send it this way"))
        self.changed.setVisible(now.better is not None)
        self.setEnabled(not self.case.note.sent)

    def _on_way_chosen(self, way: object) -> None:
        self.case.dialogs.ask_words(
            _("Another way than usual"),
            _("Why this way?"),
            _("Send it this way"),
            partial(self._on_way_reasoned, Channel(str(way))),
            hint=self._why.text(),
            needed=_("Write a reason."),
        )

    def _on_changed_acted(self) -> None:
        note = self.case.note
        if note.keep() and (paper_id := note.ensure()):
            self.case.run(partial(papers.follow_rule, self.case.desk, paper_id=paper_id))
        self.show_case(self.case.situation)

    def _on_way_reasoned(self, way: Channel, reason: str | None) -> None:
        note = self.case.note
        if reason and note.keep() and (paper_id := note.ensure()):
            self.case.run(
                partial(papers.change_channel, self.case.desk, paper_id=paper_id, channel=way, reason=reason)
            )
        self.show_case(self.case.situation)
