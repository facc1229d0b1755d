"""The filters above the list of templates: chips, or lists to choose from where there is little room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.paper import PAPERS
from noshow_desk.domain.template import Template
from noshow_desk.i18n import LANGUAGE_NAMES, N_, _, pgettext
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.inputs import ComboField
from noshow_desk.ui.kit.options import FilterChips, Option

ALL, ARCHIVED = "all", "archived"
_ALL_LANGUAGES = N_("All languages")  # a list of its own says what it is about


class Filter(QWidget):
    """One of several choices; `chosen` tells which one the person took."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = FilterChips(name, choices, value=ALL)
        self._list = ComboField()
        self._list.setAccessibleName(name)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self._chips, self._list):
            box.addWidget(widget)
        self.set_choices(choices)
        self.fold(False)
        self._chips.chosen.connect(self._on_chosen)
        self._list.chosen.connect(self._on_chosen)

    def fold(self, folded: bool) -> None:
        """Show a list to choose from in place of the chips."""
        self._chips.setVisible(not folded)
        self._list.setVisible(folded)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; the chosen one stays where it still exists."""
        self._chips.set_choices(choices)
        self._list.set_choices([_in_list(choice) for choice in choices])
        self._list.set_value(self.value())

    def value(self) -> object:
        """Return what is chosen, None when that is not offered any more."""
        return self._chips.value()

    def set_value(self, value: object) -> None:
        """Choose `value` without telling anyone."""
        self._chips.set_value(value)
        self._list.set_value(value)

    def options(self) -> list[Option]:
        """Return the chips, in order."""
        return self._chips.options()

    def _on_chosen(self, value: object) -> None:
        self.set_value(value)
        self.chosen.emit(value)


def language_choices(found: Iterable[Template], archived: int) -> list[Choice]:
    """Return the languages of the templates `found`, and those that are archived where there are any."""
    counts = Counter(one.language for one in found)
    names = [Choice(code, _(name), count=counts[code]) for code, name in LANGUAGE_NAMES.items()]
    put_away = [Choice(ARCHIVED, pgettext("templates", "Archived"), count=archived)] if archived else []
    return [Choice(ALL, _("All"), hint=_(_ALL_LANGUAGES), count=counts.total()), *names, *put_away]


def paper_choices() -> list[Choice]:
    """Return the papers that are made from templates."""
    from_templates = (row for row in PAPERS if row.kind is not PaperKind.SUMMARY)
    return [Choice(ALL, _("All papers")), *(Choice(row.kind, _(row.title)) for row in from_templates)]


def _in_list(choice: Choice) -> Choice:
    """Return a choice as it stands in a list: no chip beside it says what it is about."""
    return replace(choice, text=choice.hint or choice.text)
