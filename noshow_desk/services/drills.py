"""The restore drill: once a month the newest backup is opened to try, so that nobody finds out too late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _
from noshow_desk.services.backup_making import make_backup
from noshow_desk.services.backup_rows import backup_folder_of, backups, changed_since, key_of
from noshow_desk.services.desk import Desk
from noshow_desk.storage import backup_body, backup_file
from noshow_desk.storage.backup_schedule import DRILL, Reason, has_passed

DRILL_KEY = "backups.drill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drilled:
    """What a restore drill found; `problem` is empty when the backup opened whole.

    `at` is local at the office.
    """

    at: datetime
    file: str
    problem: str = ""
    clients: int = 0
    incidents: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A backup to be opened, values only; `problem` when its header told already that it is no use."""

    file: Path
    problem: str = ""
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A backup that was opened: what is wrong with it ("" when nothing is), and its rows by table."""

    file: Path
    problem: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)


def drill_due(desk: Desk) -> bool:
    """Say whether no backup was opened to try for a month."""
    drilled = last_drill(desk)
    return drilled is None or has_passed(DRILL, drilled.at, desk.local_now())


def last_drill(desk: Desk) -> Drilled | None:
    """Return what the last restore drill found."""
    kept = desk.vault.settings.get(DRILL_KEY)
    try:
        return Drilled(**{**kept, "at": desk.local(datetime.fromisoformat(kept["at"]))})
    except (TypeError, KeyError, ValueError):
        return None


def drill(desk: Desk) -> Drilled:
    """Open the newest backup under a temporary name, check all of it, compare it with the vault, and write
    down what was found. Takes about 1 s for 80 MB.

    When it does not open, a fresh backup is made at once. Without any backup one is made first.
    """
    trial = begin_drill(desk)
    if trial is None:
        made = make_backup(desk, reason=Reason.DRILL).backup.file
        trial = trial_of(desk, made)
    drilled = note_drill(desk, try_backup(trial))
    if drilled.problem:
        make_backup(desk, reason=Reason.DRILL)
    return drilled


def begin_drill(desk: Desk) -> Trial | None:
    """Return which backup to try: the newest of the vault; None when there is none at all."""
    try:
        rows = backups(backup_folder_of(desk.folder), key=key_of(desk))
    except SystemTrouble:
        return None
    whole = [row for row in rows if not row.problem]
    damaged = [row for row in rows if row.problem and not row.other]
    if whole:
        return trial_of(desk, whole[0].file)
    if damaged:
        return Trial(file=damaged[-1].file, problem=damaged[-1].problem, secret=desk.vault.secret)
    return None


def trial_of(desk: Desk, file: Path) -> Trial:
    """Return the trial of a backup of this vault."""
    return Trial(file=file, secret=desk.vault.secret)


def try_backup(trial: Trial) -> Tried:
    """Open the backup under a temporary name and check every page and table; safe in a worker."""
    if trial.problem:
        return Tried(file=trial.file, problem=trial.problem)
    try:
        counts = backup_file.prove(trial.file, trial.secret).counts
    except (UserError, SystemTrouble) as trouble:
        return Tried(file=trial.file, problem=trouble.sentence)
    return Tried(file=trial.file, counts=counts)


def note_drill(desk: Desk, tried: Tried) -> Drilled:
    """Compare what was tried with the vault, write down what was found, and return it."""
    problem = tried.problem
    if not problem and _is_newest(desk) and not _alike(tried.counts, _counts(desk)):
        problem = _("The backup does not hold as many records as the vault.")
    now = desk.now()
    found = Drilled(
        at=desk.local(now),
        file=tried.file.name,
        problem=problem,
        clients=tried.counts.get("client", 0),
        incidents=tried.counts.get("incident", 0),
    )
    if not desk.read_only:
        kept = {"at": now.isoformat(), "file": found.file, "problem": problem}
        with desk.act():
            desk.vault.settings.put(
                DRILL_KEY, kept | {"clients": found.clients, "incidents": found.incidents}
            )
    return found


def _is_newest(desk: Desk) -> bool:
    """Say whether the newest backup should hold as much as the vault does."""
    try:
        return changed_since(desk) is None
    except SystemTrouble:
        return False


def _counts(desk: Desk) -> Mapping[str, int]:
    return backup_body.counts_of(desk.vault.session.db)


def _alike(counts: Mapping[str, int], live: Mapping[str, int]) -> bool:
    """Say whether two vaults hold as many records; what backups write into the settings does not count."""
    return all(counts.get(name) == live[name] for name in live if name not in ("change", "setting"))
