"""What "Your data" says of the state of things, line by line: icon, tone and sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from noshow_desk.i18n import _, near
from noshow_desk.services.backup_state import BackupState
from noshow_desk.services.queries.rows import DataSafety

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the name of an icon, its tone ("green", "amber", "muted"), and the sentence."""

    icon: str
    tone: str
    text: str


def place_lines(safety: DataSafety, today: date, encrypted: bool | None, *, asking: bool) -> Iterator[Line]:
    """Yield where the vault is, how large, when it was last saved, and what is known of the disk."""
    yield Line("folder-open", "muted", safety.folder)
    size = _("One encrypted file, {size} MB.").format(size=f"{max(safety.size / MB, 0.1):.1f}")
    yield Line("lock", "green", size)
    if safety.saved_at is not None:
        yield Line("save", "green", _("Last saved: {when}.").format(when=near(safety.saved_at, today)))
    yield _disk_line(encrypted, asking=asking)


def backup_lines(state: BackupState, today: date) -> Iterator[Line]:
    """Yield when the last backup was, whether it was tried, and how the second folder stands."""
    if state.last is None or state.last.made_at is None:
        yield Line("triangle-alert", "amber", _("No backup yet."))
    else:
        yield Line(
            "circle-check", "green", _("Last backup: {when}.").format(when=near(state.last.made_at, today))
        )
    if state.changed and state.last is not None:
        yield Line("clock", "muted", _("What was changed since is backed up when you lock or quit."))
    yield _drill_line(state, today)
    yield _second_line(state, today)
    if state.unusable:
        text = _("Files in the folder of backups that cannot be used: {count}.").format(count=state.unusable)
        yield Line("triangle-alert", "amber", text)


def _disk_line(encrypted: bool | None, *, asking: bool) -> Line:
    if asking:
        return Line("hard-drive", "muted", _("Looking whether the disk is encrypted…"))
    if encrypted is None:
        text = _("Whether the disk is encrypted too: unknown, the system does not tell.")
        return Line("hard-drive", "muted", text)
    if encrypted:
        return Line("hard-drive", "green", _("The disk is encrypted too."))
    text = _("The disk is not encrypted. The vault is; but sleep files and what you export are not.")
    return Line("hard-drive", "amber", text)


def _drill_line(state: BackupState, today: date) -> Line:
    drill = state.drill
    if drill is None:
        return Line("history", "muted", _("No backup was tried yet. It is done once a month, by itself."))
    told = near(drill.at, today)
    if drill.problem:
        text = _("Tried {when}: {problem}").format(when=told, problem=drill.problem)
        return Line("triangle-alert", "amber", text)
    return Line(
        "circle-check", "green", _("A backup was opened to try: {when}. It was whole.").format(when=told)
    )


def _second_line(state: BackupState, today: date) -> Line:
    if state.second_folder is None:
        text = _("No second folder: a memory stick keeps your work when the computer is lost.")
        return Line("copy", "amber" if state.second_due else "muted", text)
    if state.same_drive:
        text = _("The second folder is on the same drive: one broken drive would take both.")
        return Line("copy", "amber", text)
    if state.second_at is None:
        return Line(
            "copy", "amber", _("Second folder: {folder}, no copy yet.").format(folder=state.second_folder)
        )
    text = _("Second folder: {folder}, last copy {when}.")
    shown = text.format(folder=state.second_folder, when=near(state.second_at, today))
    return Line("copy", "amber" if state.second_due else "green", shown)
