"""One incident on screen: its facts with what is being typed over them, kept and written as one goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import StepId
from noshow_desk.domain.practice import derive
from noshow_desk.i18n import _
from noshow_desk.services import incidents, queries, unsaved
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.incident_wizard import joined, parts
from noshow_desk.ui.incident_wizard.fact_path import Plain
from noshow_desk.ui.incident_wizard.fields import ASIDE, Field, StepPage, apply, shown_value
from noshow_desk.ui.incident_wizard.note_draft import EDITING, NoteDraft
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.kept_form import KeptForm
from noshow_desk.ui.word_book import WordBook


class Case(QObject):
    """The one thing that pages and their blocks read from and write to.

    `changed`: the situation is another one (typed or saved). `loaded`: the facts were read anew.
    `put_elsewhere`: a block changed what a field shows.
    `kept`: what was typed is safe, at this moment. `step_wished`: a block asks for another step.
    `first_wished`: the finding that is to be put right first is to be shown; None for the ticks.
    `begun`: another paper was begun, so the page is looked at from its top.
    `gone`: the incident is there no more (its report was undone). `said`: a quiet word for the status line.
    """

    changed = Signal()
    loaded = Signal()
    put_elsewhere = Signal()
    kept = Signal(object)
    step_wished = Signal(object)
    first_wished = Signal(object)
    begun = Signal()
    gone = Signal()
    wished = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        incident_id: str,
        fields: Iterable[Field],
        dialogs: Dialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.bridge, self.incident_id, self.dialogs = desk, bridge, incident_id, dialogs
        self._fields: Mapping[str, Field] = {field.path: field for field in fields}
        self._typed: dict[str, Plain] = {}
        self._form_key = ""
        self._kept_once = False
        self._form = KeptForm(self._keep, self)
        self.over = self._asleep = False
        self.note = NoteDraft(self)
        self.words = WordBook(desk, bridge, self)
        self._saved = queries.facts(desk, incident_id)
        self.situation = self._look()
        bridge.changed.connect(self._on_bridge_changed)

    def sleep(self) -> None:
        """The page was left and all is written: do not follow the vault, which may be closed next."""
        self._asleep = True
        self.words.rest()

    def wake(self) -> None:
        """The page is shown again: read what may have changed meanwhile."""
        if self._asleep:
            self._asleep = False
            self.words.follow()
            self._read_anew(check=True)

    def close(self) -> None:
        """Let go of the incident: keep what is typed, listen no more."""
        self.flush()
        self.over = True
        self.words.rest()
        self.bridge.changed.disconnect(self._on_bridge_changed)

    # ------------------------------------------------------------ reading

    @property
    def resting(self) -> bool:
        """Whether nothing is to be read or written: the page was left or closed, the vault may be shut."""
        return self.over or self._asleep

    @property
    def saved(self) -> CaseFacts:
        """Return the facts as they stand in the vault."""
        return self._saved

    @property
    def typed(self) -> Mapping[str, Plain]:
        """Return what is typed and not written yet."""
        return self._typed

    def value(self, field: Field) -> Plain:
        """Return what the widget of `field` shows."""
        return shown_value(self._saved, self._typed, field)

    def aside(self, name: str) -> Plain:
        """Return what was typed for an act that is not recorded yet; None when nothing was."""
        return self._typed.get(ASIDE + name)

    # ------------------------------------------------------------ typing

    def open_form(self, page: StepPage) -> bool:
        """Begin to type on `page`; True when something unsaved from before was put back."""
        self._form_key = form_key(self.incident_id, page.step)
        row = unsaved.unsaved_form(self.desk, self._form_key)
        self._typed = dict(row.payload) if row is not None else {}
        self._kept_once = row is not None
        self.refresh()
        return bool(self._typed)

    def put_field(self, field: Field, value: Plain) -> None:
        """Take what a person typed or chose in a field."""
        self.put(field.path, value)

    def put(self, path: str, value: Plain) -> None:
        """Take what a person typed or chose for the fact at `path`."""
        if self._typed.get(path, self) == value:
            return
        self._typed |= joined.begun(self._typed, path, value, self.desk.now())
        self._typed[path] = value
        if not self.desk.read_only:
            self._form.touch()
        self.refresh()

    def put_aside(self, name: str, value: Plain) -> None:
        """Take what a person typed for an act that is recorded later; None forgets it."""
        self.put(ASIDE + name, value)

    def drop_asides(self, *names: str) -> None:
        """Forget what was typed for acts that are recorded now."""
        for name in names:
            self._typed.pop(ASIDE + name, None)

    def flush(self) -> None:
        """Keep what is typed, now (focus lost, window left, lock, close)."""
        self._form.flush()

    def write(self) -> bool:
        """Write everything typed on the page; False when something has to be put right first."""
        if self.desk.read_only or self.resting:
            return True
        return self.note.keep() and self.write_facts()

    def write_facts(self) -> bool:
        """Write the page's facts and drop its form, in one transaction; False when something is wrong."""
        if not self._typed and not self._kept_once:
            return True
        facts = self.situation.facts
        with_name = str(self._typed.get("granted.with_name") or "")
        if not all(self.run(act) for act in parts.acts(self.desk, self._saved, facts, with_name)):
            self._form.flush()
            return False
        use_case = partial(
            incidents.save_incident, self.desk, incident=facts.incident, form_key=self._form_key
        )
        if not self.bridge.run(use_case, _("It was not recorded")):
            self._form.flush()
            return False
        self._form.forget()
        self._kept_once = False
        self._leave_asides()
        self.kept.emit(self.desk.now())
        return True

    def run(self, use_case: Callable[[], Changes], title: str = "") -> bool:
        """Record an act of its own (one click); what is typed on the page stays typed. `title` says what did
        not happen when it could not be recorded.
        """
        done = self.bridge.run(use_case, title or _("It was not recorded"))
        if done and not self.over:
            self.kept.emit(self.desk.now())
        return done

    # ------------------------------------------------------------ inside

    def refresh(self) -> None:
        """Look again: something was typed, or time has passed."""
        self.situation = self._look()
        self.changed.emit()

    def _look(self) -> Situation:
        now = self.desk.now()
        facts = apply(self._saved, self._typed, self._fields, now)
        facts = joined.overlay(facts, self._typed, now)
        return Situation(
            facts=facts,
            derived=derive(facts, now, self.desk.rules),
            now=now,
            crisis_numbers=self.desk.settings.words("crisis_numbers"),
            editing=bool(self._typed.get(ASIDE + EDITING)),
        )

    def _keep(self) -> None:
        unsaved.keep_unsaved(self.desk, form_key=self._form_key, payload=self._typed)
        self._kept_once = True
        self.kept.emit(self.desk.now())

    def _leave_asides(self) -> None:
        """Keep half-typed acts for the next visit: leaving a page must not lose them."""
        asides = {path: value for path, value in self._typed.items() if path.startswith(ASIDE) and value}
        self._typed = asides | joined.unwritten(self._saved, self._typed)
        if self._typed:
            self._keep()
        self.refresh()

    def _on_bridge_changed(self, changes: Changes) -> None:
        if self._asleep:
            return
        ours = changes.touches(
            clients=frozenset({self._saved.client.id}), incidents=frozenset({self.incident_id})
        )
        if ours or self._saved.interviewer.id in changes.interviewers or changes.settings or changes.profile:
            self._read_anew(check=changes.everything)

    def _read_anew(self, *, check: bool) -> None:
        if check and not self._is_there():  # the report itself was undone
            self.over = True
            self.gone.emit()
            return
        self._saved = queries.facts(self.desk, self.incident_id)
        self.note.forget()
        self.refresh()
        self.loaded.emit()

    def _is_there(self) -> bool:
        rows = queries.incidents_of(self.desk, self._saved.client.id)
        return any(row.incident_id == self.incident_id for row in rows)


def form_key(incident_id: str, step: StepId) -> str:
    """Return the key under which what is typed on a step is kept."""
    return f"incident:{incident_id}:{step.value}"
