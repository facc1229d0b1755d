"""The Templates page: every template by paper and language, with a preview of the chosen one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.domain.file_names import safe_file_name
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.paper import PAPERS
from noshow_desk.domain.template import Template
from noshow_desk.i18n import _, ngettext
from noshow_desk.letters.template_file import LARGEST, SUFFIX, template_file
from noshow_desk.printing.preview import PaperPreview
from noshow_desk.services import template_typing, templates
from noshow_desk.services.desk import Desk
from noshow_desk.services.template_preview import preview_template
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.base import set_ground
from noshow_desk.ui.kit.buttons import IconButton, PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.empty import EmptyState
from noshow_desk.ui.kit.fitting import tell_in_window
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.pages import Canvas
from noshow_desk.ui.kit.row_list import RowItem, RowModel, RowView
from noshow_desk.ui.papers.keeping import save_file
from noshow_desk.ui.shell.page import Page
from noshow_desk.ui.templates.list_filters import ALL, ARCHIVED, Filter, language_choices, paper_choices
from noshow_desk.ui.templates.words import origin, second_line, shown_name
from noshow_desk.ui.theme import current_look
from noshow_desk.ui.wishes import Wish

PREVIEW_WIDTH = 420
WIDE_PREVIEW, NARROW_PREVIEW = 0.45, 0.385  # of the page, at most
CHIPS_FROM = 600  # pixels at 100 % text, beside the preview: narrower, the chips took more room than the list
PREVIEW_FROM = 500  # a narrower page has the list alone: three words a line are no preview
LEAST_LIST = 32


class TemplatesPage(Page):
    """Lists the templates; Enter or "Open" leads to the editor."""

    help_topic = "templates"

    def __init__(self, desk: Desk, bridge: Bridge, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._desk, self._dialogs = desk, dialogs
        self._templates: dict[str, Template] = {}
        self._archived: dict[str, Template] = {}
        self._typed: frozenset[str] = frozenset()  # the templates with words that are not in use
        self.count = PlainLabel("", "body", "muted", wrap=True)
        self.bring_in_button = IconButton("folder-open", _("Bring in a template from a file…"))
        self.save_button = IconButton("file-output", _("Save this template as a file…"))
        self.archive_button = IconButton("archive", _("Archive this template"))
        self.back_button = SecondaryButton(_("&Bring back"), "archive-restore")
        self.open_button = PrimaryButton(_("&Open"), "file-pen")
        self.chips = Filter(_("Show"), language_choices((), 0))
        self.kinds = Filter(_("Paper"), paper_choices())
        self.model = RowModel(parent=self)
        self.list = RowView(_("Templates"))
        self.list.setModel(self.model)
        self.list.setMinimumHeight(LEAST_LIST)
        self.none = EmptyState(
            _("No template like this"), _("Choose another language or paper above."), "file-text"
        )
        self.preview = PaperPreview()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(PlainLabel(_("Templates"), "title"))
        texts.addWidget(self.count)
        head.addLayout(texts, 1)
        head.addWidget(self.open_button)
        left = self._left = QVBoxLayout()
        left.addLayout(head)
        self._filters = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for widget in (self.chips, self.kinds):
            self._filters.addWidget(widget)
        left.addLayout(self._filters)
        left.addWidget(self.list, 1)
        left.addWidget(self.none, 1)
        below = QHBoxLayout()
        for button in (self.bring_in_button, self.save_button, self.archive_button, self.back_button):
            below.addWidget(button)
        below.addStretch(1)
        left.addLayout(below)
        canvas = self._canvas = Canvas()
        canvas.body.addWidget(PlainLabel(_("Preview with sample data"), "card", "canvas", wrap=True))
        canvas.body.addWidget(self.preview, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(canvas)
        set_ground(self, "surface")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the preview its width, less where the window is narrow; the list is what needs the height."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Do so too when the letters become larger."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_canvas"):
            self._arrange()

    def _arrange(self) -> None:
        look, ways = current_look(), QBoxLayout.Direction
        narrow = self.width() < look.px(PREVIEW_WIDTH + CHIPS_FROM)
        most = round(self.width() * (NARROW_PREVIEW if narrow else WIDE_PREVIEW))
        self._canvas.setFixedWidth(min(look.px(PREVIEW_WIDTH), most))
        self._canvas.setVisible(self.width() >= look.px(PREVIEW_FROM))
        for each in (self.chips, self.kinds):
            each.fold(narrow)
        self._filters.setDirection(ways.LeftToRight if narrow else ways.TopToBottom)
        self._filters.setSpacing(8 if narrow else 12)
        self._filters.setStretch(1, 1 if narrow else 0)  # the names of papers are the longer ones
        self.count.setVisible(not narrow)
        self._left.setContentsMargins(*((16, 12, 16, 8) if narrow else (24, 20, 20, 12)))
        self._left.setSpacing(8 if narrow else 12)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._on_filter_chosen)
        self.kinds.chosen.connect(self._on_filter_chosen)
        self.list.picked.connect(self._on_list_picked)
        self.list.opened.connect(self._open)
        self.open_button.clicked.connect(self._on_open_button_clicked)
        self.bring_in_button.clicked.connect(self._on_bring_in_button_clicked)
        self.save_button.clicked.connect(self._on_save_button_clicked)
        self.archive_button.clicked.connect(self._on_archive_button_clicked)
        self.back_button.clicked.connect(self._on_back_button_clicked)

    def reload(self, changes: object | None) -> None:
        """Read the templates again."""
        self._templates = {one.id: one for one in templates.templates(self._desk)}
        self._archived = {one.id: one for one in templates.archived(self._desk)}
        self.chips.set_choices(language_choices(self._templates.values(), len(self._archived)))
        if self.chips.value() is None:  # the last archived one is back
            self.chips.set_value(ALL)
        own = sum(not one.shipped for one in self._templates.values())
        said = ngettext("{count} templates, {own} of your own", "{count} templates, {own} of your own", own)
        self.count.setText(said.format(count=len(self._templates), own=own))
        self._show()

    def visit(self, _wish: Wish) -> None:
        """Mark what was typed meanwhile: forms are kept without an act, so that no reload tells of it."""
        if self._typed != template_typing.typed_in(self._desk):
            self._show()

    def start(self) -> QWidget | None:
        """Return the list."""
        return self.list

    def state(self) -> object:
        """Return the chosen template."""
        return self.list.key()

    def restore(self, state: object) -> None:
        """Choose it again."""
        self.list.pick(self.model.row_of(str(state)))

    def _show(self) -> None:
        key, at = self.list.key(), max(self.list.currentIndex().row(), 0)
        shown = self._shown()
        idle, self._typed = templates.not_in_use(self._desk), template_typing.typed_in(self._desk)
        rows = [_item(one, in_use=one.id not in idle, typed=one.id in self._typed) for one in shown]
        self.model.show_rows(rows)
        self.list.setVisible(bool(shown))
        self.none.setVisible(not shown)
        self.save_button.setEnabled(bool(shown))
        self._show_acts(any_shown=bool(shown))
        if shown:
            there = self.model.row_of(key)
            self.list.pick(there if there >= 0 else min(at, len(shown) - 1))
            self._on_list_picked(self.list.key())  # the same row may have another text by now

    def _shown(self) -> list[Template]:
        """Return the templates that the filters let through, or all that were archived, in the order of
        papers.
        """
        language, kind = self.chips.value(), self.kinds.value()
        shown = [
            one
            for one in self._templates.values()
            if language in {ALL, one.language} and kind in {ALL, one.kind}
        ]
        found = list(self._archived.values()) if language == ARCHIVED else shown
        return sorted(found, key=partial(_place, [row.kind for row in PAPERS]))

    def _show_acts(self, *, any_shown: bool) -> None:
        """Offer what can be done: templates that were archived can be brought back, and no more."""
        archived, may_write = self.chips.value() == ARCHIVED, not self._desk.read_only
        self.open_button.setEnabled(any_shown and not archived)
        self.kinds.setVisible(not archived)
        self.archive_button.setVisible(not archived)
        self.back_button.setVisible(archived)
        self.back_button.setEnabled(any_shown and may_write)
        self.bring_in_button.setEnabled(may_write)

    def _chosen(self) -> Template:
        key = self.list.key()
        return self._archived[key] if key in self._archived else self._templates[key]

    def _on_filter_chosen(self, _value: object) -> None:
        self._show()

    def _on_list_picked(self, _key: str) -> None:
        chosen = self._chosen()
        self.archive_button.setEnabled(not chosen.shipped and not self._desk.read_only)
        filled = preview_template(self._desk, template=replace(chosen, name=shown_name(chosen)))
        if filled.letter is not None:
            self.preview.show_letter(filled.letter)
        else:
            self.preview.clear()

    def _on_open_button_clicked(self) -> None:
        self._open(self.list.key())

    def _on_bring_in_button_clicked(self) -> None:
        pattern = f"{_('Templates')} (*{SUFFIX})"
        self._dialogs.choose_file(_("Bring in a template"), pattern, self._bring_in)

    def _bring_in(self, path: Path) -> None:
        title = _("The template was not brought in")
        try:
            with path.open("rb") as file:
                content = file.read(LARGEST + 1)
        except OSError:
            self._dialogs.tell(title, _("This file cannot be read. Choose another one."))
            return
        made: list[str] = []

        def act() -> object:
            changes = templates.bring_in(self._desk, content=content)
            made.append(changes.made)
            return changes

        if self.bridge.run(act, title):
            self._lead_to(made[0])

    def _lead_to(self, template_id: str) -> None:
        """Choose a template in the list, whatever was filtered."""
        self.chips.set_value(ALL)
        self.kinds.set_value(ALL)
        self._show()
        self.list.pick(self.model.row_of(template_id))
        self.list.setFocus()

    def _on_save_button_clicked(self) -> None:
        chosen = self._chosen()
        name = safe_file_name(chosen.name, SUFFIX)
        pattern = f"{_('Templates')} (*{SUFFIX})"
        save_it = partial(self._save, chosen)
        self._dialogs.choose_target(_("Save the template"), name, pattern, save_it)

    def _save(self, template: Template, path: Path) -> None:
        if save_file(self._dialogs, path, partial(template_file, template)):
            tell_in_window(self, _("The file is saved."))

    def _on_archive_button_clicked(self) -> None:
        act = partial(templates.archive_template, self._desk, template_id=self.list.key())
        self.list.setFocus()  # the button may go with the template
        self.bridge.run(act, _("It was not archived"))

    def _on_back_button_clicked(self) -> None:
        act = partial(templates.restore_template, self._desk, template_id=self.list.key())
        self.list.setFocus()
        self.bridge.run(act, _("It was not brought back"))

    def _open(self, key: str) -> None:
        if key in self._templates:
            self.wished.emit(Wish("template", key))


def _place(order: list[PaperKind], one: Template) -> tuple[int, bool, str]:
    return order.index(one.kind), one.shipped, shown_name(one).casefold()


def _item(one: Template, *, in_use: bool, typed: bool) -> RowItem:
    stands = origin(one) if in_use else _("Yours, not in use")
    row = RowItem(one.id, shown_name(one), second_line(one), icon="file-text", chip=stands)
    if typed:
        second = " · ".join((row.second, stands))
        return replace(row, second=second, chip=_("Typed, not in use yet"), chip_tone="amber")
    return row if one.shipped or not in_use else replace(row, chip_tone="coach")
