"""What the note of a case asks of the case it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.fact_path import Plain
from noshow_desk.ui.incident_wizard.situation import Situation


class NoteCase(Protocol):
    """What a note asks of the case it belongs to."""

    desk: Desk
    incident_id: str
    situation: Situation

    @property
    def saved(self) -> CaseFacts:
        """Return the facts as they stand in the vault."""

    def aside(self, name: str) -> Plain:
        """Return what was typed for the note and is not recorded yet."""

    def drop_asides(self, *names: str) -> None:
        """Forget it: it is recorded now."""

    def run(self, use_case: Callable[[], Changes]) -> bool:
        """Record an act; False when it has to be put right first."""
