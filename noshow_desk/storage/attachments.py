"""Files kept with a client; lists never read the bytes."""

from __future__ import annotations

from dataclasses import replace

from noshow_desk.domain.attachment import Attachment
from noshow_desk.storage.records import Records
from noshow_desk.storage.session import Session


class Attachments(Records[Attachment]):
    """All attachments. A file's bytes are set once, when it is added."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "attachment", Attachment)

    def add_file(self, attachment: Attachment, content: bytes) -> str:
        """Keep a file and what is known of it; return the id. Its size is counted here."""
        kept = replace(attachment, id=attachment.id or self._session.new_id(), size=len(content))
        self.add(kept)
        self._session.write("UPDATE attachment SET content = ? WHERE id = ?", (content, kept.id))
        return kept.id

    def content(self, attachment_id: str) -> bytes:
        """Return the bytes of a file. Raises NotFound."""
        row = self._session.row("SELECT content FROM attachment WHERE id = ?", (attachment_id,))
        if row is None:
            raise self._not_found()
        return row[0] if isinstance(row[0], bytes) else b""

    def of_client(self, client_id: str) -> list[Attachment]:
        """Return a client's files, the newest first."""
        return self._where(
            "client_id = ? AND archived_at IS NULL", (client_id,), "created_at DESC, rowid DESC"
        )

    def of_incident(self, incident_id: str) -> list[Attachment]:
        """Return an incident's files, the newest first."""
        return self._where(
            "incident_id = ? AND archived_at IS NULL", (incident_id,), "created_at DESC, rowid DESC"
        )
