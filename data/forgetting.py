"""Erase what a family wrote, wherever it rests; that there was a case, and when, stays for the figures."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from data.database import among, write_rows
from data.figures import cut_loose
from data.store import Store
from data.tables import cases, messages, visits
from dialogues.case import CaseDocument, erased

_DOCUMENT = "cases.document"


async def forget(store: Store, connection: AsyncConnection, conversations: Sequence[UUID]) -> None:
    """Within a transaction: delete the messages of ``conversations``, blank their cases, drop the wishes of their
    visits, and cut what is kept for the reports loose from them."""
    ids = {"ids": list(conversations)}
    await cut_loose(connection, conversations)
    await connection.execute(delete(messages).where(among(messages.c.conversation_id)), ids)
    theirs = select(cases.c.id, cases.c.document_sealed).where(among(cases.c.conversation_id))
    rows = [
        {"case": row.id, "blank": _blank(store, row.id, row.document_sealed)}
        for row in await connection.execute(theirs, ids)
    ]
    blank = update(cases).where(cases.c.id == bindparam("case")).values(document_sealed=bindparam("blank"), placed="")
    await write_rows(connection, blank, rows)
    wishes = update(visits).where(visits.c.case_id == bindparam("case")).values(wish_sealed=None)
    await write_rows(connection, wishes, [{"case": row["case"]} for row in rows])


def _blank(store: Store, case: UUID, sealed: bytes) -> bytes:
    return store.seal(erased(store.open(sealed, _DOCUMENT, case, CaseDocument)), _DOCUMENT, case)
