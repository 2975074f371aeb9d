"""Hours that matter to a family: office hours, quiet hours, safe hours, reminders, and how a moment is said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogues.programme import Office, Programme, Quiet

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_KO_DAYS = "월화수목금토일"
_EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EN_MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December")  # fmt: skip

SAFE_HOURS = {"morning": (time(8), time(12)), "afternoon": (time(12), time(18)), "evening": (time(18), time(21))}
"""What a family's answer to `hours` means, local time."""

USEFUL = timedelta(minutes=30)
"""A reminder later than this before its visit helps nobody."""


def said(at: datetime, language: str, zone: ZoneInfo) -> str:
    """``at`` as people say it: ``11월 25일(수) 오전 10시 30분``, ``Wednesday 25 November, 10:30``."""
    local = at.astimezone(zone)
    if language == "ko":
        half, hour = ("오전", local.hour) if local.hour < 12 else ("오후", local.hour - 12)
        minutes = f" {local.minute}분" if local.minute else ""
        return f"{local.month}월 {local.day}일({_KO_DAYS[local.weekday()]}) {half} {hour or 12}시{minutes}"
    return f"{_EN_DAYS[local.weekday()]} {local.day} {_EN_MONTHS[local.month]}, {local:%H:%M}"


def add_office_time(start: datetime, span: timedelta, office: Office, zone: ZoneInfo) -> datetime:
    """The moment ``span`` of office time after ``start``; counted from the next opening when nobody works at
    ``start``."""
    left = span
    day = start.astimezone(zone).date()
    now = start
    while True:
        if DAYS[day.weekday()] in office.days:
            opens = datetime.combine(day, office.opens, zone).astimezone(UTC)
            closes = datetime.combine(day, office.closes, zone).astimezone(UTC)
            begin = max(now, opens)
            if begin + left <= closes:
                return begin + left
            left -= max(closes - begin, timedelta())
        day += timedelta(days=1)


def next_allowed(at: datetime, quiet: Quiet, hours: str, zone: ZoneInfo) -> datetime:
    """``at``, or the next moment outside the quiet hours and within the hours the family called safe."""
    opens, closes = _window(quiet, hours)
    local = at.astimezone(zone)
    if opens <= local.time() < closes:
        return at
    day = local.date() + timedelta(days=1 if local.time() >= closes else 0)
    return datetime.combine(day, opens, zone).astimezone(UTC)


def last_allowed(at: datetime, quiet: Quiet, hours: str, zone: ZoneInfo) -> datetime:
    """``at``, or half an hour before the end of the allowed hours that went before it."""
    opens, closes = _window(quiet, hours)
    local = at.astimezone(zone)
    if opens <= local.time() < closes:
        return at
    day = local.date() - timedelta(days=0 if local.time() >= closes else 1)
    return datetime.combine(day, closes, zone).astimezone(UTC) - timedelta(minutes=30)


def _window(quiet: Quiet, hours: str) -> tuple[time, time]:
    """The hours of a day in which we may write first: quiet hours reach over midnight, safe hours lie within a day."""
    opens, closes = SAFE_HOURS.get(hours, (quiet.end, quiet.start))
    return max(opens, quiet.end), min(closes, quiet.start)


def reminder_times(
    programme: Programme, hours: str, starts_at: datetime, now: datetime
) -> Iterable[tuple[int, datetime]]:
    """(number of the reminder, when it goes out, UTC) for every reminder of a visit that is still to come.

    A reminder that falls outside the allowed hours waits for them; where that is too late to be of use it goes out
    before them, unless another reminder goes out within three hours of that.
    """
    taken: list[datetime] = []
    for number, (_, before) in enumerate(programme.reminders):
        at = _allowed(programme, hours, starts_at - before, starts_at)
        if at > now and all(abs(at - other) >= timedelta(hours=3) for other in taken):
            taken.append(at)
            yield number, at


def _allowed(programme: Programme, hours: str, at: datetime, starts_at: datetime) -> datetime:
    quiet, zone = programme.facts.quiet, programme.zone
    later = next_allowed(at, quiet, hours, zone)
    return later if starts_at - later >= USEFUL else last_allowed(at, quiet, hours, zone)
