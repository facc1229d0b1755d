"""What "Your data" says of the state of things, line by line: icon, tone and sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from noshow_desk.i18n import N_, _, near, ngettext
from noshow_desk.services.backup_state import BackupState
from noshow_desk.services.queries.rows import DataSafety

MB = 1_000_000
RULE = N_("The 7 newest stay, one a week for 8 weeks, and one a month for 6 months.")


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


def backup_lines(state: BackupState, today: date, *, alone: bool, practice: bool = False) -> Iterator[Line]:
    """Yield when the last backup was, what is not in it, and when one was tried.

    `alone` says that the desk makes backups by itself: not of a `practice` vault, nor of one that is only
    looked at.
    """
    if state.last is None or state.last.made_at is None:
        yield Line("triangle-alert", "amber", _("No backup yet."))
    else:
        yield Line(
            "circle-check", "green", _("Last backup: {when}.").format(when=near(state.last.made_at, today))
        )
        many = ngettext("{count} backup.", "{count} backups.", state.count)
        yield Line("archive", "muted", f"{many.format(count=state.count)} {_(RULE)}")
    if state.changed and alone:
        text = _("What was changed since is backed up every half hour in a quiet moment, and when you lock.")
        yield Line("clock", "muted", text)
    if practice:
        yield Line("sprout", "muted", _("In the practice vault a backup is made only when you ask for it."))
    elif not alone:
        text = _("This vault is open to look only. Nothing changes in it, and no backup is made.")
        yield Line("eye", "muted", text)
    yield _drill_line(state, today, alone=alone)
    if state.unusable:
        text = _("Files in the folder of backups that cannot be used: {count}.").format(count=state.unusable)
        yield Line("triangle-alert", "amber", text)


def second_lines(state: BackupState, today: date) -> Iterator[Line]:
    """Yield which folder it is, whether its drive is here, and when it last got a copy."""
    if state.second_folder is None:
        text = _("None chosen. A memory stick keeps your work when the computer is lost, stolen or broken.")
        yield Line("copy", "amber" if state.second_due else "muted", text)
        return
    yield Line("folder-open", "muted", str(state.second_folder))
    if state.second_here:
        yield Line("circle-check", "green", _("Its drive is connected: every backup is copied to it."))
    else:
        text = _("Its drive is not connected. Connect it now and then; backups are copied while it is here.")
        yield Line("hard-drive", "amber" if state.second_due else "muted", text)
    if state.same_drive:
        text = _("It is on the same drive as the vault: one broken or stolen drive would take both.")
        yield Line("triangle-alert", "amber", text)
    if state.second_at is None:
        yield Line("clock", "amber", _("No copy yet."))
    else:
        text = _("Last copy: {when}. It was read back and compared.")
        shown = text.format(when=near(state.second_at, today))
        yield Line("copy", "amber" if state.second_due else "green", shown)


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


def _drill_line(state: BackupState, today: date, *, alone: bool) -> Line:
    drill = state.drill
    if drill is None:
        by_itself = _("No backup was opened to try yet. It is done once a month, by itself.")
        return Line("history", "muted", by_itself if alone else _("No backup was opened to try yet."))
    told = near(drill.at, today)
    if drill.problem:
        return Line(
            "triangle-alert",
            "amber",
            _("Opened to try: {when}. It did not open as it should.").format(when=told),
        )
    people = ngettext("{count} client", "{count} clients", drill.clients).format(count=drill.clients)
    cases = ngettext("{count} incident", "{count} incidents", drill.incidents).format(count=drill.incidents)
    text = _("Opened to try: {when}. It was whole: {clients}, {incidents}.")
    return Line("circle-check", "green", text.format(when=told, clients=people, incidents=cases))
