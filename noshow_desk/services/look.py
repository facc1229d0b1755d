"""How the unlock screen looks and speaks: the few settings that are kept outside the vault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.settings import SETTINGS, Settings, checked
from noshow_desk.storage.replace import write_by_replace

if TYPE_CHECKING:
    from noshow_desk.services.desk import Desk

LOOK_NAME = "look.json"
MOST_BYTES = 10_000


def look_of(folder: Path) -> Settings:
    """Return the settings kept in plain text beside the vault in `folder`; defaults for what cannot be read.

    They say nothing about a person: language, colours, size of the text.
    """
    try:
        with (folder / LOOK_NAME).open("rb") as file:
            content = json.loads(file.read(MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return Settings(_believable(content) if isinstance(content, dict) else {})


def keep_look(desk: Desk) -> None:
    """Let the unlock screen look and speak as the vault says: it may know of another choice, or of none.

    Where that cannot be written the next opening tries again.
    """
    path, wanted = desk.folder / LOOK_NAME, _look_bytes(desk.settings)
    try:
        if not path.is_file() or path.read_bytes() != wanted:
            write_by_replace(path, wanted)
    except (OSError, UserError, SystemTrouble):
        return  # a full disk: what was done is done all the same


def _look_bytes(settings: Settings) -> bytes:
    kept = {row.key: settings.text(row.key) for row in SETTINGS if row.unlocked}
    return json.dumps(kept, indent=1).encode()


def _believable(content: dict[str, object]) -> dict[str, str]:
    values = {}
    for row in SETTINGS:
        value = content.get(row.key)
        if row.unlocked and isinstance(value, str):
            try:
                values[row.key] = checked(row.key, value)
            except UserError:
                continue
    return values
