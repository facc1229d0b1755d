"""The template editor: fields at the left, text in the middle, the paper at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.template import Template
from noshow_desk.errors import NotFound
from noshow_desk.i18n import LANGUAGES, N_, _, clock
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.services import templates, unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.services.template_names import names_of_versions
from noshow_desk.services.template_preview import preview_template
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.dialogs import Dialogs, Question
from noshow_desk.ui.kit.kept_form import KeptForm
from noshow_desk.ui.shell.page import Page
from noshow_desk.ui.templates.palette import FieldPalette
from noshow_desk.ui.templates.preview_pane import PreviewPane
from noshow_desk.ui.templates.text_pane import TextPane
from noshow_desk.ui.templates.versions_dialog import VersionsDialog
from noshow_desk.ui.templates.words import second_line, shown_name
from noshow_desk.ui.theme import current_look
from noshow_desk.ui.wishes import Wish

PALETTE_WIDTH = 232
PALETTE_FROM = 1000
_STAYS = N_("What you typed stays here. It is not in use yet.")
_IDLE = N_("New papers use another one of yours. “Use this version” lets them start from this one.")
_GONE = N_("This template was taken away. “Use this version” makes a new one of what you typed.")


class TemplateEditorPage(Page):
    """Edits the template of a wish. Typing is kept every second; "Use this version" makes it the one
    in use.
    """

    compact = True
    help_topic = "templates"

    def __init__(self, desk: Desk, bridge: Bridge, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._desk, self._dialogs = desk, dialogs
        self._template = Template()
        self._undone = ""  # the copy whose undoing led to the shipped template on show
        self._problems: tuple[TemplateProblem, ...] = ()
        self.palette_pane = FieldPalette()
        self.text = TextPane()
        self.preview = PreviewPane(desk)
        self._kept = KeptForm(self._keep, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.palette_pane.setFixedWidth(current_look().px(PALETTE_WIDTH))
        row.addWidget(self.palette_pane)
        row.addWidget(self.text, 3)
        row.addWidget(self.preview, 2)
        self._connect()

    def _connect(self) -> None:
        self.palette_pane.wanted.connect(self._on_palette_pane_wanted)
        self.text.fields_wanted.connect(self._on_text_fields_wanted)
        self.text.edited.connect(self._on_text_edited)
        self.text.view_changed.connect(self._show_preview)
        self.text.use_wanted.connect(self._on_text_use_wanted)
        self.text.language_wanted.connect(self._on_text_language_wanted)
        self.text.versions_wanted.connect(self._on_text_versions_wanted)
        self.text.fix_wanted.connect(self._on_text_fix_wanted)
        self.preview.incident_chosen.connect(self._show_preview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to text and paper where it is narrow: there a button brings the fields."""
        super().resizeEvent(event)
        self._show_fields(asked=False)

    def _show_fields(self, *, asked: bool) -> None:
        """Show the fields beside the paper, or where it is narrow in its place once they were `asked` for."""
        wide = self.width() >= current_look().px(PALETTE_FROM)
        self.palette_pane.setVisible(wide or asked)
        self.preview.setVisible(wide or not asked)
        self.text.fields_button.setVisible(not wide)

    def _on_text_fields_wanted(self) -> None:
        asked = self.palette_pane.isHidden()
        self._show_fields(asked=asked)
        if asked:
            self.palette_pane.box.setFocus()
        else:
            self.text.editor.setFocus()

    def _on_palette_pane_wanted(self, name: str) -> None:
        self.text.insert_field(name)
        self._show_fields(asked=False)
        self.text.editor.setFocus()

    def visit(self, wish: Wish) -> None:
        """Open the template that a wish names, with what was being typed in it."""
        found = self._find(wish.id)
        if found is None:
            self.wished.emit(Wish("templates"))
            return
        self._template, self._undone = found, ""
        payload = self._typed()
        self.text.show_template(
            self._template,
            name=str(payload.get("name", shown_name(self._template))),
            source=str(payload.get("source", self._template.source)),
        )
        others = [code for code in LANGUAGES if code != self._template.language]
        there = [code for code in others if templates.in_other_language(self._desk, self._template, code)]
        self.text.offer_languages(self._template.language, others=bool(there))
        self.text.show_versions(len(templates.versions(self._desk, self._template.id)))
        self.titled.emit(_("Templates"), second_line(self._template))
        self.preview.clear()
        self._show_preview()
        if found.id in templates.not_in_use(self._desk):
            self.text.status.show_status(_(_IDLE))
        if templates.taken_away(self._desk, found.id):
            self.text.status.show_status(_(_GONE))

    def reload(self, changes: object | None) -> None:
        """Follow an undo, and "Do it again": show the version that is in use now. What is typed and
        not in use yet stays.
        """
        if not getattr(changes, "everything", False) or not self._template.id:
            return  # one's own acts here, and coming back to the page, end in a visit
        self._kept.flush()
        if self._follow_again():
            return
        before, now = self._template, self._find(self._template.id)
        if now == before and not templates.taken_away(self._desk, before.id):
            self._show_preview()
            return
        shipped = templates.shipped_twin(before, before.language) if now is None else None
        self.visit(Wish("template", shipped.id if shipped else before.id))
        self._undone = before.id if shipped else ""
        if now is not None and now != before and self._typed():
            self.text.status.show_status(_(_STAYS))

    def _follow_again(self) -> bool:
        """Go back to the copy that was undone and is there again; what was typed meanwhile keeps its page."""
        copy = self._undone
        if not copy or self._typed() or self._find(copy) is None:
            return False
        self.visit(Wish("template", copy))
        return True

    def leave(self) -> bool:
        """Keep what was typed; it is there again next time."""
        self._kept.flush()
        return True

    def start(self) -> QWidget | None:
        """Return the text."""
        return self.text.editor

    def state(self) -> object:
        """Return which template is open."""
        return self._template.id

    def restore(self, state: object) -> None:
        """Open it again."""
        if state and state != self._template.id:
            self.visit(Wish("template", str(state)))

    def edited_template(self) -> Template:
        """Return the template with what stands in the editor."""
        return replace(self._template, name=self.text.name.value(), source=self.text.source())

    def _find(self, template_id: str) -> Template | None:
        """Return the template; one that is gone only while something typed in it is not in use."""
        try:
            return templates.template(self._desk, template_id)
        except NotFound:
            typed = unsaved.unsaved_form(self._desk, f"template:{template_id}")
            return templates.taken_away(self._desk, template_id) if typed else None

    def _typed(self) -> dict[str, Any]:
        """Return what was being typed in the template, by field; empty when nothing was."""
        kept = unsaved.unsaved_form(self._desk, self._form_key())
        return kept.payload if kept else {}

    def _form_key(self) -> str:
        return f"template:{self._template.id}"

    def _on_text_language_wanted(self, language: str) -> None:
        """Go to the same paper in another language; what was typed in this one is kept."""
        other = templates.in_other_language(self._desk, self._template, language)
        if other is not None and language != self._template.language:
            self.wished.emit(Wish("template", other.id))

    def _on_text_edited(self) -> None:
        if not self._desk.read_only:
            self._kept.touch()
        self._show_preview()

    def _show_preview(self, _incident: object = None) -> None:
        filled = preview_template(
            self._desk, template=self.edited_template(), incident_id=self.preview.incident_id()
        )
        self._problems = filled.problems
        self.text.show_problems(filled.problems)
        self.preview.show_filled(filled, self._template.language)

    def _keep(self) -> None:
        payload = {"name": self.text.name.value(), "source": self.text.source()}
        at = unsaved.keep_unsaved(self._desk, form_key=self._form_key(), payload=payload)
        self.text.status.show_status(_("Saved {time}").format(time=clock(at)))

    def _on_text_use_wanted(self) -> None:
        self._kept.flush()
        use = partial(
            templates.use_version, self._desk, template=self.edited_template(), form_key=self._form_key()
        )
        made: list[str] = []

        def act() -> object:
            changes = use()
            made.append(changes.made)
            return changes

        if self.bridge.run(act, _("This version is not in use yet")):
            self.visit(Wish("template", made[0]))

    def _on_text_versions_wanted(self) -> None:
        found = templates.versions(self._desk, self._template.id)
        names = names_of_versions(self._desk, self._template.id)
        dialog = VersionsDialog(found, self._desk, names=names, easy=self.text.editor is self.text.easy)
        dialog.restore_wanted.connect(self._on_dialog_restore_wanted)
        self._dialogs.show(dialog)

    def _on_dialog_restore_wanted(self, version_id: str) -> None:
        self._kept.flush()
        typed = self._typed()
        shown = {"name": shown_name(self._template), "source": self._template.source}
        if not typed or {**shown, **typed} == shown:
            self._restore_version(version_id)
            return
        question = Question(
            _("Replace what you typed?"),
            _("What you typed here is not in use yet. The earlier version would take its place."),
            (("keep", _("Keep my words")), ("replace", _("Use the earlier version"))),
        )
        self._dialogs.ask(question, partial(self._on_replace_answered, version_id))

    def _on_replace_answered(self, version_id: str, answer: str) -> None:
        if answer == "replace":
            self._restore_version(version_id)

    def _restore_version(self, version_id: str) -> None:
        restore = partial(
            templates.restore_version,
            self._desk,
            template_id=self._template.id,
            version_id=version_id,
            form_key=self._form_key(),
        )
        if self.bridge.run(restore, _("The earlier version is not in use")):
            self._kept.forget()
            self.visit(Wish("template", self._template.id))

    def _on_text_fix_wanted(self, problem: TemplateProblem) -> None:
        self.text.editor.fix(problem)
