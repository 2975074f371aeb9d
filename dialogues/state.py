"""Everything a conversation remembers. Small enough to be written whole after each turn."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from dialogues.flow import Answer
from dialogues.messages import Choice

LIVE = timedelta(minutes=30)
"""A person who wrote less than this ago is taken to be looking at the conversation. Our proposal."""

HOME = ""
"""``State.flow`` when no flow is running."""


class VisitStatus(StrEnum):
    """Where a visit stands."""

    BOOKED = "booked"
    CONFIRMED = "confirmed"
    MOVE_REQUESTED = "move_requested"
    CANCELLED = "cancelled"


class Visit(msgspec.Struct, frozen=True):
    """A visit as the family knows it."""

    id: UUID
    starts_at: datetime
    """UTC."""
    status: VisitStatus = VisitStatus.BOOKED


class Alarm(msgspec.Struct, frozen=True, omit_defaults=True):
    """The last crisis found in this conversation."""

    code: str
    severity: str
    at: datetime
    acknowledged: bool = False


class State(msgspec.Struct, frozen=True, omit_defaults=True):
    """One conversation. The default is that of a person who has never written."""

    language: str = ""
    flow: str = "self_referral"
    """Flow that is running, or HOME; of a person who has never written, whatever form the programme begins with."""
    form: str = ""
    """The form whose answers are kept, when it is through; "" for the usual one."""
    after: str = HOME
    """Flow to go on with when the running one is through."""
    answers: dict[str, Answer] = {}
    """By question, in the order answered."""
    heard: dict[str, Answer] = {}
    """Said before it may be kept: becomes an answer with the consent, is forgotten with the refusal."""
    asked: str = ""
    """Question last put to the person; "" when none is open."""
    draft: tuple[str, ...] = ()
    """Options taken so far of a question that takes several."""
    menu: tuple[Choice, ...] = ()
    """The choices of our last message: a bare number or a label means one of them."""
    misses: int = 0
    """Messages in a row that we did not understand."""
    last_at: datetime | None = None
    """When the person last wrote, UTC."""
    stopped: bool = False
    """True when the person asked us not to write first."""
    hushed: bool = False
    """True from the moment the person said that they cannot talk safely until they write again: nothing of ours goes
    out."""
    unreachable: bool = False
    """True when the channel says that nothing we send arrives."""
    case: UUID | None = None
    case_revision: int = 0
    case_opened_at: datetime | None = None
    """When the open case was opened, UTC."""
    promised_at: datetime | None = None
    """When the family was told that a person answers at the latest, UTC."""
    worker: str = ""
    """Id of the caseworker who owns the conversation; "" while the bot does."""
    listed: bool = False
    """True while the family is on the waiting list."""
    ended: UUID | None = None
    """The case that ended last, for which the family was asked whether it got help."""
    waiting: bool = False
    """True while the family waits for a person's words."""
    visits: tuple[Visit, ...] = ()
    alarm: Alarm | None = None
    protected: bool = False
    """True once the person wants to give birth unnamed: nothing that names her is kept from then on."""
    source: str = ""
    """Payload of the first deep link they came by."""
    earlier: tuple[dict[str, Answer], ...] = ()
    """What was told of each child that the family looked for before the one it speaks of now."""
    matched: tuple[str, ...] = ()
    """What a caseworker has confirmed: the child's number, from 1, and the service, such as ``1:school_care``."""
    referred: str = ""
    """Names the referral by a state body that this began with; "" when the family itself writes. Nothing is ever said
    in such a conversation: the family is not in it."""
    unread: tuple[str, ...] = ()
    """A caseworker's words kept back until the person writes, because others may read the lock screen."""

    @property
    def discreet(self) -> bool:
        """True when somebody else may read what we send."""
        answer = self.answers.get("others_read")
        return answer is not None and answer.value == "shared"

    def live(self, now: datetime) -> bool:
        """Whether the person is in the conversation at this moment."""
        return self.last_at is not None and now - self.last_at < LIVE

    def next_visit(self, now: datetime) -> Visit | None:
        """The earliest visit to come that stands."""
        coming = [visit for visit in self.visits if visit.starts_at > now and visit.status != VisitStatus.CANCELLED]
        return min(coming, key=lambda visit: visit.starts_at, default=None)

    def visit(self, name: UUID) -> Visit | None:
        """The visit with this id."""
        return next((visit for visit in self.visits if visit.id == name), None)
