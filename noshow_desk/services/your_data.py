"""How the vault lies on this computer, and what is promised of it: what "Your data" shows."""

from __future__ import annotations

from pathlib import Path

from noshow_desk.i18n import N_
from noshow_desk.storage import disk_encryption

# SAFETY, "Promises".
PROMISES = (
    N_("Everything you type is kept, at most one second behind."),
    N_("A lost, switched-off or locked laptop shows no names."),
    N_("Your passphrase or your printed recovery key opens it. Nothing else does, and nobody else, not us."),
    N_("A damaged file is never shown as if it were whole."),
    N_("A backup is proven by opening it."),
    N_("A template can only fill in words."),
    N_("Nothing goes over the network, ever, unless you set up team sharing."),
)

LIMITS = (
    N_("A computer that is unlocked, infected or watched: whoever sits at it sees what you see."),
    N_("Sleep files: without disk encryption, what you see can stay behind in swap and hibernation files."),
    N_("What you print or export is outside. Lock it away or delete it."),
    N_("A disk that says “saved” when it is not."),
    N_("Passphrase and recovery sheet both lost: then nobody can open it."),
)


def disk_is_encrypted(folder: Path) -> bool | None:
    """Say whether the disk of the vault in `folder` is encrypted; None when the system does not tell.

    May ask another program: up to a second, so call it in a worker.
    """
    return disk_encryption.is_encrypted(folder)
