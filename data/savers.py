"""The roster of savers, and who goes to which visit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import delete, exists, select, update
from sqlalchemy.dialects import postgresql, sqlite

from data.ids import uuid7
from data.staff import Member
from data.store import Store
from data.tables import audit, cases, savers, visits
from dialogues.savers import Profile, Saver
from dialogues.state import VisitStatus

_PROFILE = "savers.profile"
_STANDING = visits.c.status != VisitStatus.CANCELLED.value
_REACH = timedelta(hours=8)
"""The longest visit: another one that begins earlier than this before cannot overlap."""


class Busy(msgspec.Struct, frozen=True, kw_only=True):
    """A visit that a saver goes to."""

    visit: UUID
    saver: UUID
    starts_at: datetime
    ends_at: datetime


async def of_programme(store: Store, programme: str) -> list[Saver]:
    """Everybody on the programme's roster, those who do not go at present last, each by name."""
    async with store.database.read() as connection:
        rows = (await connection.execute(select(savers).where(savers.c.programme == programme))).all()
    found = [_saver(store, row) for row in rows]
    return sorted(found, key=lambda one: (not one.active, one.profile.name, one.id))


async def add(store: Store, member: Member, name: UUID, profile: Profile, now: datetime) -> bool:
    """Put somebody on the roster of ``member``'s programme as ``name``; False when the same form came before."""
    insert = postgresql.insert if store.database.is_postgres else sqlite.insert
    row = {
        "id": name, "programme": member.programme, "profile_sealed": store.seal(profile, _PROFILE, name),
        "active": True, "created_at": now, "updated_at": now,
    }  # fmt: skip
    async with store.database.write() as connection:
        written = insert(savers).values(row).on_conflict_do_nothing().returning(savers.c.id)
        new = (await connection.execute(written)).scalar() is not None
        if new:
            await connection.execute(audit.insert(), _deed(member, "saver-add", None, now))
    return new


async def change(store: Store, member: Member, name: UUID, profile: Profile, now: datetime, *, active: bool) -> bool:
    """Write what is known of a saver anew; False when there is none of this name in ``member``'s programme."""
    changed = update(savers).where(savers.c.id == name, savers.c.programme == member.programme)
    values = {"profile_sealed": store.seal(profile, _PROFILE, name), "active": active, "updated_at": now}
    async with store.database.write() as connection:
        known = (await connection.execute(changed.values(values))).rowcount == 1
        if known:
            await connection.execute(audit.insert(), _deed(member, "saver-change", None, now))
    return known


async def remove(store: Store, member: Member, name: UUID, now: datetime) -> bool:
    """Erase a saver; visits forget who went. False when there is none of this name in ``member``'s programme."""
    own = exists().where(savers.c.id == name, savers.c.programme == member.programme)
    async with store.database.write() as connection:
        await connection.execute(update(visits).where(visits.c.saver_id == name, own).values(saver_id=None))
        gone = delete(savers).where(savers.c.id == name, savers.c.programme == member.programme)
        known = (await connection.execute(gone)).rowcount == 1
        if known:
            await connection.execute(audit.insert(), _deed(member, "saver-remove", None, now))
    return known


async def dispatch(store: Store, member: Member, case: UUID, visit: UUID, saver: UUID | None, now: datetime) -> bool:
    """Have ``saver`` go to the visit, or nobody. Only who has the case may, for a visit to come; else False."""
    mine = exists().where(cases.c.id == case, cases.c.claimed_by == member.id, cases.c.closed_at.is_(None))
    ours = exists().where(savers.c.id == saver, savers.c.programme == member.programme, savers.c.active)
    wanted = update(visits).where(
        visits.c.id == visit, visits.c.case_id == case, _STANDING, visits.c.starts_at > now, mine
    )
    if saver is not None:
        wanted = wanted.where(ours)
    async with store.database.write() as connection:
        done = (await connection.execute(wanted.values(saver_id=saver))).rowcount == 1
        if done:
            await connection.execute(audit.insert(), _deed(member, "dispatch", case, now))
    return done


async def taken(store: Store, programme: str, starts: Collection[datetime]) -> list[Busy]:
    """The visits with a saver near any of ``starts``, of every case of the programme."""
    if not starts:
        return []
    near = visits.c.starts_at.between(min(starts) - _REACH, max(starts) + _REACH)
    columns = (visits.c.id, visits.c.saver_id, visits.c.starts_at, visits.c.minutes)
    found = (
        select(*columns)
        .join(cases, cases.c.id == visits.c.case_id)
        .where(cases.c.programme == programme, cases.c.closed_at.is_(None), visits.c.saver_id.is_not(None), _STANDING)
        .where(near)
    )
    async with store.database.read() as connection:
        rows = (await connection.execute(found)).all()
    return [
        Busy(
            visit=row.id,
            saver=row.saver_id,
            starts_at=row.starts_at,
            ends_at=row.starts_at + timedelta(minutes=row.minutes),
        )
        for row in rows
    ]


def _saver(store: Store, row: Any) -> Saver:
    return Saver(id=row.id, profile=store.open(row.profile_sealed, _PROFILE, row.id, Profile), active=row.active)


def _deed(member: Member, action: str, case: UUID | None, now: datetime) -> Mapping[str, Any]:
    return {"id": uuid7(), "at": now, "staff_id": member.id, "action": action, "case_id": case}
