"""What each client decided may be said to each interviewer; the latest decision of a pair counts."""

from __future__ import annotations

import json
from collections.abc import Iterable

from noshow_desk.domain.consent import Consent
from noshow_desk.storage.records import Records
from noshow_desk.storage.session import Session


class Consents(Records[Consent]):
    """All decisions, the earlier ones too."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "consent", Consent)

    def of(self, client_id: str, interviewer_id: str) -> Consent | None:
        """Return the latest decision of this client for this interviewer, or None."""
        condition = "client_id = ? AND interviewer_id = ? AND archived_at IS NULL"
        found = self._where(condition, (client_id, interviewer_id), "created_at DESC, rowid DESC LIMIT 1")
        return next(iter(found), None)

    def of_client(self, client_id: str) -> list[Consent]:
        """Return every decision of this client, the latest first."""
        return self._where(
            "client_id = ? AND archived_at IS NULL", (client_id,), "created_at DESC, rowid DESC"
        )

    def latest(self, client_ids: Iterable[str]) -> dict[tuple[str, str], Consent]:
        """Return the latest decision of each pair (client id, interviewer id) of these clients."""
        condition = "client_id IN (SELECT value FROM json_each(?)) AND archived_at IS NULL"
        found = self._where(condition, (json.dumps(list(client_ids)),), "created_at, rowid")
        return {(consent.client_id, consent.interviewer_id): consent for consent in found}
