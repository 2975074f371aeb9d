"""The statements that write what a batch has recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, bindparam, func, update
from sqlalchemy import case as case_of
from sqlalchemy.dialects import postgresql, sqlite

from data.figures import figure_statements
from data.tables import audit, cases, conversations, messages, notices, timers, visits
from dialogues.messages import Status

_REVISED = ("centre", "urgency", "reason", "revision", "document_sealed", "due_at", "placed")


def statements(postgres: bool, now: datetime) -> dict[str, Callable[[], Executable]]:
    """Every statement a recording can need, by name; built only when used."""
    insert = postgresql.insert if postgres else sqlite.insert
    case = cases.c.id == bindparam("case")
    conversation = conversations.c.id == bindparam("of")
    return {
        "say": messages.insert,
        "open": cases.insert,
        "revise": lambda: cases.update().where(case).values(
            {name: bindparam(f"new_{name}") for name in _REVISED}
            | {"alarm_at": func.coalesce(bindparam("new_alarm_at", type_=cases.c.alarm_at.type), cases.c.alarm_at)}
        ),
        "claim": lambda: cases.update().where(case).values(claimed_by=bindparam("by"), claimed_at=now),
        "release": lambda: cases.update().where(case).values(claimed_by=None, claimed_at=None),
        "close": lambda: cases.update().where(case).values(closed_at=now, outcome=bindparam("ending")),
        "helped": lambda: cases.update().where(case).values(helped=bindparam("answer")),
        "acknowledge": lambda: cases.update().where(case).values(acknowledged_by=bindparam("by"), acknowledged_at=now),
        "first_reply": lambda: cases.update().where(case, cases.c.first_reply_at.is_(None)).values(first_reply_at=now),
        "book": visits.insert,
        "visit": lambda: visits.update().where(visits.c.id == bindparam("visit")).values(
            starts_at=bindparam("new_starts_at"), status=bindparam("new_status"),
            updated_at=bindparam("new_updated_at"),
            wish_sealed=func.coalesce(bindparam("new_wish", type_=visits.c.wish_sealed.type), visits.c.wish_sealed),
            sequence=visits.c.sequence + 1,
        ),
        "notify": notices.insert,
        "timer": lambda: _upsert_timer(insert),
        "cancel_timers": lambda: timers.delete().where(
            timers.c.conversation_id == bindparam("of"), timers.c.kind == bindparam("what"),
            timers.c.subject == bindparam("about_"),
        ),
        "revoke": lambda: _revoke(now),
        "wait": lambda: conversations.update().where(conversation)
            .values(waiting_since=func.coalesce(conversations.c.waiting_since, now)),
        "answered": lambda: conversations.update().where(conversation).values(waiting_since=None),
        "audit": audit.insert,
        **figure_statements(now),
    }  # fmt: skip


def _upsert_timer(insert: Any) -> Executable:
    statement = insert(timers)
    keys = ["conversation_id", "kind", "subject", "level"]
    changed = {"due_at": statement.excluded.due_at, "lease_until": None}
    result: Executable = statement.on_conflict_do_update(index_elements=keys, set_=changed)
    return result


def _revoke(now: datetime) -> Executable:
    """What waits is taken back. What is being sent at this moment is marked, and taken back should it have to wait."""
    waits = messages.c.status == Status.QUEUED.value
    about = messages.c.about == bindparam("about_")
    revoked = update(messages).where(about, waits | (messages.c.status == Status.SENDING.value))
    status = case_of((waits, Status.REVOKED.value), else_=messages.c.status)
    return revoked.values(status=status, reason=Status.REVOKED.value, until=now)
