"""A programme as Open Referral HSDS 3.0."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from data import programmes
from dialogues.programme import Programme
from dialogues.rooms import Room, Spot, with_rooms
from integrations.exchange.hsds import CAPACITY, CENTRE, organization, services
from tests.integrations.exchange.hsds_shape import wrong

DAY = date(2026, 11, 22)
ASAN = programmes.load("firststep-asan")


def entities(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in it that has an id."""
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for inner in value.values():
            yield from entities(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from entities(inner)


def attribute(entity: dict[str, Any], kind: str) -> list[str]:
    return [one["value"] for one in entity["attributes"] if one["link_type"] == kind]


def moved(zone: str) -> Programme:
    """The programme by another clock."""
    facts = msgspec.structs.replace(ASAN.facts, timezone=zone)
    return replace(ASAN, facts=facts, zone=ZoneInfo(zone))


def confirmed(*keys: str) -> Programme:
    """The programme after its partner has confirmed who serves these districts."""
    districts = {
        key: msgspec.structs.replace(one, confirmed=True) if key in keys else one for key, one in ASAN.districts.items()
    }
    return replace(ASAN, districts=districts)


def counted(**rooms: Room) -> Programme:
    """Uijeongbu with the room of some services told."""
    return with_rooms(programmes.load("uijeongbu-care"), {Spot(service): room for service, room in rooms.items()})


def test_a_capacity_goes_along_as_an_attribute() -> None:
    """HSDS 3.0 has no place of its own for it; where nobody knows, there is none."""
    care = services(counted(school_care=Room(20, date(2027, 3, 2)), home_care=Room(None, date(2027, 3, 2))), DAY)
    assert wrong("service", care["school_care"]) == []
    assert attribute(care["school_care"], CAPACITY) == ["20"]
    assert attribute(care["home_care"], CAPACITY) == []


@pytest.mark.parametrize("key", programmes.known())
def test_every_programme_has_the_shape_of_the_standard(key: str) -> None:
    """The organisation with everything in it, and each service by itself, are as HSDS 3.0 wants them."""
    programme = programmes.load(key)
    assert wrong("organization", organization(programme, DAY)) == []
    assert [found for one in services(programme, DAY).values() for found in wrong("service", one)] == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"status": "open"}, "$.status"),
        ({"languages": [{"name": "Uzbek"}]}, "$.languages[0]"),
        ({"phones": [{"id": "not a uuid", "number": "112"}]}, "$.phones[0].id"),
        ({"eligibility": "anybody"}, "'eligibility' was unexpected"),
    ],
)
def test_the_shape_is_looked_at(change: dict[str, Any], told: str) -> None:
    """A wrong code, a missing or ill-formed id, a property that HSDS has not: each is found."""
    (found,) = wrong("service", services(ASAN, DAY)["visit"] | change)
    assert told in found


def test_it_is_the_programme() -> None:
    """Organisation, centres, services and languages are the programme's, with both names."""
    whole = organization(ASAN, DAY)
    assert (whole["name"], whole["alternate_name"]) == ("세이브더칠드런", "Save the Children Korea")
    assert [one["name"] for one in whole["programs"]] == ["양육첫걸음 지원사업"]
    assert [attribute(one, "front-door:key") for one in whole["locations"]] == [[key] for key in ASAN.centres]
    assert [attribute(one, "front-door:key")[0] for one in whole["services"]] == [
        "visit", "coaching", "emotional", "money", "medical", "goods", "community",
    ]  # fmt: skip
    visit = whole["services"][0]
    assert {one["code"] for one in visit["languages"]} == {tag.partition("-")[0] for tag in ASAN.languages}
    assert [one["location"]["id"] for one in visit["service_at_locations"]] == [one["id"] for one in whole["locations"]]


def test_help_lines_are_told_as_what_they_are() -> None:
    """Every help line is there with its source and day, and is not said to be the organisation's own."""
    phones = {one["number"]: one["description"] for one in services(ASAN, DAY)["visit"]["phones"]}
    assert set(phones) == {hotline.number for hotline in ASAN.hotlines.values()}
    assert phones["1308"] == (
        "위기임산부 상담 (crisis pregnancy line): public help line, not of this organization; source: 110.go.kr"
        " 2025-01-31, checked on 2026-11-22"
    )


def test_office_hours_are_a_weekly_rule_with_an_offset() -> None:
    """The hours in which a person answers, by the programme's clock, with what that is off UTC."""
    (schedule,) = services(ASAN, DAY)["visit"]["schedules"]
    assert (schedule["freq"], schedule["byday"]) == ("WEEKLY", "MO,TU,WE,TH,FR")
    assert (schedule["opens_at"], schedule["closes_at"], schedule["timezone"]) == ("09:00+09:00", "18:00+09:00", 9)


@pytest.mark.parametrize(
    ("zone", "opens", "offset"),
    [
        ("Asia/Tashkent", "09:00+05:00", 5),
        ("Asia/Kathmandu", "09:00+05:45", 5.75),
        ("America/Bogota", "09:00-05:00", -5),
        ("Europe/Luxembourg", "09:00", None),
    ],
)
def test_no_offset_is_told_that_holds_for_half_a_year(zone: str, opens: str, offset: float | None) -> None:
    """Where the clock changes in the year, the hour stands without an offset and the description names the zone."""
    (schedule,) = services(moved(zone), DAY)["visit"]["schedules"]
    assert (schedule["opens_at"], schedule.get("timezone")) == (opens, offset)
    assert zone in schedule["description"]


def test_what_is_not_confirmed_stays_here() -> None:
    """A district is told; which centre serves it only after the partner has confirmed it."""
    areas = services(confirmed("baebang"), DAY)["visit"]["service_areas"]
    centres = {attribute(area, "front-door:key")[0]: attribute(area, CENTRE) for area in areas}
    assert centres == {key: ["tangjeong"] if key == "baebang" else [] for key in ASAN.districts if key != "elsewhere"}


def test_the_same_thing_has_the_same_id() -> None:
    """Two exports have the same ids; different things of one export never share one."""
    whole = organization(ASAN, DAY)
    assert whole == organization(ASAN, DAY)
    by_id: dict[str, dict[str, Any]] = {}
    for one in entities(whole):
        assert by_id.setdefault(one["id"], one) == one


def test_another_programme_has_other_ids() -> None:
    """A centre of the same key in another programme is another location; the organisation stays the same one."""
    other = replace(ASAN, facts=msgspec.structs.replace(ASAN.facts, key="another"))
    here, there = organization(ASAN, DAY), organization(other, DAY)
    assert here["id"] == there["id"]
    assert here["locations"][0]["id"] != there["locations"][0]["id"]
