"""What is kept of each case for the reports: written beside the case, cut loose from it when its words are erased.

A figure has an id of its own that nothing else knows. While the case is remembered, ``case_id`` and ``visit_id`` lead
to it, so that it can still change. Forgetting cuts these and sets every moment back to the beginning of its day, with
the spans in between kept to the minute: what is left says that some case was opened on some day, and nothing leads from
a family to it. A protected birth never has a figure; a case that turns out to be one loses what it had.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import Executable, Row, ScalarSelect, Select, Table, bindparam, exists, func, select, update
from sqlalchemy import case as case_of
from sqlalchemy.ext.asyncio import AsyncConnection

from data import programmes
from data.database import among, write_rows
from data.store import Store
from data.tables import cases, figure_alarms, figure_visits, figures, messages, visits
from dialogues.case import CaseDocument
from dialogues.effects import KeepVisit
from dialogues.messages import Purpose, Status
from dialogues.reporting.figures import UNKNOWN, adult_of, child_of, indicators_of, nameless
from dialogues.state import VisitStatus

Change = tuple[str, dict[str, Any]]
"""(name of one of ``figure_statements``, its values)."""

ARRIVED = (Status.SENT.value, Status.DELIVERED.value, Status.READ.value)


def opened(document: CaseDocument, due_at: datetime) -> Iterator[Change]:
    """What a new case adds."""
    if nameless(document):
        return
    row = _described(document) | {"id": uuid4(), "case_id": document.id, "programme": document.programme}
    yield "figure", row | {"line": document.contact.line, "opened_at": document.opened_at, "promised_at": due_at}
    yield from _alarm(document)


def revised(document: CaseDocument, due_at: datetime) -> Iterator[Change]:
    """What a case that is known better changes; a protected birth takes everything away."""
    if nameless(document):
        yield "figure_drop", {"case": document.id}
        return
    new = {f"new_{name}": value for name, value in _described(document).items()}
    yield "figure_revise", new | {"case": document.id, "new_due_at": due_at}
    yield from _alarm(document)


def visited(effect: KeepVisit) -> Iterator[Change]:
    """What a visit that was booked or changed means."""
    if effect.minutes is not None:
        row = {"id": uuid4(), "case": effect.case, "visit": effect.visit}
        yield "figure_book", row | {"starts_at": effect.starts_at, "status": effect.status.value}
    else:
        new = {"new_starts_at": effect.starts_at, "new_status": effect.status.value, "new_answer": effect.answer}
        yield "figure_visit", new | {"visit": effect.visit}


def _described(document: CaseDocument) -> dict[str, str]:
    child = child_of(document)
    return {
        "language": document.language,
        "centre": document.centre,
        "child_sex": child.sex,
        "child_age": child.age,
        **_of_the_programme(document),
    }


def _of_the_programme(document: CaseDocument) -> dict[str, str]:
    """What only the programme's file tells: indicators with blanks between, the adult's sex. Nothing for a programme
    that is no longer there, because recording must not fail."""
    try:
        programme = programmes.load(document.programme)
    except FileNotFoundError:
        return {"adult_sex": UNKNOWN, "indicators": ""}
    return {"adult_sex": adult_of(programme, document), "indicators": " ".join(indicators_of(programme, document))}


def _alarm(document: CaseDocument) -> Iterator[Change]:
    """The alert that a document carries on through its revisions is counted once."""
    if document.crisis:
        yield "figure_alarm", {
            "id": uuid4(), "case": document.id, "code": document.crisis.code, "rang_at": document.crisis.at,
        }  # fmt: skip


def figure_statements(now: datetime) -> dict[str, Callable[[], Executable]]:
    """Every statement that ``opened``, ``revised`` and ``visited`` name, and what a case's own changes need."""
    case, alarm = figures.c.case_id == bindparam("case"), figure_alarms.c.figure_id.in_(_figure())
    return {
        "figure": figures.insert,
        "figure_revise": _revise,
        "figure_drop": lambda: figures.delete().where(case),
        "figure_reply": lambda: figures.update().where(case, figures.c.first_reply_at.is_(None))
            .values(first_reply_at=now),
        "figure_close": lambda: figures.update().where(case).values(closed_at=now, outcome=bindparam("ending")),
        "figure_alarm": _ring,
        "figure_acknowledge": lambda: figure_alarms.update().where(alarm, figure_alarms.c.acknowledged_at.is_(None))
            .values(acknowledged_at=now),
        "figure_book": _book,
        "figure_visit": _visit,
    }  # fmt: skip


def _figure() -> Select[tuple[UUID]]:
    return select(figures.c.id).where(figures.c.case_id == bindparam("case", type_=figures.c.case_id.type))


def _revise() -> Executable:
    due_at = bindparam("new_due_at", type_=figures.c.promised_at.type)
    sooner = figures.c.first_reply_at.is_(None) & (due_at < figures.c.promised_at)
    names = ("language", "centre", "child_sex", "child_age", "adult_sex", "indicators")
    return (
        figures.update()
        .where(figures.c.case_id == bindparam("case"))
        .values(
            {name: bindparam(f"new_{name}") for name in names}
            | {"promised_at": case_of((sooner, due_at), else_=figures.c.promised_at)}
        )
    )


def _ring() -> Executable:
    code, at = (
        bindparam(name, type_=column.type)
        for name, column in (("code", figure_alarms.c.code), ("rang_at", figure_alarms.c.at))
    )
    known = exists().where(figure_alarms.c.figure_id == figures.c.id, figure_alarms.c.at == at)
    new = _figure().where(~known).with_only_columns(bindparam("id", type_=figures.c.id.type), figures.c.id, code, at)
    return figure_alarms.insert().from_select(["id", "figure_id", "code", "at"], new)


def _book() -> Executable:
    names = {"visit_id": "visit", "starts_at": "starts_at", "status": "status"}
    given = [bindparam(name, type_=figure_visits.c[column].type) for column, name in names.items()]
    new = _figure().with_only_columns(bindparam("id", type_=figures.c.id.type), figures.c.id, *given)
    return figure_visits.insert().from_select(["id", "figure_id", *names], new)


def _visit() -> Executable:
    starts_at, answer = (bindparam(f"new_{name}", type_=figure_visits.c[name].type) for name in ("starts_at", "answer"))
    counts = (answer != "") & ((figure_visits.c.reminders > 0) | (sent_reminders() > 0))
    return (
        figure_visits.update()
        .where(figure_visits.c.visit_id == bindparam("visit"))
        .values(
            moves=figure_visits.c.moves + case_of((figure_visits.c.starts_at != starts_at, 1), else_=0),
            starts_at=starts_at,
            status=bindparam("new_status"),
            answer=case_of((counts, answer), else_=figure_visits.c.answer),
        )
    )


def sent_reminders() -> ScalarSelect[int]:
    """How many reminders of a row of ``figure_visits`` were sent, as long as they are remembered."""
    theirs = (messages.c.about == figure_visits.c.visit_id) & (messages.c.purpose == Purpose.REMINDER.value)
    found = select(func.count()).select_from(messages).where(theirs, messages.c.status.in_(ARRIVED))
    return found.correlate(figure_visits).scalar_subquery()


async def mark_visit(store: Store, case: UUID, visit: UUID, *, kept: bool, now: datetime) -> bool:
    """Write down whether a visit of ``case`` took place. False for one that is still to come, was cancelled, or is
    none of its."""
    past = (visits.c.starts_at <= now) & (visits.c.status != VisitStatus.CANCELLED.value)
    own = (visits.c.id == visit) & (visits.c.case_id == case) & past
    async with store.database.write() as connection:
        marked = await connection.execute(update(visits).where(own).values(kept=kept))
        if marked.rowcount:
            await connection.execute(update(figure_visits).where(figure_visits.c.visit_id == visit).values(kept=kept))
    return bool(marked.rowcount)


async def cut_loose(connection: AsyncConnection, conversations: Sequence[UUID]) -> None:
    """Within a transaction, before the messages go: nothing leads from ``conversations`` to their figures any more."""
    ids = {"ids": list(conversations)}
    theirs = figures.c.case_id.in_(select(cases.c.id).where(among(cases.c.conversation_id)))
    own = (await connection.execute(select(figures).where(theirs), ids)).all()
    if not own:
        return
    zones = {row.id: _zone(row.programme) for row in own}
    which = {"ids": [row.id for row in own]}
    alarms = select(figure_alarms).where(among(figure_alarms.c.figure_id))
    planned = select(figure_visits, sent_reminders().label("sent")).where(among(figure_visits.c.figure_id))
    rang, came = [(await connection.execute(found, which)).all() for found in (alarms, planned)]
    await _write(connection, figures, [_loose(row, zones[row.id]) for row in own])
    await _write(connection, figure_alarms, [_loose_alarm(row, zones[row.figure_id]) for row in rang])
    await _write(connection, figure_visits, [_loose_visit(row, zones[row.figure_id]) for row in came])


async def _write(connection: AsyncConnection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        new: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "row"}
        named = [{key if key == "row" else f"new_{key}": value for key, value in row.items()} for row in rows]
        await write_rows(connection, update(table).where(table.c.id == bindparam("row")).values(new), named)


def _loose(row: Row[Any], zone: ZoneInfo) -> dict[str, Any]:
    opened_at = _day(row.opened_at, zone)
    return {
        "row": row.id,
        "case_id": None,
        "opened_at": opened_at,
        "promised_at": opened_at + _whole(row.promised_at - row.opened_at),
        "first_reply_at": opened_at + _whole(row.first_reply_at - row.opened_at) if row.first_reply_at else None,
        "closed_at": _day(row.closed_at, zone) if row.closed_at else None,
    }


def _loose_alarm(row: Row[Any], zone: ZoneInfo) -> dict[str, Any]:
    at, seen = _day(row.at, zone), row.acknowledged_at
    return {"row": row.id, "at": at, "acknowledged_at": at + _whole(seen - row.at) if seen else None}


def _loose_visit(row: Row[Any], zone: ZoneInfo) -> dict[str, Any]:
    starts_at = _day(row.starts_at, zone)
    return {"row": row.id, "visit_id": None, "starts_at": starts_at, "reminders": row.reminders + row.sent}


def _day(at: datetime, zone: ZoneInfo) -> datetime:
    """The beginning of the day in which ``at`` lies: still within the same period of any report."""
    return datetime.combine(at.astimezone(zone).date(), time(), zone).astimezone(UTC)


def _whole(span: timedelta) -> timedelta:
    return span - span % timedelta(minutes=1)


def _zone(programme: str) -> ZoneInfo:
    """The programme's time zone; UTC for one that is no longer there, because forgetting must not fail."""
    return programmes.load(programme).zone if programme in programmes.known() else ZoneInfo("UTC")
