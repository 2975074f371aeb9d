"""What a caseworker's form asks for, as an event."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from data.cases import Place
from data.crypt import Vault
from dialogues.events import (
    AlarmAcknowledged,
    CaseClaimed,
    CaseClosed,
    CaseListed,
    CaseReturned,
    Event,
    MatchConfirmed,
    VisitBooked,
    VisitCancelled,
    VisitMoved,
    WorkerReplied,
)

DEEDS = ("claim", "acknowledge", "reply", "return", "close", "list", "unlist", "book", "move", "cancel", "confirm")
"""The last part of a form's address."""

OUTCOMES = ("helped", "referred_elsewhere", "declined", "unreachable", "duplicate", "withdrawn", "other")

MOST_CHILDREN = 99

LONGEST = 2000
"""Letters of a reply; every channel takes so many."""

_ONCE = re.compile(r"[0-9a-f]{32}")
_UNIQUE = frozenset({"csrf", "_csrf_token"})


class Mistake(ValueError):
    """The form cannot be taken; ``str()`` is the end of a wording key ``mistake-…``."""


@dataclass(frozen=True, slots=True, repr=False)
class Form:
    """A form as it was sent."""

    deed: str
    place: Place
    staff: UUID
    staff_name: str
    zone: ZoneInfo
    fields: Mapping[str, str]

    def name(self, vault: Vault) -> UUID:
        """The event's id: the same for the same form and words, and nobody can choose another's. Raises Mistake."""
        once_of(self.fields)
        sent = json.dumps({key: value for key, value in sorted(self.fields.items()) if key not in _UNIQUE})
        return vault.hash("console form", self.staff.hex, self.place.id.hex, self.deed, sent)


def once_of(fields: Mapping[str, str]) -> str:
    """What tells one form from another, good for one deed. Raises Mistake."""
    if not _ONCE.fullmatch(fields.get("once", "")):
        raise Mistake("form")
    return fields["once"]


def event_of(form: Form, name: UUID) -> Event:
    """The event, called ``name``. Raises Mistake."""
    fields, staff = form.fields, form.staff.hex
    common: dict[str, Any] = {
        "id": name,
        "conversation": form.place.conversation,
        "line": form.place.line,
        "staff": staff,
    }
    match form.deed:
        case "claim":
            return CaseClaimed(**common, staff_name=form.staff_name)
        case "acknowledge":
            return AlarmAcknowledged(**common)
        case "reply":
            return WorkerReplied(**common, text=_words(fields.get("text", "")))
        case "return":
            return CaseReturned(**common)
        case "close":
            return CaseClosed(**common, outcome=_outcome(fields.get("outcome", "")))
        case "list" | "unlist":
            return CaseListed(**common, listed=form.deed == "list")
        case "confirm":
            return MatchConfirmed(**common, service=fields.get("service", ""), child=_child(fields.get("child", "")))
        case "book":
            return VisitBooked(
                **common, starts_at=_moment(fields, form.zone), minutes=_minutes(fields.get("minutes", ""))
            )
        case "move":
            return VisitMoved(**common, visit=_visit(fields), starts_at=_moment(fields, form.zone))
        case "cancel":
            return VisitCancelled(**common, visit=_visit(fields))
        case _:
            raise Mistake("form")


def _words(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\0", "").strip()
    if not text:
        raise Mistake("empty")
    if len(text) > LONGEST:
        raise Mistake("long")
    return text


def _outcome(outcome: str) -> str:
    if outcome not in OUTCOMES:
        raise Mistake("outcome")
    return outcome


def _moment(fields: Mapping[str, str], zone: ZoneInfo) -> datetime:
    """Day and time of day on the programme's clock, as UTC."""
    try:
        day, hour = date.fromisoformat(fields.get("day", "")), time.fromisoformat(fields.get("time", ""))
        return datetime.combine(day, hour.replace(tzinfo=None), zone).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Mistake("time") from None


def _minutes(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 10 <= int(text[:9]) <= 480:
        raise Mistake("minutes")
    return int(text)


def _child(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:3]) <= MOST_CHILDREN:
        raise Mistake("form")
    return int(text)


def _visit(fields: Mapping[str, str]) -> UUID:
    try:
        return UUID(hex=fields.get("visit", ""))
    except ValueError:
        raise Mistake("form") from None
