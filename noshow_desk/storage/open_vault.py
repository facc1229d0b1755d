"""The open vault: its stores, and the acts in which they are written."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from noshow_desk.domain.contact_note import ContactNote
from noshow_desk.domain.release import Release
from noshow_desk.domain.supervision_note import SupervisionNote
from noshow_desk.storage import reserve
from noshow_desk.storage.appointments import Appointments
from noshow_desk.storage.attachments import Attachments
from noshow_desk.storage.cases import Cases, Stores
from noshow_desk.storage.caseworkers import Caseworkers
from noshow_desk.storage.changes import ChangeLog
from noshow_desk.storage.clients import Clients
from noshow_desk.storage.consents import Consents
from noshow_desk.storage.driver import translated
from noshow_desk.storage.follow_ups import FollowUps
from noshow_desk.storage.health import Check, must_be_whole
from noshow_desk.storage.incidents import Incidents
from noshow_desk.storage.interviewers import Interviewers, Organisations
from noshow_desk.storage.of_client import OfClient
from noshow_desk.storage.papers import Papers
from noshow_desk.storage.session import Act, Session
from noshow_desk.storage.settings import VaultSettings
from noshow_desk.storage.templates import Templates
from noshow_desk.storage.unsaved import UnsavedForms


class Vault:
    """One open vault, used by one thread at a time. `folder` is None in memory.

    Reading is free; writing belongs inside `with vault.act(...)`, one act for each action of the user.
    """

    def __init__(
        self,
        session: Session,
        folder: Path | None,
        when_closed: Callable[[], None] | None = None,
        secret: bytes = b"",
        check: Check | None = None,
    ) -> None:
        self.session = session
        self.folder = folder
        self.secret = secret  # seals backups; whoever can read this process can read the records too
        self.reserve_used = False  # the disk was full, and the room held back went to what was typed
        self._when_closed = when_closed
        self._check = check
        self._people()
        self._cases()
        self._beside()

    @property
    def read_only(self) -> bool:
        """Say whether the vault was opened only to look."""
        return self.session.read_only

    def act(self, *, who: str, device: str, now: datetime) -> AbstractContextManager[Act]:
        """Open the one transaction of an action; everything in it is kept, or nothing.

        Raises VaultReadOnly, DiskFull and the other troubles of the disk. Waits for the checks at the start.
        """
        self.must_be_proven()
        return self.session.act(who=who, device=device, now=now)

    def must_be_proven(self) -> None:
        """Wait for the checks that were begun when it was opened; any thread may. Raises VaultDamaged.

        What was read before they ended well may be shown to nobody.
        """
        if self._check is not None:
            self._check.wait()

    def check(self) -> None:
        """Check every page and every table. Raises VaultDamaged. Takes 0.6 s for each 80 MB."""
        must_be_whole(self.session.db)

    def checkpoint(self) -> None:
        """Move everything written into the one file; for when the user pauses."""
        with translated():
            self.session.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Write the last of it into the one file and let go of it."""
        try:
            if not self.read_only and self.folder is not None:
                self.must_be_proven()
                self.checkpoint()
        finally:
            self.session.db.close()
            if self._when_closed is not None:
                self._when_closed()

    def _people(self) -> None:
        session = self.session
        self.caseworkers = Caseworkers(session)
        self.clients = Clients(session)
        self.organisations = Organisations(session)
        self.interviewers = Interviewers(session)
        self.consents = Consents(session)

    def _cases(self) -> None:
        session = self.session
        self.appointments = Appointments(session)
        self.incidents = Incidents(session)
        self.papers = Papers(session)
        self.follow_ups = FollowUps(session)
        self.cases = Cases(
            Stores(
                caseworkers=self.caseworkers,
                clients=self.clients,
                organisations=self.organisations,
                interviewers=self.interviewers,
                consents=self.consents,
                appointments=self.appointments,
                incidents=self.incidents,
                papers=self.papers,
                follow_ups=self.follow_ups,
            )
        )

    def _beside(self) -> None:
        session = self.session
        self.templates = Templates(session)
        self.settings = VaultSettings(session)
        self.releases = OfClient(session, "release", Release, "at")
        self.contact_notes = OfClient(session, "contact_note", ContactNote, "at")
        self.supervision_notes = OfClient(session, "supervision_note", SupervisionNote, "on")
        self.attachments = Attachments(session)
        self.changes = ChangeLog(session)
        self.unsaved = UnsavedForms(session, self._give_up_reserve)

    def _give_up_reserve(self) -> bool:
        given = self.folder is not None and reserve.give_up(self.folder)
        self.reserve_used = self.reserve_used or given
        return given
