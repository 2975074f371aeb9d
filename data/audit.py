"""The audit as the console uses it: looks at a case, and deeds that must not happen twice."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.dialects import postgresql, sqlite

from data import staff
from data.staff import Member
from data.store import Store
from data.tables import audit

VIEW = "view"

LOOK = timedelta(minutes=10)
"""A page that stays open and keeps itself fresh is written down as one look for so long, then as another."""


async def look(store: Store, member: Member, case: UUID, now: datetime, *, again: bool = False) -> None:
    """``member`` sees the case; ``again`` when an open page only refreshes itself, which counts once in LOOK."""
    if again and await _looked(store, member, case, now - LOOK):
        return
    await staff.record(store, member.id, VIEW, case, now)


async def _looked(store: Store, member: Member, case: UUID, after: datetime) -> bool:
    same = (audit.c.case_id == case) & (audit.c.staff_id == member.id) & (audit.c.action == VIEW) & (audit.c.at > after)
    async with store.database.read() as connection:
        return bool((await connection.execute(select(exists().where(same)))).scalar())


async def begin(store: Store, deed: UUID, member: Member, action: str, case: UUID, now: datetime) -> bool:
    """Write down ``deed`` before it is done. False when it was begun before: the same form came twice."""
    insert = postgresql.insert if store.database.is_postgres else sqlite.insert
    row = {"id": deed, "at": now, "staff_id": member.id, "action": action, "case_id": case}
    async with store.database.write() as connection:
        written = await connection.execute(insert(audit).values(row).on_conflict_do_nothing().returning(audit.c.id))
        return written.scalar() is not None


async def was_begun(store: Store, deed: UUID) -> bool:
    """Whether ``deed`` is written down."""
    async with store.database.read() as connection:
        return bool((await connection.execute(select(exists().where(audit.c.id == deed)))).scalar())


async def take_back(store: Store, deed: UUID) -> None:
    """A deed that was begun could not be done: it has not happened."""
    async with store.database.write() as connection:
        await connection.execute(audit.delete().where(audit.c.id == deed))
