"""The last change of words beside the findings: it can be taken back while its own words stand as put."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from noshow_desk.ui.incident_wizard.checks.paper_at import PaperAt
from noshow_desk.ui.incident_wizard.checks.stretch import Stretch, between, followed, put_back
from noshow_desk.ui.incident_wizard.fact_path import Plain, read
from noshow_desk.ui.incident_wizard.fields import ASIDE
from noshow_desk.ui.incident_wizard.note_draft import WORDS

BY_HAND = ASIDE + WORDS


@dataclass(frozen=True, slots=True)
class _Change:
    """What was put where: the value of the form before and since, and the texts as they stand by now.

    `stretches` by the number of their text; the number of one that is a whole new text, as a signature is, is
    `added`.
    """

    name: str
    path: str
    before: Plain
    value: Plain
    by_hand: bool
    texts: list[str]
    stretches: Mapping[int, Stretch]
    added: int | None = None


class LastChange:
    """Follows the words of one paper after a click has changed them; typing elsewhere in them is kept."""

    def __init__(self, paper: PaperAt) -> None:
        self._paper = paper
        self._change: _Change | None = None

    @property
    def name(self) -> str:
        """Return the words of the button that made the change; "" when there is none to take back."""
        return self._change.name if self._change is not None else ""

    def make(self, name: str, path: str, value: Plain, put: str) -> None:
        """Put `value` at `path`, by the button `name`; `put` are the words that are new in it."""
        case, self._change = self._paper.case, None
        before, texts = self._value(path), self._texts(path)
        case.put(path, value)
        now = self._texts(path)
        added = len(texts) if now[:-1] == texts else None
        texts = texts if added is None else [*texts, ""]
        pairs = enumerate(zip(texts, now, strict=True)) if len(now) == len(texts) else ()
        stretches = {at: between(old, new, put) for at, (old, new) in pairs if old != new}
        self._change = _Change(name, path, before, value, case.note.by_hand, now, stretches, added)
        case.put_elsewhere.emit()

    def follow(self) -> None:
        """Look at the words again; the change stands for good once somebody typed in what it had put."""
        change, case = self._change, self._paper.case
        if change is None or case.resting:
            return
        if self._value(change.path) == change.value and case.note.by_hand == change.by_hand:
            return
        now, self._change = self._texts(change.path), None
        if not change.stretches or len(now) != len(change.texts) or case.note.by_hand != change.by_hand:
            return
        if change.added is not None and now[change.added] != change.texts[change.added]:
            return
        moved = {at: followed(one, change.texts[at], now[at]) for at, one in change.stretches.items()}
        kept = {at: one for at, one in moved.items() if one is not None}
        if len(kept) == len(moved):
            self._change = replace(change, texts=now, stretches=kept)

    def undo(self) -> None:
        """Put back what stood there before, and leave everything that was typed since."""
        self.follow()
        change, self._change = self._change, None
        if change is None:
            return
        self._paper.case.put(change.path, self._without(change))
        self._paper.case.put_elsewhere.emit()

    def _without(self, change: _Change) -> Plain:
        if self._value(change.path) == change.value:
            return change.before  # nothing was typed at all: as it was, also whether it was edited by hand
        texts = list(change.texts)
        for at, stretch in change.stretches.items():
            texts[at] = put_back(stretch, texts[at])
        return self._paper.case.note.edit_of(texts) if change.path == BY_HAND else texts[0]

    def _value(self, path: str) -> Plain:
        if path == BY_HAND:
            return self._paper.case.aside(WORDS)
        return str(read(self._paper.case.situation.facts, path) or "")

    def _texts(self, path: str) -> list[str]:
        return self._paper.case.note.texts() if path == BY_HAND else [str(self._value(path))]
