"""What a visit's calendar entry says, as a calendar program reads it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from dialogues.effects import NoticeKind
from integrations.handoffs.handoff import Notice
from integrations.handoffs.mail import Mail
from tests.integrations.handoffs.notices import VISIT, VISIT_AT, notice, visit_notice

HANA = "hana@centre.example"
mail = Mail("smtp://localhost", "door@example.org")


def calendar_part(sent: Notice) -> Any:
    """The text/calendar part as it leaves, read back from the bytes."""
    (part,) = (part for part in mail.message(sent, HANA).walk() if part.get_content_type() == "text/calendar")
    return part


def entry(sent: Notice) -> Any:
    """The one entry in it."""
    (event,) = Calendar.from_ical(calendar_part(sent).get_payload(decode=True)).walk("VEVENT")
    return event


def test_a_visit_is_an_invitation_at_its_local_hour() -> None:
    """A booked visit starts at the local hour, lasts its minutes, is private, and carries its time zone along."""
    part = calendar_part(visit_notice(visit_minutes=90))
    raw = part.get_payload(decode=True)
    calendar = Calendar.from_ical(raw)
    event = entry(visit_notice(visit_minutes=90))
    assert (part.get_param("method"), calendar["METHOD"], part.get_content_charset()) == ("REQUEST", "REQUEST", "utf-8")
    assert b"DTSTART;TZID=Asia/Seoul:20261125T103000\r\n" in raw
    assert event["DTSTART"].dt == datetime(2026, 11, 25, 10, 30, tzinfo=ZoneInfo("Asia/Seoul")) == VISIT_AT
    assert event["DURATION"].dt == timedelta(minutes=90)
    assert event["DTSTAMP"].dt == datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Asia/Seoul"]
    assert (event["CLASS"], event["STATUS"]) == ("PRIVATE", "CONFIRMED")


def test_the_entry_names_the_code_and_nobody() -> None:
    """The summary is the code; organizer and attendee are addresses without names; there is no place or text."""
    event = entry(visit_notice())
    assert event["SUMMARY"] == "K7-M3QX"
    assert (event["ORGANIZER"], event["ATTENDEE"]) == ("mailto:door@example.org", f"mailto:{HANA}")
    assert "CN" not in event["ORGANIZER"].params
    assert "CN" not in event["ATTENDEE"].params
    assert not {"DESCRIPTION", "LOCATION", "COMMENT", "CONTACT"} & set(event)


def test_moving_and_cancelling_touch_the_same_entry() -> None:
    """Every notice about one visit has one UID; the sequence follows the visit's; a cancellation says so twice."""
    booked = entry(visit_notice())
    moved = entry(visit_notice(NoticeKind.VISIT_MOVED, visit_sequence=1, visit_starts_at=VISIT_AT + timedelta(days=1)))
    gone = visit_notice(NoticeKind.VISIT_CANCELLED, visit_sequence=2)
    cancelled = entry(gone)
    assert booked["UID"] == moved["UID"] == cancelled["UID"] == f"visit-{VISIT}@example.org"
    assert [event["SEQUENCE"] for event in (booked, moved, cancelled)] == [0, 1, 2]
    assert cancelled["STATUS"] == "CANCELLED"
    assert calendar_part(gone).get_param("method") == "CANCEL"


def test_a_visit_that_may_move_is_tentative() -> None:
    """While the family asks for another time, the entry is only tentative."""
    assert entry(visit_notice(NoticeKind.MOVE_REQUESTED))["STATUS"] == "TENTATIVE"


def test_lines_are_folded_and_ended_as_the_standard_asks() -> None:
    """Lines end in CRLF and have at most 75 bytes."""
    raw = calendar_part(visit_notice()).get_payload(decode=True)
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(map(len, raw.split(b"\r\n"))) <= 75


@pytest.mark.parametrize("timezone", ["UTC", "Mars/Olympus", "../etc", ""])
def test_without_a_known_time_zone_the_hour_is_in_utc(timezone: str) -> None:
    """A zone that this machine does not know must not keep the notice back: the hour is in UTC and says so."""
    sent = visit_notice(timezone=timezone)
    assert b"\r\nDTSTART:20261125T013000Z\r\n" in calendar_part(sent).get_payload(decode=True)
    body = mail.message(sent, HANA).get_body(("plain",))
    assert body is not None
    assert "방문: 11월 25일(수) 오전 1시 30분 UTC" in body.get_content()


@pytest.mark.parametrize(
    "sent",
    [
        notice(),
        visit_notice(visit_starts_at=None),
        visit_notice(visit=None),
        visit_notice(NoticeKind.MESSAGE),
    ],
)
def test_other_notices_have_no_entry(sent: Notice) -> None:
    """Only a notice about a visit with a time has a calendar entry."""
    assert mail.message(sent, HANA).get_content_type() == "text/plain"
