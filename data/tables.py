"""Every table. Columns named ``*_sealed`` hold AES-GCM values; nothing a family wrote rests in any other column."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    Uuid,
    text,
)


class Moment(TypeDecorator[datetime]):
    """A point in time, always UTC and aware in Python; SQLite keeps it naive."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware to UTC; a naive value is a mistake of ours and raises ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Back to aware UTC."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _partial(name: str, *columns: str, where: str, sqlite: str = "", unique: bool = False) -> Index:
    """An index of some rows; ``sqlite`` is the condition as SQLite is asked for it, where that differs."""
    return Index(name, *columns, unique=unique, postgresql_where=text(where), sqlite_where=text(sqlite or where))


def _delivery() -> list[Column[Any]]:
    """Columns of a row that waits to be sent: status, when, by whose lease, how often tried."""
    return [
        Column("status", String(12), nullable=False),
        Column("reason", String(80), nullable=False, default="", server_default=""),
        Column("send_after", Moment, nullable=True),
        Column("attempts", SmallInteger, nullable=False, default=0, server_default="0"),
        Column("at", Moment, nullable=False),
        Column("status_at", Moment, nullable=False),
    ]


conversations = Table(
    "conversations",
    metadata,
    Column("id", Uuid, primary_key=True),  # keyed hash of (line, handle)
    Column("line", String(64), nullable=False),
    Column("programme", String(64), nullable=False),
    Column("handle_sealed", LargeBinary, nullable=False),
    Column("state_sealed", LargeBinary, nullable=False),
    Column("waiting_since", Moment, nullable=True),
    Column("created_at", Moment, nullable=False),
    Column("last_at", Moment, nullable=True),
    postgresql_with={"fillfactor": 70},
)

messages = Table(
    "messages",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("conversation_id", Uuid, nullable=False),
    Column("line", String(64), nullable=False),
    Column("inbound", Boolean, nullable=False),
    Column("provider_id", String(128), nullable=True),
    Column("content_sealed", LargeBinary, nullable=False),
    Column("purpose", String(12), nullable=False, default="", server_default=""),
    Column("about", Uuid, nullable=True),
    Column("until", Moment, nullable=True),
    *_delivery(),
    Column("held_by", Integer, nullable=True),  # seat of the process that has it in hand (data/wake.py)
    Column("untold", String(12), nullable=True),  # how it failed, while its conversation has not heard of that
    _partial("uq_messages_line_provider_id", "line", "provider_id", where="inbound", unique=True),
    _partial("ix_messages_provider_id", "line", "provider_id", where="NOT inbound", sqlite="inbound = 0"),
    Index("ix_messages_conversation_id_id", "conversation_id", "id"),
    _partial("ix_messages_received", "at", where="status = 'received'"),
    _partial("ix_messages_outbox", "send_after", where="status IN ('queued', 'sending')"),
    _partial("ix_messages_about", "about", where="about IS NOT NULL"),
    _partial("ix_messages_untold", "status_at", where="untold IS NOT NULL"),
    postgresql_with={"fillfactor": 80},
)

receipts = Table(
    "receipts",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("line", String(64), nullable=False),
    Column("provider_id", String(128), nullable=False),
    Column("status", String(12), nullable=False),
    Column("reason", String(80), nullable=False, default=""),
    Column("at", Moment, nullable=False),
)
"""Receipts that came before we had written down the provider's id; settled by the sweep."""

cases = Table(
    "cases",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("conversation_id", Uuid, ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False),
    Column("programme", String(64), nullable=False),
    Column("code", String(12), nullable=False),
    Column("centre", String(64), nullable=False),
    Column("urgency", String(12), nullable=False),
    Column("reason", String(24), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("document_sealed", LargeBinary, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("claimed_by", Uuid, nullable=True),
    Column("claimed_at", Moment, nullable=True),
    Column("first_reply_at", Moment, nullable=True),
    Column("alarm_at", Moment, nullable=True),
    Column("acknowledged_by", Uuid, nullable=True),
    Column("acknowledged_at", Moment, nullable=True),
    Column("closed_at", Moment, nullable=True),
    Column("outcome", String(40), nullable=False, default="", server_default=""),
    Column("helped", String(8), nullable=False, default="", server_default=""),  # what the family says at the end
    Column("placed", Text, nullable=False, default="", server_default=""),  # service of each confirmed match
    Index("ix_cases_conversation_id", "conversation_id"),
    Index("ix_cases_programme_closed_at", "programme", "closed_at"),
)

visits = Table(
    "visits",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("case_id", Uuid, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("status", String(16), nullable=False),
    Column("wish_sealed", LargeBinary, nullable=True),
    Column("sequence", Integer, nullable=False, default=0),
    Column("updated_at", Moment, nullable=False),
    Column("kept", Boolean, nullable=True),  # whether it took place; empty until a caseworker says so
    Column("saver_id", Uuid, nullable=True),  # who goes; empty until a caseworker says so
    Index("ix_visits_case_id", "case_id"),
    Index("ix_visits_starts_at", "starts_at"),
)

savers = Table(
    "savers",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("programme", String(64), nullable=False),
    Column("profile_sealed", LargeBinary, nullable=False),
    Column("active", Boolean, nullable=False, default=True),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index("ix_savers_programme", "programme"),
)
"""The people who go to families' homes (data/savers.py)."""

rooms = Table(
    "rooms",
    metadata,
    Column("id", Uuid, primary_key=True),  # of the form that said it
    Column("programme", String(64), nullable=False),
    Column("service", String(64), nullable=False),
    Column("place", String(64), nullable=False),  # empty for the service as a whole
    Column("capacity", Integer, nullable=True),
    Column("full_until", Date, nullable=True),
    Column("said_by", Uuid, nullable=False),
    Column("said_at", Moment, nullable=False),
    UniqueConstraint("programme", "service", "place"),
)
"""What staff say of the room that a service or a place has (data/rooms.py)."""

timers = Table(
    "timers",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("conversation_id", Uuid, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("subject", Uuid, nullable=False),
    Column("level", SmallInteger, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("lease_until", Moment, nullable=True),
    UniqueConstraint("conversation_id", "kind", "subject", "level"),
    Index("ix_timers_due_at", "due_at"),
)

notices = Table(
    "notices",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("case_id", Uuid, nullable=False),
    Column("visit_id", Uuid, nullable=True),
    Column("way", String(16), nullable=False, default="", server_default=""),  # empty until it is spread over ways
    Column("recipient", String(64), nullable=False, default="", server_default=""),  # staff id, or the programme
    *_delivery(),
    _partial("ix_notices_outbox", "send_after", where="status IN ('queued', 'sending')"),
    Index("ix_notices_case_id", "case_id"),
)

staff = Table(
    "staff",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("programme", String(64), nullable=False),
    Column("centre", String(64), nullable=False, default="", server_default=""),
    Column("role", String(12), nullable=False),
    Column("name_sealed", LargeBinary, nullable=False),
    Column("email_hash", Uuid, nullable=False, unique=True),
    Column("email_sealed", LargeBinary, nullable=False),
    Column("password_hash", String(256), nullable=False),
    Column("telegram_hash", Uuid, nullable=True, unique=True),
    Column("active", Boolean, nullable=False, default=True),
    Column("epoch", Integer, nullable=False, default=0, server_default="0"),
    Column("created_at", Moment, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("staff_id", Uuid, nullable=True),
    Column("action", String(40), nullable=False),
    Column("case_id", Uuid, nullable=True),
    Index("ix_audit_case_id", "case_id"),
)
"""Who did or saw what. No words, no names."""

figures = Table(
    "figures",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("case_id", Uuid, nullable=True, unique=True),  # cut when the case is forgotten
    Column("programme", String(64), nullable=False),
    Column("line", String(64), nullable=False),
    Column("language", String(16), nullable=False),
    Column("centre", String(64), nullable=False),
    Column("child_sex", String(8), nullable=False),
    Column("child_age", String(8), nullable=False),
    Column("adult_sex", String(8), nullable=False, default="unknown", server_default="unknown"),
    Column("opened_at", Moment, nullable=False),
    Column("promised_at", Moment, nullable=False),
    Column("first_reply_at", Moment, nullable=True),
    Column("closed_at", Moment, nullable=True),
    Column("outcome", String(40), nullable=False, default="", server_default=""),
    Column("indicators", String(400), nullable=False, default="", server_default=""),  # keys, a blank between two
    Index("ix_figures_programme_opened_at", "programme", "opened_at"),
    Index("ix_figures_programme_closed_at", "programme", "closed_at"),
)
"""What stays of a case for the reports (data/figures.py). A protected birth has no row."""

figure_alarms = Table(
    "figure_alarms",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("figure_id", Uuid, ForeignKey("figures.id", ondelete="CASCADE"), nullable=False),
    Column("code", String(24), nullable=False),
    Column("at", Moment, nullable=False),
    Column("acknowledged_at", Moment, nullable=True),
    Index("ix_figure_alarms_figure_id", "figure_id"),
)

figure_visits = Table(
    "figure_visits",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("figure_id", Uuid, ForeignKey("figures.id", ondelete="CASCADE"), nullable=False),
    Column("visit_id", Uuid, nullable=True, unique=True),  # cut when the case is forgotten
    Column("starts_at", Moment, nullable=False),
    Column("status", String(16), nullable=False),
    Column("moves", SmallInteger, nullable=False, default=0, server_default="0"),
    Column("reminders", SmallInteger, nullable=False, default=0, server_default="0"),  # of those since erased
    Column("answer", String(8), nullable=False, default="", server_default=""),
    Column("kept", Boolean, nullable=True),
    Index("ix_figure_visits_figure_id", "figure_id"),
)

referrers = Table(
    "referrers",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("programme", String(64), nullable=False),
    Column("body", String(40), nullable=False),  # kind of body, a key of the programme's file
    Column("name", String(120), nullable=False),  # of the body, never of a person
    Column("link_hash", Uuid, nullable=False, unique=True),
    Column("secret_sealed", LargeBinary, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
)
"""State bodies that may refer families, each with a link and a secret of its own."""
