"""A file kept with a client: an appointment letter, a confirmation, a signed release."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """What is known of a file; its bytes are kept beside it. `size` is in bytes."""

    id: str = ""
    client_id: str = ""
    incident_id: str = ""
    kind: str = ""
    name: str = ""
    media_type: str = ""
    note: str = ""
    size: int = 0
