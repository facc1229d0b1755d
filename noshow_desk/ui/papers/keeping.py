"""Saves a paper or a summary to a file, and says so when that was not possible."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.export.saving import save
from noshow_desk.i18n import _
from noshow_desk.ui.kit.dialogs import Dialogs


def save_file(dialogs: Dialogs, path: Path, content: Callable[[], bytes]) -> bool:
    """Write what `content` makes to `path`, whole or not at all; False when it was not saved (and said)."""
    try:
        save(path, content())
    except (UserError, SystemTrouble) as trouble:
        dialogs.tell(_("It was not saved"), trouble.sentence)
        return False
    return True
