"""Cases as staff look for them: who may see which, the inbox, and where the words to a family go."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, assert_never
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.sql.expression import Subquery

from data.staff import Member, Role
from data.store import Store
from data.tables import cases, conversations, staff, visits
from dialogues.case import Urgency
from dialogues.state import VisitStatus

REMEMBERED = timedelta(days=30)
"""How long a closed case stays in the inbox's list of closed ones."""

MOST = 200
"""Rows of one list; a team that has more open needs another filter, not a longer page."""


class Tab(StrEnum):
    """The inbox's lists."""

    WAITING = "waiting"
    """Somebody has to act: an alarm nobody has seen, a family that waits, a case nobody has taken."""
    MINE = "mine"
    OPEN = "open"
    CLOSED = "closed"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A case in a list: nothing that tells who the family is or what they said."""

    id: UUID
    code: str
    urgency: Urgency
    centre: str
    ringing: bool
    """True while nobody has acknowledged the alarm."""
    since: datetime | None
    """Since when somebody has to act; None when it is the family's turn."""
    opened_at: datetime
    due_at: datetime
    claimed_by: UUID | None
    claimed_name: str
    visit_at: datetime | None
    visit_status: VisitStatus | None
    closed_at: datetime | None
    outcome: str


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where the events of a case go."""

    id: UUID
    conversation: UUID
    line: str
    closed: bool


def visible(member: Member) -> ColumnElement[bool]:
    """The rows of ``cases`` that ``member`` may see; the same rule as ``Member.sees``, inside the query."""
    own = cases.c.programme == member.programme
    if member.role is Role.SUPERVISOR or not member.centre:
        return own
    return own & cases.c.centre.in_(["", member.centre])


def ringing() -> ColumnElement[bool]:
    """An alarm that nobody has acknowledged since it last rang."""
    seen = cases.c.acknowledged_at.is_not(None) & (cases.c.acknowledged_at >= cases.c.alarm_at)
    return cases.c.alarm_at.is_not(None) & ~seen & cases.c.closed_at.is_(None)


def _since() -> ColumnElement[datetime | None]:
    """When the family began to wait; a case that nobody has taken waits since it was opened."""
    unclaimed = case((cases.c.claimed_by.is_(None), cases.c.opened_at), else_=None)
    return func.coalesce(conversations.c.waiting_since, unclaimed)


def _listed(tab: Tab, member: Member, now: datetime) -> ColumnElement[bool]:
    standing = cases.c.closed_at.is_(None)
    match tab:
        case Tab.WAITING:
            return standing & (ringing() | _since().is_not(None))
        case Tab.MINE:
            return standing & (cases.c.claimed_by == member.id)
        case Tab.OPEN:
            return standing
        case Tab.CLOSED:
            return cases.c.closed_at >= now - REMEMBERED
        case _:
            assert_never(tab)


def _next_visits(now: datetime) -> Subquery:
    """The earliest standing visit to come of each case."""
    number = func.row_number().over(partition_by=visits.c.case_id, order_by=(visits.c.starts_at, visits.c.id))
    coming = select(visits.c.case_id, visits.c.starts_at, visits.c.status, number.label("number"))
    return coming.where(visits.c.starts_at > now, visits.c.status != VisitStatus.CANCELLED.value).subquery("coming")


async def inbox(store: Store, member: Member, tab: Tab, now: datetime) -> list[Row]:
    """The cases of ``tab`` that ``member`` may see: unseen alarms first, then what waits longest. One statement."""
    coming = _next_visits(now)
    found = (
        select(
            cases.c.id, cases.c.code, cases.c.urgency, cases.c.centre, cases.c.opened_at, cases.c.due_at,
            cases.c.claimed_by, cases.c.closed_at, cases.c.outcome, ringing().label("ringing"),
            _since().label("since"), staff.c.name_sealed,
            coming.c.starts_at.label("visit_at"), coming.c.status.label("visit_status"),
        )
        .join(conversations, conversations.c.id == cases.c.conversation_id)
        .outerjoin(staff, staff.c.id == cases.c.claimed_by)
        .outerjoin(coming, (coming.c.case_id == cases.c.id) & (coming.c.number == 1))
        .where(visible(member), _listed(tab, member, now))
    )  # fmt: skip
    async with store.database.read() as connection:
        rows = (await connection.execute(_ordered(found, tab).limit(MOST))).all()
    return [_row(store, row) for row in rows]


def _ordered(found: Select[Any], tab: Tab) -> Select[Any]:
    if tab is Tab.CLOSED:
        return found.order_by(cases.c.closed_at.desc(), cases.c.id)
    alarm = case((ringing(), cases.c.alarm_at), else_=None)
    return found.order_by(alarm.is_(None), alarm, _since().is_(None), _since(), cases.c.opened_at, cases.c.id)


def _row(store: Store, row: Any) -> Row:
    return Row(
        id=row.id,
        code=row.code,
        urgency=Urgency(row.urgency),
        centre=row.centre,
        ringing=bool(row.ringing),
        since=row.since if row.closed_at is None else None,
        opened_at=row.opened_at,
        due_at=row.due_at,
        claimed_by=row.claimed_by,
        claimed_name=name_of(store, row.claimed_by, row.name_sealed),
        visit_at=row.visit_at,
        visit_status=VisitStatus(row.visit_status) if row.visit_status else None,
        closed_at=row.closed_at,
        outcome=row.outcome,
    )


def name_of(store: Store, member: UUID | None, sealed: bytes | None) -> str:
    """The name in a joined row of ``staff``; "" for nobody."""
    return store.open(sealed, "staff.name", member, str) if member and sealed else ""


async def counts(store: Store, member: Member, now: datetime) -> dict[Tab, int]:
    """How many cases each list holds. One statement."""
    sums = [func.count(case((_listed(tab, member, now), 1))).label(tab.name) for tab in Tab]
    found = select(*sums).select_from(cases.join(conversations, conversations.c.id == cases.c.conversation_id))
    recent = cases.c.closed_at.is_(None) | (cases.c.closed_at >= now - REMEMBERED)
    async with store.database.read() as connection:
        row = (await connection.execute(found.where(visible(member), recent))).one()
    return {tab: getattr(row, tab.name) for tab in Tab}


async def place(store: Store, member: Member, name: UUID) -> Place | None:
    """Where the events of case ``name`` go; None for a case that ``member`` may not see."""
    found = select(cases.c.id, cases.c.conversation_id, cases.c.closed_at, conversations.c.line).join(
        conversations, conversations.c.id == cases.c.conversation_id
    )
    async with store.database.read() as connection:
        row = (await connection.execute(found.where(cases.c.id == name, visible(member)))).one_or_none()
    return (
        Place(id=row.id, conversation=row.conversation_id, line=row.line, closed=row.closed_at is not None)
        if row
        else None
    )
