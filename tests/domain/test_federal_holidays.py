"""US federal holidays against the published package."""

from datetime import date

import pytest

from noshow_desk.domain.federal_holidays import federal_holidays, federal_holidays_around


def test_every_year_agrees_with_the_holidays_package() -> None:
    holidays = pytest.importorskip("holidays")
    for year in range(2000, 2101):
        assert federal_holidays(year) == {day for day in holidays.US(years=year) if day.year == year}, year


def test_a_saturday_new_year_is_observed_the_year_before() -> None:
    assert date(2021, 12, 31) in federal_holidays(2021)
    assert date(2021, 12, 31) not in federal_holidays(2022)


def test_the_first_and_the_last_year_of_the_calendar_have_holidays() -> None:
    assert date(1, 7, 4) in federal_holidays_around(date(1, 2, 1))
    assert date(9999, 12, 25) in federal_holidays_around(date(9999, 12, 31))
