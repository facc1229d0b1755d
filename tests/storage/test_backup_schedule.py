"""When a backup is due, and which ones stay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.storage.backup_schedule import Kept, Reason, has_passed, is_due, to_keep

NOW = datetime(2026, 3, 10, 13, 42, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)


@pytest.mark.parametrize("reason", [Reason.LOCK, Reason.QUIT])
def test_on_lock_and_quit_any_change_is_enough(reason: Reason) -> None:
    assert is_due(reason, changed_since=NOW, now=NOW)
    assert not is_due(reason, changed_since=None, now=NOW)


@pytest.mark.parametrize(
    ("ago", "due"), [(timedelta(minutes=29), False), (HALF_AN_HOUR, True), (timedelta(days=9), True)]
)
def test_in_between_half_an_hour_of_changes_is_enough(ago: timedelta, due: bool) -> None:
    assert is_due(Reason.CHANGES, changed_since=NOW - ago, now=NOW) is due
    assert not is_due(Reason.CHANGES, changed_since=None, now=NOW)


def test_a_clock_that_was_put_back_does_not_stop_backups() -> None:
    assert has_passed(HALF_AN_HOUR, NOW + timedelta(days=400), NOW)


@pytest.mark.parametrize(
    "reason", [Reason.MIGRATION, Reason.REKEY, Reason.RESTORE, Reason.IMPORT, Reason.ERASING, Reason.BY_HAND]
)
def test_before_something_large_there_is_always_a_backup(reason: Reason) -> None:
    assert is_due(reason, changed_since=None, now=NOW)


def test_seven_newest_eight_weekly_six_monthly() -> None:
    start = date(2026, 1, 1)
    daily = [Kept(number, start + timedelta(days=number)) for number in range(365)]
    kept = to_keep(daily)
    assert set(range(358, 365)) <= kept
    weeks = {(start + timedelta(days=number)).isocalendar()[:2] for number in kept if number >= 315}
    months = {(start + timedelta(days=number)).month for number in kept}
    assert len(weeks) == 8 and months == {7, 8, 9, 10, 11, 12}
    assert len(kept) <= 7 + 8 + 6


def test_the_counter_decides_not_the_day() -> None:
    wrong_clock = [Kept(number, date(2099, 1, 1)) for number in range(1, 8)]
    right = [Kept(number, date(2026, 3, 1)) for number in range(8, 20)]
    kept = to_keep([*wrong_clock, *right])
    assert set(range(13, 20)) <= kept and kept - set(range(13, 20)) == {7}


@given(st.lists(st.tuples(st.integers(1, 500), st.dates()), max_size=60, unique_by=lambda one: one[0]))
def test_the_newest_stay_and_never_more_than_the_rule_says(made: list[tuple[int, date]]) -> None:
    kept = to_keep(Kept(*one) for one in made)
    counters = sorted((counter for counter, _day in made), reverse=True)
    assert set(counters[:7]) <= kept <= set(counters)
    assert len(kept) <= 21


@given(st.lists(st.tuples(st.integers(1, 500), st.dates()), max_size=60, unique_by=lambda one: one[0]))
def test_keeping_twice_removes_nothing_more(made: list[tuple[int, date]]) -> None:
    backups = [Kept(*one) for one in made]
    kept = to_keep(backups)
    assert to_keep(one for one in backups if one.counter in kept) == kept


def newest_of_each(made: list[tuple[int, date]], span: Callable[[date], object], most: int) -> set[int]:
    """Walk down the counters and take the first of each span until there are enough: the rule, said again."""
    seen: list[object] = []
    taken = set()
    for counter, day in sorted(made, reverse=True):
        if span(day) not in seen and len(seen) < most:
            seen.append(span(day))
            taken.add(counter)
    return taken


@given(
    st.lists(
        st.tuples(st.integers(1, 500), st.dates(date(2024, 12, 1), date(2026, 2, 1))),
        max_size=80,
        unique_by=lambda one: one[0],
    )
)
def test_seven_newest_eight_weeks_six_months_and_nothing_else(made: list[tuple[int, date]]) -> None:
    newest = {counter for counter, _day in sorted(made, reverse=True)[:7]}
    weeks = newest_of_each(made, lambda day: day - timedelta(days=day.weekday()), 8)
    months = newest_of_each(made, lambda day: day.replace(day=1), 6)
    assert to_keep(Kept(*one) for one in made) == newest | weeks | months


@given(st.lists(st.dates(), min_size=1, max_size=60), st.randoms())
def test_no_clock_and_no_order_of_reading_changes_the_newest(days: list[date], random: Random) -> None:
    made = [Kept(counter, day) for counter, day in enumerate(days, start=1)]
    mixed = random.sample(made, len(made))
    assert to_keep(mixed) == to_keep(made) and len(days) in to_keep(mixed)
