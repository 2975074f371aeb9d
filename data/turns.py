"""The transaction of a turn: lock the conversations, take what is still to be done, write everything at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from data.database import among, write_rows
from data.inbox import HANDLED, RECEIVED, Kept, insert_new
from data.recording import Recording
from data.store import Store
from data.tables import conversations, messages, timers
from dialogues.state import State

_STATE = "conversations.state"
_HANDLE = "conversations.handle"


class Address(msgspec.Struct, frozen=True):
    """Where a conversation takes place."""

    line: str
    handle: str
    programme: str


class Held(msgspec.Struct, frozen=True):
    """A locked conversation."""

    id: UUID
    address: Address
    state: State


_UPDATE = (
    conversations.update()
    .where(conversations.c.id == bindparam("conversation"))
    .values(state_sealed=bindparam("state_sealed"), last_at=bindparam("last_at"))
)
_TAKE = (
    update(messages)
    .where(among(messages.c.id), messages.c.status == RECEIVED)
    .values(status=HANDLED, status_at=bindparam("now"))
    .returning(messages.c.id)
)
_FIRE = timers.delete().where(among(timers.c.id), timers.c.due_at <= bindparam("now")).returning(timers.c.id)
_HEAR = (
    update(messages)
    .where(among(messages.c.id), messages.c.untold.is_not(None))
    .values(untold=None)
    .returning(messages.c.id)
)
_LOOK = (
    select(*(conversations.c[name] for name in ("id", "line", "programme", "handle_sealed", "state_sealed")))
    .where(among(conversations.c.id))
    .order_by(conversations.c.id)
)
_LOCK = _LOOK.with_for_update()


class TurnTransaction:
    """Everything one batch of turns does to the database."""

    def __init__(self, store: Store, connection: AsyncConnection) -> None:
        self._store = store
        self._connection = connection
        self.topics: set[str] = set()

    async def lock(self, addresses: Mapping[UUID, Address | None], now: datetime) -> dict[UUID, Held]:
        """Lock the conversations, in the order of their ids so that two batches never wait for each other.

        One that does not exist yet begins here when its address is known; otherwise it is left out.
        """
        held = await self._locked(addresses)
        new = {name: address for name, address in addresses.items() if name not in held and address is not None}
        if new:
            insert = postgresql.insert if self._store.database.is_postgres else sqlite.insert
            rows = [self._first_row(name, address, now) for name, address in sorted(new.items())]
            begin = insert(conversations).on_conflict_do_nothing().returning(conversations.c.id)
            begun = set((await self._connection.execute(begin, rows)).scalars())
            held |= {name: Held(name, new[name], State()) for name in begun}
            if len(begun) < len(new):  # somebody else began it a moment ago
                held |= await self._locked(name for name in new if name not in begun)
        return held

    async def _locked(self, names: Iterable[UUID]) -> dict[UUID, Held]:
        rows = await self._connection.execute(_LOCK, {"ids": list(names)})
        return {row.id: _held(self._store, row) for row in rows}

    def _first_row(self, name: UUID, address: Address, now: datetime) -> dict[str, object]:
        return {
            "id": name,
            "line": address.line,
            "programme": address.programme,
            "handle_sealed": self._store.seal(address.handle, _HANDLE, name),
            "state_sealed": self._store.seal(State(), _STATE, name),
            "created_at": now,
        }

    async def keep_messages(self, kept: Sequence[Kept]) -> set[UUID]:
        """Write messages as handled by this very transaction; returns the ids of those that are new."""
        return await insert_new(self._store, self._connection, kept, HANDLED)

    async def take_messages(self, ids: Sequence[UUID], now: datetime) -> set[UUID]:
        """Mark kept messages as handled; returns those that nobody had handled before."""
        return set((await self._connection.execute(_TAKE, {"ids": list(ids), "now": now})).scalars()) if ids else set()

    async def fire_timers(self, ids: Sequence[UUID], now: datetime) -> set[UUID]:
        """Take timers away; returns those that still stood and were not put off meanwhile."""
        return set((await self._connection.execute(_FIRE, {"ids": list(ids), "now": now})).scalars()) if ids else set()

    async def hear_failures(self, ids: Sequence[UUID]) -> set[UUID]:
        """Mark failed messages as told to their conversations; returns those that nobody had told before."""
        return set((await self._connection.execute(_HEAR, {"ids": list(ids)})).scalars()) if ids else set()

    async def write(self, changed: Iterable[Held], recording: Recording) -> None:
        """Write the states and everything recorded."""
        rows = [
            {
                "conversation": held.id,
                "state_sealed": self._store.seal(held.state, _STATE, held.id),
                "last_at": held.state.last_at,
            }
            for held in changed
        ]
        await write_rows(self._connection, _UPDATE, rows)
        await recording.write(self._connection)
        self.topics |= recording.topics
        if self._store.database.is_postgres:
            await self._store.wake.tell_others(self._connection, self.topics)


@asynccontextmanager
async def transaction(store: Store) -> AsyncIterator[TurnTransaction]:
    """One transaction for a batch; whoever waits for its changes is woken after it is committed."""
    async with store.database.write() as connection:
        turns = TurnTransaction(store, connection)
        yield turns
    store.wake.tell(turns.topics)


async def state_of(store: Store, conversation: UUID) -> Held | None:
    """A conversation as it stands, not locked."""
    async with store.database.read() as connection:
        row = (await connection.execute(_LOOK, {"ids": [conversation]})).one_or_none()
    return _held(store, row) if row else None


def _held(store: Store, row: Row[Any]) -> Held:
    handle = store.open(row.handle_sealed, _HANDLE, row.id, str)
    return Held(row.id, Address(row.line, handle, row.programme), store.open(row.state_sealed, _STATE, row.id, State))
