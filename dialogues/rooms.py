"""How much room there is from day to day: what staff say of it goes over what a programme's file says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import msgspec
from msgspec import structs

from dialogues.programme import Programme
from dialogues.services import Place, Service


class Spot(msgspec.Struct, frozen=True, order=True):
    """A service, or one of its places."""

    service: str
    place: str = ""
    """Key of the place; "" for the service as a whole."""


class Room(msgspec.Struct, frozen=True):
    """What staff say of a spot. It stands for both things that the file may say, also where it is None."""

    capacity: int | None = None
    """Children at a time, at least one; None where nobody knows."""
    full_until: date | None = None
    """The day from which there is room again; None while there is."""


Rooms = Mapping[Spot, Room]


def with_rooms(programme: Programme, rooms: Rooms) -> Programme:
    """``programme`` with ``rooms`` over what its file says; of a spot that the file does not know nothing is taken."""
    services = tuple(_service(service, rooms) for service in programme.facts.services)
    return replace(programme, facts=structs.replace(programme.facts, services=services))


def spot_of(programme: Programme, spot: Spot) -> Service | Place | None:
    """The service or the place that ``spot`` names; None where there is none."""
    service = next((one for one in programme.facts.services if one.key == spot.service), None)
    if service is None or not spot.place:
        return service
    return next((place for place in service.places if place.key == spot.place), None)


def _service(service: Service, rooms: Rooms) -> Service:
    places = tuple(_place(place, rooms.get(Spot(service.key, place.key))) for place in service.places)
    room = rooms.get(Spot(service.key))
    if room is None:
        return structs.replace(service, places=places)
    return structs.replace(service, places=places, capacity=room.capacity, full_until=room.full_until)


def _place(place: Place, room: Room | None) -> Place:
    return structs.replace(place, capacity=room.capacity, full_until=room.full_until) if room else place
