"""The template editor: fields at the left, text in the middle, the paper at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from noshow_desk.domain.template import Template
from noshow_desk.errors import NotFound
from noshow_desk.i18n import _, clock
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.services import template_typing, templates, unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.services.template_preview import preview_template
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.kept_form import KeptForm
from noshow_desk.ui.shell.page import Page
from noshow_desk.ui.templates.earlier_versions import EarlierVersions
from noshow_desk.ui.templates.editor_rooms import EditorRooms
from noshow_desk.ui.templates.finding import find_template, is_in_other_languages
from noshow_desk.ui.templates.palette import FieldPalette
from noshow_desk.ui.templates.preview_pane import PreviewPane
from noshow_desk.ui.templates.standing import LOOKING, Standing, standing_of
from noshow_desk.ui.templates.text_pane import TextPane
from noshow_desk.ui.templates.text_place import go_to_place, place_in
from noshow_desk.ui.templates.words import second_line, shown_name
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.word_book import WordBook


class TemplateEditorPage(Page):
    """Edits the template of a wish. Typing is kept every second; "Use this version" makes it the one
    in use.
    """

    compact = True
    help_topic = "templates"

    def __init__(self, desk: Desk, bridge: Bridge, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._desk = desk
        self._versions = EarlierVersions(desk, bridge, dialogs, self)
        self._template = Template()
        self._standing, self._touched = Standing(), False  # touched: something was typed in it
        self._undone = ""  # the copy whose undoing led to the shipped template on show
        self._problems: tuple[TemplateProblem, ...] = ()
        self.palette_pane = FieldPalette()
        self._words = WordBook(desk, bridge, self)
        self.text = TextPane(self._words)
        self.preview = PreviewPane(desk)
        self._kept = KeptForm(self._keep, self)
        self._rooms = EditorRooms(self, self.palette_pane, self.text, self.preview)
        self._connect()

    def _connect(self) -> None:
        self.palette_pane.wanted.connect(self._on_palette_pane_wanted)
        self.text.row_fields_changed.connect(self.palette_pane.show_row_fields)
        self.text.fields_wanted.connect(self._on_text_fields_wanted)
        self.text.edited.connect(self._on_text_edited)
        self.text.view_changed.connect(self._show_preview)
        self.text.use_wanted.connect(self._on_text_use_wanted)
        self.text.language_wanted.connect(self._on_text_language_wanted)
        self.text.versions_wanted.connect(self._on_text_versions_wanted)
        self.text.fix_wanted.connect(self._on_text_fix_wanted)
        self.text.throw_away_wanted.connect(self._on_text_throw_away_wanted)
        self._versions.restored.connect(self._on_versions_restored)
        self.preview.incident_chosen.connect(self._show_preview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to text and paper where it is narrow: there a button brings the fields."""
        super().resizeEvent(event)
        self._rooms.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Do so too when the letters become larger."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_rooms"):
            self._rooms.arrange()

    def _on_text_fields_wanted(self) -> None:
        asked = self.palette_pane.isHidden()
        self._rooms.arrange(asked=asked)
        if asked:
            self.palette_pane.box.setFocus()
        else:
            self.text.editor.setFocus()

    def _on_palette_pane_wanted(self, name: str) -> None:
        self.text.insert_field(name)
        self._rooms.arrange()
        self.text.editor.setFocus()

    def visit(self, wish: Wish) -> None:
        """Open the template that a wish names, with what was being typed in it. Raises NotFound when it is
        there no more and nothing was typed in it.
        """
        found = find_template(self._desk, wish.id)
        if found is None:
            raise NotFound(_("This template is not there any more. Choose another one."))
        self._template, self._undone = found, ""
        self._words.follow()
        typed = self._typed()
        self._touched = bool(typed)
        self.text.show_template(
            found,
            name=str(typed.get("name", shown_name(found))),
            source=str(typed.get("source", found.source)),
        )
        self.text.offer_languages(found.language, others=is_in_other_languages(self._desk, found))
        self.text.show_versions(len(templates.versions(self._desk, found.id)))
        self.text.let_write(not self._desk.read_only)
        self.palette_pane.setDisabled(self._desk.read_only)
        self.titled.emit(_("Templates"), second_line(found))
        self._look_up_standing()
        self.preview.clear()
        self._show_preview()

    def reload(self, changes: object | None) -> None:
        """Follow an undo, and "Do it again": show the version that is in use now. What is typed and
        not in use yet stays.
        """
        if not getattr(changes, "everything", False) or not self._template.id:
            return  # one's own acts here, and coming back to the page, end in a visit
        self._kept.flush()
        if self._follow_again():
            return
        before, now = self._template, find_template(self._desk, self._template.id)
        if now == before and not templates.taken_away(self._desk, before.id) and self._shows_typed():
            self._look_up_standing()
            self._show_preview()
            return
        shipped = templates.shipped_twin(before, before.language) if now is None else None
        self._look_again(shipped.id if shipped else before.id)
        self._undone = before.id if shipped else ""

    def _shows_typed(self) -> bool:
        """Say whether what was typed is what is on the screen: an undo brings words back and takes them."""
        typed, edited = self._typed(), self.edited_template()
        name, source = (
            typed.get("name", shown_name(self._template)),
            typed.get("source", self._template.source),
        )
        return not (typed or self._touched) or (edited.name, edited.source) == (name, source)

    def _look_up_standing(self) -> None:
        """Ask anew which template new papers start from, and say how this one stands to that."""
        self._standing = standing_of(self._desk, self._template)
        self._show_standing()

    def _show_standing(self) -> None:
        typed, may_write = self._is_typed(), not self._desk.read_only
        self._standing = replace(self._standing, typed=typed)
        self.text.show_standing(
            self._standing.words() if may_write else _(LOOKING),
            typed=typed and may_write,
            usable=may_write and (typed or not self._standing.in_use),
        )

    def _is_typed(self) -> bool:
        """Say whether what stands in the editor was typed and is not in use."""
        shown = replace(self._template, name=shown_name(self._template))
        return self._touched and (self._standing.gone or self.edited_template() != shown)

    def _follow_again(self) -> bool:
        """Go back to the copy that was undone and is there again; what was typed meanwhile keeps its page."""
        copy = self._undone
        if not copy or self._typed() or find_template(self._desk, copy) is None:
            return False
        self.visit(Wish("template", copy))
        return True

    def _look_again(self, template_id: str) -> None:
        """Show the template as it is by now; the list where it is there no more."""
        if find_template(self._desk, template_id) is None:
            self.wished.emit(Wish("templates"))
        else:
            self.visit(Wish("template", template_id))

    def flush(self) -> None:
        """Keep what was typed in the last moments."""
        self._kept.flush()

    def leave(self) -> bool:
        """Keep what was typed; it is there again next time. The vault may be closed next."""
        self._kept.flush()
        self._words.rest()
        return True

    def write(self) -> bool:
        """Keep what was typed, and stay."""
        self._kept.flush()
        return True

    def start(self) -> QWidget | None:
        """Return the text."""
        return self.text.editor

    def state(self) -> object:
        """Return which template is open, what fills its paper, its view and where in the text one is."""
        view = self.text.view.value()
        return [self._template.id, self.preview.incident_id(), view, *place_in(self.text.editor)]

    def restore(self, state: object) -> None:
        """Open it again, and go there."""
        if not isinstance(state, list | tuple) or len(state) != 6 or not state[0]:
            return
        template_id, incident_id, view, *place = state
        if template_id != self._template.id:
            self.visit(Wish("template", str(template_id)))
        self.text.show_view(str(view))
        go_to_place(self.text.editor, *map(int, place))
        self.preview.fill_from(str(incident_id))
        self._show_preview()

    def template_id(self) -> str:
        """Return which template is open."""
        return self._template.id

    def edited_template(self) -> Template:
        """Return the template with what stands in the editor."""
        return replace(self._template, name=self.text.name.value(), source=self.text.source())

    def _typed(self) -> dict[str, Any]:
        """Return what was typed in the template and is not in use, by field; empty when nothing was."""
        return template_typing.typed_words(self._desk, self._template)

    def _form_key(self) -> str:
        return template_typing.form_key(self._template.id)

    def _on_text_language_wanted(self, language: str) -> None:
        """Go to the same paper in another language; what was typed in this one is kept."""
        other = templates.in_other_language(self._desk, self._template, language)
        if other is not None and language != self._template.language:
            self.wished.emit(Wish("template", other.id))

    def _on_text_edited(self) -> None:
        self._touched = True
        if not self._desk.read_only:
            self._kept.touch()
        self._show_standing()
        self._show_preview()

    def _show_preview(self, _incident: object = None) -> None:
        filled = preview_template(
            self._desk, template=self.edited_template(), incident_id=self.preview.incident_id()
        )
        self._problems = filled.problems
        self.text.show_problems(filled.problems)
        self.preview.show_filled(filled, self._template.language)

    def _keep(self) -> None:
        if not self._is_typed():  # typed, and taken back by hand
            unsaved.drop_unsaved(self._desk, form_key=self._form_key())
            self.text.status.show_status("")
            return
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
            self.text.editor.setFocus()  # what is in use needs no button to use it

    def _on_text_throw_away_wanted(self) -> None:
        self._kept.flush()
        act = partial(template_typing.throw_away, self._desk, template_id=self._template.id)
        if self.bridge.run(act):
            self._look_again(self._template.id)
            self.text.editor.setFocus()

    def _on_text_versions_wanted(self) -> None:
        self._kept.flush()
        self._versions.show(self._template, easy=self.text.editor is self.text.easy)

    def _on_versions_restored(self) -> None:
        self._kept.forget()
        self.visit(Wish("template", self._template.id))

    def _on_text_fix_wanted(self, problem: TemplateProblem) -> None:
        self.text.editor.fix(problem)
        self.text.editor.setFocus()  # the button goes with the problem
