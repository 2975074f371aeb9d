"""The written form of a conversation: what ``tests/transcripts`` replays and ``python -m bot chat --record`` writes.

    > what the person writes            [2] the choice they press
    < what is said to them                [the choices] [under it]
    ~ what the gate keeps back          ! what is done about it
    @ how far the clock moves           * what a caseworker does

``docs/transcripts.md`` explains it to those who correct one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from dialogues.case import CaseDocument
from dialogues.effects import (
    Acknowledge,
    CancelTimers,
    ClaimCase,
    ClearWaiting,
    CloseCase,
    Effect,
    Forget,
    KeepHelped,
    KeepVisit,
    MarkWaiting,
    Notify,
    OpenCase,
    Refuse,
    ReleaseCase,
    ReviseCase,
    RevokeMessages,
    Say,
    SetTimer,
)
from dialogues.loading import duration
from dialogues.messages import Purpose

ANY = "…"
"""Stands for any text."""

WEIGHTY = (OpenCase, ReviseCase, ClaimCase, ReleaseCase, CloseCase, KeepHelped, Acknowledge, KeepVisit, Forget, Refuse)
"""Effects that a transcript has to tell; of the others it tells those worth reading."""

_TELLING = ("programme", "urgency", "reason", "by", "status", "at", "wish", "outcome", "helped")
"""Fields of an effect that a recording writes down."""

_MOMENT = re.compile(r"(?:(?P<day>\d{4}-\d\d-\d\d)|(?P<after>\+\d{1,3}[dhm]))?\s*(?P<time>\d{1,2}:\d\d)?")

Names = Mapping[str, str]
"""The name in the transcript of each member of staff, by id."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message that reached the person."""

    text: str
    choices: tuple[str, ...] = ()
    """Labels, in the order shown."""
    tag: str = ""
    """Why it was sent, ``reminder`` or ``worker by asan-sms``; empty for an answer to what they wrote."""


def message_lines(said: Said, hidden: Iterable[str] = ()) -> list[str]:
    """``said`` as a transcript's lines; texts in ``hidden`` (case codes, which are random) become ``…``."""
    text = said.text
    for secret in hidden:
        text = text.replace(secret, ANY)
    first, *others = text.split("\n")
    tag = f"({said.tag}) " if said.tag else ""
    lines = [f"< {tag}{first}".rstrip(), *(f"< {line}".rstrip() for line in others)]
    return [*lines, "  " + " ".join(f"[{choice}]" for choice in said.choices)] if said.choices else lines


def effect_line(effect: Effect, zone: ZoneInfo, names: Names) -> str:
    """A weighty effect as a transcript's line."""
    fields = effect_fields(effect, zone, names)
    told = [f"{name}={_quoted(fields[name])}" for name in _TELLING if fields.get(name)]
    return " ".join(["!", effect_name(effect), *told])


def effect_name(effect: Effect) -> str:
    """``OpenCase`` as ``open_case``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(effect).__name__).lower()


def effect_fields(effect: Effect, zone: ZoneInfo, names: Names) -> dict[str, str]:
    """What a transcript may say of an effect, all as text; moments are local, ``2026-11-24T10:30``."""
    match effect:
        case OpenCase(document=document, due_at=due) | ReviseCase(document=document, due_at=due):
            return _document_fields(document) | {"due": local(due, zone)}
        case Notify(kind=kind):
            return {"kind": kind.value}
        case ClaimCase(staff=staff) | Acknowledge(staff=staff):
            return {"by": names.get(staff, staff)}
        case CloseCase(outcome=outcome):
            return {"outcome": outcome}
        case KeepHelped(helped=helped):
            return {"helped": helped}
        case KeepVisit():
            return {"status": effect.status.value, "at": local(effect.starts_at, zone), "wish": effect.wish}
        case SetTimer():
            return {"kind": effect.kind.value, "at": local(effect.at, zone), "level": str(effect.level)}
        case CancelTimers(kind=timer):
            return {"kind": timer.value}
        case Refuse(reason=reason, by=by):
            return {"reason": reason, "by": names.get(by, by)}
        case Say() | ReleaseCase() | RevokeMessages() | MarkWaiting() | ClearWaiting() | Forget():
            return {}
        case _:
            assert_never(effect)


def _document_fields(document: CaseDocument) -> dict[str, str]:
    answers = {record.question: value_text(record.value) for record in document.answers}
    return answers | {
        "programme": document.programme,
        "revision": str(document.revision),
        "reason": document.reason.value,
        "urgency": document.urgency.value,
        "centre": document.centre,
        "language": document.language,
        "name": document.name,
        "contact": document.contact.way,
        "phone": document.contact.phone,
        "consent": "yes" if document.consent.personal else "no",
        "sensitive": "yes" if document.consent.sensitive else "no",
        "matches": "+".join(one.service for one in document.matches if one.standing == "likely"),
        "children": str(len(document.children)),
        "confirmed": "+".join(one.service for one in document.matches if one.confirmed),
        "crisis": document.crisis.code if document.crisis else "",
    }


def value_text(value: str | int | tuple[str, ...]) -> str:
    """An answer's value as a transcript writes it; several options are joined by ``+``."""
    return "+".join(value) if isinstance(value, tuple) else str(value)


def tag_of(purpose: Purpose, line: str = "", *, template: bool = False) -> str:
    """The word in front of a message: nothing for an answer, else why it was sent, and by which other line."""
    words = [] if purpose is Purpose.REPLY else [purpose.value]
    words += ["by", line] if line else []
    return " ".join([*words, "as template"] if template else words)


def local(at: datetime, zone: ZoneInfo) -> str:
    """``at`` as ``2026-11-24T10:30`` in ``zone``."""
    return f"{at.astimezone(zone):%Y-%m-%dT%H:%M}"


def moment(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """A moment told as ``+2d``, ``+30m``, ``+3d 10:30``, ``2026-11-30 10:30`` or ``10:30`` (the next one).

    Raises ValueError for anything else.
    """
    found = _MOMENT.fullmatch(text.strip())
    if not found or not text.strip() or (found["day"] and not found["time"]):
        raise ValueError(f"`{text}` is no moment: write +2d, +30m, +3d 10:30, 2026-11-30 10:30 or 10:30")
    at = now + duration(found["after"][1:]) if found["after"] else now
    if found["time"]:
        hour, minute = (int(part) for part in found["time"].split(":"))
        day = datetime.fromisoformat(found["day"]) if found["day"] else at.astimezone(zone)
        at = day.replace(hour=hour, minute=minute, second=0, microsecond=0, tzinfo=zone)
        if at <= now and not found["day"] and not found["after"]:
            at += timedelta(days=1)
    return at.astimezone(now.tzinfo)


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"\s", value) else value
