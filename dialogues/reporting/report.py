"""The report: what each section counts, of which things, and by what. The formulas stand in ``docs/reports.md``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from dialogues.programme import Programme
from dialogues.reporting.counting import Counted, thing
from dialogues.reporting.figures import AlarmFigure, CaseFigure, Figures, VisitFigure
from dialogues.reporting.hiding import LEAST
from dialogues.reporting.measuring import share, times
from dialogues.reporting.period import Period
from dialogues.reporting.reaching import HELPED, Marks, section
from dialogues.reporting.tables import GROUPS, Figure, Group, Report, Section
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
    ended, closings = _closed(closed, Marks(indicators, HELPED))
    reached = [section(indicators, referred, ended)] if indicators else []
    sections = (referrals, closings, *reached, _visits(figures.visits), _alarms(figures.alarms))
    return Report(programme.key, period, sections)


def _referrals(programme: Programme, cases: Sequence[CaseFigure], now: datetime) -> tuple[Counted, Section]:
    marks = Marks(programme.facts.indicators)
    channels = {line.key: line.channel for line in programme.facts.lines}
    if programme.facts.referral:
        channels[programme.facts.referral.line] = "referral"
    things = [
        thing(
            case.family,
            case.child,
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
    counted = Counted(things, dimensions, marks.inside)
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


def _closed(cases: Sequence[CaseFigure], marks: Marks) -> tuple[Counted, Section]:
    things = [
        thing(
            case.family,
            case.child,
            outcome=case.outcome or "other",
            **(marks.of(case) if case.outcome == "helped" else {}),
        )
        for case in cases
    ]
    counted = Counted(things, {"outcome": ("helped",), **marks.dimensions}, marks.inside)
    measures = {"met_share": share(counted, *HELPED)}
    return counted, Section("closed", counted.total(), counted.tables(), measures)


def _visits(visits: Sequence[VisitFigure]) -> Section:
    things = [
        thing(
            visit.family,
            visit.child,
            visit=_visit(visit),
            moved="moved" if visit.moves else "unmoved",
            reminder=(visit.answer or "silent") if visit.reminders else "none",
        )
        for visit in visits
    ]
    counted = Counted(things, {"visit": VISIT, "moved": MOVED, "reminder": REMINDER})
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


def _alarms(alarms: Sequence[AlarmFigure]) -> Section:
    things = [
        thing(alarm.family, alarm.child, code=alarm.code, acknowledged="seen" if alarm.acknowledged_at else "unseen")
        for alarm in alarms
    ]
    codes = sorted({alarm.code for alarm in alarms})
    counted = Counted(things, {"code": codes, "acknowledged": ACKNOWLEDGED})
    taken = [
        (one.categories, _minutes(alarm.acknowledged_at - alarm.at))
        for one, alarm in zip(things, alarms, strict=True)
        if alarm.acknowledged_at
    ]
    groups = (*GROUPS, *((("code", code),) for code in codes))
    return Section("alarms", counted.total(), counted.tables(), times(counted, "acknowledged", taken, groups))


def _minutes(span: timedelta) -> int:
    """Whole minutes: no more is kept of a case that is forgotten."""
    return span // timedelta(minutes=1)
