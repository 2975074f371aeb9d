"""What staff say of the room that services and places have, and how many children were confirmed for each service."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from data.cases import name_of
from data.ids import uuid7
from data.staff import Member
from data.store import Store
from data.tables import audit, cases, rooms, staff
from dialogues.rooms import Room, Rooms, Spot

TOPIC = "rooms"
"""On which changes are told (data/wake.py)."""

HELPED = "helped"
"""The outcome of a closed case whose children went where they were confirmed for."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody last said of a spot."""

    form: UUID
    """Names the form that said it."""
    room: Room
    by: str
    """Who, by name."""
    at: datetime


async def known(store: Store, programmes: Collection[str]) -> dict[str, Rooms]:
    """What staff say, by programme."""
    async with store.database.read() as connection:
        rows = (await connection.execute(select(rooms).where(rooms.c.programme.in_(programmes)))).all()
    found: defaultdict[str, dict[Spot, Room]] = defaultdict(dict)
    for row in rows:
        found[row.programme][Spot(row.service, row.place)] = Room(row.capacity, row.full_until)
    return dict(found)


async def of_programme(store: Store, programme: str) -> dict[Spot, Said]:
    """What staff say of the programme's spots, with who said it and when."""
    found = select(rooms, staff.c.name_sealed).outerjoin(staff, staff.c.id == rooms.c.said_by)
    async with store.database.read() as connection:
        rows = (await connection.execute(found.where(rooms.c.programme == programme))).all()
    return {
        Spot(row.service, row.place): Said(
            form=row.id,
            room=Room(row.capacity, row.full_until),
            by=name_of(store, row.said_by, row.name_sealed),
            at=row.said_at,
        )
        for row in rows
    }


async def confirmed(store: Store, programme: str) -> Counter[str]:
    """Children confirmed for each service, by its key: of cases that are open, or were closed as helped."""
    counts = cases.c.closed_at.is_(None) | (cases.c.outcome == HELPED)
    found = select(cases.c.placed).where(cases.c.programme == programme, cases.c.placed != "", counts)
    async with store.database.read() as connection:
        placed = (await connection.execute(found)).scalars().all()
    return Counter(service for one in placed for service in one.split())


async def say(
    store: Store, member: Member, form: UUID, spot: Spot, room: Room | None, *, seen: UUID | None, now: datetime
) -> bool:
    """Write down what ``member`` says of ``spot``; with None the programme's file counts again.

    ``form`` names the form, ``seen`` the one whose words stood on its page. The same form once more changes nothing.
    False when somebody else has said something of the spot meanwhile: nothing is changed then.
    """
    async with store.database.write() as connection:
        new = await _write(store, connection, member, form, spot, room, seen, now)
        if not new:
            return await _standing(connection, member, spot) == (form if room else None)
        action = "room-set" if room else "room-clear"
        deed = {"id": uuid7(), "at": now, "staff_id": member.id, "action": action, "case_id": None}
        await connection.execute(audit.insert(), deed)
        if store.database.is_postgres:
            await store.wake.tell_others(connection, [TOPIC])
    store.wake.tell([TOPIC])
    return True


async def _write(
    store: Store, connection: AsyncConnection, member: Member, form: UUID, spot: Spot, room: Room | None,
    seen: UUID | None, now: datetime,
) -> bool:  # fmt: skip
    """Whether anything was changed."""
    as_seen = _of(member, spot) & (rooms.c.id == seen)
    if room is None:
        return (await connection.execute(delete(rooms).where(as_seen))).rowcount == 1
    said = {
        "id": form, "capacity": room.capacity, "full_until": room.full_until, "said_by": member.id, "said_at": now,
    }  # fmt: skip
    if seen is not None:
        return (await connection.execute(update(rooms).where(as_seen).values(said))).rowcount == 1
    insert = postgresql.insert if store.database.is_postgres else sqlite.insert
    row = said | {"programme": member.programme, "service": spot.service, "place": spot.place}
    written = insert(rooms).values(row).on_conflict_do_nothing().returning(rooms.c.id)
    return (await connection.execute(written)).scalar() is not None


async def _standing(connection: AsyncConnection, member: Member, spot: Spot) -> UUID | None:
    form: UUID | None = (await connection.execute(select(rooms.c.id).where(_of(member, spot)))).scalar()
    return form


def _of(member: Member, spot: Spot) -> ColumnElement[bool]:
    own = (rooms.c.programme == member.programme) & (rooms.c.service == spot.service)
    return own & (rooms.c.place == spot.place)
