"""When the letter check waits: in a long letter it would be felt at every key, so it comes at the pause."""

from __future__ import annotations

from noshow_desk.domain.blocks import to_text
from noshow_desk.ui.incident_wizard.case import Case

# Characters, about three pages: up to there a check takes less than a key does.
LONG = 8_000
# Longer than between two keys, shorter than it takes to reach a button.
PAUSE_MS = 500


def waits_for_pause(case: Case) -> bool:
    """Say whether what is shown of the check of the note waits until nothing is typed for PAUSE_MS.

    Every way out looks anew, whatever is shown by then.
    """
    if not case.typed:
        return False
    letter = case.note.letter()
    return letter is not None and len(to_text(letter)) > LONG
