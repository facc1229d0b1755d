"""The right of the template editor: the paper, filled from the sample or from a real incident."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.coaching.readability import grade_to_show
from noshow_desk.domain.blocks import Letter, Origin, runs, to_text, word_count
from noshow_desk.i18n import N_, _, ngettext, short_date
from noshow_desk.letters.problem import Preview, TemplateProblem
from noshow_desk.printing.preview import PaperPreview
from noshow_desk.printing.printout import lay_out
from noshow_desk.services import queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import IncidentRow
from noshow_desk.ui.kit.cards import Banner
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.inputs import ComboField
from noshow_desk.ui.kit.labels import PlainLabel, StatusLine
from noshow_desk.ui.kit.pages import Canvas
from noshow_desk.ui.theme import current_look

MOST_INCIDENTS = 30
TITLE_FROM = 300  # pixels at 100 % text
_BRACES = re.compile("[{}]").findall
_BEFORE = N_("This is the paper from before the problem. It follows the text again once that is right.")
_NOTHING = N_("No paper can be shown until the problem is put right.")


class PreviewPane(Canvas):
    """Shows a filled template; `incident_chosen` comes when another case is to fill it."""

    incident_chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Letter | None = None
        self._whole: Letter | None = None  # the last paper that was not taken in the middle of a field
        self._flaws: tuple[str, ...] | None = None  # of the last paper that was shown; None before any
        self.case = ComboField(self._cases(), value="")
        self.case.setAccessibleName(_("Filled from"))
        self.behind = Banner("", "amber", "circle-alert")
        self.behind.hide()
        self.paper = PaperPreview()
        self.status = StatusLine("")
        head = QHBoxLayout()
        head.setSpacing(12)
        self._title = PlainLabel(_("Preview"), "card", "canvas")
        head.addWidget(self._title)
        head.addWidget(self.case, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.behind)
        self.body.addWidget(self.paper, 1)
        self.body.addWidget(self.status)
        self.case.chosen.connect(self.incident_chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the name of the case where both do not fit."""
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= current_look().px(TITLE_FROM))

    def incident_id(self) -> str:
        """Return the incident to fill from, "" for the sample."""
        return str(self.case.value() or "")

    def fill_from(self, incident_id: str) -> None:
        """Choose the incident to fill from, where it is still offered."""
        before = self.case.value()
        self.case.set_value(incident_id)
        if self.case.value() is None:
            self.case.set_value(before)

    def clear(self) -> None:
        """Show no paper: that of another template must not stand beside this one's text."""
        self._shown = self._whole = self._flaws = None
        self.paper.clear()

    def show_filled(self, filled: Preview, language: str) -> None:
        """Show the paper; a text that cannot be shown leaves the last one that could, and says so."""
        parts = []
        if filled.problems:
            count = len(filled.problems)
            parts.append(ngettext("{count} problem", "{count} problems", count).format(count=count))
        if filled.letter is not None:
            self._keep(filled.letter, filled.problems)
            self._show(filled.letter)
            parts += _measures(filled.letter, language)
        else:
            self.behind.show_text(_(_BEFORE) if self._whole else _(_NOTHING))
            parts += [_("the paper from before")] if self._whole else []
            self._show(self._whole)
        self.behind.setVisible(filled.letter is None)
        self.status.show_status(" · ".join(parts), "circle-alert" if filled.problems else "circle-check")

    def _show(self, letter: Letter | None) -> None:
        if letter is not None and letter is not self._shown:
            self.paper.show_letter(letter)
            self._shown = letter

    def _keep(self, letter: Letter, problems: Sequence[TemplateProblem]) -> None:
        """Keep a paper for when the text cannot be shown: not one with half a field that is being typed.

        A problem or a loose brace that was there already before the last key is not being typed.
        """
        written = "".join(run.text for run in runs(letter) if run.origin is Origin.TEMPLATE)
        flaws = (*(one.wrong or one.message.text for one in problems), *_BRACES(written))
        if not flaws or self._flaws in (None, flaws):
            self._whole = letter
        self._flaws = flaws

    def _cases(self) -> list[Choice]:
        rows = queries.open_incidents(self._desk)[:MOST_INCIDENTS]
        sample = Choice("", _("Sample: {name}").format(name="Marcus Reed"))
        return [sample, *map(Choice, (row.incident_id for row in rows), _told_apart(rows))]


def _told_apart(rows: Sequence[IncidentRow]) -> list[str]:
    """Return the clients' names; where one stands there twice with the day of the appointment, and where that
    does not tell them apart either with who waited.
    """
    words: list[tuple[str, ...]] = [(row.client_name,) for row in rows]
    for more in (_day, _waiting):
        counts = Counter(words)
        words = [
            (*known, more(row)) if counts[known] > 1 else known
            for row, known in zip(rows, words, strict=True)
        ]
    return [" · ".join(filter(None, known)) for known in words]


def _day(row: IncidentRow) -> str:
    return short_date(row.starts.date()) if row.starts else ""


def _waiting(row: IncidentRow) -> str:
    return row.waiting_name or row.organisation


def _measures(letter: Letter, language: str) -> list[str]:
    """Return how easily a paper reads, where it has words enough to tell, and how long it is."""
    pages = lay_out(letter).page_count  # on paper; the preview is one long page
    level, words = grade_to_show(to_text(letter), language), word_count(letter)
    parts = [] if level is None else [_("Grade {grade} reading level").format(grade=level)]
    return [
        *parts,
        ngettext("{count} word", "{count} words", words).format(count=words),
        ngettext("fits {count} page", "{count} pages", pages).format(count=pages),
    ]
