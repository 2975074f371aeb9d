"""Tell staff: who has to know of what, by which ways, and until it has arrived."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from uuid import UUID

import structlog

from bot import batching
from bot.clock import Clock
from bot.dispatcher import IDLE, MOST_ATTEMPTS, pause
from bot.handoffs import Handoffs, Way
from bot.metrics import NOTICES
from bot.rounds import guarded
from bot.settings import Settings
from data import notices, staff
from data.notices import DueNotice
from data.outbox import Outcome
from data.staff import Member, Role
from data.store import Store
from data.wake import woken
from dialogues.effects import NoticeKind
from dialogues.messages import Status
from dialogues.programme import Programme, named
from integrations.errors import Retryable, SendFailed
from integrations.exchange.primero import KINDS
from integrations.handoffs.handoff import Notice

log = structlog.get_logger()

_TEAM = {NoticeKind.OPENED, NoticeKind.ESCALATED, NoticeKind.SUPERVISOR, NoticeKind.CRISIS, NoticeKind.RETURNED}
"""What everybody who may claim the case has to know."""

_OWNER = {
    NoticeKind.MESSAGE, NoticeKind.REVISED, NoticeKind.UNREACHABLE, NoticeKind.VISIT_BOOKED, NoticeKind.VISIT_MOVED,
    NoticeKind.VISIT_CANCELLED, NoticeKind.VISIT_CONFIRMED, NoticeKind.MOVE_REQUESTED, NoticeKind.HELPED,
}  # fmt: skip
"""What the caseworker who has the case has to know; the team, while nobody has it."""


class Notices:
    """The round that tells staff."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        programmes: Mapping[str, Programme],
        settings: Settings,
        handoffs: Handoffs,
    ) -> None:
        self._store = store
        self._clock = clock
        self._programmes = programmes
        self._settings = settings
        self.handoffs = handoffs

    async def close(self) -> None:
        """Close the handoffs' connections."""
        for handoff in self.handoffs.every:
            await handoff.close()

    async def run(self) -> None:
        """Send notices as they come, for ever."""
        async with self._store.wake.waiting("notices") as woke:
            while True:
                if not await guarded("notices", self.send_due):
                    await woken(woke, IDLE)
                    await asyncio.sleep(batching.GATHER)

    async def send_due(self) -> int:
        """Send every notice that is due; returns how many were taken."""
        due = await notices.claim(self._store, self._clock.now())
        # What another process serves is left to it: it takes it when our lease is over.
        new = [notice for notice in due if not notice.way and notice.programme in self.handoffs.programmes]
        members = {key: await staff.of_programme(self._store, key) for key in {notice.programme for notice in new}}
        ways = {notice.id: self._ways(notice, members[notice.programme]) for notice in new}
        await notices.spread(self._store, ways, new, self._clock.now())
        told = [notice for notice in due if notice.way]
        outcomes = await asyncio.gather(*(self._send(notice) for notice in told))
        await notices.settle(self._store, outcomes, self._clock.now())
        for notice, outcome in zip(told, outcomes, strict=True):
            NOTICES.labels(notice.way, outcome.status.value).inc()
        return len(due)

    def _ways(self, notice: DueNotice, members: list[Member]) -> list[tuple[str, str]]:
        own = self.handoffs.programmes[notice.programme]
        people = [("mail", member.id.hex) for member in _concerned(notice, members)] if "mail" in own else []
        return people + [(way, notice.programme) for way in own if way != "mail" and _carries(way, notice.kind)]

    async def _send(self, notice: DueNotice) -> Outcome:
        try:
            # Where it leads is looked up now: since it was spread, the programme may have another group.
            way = self.handoffs.programmes[notice.programme].get(notice.way)
            recipient = await self._recipient(notice, way) if way else None
            if way is None or recipient is None:
                return Outcome(id=notice.id, status=Status.DROPPED, reason="no-way")
            await way.handoff.send(self._notice(notice), recipient)
        except SendFailed as error:
            return self._failed(notice, error)
        except Exception as error:
            log.error("notice.broke", way=notice.way, error=type(error).__name__)
            return self._failed(notice, Retryable("broke"))
        return Outcome(id=notice.id, status=Status.SENT)

    async def _recipient(self, notice: DueNotice, way: Way) -> str | None:
        if notice.way != "mail":
            return way.recipient
        member = await staff.by_id(self._store, UUID(notice.recipient))
        return member.email if member else None

    def _failed(self, notice: DueNotice, error: SendFailed) -> Outcome:
        log.warning("notice.failed", way=notice.way, reason=str(error)[:80], attempts=notice.attempts)
        if isinstance(error, Retryable) and notice.attempts < MOST_ATTEMPTS * 2:
            at = self._clock.now() + pause(notice.attempts, error)
            return Outcome(id=notice.id, status=Status.QUEUED, reason=str(error), send_after=at)
        return Outcome(id=notice.id, status=Status.FAILED, reason=str(error))

    def _notice(self, notice: DueNotice) -> Notice:
        programme = self._programmes[notice.programme]
        return Notice(
            id=notice.id,
            kind=notice.kind,
            at=notice.at,
            case=notice.case,
            code=notice.document.code,
            programme=notice.programme,
            programme_name=named(programme.facts.name, programme.languages[0]),
            language=programme.languages[0],
            centre_name=notice.document.centre_name,
            urgency=notice.document.urgency.value,
            reason=notice.document.reason.value,
            revision=notice.document.revision,
            due_at=notice.due_at,
            link=f"{self._settings.public_url}/console/cases/{notice.case.hex}",
            visit=notice.visit,
            visit_starts_at=notice.visit_starts_at,
            visit_sequence=notice.visit_sequence,
            visit_minutes=notice.visit_minutes,
            timezone=programme.facts.timezone,
            claimed_by_name=notice.claimed_by_name,
            document=notice.document if notice.way in ("webhook", "primero") else None,
        )


def _carries(way: str, kind: NoticeKind) -> bool:
    """Whether ``way``, which tells nobody by name, tells of such notices."""
    match way:
        case "telegram":
            return kind in _TEAM or kind is NoticeKind.CLAIMED
        case "primero":
            return kind in KINDS
        case _:
            return True


def _concerned(notice: DueNotice, members: list[Member]) -> list[Member]:
    """Who has to know of ``notice``."""
    everyone = [member for member in members if member.sees(notice.programme, notice.centre)]
    supervisors = [member for member in everyone if member.role is Role.SUPERVISOR]
    team = [member for member in everyone if member.role is Role.CASEWORKER] or supervisors
    if notice.kind in _OWNER and notice.claimed_by:
        return [member for member in everyone if member.id == notice.claimed_by] or supervisors
    if notice.kind is NoticeKind.SUPERVISOR:
        return supervisors or team
    if notice.kind is NoticeKind.CRISIS:
        return list({member.id: member for member in (*team, *supervisors)}.values())
    return team if notice.kind in _TEAM or notice.kind in _OWNER else []
