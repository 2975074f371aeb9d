"""Staff accounts: passwords, new members, and the one-time code that links a Telegram account."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hmac
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TypeVar
from uuid import UUID

from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError

from bot.settings import Settings, SettingsError
from data import programmes, staff
from data.crypt import Vault
from data.database import Database
from data.staff import Member, Role, Taken
from data.store import Store
from data.wake import Wake

T = TypeVar("T")

SHORTEST = 12
"""Letters of a password: our proposal. NIST SP 800-63B-4 asks for 15 where it stands alone, 8 with a second factor."""

LONGEST = 256
"""Letters of a password; hashing more would only serve somebody who wants to keep us busy."""

CODE_LASTS = timedelta(minutes=10)

_hasher = PasswordHash.recommended()
_threads = ThreadPoolExecutor(2, "passwords")
"""Argon2 takes 64 MiB and tens of milliseconds a time: never in the event loop, never many at once."""


class WeakPassword(ValueError):
    """The password is too short or too long."""


async def _apart(work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(_threads, work)


async def hash_password(password: str) -> str:
    """The Argon2id hash of ``password``. Raises WeakPassword."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise WeakPassword(f"a password has {SHORTEST} to {LONGEST} letters")
    return await _apart(lambda: _hasher.hash(password))


@cache
def _nobody() -> str:
    """The hash that stands in for an account that does not exist."""
    return _hasher.hash("nobody signs in with this")


async def verify(password: str, password_hash: str | None) -> bool:
    """Whether ``password`` is the one. As much work for None, an account that does not exist, as for one that does."""
    return await _apart(lambda: _verify(password[: LONGEST + 1], password_hash)) and password_hash is not None


def _verify(password: str, password_hash: str | None) -> bool:
    try:
        return _hasher.verify(password, password_hash or _nobody())
    except UnknownHashError:
        return False


async def add_member(
    store: Store, programme: str, centre: str, role: Role, name: str, email: str, password: str, now: datetime
) -> UUID:
    """Add a member of staff (``centre`` "" for all); returns their id. Raises WeakPassword or Taken."""
    hashed = await hash_password(password)
    return await staff.add(
        store, programme=programme, centre=centre, role=role, name=name, email=email, password_hash=hashed, now=now
    )


def telegram_code(vault: Vault, member: Member, now: datetime) -> str:
    """A code that lets one Telegram account speak for ``member`` once, within CODE_LASTS.

    48 letters of A-Z, a-z, 0-9, - and _ (Telegram takes 64 after /start). Nothing is kept: the code names the member
    and its end, and is signed together with the account linked until now, so that linking another spends it.
    """
    until = int((now + CODE_LASTS).timestamp())
    head = member.id.bytes + until.to_bytes(4, "big")
    return base64.urlsafe_b64encode(head + _signature(vault, member, head)).decode()


async def link_telegram(store: Store, code: str, user: str, now: datetime) -> Member | None:
    """Link the Telegram account ``user`` to whom ``code`` was shown; None for one that is wrong, spent or too old."""
    try:
        raw = base64.b64decode(code, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(raw) != 36 or int.from_bytes(raw[16:20], "big") < now.timestamp():
        return None
    member = await staff.by_id(store, UUID(bytes=raw[:16]))
    if member is None or not hmac.compare_digest(raw[20:], _signature(store.vault, member, raw[:20])):
        return None
    await staff.link_telegram(store, member.id, user)
    return member


def _signature(vault: Vault, member: Member, head: bytes) -> bytes:
    spoken_for = member.telegram.bytes if member.telegram else b""
    message = b"staff telegram\0" + head + member.epoch.to_bytes(4, "big") + spoken_for
    return hmac.digest(vault.session_secret, message, "sha256")[:16]


async def add_from_command_line(
    settings: Settings, *, programme: str, centre: str, supervisor: bool, name: str, email: str, password: str
) -> None:
    """Add a member of staff to the database of ``settings``. Raises SettingsError for anything that cannot be right."""
    if programme not in programmes.known() or centre not in ("", *programmes.load(programme).centres):
        raise SettingsError(f"there is no programme `{programme}`, or it has no centre `{centre}`")
    store = Store(Database(settings.database_url), Vault(settings.data_keys), Wake())
    role = Role.SUPERVISOR if supervisor else Role.CASEWORKER
    try:
        await add_member(store, programme, centre, role, name, email, password, datetime.now(UTC))
    except (WeakPassword, Taken) as error:
        raise SettingsError(str(error)) from error
    finally:
        await store.database.close()
