"""Other people's directories as lines of a programme file, and what is said of one that cannot be taken over."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import programmes
from dialogues.documents import Document
from dialogues.programme import Centre, District
from dialogues.rooms import Room
from integrations.exchange.hsds import CAPACITY, CENTRE, KEY, NAME, Offer, offers, organization, services
from integrations.exchange.hsds_reading import HsdsError, Imported, as_yaml, read
from tests.integrations.exchange.test_hsds import ASAN, DAY, confirmed, counted

LOCATION = {"id": "l1", "location_type": "physical", "name": "Urgench Social Centre"}
SERVICE: dict[str, Any] = {
    "id": "s1",
    "name": "Day care",
    "status": "active",
    "service_at_locations": [{"id": "a1", "location": LOCATION}],
    "service_areas": [{"id": "r1", "name": "Shovot district"}],
}


def taken(value: object, language: str = "en") -> Imported:
    return read("there.json", json.dumps(value).encode(), language)


def keyed(**values: str) -> list[dict[str, str]]:
    kinds = {"key": KEY, "centre": CENTRE}
    return [
        {"id": "x", "link_type": kinds.get(kind) or NAME + kind.partition("_")[2], "value": value}
        for kind, value in values.items()
    ]


@pytest.mark.parametrize("key", programmes.known())
def test_an_export_comes_back_as_it_was(key: str) -> None:
    """Out and in again: centres, services and districts have their keys and their names in every language."""
    programme = programmes.load(key)
    found = taken(organization(programme, DAY))
    assert found.centres == tuple(programme.centres.values())
    assert found.services == offers(programme)
    there = {one.key: one.name for one in found.districts}
    assert there == {one.key: one.name for one in programme.districts.values() if one.key != "elsewhere"}
    assert found.left_out == ()


@pytest.mark.parametrize("until", [None, date(2027, 3, 2)])
def test_a_capacity_comes_back_as_it_was(until: date | None) -> None:
    """Full or not, as an export tells it and as a line of a programme file, also where it is one child only."""
    care = counted(school_care=Room(20, until), home_care=Room(1))
    found = taken(organization(care, DAY))
    assert found.services == offers(care)
    assert {one.key: one.capacity for one in found.services if one.capacity} == {"school_care": 20, "home_care": 1}
    assert found.left_out == ()
    document = Document("new.yml", as_yaml(found, "there.json", DAY)).value
    assert Document("s.yml", json.dumps(document["services"])).read(tuple[Offer, ...]) == found.services


@pytest.mark.parametrize(
    ("capacities", "capacity", "left_out"),
    [
        ([("Children", 19)], 19, []),
        ([("child", 19.0)], 19, []),
        ([("beds", 12)], None, ["capacity of Day care: 12 beds"]),
        ([("child", None)], None, ["capacity of Day care: ? child"]),
        ([("child", 2.5)], None, ["capacity of Day care: 2.5 child"]),
        ([("child", 0)], None, ["capacity of Day care: 0 child"]),
        ([("child", 9), ("child", 8)], None, ["capacity of Day care: 9 child", "capacity of Day care: 8 child"]),
        ([], None, []),
    ],
)
def test_only_a_capacity_in_children_is_taken_over(
    capacities: list[tuple[str, float | None]], capacity: int | None, left_out: list[str]
) -> None:
    """Beds are no children, and of two numbers nobody knows which is meant: they are named instead."""
    listed = [
        {"id": "c", "unit": {"id": "u", "name": unit}, "available": 0, "maximum": most} for unit, most in capacities
    ]
    found = taken(SERVICE | {"capacities": listed})
    assert [one.capacity for one in found.services] == [capacity]
    assert list(found.left_out) == left_out


def test_a_service_a_list_and_a_page_come_back_as_well() -> None:
    """The nested services, one after the other or as a page of an HSDS API, tell the same as the organisation."""
    whole = taken(organization(ASAN, DAY))
    nested = list(services(ASAN, DAY).values())
    assert taken(nested) == whole
    assert taken({"total_items": 6, "page_number": 1, "contents": nested}) == whole
    only = taken(nested[0])
    assert (only.centres, only.services) == (whole.centres, whole.services[:1])


def test_what_others_say_has_yet_to_be_confirmed() -> None:
    """A district's centre is taken over, as not confirmed."""
    found = taken(organization(confirmed("baebang"), DAY))
    (baebang,) = (one for one in found.districts if one.key == "baebang")
    assert (baebang.centre, baebang.confirmed) == ("tangjeong", False)


def test_the_lines_are_good_for_a_programme_file() -> None:
    """The lines are YAML that a programme file's own reader takes, each thing on one line."""
    found = taken(organization(confirmed("baebang"), DAY))
    text = as_yaml(found, "there.json", date(2026, 11, 22))
    document = Document("new.yml", text).value
    assert set(document) == {"centres", "districts", "services"}
    assert Document("c.yml", json.dumps(document["centres"])).read(tuple[Centre, ...]) == found.centres
    assert Document("d.yml", json.dumps(document["districts"])).read(tuple[District, ...]) == found.districts
    assert Document("s.yml", json.dumps(document["services"])).read(tuple[Offer, ...]) == found.services
    assert "  - {key: asan, name: {ko: 아산종합사회복지관, en: Asan Community Welfare Centre" in text
    assert len(text.splitlines()) == 2 + 3 + 5 + 17 + 7


def test_a_directory_of_others_gets_keys_of_its_names() -> None:
    """Without our keys, a key is made of the name's letters, and counted where two would be the same."""
    second = {"id": "l2", "location_type": "physical", "name": "Urgench: Social Centre!"}
    third = {"id": "l3", "location_type": "physical", "name": "온주복지관", "alternate_name": "Onju"}
    fourth = {"id": "l4", "location_type": "physical", "name": "복지관"}
    at = [{"id": "a", "location": one} for one in (LOCATION, second, third, fourth)]
    found = taken(SERVICE | {"service_at_locations": at}, "uz")
    assert [one.key for one in found.centres] == ["urgench_social_centre", "urgench_social_centre_2", "onju", "centre"]
    assert found.centres[0].name == {"uz": "Urgench Social Centre"}
    assert found.services == (Offer("day_care", {"uz": "Day care"}),)
    assert [one.key for one in found.districts] == ["shovot_district"]


def test_what_is_not_for_families_is_left_out_and_told() -> None:
    """A closed service, a place that is none and an area without a name are named with the reason."""
    virtual = {"id": "l2", "location_type": "virtual", "name": "Hotline\nchat"}
    closed = SERVICE | {"id": "s2", "name": "Camp", "status": "defunct", "service_areas": []}
    whole = {
        "id": "o",
        "name": "SOS",
        "description": "SOS",
        "locations": [virtual, LOCATION],
        "services": [SERVICE | {"service_areas": [{"id": "r2"}]}, closed],
    }
    found = taken(whole)
    assert [one.key for one in found.centres] == ["urgench_social_centre"]
    assert [one.key for one in found.services] == ["day_care"]
    text = as_yaml(found, "there.json", DAY)
    assert text.splitlines()[-4:] == [
        "# Left out:",
        "#   location Hotline chat: virtual",
        "#   service area r2: no name",
        "#   service Camp: defunct",
    ]


def test_help_lines_are_not_taken_over() -> None:
    """No number of another directory reaches a programme file by itself."""
    text = as_yaml(taken(organization(ASAN, DAY)), "there.json", DAY)
    assert "1308" not in text


WRONG = [
    ("not JSON", b"{", "$: not JSON"),
    ("not text", b"\xff", "$: not JSON"),
    ("a number", 7, "$: neither an organization nor a service"),
    ("a list of numbers", [7], "$[0]: neither an organization nor a service"),
    ("a page of numbers", {"contents": [SERVICE, 7]}, "$.contents[1]: neither"),
    ("no status", {"id": "s", "name": "Day care"}, "$: Object missing required field `status`"),
    ("a wrong status", SERVICE | {"status": "open"}, "$.status: Invalid enum value 'open'"),
    ("no id", [SERVICE, {"name": "x", "status": "active"}], "$[1]: Object missing required field `id`"),
    (
        "a wrong type deep inside",
        {"services": [SERVICE, SERVICE | {"service_at_locations": [{"location": LOCATION | {"name": 5}}]}]},
        "$.services[1].service_at_locations[0].location.name: Expected `str | null`, got `int`",
    ),
    ("a kind of place", {"locations": [LOCATION | {"location_type": "tent"}]}, "$.locations[0].location_type: Invalid"),
    ("a nameless centre", {"locations": [{"id": "l", "location_type": "physical"}]}, "$.locations[0].name: a centre"),
    ("a blank name", {"locations": [LOCATION | {"name": " \n"}]}, "$.locations[0].name: the name is blank"),
    ("a long name", SERVICE | {"name": "x" * 301}, "$.name: Expected `str` of length <= 300"),
    (
        "two names of one place",
        {"locations": [LOCATION, LOCATION | {"name": "Another"}]},
        "$.locations[1].name: a location with this id has another name before",
    ),
    (
        "a key twice",
        {
            "locations": [
                LOCATION | {"attributes": keyed(key="u")},
                LOCATION | {"id": "l2", "attributes": keyed(key="u")},
            ]
        },
        "$.locations[1].attributes: `u` is the key of another centre before",
    ),
    (
        "a capacity of ours that is none",
        SERVICE | {"attributes": [{"id": "x", "link_type": CAPACITY, "value": "0"}]},
        "$.attributes: a capacity is a number of children, 1 to 9999",
    ),
    ("no key", {"locations": [LOCATION | {"attributes": keyed(key="U u")}]}, "$.locations[0].attributes: a key is"),
    (
        "no language",
        {"locations": [LOCATION | {"attributes": keyed(name_Uzbek="x")}]},
        "$.locations[0].attributes[0]: not a name in a language",
    ),
    (
        "an empty name in a language",
        {"locations": [LOCATION | {"attributes": keyed(name_uz="")}]},
        "$.locations[0].attributes[0]: not a name in a language",
    ),
    (
        "a centre that is not there",
        SERVICE | {"service_areas": [{"id": "r", "name": "Shovot", "attributes": keyed(centre="khiva")}]},
        "$.service_areas[0]: there is no location with the key `khiva`",
    ),
]


@pytest.mark.parametrize(("value", "told"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_every_mistake_is_told_with_its_path(value: object, told: str) -> None:
    """File, JSON path and what is wrong stand in one line."""
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    with pytest.raises(HsdsError) as caught:
        read("there.json", content, "en")
    assert str(caught.value).startswith(f"there.json: {told}")
    assert "\n" not in str(caught.value)


@given(st.text(min_size=1, max_size=60), st.sampled_from(["defunct", "active"]))
def test_no_name_can_end_its_line(name: str, status: str) -> None:
    """Whatever a name holds, the lines say what was read and nothing else."""
    try:
        found = taken(SERVICE | {"name": name, "status": status})
    except HsdsError:
        return  # a blank name
    text = as_yaml(found, f"there {name}.json", DAY)
    document = Document("new.yml", text).value
    assert set(document) == {"centres", "districts", "services"}
    assert len(document["services"]) == (status == "active")
    if document["services"]:
        assert document["services"][0]["name"] == found.services[0].name
