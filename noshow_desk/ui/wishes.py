"""What a widget asks for without knowing who grants it: open a client, go back, lock."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish of a page: what (`kind`), for which record (`id`), and `detail` (a tab, a step, a preset text).

    Kinds that name a page open it: today, clients, client, incidents, incident, templates, template,
    settings, help. Kinds of acts go to the composition root: add_client, missed_appointment, lock, undo …
    """

    kind: str
    id: str = ""
    detail: str = ""
