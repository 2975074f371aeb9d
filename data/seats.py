"""Which processes are alive, so that what a dead one had in hand is taken up at once and not when its lease ends."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Column, ColumnElement, Integer, text

from data.store import Store
from data.wake import SEATS

GRACE = timedelta(seconds=5)
"""A process whose connection broke has so long to come back before it is taken for dead."""

# An advisory lock of two integers rests in pg_locks as classid and objid, with objsubid 2 (PostgreSQL's manual, 54.12).
_TAKEN = text(
    "SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND granted"  # noqa: S608 - our own number
    f" AND classid = {SEATS} AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
).columns(objid=Integer)


def dead(store: Store, held_by: Column[int | None], since: Column[datetime], now: datetime) -> ColumnElement[bool]:
    """Whether a row in hand since ``since`` is held by a process that is no more. SQLite serves one process: this."""
    if not store.database.is_postgres:
        return held_by != store.wake.seat
    return held_by.not_in(_TAKEN) & (since < now - GRACE)
