# ruff: noqa: E501 - rows of tables and sentences stay on one line
"""The gate says for each message what may become of it, and crisis replies pass before every rule."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.programmes import load
from dialogues.flow import Answer
from dialogues.gate import WINDOW, Drop, Hold, Pending, Route, Send, Verdict, gate
from dialogues.messages import Purpose
from dialogues.state import LIVE, State
from dialogues.times import next_allowed

PROGRAMME = load("firststep-asan")
HERS, OTHER = "+821012345678", "+821087654321"
TELEGRAM = Route(pushes=True, handle="4711", sms_line="asan-sms")
NO_SMS = Route(pushes=True, handle="4711")
SMS = Route(pushes=True, handle=HERS, sms_line="asan-sms")
WHATSAPP = Route(pushes=True, window=True, handle=HERS, sms_line="asan-sms")
WEB = Route(pushes=False, handle="token", sms_line="asan-sms")
ROUTES = [TELEGRAM, NO_SMS, SMS, WHATSAPP, WEB]
PROACTIVE = [Purpose.WORKER, Purpose.REMINDER]


def seoul(clock: str, day: int = 25) -> datetime:
    """A moment of a November day in 2026 in Asan, as UTC."""
    return datetime.combine(date(2026, 11, day), time.fromisoformat(clock), UTC) - timedelta(hours=9)


FIRST = datetime(2026, 1, 1)  # noqa: DTZ001 - Hypothesis adds the zone itself
NOON = seoul("12:00")


def family(last_at: datetime | None = NOON - timedelta(days=2), **known: Any) -> State:
    """A family that wrote two days ago; ``known`` are answers, or fields of the state."""
    fields = {name: known.pop(name) for name in ("stopped", "unreachable", "hushed") if name in known}
    answers = {name: Answer(str(value), NOON) for name, value in known.items()}
    return State(last_at=last_at, answers=answers, **fields)


def verdict(
    purpose: Purpose, state: State, route: Route = TELEGRAM, now: datetime = NOON, until: datetime | None = None
) -> Verdict:
    return gate(Pending(purpose=purpose, until=until), state, PROGRAMME, route, now)


HERE: dict[str, Any] = {"contact": "here"}
TEXT: dict[str, Any] = {"contact": "text", "phone": OTHER}
EVERY_STATE = [
    family(
        last_at, stopped=stopped, unreachable=unreachable, hushed=hushed, hours=hours, others_read="shared", **contact
    )
    for last_at, stopped, unreachable, hushed, hours, contact in product(
        (None, NOON, NOON - WINDOW),
        (False, True),
        (False, True),
        (False, True),
        ("any", "evening"),
        (
            {"contact": "here"},
            {"contact": "text"},
            {"contact": "text", "phone": OTHER},
            {"contact": "call"},
            {"contact": "none"},
        ),
    )
]


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("now", [NOON, seoul("03:00"), seoul("21:00")])
def test_a_crisis_reply_passes_before_everything(route: Route, now: datetime) -> None:
    """Neither opt-out, silence, quiet or safe hours, nor a wish about the way holds back or turns aside the numbers."""
    for state in EVERY_STATE:
        passed = verdict(Purpose.CRISIS, state, route, now, until=now - timedelta(hours=1))
        assert isinstance(passed, Send)
        assert (passed.discreet, passed.line, passed.handle) == (False, "", "")


def test_a_message_of_no_more_use_is_dropped_even_in_a_live_conversation() -> None:
    """A reminder of a visit that has begun goes to nobody; one second before it still may."""
    live = family(NOON, **HERE)
    assert verdict(Purpose.REMINDER, live, until=NOON) == Drop(reason="too-late")
    assert verdict(Purpose.REMINDER, live, until=NOON - timedelta(days=1)) == Drop(reason="too-late")
    assert verdict(Purpose.REMINDER, live, until=NOON + timedelta(seconds=1)) == Send()


@pytest.mark.parametrize("purpose", PROACTIVE)
@pytest.mark.parametrize("route", ROUTES)
def test_whoever_opted_out_is_not_written_to(purpose: Purpose, route: Route) -> None:
    """Nothing that we begin goes out after a stop, on no line, not even while the person is there."""
    assert verdict(purpose, family(stopped=True, **HERE), route) == Drop(reason="opted-out")
    assert verdict(purpose, family(NOON, stopped=True, **HERE), route) == Drop(reason="opted-out")


def test_the_answer_to_a_stop_goes_out_while_the_person_is_there() -> None:
    """Who says stop is told that we heard it, and half an hour later nothing more."""
    just_now, long_ago = NOON - LIVE + timedelta(seconds=1), NOON - LIVE
    assert verdict(Purpose.REPLY, family(just_now, stopped=True)) == Send()
    assert verdict(Purpose.REPLY, family(long_ago, stopped=True)) == Drop(reason="opted-out")


@pytest.mark.parametrize("purpose", PROACTIVE)
def test_whoever_cannot_talk_safely_now_gets_nothing_pushed(purpose: Purpose) -> None:
    """After "not now" nothing of ours lights up a screen; a page that waits to be opened may hold it."""
    hushed = family(NOON, hushed=True, **HERE)
    assert verdict(purpose, hushed) == Drop(reason="not-safe-now")
    assert verdict(purpose, hushed, SMS) == Drop(reason="not-safe-now")
    assert verdict(purpose, hushed, WEB) == Send()
    assert verdict(Purpose.REPLY, hushed) == Send()


@pytest.mark.parametrize("purpose", [*PROACTIVE, Purpose.REPLY])
@pytest.mark.parametrize("clock", ["03:00", "12:00", "20:59", "21:00", "07:59"])
def test_a_live_conversation_knows_no_hours(purpose: Purpose, clock: str) -> None:
    """Who wrote less than thirty minutes ago is answered at once, in full words, at any hour and on the same line."""
    now = seoul(clock)
    there = family(now - LIVE + timedelta(seconds=1), hours="evening", others_read="shared", **TEXT)
    assert verdict(purpose, there, TELEGRAM, now) == Send()


QUIET = [
    ("20:59", Send()),
    ("20:59:59", Send()),
    ("21:00", Hold(until=seoul("08:00", 26), reason="safe-hours")),
    ("23:59", Hold(until=seoul("08:00", 26), reason="safe-hours")),
    ("00:00", Hold(until=seoul("08:00"), reason="safe-hours")),
    ("07:59:59", Hold(until=seoul("08:00"), reason="safe-hours")),
    ("08:00", Send()),
    ("12:00", Send()),
]


@pytest.mark.parametrize("purpose", [*PROACTIVE, Purpose.REPLY])
@pytest.mark.parametrize(("clock", "expected"), QUIET)
def test_quiet_hours_hold_until_the_morning(purpose: Purpose, clock: str, expected: Verdict) -> None:
    """From 21:00 until 08:00 in the family's own time zone a message waits; both edges belong where they should."""
    for answers in (HERE, HERE | {"hours": "any"}, {}):
        assert verdict(purpose, family(None, **answers), TELEGRAM, seoul(clock)) == expected


SAFE = [
    ("morning", "07:59", "08:00", 25),
    ("morning", "08:00", None, 25),
    ("morning", "11:59:59", None, 25),
    ("morning", "12:00", "08:00", 26),
    ("morning", "22:00", "08:00", 26),
    ("afternoon", "11:59:59", "12:00", 25),
    ("afternoon", "12:00", None, 25),
    ("afternoon", "17:59:59", None, 25),
    ("afternoon", "18:00", "12:00", 26),
    ("evening", "17:59:59", "18:00", 25),
    ("evening", "18:00", None, 25),
    ("evening", "20:59:59", None, 25),
    ("evening", "21:00", "18:00", 26),
    ("evening", "02:00", "18:00", 25),
]


@pytest.mark.parametrize(("hours", "clock", "opens", "day"), SAFE)
def test_safe_hours_hold_until_they_open(hours: str, clock: str, opens: str | None, day: int) -> None:
    """Outside the hours the family called safe a message waits for their next opening, and not a minute more."""
    expected = Hold(until=seoul(opens, day), reason="safe-hours") if opens else Send()
    assert verdict(Purpose.WORKER, family(None, hours=hours, **HERE), TELEGRAM, seoul(clock)) == expected


def test_what_would_come_too_late_in_safe_hours_is_dropped() -> None:
    """When the next safe hour is not before the message loses its use, waiting for it makes no sense."""
    evening = family(None, hours="evening", **HERE)
    for until, expected in [
        (seoul("18:00"), Drop(reason="no-safe-time")),
        (seoul("18:00:01"), Hold(until=seoul("18:00"), reason="safe-hours")),
    ]:
        assert verdict(Purpose.REMINDER, evening, TELEGRAM, seoul("17:00"), until) == expected


@pytest.mark.parametrize("purpose", [*PROACTIVE, Purpose.REPLY])
@pytest.mark.parametrize(("way", "reason"), [("call", "call-only"), ("none", "writes-first")])
def test_whoever_wants_no_messages_gets_none_pushed(purpose: Purpose, way: str, reason: str) -> None:
    """For a call, and for a person who writes first, nothing is pushed, and the caseworker sees why."""
    for route in (TELEGRAM, NO_SMS, SMS, WHATSAPP):
        assert verdict(purpose, family(contact=way, phone=HERS), route) == Drop(reason=reason)
    assert verdict(purpose, family(contact=way, phone=HERS), WEB) == Send()


def test_a_text_goes_to_the_number_given_and_nowhere_else() -> None:
    """Who wants text messages gets them at the number they gave; without one, or without a text line, nothing goes out."""
    assert verdict(Purpose.WORKER, family(**TEXT), TELEGRAM) == Send(line="asan-sms", handle=OTHER)
    assert verdict(Purpose.WORKER, family(**TEXT), WEB) == Send(line="asan-sms", handle=OTHER)
    assert verdict(Purpose.WORKER, family(**TEXT), SMS) == Send(line="asan-sms", handle=OTHER)
    assert verdict(Purpose.WORKER, family(contact="text", phone=HERS), SMS) == Send()
    assert verdict(Purpose.WORKER, family(contact="text"), TELEGRAM) == Drop(reason="no-safe-route")
    assert verdict(Purpose.WORKER, family(**TEXT), NO_SMS) == Drop(reason="no-safe-route")
    assert verdict(Purpose.WORKER, family(**TEXT), Route(pushes=False)) == Send()


@pytest.mark.parametrize("purpose", [*PROACTIVE, Purpose.REPLY])
def test_no_line_that_nobody_called_safe_is_ever_taken(purpose: Purpose) -> None:
    """Another line is used only for a person who asked for text messages, and only with the number they gave."""
    for state, route, hour in product(EVERY_STATE, ROUTES, ("03:00", "12:00", "20:00")):
        passed = verdict(purpose, state, route, seoul(hour))
        if isinstance(passed, Send) and (passed.line or passed.handle):
            assert state.answers["contact"].value == "text"
            assert passed.handle == state.answers["phone"].value
            assert passed.line == route.sms_line


def test_nothing_is_sent_into_the_void() -> None:
    """To a person who blocked us nothing goes, unless they asked for text messages, which still arrive."""
    assert verdict(Purpose.WORKER, family(unreachable=True, **HERE)) == Drop(reason="unreachable")
    assert verdict(Purpose.WORKER, family(unreachable=True, contact="text", phone=HERS), SMS) == Drop(
        reason="unreachable"
    )
    assert verdict(Purpose.WORKER, family(unreachable=True, **TEXT)) == Send(line="asan-sms", handle=OTHER)
    assert verdict(Purpose.WORKER, family(unreachable=True, contact="here", phone=OTHER)) == Drop(reason="unreachable")


@pytest.mark.parametrize(
    ("silence", "template"),
    [(WINDOW - timedelta(seconds=1), False), (WINDOW, True), (WINDOW + timedelta(days=3), True), (None, True)],
)
def test_whatsapp_takes_only_a_template_after_a_day(silence: timedelta | None, template: bool) -> None:
    """Free text goes out for 24 hours after the person's last message, then a template; so for a crisis reply too."""
    state = family(NOON - silence if silence is not None else None, **HERE)
    assert verdict(Purpose.WORKER, state, WHATSAPP) == Send(template=template)
    assert verdict(Purpose.CRISIS, state, WHATSAPP) == Send(template=template)
    assert verdict(Purpose.WORKER, state, TELEGRAM) == Send()


def test_a_text_message_needs_no_template() -> None:
    """WhatsApp's window does not concern what goes out by text message instead."""
    assert verdict(Purpose.WORKER, family(None, **TEXT), WHATSAPP) == Send(line="asan-sms", handle=OTHER)


def test_on_a_screen_others_read_only_discreet_words_appear() -> None:
    """Whoever is not in the conversation, and not alone with the screen, gets the neutral words."""
    assert verdict(Purpose.REMINDER, family(others_read="shared", **HERE)) == Send(discreet=True)
    assert verdict(Purpose.REMINDER, family(others_read="shared", **TEXT)) == Send(
        discreet=True, line="asan-sms", handle=OTHER
    )
    assert verdict(Purpose.REMINDER, family(others_read="alone", **HERE)) == Send()


@pytest.mark.parametrize("answers", [HERE, {"contact": "call"}, {"contact": "none"}, {}])
def test_a_chat_page_waits_to_be_opened(answers: dict[str, Any]) -> None:
    """On a page that cannot push, quiet hours and wishes about the way change nothing: the person comes and looks."""
    assert verdict(Purpose.WORKER, family(None, hours="evening", **answers), WEB, seoul("03:00")) == Send()


@given(
    now=st.datetimes(FIRST, FIRST.replace(year=2027), timezones=st.just(UTC)),
    purpose=st.sampled_from([*PROACTIVE, Purpose.REPLY]),
    hours=st.sampled_from(["", "any", "morning", "afternoon", "evening"]),
    route=st.sampled_from([TELEGRAM, NO_SMS, SMS, WHATSAPP]),
    way=st.sampled_from(["here", "text", ""]),
    ago=st.one_of(st.none(), st.timedeltas(LIVE, timedelta(days=40))),
)
def test_nothing_is_pushed_in_forbidden_hours(
    now: datetime, purpose: Purpose, hours: str, route: Route, way: str, ago: timedelta | None
) -> None:
    """At no moment does a push leave outside the allowed hours, and what is held passes when its time has come."""
    known: dict[str, Any] = {
        name: value for name, value in (("hours", hours), ("contact", way), ("phone", OTHER)) if value
    }
    state = family(now - ago if ago is not None else None, **known)
    passed = verdict(purpose, state, route, now)
    quiet, zone = PROGRAMME.facts.quiet, PROGRAMME.zone
    if isinstance(passed, Send):
        assert next_allowed(now, quiet, hours, zone) == now
        assert 8 <= now.astimezone(zone).hour < 21
    if isinstance(passed, Hold):
        assert passed.until > now
        assert isinstance(verdict(purpose, state, route, passed.until), Send)
