"""State bodies that refer families: each has an unguessable link for its workers and a secret that signs its calls."""

from __future__ import annotations

import base64
import secrets
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import select, update

from data.ids import uuid7
from data.store import Store
from data.tables import referrers

_SECRET = "referrers.secret"  # noqa: S105 - the column's name
_LINK = "referral link"


class Referrer(msgspec.Struct, frozen=True, kw_only=True):
    """One body."""

    id: UUID
    programme: str
    body: str
    """Its kind, a key of the programme's file."""
    name: str
    active: bool


class Keys(msgspec.Struct, frozen=True):
    """What a new body is given, once; only a hash of the link is kept."""

    referrer: UUID
    link: str
    """Last part of the address of its form."""
    secret: str
    """``whsec_`` and 32 bytes in base64 (Standard Webhooks)."""

    def __repr__(self) -> str:
        """Nothing of it: it must not come into a log."""
        return "Keys(…)"


async def add(store: Store, *, programme: str, body: str, name: str, now: datetime) -> Keys:
    """Let a body refer families to ``programme`` from now on."""
    referrer, link = uuid7(), secrets.token_urlsafe(32)
    secret = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
    row = {
        "id": referrer,
        "programme": programme,
        "body": body,
        "name": name.strip()[:120],
        "link_hash": store.vault.hash(_LINK, link),
        "secret_sealed": store.seal(secret, _SECRET, referrer),
        "active": True,
        "created_at": now,
    }
    async with store.database.write() as connection:
        await connection.execute(referrers.insert(), row)
    return Keys(referrer, link, secret)


async def stop(store: Store, referrer: UUID) -> bool:
    """Take its link and its secret away; False when there is no such body."""
    async with store.database.write() as connection:
        done = await connection.execute(update(referrers).where(referrers.c.id == referrer).values(active=False))
    return bool(done.rowcount)


async def by_link(store: Store, link: str) -> Referrer | None:
    """Whose form ``link`` leads to."""
    row = await _one(store, referrers.c.link_hash == store.vault.hash(_LINK, link))
    return _referrer(row) if row else None


async def with_secret(store: Store, referrer: UUID) -> tuple[Referrer, str] | None:
    """The body called ``referrer``, and the secret that its calls are signed with."""
    row = await _one(store, referrers.c.id == referrer)
    return (_referrer(row), store.open(row.secret_sealed, _SECRET, row.id, str)) if row else None


async def of_programme(store: Store, programme: str) -> list[Referrer]:
    """Every body that may refer families to ``programme`` now, the oldest first."""
    found = select(referrers).where(referrers.c.programme == programme, referrers.c.active).order_by(referrers.c.id)
    async with store.database.read() as connection:
        return [_referrer(row) for row in (await connection.execute(found)).all()]


async def _one(store: Store, condition: Any) -> Any:
    async with store.database.read() as connection:
        return (await connection.execute(select(referrers).where(condition, referrers.c.active))).one_or_none()


def _referrer(row: Any) -> Referrer:
    return Referrer(id=row.id, programme=row.programme, body=row.body, name=row.name, active=row.active)
