"""What is asked before a case summary leaves: to whom, what for, and what may go with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from noshow_desk.domain.formats import FORMATS
from noshow_desk.domain.summary import Summary, SummaryOptions
from noshow_desk.i18n import _, language
from noshow_desk.ui.kit.checks import CheckBox
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.inputs import ComboField, LineField
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.languages import language_choices
from noshow_desk.ui.kit.options import Segmented


class SummaryForm(QWidget):
    """The options of a summary; `changed` comes with every one of them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recipient, self.purpose, self.authority = LineField(), LineField(), LineField()
        self.inside = CheckBox(_("With inside notes"), _("The client's own words and what lies inside."))
        self.private = CheckBox(_("With private notes"), _("Notes of every kind."))
        self.sensitive = CheckBox(_("With supervision or court, safety and illness"))
        self.language = Segmented(_("Language of the summary"), language_choices(), value=language())
        self.format = ComboField(
            [Choice(row.key, _(row.name)) for row in FORMATS if row.summaries], value="pdf"
        )
        self.leaves = PlainLabel("", "hint", wrap=True)
        self.stays = PlainLabel("", "hint", "muted", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(10)
        box.addWidget(Field(_("&To whom"), self.recipient))
        box.addWidget(Field(_("What &for"), self.purpose))
        box.addWidget(
            Field(_("On whose &authority"), self.authority, _("For example: the client's signed release"))
        )
        for tick in (self.inside, self.private, self.sensitive):
            tick.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # wraps
            box.addWidget(tick)
        box.addWidget(self.language)
        box.addWidget(Field(_("As"), self.format))
        box.addWidget(PlainLabel(_("This leaves"), "label"))
        box.addWidget(self.leaves)
        box.addWidget(PlainLabel(_("This stays here"), "label"))
        box.addWidget(self.stays)
        box.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        for line in (self.recipient, self.purpose, self.authority):
            line.editingFinished.connect(self.changed)
        for tick in (self.inside, self.private, self.sensitive):
            tick.toggled.connect(self._on_picked)
        self.language.chosen.connect(self._on_picked)

    def options(self) -> SummaryOptions:
        """Return what was chosen."""
        return SummaryOptions(
            include_inside=self.inside.isChecked(),
            include_private=self.private.isChecked(),
            include_sensitive=self.sensitive.isChecked(),
            recipient=self.recipient.value(),
            purpose=self.purpose.value(),
            authority=self.authority.value(),
        )

    def show_what_leaves(self, summary: Summary) -> None:
        """Say what leaves and what stays."""
        self.leaves.setText("\n".join(f"• {row.say()}" for row in summary.leaves))
        self.stays.setText("\n".join(f"• {row.say()}" for row in summary.stays))

    def _on_picked(self, _value: object) -> None:
        self.changed.emit()
