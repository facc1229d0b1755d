"""What is said of a backup at the front door: when it was made, why, how large it is, what it holds."""

from __future__ import annotations

from noshow_desk.i18n import N_, _, clock, full_date, ngettext
from noshow_desk.services.backups import BackupRow, Reason, Restored, Verified
from noshow_desk.ui.kit.row_list import RowItem

# To add a reason for backups: what it says here.
REASONS = {
    Reason.LOCK: N_("made when you locked"),
    Reason.QUIT: N_("made when you quit"),
    Reason.CHANGES: N_("made while you worked"),
    Reason.MIGRATION: N_("made before an update"),
    Reason.REKEY: N_("made for new keys"),
    Reason.RESTORE: N_("made before a restore"),
    Reason.IMPORT: N_("made before an import"),
    Reason.ERASING: N_("made after somebody was erased"),
    Reason.DRILL: N_("made to be tried out"),
    Reason.BY_HAND: N_("made by hand"),
}
OPENS_WITH = {
    "backup": N_("It opens with the passphrase of the day of the backup, or the recovery key."),
    "current": N_("It opens with the passphrase that the vault in this folder had, or the recovery key."),
    "none": N_("It opens with the recovery key; then choose a passphrase."),
}
MB, KB = 1_000_000, 1_000


def when_of(row: BackupRow) -> str:
    """Return "November 20, 2026, 4:12 PM", or the name of a file that does not say."""
    if row.made_at is None:
        return row.file.name
    return f"{full_date(row.made_at.date())}, {clock(row.made_at)}"


def size_of(row: BackupRow) -> str:
    """Return "1.2 MB", or "640 kB" for a small one; "" for a file that cannot be read."""
    if not row.size:
        return ""
    return f"{row.size / MB:.1f} MB" if row.size >= MB else f"{max(row.size // KB, 1)} kB"


def row_item(row: BackupRow, *, whole: bool) -> RowItem:
    """Return `row` as a line of the list; `whole` when every byte of it was found as it was written."""
    chip, tone = (_("Whole"), "green") if whole else (_("Checking…"), "neutral")
    if row.problem:
        chip, tone = _("Cannot be used"), "amber"
    practice = _("practice vault") if row.practice else ""
    parts = (practice, _reason(row), size_of(row), str(row.file.parent))
    return RowItem(
        str(row.file),
        when_of(row),
        " · ".join(part for part in parts if part),
        chip=chip,
        chip_tone=tone,
    )


def told_of(row: BackupRow) -> str:
    """Return what is said below the list of the row it stands on: where it is, or why it is of no use."""
    return row.problem or _("In {folder}").format(folder=row.file.parent)


def holds(verified: Verified) -> str:
    """Return "12 clients, 30 appointments, 9 incidents, 14 papers"."""
    counts = verified.counts
    parts = (
        ngettext("{count} client", "{count} clients", counts["client"]),
        ngettext("{count} appointment", "{count} appointments", counts["appointment"]),
        ngettext("{count} incident", "{count} incidents", counts["incident"]),
        ngettext("{count} paper", "{count} papers", counts["paper"]),
    )
    return ", ".join(part.format(count=count) for part, count in zip(parts, counts.values(), strict=True))


def opens_with(restored: Restored) -> str:
    """Return which passphrase opens the restored vault."""
    return _(OPENS_WITH[restored.passphrase])


def _reason(row: BackupRow) -> str:
    known = {reason.value: words for reason, words in REASONS.items()}
    return _(known[row.reason]) if row.reason in known else ""
