"""The shape of HSDS 3.0, in our own words, as a JSON Schema: which entities there are, what each must have, and codes.

The standard's own schemas are in no package that a test could install, so this states what was read in them
(openreferral/specification, ``schema/*.json``, read 2026-11-22): less than they say, and unlike them it refuses what
they do not name, so that a misspelt property is found.
"""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

TEXT = {"type": "string", "minLength": 1}
ID = {"type": "string", "format": "uuid"}
NUMBER = {"type": "number"}
DAYS = "MO|TU|WE|TH|FR|SA|SU"


def code(*values: str) -> dict[str, Any]:
    return {"enum": list(values)}


def many(entity: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{entity}"}}


def one(entity: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{entity}"}


def entity(required: str, **properties: Any) -> dict[str, Any]:
    known = {"id": ID, "attributes": many("attribute")} | properties
    return {"type": "object", "required": required.split(), "properties": known, "additionalProperties": False}


NAMES = {"name": TEXT, "alternate_name": TEXT, "description": TEXT}

ENTITIES: dict[str, dict[str, Any]] = {
    "organization": entity(
        "id name description",
        **NAMES,
        locations=many("location"),
        programs=many("program"),
        services=many("service"),
    ),
    "program": entity("id name description", **NAMES),
    "service": entity(
        "id name status",
        **NAMES,
        status=code("active", "inactive", "defunct", "temporarily closed"),
        organization=one("organization"),
        program=one("program"),
        languages=many("language"),
        phones=many("phone"),
        schedules=many("schedule"),
        service_areas=many("service_area"),
        service_at_locations=many("service_at_location"),
    ),
    "location": entity("id location_type", **NAMES, location_type=code("physical", "postal", "virtual")),
    "service_at_location": entity("id", location=one("location")),
    "service_area": entity("id", name=TEXT),
    "language": entity("id", name=TEXT, code={"type": "string", "pattern": "^[a-z]{2,3}$"}, note=TEXT),
    "phone": entity("id number", number=TEXT, type=TEXT, description=TEXT),
    "schedule": entity(
        "id",
        freq=code("WEEKLY", "MONTHLY"),
        byday={"type": "string", "pattern": f"^({DAYS})(,({DAYS}))*$"},
        opens_at={"type": "string", "pattern": r"^\d\d:\d\d(Z|[+-]\d\d:\d\d)?$"},
        closes_at={"type": "string", "pattern": r"^\d\d:\d\d(Z|[+-]\d\d:\d\d)?$"},
        timezone=NUMBER,
        description=TEXT,
    ),
    "attribute": entity("id", link_type=TEXT, link_entity=TEXT, value=TEXT, taxonomy_term=one("taxonomy_term")),
    "taxonomy_term": entity("id name description", **NAMES),
}


def wrong(entity: str, value: object) -> list[str]:
    """What is wrong with ``value`` as one of ENTITIES, with JSON paths."""
    schema = {"$ref": f"#/$defs/{entity}", "$defs": ENTITIES}
    checker = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(value)]
