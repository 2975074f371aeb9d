"""The gate: whether an outgoing message may go out now, where to, and in which words. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from dialogues.messages import Purpose
from dialogues.programme import Programme
from dialogues.state import State
from dialogues.times import next_allowed

WINDOW = timedelta(hours=24)
"""WhatsApp takes free text only this long after the person's last message (DOMAIN D5)."""


_NEVER_FIRST = {"call": "call-only", "none": "writes-first"}
"""Answers to `contact` of a person who does not want to find a message, and why it is dropped."""


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """What the gate has to know of a message."""

    purpose: Purpose
    until: datetime | None = None


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """What the gate has to know of the lines."""

    pushes: bool
    """Whether the conversation's line can write first; on one that cannot, the person comes and looks."""
    window: bool = False
    handle: str = ""
    sms_line: str = ""
    """The programme's text message line, empty when it has none."""


class Send(msgspec.Struct, frozen=True, kw_only=True):
    """Let it go out."""

    discreet: bool = False
    """In the discreet words."""
    template: bool = False
    line: str = ""
    """Through another line than the conversation's; "" for its own."""
    handle: str = ""


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """Not now."""

    until: datetime
    reason: str


class Drop(msgspec.Struct, frozen=True, kw_only=True):
    """Never; ``reason`` stays with the message and the caseworker sees it."""

    reason: str


Verdict = Send | Hold | Drop


def gate(message: Pending, state: State, programme: Programme, route: Route, now: datetime) -> Verdict:
    """What may become of ``message`` at ``now`` (UTC). A crisis reply passes before every other rule; but
    where a state body referred the family there is nobody to write to."""
    if state.referred:
        return Drop(reason="referred")
    template = route.window and (state.last_at is None or now - state.last_at >= WINDOW)
    if message.purpose is Purpose.CRISIS:
        return Send(template=template)
    if message.until is not None and message.until <= now:
        return Drop(reason="too-late")
    if state.hushed and route.pushes and message.purpose is not Purpose.REPLY:
        return Drop(reason="not-safe-now")
    if state.live(now) and (message.purpose is Purpose.REPLY or not state.stopped):
        return Send(template=template)
    if state.stopped:
        return Drop(reason="opted-out")
    if not route.pushes and not _wants_text(state):
        return Send()
    return _write_first(message, state, programme, route, now, template)


def _write_first(
    message: Pending, state: State, programme: Programme, route: Route, now: datetime, template: bool
) -> Verdict:
    """The rules for a message that the person is not waiting for with the phone in hand."""
    way = _answer(state, "contact")
    if way in _NEVER_FIRST:
        return Drop(reason=_NEVER_FIRST[way])
    reroute = _text_route(state, route)
    if way == "text" and reroute is None:
        return Drop(reason="no-safe-route") if route.pushes else Send()
    if state.unreachable and not (reroute and reroute[0]):
        return Drop(reason="unreachable")
    at = next_allowed(now, programme.facts.quiet, _answer(state, "hours"), programme.zone)
    if at > now:
        too_late = message.until is not None and at >= message.until
        return Drop(reason="no-safe-time") if too_late else Hold(until=at, reason="safe-hours")
    return Send(
        discreet=state.discreet,
        template=template and not (reroute and reroute[0]),
        line=reroute[0] if reroute else "",
        handle=reroute[1] if reroute else "",
    )


def _text_route(state: State, route: Route) -> tuple[str, str] | None:
    """(line, number) of the text message the person called safe; empty strings when the conversation already is
    that."""
    if not _wants_text(state):
        return None
    number = _answer(state, "phone")
    if number and number == route.handle:
        return ("", "")
    return (route.sms_line, number) if route.sms_line and number else None


def _wants_text(state: State) -> bool:
    return _answer(state, "contact") == "text"


def _answer(state: State, question: str) -> str:
    answer = state.answers.get(question)
    return str(answer.value) if answer else ""
