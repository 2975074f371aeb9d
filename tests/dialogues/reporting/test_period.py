"""The days of a report, by name and by date."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.reporting.period import BadPeriod, Period, between, named, usual


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_years_quarters_and_months_have_names(name: str, first: date, last: date) -> None:
    """And are called by them again."""
    assert named(name) == Period(first, last)
    assert named(name).name == name


@pytest.mark.parametrize("name", ["", "26", "2026-13", "2026-Q5", "2026-1", "1999", "2026-11-01", "２０２６", "x" * 99])
def test_other_names_are_refused(name: str) -> None:
    """Whatever is no year, quarter or month."""
    with pytest.raises(BadPeriod):
        named(name)


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-11-02", "2026-11-01"), ("", ""), ("2026-02-30", "2026-03-01"), ("2001-01-01", "2026-01-01"), ("x", "y")],
)
def test_days_that_cannot_be_are_refused(first: str, last: str) -> None:
    """The wrong way round, not on the calendar, or too far apart."""
    with pytest.raises(BadPeriod):
        between(first, last)


def test_some_days_are_called_by_their_dates() -> None:
    """Unless they are exactly a month, a quarter or a year."""
    assert between("2026-11-03", "2026-11-09").name == "2026-11-03--2026-11-09"
    assert between("2026-11-01", "2026-11-30").name == "2026-11"


def test_a_period_ends_where_the_next_begins() -> None:
    """On the clock of the programme."""
    begin, end = named("2026-11").bounds(ZoneInfo("Asia/Seoul"))
    assert begin == datetime(2026, 10, 31, 15, tzinfo=UTC)
    assert end == named("2026-12").bounds(ZoneInfo("Asia/Seoul"))[0]


@given(st.dates(date(2001, 1, 1), date(2900, 1, 1)))
def test_the_usual_periods_hold_today_or_end_just_before(today: date) -> None:
    """This month, quarter and year, and the ones that went before."""
    month, last_month, quarter, last_quarter, year, last_year = usual(today)
    for this, before in ((month, last_month), (quarter, last_quarter), (year, last_year)):
        assert this.first <= today <= this.last
        assert (this.first - before.last).days == 1
        assert named(this.name) == this
