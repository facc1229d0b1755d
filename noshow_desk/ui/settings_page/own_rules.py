"""The card on which an agency's own rule files for the letter check are taken in, shown and taken out."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk import i18n
from noshow_desk.domain.file_names import safe_file_name
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.export.saving import save
from noshow_desk.i18n import N_, _
from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_findings import load_rules
from noshow_desk.services.own_rules import (
    SUFFIX,
    OwnRules,
    example_rules,
    own_rules,
    read_own_rules,
    take_out_own_rules,
    take_own_rules,
)
from noshow_desk.services.own_rules_language import doubt
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import LinkButton, SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.session.work import Work

# To add a language: a row here, and resources/letter_rules/example_<language>.toml.
LANGUAGES = (("en", N_("For papers in English")), ("es", N_("For papers in Spanish")))
_NONE = N_("No words of your own yet.")
_WAIT = N_("Reading the file …")


class OwnRulesRow(QWidget):
    """The file for one language. `wished`, `example_wished` and `removed` tell what was clicked."""

    wished = Signal(str)
    example_wished = Signal(str)
    removed = Signal(str)

    def __init__(self, language: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.state = PlainLabel("", wrap=True)
        self.doubt = PlainLabel("", "hint", "amber", wrap=True)
        self.error = PlainLabel("", "hint", "red", wrap=True)
        self.choose_button = SecondaryButton(_("Choose a file…"), "folder-open")
        self.remove_button = SecondaryButton(_("Take out"))
        self.example_button = LinkButton(_("Save an example…"))
        for button in (self.choose_button, self.remove_button, self.example_button):
            button.setAccessibleDescription(title)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP // 2)
        for label in (PlainLabel(title, "label", wrap=True), self.state, self.doubt, self.error):
            box.addWidget(label)
        row = QHBoxLayout()
        for button in (self.choose_button, self.remove_button, self.example_button):
            row.addWidget(button)
        row.addStretch(1)
        box.addLayout(row)
        self._connect()

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._on_choose_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self.example_button.clicked.connect(self._on_example_clicked)

    def show_own(self, own: OwnRules | None) -> None:
        """Say which file is in use, since when, what it adds, and whether it may be for other papers."""
        self.choose_button.setEnabled(True)
        self.remove_button.setVisible(own is not None)
        self.state.setText(_(_NONE) if own is None else _told(own))
        self.doubt.setText("" if own is None else doubt(own, self.language))
        self.doubt.setVisible(bool(self.doubt.text()))

    def show_reading(self) -> None:
        """Say that a file is being read."""
        self.show_error("")
        self.doubt.hide()
        self.state.setText(_(_WAIT))

    def show_error(self, sentence: str) -> None:
        """Say what is wrong with a file; "" takes it back."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _on_choose_clicked(self) -> None:
        self.wished.emit(self.language)

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self.language)

    def _on_example_clicked(self) -> None:
        self.example_wished.emit(self.language)


class OwnRulesCard(Card):
    """A row for each language of papers. Files are read in a thread, and taken in when nothing is wrong."""

    def __init__(self, desk: Desk, bridge: Bridge, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(_("Your own words for the letter check"), "spell-check", parent)
        self._desk, self._bridge, self._dialogs = desk, bridge, dialogs
        self._reading = ""
        words = _(
            "A file adds names, words and rules of your town to the check of every paper. It is copied into "
            "the vault, so that it goes along in your backups."
        )
        self.add(PlainLabel(words, "hint", "muted", wrap=True))
        self.rows = {language: OwnRulesRow(language, _(title)) for language, title in LANGUAGES}
        for row in self.rows.values():
            row.show_error("")
            self.add(row)
        self._connect()
        self.reload()

    def _connect(self) -> None:
        for row in self.rows.values():
            row.wished.connect(self._on_row_wished)
            row.removed.connect(self._on_row_removed)
            row.example_wished.connect(self._on_row_example_wished)

    def reload(self) -> None:
        """Show which files are in use."""
        for language, row in self.rows.items():
            row.show_own(own_rules(self._desk, language))

    def _on_row_wished(self, language: str) -> None:
        self._dialogs.choose_file(_("Choose your own words"), _pattern(), partial(self._read, language))

    def _read(self, language: str, path: Path) -> None:
        self._reading = language
        for row in self.rows.values():
            row.choose_button.setEnabled(False)
        self.rows[language].show_reading()
        work = Work(partial(_read, path, language, self._desk.today()), self)
        work.done.connect(self._on_work_done)
        work.refused.connect(self._on_work_refused)
        work.broke.connect(self._on_work_broke)
        work.start()

    def _on_work_done(self, own: OwnRules) -> None:
        take = partial(take_own_rules, self._desk, language=self._reading, own=own)
        self._bridge.run(take, _("Your own words were not taken in"))
        self.reload()

    def _on_work_refused(self, trouble: UserError) -> None:
        self.reload()
        self.rows[self._reading].show_error(trouble.sentence)

    def _on_work_broke(self, _bug: object) -> None:
        """Say that the file is no good: rules so odd that reading them breaks are not to be taken in."""
        self._on_work_refused(UserError(_("This file cannot be read. Choose another one.")))

    def _on_row_removed(self, language: str) -> None:
        self._bridge.run(partial(take_out_own_rules, self._desk, language=language))
        self.rows[language].show_error("")
        self.reload()
        self.rows[language].choose_button.setFocus()

    def _on_row_example_wished(self, language: str) -> None:
        name = safe_file_name(_("own words {language}").format(language=language), SUFFIX)
        self._dialogs.choose_target(_("Save an example"), name, _pattern(), partial(self._save, language))

    def _save(self, language: str, path: Path) -> None:
        try:
            save(path, example_rules(language))
        except SystemTrouble as trouble:
            self.rows[language].show_error(trouble.sentence)
        else:
            self.rows[language].show_error("")


def _pattern() -> str:
    """Return which files a dialog shows, and what they are called there."""
    return _("Rules of the letter check ({files})").format(files=f"*{SUFFIX}")


def _read(path: Path, language: str, today: date) -> OwnRules:
    """Read a file and make its rules ready, so that the next paper does not wait for them."""
    own = read_own_rules(path, language=language, today=today)
    load_rules(language, own=own.text)
    return own


def _told(own: OwnRules) -> str:
    since = _("{name}, since {day}").format(name=own.name, day=i18n.long_date(own.added_on, year=True))
    rules = i18n.ngettext("{count} rule", "{count} rules", own.rules).format(count=own.rules)
    words = i18n.ngettext("{count} word or phrase", "{count} words or phrases", own.words)
    return f"{since}\n{rules} · {words.format(count=own.words)}"
