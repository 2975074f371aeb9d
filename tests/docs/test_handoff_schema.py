"""The page that partners build on says what the program does."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from standardwebhooks.webhooks import Webhook as Signer

from dialogues.case import CaseDocument, case_code, schema
from dialogues.effects import NoticeKind
from integrations.handoffs.handoff import Notice
from integrations.handoffs.webhook import body, headers
from integrations.handoffs.wording import KO

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "handoff.md").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads((DOCS / "handoff.schema.json").read_bytes())
BLOCKS: list[dict[str, Any]] = [
    json.loads(block) for block in re.findall(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
]
CASES = [block for block in BLOCKS if "answers" in block]
EVENTS = [block for block in BLOCKS if "type" in block]
EXAMPLE = CASES[0] | {"crisis": CASES[1]["crisis"]} | {name: CASES[2][name] for name in ("matches", "children")}
"""A document in which no object is left out."""

validator = Draft202012Validator(SCHEMA)


def objects(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every field of the document: the way to its object, and its name."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield path, name
            yield from objects(inner, (*path, name))
    elif isinstance(value, list) and value:
        yield from objects(value[0], (*path, 0))


def changed(path: tuple[str | int, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A copy of the example, and the object in it that ``path`` leads to."""
    whole = copy.deepcopy(EXAMPLE)
    inner: Any = whole
    for step in path:
        inner = inner[step]
    return whole, inner


FIELDS = [pytest.param(path, name, id=".".join(map(str, (*path, name)))) for path, name in objects(EXAMPLE)]
MATCHES: list[tuple[str | int, ...]] = [("matches", 0), ("children", 0, "matches", 0)]
OPTIONAL: set[tuple[tuple[str | int, ...], str]] = {
    *(((), name) for name in ("version", "crisis", "protected", "source", "matches", "children")),
    *((path, name) for path in MATCHES for name in ("places", "full_until", "confirmed")),
}
"""What msgspec's schema does not require, because reading a document without them gives their only sensible value."""


def test_the_schema_on_file_is_the_programs() -> None:
    """docs/handoff.schema.json is schema() to the letter."""
    expected = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    assert (DOCS / "handoff.schema.json").read_text(encoding="utf-8") == expected


def test_the_schema_is_one() -> None:
    """The schema itself keeps to JSON Schema draft 2020-12."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("document", CASES)
def test_the_examples_are_cases(document: dict[str, Any]) -> None:
    """Each example passes the schema, is what the program would write, and has the code of its id."""
    validator.validate(document)
    case = msgspec.convert(document, CaseDocument)
    assert json.loads(msgspec.json.encode(case)) == document
    assert case.code == case_code(case.id)


def test_there_are_examples() -> None:
    """The page shows three cases and an event; between them, no field is without an example."""
    assert (len(CASES), len(EVENTS)) == (3, 1)
    assert {name for path, name in objects(EXAMPLE)} == {
        name for definition in SCHEMA["$defs"].values() for name in definition.get("properties", {})
    }


@pytest.mark.parametrize(("path", "name"), FIELDS)
def test_a_document_without_a_field_is_refused(path: tuple[str | int, ...], name: str) -> None:
    """Taking any field out makes the document invalid; only the two with a default may be missing."""
    whole, inner = changed(path)
    del inner[name]
    assert validator.is_valid(whole) == ((path, name) in OPTIONAL)


@pytest.mark.parametrize(("path", "name"), FIELDS)
def test_a_document_with_a_changed_field_is_refused(path: tuple[str | int, ...], name: str) -> None:
    """A field of another type makes the document invalid."""
    whole, inner = changed(path)
    inner[name] = {"unlike": "anything"}
    assert not validator.is_valid(whole)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), "version"),
        ((), "reason"),
        ((), "urgency"),
        (("contact",), "way"),
        (("contact",), "hours"),
        (("answers", 0), "how"),
        (("matches", 0), "standing"),
    ],
)
def test_a_document_with_an_unknown_word_is_refused(path: tuple[str | int, ...], name: str) -> None:
    """Where only certain words may stand, no other does."""
    whole, inner = changed(path)
    inner[name] = "2.0"
    assert not validator.is_valid(whole)


def test_a_field_of_a_later_edition_is_passed_over() -> None:
    """A receiver of today takes a document with a field that is added tomorrow."""
    validator.validate(EXAMPLE | {"interpreter": True})


@pytest.mark.parametrize("name", sorted({name for _, name in objects(EXAMPLE)}))
def test_every_field_is_explained(name: str) -> None:
    """Each field of the document has a row in a table."""
    assert re.search(rf"^\| `{name}` \| .+ \| .+ \|$", PAGE, re.MULTILINE)


def test_every_word_is_explained() -> None:
    """Each word that the document may use is on the page."""
    words = {word for definition in SCHEMA["$defs"].values() for word in definition.get("enum", ())}
    words |= {
        word
        for definition in SCHEMA["$defs"].values()
        for field in definition.get("properties", {}).values()
        for word in field.get("enum", ())
    }
    assert not [word for word in words if f"`{word}`" not in PAGE and f'`"{word}"`' not in PAGE]


def test_every_kind_of_notice_is_explained() -> None:
    """The table of notices has each kind with the words that staff read, and no other."""
    rows = re.findall(r"^\| `((?:case|visit)\.\w+)` \| .+ \| (.+) \|$", PAGE, re.MULTILINE)
    assert dict(rows) == {kind.value: KO.kinds[kind] for kind in NoticeKind}


def example_notice() -> tuple[Notice, dict[str, str]]:
    """The notice behind the page's event, and the headers shown with it."""
    (event,) = EVENTS
    data = event["data"]
    visit = data["visit"]
    shown = dict(re.findall(r"^(webhook-\w+): (.+)$", PAGE, re.MULTILINE))
    fields = {name: data[name] for name in ("code", "programme", "urgency", "reason", "revision", "due_at", "link")}
    more = {
        "id": shown["webhook-id"].removeprefix("msg_"),
        "kind": event["type"],
        "at": event["timestamp"],
        "case": data["id"],
        "programme_name": "",
        "centre_name": "",
        "visit": visit["id"],
        "visit_starts_at": visit["starts_at"],
        "visit_minutes": visit["minutes"],
        "visit_sequence": visit["sequence"],
        "timezone": visit["timezone"],
    }
    return msgspec.convert(fields | more, Notice), shown


def test_the_event_shown_is_the_one_that_is_sent() -> None:
    """The example is what the webhook would send, with the headers that go with it."""
    notice, shown = example_notice()
    content = body(notice, document=False)
    secret = re.search(r"whsec_[A-Za-z0-9+/=]{20,}", PAGE)
    assert secret is not None
    at = datetime.fromtimestamp(int(shown["webhook-timestamp"]), UTC)
    signed = headers(notice, content, (Signer(secret[0]),), at)
    assert json.loads(content) == EVENTS[0]
    assert {name: signed[name] for name in shown} == shown


def test_the_vector_is_right() -> None:
    """Whoever tries their code with the page's vector gets the page's signature."""
    found = re.search(r"secret `(\S+)`, id `(\S+)`,\s+timestamp `(\d+)` and body `(.+?)` give\s+`(v1,\S+)`", PAGE)
    assert found is not None
    secret, name, timestamp, content, signature = found.groups()
    assert Signer(secret).sign(name, datetime.fromtimestamp(int(timestamp), UTC), content) == signature
