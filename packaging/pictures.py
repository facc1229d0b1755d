"""Makes the pictures of the README from made-up people at a set time: `python packaging/pictures.py`."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from noshow_desk import i18n
from noshow_desk.domain.client import Caseworker
from noshow_desk.domain.kinds import PaperKind, StepId, StepState
from noshow_desk.services import opening, queries, templates
from noshow_desk.services.desk import Desk
from noshow_desk.services.practice_data import fill_practice_vault
from noshow_desk.ui.dress import dress
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace

FOLDER = Path(__file__).resolve().parent / "pictures"
NOW = datetime(2026, 3, 10, 13, 42, tzinfo=UTC)  # Tuesday, 9:42 in New York
SIZE = (1366, 736)
PERSON = Caseworker(name="Dana Whitfield", office_name="Second Start")
# To add a picture: a row here (theme, language, names) and, for a new name, a line in `wishes`.
LOOKS = (
    ("light", "en", ("today", "client", "reach", "note", "template")),
    ("dark", "en", ("call",)),
    ("light", "es", ("note",)),
)


def now() -> datetime:
    """Return the time of every picture."""
    return NOW


def open_desk(folder: Path) -> Desk:
    """Return a practice vault with made-up people."""
    passphrase = opening.PRACTICE_PASSPHRASE
    made = opening.create_vault(
        folder, passphrase=passphrase, caseworker=PERSON, practice=True, zone="America/New_York", clock=now
    )
    fill_practice_vault(made.desk, clients=42, seed=1)
    return made.desk


def wishes(desk: Desk) -> Iterator[tuple[str, Wish]]:
    """Return each picture's name and how to get there."""
    waiting = queries.open_incidents(desk)[0]
    yield "today", Wish("today")
    yield "client", Wish("client", waiting.client_id)
    yield "reach", Wish("incident", waiting.incident_id, "reach")
    yield "call", Wish("incident", waiting.incident_id, "call")
    yield "note", Wish("incident", with_open_note(desk), "note")
    found = (one for one in templates.templates(desk) if one.kind is PaperKind.THANK_YOU)
    yield "template", Wish("template", next(found).id)


def with_open_note(desk: Desk) -> str:
    """Return an incident whose second chance was granted and whose thank-you note is still to write."""
    for row in queries.open_incidents(desk):
        granted = queries.facts(desk, row.incident_id).new_appointment is not None
        if granted and queries.derived(desk, row.incident_id).step(StepId.NOTE).state is StepState.OPEN:
            return row.incident_id
    raise LookupError("no incident waits for a note")


def take(app: QApplication, desk: Desk, theme: str, language: str, names: tuple[str, ...]) -> None:
    """Save the pictures called `names` in one theme and language."""
    i18n.set_language(language)
    dress(app, theme)
    os.utime(desk.folder / "vault.db", (NOW.timestamp(), NOW.timestamp()))  # read as "Last saved"
    workspace = Workspace(desk)
    workspace.show()
    workspace.window.set_banner("")
    workspace.window.showNormal()
    workspace.window.resize(*SIZE)
    for name, wish in wishes(desk):
        if name not in names:
            continue
        workspace.window.open(wish)
        for _turn in range(8):
            app.processEvents()
        workspace.window.grab().save(str(FOLDER / f"{name}-{theme}-{language}.png"))
    workspace.window.hide()


def main() -> int:
    """Take all pictures; return the exit code."""
    app = QApplication(sys.argv[:1])
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        desk = open_desk(Path(place) / "vault")
        for theme, language, names in LOOKS:
            take(app, desk, theme, language, names)
        opening.close(desk)
    return 0


if __name__ == "__main__":
    sys.exit(main())
