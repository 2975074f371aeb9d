"""What a report counts, read from the figures in three statements; no sealed value is opened for it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from data.figures import sent_reminders
from data.store import Store
from data.tables import figure_alarms, figure_visits, figures
from dialogues.reporting.figures import NAMELESS, AlarmFigure, CaseFigure, Child, Figures, VisitFigure
from dialogues.state import VisitStatus

_PEOPLE = (figures.c.child_sex, figures.c.child_age, figures.c.adult_sex)


async def figures_of(store: Store, programme: str, begin: datetime, end: datetime) -> Figures:
    """The figures of ``programme`` from ``begin`` until before ``end``."""
    ours = figures.c.programme == programme
    opened, closed = (_within(column, begin, end) for column in (figures.c.opened_at, figures.c.closed_at))
    rang, planned = (_within(column, begin, end) for column in (figure_alarms.c.at, figure_visits.c.starts_at))
    async with store.database.read() as connection:
        cases = (await connection.execute(select(figures).where(ours, or_(opened, closed)))).all()
        alarms = (await connection.execute(_alarms().where(ours, rang))).all()
        visits = (await connection.execute(_visits().where(ours, planned))).all()
    return Figures(tuple(map(_case, cases)), tuple(map(_alarm, alarms)), tuple(map(_visit, visits)))


def _within(column: ColumnElement[Any], begin: datetime, end: datetime) -> ColumnElement[bool]:
    return (column >= begin) & (column < end)


def _alarms() -> Select[Any]:
    found = select(figure_alarms, *_PEOPLE).join(figures, figures.c.id == figure_alarms.c.figure_id)
    return found.where(figure_alarms.c.code != NAMELESS)


def _visits() -> Select[Any]:
    sent = (figure_visits.c.reminders + sent_reminders()).label("sent")
    return select(figure_visits, *_PEOPLE, sent).join(figures, figures.c.id == figure_visits.c.figure_id)


def _case(row: Any) -> CaseFigure:
    return CaseFigure(
        family=row.id,
        line=row.line,
        language=row.language,
        centre=row.centre,
        child=Child(row.child_sex, row.child_age),
        opened_at=row.opened_at,
        promised_at=row.promised_at,
        first_reply_at=row.first_reply_at,
        closed_at=row.closed_at,
        outcome=row.outcome,
        indicators=tuple(row.indicators.split()),
        adult=row.adult_sex,
    )


def _alarm(row: Any) -> AlarmFigure:
    return AlarmFigure(
        family=row.figure_id,
        child=Child(row.child_sex, row.child_age),
        code=row.code,
        at=row.at,
        acknowledged_at=row.acknowledged_at,
        adult=row.adult_sex,
    )


def _visit(row: Any) -> VisitFigure:
    return VisitFigure(
        family=row.figure_id,
        child=Child(row.child_sex, row.child_age),
        starts_at=row.starts_at,
        status=VisitStatus(row.status),
        kept=row.kept,
        moves=row.moves,
        reminders=row.sent,
        answer=row.answer,
        adult=row.adult_sex,
    )
