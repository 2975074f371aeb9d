"""What a step wants done. The turn writes all of them in the transaction that writes the state."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import msgspec

from dialogues.case import CaseDocument
from dialogues.messages import Choice, Purpose
from dialogues.state import VisitStatus


class Say(msgspec.Struct, frozen=True, kw_only=True):
    """Write to the family."""

    text: str
    choices: tuple[Choice, ...] = ()
    many: bool = False
    purpose: Purpose = Purpose.REPLY
    language: str
    discreet_text: str = ""
    """What to send instead when others may read the screen and the person is not in the conversation."""
    about: UUID | None = None
    """The visit it speaks of: moving or cancelling the visit revokes the message while it has not gone out."""
    until: datetime | None = None
    """After this it is of no use and must not go out any more."""


class OpenCase(msgspec.Struct, frozen=True, kw_only=True):
    """Hand a new case to people. Its id is the document's."""

    document: CaseDocument
    due_at: datetime
    """When the family was told that a person answers at the latest."""


class ReviseCase(msgspec.Struct, frozen=True, kw_only=True):
    """Replace the document of the open case: an answer was corrected, or it became more urgent."""

    document: CaseDocument
    due_at: datetime


class NoticeKind(StrEnum):
    """Why staff are told."""

    OPENED = "case.opened"
    ESCALATED = "case.escalated"
    SUPERVISOR = "case.escalated_to_supervisor"
    CRISIS = "case.crisis"
    REVISED = "case.revised"
    MESSAGE = "case.message_received"
    CLAIMED = "case.claimed"
    RETURNED = "case.returned"
    CLOSED = "case.closed"
    HELPED = "case.family_answered"
    """The family said whether it got help."""
    VISIT_BOOKED = "visit.booked"
    VISIT_MOVED = "visit.moved"
    VISIT_CANCELLED = "visit.cancelled"
    VISIT_CONFIRMED = "visit.confirmed"
    MOVE_REQUESTED = "visit.move_requested"
    UNREACHABLE = "case.family_unreachable"


class Notify(msgspec.Struct, frozen=True, kw_only=True):
    """Tell staff; a notice never carries text, a name or a handle."""

    kind: NoticeKind
    case: UUID
    visit: UUID | None = None


class ClaimCase(msgspec.Struct, frozen=True, kw_only=True):
    """The case is this caseworker's from now on."""

    case: UUID
    staff: str


class ReleaseCase(msgspec.Struct, frozen=True, kw_only=True):
    """The case is nobody's again."""

    case: UUID


class CloseCase(msgspec.Struct, frozen=True, kw_only=True):
    """The case ended with ``outcome``."""

    case: UUID
    outcome: str


class KeepHelped(msgspec.Struct, frozen=True, kw_only=True):
    """Keep what the family says of its case that has ended: ``yes``, ``partly`` or ``no``, it got help."""

    case: UUID
    helped: str


class Acknowledge(msgspec.Struct, frozen=True, kw_only=True):
    """The case's alarm was seen by ``staff``."""

    case: UUID
    staff: str


class KeepVisit(msgspec.Struct, frozen=True, kw_only=True):
    """Write a visit as it stands now."""

    case: UUID
    visit: UUID
    starts_at: datetime
    status: VisitStatus
    minutes: int | None = None
    wish: str = ""
    """The family's own words on another time."""
    answer: str = ""
    """What the family answered: ``confirm``, ``move`` or ``cancel``; "" when it is not the family's doing."""


class TimerKind(StrEnum):
    """What a timer becomes when it falls due."""

    REMINDER = "reminder"
    ESCALATION = "escalation"
    EXPIRY = "expiry"


class SetTimer(msgspec.Struct, frozen=True, kw_only=True):
    """Have an event happen later. (kind, subject, level) names a timer within its conversation; setting it again
    moves it."""

    kind: TimerKind
    subject: UUID
    at: datetime
    level: int = 0


class CancelTimers(msgspec.Struct, frozen=True, kw_only=True):
    """Take back every timer of this kind about ``subject``."""

    kind: TimerKind
    subject: UUID


class RevokeMessages(msgspec.Struct, frozen=True, kw_only=True):
    """Take back every message about ``subject`` that has not gone out yet."""

    subject: UUID


class MarkWaiting(msgspec.Struct, frozen=True, kw_only=True):
    """The family waits for a person since now, unless it already waited."""


class ClearWaiting(msgspec.Struct, frozen=True, kw_only=True):
    """The family has its answer."""


class Forget(msgspec.Struct, frozen=True, kw_only=True):
    """Erase what this family wrote and what we wrote to it."""


class Refuse(msgspec.Struct, frozen=True, kw_only=True):
    """The event cannot be done; nothing changed. ``reason`` is a wording key of the console."""

    reason: str
    by: str = ""
    """Id of the member of staff who was first, where that is the reason."""


Effect = (
    Say
    | OpenCase
    | ReviseCase
    | Notify
    | ClaimCase
    | ReleaseCase
    | CloseCase
    | KeepHelped
    | Acknowledge
    | KeepVisit
    | SetTimer
    | CancelTimers
    | RevokeMessages
    | MarkWaiting
    | ClearWaiting
    | Forget
    | Refuse
)
