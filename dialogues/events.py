"""What can happen in a conversation. Everything that changes one is one of these."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from dialogues.flow import Value
from dialogues.messages import Kind
from dialogues.reading import NOTHING_READ, Reading


class _Event(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    id: UUID
    """Names the event, and whatever it creates."""
    conversation: UUID
    line: str
    """Key of the line the conversation runs on."""


class MessageReceived(_Event, frozen=True, kw_only=True):
    """A person wrote, pressed a button or did something on their channel."""

    kind: Kind = Kind.TEXT
    text: str = ""
    choice: str = ""
    language_hint: str = ""
    phone: str = ""
    """The person's number when the line itself tells it (SMS, WhatsApp), E.164."""
    source: str = ""
    """Payload of the deep link that they came by: which poster, clinic or colleague sent them."""
    reading: Reading = NOTHING_READ


class CaseClaimed(_Event, frozen=True, kw_only=True):
    """A caseworker takes the case and the conversation."""

    staff: str
    staff_name: str = ""


class AlarmAcknowledged(_Event, frozen=True, kw_only=True):
    """A member of staff has seen the crisis and acts on it."""

    staff: str


class WorkerReplied(_Event, frozen=True, kw_only=True):
    """A caseworker wrote to the family."""

    staff: str
    text: str


class CaseReturned(_Event, frozen=True, kw_only=True):
    """The caseworker gives the conversation back to the bot; the case stays open and unclaimed."""

    staff: str


class CaseClosed(_Event, frozen=True, kw_only=True):
    """The case ended."""

    staff: str
    outcome: str


class MatchConfirmed(_Event, frozen=True, kw_only=True):
    """A caseworker has confirmed that a service takes the child."""

    staff: str
    service: str
    child: int = 1
    """Which of the children the family looked for, from 1."""


class CaseListed(_Event, frozen=True, kw_only=True):
    """A caseworker put the family on the waiting list, or took it off because there is a place."""

    staff: str
    listed: bool = True


class VisitBooked(_Event, frozen=True, kw_only=True):
    """A caseworker booked a visit; its id is the event's."""

    staff: str
    starts_at: datetime
    minutes: int = 60


class VisitMoved(_Event, frozen=True, kw_only=True):
    """A caseworker moved a visit."""

    staff: str
    visit: UUID
    starts_at: datetime


class VisitCancelled(_Event, frozen=True, kw_only=True):
    """A caseworker cancelled a visit."""

    staff: str
    visit: UUID


class ReminderDue(_Event, frozen=True, kw_only=True):
    """It is time to remind the family of a visit."""

    visit: UUID


class EscalationDue(_Event, frozen=True, kw_only=True):
    """A case or an alarm has waited too long; ``level`` counts from 1."""

    case: UUID
    level: int


class SendingFailed(_Event, frozen=True, kw_only=True):
    """A message of ours did not reach the family and will not; ``reason`` is the channel's code."""

    reason: str
    unreachable: bool = False
    """True when nothing else will arrive on this line either."""


class FamilyReferred(_Event, frozen=True, kw_only=True):
    """A state body referred a family; ``conversation`` is one in which nobody reads."""

    answers: dict[str, Value]
    body: str
    """Name of the body."""
    digest: str
    """Names what was told: the same referral comes again, another one under its id is refused."""


class IntakeExpired(_Event, frozen=True, kw_only=True):
    """An unfinished intake has rested so long that it has to be forgotten."""


Event = (
    MessageReceived
    | CaseClaimed
    | AlarmAcknowledged
    | WorkerReplied
    | CaseReturned
    | CaseClosed
    | CaseListed
    | MatchConfirmed
    | VisitBooked
    | VisitMoved
    | VisitCancelled
    | ReminderDue
    | EscalationDue
    | SendingFailed
    | FamilyReferred
    | IntakeExpired
)
