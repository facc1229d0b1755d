"""Going back to an earlier version of the template in the editor: its dialog, and a question where needed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from noshow_desk.domain.template import Template
from noshow_desk.i18n import _
from noshow_desk.services import templates
from noshow_desk.services.desk import Desk
from noshow_desk.services.template_names import names_of_versions
from noshow_desk.services.template_typing import form_key, typed_words
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.question import Question
from noshow_desk.ui.templates.versions_dialog import VersionsDialog


class EarlierVersions(QObject):
    """Shows the versions of a template; `restored` tells that an earlier one is in use."""

    restored = Signal()

    def __init__(self, desk: Desk, bridge: Bridge, dialogs: Dialogs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge, self._dialogs = desk, bridge, dialogs
        self._template = Template()

    def show(self, template: Template, *, easy: bool) -> None:
        """Show the versions of `template`, whose typed words are kept; `easy` compares them in its words."""
        self._template = template
        found, names = templates.versions(self._desk, template.id), names_of_versions(self._desk, template.id)
        dialog = VersionsDialog(found, self._desk, names=names, easy=easy)
        dialog.restore_wanted.connect(self._on_dialog_restore_wanted)
        self._dialogs.show(dialog)

    def _on_dialog_restore_wanted(self, version_id: str) -> None:
        if not typed_words(self._desk, self._template):
            self._restore(version_id)
            return
        question = Question(
            _("Replace what you typed?"),
            _("What you typed here is not in use yet. The earlier version would take its place."),
            (("keep", _("Keep my words")), ("replace", _("Use the earlier version"))),
        )
        self._dialogs.ask(question, partial(self._on_replace_answered, version_id))

    def _on_replace_answered(self, version_id: str, answer: str) -> None:
        if answer == "replace":
            self._restore(version_id)

    def _restore(self, version_id: str) -> None:
        template_id = self._template.id
        restore = partial(
            templates.restore_version,
            self._desk,
            template_id=template_id,
            version_id=version_id,
            form_key=form_key(template_id),
        )
        if self._bridge.run(restore, _("The earlier version is not in use")):
            self.restored.emit()
