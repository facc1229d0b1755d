"""A folder of backups: what is in it, the next one, and which old ones go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.storage import backup_file, backup_schedule, key_file
from noshow_desk.storage.backup_file import MAKING, SUFFIX, Copied, Facts
from noshow_desk.storage.backup_header import Header
from noshow_desk.storage.backup_schedule import Kept, Reason
from noshow_desk.storage.backup_troubles import BackupOfAnother, BackupUnreadable
from noshow_desk.storage.driver import translated
from noshow_desk.storage.outside import BACKUPS_NAME

if TYPE_CHECKING:
    from sqlite_utils import Database

    from noshow_desk.storage.open_vault import Vault


_MOST = 1_000_000_000  # backups and changes of one vault, in a hundred years of work


@dataclass(frozen=True, slots=True)
class Begun:
    """A backup of which the part that needs the open vault is done; `finish` makes it whole."""

    folder: Path
    secret: bytes = field(repr=False)
    copied: Copied


@dataclass(frozen=True, slots=True)
class Found:
    """One file of a folder of backups: its header, or the sentence that says why it has none.

    `other` is True for a backup of another vault, or of this one under an earlier key.
    """

    path: Path
    header: Header | None
    problem: str = ""
    other: bool = False


def look_into(folder: Path, secret: bytes | None = None) -> list[Found]:
    """Return the backups in `folder`, the highest counter first, and what cannot be read at the end.

    Without `secret` the headers are what they say of themselves. Raises BackupUnreadable when the folder
    cannot be read; one that is not there is empty.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX and path.is_file())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise BackupUnreadable from error
    return sorted((_look_at(path, secret) for path in paths), key=_newest_first)


def keep(
    vault: Vault,
    folder: Path,
    *,
    reason: Reason,
    made_at: datetime,
    practice: bool = False,
    beside: Iterable[Path] = (),
) -> tuple[Path, Header]:
    """Write a proven backup of the open vault into `folder` and return it; nothing is removed.

    `made_at` is aware, by the office's clock: its day is in the file's name. `beside` are other folders of
    this vault's backups, whose counters it goes on from. Raises what `backup_file.write` does.
    """
    return finish(begin(vault, folder, reason=reason, made_at=made_at, practice=practice, beside=beside))


def begin(
    vault: Vault,
    folder: Path,
    *,
    reason: Reason,
    made_at: datetime,
    practice: bool = False,
    beside: Iterable[Path] = (),
) -> Begun:
    """Do the part of `keep` that holds the open vault; `finish`, which may be in a worker, does the rest."""
    if vault.folder is None or not vault.secret:
        raise RuntimeError("a vault in memory has no key to back it up with")
    counter = 1 + max(_highest(one, vault.secret) for one in (folder, *beside))
    facts = Facts(
        counter=max(counter, 1 + _last_change(vault.session.db)),
        made_at=made_at,
        reason=reason.value,
        practice=practice,
        key_slot=key_file.content_of(vault.folder, vault.secret),
    )
    copied = backup_file.begin(vault.session.db, folder / _name(facts), facts=facts)
    return Begun(folder, vault.secret, copied)


def finish(begun: Begun) -> tuple[Path, Header]:
    """Prove what `begin` copied, give it its name, and return it; safe in a worker. Raises as `keep` does."""
    path = _free(begun.folder / _name(begun.copied.facts))
    return path, backup_file.finish(begun.copied, path, secret=begun.secret)


def keep_before_migration(db: Database, home: Path, secret: bytes, *, made_at: datetime) -> None:
    """Write a backup of the database of the vault in `home`, whose tables are about to be changed.

    Raises what `backup_file.write` does: without a backup nothing is changed.
    """
    folder = home / BACKUPS_NAME
    facts = Facts(
        counter=1 + max(_highest(folder, secret), _last_change(db)),
        made_at=made_at,
        reason=Reason.MIGRATION.value,
        practice=False,
        key_slot=key_file.content_of(home, secret),
    )
    finish(Begun(folder, secret, backup_file.begin(db, folder / _name(facts), facts=facts)))


def copy_to(path: Path, folder: Path, secret: bytes) -> Path:
    """Copy a backup into a second folder, prove the copy there and return it; safe in a worker.

    A copy of the same backup is written anew, another backup of the same name is never touched. Raises what
    `backup_file.copy` does.
    """
    target = folder / path.name
    if not _is_copy(path, target):
        target = _free(target)
    backup_file.copy(path, target, secret)
    return target


def tidy(folder: Path, secret: bytes) -> list[Path]:
    """Remove the backups of this vault that no rule keeps, and return what was removed.

    A file whose header is not whole and sealed by this vault's key is never touched.
    """
    ours = {found.path: found.header for found in look_into(folder, secret) if found.header}
    kept = backup_schedule.to_keep(Kept(one.counter, one.made_at.date()) for one in ours.values())
    gone = [path for path, header in ours.items() if header.counter not in kept]
    for path in gone:
        backup_file.forget(path)
    return gone


def sweep(folder: Path) -> None:
    """Remove what a crash left of backups being written; only for a folder that no one else writes to."""
    ends = (MAKING, f"{MAKING}-journal", ".new")
    try:
        names = [path for path in folder.iterdir() if SUFFIX in path.name and path.name.endswith(ends)]
    except OSError:
        return
    for path in names:
        backup_file.forget(path)


def changed_since(vault: Vault, header: Header | None) -> datetime | None:
    """Return when the first change was made that the backup of `header` does not hold; None without one.

    Forms being filled count; what backups themselves write into the settings does not.
    """
    known = header is not None and _is_at(vault, header)
    after = header.change if header is not None and known else 0
    first = vault.session.row(
        'SELECT "when" FROM change WHERE seq > ? AND NOT ("table" = ? AND "row" LIKE ?) ORDER BY seq LIMIT 1',
        (after, "setting", f"{BACKUPS_NAME}.%"),
    )
    moments = [datetime.fromisoformat(str(first[0]))] if first is not None else []
    since = header.made_at if header is not None and known else None
    moments += [form.saved_at for form in vault.unsaved.all() if since is None or form.saved_at > since]
    return min(moments, default=None)


def is_after(vault: Vault, header: Header, line: int) -> bool:
    """Say whether the backup of `header` surely holds what line `line` of the change log did."""
    return header.change >= line and _is_at(vault, header)


def _look_at(path: Path, secret: bytes | None) -> Found:
    try:
        return Found(path, backup_file.read_header(path, secret))
    except BackupOfAnother as trouble:
        return Found(path, None, trouble.sentence, other=True)
    except (UserError, SystemTrouble) as trouble:
        return Found(path, None, trouble.sentence)


def _newest_first(found: Found) -> tuple[int, str]:
    return (-found.header.counter if found.header else 1, found.path.name)


def _highest(folder: Path, secret: bytes) -> int:
    """Return the highest counter in `folder`, also of backups under earlier keys: one list shows them all.

    What those say cannot be proven, so a number that no vault reaches is not believed.
    """
    try:
        ours = [one.header.counter for one in look_into(folder, secret) if one.header]
        others = [one.header.counter for one in look_into(folder) if one.header]
    except BackupUnreadable:
        return 0
    return max((*ours, *(counter for counter in others if counter <= _MOST)), default=0)


def _name(facts: Facts) -> str:
    return f"noshow-desk-{facts.made_at:%Y-%m-%d-%H%M}-{facts.counter:06}{SUFFIX}"


def _free(path: Path) -> Path:
    """Return `path`, or the first name like it that no file has.

    Two backups can want the same name: those of different vaults may come into one second folder.
    """
    found, number = path, 2
    while found.exists():
        found, number = path.with_name(f"{path.stem}-{number}{SUFFIX}"), number + 1
    return found


def _is_copy(path: Path, other: Path) -> bool:
    """Say whether `other` is there and says of itself what `path` does."""
    try:
        return backup_file.read_header(path) == backup_file.read_header(other)
    except (UserError, SystemTrouble):
        return False


def _last_change(db: Database) -> int:
    with translated():
        return int(db.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()[0])


def _is_at(vault: Vault, header: Header) -> bool:
    """Say whether the vault's history goes through the state in the backup; after a restore it may not."""
    row = vault.session.row("SELECT act FROM change WHERE seq = ?", (header.change,))
    return row == (header.act,) if header.change else True
