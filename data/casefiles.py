"""One case with everything a caseworker needs: its document, the conversation, the visits and the audit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from data.cases import name_of, ringing, visible
from data.outbox import Content
from data.staff import Member
from data.store import Store
from data.tables import audit, cases, conversations, messages, staff, visits
from dialogues.case import CaseDocument
from dialogues.messages import Choice, Inbound, Kind
from dialogues.state import State, VisitStatus

LATEST = 400
"""Messages of the transcript, from the end."""

DEEDS = 60
"""Rows of the audit, from the end."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One message of the transcript."""

    id: UUID
    inbound: bool
    at: datetime
    status: str
    """``dialogues.messages.Status`` for ours; ``received`` or ``handled`` for the family's."""
    reason: str
    send_after: datetime | None
    attempts: int
    purpose: str
    kind: Kind
    text: str
    choice: str
    choices: tuple[Choice, ...]
    language: str
    edited: bool


class VisitRow(msgspec.Struct, frozen=True, kw_only=True):
    """One visit."""

    id: UUID
    starts_at: datetime
    minutes: int
    status: VisitStatus
    wish: str
    """The family's own words on another time."""
    kept: bool | None = None
    """Whether it took place; None until somebody says so."""
    saver: UUID | None = None
    """Who goes; None until somebody says so."""


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the audit."""

    at: datetime
    action: str
    name: str


class CaseFile(msgspec.Struct, frozen=True, kw_only=True):
    """One case."""

    document: CaseDocument
    line: str
    state: State
    """The conversation as it stands; it may have gone on to another case since."""
    waiting_since: datetime | None
    due_at: datetime
    opened_at: datetime
    claimed_by: UUID | None
    claimed_name: str
    claimed_at: datetime | None
    ringing: bool
    acknowledged_name: str
    acknowledged_at: datetime | None
    closed_at: datetime | None
    outcome: str
    helped: str
    """What the family says of it: ``yes``, ``partly`` or ``no``; "" until it has answered."""
    transcript: tuple[Line, ...]
    visits: tuple[VisitRow, ...]
    deeds: tuple[Deed, ...]

    @property
    def unread(self) -> tuple[str, ...]:
        """A caseworker's words that wait for the family to write."""
        return self.state.unread if self.state.case == self.document.id else ()


async def case_file(store: Store, member: Member, name: UUID) -> CaseFile | None:
    """The case called ``name``; None when there is none that ``member`` may see. Four statements."""
    async with store.database.read() as connection:
        row = await _head(connection, member, name)
        if row is None:
            return None
        said = await _messages(connection, row)
        planned = (
            await connection.execute(select(visits).where(visits.c.case_id == name).order_by(visits.c.starts_at))
        ).all()
        done = await _deeds(connection, name)
    return _built(store, row, said, planned, done)


async def _head(connection: AsyncConnection, member: Member, name: UUID) -> Any:
    owner, witness, other = staff.alias("owner"), staff.alias("witness"), cases.alias("other")
    same = (other.c.conversation_id == cases.c.conversation_id) & (other.c.id != cases.c.id)
    before = (
        select(func.max(other.c.closed_at)).where(same & (other.c.closed_at <= cases.c.opened_at)).scalar_subquery()
    )
    found = (
        select(
            cases, conversations.c.line, conversations.c.state_sealed, conversations.c.waiting_since,
            owner.c.name_sealed.label("owner_sealed"), witness.c.name_sealed.label("witness_sealed"),
            ringing().label("ringing"), before.label("before"),
        )
        .join(conversations, conversations.c.id == cases.c.conversation_id)
        .outerjoin(owner, owner.c.id == cases.c.claimed_by)
        .outerjoin(witness, witness.c.id == cases.c.acknowledged_by)
        .where(cases.c.id == name, visible(member))
    )  # fmt: skip
    return (await connection.execute(found)).one_or_none()


async def _messages(connection: AsyncConnection, head: Any) -> Sequence[Any]:
    """What was said since the conversation's last case was closed, until this one was: no other case's words."""
    wanted: list[ColumnElement[bool]] = [messages.c.conversation_id == head.conversation_id]
    if head.before is not None:
        wanted.append(messages.c.at > head.before)
    if head.closed_at is not None:
        wanted.append(messages.c.at <= head.closed_at)
    latest = select(messages).where(*wanted).order_by(messages.c.id.desc()).limit(LATEST)
    return (await connection.execute(latest)).all()[::-1]


async def _deeds(connection: AsyncConnection, name: UUID) -> Sequence[Any]:
    found = select(audit.c.at, audit.c.action, audit.c.staff_id, staff.c.name_sealed).outerjoin(
        staff, staff.c.id == audit.c.staff_id
    )
    latest = found.where(audit.c.case_id == name).order_by(audit.c.at.desc(), audit.c.id.desc()).limit(DEEDS)
    return (await connection.execute(latest)).all()


def _built(store: Store, row: Any, said: Sequence[Any], planned: Sequence[Any], done: Sequence[Any]) -> CaseFile:
    return CaseFile(
        document=store.open(row.document_sealed, "cases.document", row.id, CaseDocument),
        line=row.line,
        state=store.open(row.state_sealed, "conversations.state", row.conversation_id, State),
        waiting_since=row.waiting_since if row.closed_at is None else None,
        due_at=row.due_at,
        opened_at=row.opened_at,
        claimed_by=row.claimed_by,
        claimed_name=name_of(store, row.claimed_by, row.owner_sealed),
        claimed_at=row.claimed_at,
        ringing=bool(row.ringing),
        acknowledged_name=name_of(store, row.acknowledged_by, row.witness_sealed),
        acknowledged_at=row.acknowledged_at,
        closed_at=row.closed_at,
        outcome=row.outcome,
        helped=row.helped,
        transcript=tuple(_line(store, one) for one in said),
        visits=tuple(_visit(store, one) for one in planned),
        deeds=tuple(
            Deed(at=one.at, action=one.action, name=name_of(store, one.staff_id, one.name_sealed)) for one in done
        ),
    )


def _line(store: Store, row: Any) -> Line:
    common = {"id": row.id, "at": row.at, "status": row.status, "reason": row.reason, "send_after": row.send_after,
              "attempts": row.attempts, "purpose": row.purpose}  # fmt: skip
    if row.inbound:
        heard = store.open(row.content_sealed, "messages.content", row.id, Inbound)
        return Line(
            inbound=True,
            kind=heard.kind,
            text=heard.text,
            choice=heard.choice,
            choices=(),
            language="",
            edited=heard.edited,
            **common,
        )
    content = store.open(row.content_sealed, "messages.content", row.id, Content)
    return Line(
        inbound=False, kind=Kind.TEXT, text=content.text, choice="", choices=content.choices, language=content.language,
        edited=False, **common,
    )  # fmt: skip


def _visit(store: Store, row: Any) -> VisitRow:
    wish = store.open(row.wish_sealed, "visits.wish", row.id, str) if row.wish_sealed else ""
    status = VisitStatus(row.status)
    return VisitRow(
        id=row.id, starts_at=row.starts_at, minutes=row.minutes, status=status, wish=wish, kept=row.kept,
        saver=row.saver_id,
    )  # fmt: skip
