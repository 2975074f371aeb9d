"""The report: what each section counts, of which things, and by what. The formulas stand in ``docs/reports.md``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from dialogues.programme import Programme
from dialogues.reporting.counting import Counted, thing
from dialogues.reporting.figures import AlarmFigure, CaseFigure, Figures, VisitFigure
from dialogues.reporting.hiding import LEAST
from dialogues.reporting.indicators import Column, tells_adult
from dialogues.reporting.measuring import share, times
from dialogues.reporting.period import Period
from dialogues.reporting.reaching import HELPED, Marks, section
from dialogues.reporting.tables import COLUMNS, Figure, Group, Report, Section
from dialogues.state import VisitStatus

NO_CENTRE = "none"
"""The row of the cases that have no centre."""

CONTACT = ("within", "late", "pending")
VISIT = ("kept", "missed", "cancelled", "open")
MOVED = ("moved", "unmoved")
REMINDER = ("confirm", "move", "cancel", "silent", "none")
ACKNOWLEDGED = ("seen", "unseen")


def report(programme: Programme, period: Period, figures: Figures, now: datetime) -> Report:
    """The report of ``programme`` over ``period`` as it stands at ``now`` (UTC)."""
    begin, end = period.bounds(programme.zone)
    opened = [case for case in figures.cases if begin <= case.opened_at < end]
    closed = [case for case in figures.cases if case.closed_at and begin <= case.closed_at < end]
    indicators = programme.facts.indicators
    referred, referrals = _referrals(programme, opened, now)
    columns = columns_of(programme)
    ended, closings = _closed(closed, Marks(indicators, HELPED), columns)
    reached = [section(indicators, referred, ended)] if indicators else []
    sections = (referrals, closings, *reached, _visits(figures.visits, columns), _alarms(figures.alarms, columns))
    return Report(programme.key, period, sections)


def columns_of(programme: Programme) -> tuple[str, ...]:
    """By what its report is broken down: the adult's sex only where one of its questions tells it."""
    adults = tells_adult(programme.questions.values())
    return tuple(name for name in COLUMNS if adults or name != Column.ADULT)


def _referrals(programme: Programme, cases: Sequence[CaseFigure], now: datetime) -> tuple[Counted, Section]:
    marks = Marks(programme.facts.indicators)
    channels = {line.key: line.channel for line in programme.facts.lines}
    if programme.facts.referral:
        channels[programme.facts.referral.line] = "referral"
    things = [
        thing(
            case,
            channel=channels.get(case.line, case.line),
            language=case.language,
            centre=case.centre or NO_CENTRE,
            contact=_contact(case, now),
            **marks.of(case),
        )
        for case in cases
    ]
    dimensions = {
        "channel": channels.values(),
        "language": programme.languages,
        "centre": (*programme.centres, NO_CENTRE),
        "contact": CONTACT,
        **marks.dimensions,
    }
    counted = Counted(things, dimensions, columns_of(programme), marks.inside)
    taken = [
        (one.categories, _minutes(case.first_reply_at - case.opened_at))
        for one, case in zip(things, cases, strict=True)
        if case.first_reply_at
    ]
    measures = times(counted, "contact", taken) | {
        "contact_share": share(counted, ("contact", "within"), ("contact", "late"))
    }
    return counted, Section("referrals", counted.total(), counted.tables(), measures)


def _contact(case: CaseFigure, now: datetime) -> str:
    """Whether a person wrote within the promised time; ``pending`` while that still runs."""
    if _minutes((case.first_reply_at or now) - case.opened_at) > _minutes(case.promised_at - case.opened_at):
        return "late"
    return "within" if case.first_reply_at else "pending"


def _closed(cases: Sequence[CaseFigure], marks: Marks, columns: Collection[str]) -> tuple[Counted, Section]:
    things = [
        thing(
            case,
            outcome=case.outcome or "other",
            **(marks.of(case) if case.outcome == "helped" else {}),
        )
        for case in cases
    ]
    counted = Counted(things, {"outcome": ("helped",), **marks.dimensions}, columns, marks.inside)
    measures = {"met_share": share(counted, *HELPED)}
    return counted, Section("closed", counted.total(), counted.tables(), measures)


def _visits(visits: Sequence[VisitFigure], columns: Collection[str]) -> Section:
    things = [
        thing(
            visit,
            visit=_visit(visit),
            moved="moved" if visit.moves else "unmoved",
            reminder=(visit.answer or "silent") if visit.reminders else "none",
        )
        for visit in visits
    ]
    counted = Counted(things, {"visit": VISIT, "moved": MOVED, "reminder": REMINDER}, columns)
    measures: dict[str, Mapping[Group, Figure]] = {
        "kept_share": share(counted, ("visit", "kept"), ("visit", "missed")),
        "reminders": {(): Figure(hidden=True) if counted.few else _reminders(visits)},
    }
    return Section("visits", counted.total(), counted.tables(), measures)


def _visit(visit: VisitFigure) -> str:
    """What became of it; ``open`` while it lies ahead, or nobody has said."""
    if visit.status is VisitStatus.CANCELLED:
        return "cancelled"
    return "open" if visit.kept is None else "kept" if visit.kept else "missed"


def _reminders(visits: Iterable[VisitFigure]) -> Figure:
    """How many were sent; hidden when they went to fewer than LEAST families."""
    reminded = [visit for visit in visits if visit.reminders]
    if 0 < len({visit.family for visit in reminded}) < LEAST:
        return Figure(hidden=True)
    return Figure(sum(visit.reminders for visit in reminded))


def _alarms(alarms: Sequence[AlarmFigure], columns: Collection[str]) -> Section:
    things = [
        thing(alarm, code=alarm.code, acknowledged="seen" if alarm.acknowledged_at else "unseen") for alarm in alarms
    ]
    codes = sorted({alarm.code for alarm in alarms})
    counted = Counted(things, {"code": codes, "acknowledged": ACKNOWLEDGED}, columns)
    taken = [
        (one.categories, _minutes(alarm.acknowledged_at - alarm.at))
        for one, alarm in zip(things, alarms, strict=True)
        if alarm.acknowledged_at
    ]
    rows = [(("code", code),) for code in codes]
    return Section("alarms", counted.total(), counted.tables(), times(counted, "acknowledged", taken, rows))


def _minutes(span: timedelta) -> int:
    """Whole minutes: no more is kept of a case that is forgotten."""
    return span // timedelta(minutes=1)
