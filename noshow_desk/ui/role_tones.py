"""In which tone of chips a row of a list says how pressing it is."""

from __future__ import annotations

from noshow_desk.services.queries.rows import Role

ROLE_TONES = {Role.WAITING: "red", Role.DUE: "amber", Role.GOOD: "green", Role.PLAIN: "neutral"}
