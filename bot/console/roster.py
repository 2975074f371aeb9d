"""The roster of savers: everybody may look who goes to families; supervisors put people on it and take them off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from litestar import Response, get, post
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery

from bot.app import FrontDoor
from bot.console.casepage import case_id
from bot.console.deeds import Mistake, once_of
from bot.console.entrance import Form
from bot.console.pages import go, page
from bot.console.visitor import Door, HttpRequest, SignedIn, Visitor
from data import savers
from data.staff import Role
from dialogues.programme import named
from dialogues.savers import Profile, Saver, Training
from dialogues.times import DAYS

LONGEST = 80
"""Letters of a name and of a course."""

MOST = 12
"""Trainings of one saver."""

_DONE = ("added", "changed", "removed")


@dataclass(frozen=True, slots=True, repr=False)
class RosterView:
    """What the template asks for."""

    visitor: Visitor
    everyone: list[Saver]
    chosen: Saver | None
    """Who is being changed; None for a new one."""
    draft: Mapping[str, str]
    """What stood in the form that was sent and refused."""

    @property
    def edits(self) -> bool:
        """Whether the visitor may change the roster."""
        return self.visitor.member.role is Role.SUPERVISOR

    @property
    def languages(self) -> list[tuple[str, str]]:
        """(tag, name) of every language of the programme; scripts of one language count once."""
        tags = dict.fromkeys(tag.partition("-")[0] for tag in self.visitor.programme.languages)
        return [(tag, self.visitor.words.known(f"lang-{tag}", tag)) for tag in tags]

    @property
    def districts(self) -> list[tuple[str, str]]:
        """(key, name)."""
        known = self.visitor.programme.districts.values()
        return [(one.key, named(one.name, self.visitor.words.language)) for one in known if one.key != "elsewhere"]

    @property
    def days(self) -> list[tuple[str, str]]:
        """(key, name)."""
        return [(day, self.visitor.words(f"day-{day}")) for day in DAYS]

    def listed(self, saver: Saver) -> Iterator[tuple[str, str]]:
        """(what, the saver's own) for a row of the list."""
        profile, words = saver.profile, self.visitor.words
        names = dict(self.districts)
        courses = " · ".join(f"{one.course} ({words.date(one.done_on)})" for one in profile.trainings)
        yield words("saver-trainings"), courses or "–"
        yield words("saver-languages"), ", ".join(words.known(f"lang-{one}", one) for one in profile.languages)
        where = ", ".join(names.get(one, one) for one in profile.districts)
        yield words("saver-districts"), where or words("saver-everywhere")
        when = " ".join(words(f"day-{day}") for day in DAYS if day in profile.days)
        yield words("saver-hours"), f"{when} {profile.opens:%H:%M}–{profile.closes:%H:%M}"

    def value(self, name: str, otherwise: str = "") -> str:
        """What a field begins with."""
        return self.draft.get(name, "" if self.draft else otherwise)

    def ticked(self, group: str, key: str) -> bool:
        """Whether a box is ticked."""
        if self.draft:
            return f"{group}-{key}" in self.draft
        profile = self.chosen.profile if self.chosen else Profile(name="", days=DAYS[:5])
        return key in {"language": profile.languages, "district": profile.districts, "day": profile.days}[group]

    @property
    def active(self) -> bool:
        """Whether the box "goes to families" is ticked."""
        return "active" in self.draft if self.draft else self.chosen is None or self.chosen.active

    @property
    def trainings(self) -> list[tuple[str, str]]:
        """(course, day) of each row of the form; the last ones are empty."""
        if self.draft:
            rows = [(self.value(f"course-{n}"), self.value(f"done-{n}")) for n in range(MOST)]
            rows = [row for row in rows if any(row)]
        else:
            known = self.chosen.profile.trainings if self.chosen else ()
            rows = [(one.course, one.done_on.isoformat()) for one in known]
        return [*rows, ("", ""), ("", "")][:MOST]


async def _shown(
    request: HttpRequest, visitor: Visitor, door: FrontDoor, *, chosen: UUID | None = None, problem: str = "",
    done: str = "", draft: Mapping[str, str] | None = None,
) -> Response[str]:  # fmt: skip
    everyone = await savers.of_programme(door.store, visitor.programme.key)
    found = next((saver for saver in everyone if saver.id == chosen), None)
    if chosen and found is None:
        raise NotFoundException
    view = RosterView(visitor, everyone, found, draft or {})
    return page(
        request, "savers.html", visitor.words, visitor=visitor, status=422 if problem else 200, problem=problem,
        done=done if done in _DONE else "", view=view, longest=LONGEST,
    )  # fmt: skip


@get("/savers")
async def roster(request: HttpRequest, visitor: SignedIn, door: Door, done: FromQuery[str] = "") -> Response[str]:
    """The list, and for supervisors the form for a new one."""
    return await _shown(request, visitor, door, done=done)


@get("/savers/{name:str}")
async def saver_page(request: HttpRequest, visitor: SignedIn, door: Door, name: FromPath[str]) -> Response[str]:
    """The list with the form filled in for one. 404 for anybody but supervisors."""
    _supervisor(visitor)
    return await _shown(request, visitor, door, chosen=case_id(name))


@post("/savers", status_code=303)
async def add_saver(request: HttpRequest, visitor: SignedIn, door: Door, data: Form) -> Response[str]:
    """Put somebody on the roster; a form sent twice adds one."""
    _supervisor(visitor)
    now = door.clock.now()
    try:
        name = door.store.vault.hash("saver form", visitor.member.id.hex, once_of(data))
        profile = profile_of(data, now.astimezone(visitor.programme.zone).date())
    except Mistake as mistake:
        return await _shown(request, visitor, door, problem=visitor.words(f"mistake-{mistake}"), draft=data)
    await savers.add(door.store, visitor.member, name, profile, now)
    return go("/console/savers?done=added")


@post("/savers/{name:str}", status_code=303)
async def change_saver(
    request: HttpRequest, visitor: SignedIn, door: Door, name: FromPath[str], data: Form
) -> Response[str]:
    """Write anew what is known of somebody, or erase them."""
    _supervisor(visitor)
    chosen, now = case_id(name), door.clock.now()
    if "remove" in data:
        if not await savers.remove(door.store, visitor.member, chosen, now):
            raise NotFoundException
        return go("/console/savers?done=removed")
    try:
        profile = profile_of(data, now.astimezone(visitor.programme.zone).date())
    except Mistake as mistake:
        problem = visitor.words(f"mistake-{mistake}")
        return await _shown(request, visitor, door, chosen=chosen, problem=problem, draft=data)
    if not await savers.change(door.store, visitor.member, chosen, profile, now, active="active" in data):
        raise NotFoundException
    return go("/console/savers?done=changed")


def profile_of(fields: Mapping[str, str], today: date) -> Profile:
    """What the form says. Raises Mistake."""
    name = fields.get("name", "").strip()
    if not 0 < len(name) <= LONGEST:
        raise Mistake("saver-name")
    languages, days = _ticked(fields, "language"), tuple(day for day in DAYS if f"day-{day}" in fields)
    if not languages:
        raise Mistake("saver-languages")
    opens, closes = _hour(fields.get("opens", "")), _hour(fields.get("closes", ""))
    if not days or opens >= closes:
        raise Mistake("saver-hours")
    return Profile(
        name=name,
        trainings=tuple(_trainings(fields, today)),
        languages=languages,
        districts=_ticked(fields, "district"),
        days=days,
        opens=opens,
        closes=closes,
    )


def _ticked(fields: Mapping[str, str], group: str) -> tuple[str, ...]:
    return tuple(name.removeprefix(f"{group}-")[:64] for name in fields if name.startswith(f"{group}-"))


def _hour(text: str) -> time:
    try:
        return time.fromisoformat(text).replace(tzinfo=None, second=0, microsecond=0)
    except ValueError:
        raise Mistake("saver-hours") from None


def _trainings(fields: Mapping[str, str], today: date) -> Iterator[Training]:
    """Each course needs the day on which it was finished, and no day stands alone."""
    for number in range(MOST):
        course, day = fields.get(f"course-{number}", "").strip(), fields.get(f"done-{number}", "").strip()
        if not course and not day:
            continue
        try:
            done_on = date.fromisoformat(day)
        except ValueError:
            raise Mistake("saver-trainings") from None
        if not 0 < len(course) <= LONGEST or done_on > today:
            raise Mistake("saver-trainings")
        yield Training(course, done_on)


def _supervisor(visitor: Visitor) -> None:
    """Raises NotFoundException for anybody else."""
    if visitor.member.role is not Role.SUPERVISOR:
        raise NotFoundException


HANDLERS = (roster, saver_page, add_saver, change_saver)
