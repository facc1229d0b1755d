"""What was typed about an incident and no paper says yet keeps its letters back."""

from __future__ import annotations

import pytest

from noshow_desk.services.desk import Desk
from noshow_desk.services.unsaved import keep_unsaved, unwritten_incidents


@pytest.mark.parametrize(
    ("typed", "waits"),
    [
        ({"incident.own_words": "I will bring my tools."}, True),
        ({"aside.note.words": "…"}, True),
        ({"aside.consent.how": "signed"}, False),
        ({"call.id": "1", "call.heard": "Come on Monday."}, False),  # no result: stays in the form
        ({"call.id": "1", "call.result": "granted"}, True),
        ({"granted.with_name": "Rosa"}, False),  # no day: likewise
        ({"granted.starts": "2026-03-13T10:00"}, True),
        ({"attempt.id": "1", "attempt.result": "reached"}, True),
        ({"courtesy.result": "told"}, False),
    ],
)
def test_what_leaving_the_page_would_write_is_waited_for(
    desk: Desk, typed: dict[str, str], waits: bool
) -> None:
    keep_unsaved(desk, form_key="incident:one:note", payload=typed)
    assert (unwritten_incidents(desk) == {"one"}) is waits
