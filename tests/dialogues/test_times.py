# ruff: noqa: E501 - rows of tables and sentences stay on one line
"""Moments are said as people say them, and nothing is planned for a forbidden hour."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.programmes import load
from dialogues.programme import Office, Quiet
from dialogues.times import USEFUL, add_office_time, last_allowed, next_allowed, reminder_times, said

PROGRAMME = load("firststep-asan")
SEOUL = ZoneInfo("Asia/Seoul")
QUIET = Quiet(time(21), time(8))
OFFICE = Office(("mon", "tue", "wed", "thu", "fri"), time(9), time(18))
WINDOWS = {"": (8, 21), "any": (8, 21), "morning": (8, 12), "afternoon": (12, 18), "evening": (18, 21)}
FIRST = datetime(2026, 1, 1)  # noqa: DTZ001 - Hypothesis adds the zone itself
MOMENTS = st.datetimes(FIRST, FIRST.replace(year=2028), timezones=st.just(UTC))


def seoul(text: str) -> datetime:
    """``24 10:30`` or ``24 10:30:59``: a moment of November 2026 in Asan, as UTC. 23 is a Monday."""
    day, clock = text.split()
    return datetime.combine(
        date(2026, 11, 1) + timedelta(days=int(day) - 1), time.fromisoformat(clock), SEOUL
    ).astimezone(UTC)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ru", "25 ноября (среда), 10:05"),
        ("uz", "25-noyabr, chorshanba, soat 10:05"),
        ("fr", "mercredi 25 novembre à 10 h 05"),
        ("vi", "Wednesday 25 November, 10:05"),
    ],
)
def test_a_moment_is_said_in_every_language(language: str, told: str) -> None:
    """Each language has its own order and names; one without a calendar is told in English."""
    assert said(seoul("25 10:05"), language, SEOUL) == told


def test_french_has_a_first_of_the_month_and_whole_hours() -> None:
    """The first of a month has its own word in French, and a whole hour stands without minutes."""
    assert said(seoul("31 14:00"), "fr", SEOUL) == "mardi 1er décembre à 14 h"


@pytest.mark.parametrize(
    ("at", "korean", "english"),
    [
        ("25 10:30", "11월 25일(수) 오전 10시 30분", "Wednesday 25 November, 10:30"),
        ("25 10:00", "11월 25일(수) 오전 10시", "Wednesday 25 November, 10:00"),
        ("25 12:00", "11월 25일(수) 오후 12시", "Wednesday 25 November, 12:00"),
        ("25 12:05", "11월 25일(수) 오후 12시 5분", "Wednesday 25 November, 12:05"),
        ("25 00:00", "11월 25일(수) 오전 12시", "Wednesday 25 November, 00:00"),
        ("25 13:00", "11월 25일(수) 오후 1시", "Wednesday 25 November, 13:00"),
        ("29 23:59", "11월 29일(일) 오후 11시 59분", "Sunday 29 November, 23:59"),
        ("31 09:00", "12월 1일(화) 오전 9시", "Tuesday 1 December, 09:00"),
    ],
)
def test_a_moment_is_said_as_people_say_it(at: str, korean: str, english: str) -> None:
    """Day, weekday and hour stand in the family's own time and language, noon and midnight included."""
    assert said(seoul(at), "ko", SEOUL) == korean
    assert said(seoul(at), "en", SEOUL) == english


def test_a_moment_is_said_in_the_zone_of_the_programme() -> None:
    """The same moment is another hour, and another day, elsewhere."""
    at = datetime(2026, 11, 25, 20, 0, tzinfo=UTC)
    assert said(at, "en", SEOUL) == "Thursday 26 November, 05:00"
    assert said(at, "en", ZoneInfo("Asia/Samarkand")) == "Thursday 26 November, 01:00"
    assert said(at, "en", ZoneInfo("Europe/Luxembourg")) == "Wednesday 25 November, 21:00"


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("23 10:00", 1, "23 11:00"),
        ("23 09:00", 9, "23 18:00"),
        ("23 09:01", 9, "24 09:01"),
        ("23 17:30", 1, "24 09:30"),
        ("23 18:00", 1, "24 10:00"),
        ("23 23:30", 2, "24 11:00"),
        ("23 03:00", 2, "23 11:00"),
        ("23 10:00", 27, "26 10:00"),
        ("27 17:00", 2, "30 10:00"),
        ("27 18:00", 1, "30 10:00"),
        ("28 12:00", 1, "30 10:00"),
        ("29 23:59", 9, "30 18:00"),
        ("25 10:00", 27, "30 10:00"),
    ],
)
def test_office_hours_skip_nights_and_weekends(start: str, hours: int, end: str) -> None:
    """The time a family is told counts only the hours in which somebody works."""
    assert add_office_time(seoul(start), timedelta(hours=hours), OFFICE, SEOUL) == seoul(end)


@given(MOMENTS, st.integers(1, 100))
def test_what_is_promised_always_lies_in_office_hours(start: datetime, hours: int) -> None:
    """Every promised moment is on a working day within the opening hours, and at least so many hours away."""
    promised = add_office_time(start, timedelta(hours=hours), OFFICE, SEOUL)
    local = promised.astimezone(SEOUL)
    assert local.weekday() < 5
    assert time(9) <= local.time() <= time(18)
    assert promised - start >= timedelta(hours=hours)


@pytest.mark.parametrize(
    ("at", "hours", "after", "before"),
    [
        ("25 07:59:59", "any", "25 08:00", "24 20:30"),
        ("25 08:00", "any", "25 08:00", "25 08:00"),
        ("25 20:59:59", "any", "25 20:59:59", "25 20:59:59"),
        ("25 21:00", "any", "26 08:00", "25 20:30"),
        ("25 00:00", "", "25 08:00", "24 20:30"),
        ("25 12:00", "morning", "26 08:00", "25 11:30"),
        ("25 07:00", "morning", "25 08:00", "24 11:30"),
        ("25 11:00", "afternoon", "25 12:00", "24 17:30"),
        ("25 19:00", "afternoon", "26 12:00", "25 17:30"),
        ("25 12:00", "evening", "25 18:00", "24 20:30"),
        ("25 21:30", "evening", "26 18:00", "25 20:30"),
    ],
)
def test_the_allowed_moments_around_a_forbidden_one(at: str, hours: str, after: str, before: str) -> None:
    """After a forbidden moment the next opening is allowed, before it half an hour before the last closing."""
    assert next_allowed(seoul(at), QUIET, hours, SEOUL) == seoul(after)
    assert last_allowed(seoul(at), QUIET, hours, SEOUL) == seoul(before)


@given(MOMENTS, st.sampled_from(sorted(WINDOWS)))
def test_an_allowed_moment_is_never_quiet(at: datetime, hours: str) -> None:
    """Both directions lead to an allowed moment, which is left where it is when asked again."""
    opens, closes = WINDOWS[hours]
    after, before = next_allowed(at, QUIET, hours, SEOUL), last_allowed(at, QUIET, hours, SEOUL)
    assert before <= at <= after
    for moment in (after, before):
        assert opens <= moment.astimezone(SEOUL).hour < closes
        assert next_allowed(moment, QUIET, hours, SEOUL) == moment == last_allowed(moment, QUIET, hours, SEOUL)


def reminders(hours: str, starts_at: datetime, now: datetime) -> list[datetime]:
    return [at for _, at in reminder_times(PROGRAMME, hours, starts_at, now)]


@pytest.mark.parametrize(
    ("hours", "visit", "booked", "expected"),
    [
        # Booked five days ahead: three days, one day and two hours before.
        ("any", "28 10:30", "23 10:00", ["25 10:30", "27 10:30", "28 08:30"]),
        ("any", "28 10:00", "23 10:00", ["25 10:00", "27 10:00", "28 08:00"]),
        ("any", "28 20:00", "23 10:00", ["25 20:00", "27 20:00", "28 18:00"]),
        # Two hours before is still night: at eight, when that is half an hour before the visit.
        ("any", "28 09:00", "23 10:00", ["25 09:00", "27 09:00", "28 08:00"]),
        ("any", "28 08:30", "23 10:00", ["25 08:30", "27 08:30", "28 08:00"]),
        # At eight it would be too late: the evening before.
        ("any", "28 08:00", "23 10:00", ["25 08:00", "27 08:00", "27 20:30"]),
        # Booked a day or an hour ahead: what is left.
        ("any", "24 10:30", "23 10:30", ["24 08:30"]),
        ("any", "24 10:30", "23 10:00", ["23 10:30", "24 08:30"]),
        ("any", "24 08:00", "23 10:00", ["23 20:30"]),
        ("any", "23 20:00", "23 10:00", ["23 18:00"]),
        ("any", "23 11:00", "23 10:00", []),
        ("any", "24 08:00", "23 21:30", []),
        # Only in the hours the family called safe.
        ("morning", "28 10:30", "23 10:00", ["25 10:30", "27 10:30", "28 08:30"]),
        ("morning", "28 20:00", "23 10:00", ["26 08:00", "28 08:00", "28 11:30"]),
        ("afternoon", "28 10:30", "23 10:00", ["25 12:00", "27 12:00", "27 17:30"]),
        ("afternoon", "28 08:00", "23 10:00", ["25 12:00", "27 12:00", "27 17:30"]),
        ("evening", "28 10:30", "23 10:00", ["25 18:00", "27 18:00"]),
        ("evening", "28 09:00", "23 10:00", ["25 18:00", "27 18:00"]),
        ("evening", "28 20:00", "23 10:00", ["25 20:00", "27 20:00", "28 18:00"]),
        ("evening", "24 10:30", "23 10:00", ["23 18:00"]),
    ],
)
def test_when_reminders_go_out(hours: str, visit: str, booked: str, expected: list[str]) -> None:
    """Three days, one day and two hours before, moved into allowed hours, without those that are past or double."""
    assert reminders(hours, seoul(visit), seoul(booked)) == [seoul(at) for at in expected]


@given(MOMENTS, st.timedeltas(timedelta(minutes=1), timedelta(days=9)), st.sampled_from(sorted(WINDOWS)))
def test_reminders_are_allowed_useful_and_apart(now: datetime, ahead: timedelta, hours: str) -> None:
    """Each comes after the booking, half an hour before the visit at the latest, in allowed hours, three hours from any other."""
    opens, closes = WINDOWS[hours]
    starts_at = now + ahead
    times = reminders(hours, starts_at, now)
    for index, at in enumerate(times):
        assert now < at <= starts_at - USEFUL
        assert opens <= at.astimezone(SEOUL).hour < closes
        assert all(abs(at - other) >= timedelta(hours=3) for other in times[:index])
    numbers = [number for number, _ in reminder_times(PROGRAMME, hours, starts_at, now)]
    assert len(set(numbers)) == len(numbers)


@given(MOMENTS, st.timedeltas(timedelta(days=2), timedelta(days=9)), st.sampled_from(sorted(WINDOWS)))
def test_a_visit_booked_two_days_ahead_is_always_remembered(now: datetime, ahead: timedelta, hours: str) -> None:
    """Whatever the hours, somebody is reminded within a day and a half of the visit."""
    starts_at = now + ahead
    times = reminders(hours, starts_at, now)
    assert times
    assert starts_at - max(times) <= timedelta(hours=36)
