"""Savers: the people who go to a family's home. Who fits a visit, ranked, each with what speaks for and against."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from dialogues.case import CaseDocument
from dialogues.programme import Programme
from dialogues.times import DAYS

WEIGHTS = {"free": 16, "trained": 8, "language": 4, "hours": 3, "district": 2}
"""What counts for a visit, and how much. Our proposal: no list of the partner's says it."""

_LONGEST = timedelta(hours=8)


class Training(msgspec.Struct, frozen=True):
    """A course that a saver has finished."""

    course: str
    done_on: date


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a saver."""

    name: str
    trainings: tuple[Training, ...] = ()
    languages: tuple[str, ...] = ()
    """Tags."""
    districts: tuple[str, ...] = ()
    """Keys; empty for everywhere."""
    days: tuple[str, ...] = ()
    """mon, tue, …"""
    opens: time = time(9)
    closes: time = time(18)
    """Between these hours, local time."""


class Saver(msgspec.Struct, frozen=True, kw_only=True):
    """One of the roster."""

    id: UUID
    profile: Profile
    active: bool
    """False for one who does not go to families at present."""


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """What a visit needs."""

    language: str
    district: str
    """Key; "" when nobody knows it."""
    starts: datetime
    ends: datetime
    """Both local time of the programme."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A saver, held against a visit."""

    saver: Saver
    points: int
    speaks: tuple[str, ...]
    """Keys of WEIGHTS, the weightiest first."""
    against: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.against


def sought(programme: Programme, document: CaseDocument, starts_at: datetime, minutes: int, zone: ZoneInfo) -> Sought:
    """What a visit of the case needs: the family's language and district, and the hours."""
    places = {question.id for question in programme.questions.values() if question.options == "districts"}
    told = next((str(record.value) for record in document.answers if record.question in places), "")
    starts = starts_at.astimezone(zone)
    district = told if told != "elsewhere" else ""
    ends = starts + min(timedelta(minutes=minutes), _LONGEST)
    return Sought(language=document.language.partition("-")[0], district=district, starts=starts, ends=ends)


def rank(savers: Iterable[Saver], visit: Sought, busy: Collection[UUID] = ()) -> tuple[Candidate, ...]:
    """The savers who go at present, the fittest first; of equally fit ones in the order of their names.

    ``busy``: ids of those who are with another family at that time. Nobody is left out: the caseworker chooses.
    """
    found = [_held(saver, visit, saver.id in busy) for saver in savers if saver.active]
    return tuple(sorted(found, key=lambda one: (-one.points, one.saver.profile.name, one.saver.id)))


def _held(saver: Saver, visit: Sought, busy: bool) -> Candidate:
    profile = saver.profile
    holds = {
        "free": not busy,
        "trained": bool(profile.trainings),
        "language": visit.language in profile.languages,
        "hours": _in_hours(profile, visit),
    }
    if visit.district:
        holds["district"] = not profile.districts or visit.district in profile.districts
    return Candidate(
        saver=saver,
        points=sum(WEIGHTS[name] for name, held in holds.items() if held),
        speaks=tuple(name for name in WEIGHTS if holds.get(name)),
        against=tuple(name for name in WEIGHTS if holds.get(name) is False),
    )


def _in_hours(profile: Profile, visit: Sought) -> bool:
    same_day = visit.starts.date() == visit.ends.date()
    within = profile.opens <= visit.starts.time() and visit.ends.time() <= profile.closes
    return same_day and within and DAYS[visit.starts.weekday()] in profile.days
