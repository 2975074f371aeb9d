"""A programme as Open Referral HSDS 3.0 JSON (docs.openreferral.org/en/v3.0.0, read 2026-11-22).

Only what the programme says and its partner has confirmed: which centre serves a district is left out until then. HSDS
has one name and one alternate name, so our keys and the names in every language go along as attributes, which other
readers may pass over. Ids are made from our keys: the same thing has the same id in every export.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid5

import msgspec

from dialogues.programme import Centre, District, Hotline, Names, Programme, named

Entity = dict[str, Any]
"""One HSDS object, ready for JSON."""

SPACE = UUID("6f1a7f0e-5b0c-4a53-9f0b-0a8f6c1f7d52")
"""Namespace of the ids that we make (RFC 9562, version 5)."""

KEY = "front-door:key"
CENTRE = "front-door:centre"
NAME = "front-door:name:"
CAPACITY = "front-door:capacity"
"""``link_type`` of the attributes that hold our key, the key of a district's centre, a name (then its language), and a
service's capacity."""

TERMS = {
    KEY: "key of the entry in Front Door",
    CENTRE: "key of the centre that serves the area",
    CAPACITY: "children at a time",
}

ELSEWHERE = "elsewhere"
"""The district that is none: "somewhere else"."""

OTHER = "other"
"""The need that is no service: "something else"."""


class Offer(msgspec.Struct, frozen=True):
    """One service of a programme."""

    key: str
    name: Names
    capacity: int | None = None
    """Children at a time; None where nobody has told."""


def offers(programme: Programme) -> tuple[Offer, ...]:
    """What families can ask the programme for: the options of its question about needs, and the services it leads to as
    far as they are confirmed."""
    question = programme.question("needs")
    needs = (key for key in programme.options(question) if key != OTHER) if question else ()
    return (
        *(
            Offer(key, {tag: programme.label(question, key, tag) for tag in programme.languages})
            for key in needs
            if question
        ),
        *(Offer(one.key, one.name, one.capacity) for one in programme.facts.services if one.confirmed),
    )


def organization(programme: Programme, day: date) -> Entity:
    """The whole programme: its organisation with locations, program and services. ``day``: whose UTC offset is told."""
    return {
        **_organization(programme),
        "locations": [_location(programme, centre) for centre in programme.centres.values()],
        "programs": [_program(programme)],
        "services": [_service(programme, offer, day) for offer in offers(programme)],
    }


def services(programme: Programme, day: date) -> dict[str, Entity]:
    """Each service by its key, in the nested form that begins with the service."""
    whole = _organization(programme)
    return {offer.key: {**_service(programme, offer, day), "organization": whole} for offer in offers(programme)}


def _organization(programme: Programme) -> Entity:
    names = programme.facts.organisation
    return {
        # By its name and not by the programme: one organisation may have several programmes.
        "id": str(uuid5(SPACE, f"organization/{named(names, programme.languages[0])}")),
        **_names(programme, names),
        "description": _both(programme, programme.facts.name),
    }


def _program(programme: Programme) -> Entity:
    return {
        "id": _id(programme, "program", programme.key),
        **_names(programme, programme.facts.name),
        "description": _both(programme, programme.facts.name),
        "attributes": _attributes(programme, "program", programme.key, programme.facts.name),
    }


def _service(programme: Programme, offer: Offer, day: date) -> Entity:
    areas = [district for district in programme.districts.values() if district.key != ELSEWHERE]
    return {
        "id": _id(programme, "service", offer.key),
        **_names(programme, offer.name),
        "status": "active",
        "program": _program(programme),
        "languages": [_language(programme, offer, tag) for tag in programme.languages],
        "phones": [_phone(programme, offer, hotline) for hotline in programme.hotlines.values()],
        "schedules": [_schedule(programme, offer, day)],
        "service_areas": [_area(programme, offer, district) for district in areas],
        "service_at_locations": [
            {
                "id": _id(programme, "service_at_location", f"{offer.key}/{centre.key}"),
                "location": _location(programme, centre),
            }
            for centre in programme.centres.values()
        ],
        "attributes": _attributes(programme, "service", offer.key, offer.name, _counted(offer)),
    }


def _counted(offer: Offer) -> Mapping[str, str]:
    return {} if offer.capacity is None else {CAPACITY: str(offer.capacity)}


def _location(programme: Programme, centre: Centre) -> Entity:
    return {
        "id": _id(programme, "location", centre.key),
        "location_type": "physical",
        **_names(programme, centre.name),
        "attributes": _attributes(programme, "location", centre.key, centre.name),
    }


def _area(programme: Programme, offer: Offer, district: District) -> Entity:
    known = {CENTRE: district.centre} if district.centre and district.confirmed else {}
    where = f"{offer.key}/{district.key}"
    return {
        "id": _id(programme, "service_area", where),
        "name": named(district.name, programme.languages[0]),
        "attributes": _attributes(programme, "service_area", district.key, district.name, known, where),
    }


def _language(programme: Programme, offer: Offer, tag: str) -> Entity:
    code, _, script = tag.partition("-")  # HSDS has room for ISO 639 only
    entity = {
        "id": _id(programme, "language", f"{offer.key}/{tag}"),
        "name": programme.wording.text(tag, "language-name"),
        "code": code,
    }
    return entity | ({"note": f"script: {script}"} if script else {})


def _phone(programme: Programme, offer: Offer, hotline: Hotline) -> Entity:
    """A number to call in a crisis: not the programme's own, and its description says so."""
    return {
        "id": _id(programme, "phone", f"{offer.key}/{hotline.key}"),
        "number": hotline.number,
        "type": "voice",
        "description": f"{_both(programme, hotline.name)}: public help line, not of this organization; source:"
        f" {hotline.source}, checked on {hotline.checked_on}",
    }


def _schedule(programme: Programme, offer: Offer, day: date) -> Entity:
    office = programme.facts.office
    offset = _offset(programme, day)
    entity = {
        "id": _id(programme, "schedule", offer.key),
        "freq": "WEEKLY",
        "byday": ",".join(name[:2].upper() for name in office.days),
        "opens_at": _clock(office.opens, offset),
        "closes_at": _clock(office.closes, offset),
        "description": f"When a person answers messages, by the clock of {programme.facts.timezone}",
    }
    return entity if offset is None else entity | {"timezone": offset / 60}


def _offset(programme: Programme, day: date) -> int | None:
    """Minutes before UTC; None where the clock is changed in that year, since one number would be wrong for half of
    it."""
    zone = programme.zone
    found = {zone.utcoffset(datetime(day.year, month, 1, 12, tzinfo=zone)) for month in range(1, 13)}
    only = found.pop()
    return None if found or only is None else int(only.total_seconds()) // 60


def _clock(at: time, offset: int | None) -> str:
    """``09:00+09:00``; without an offset the hour alone."""
    if offset is None:
        return f"{at:%H:%M}"
    hours, minutes = divmod(abs(offset), 60)
    return f"{at:%H:%M}{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"


def _names(programme: Programme, names: Names) -> Entity:
    """``name`` in the programme's first language, ``alternate_name`` in English or the next one, where it differs."""
    first = named(names, programme.languages[0])
    other = next((names[tag] for tag in ("en", *programme.languages) if names.get(tag, first) != first), "")
    return {"name": first} | ({"alternate_name": other} if other else {})


def _both(programme: Programme, names: Names) -> str:
    found = _names(programme, names)
    return f"{found['name']} ({found['alternate_name']})" if "alternate_name" in found else str(found["name"])


def _attributes(
    programme: Programme, entity: str, key: str, names: Names, more: Mapping[str, str] | None = None, where: str = ""
) -> list[Entity]:
    """Our key and names of ``entity`` (and ``more``), each with a term of our own, as the tabular form wants."""
    spoken = {NAME + tag: name for tag, name in names.items()}
    return [
        {
            "id": _id(programme, "attribute", f"{entity}/{where or key}/{kind}"),
            "link_type": kind,
            "link_entity": entity,
            "value": value,
            "taxonomy_term": {
                "id": str(uuid5(SPACE, f"term/{kind}")),
                "name": kind,
                "description": TERMS.get(kind) or f"name in the language {kind.removeprefix(NAME)}",
            },
        }
        for kind, value in {KEY: key, **(more or {}), **spoken}.items()
    ]


def _id(programme: Programme, entity: str, key: str) -> str:
    return str(uuid5(SPACE, f"{programme.key}/{entity}/{key}"))
