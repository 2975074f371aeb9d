"""The people who work with cases: who they are, what they may see, how they sign in."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from enum import StrEnum
from uuid import UUID

import msgspec
from sqlalchemy import select, update

from data.ids import uuid7
from data.store import Store
from data.tables import audit, staff


class Role(StrEnum):
    """What a member of staff may do."""

    CASEWORKER = "caseworker"
    """Sees the cases of their centre, and those that have none yet; of every centre when they belong to none."""
    SUPERVISOR = "supervisor"
    """Sees every case of the programme, and is told when nobody has claimed one."""


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A member of staff."""

    id: UUID
    programme: str
    centre: str
    """Key of the centre; "" for all."""
    role: Role
    name: str
    email: str
    password_hash: str
    active: bool
    epoch: int
    """Counts up to end every session at once."""
    telegram: UUID | None = None
    """Keyed hash of the linked Telegram account."""

    def sees(self, programme: str, centre: str) -> bool:
        """Whether they may see a case of ``centre``."""
        if programme != self.programme:
            return False
        return self.role is Role.SUPERVISOR or not self.centre or centre in ("", self.centre)


class Taken(ValueError):
    """The e-mail address belongs to somebody already."""


def same(email: str) -> str:
    """``email`` in the one form that tells addresses apart: width and case do not count."""
    return unicodedata.normalize("NFKC", email).strip().casefold()


async def add(
    store: Store, *, programme: str, centre: str, role: Role, name: str, email: str, password_hash: str, now: datetime
) -> UUID:
    """Add a member of staff; returns their id. Raises Taken."""
    if await by_email(store, email) is not None:
        raise Taken("somebody already signs in with this e-mail address")
    member = uuid7()
    row = {
        "id": member,
        "programme": programme,
        "centre": centre,
        "role": role.value,
        "name_sealed": store.seal(name, "staff.name", member),
        "email_hash": store.vault.hash("email", same(email)),
        "email_sealed": store.seal(email.strip(), "staff.email", member),
        "password_hash": password_hash,
        "active": True,
        "created_at": now,
    }
    async with store.database.write() as connection:
        await connection.execute(staff.insert(), row)
    return member


async def by_email(store: Store, email: str) -> Member | None:
    """Who signs in with ``email``."""
    return await _one(store, staff.c.email_hash == store.vault.hash("email", same(email)))


async def by_id(store: Store, member: UUID) -> Member | None:
    """The member of staff with this id."""
    return await _one(store, staff.c.id == member)


async def by_telegram(store: Store, user: str) -> Member | None:
    """Who has linked the Telegram account ``user``."""
    return await _one(store, staff.c.telegram_hash == store.vault.hash("staff telegram", user))


async def of_programme(store: Store, programme: str) -> list[Member]:
    """Everybody who works for ``programme`` now."""
    async with store.database.read() as connection:
        rows = await connection.execute(select(staff).where(staff.c.programme == programme, staff.c.active))
        return [_member(store, row) for row in rows]


async def link_telegram(store: Store, member: UUID, user: str) -> None:
    """From now on the Telegram account ``user`` speaks for ``member``, and for nobody else."""
    account = store.vault.hash("staff telegram", user)
    async with store.database.write() as connection:
        await connection.execute(update(staff).where(staff.c.telegram_hash == account).values(telegram_hash=None))
        await connection.execute(update(staff).where(staff.c.id == member).values(telegram_hash=account))


async def set_password(store: Store, member: UUID, password_hash: str) -> None:
    """A new password; every session of theirs ends."""
    async with store.database.write() as connection:
        changed = update(staff).where(staff.c.id == member)
        await connection.execute(changed.values(password_hash=password_hash, epoch=staff.c.epoch + 1))


async def record(store: Store, member: UUID | None, action: str, case: UUID | None, now: datetime) -> None:
    """Write into the audit who did or saw what."""
    row = {"id": uuid7(), "at": now, "staff_id": member, "action": action, "case_id": case}
    async with store.database.write() as connection:
        await connection.execute(audit.insert(), row)


async def _one(store: Store, condition: object) -> Member | None:
    async with store.database.read() as connection:
        row = (await connection.execute(select(staff).where(condition, staff.c.active))).one_or_none()  # type: ignore[arg-type]
    return _member(store, row) if row else None


def _member(store: Store, row: object) -> Member:
    values = row._mapping  # type: ignore[attr-defined]
    return Member(
        id=values["id"],
        programme=values["programme"],
        centre=values["centre"],
        role=Role(values["role"]),
        name=store.open(values["name_sealed"], "staff.name", values["id"], str),
        email=store.open(values["email_sealed"], "staff.email", values["id"], str),
        password_hash=values["password_hash"],
        active=values["active"],
        epoch=values["epoch"],
        telegram=values["telegram_hash"],
    )
