"""Saves a paper or a summary to a file, and says so when that was not possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.export.saving import save
from noshow_desk.i18n import _
from noshow_desk.ui.kit.dialogs import Dialogs


def save_file(dialogs: Dialogs, path: Path, content: Callable[[], bytes]) -> bool:
    """Write what `content` makes to `path`, whole or not at all; False when it was not saved (and said)."""
    return save_made(dialogs, path, content) is not None


def save_made(dialogs: Dialogs, path: Path, content: Callable[[], bytes]) -> bytes | None:
    """Do as `save_file` does; return the bytes that were written, None when it was not saved (and said)."""
    with saying_trouble(dialogs, _("It was not saved")):
        made = content()
        save(path, made)
        return made
    return None


@contextmanager
def saying_trouble(dialogs: Dialogs, title: str) -> Iterator[None]:
    """Tell what a person can put right in the block, under `title`; what follows in it is left out."""
    try:
        yield
    except (UserError, SystemTrouble) as trouble:
        dialogs.tell(title, trouble.sentence)
