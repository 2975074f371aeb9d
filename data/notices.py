"""Notices to staff: a row when something happened, then one for each way and recipient, each retried by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Select, bindparam, select, update

from data.database import write_rows
from data.ids import uuid7
from data.outbox import LEASE, Outcome
from data.store import Store
from data.tables import cases, notices, staff, visits
from dialogues.case import CaseDocument
from dialogues.effects import NoticeKind
from dialogues.messages import Status


class DueNotice(msgspec.Struct, frozen=True, kw_only=True):
    """A notice leased to us, with what it may say of its case."""

    id: UUID
    kind: NoticeKind
    at: datetime
    way: str
    """Empty for one that has yet to be spread over ways and recipients."""
    recipient: str
    attempts: int
    case: UUID
    programme: str
    centre: str
    document: CaseDocument
    due_at: datetime
    closed: bool
    claimed_by: UUID | None
    claimed_by_name: str
    visit: UUID | None
    visit_starts_at: datetime | None
    visit_minutes: int
    visit_sequence: int


async def claim(store: Store, now: datetime, limit: int = 100) -> list[DueNotice]:
    """Lease notices that are due, oldest first."""
    due = notices.c.status.in_([Status.QUEUED.value, Status.SENDING.value]) & (notices.c.send_after <= now)
    chosen = select(notices.c.id).where(due).order_by(notices.c.send_after, notices.c.id).limit(limit)
    async with store.database.write() as connection:
        ids = list((await connection.execute(chosen.with_for_update(skip_locked=True))).scalars())
        if not ids:
            return []
        lease = update(notices).where(notices.c.id.in_(ids))
        await connection.execute(
            lease.values(
                status=Status.SENDING.value, send_after=now + LEASE, attempts=notices.c.attempts + 1, status_at=now
            )
        )
        rows = (await connection.execute(_joined().where(notices.c.id.in_(ids)).order_by(notices.c.id))).all()
    return [_due(store, row) for row in rows]


def _joined() -> Select[Any]:
    return (
        select(
            notices,
            cases.c.programme, cases.c.centre, cases.c.document_sealed, cases.c.due_at, cases.c.closed_at,
            cases.c.claimed_by, staff.c.name_sealed, visits.c.starts_at, visits.c.minutes, visits.c.sequence,
        )
        .join(cases, cases.c.id == notices.c.case_id)
        .outerjoin(staff, staff.c.id == cases.c.claimed_by)
        .outerjoin(visits, visits.c.id == notices.c.visit_id)
    )  # fmt: skip


def _due(store: Store, row: object) -> DueNotice:
    values = row._mapping  # type: ignore[attr-defined]
    by = values["claimed_by"]
    return DueNotice(
        id=values["id"],
        kind=NoticeKind(values["kind"]),
        at=values["at"],
        way=values["way"],
        recipient=values["recipient"],
        attempts=values["attempts"],
        case=values["case_id"],
        programme=values["programme"],
        centre=values["centre"],
        document=store.open(values["document_sealed"], "cases.document", values["case_id"], CaseDocument),
        due_at=values["due_at"],
        closed=values["closed_at"] is not None,
        claimed_by=by,
        claimed_by_name=store.open(values["name_sealed"], "staff.name", by, str) if values["name_sealed"] else "",
        visit=values["visit_id"],
        visit_starts_at=values["starts_at"],
        visit_minutes=values["minutes"] or 60,
        visit_sequence=values["sequence"] or 0,
    )


async def spread(
    store: Store, ways: Mapping[UUID, Sequence[tuple[str, str]]], due: Sequence[DueNotice], now: datetime
) -> None:
    """Replace each of ``due`` by one row for each of its ``ways`` (way, recipient), all in one transaction."""
    rows = [
        {
            "id": uuid7(), "kind": notice.kind.value, "case_id": notice.case, "visit_id": notice.visit, "way": way,
            "recipient": recipient, "status": Status.QUEUED.value, "send_after": now, "at": notice.at, "status_at": now,
        }
        for notice in due
        for way, recipient in ways[notice.id]
    ]  # fmt: skip
    if due:
        async with store.database.write() as connection:
            await write_rows(connection, notices.insert(), rows)
            done = update(notices).where(notices.c.id.in_([notice.id for notice in due]))
            await connection.execute(done.values(status=Status.SENT.value, status_at=now))


async def settle(store: Store, outcomes: Sequence[Outcome], now: datetime) -> None:
    """Write down what became of leased notices."""
    statement = (
        update(notices)
        .where(notices.c.id == bindparam("notice"))
        .values(
            status=bindparam("new_status"),
            reason=bindparam("new_reason"),
            send_after=bindparam("new_send_after"),
            status_at=now,
        )
    )
    rows = [
        {"notice": o.id, "new_status": o.status.value, "new_reason": o.reason[:80], "new_send_after": o.send_after}
        for o in outcomes
    ]
    if rows:
        async with store.database.single() as connection:
            await write_rows(connection, statement, rows)
