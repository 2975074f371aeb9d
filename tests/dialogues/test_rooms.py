"""What staff say of the room goes over the file: ranked, told, taken back, and no family is refused for it."""

from __future__ import annotations

from dataclasses import replace as with_fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dialogues.matching import match
from dialogues.programme import Programme
from dialogues.rooms import Room, Rooms, Spot, spot_of, with_rooms
from dialogues.services import Place, Service
from tests.dialogues.test_matching import CENTRE, PROGRAMME, SCHOOL, TODAY, answers, days, family, told

SPRING, SUMMER = date(2027, 3, 2), date(2027, 7, 1)
PUPIL = family("96 g2 dual after_school about")


def ranked(programme: Programme, known: Any = PUPIL, today: date = TODAY) -> list[tuple[str, date | None]]:
    """(service, the day from which it has room), in the order told."""
    return [(one.service.key, one.full_until) for one in match(programme, known, today)]


def test_a_service_that_staff_call_full_goes_after_those_with_room() -> None:
    """It was the first; now it stands behind every likely one with room, with its day, and is first again on that."""
    full = with_rooms(PROGRAMME, {Spot(SCHOOL): Room(full_until=SPRING)})
    assert ranked(PROGRAMME)[0] == (SCHOOL, None)
    likely = [one.service.key for one in match(full, PUPIL, TODAY) if one.standing == "likely"]
    assert likely[-1] == SCHOOL
    assert dict(ranked(full))[SCHOOL] == SPRING
    assert ranked(full, today=SPRING)[0] == (SCHOOL, None)


def test_what_staff_say_beats_the_file_in_both_directions() -> None:
    """Another day than the file's, or room where the file knows none; of other services the file counts on."""
    file = with_rooms(PROGRAMME, {Spot(SCHOOL): Room(20, SPRING), Spot(CENTRE): Room(full_until=SPRING)})
    later = dict(ranked(with_rooms(file, {Spot(SCHOOL): Room(full_until=SUMMER)})))
    assert (later[SCHOOL], later[CENTRE]) == (SUMMER, SPRING)
    room = with_rooms(file, {Spot(SCHOOL): Room()})
    assert dict(ranked(room))[SCHOOL] is None
    assert spot_of(room, Spot(SCHOOL)).capacity is None  # type: ignore[union-attr]


def placed(*districts: str) -> Programme:
    """The programme with one service that has a place in each of ``districts``."""
    near = tuple(Place(key=f"p{n}", name={"ko": "곳"}, district=one) for n, one in enumerate(districts))
    service = Service(key="x", name={"ko": "곳"}, source="a law", checked_on=TODAY, places=near)
    return with_fields(PROGRAMME, facts=replace(PROGRAMME.facts, services=(service,)))


def test_a_service_is_full_once_staff_call_each_place_nearby_full() -> None:
    """One of two with room is room; with both full, the first day counts."""
    there, lives = placed("millak", "millak", "gosan"), told(district="millak")
    one: Rooms = {Spot("x", "p0"): Room(full_until=SUMMER)}
    assert ranked(with_rooms(there, one), lives) == [("x", None)]
    both: Rooms = {**one, Spot("x", "p1"): Room(full_until=SPRING)}
    assert ranked(with_rooms(there, both), lives) == [("x", SPRING)]


def test_nothing_but_room_is_taken_from_staff() -> None:
    """A spot that the file does not know changes nothing; names, rules and everything else stay."""
    stray = {Spot("gone"): Room(1, SPRING), Spot(SCHOOL, "gone"): Room(1, SPRING), Spot("", SCHOOL): Room(1)}
    assert with_rooms(PROGRAMME, stray).facts == PROGRAMME.facts
    changed = with_rooms(PROGRAMME, {Spot(CENTRE, "millak"): Room(19, SPRING)})
    centre, before = spot_of(changed, Spot(CENTRE)), spot_of(PROGRAMME, Spot(CENTRE))
    assert isinstance(centre, Service)
    assert isinstance(before, Service)
    assert [(one.capacity, one.full_until) for one in centre.places] == [(19, SPRING)] + [(None, None)] * 4
    assert replace(centre, places=before.places) == before


spots = st.sampled_from(
    [Spot(one.key, place) for one in PROGRAMME.facts.services for place in ("", *(p.key for p in one.places))]
)
said = st.dictionaries(spots, st.builds(Room, st.none() | st.integers(1, 99), st.none() | days))


@given(rooms=said, known=answers, today=days)
def test_no_word_of_staff_refuses_anybody(rooms: Rooms, known: Any, today: date) -> None:
    """The same services are told, equally likely, whatever room they have."""
    told_of = {one.service.key: one.standing for one in match(with_rooms(PROGRAMME, rooms), known, today)}
    assert told_of == {one.service.key: one.standing for one in match(PROGRAMME, known, today)}


@pytest.mark.parametrize(
    ("spot", "found"),
    [
        (Spot(SCHOOL), True),
        (Spot(CENTRE, "gosan"), True),
        (Spot(SCHOOL, "gosan"), False),
        (Spot("x"), False),
        (Spot(""), False),
    ],
)
def test_a_spot_names_a_service_or_one_of_its_own_places(spot: Spot, *, found: bool) -> None:
    """A place of another service is none of this one."""
    assert (spot_of(PROGRAMME, spot) is not None) is found
