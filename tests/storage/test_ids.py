"""Ids are version 7 and rise with time."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.storage.ids import IdMaker, new_id, new_ids
from tests.storage.vaults import NOW


@given(st.datetimes(timezones=st.just(UTC)))
def test_an_id_is_a_uuid_of_version_7(now: datetime) -> None:
    made = uuid.UUID(new_id(now))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_ids_rise_with_time_and_within_a_millisecond() -> None:
    maker = IdMaker()
    made = [maker.new(NOW + timedelta(milliseconds=step // 100)) for step in range(1_000)]
    assert made == sorted(made)
    assert len(set(made)) == 1_000


def test_many_ids_rise() -> None:
    made = new_ids(NOW, 500)
    assert made == sorted(set(made))
    assert len(made) == 500


def test_the_time_can_be_read_back() -> None:
    assert uuid.UUID(new_id(NOW)).int >> 80 == int(NOW.timestamp() * 1000)
