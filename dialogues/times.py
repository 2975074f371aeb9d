"""Hours that matter to a family: office hours, quiet hours, safe hours, reminders, and how a moment is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dialogues.programme import Office, Programme, Quiet

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class _Calendar(NamedTuple):
    """How a language says a moment; ``pattern`` has places for weekday, day and month, then comes ``joint`` and the
    clock."""

    pattern: str
    joint: str
    days: Sequence[str]
    months: Sequence[str]


# fmt: off
_CALENDARS = {
    "ko": _Calendar("{month}월 {day}일({weekday})", " ", "월화수목금토일", [str(month) for month in range(1, 13)]),
    "en": _Calendar(
        "{weekday} {day} {month}", ", ",
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
         "December"),
    ),
    "fr": _Calendar(
        "{weekday} {day} {month}", " à ",
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
         "décembre"),
    ),
    # The weekday stands in brackets: in the nominative it fits before and after any preposition.
    "ru": _Calendar(
        "{day} {month} ({weekday})", ", ",
        ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
        ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
         "декабря"),
    ),
    "uz": _Calendar(
        "{day}-{month}, {weekday}", ", soat ",
        ("dushanba", "seshanba", "chorshanba", "payshanba", "juma", "shanba", "yakshanba"),
        ("yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr", "oktabr", "noyabr", "dekabr"),
    ),
    # A test holds it against ``spelling``, which writes everything else of this language.
    "uz-Cyrl": _Calendar(
        "{day}-{month}, {weekday}", ", соат ",
        ("душанба", "сешанба", "чоршанба", "пайшанба", "жума", "шанба", "якшанба"),
        ("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
         "декабрь"),
    ),
}
# fmt: on

SAFE_HOURS = {"morning": (time(8), time(12)), "afternoon": (time(12), time(18)), "evening": (time(18), time(21))}
"""What a family's answer to `hours` means, local time."""

USEFUL = timedelta(minutes=30)
"""A reminder later than this before its visit helps nobody."""


def said(at: datetime, language: str, zone: ZoneInfo) -> str:
    """``at`` as people say it: ``11월 25일(수) 오전 10시 30분``, ``Wednesday 25 November, 10:30``.

    In English for a language that has no calendar here.
    """
    local = at.astimezone(zone)
    calendar = _CALENDARS.get(language, _CALENDARS["en"])
    return f"{said_day(local.date(), language)}{calendar.joint}{_clock(local, language)}"


def said_day(day: date, language: str) -> str:
    """``day`` as people say it: ``11월 25일(수)``, ``Wednesday 25 November``."""
    calendar = _CALENDARS.get(language, _CALENDARS["en"])
    return calendar.pattern.format(
        weekday=calendar.days[day.weekday()],
        day="1er" if language == "fr" and day.day == 1 else day.day,
        month=calendar.months[day.month - 1],
    )


def _clock(local: datetime, language: str) -> str:
    match language:
        case "ko":
            return _korean_clock(local)
        case "fr":
            return f"{local.hour} h" + (f" {local:%M}" if local.minute else "")
        case _:
            return f"{local:%H:%M}"


def _korean_clock(local: datetime) -> str:
    half, hour = ("오전", local.hour) if local.hour < 12 else ("오후", local.hour - 12)
    return f"{half} {hour or 12}시" + (f" {local.minute}분" if local.minute else "")


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
