"""What crosses the border between a channel and the conversation: messages in, messages out, receipts."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

import msgspec


class Kind(StrEnum):
    """What a person did, as far as the channel can tell."""

    TEXT = "text"
    CHOICE = "choice"
    """A button was pressed: ``Inbound.choice`` holds its id, ``text`` its label where the channel tells it."""
    START = "start"
    """The person opened the conversation (Telegram's /start, the chat page): ``text`` is the deep link's payload or
    empty."""
    MEDIA = "media"
    """A photo, voice message, sticker, location or file: ``text`` is its caption or empty."""
    CONTACT = "contact"
    """The person shared their own phone number: ``text`` is the number."""
    BLOCKED = "blocked"
    """The person blocked us or deleted the chat; nothing sent will arrive."""
    UNBLOCKED = "unblocked"
    OPTED_OUT = "opted_out"
    """The provider took STOP for us; it drops whatever we send until START."""
    OPTED_IN = "opted_in"


class Inbound(msgspec.Struct, frozen=True, kw_only=True):
    """One message from a family, in the channel-neutral form."""

    line: str
    """Key of the line it came in on, such as ``asan-sms``; a line belongs to one programme."""
    provider_id: str
    """The provider's own id; (line, provider_id) names a message once and for all, so a redelivery is known."""
    handle: str
    """The sender's address on this line: E.164 number, Telegram chat id, web chat token."""
    kind: Kind = Kind.TEXT
    text: str = ""
    choice: str = ""
    """Id of the pressed button, ``question:option`` or ``question:option:subject``."""
    language_hint: str = ""
    """A BCP 47 tag told by the channel, such as ``ko``; a hint only."""
    edited: bool = False
    """True when the person changed a message that they had sent before."""


class Status(StrEnum):
    """How far an outgoing message has come. The order of the members is the rank: a receipt never lowers it."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"
    DROPPED = "dropped"
    REVOKED = "revoked"


RANK = {status: rank for rank, status in enumerate(Status)}


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """A provider's word on a message that we sent; may come twice and out of order."""

    line: str
    provider_id: str
    status: Status
    reason: str = ""
    """Short code of a failure, such as ``twilio:30005``; never text or a handle."""


class Choice(msgspec.Struct, frozen=True):
    """One thing a person can press or answer by its number."""

    id: str
    """``question:option`` or ``question:option:subject``; at most 64 bytes, Telegram's limit."""
    label: str


class Purpose(StrEnum):
    """Why we write; the gate decides by it."""

    REPLY = "reply"
    """An answer of the bot to what a person has just written."""
    WORKER = "worker"
    """A caseworker's own words, or the bot on their behalf (a visit was booked)."""
    REMINDER = "reminder"
    CRISIS = "crisis"
    """Passes the gate before everything else."""


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    """One message to a family, ready for ``Channel.send``."""

    id: UUID
    line: str
    handle: str
    text: str
    choices: tuple[Choice, ...] = ()
    many: bool = False
    """True when several of the choices may be taken together."""
    purpose: Purpose = Purpose.REPLY
    language: str = "en"
    template: bool = False
    """True when the provider takes only a pre-approved template now (WhatsApp, 24 hours after the last message)."""
