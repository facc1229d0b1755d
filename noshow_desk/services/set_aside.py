"""Vault files that a restore set aside, as rows beside the backups: each is a vault of an earlier day."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from noshow_desk.services.backup_rows import BackupRow
from noshow_desk.services.desk import Desk
from noshow_desk.storage import set_aside


def set_aside_vaults(desk: Desk) -> list[BackupRow]:
    """Return the vault files that restores set aside beside the open vault, the newest first."""
    if desk.vault.folder is None:
        return []
    rows = [row_of_set_aside(desk, path) for path in set_aside.vaults_in(desk.vault.folder)]
    return sorted((row for row in rows if row.made_at is not None), key=_newest_first)


def row_of_set_aside(desk: Desk, path: Path) -> BackupRow:
    """Return a file that was set aside as a row: when it was last written, by the office's clock, and its
    size; without both when the system does not tell.
    """
    try:
        found = path.stat()
    except OSError:  # it went a moment ago
        return BackupRow(file=path)
    moment = datetime.fromtimestamp(found.st_mtime, UTC).astimezone(desk.tz)
    return BackupRow(file=path, made_at=moment.replace(microsecond=0, tzinfo=None), size=found.st_size)


def _newest_first(row: BackupRow) -> tuple[float, str]:
    return -row.made_at.timestamp() if row.made_at else 0.0, row.file.name
