"""A visit as a calendar entry (RFC 5545) in an invitation or its cancellation (RFC 5546).

A calendar is read on lock screens and by colleagues, so the entry says the case's code and the hour, and nothing else.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from dialogues.effects import NoticeKind
from integrations.handoffs.handoff import Notice
from integrations.handoffs.wording import plain, zone

PRODUCT = "-//Front Door//Visits 1.0//EN"

STATUSES = {
    NoticeKind.VISIT_BOOKED: "CONFIRMED",
    NoticeKind.VISIT_MOVED: "CONFIRMED",
    NoticeKind.VISIT_CONFIRMED: "CONFIRMED",
    NoticeKind.MOVE_REQUESTED: "TENTATIVE",
    NoticeKind.VISIT_CANCELLED: "CANCELLED",
}
"""STATUS of the entry after each notice that is about a visit."""


def method(notice: Notice) -> str:
    """``CANCEL`` for a visit that is off, else ``REQUEST``."""
    return "CANCEL" if notice.kind is NoticeKind.VISIT_CANCELLED else "REQUEST"


def invitation(notice: Notice, organizer: str, attendee: str) -> str | None:
    """The calendar object, lines ended by CRLF; None when the notice is not about a visit with a time.

    ``organizer`` and ``attendee`` are bare e-mail addresses; the attendee is whoever the notice goes to. The same visit
    always has the same UID, so a later notice moves or removes the entry that an earlier one made.
    """
    if notice.kind not in STATUSES or notice.visit is None or notice.visit_starts_at is None:
        return None
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method(notice))
    calendar.add_component(_event(notice, notice.visit_starts_at, organizer, attendee))
    calendar.add_missing_timezones()
    return str(calendar.to_ical(), "utf-8")


def _event(notice: Notice, starts_at: datetime, organizer: str, attendee: str) -> Event:
    event = Event()
    event.add("uid", f"visit-{notice.visit}@{organizer.rpartition('@')[2]}")
    event.add("dtstamp", notice.at.astimezone(UTC))
    event.add("dtstart", _local(notice, starts_at))
    event.add("duration", timedelta(minutes=notice.visit_minutes))
    event.add("sequence", notice.visit_sequence)
    event.add("status", STATUSES[notice.kind])
    event.add("class", "PRIVATE")
    event.add("summary", plain(notice.code))
    event.add("organizer", f"mailto:{organizer}")
    event.add("attendee", f"mailto:{attendee}", parameters={"RSVP": "FALSE"})
    return event


def _local(notice: Notice, at: datetime) -> datetime:
    """By the programme's clock; plain UTC needs no VTIMEZONE."""
    place = zone(notice)
    return at.astimezone(UTC if place.key == "UTC" else place)
