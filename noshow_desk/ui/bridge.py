"""The one road from widgets to services and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from noshow_desk.errors import UserError


class Bridge(QObject):
    """Runs use cases for widgets and tells everyone what changed.

    `changed` carries the Changes a service returned; `failed` a sentence for the person, and a title that
    says what did not happen ("" where nobody said). Any error but UserError is a bug or trouble of the
    machine and goes up to the one boundary in app.py.
    """

    changed = Signal(object)
    failed = Signal(str, str)

    def run(self, use_case: Callable[[], object], title: str = "") -> bool:
        """Run `use_case`, which returns its Changes; True when it went through. `title` is told when not."""
        try:
            changes = use_case()
        except UserError as trouble:
            self.failed.emit(trouble.sentence, title)
            return False
        self.changed.emit(changes)
        return True
