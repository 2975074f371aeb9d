"""The services of a programme and their places: how many children each takes, and when it has room again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from litestar import Response, get, post
from litestar.exceptions import NotFoundException
from litestar.params import FromQuery

from bot.app import FrontDoor
from bot.console.deeds import Mistake, once_of
from bot.console.entrance import Form
from bot.console.pages import go, page
from bot.console.visitor import Door, HttpRequest, SignedIn, Visitor
from data import rooms
from data.crypt import Vault
from data.ids import id_in
from data.rooms import Said
from dialogues.programme import named
from dialogues.rooms import Room, Spot, spot_of, with_rooms
from dialogues.services import MOST, Place, Service

FARTHEST = timedelta(days=3 * 366)
"""A day beyond is a slip of the keyboard."""

_DONE = ("set", "cleared")


@dataclass(frozen=True, slots=True, repr=False)
class SpotView:
    """A service or a place, as the template asks for it."""

    visitor: Visitor
    spot: Spot
    of: Service | Place
    said: Said | None
    draft: Mapping[str, str] | None
    """What stood in its form, where that was sent and refused."""
    today: date

    @property
    def name(self) -> str:
        """In the visitor's language."""
        return named(self.of.name, self.visitor.words.language)

    @property
    def district(self) -> str:
        """Where a place is; "" for a service."""
        known = self.visitor.programme.districts.get(self.of.district) if isinstance(self.of, Place) else None
        return named(known.name, self.visitor.words.language) if known else ""

    @property
    def told(self) -> bool:
        """Whether families are told of it."""
        return self.of.stands(self.today) if isinstance(self.of, Service) else self.of.confirmed

    @property
    def full_until(self) -> date | None:
        """The day from which there is room again; None while there is."""
        until = self.of.full_until
        return until if until is not None and until > self.today else None

    @property
    def seen(self) -> str:
        """Names what somebody has said of it, so that nobody's word is overwritten unseen."""
        return self.said.form.hex if self.said else ""

    @property
    def source(self) -> str:
        """Who said it and when; of what the file says, where that has it from."""
        words = self.visitor.words
        if self.said:
            return words("place-said", name=self.said.by or words("somebody"), when=words.when(self.said.at))
        known = self.of.capacity is not None or self.of.full_until is not None
        return words("place-file") if known else ""

    def value(self, name: str) -> str:
        """What a field of its form begins with."""
        if self.draft is not None:
            return self.draft.get(name, "")
        found = self.of.capacity if name == "capacity" else self.full_until
        return "" if found is None else str(found)


@dataclass(frozen=True, slots=True, repr=False)
class ServiceView:
    """A service with its places."""

    whole: SpotView
    places: tuple[SpotView, ...]
    confirmed: int
    """Children confirmed for it from here."""


async def _views(
    visitor: Visitor, door: FrontDoor, refused: Spot | None, draft: Mapping[str, str], today: date
) -> list[ServiceView]:
    key = visitor.programme.key
    said, confirmed = await rooms.of_programme(door.store, key), await rooms.confirmed(door.store, key)
    # What was said in another process a moment ago may not have reached this one's programme yet.
    programme = with_rooms(visitor.programme, {spot: one.room for spot, one in said.items()})

    def view(spot: Spot, of: Service | Place) -> SpotView:
        return SpotView(visitor, spot, of, said.get(spot), draft if spot == refused else None, today)

    return [
        ServiceView(
            whole=view(Spot(service.key), service),
            places=tuple(view(Spot(service.key, place.key), place) for place in service.places),
            confirmed=confirmed[service.key],
        )
        for service in programme.facts.services
    ]


async def _shown(
    request: HttpRequest, visitor: Visitor, door: FrontDoor, today: date, *, done: str = "", problem: str = "",
    refused: Spot | None = None, draft: Mapping[str, str] | None = None,
) -> Response[str]:  # fmt: skip
    services = await _views(visitor, door, refused, draft or {}, today)
    return page(
        request, "places.html", visitor.words, visitor=visitor, status=422 if problem else 200, problem=problem,
        done=done if done in _DONE else "", services=services, most=MOST, tomorrow=today + timedelta(days=1),
    )  # fmt: skip


@get("/places")
async def places(request: HttpRequest, visitor: SignedIn, door: Door, done: FromQuery[str] = "") -> Response[str]:
    """Every service with its places and a form for each. 404 for a programme without services."""
    if not visitor.programme.facts.services:
        raise NotFoundException
    return await _shown(request, visitor, door, _today(visitor, door.clock.now()), done=done)


@post("/places", status_code=303)
async def say_room(request: HttpRequest, visitor: SignedIn, door: Door, data: Form) -> Response[str]:
    """Write down what the form says of a service or a place, or let the programme's file count again. 404 for one that
    the programme has not."""
    now = door.clock.now()
    today, spot = _today(visitor, now), Spot(data.get("service", ""), data.get("place", ""))
    of = spot_of(visitor.programme, spot)
    if of is None:
        raise NotFoundException
    try:
        done = await _said(visitor, door, spot, data, now)
    except Mistake as mistake:
        problem = f"{named(of.name, visitor.words.language)}: {visitor.words(f'mistake-{mistake}')}"
        refused = None if str(mistake) == "room-changed" else spot
        return await _shown(request, visitor, door, today, problem=problem, refused=refused, draft=data)
    return go(f"/console/places?done={done}")


async def _said(visitor: Visitor, door: FrontDoor, spot: Spot, data: Mapping[str, str], now: datetime) -> str:
    """Write down what the form says, and have this process's next turn know it. Raises Mistake."""
    form = _name(door.store.vault, visitor.member.id, data)
    room = None if "file" in data else room_of(data, _today(visitor, now))
    seen = id_in(data["seen"]) if data.get("seen") else None
    if not await rooms.say(door.store, visitor.member, form, spot, room, seen=seen, now=now):
        raise Mistake("room-changed")
    await door.rooms.renew()
    return "set" if room else "cleared"


def room_of(fields: Mapping[str, str], today: date) -> Room:
    """What the form says. Raises Mistake."""
    capacity, day = fields.get("capacity", "").strip(), fields.get("full_until", "").strip()
    return Room(_children(capacity) if capacity else None, _day(day, today) if day else None)


def _children(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(MOST)) else 0
    if not 1 <= number <= MOST:
        raise Mistake("room-capacity")
    return number


def _day(text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Mistake("room-day") from None
    if not today < day <= today + FARTHEST:
        raise Mistake("room-day")
    return day


def _name(vault: Vault, member: UUID, fields: Mapping[str, str]) -> UUID:
    """The same for the same form and words, and nobody can choose another's. Raises Mistake."""
    sent = (fields.get(name, "") for name in ("service", "place", "capacity", "full_until"))
    return vault.hash("room form", member.hex, once_of(fields), *sent)


def _today(visitor: Visitor, now: datetime) -> date:
    return now.astimezone(visitor.programme.zone).date()


HANDLERS = (places, say_room)
