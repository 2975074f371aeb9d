"""The case as FHIR R4, as two validators and a receiver see it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from msgspec.structs import replace

from dialogues.case import CaseDocument, Urgency
from integrations.exchange.fhir import bundle
from tests.integrations.exchange.cases import IN_CRISIS, REFERRED, contact, documents
from tests.integrations.exchange.validators import node_says, python_says

DUE = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
VARIANTS = [
    REFERRED,
    IN_CRISIS,
    *(contact(way=way) for way in ("here", "call", "none", "unknown")),
    *(replace(REFERRED, urgency=urgency) for urgency in Urgency),
    replace(REFERRED, name="", centre="", centre_name="", needs=(), answers=(), crisis=IN_CRISIS.crisis),
    replace(REFERRED, consent=replace(REFERRED.consent, personal=False, sensitive=False)),
]


def resources(document: CaseDocument, due_at: datetime | None = None) -> dict[str, dict[str, Any]]:
    """The resources of the bundle, by type."""
    entries = bundle(document, due_at)["entry"]
    return {entry["resource"]["resourceType"]: entry["resource"] for entry in entries}


def requests(document: CaseDocument) -> dict[str, dict[str, str]]:
    return {entry["resource"]["resourceType"]: entry["request"] for entry in bundle(document)["entry"]}


def test_two_validators_find_nothing() -> None:
    """Both validators take the bundle of every kind of case, with a deadline and without."""
    bundles = [bundle(document, due) for document in VARIANTS for due in (None, DUE)]
    assert [found for one in bundles for found in python_says(one)] == []
    assert node_says(*bundles) == [[] for _ in bundles]


@given(documents())
def test_any_case_is_a_bundle(document: CaseDocument) -> None:
    """Whatever a family answers, the bundle is good FHIR."""
    assert python_says(bundle(document)) == []


def _task(made: dict[str, Any]) -> dict[str, Any]:
    (task,) = (one["resource"] for one in made["entry"] if one["resource"]["resourceType"] == "Task")
    assert isinstance(task, dict)
    return task


@pytest.mark.parametrize(
    ("spoil", "found_by_python", "found_by_node"),
    [
        (lambda made: _task(made).update(status="nonsense"), False, True),
        (lambda made: _task(made).update(priority="crisis"), False, True),
        (lambda made: _task(made).pop("intent"), True, True),
        (lambda made: _task(made).update(family="하늘"), True, True),
        (lambda made: _task(made).update(authoredOn="yesterday"), True, True),
        (lambda made: made.update(type="order"), False, True),
    ],
)
def test_the_validators_see(
    spoil: Callable[[dict[str, Any]], object], found_by_python: bool, found_by_node: bool
) -> None:
    """A wrong code, a missing or unknown element, a wrong date: one validator or both find it."""
    made = bundle(REFERRED)
    spoil(made)
    assert (bool(python_says(made)), bool(node_says(made)[0])) == (found_by_python, found_by_node)


def test_the_request_says_what_is_asked_for() -> None:
    """Programme, needs, reason, urgency, centre and day are those of the document."""
    request = resources(REFERRED)["ServiceRequest"]
    codes = [one["coding"][0] for one in request["reasonCode"]]
    assert [(one["system"].rpartition(":")[2], one["code"]) for one in codes] == [
        ("reason", "self_referral"),
        ("need", "visit"),
        ("need", "money"),
    ]
    assert (request["status"], request["intent"], request["priority"]) == ("active", "order", "asap")
    assert request["code"]["coding"][0]["code"] == "firststep-asan"
    assert request["authoredOn"] == "2026-11-23T03:00:00Z"
    assert request["performer"][0]["identifier"]["value"] == "firststep-asan/tangjeong"
    assert request["identifier"][1]["value"] == "4S-292K"
    assert {"time": "2026-11-23T02:56:31Z", "text": "동네: 배방읍"} in request["note"]


def test_urgencies_keep_their_order() -> None:
    """Four urgencies are four priorities, the most urgent first."""
    found = [resources(replace(REFERRED, urgency=urgency))["Task"]["priority"] for urgency in Urgency]
    assert found == ["stat", "asap", "urgent", "routine"]


def test_the_task_says_how_to_reach_the_family() -> None:
    """The rules of safe contact go along, and so does the deadline that the family was told."""
    task = resources(REFERRED, DUE)["Task"]
    told = {one["type"]["coding"][0]["code"]: next(v for k, v in one.items() if k != "type") for one in task["input"]}
    assert told == {
        "contact-line": "asan-telegram",
        "contact-way": "text",
        "contact-hours": "morning",
        "others-read": "shared",
        "revision": 1,
    }
    assert task["restriction"]["period"]["end"] == "2026-11-23T05:00:00Z"
    assert "restriction" not in resources(REFERRED)["Task"]


def test_a_person_has_no_more_identity_than_they_told() -> None:
    """A person is a language and the conversation; an alias where there is one; never a sex, a birthday or a place."""
    known = resources(REFERRED)["Patient"]
    assert known["name"] == [{"use": "usual", "text": "하늘엄마"}]
    assert known["telecom"] == [{"system": "sms", "value": "+821012345678"}]
    nameless = resources(IN_CRISIS)["Patient"]
    assert set(nameless) == {"resourceType", "identifier", "communication"}
    assert nameless["identifier"][0]["value"] == f"urn:uuid:{IN_CRISIS.conversation}"
    assert set(known) - set(nameless) == {"name", "telecom"}


@pytest.mark.parametrize(
    ("way", "system"), [("text", "sms"), ("call", "phone"), ("here", ""), ("none", ""), ("unknown", "")]
)
def test_a_number_is_told_only_for_what_it_may_be_used_for(way: str, system: str) -> None:
    """Where the family did not choose to be called or texted, the patient has no number."""
    telecom = resources(contact(way=way))["Patient"].get("telecom", [])
    assert [one["system"] for one in telecom] == ([system] if system else [])
    assert "telecom" not in resources(contact(way=way, phone=""))["Patient"]


def test_consent_is_told_as_it_was_given() -> None:
    """The recorded consent goes along, with its notice and moment; where nobody was asked, there is none."""
    refused = replace(REFERRED, consent=replace(REFERRED.consent, sensitive=False))
    consent = resources(refused)["Consent"]
    provision = consent["provision"]
    assert (provision["type"], provision["provision"][0]["type"]) == ("permit", "deny")
    assert consent["policyRule"]["coding"][0]["code"] == "firststep-asan/1"
    assert consent["dateTime"] == "2026-11-23T02:53:05Z"
    assert "Consent" not in resources(IN_CRISIS)


def test_told_twice_it_is_one_case() -> None:
    """Each resource is found again by the case's id; the task is made once, so its progress there is not undone."""
    revision = replace(REFERRED, revision=2, needs=("medical",))
    assert requests(REFERRED) == requests(revision)
    asked = requests(REFERRED)
    case = f"identifier=urn:ietf:rfc:3986|urn:uuid:{REFERRED.id}"
    assert asked["Task"] == {"method": "POST", "url": "Task", "ifNoneExist": case}
    assert asked["ServiceRequest"] == {"method": "PUT", "url": f"ServiceRequest?{case}"}
    assert asked["Consent"] == {"method": "PUT", "url": f"Consent?{case}"}
    assert asked["Patient"]["url"].endswith(f"|urn:uuid:{REFERRED.conversation}")


@given(documents())
def test_every_reference_leads_into_the_bundle(document: CaseDocument) -> None:
    """Each reference names an entry, and every entry has an address of its own."""
    made = bundle(document)
    addresses = [entry["fullUrl"] for entry in made["entry"]]
    assert len(set(addresses)) == len(addresses)
    assert all(UUID(address.removeprefix("urn:uuid:")) for address in addresses)
    named = [part.partition('"')[0] for part in json.dumps(made).split('"reference": "')[1:]]
    assert named
    assert set(named) <= set(addresses)
