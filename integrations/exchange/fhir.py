"""The case as HL7 FHIR R4 (4.0.1): a transaction with a Patient, a ServiceRequest, a Task and the Consent.

Sources: hl7.org/fhir/R4, pages servicerequest, task, patient, consent and http (conditional update and create), read
2026-11-22. A receiver may be given the same bundle twice, or a later revision: who and what is asked for is updated by
its identifier; the task is made once and then the receiver's own, whose progress we do not undo.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, assert_never
from uuid import UUID, uuid5

from dialogues.case import CaseDocument, Contact, Urgency
from integrations.exchange.withheld import refuse_withheld

Resource = dict[str, Any]
"""One FHIR resource or element, ready for JSON."""

OURS = "urn:x-front-door"
"""Begins the systems of our own codes: ``urn:x-front-door:need`` and so on. Their values stand in docs/handoff.md."""

URI = "urn:ietf:rfc:3986"
"""System of an identifier that is a URI."""

SPACE = UUID("b3b0c1de-3a64-4a3f-9b57-4c1d0c6f2a11")
"""Namespace of the ids of resources within a bundle."""

PRIORITIES = {Urgency.CRISIS: "stat", Urgency.TODAY: "asap", Urgency.WEEK: "urgent", Urgency.LATER: "routine"}


def bundle(document: CaseDocument, due_at: datetime | None = None) -> Resource:
    """``document`` as a Bundle of type ``transaction``. Raises WithheldError for a protected birth.

    ``due_at``: when the family was told that a person answers at the latest.
    """
    refuse_withheld(document)
    case, person = _identifier(document.id), _identifier(document.conversation)
    entries = [
        _updated(document, _patient(document), person),
        _updated(document, _request(document), case),
        _made_once(document, _task(document, due_at), case),
    ]
    if document.consent.at is not None:
        entries.append(_updated(document, _consent(document, document.consent.at), case))
    return {"resourceType": "Bundle", "type": "transaction", "entry": entries}


def _updated(document: CaseDocument, resource: Resource, identifier: Resource) -> Resource:
    kind = resource["resourceType"]
    url = f"{kind}?identifier={_token(identifier)}"
    return {"fullUrl": _url(document, kind), "resource": resource, "request": {"method": "PUT", "url": url}}


def _made_once(document: CaseDocument, resource: Resource, identifier: Resource) -> Resource:
    kind = resource["resourceType"]
    request = {"method": "POST", "url": kind, "ifNoneExist": f"identifier={_token(identifier)}"}
    return {"fullUrl": _url(document, kind), "resource": resource, "request": request}


def _patient(document: CaseDocument) -> Resource:
    """Whoever wrote, as far as they told: the name is what they want to be called, and without one there is none."""
    resource: Resource = {
        "resourceType": "Patient",
        "identifier": [_identifier(document.conversation)],
        "communication": [{"language": _concept("urn:ietf:bcp:47", document.language), "preferred": True}],
    }
    if name := _string(document.name):
        resource["name"] = [{"use": "usual", "text": name}]
    if system := _telecom(document.contact):
        resource["telecom"] = [{"system": system, "value": document.contact.phone}]
    return resource


def _telecom(contact: Contact) -> str:
    """The kind of contact point that the phone number may be used as; empty when it may not be used."""
    match contact.way:
        case "text" | "call" if not contact.phone:
            return ""
        case "text":
            return "sms"
        case "call":
            return "phone"
        case "here" | "none" | "unknown":
            return ""
        case never:
            assert_never(never)


def _request(document: CaseDocument) -> Resource:
    resource: Resource = {
        "resourceType": "ServiceRequest",
        "identifier": [
            _identifier(document.id),
            {"type": {"text": "case code"}, "system": f"{OURS}:case-code", "value": document.code},
        ],
        "status": "active",
        "intent": "order",
        "priority": PRIORITIES[document.urgency],
        "code": _concept(f"{OURS}:programme", document.programme),
        "subject": _reference(document, "Patient"),
        "requester": _reference(document, "Patient"),
        "authoredOn": _instant(document.opened_at),
        "reasonCode": _reasons(document),
    }
    if document.centre:
        resource["performer"] = [_centre(document)]
    notes = [
        {"time": _instant(answer.at), "text": f"{answer.label}: {answer.text}"}
        for answer in document.answers
        if answer.text.strip()
    ]
    return resource | ({"note": notes} if notes else {})


def _reasons(document: CaseDocument) -> list[Resource]:
    """Why the case was opened, what help is asked for, and the crisis that was found by words, not by a clinician."""
    found = [_concept(f"{OURS}:reason", document.reason.value)]
    found += [_concept(f"{OURS}:need", need) for need in document.needs]
    return found + ([_concept(f"{OURS}:crisis", document.crisis.code)] if document.crisis else [])


def _task(document: CaseDocument, due_at: datetime | None) -> Resource:
    resource: Resource = {
        "resourceType": "Task",
        "identifier": [_identifier(document.id)],
        "status": "requested",
        "intent": "order",
        "priority": PRIORITIES[document.urgency],
        "focus": _reference(document, "ServiceRequest"),
        "for": _reference(document, "Patient"),
        "authoredOn": _instant(document.opened_at),
        "requester": _reference(document, "Patient"),
        "input": _inputs(document),
    }
    if document.centre:
        resource["owner"] = _centre(document)
    return resource | ({"restriction": {"period": {"end": _instant(due_at)}}} if due_at else {})


def _inputs(document: CaseDocument) -> list[Resource]:
    """How it is safe to reach the person. Nobody may use another way."""
    contact = document.contact
    return [
        _input("contact-line", "valueString", contact.line),
        _input("contact-way", "valueCode", contact.way),
        _input("contact-hours", "valueCode", contact.hours),
        _input("others-read", "valueCode", "shared" if contact.others_read else "alone"),
        _input("revision", "valuePositiveInt", document.revision),
    ]


def _input(code: str, kind: str, value: object) -> Resource:
    return {"type": _concept(f"{OURS}:input", code), kind: value}


def _consent(document: CaseDocument, at: datetime) -> Resource:
    consent = document.consent
    return {
        "resourceType": "Consent",
        "identifier": [_identifier(document.id)],
        "status": "active",
        "scope": _concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
        "category": [_concept("http://loinc.org", "59284-0")],
        "patient": _reference(document, "Patient"),
        "dateTime": _instant(at),
        "policyRule": {**_concept(f"{OURS}:notice", consent.version), "text": f"notice shown in {consent.language}"},
        "provision": {
            "type": _decision(agreed=consent.personal),
            "code": [_concept(f"{OURS}:data", "personal")],
            "provision": [
                {"type": _decision(agreed=consent.sensitive), "code": [_concept(f"{OURS}:data", "sensitive")]}
            ],
        },
    }


def _decision(*, agreed: bool) -> str:
    return "permit" if agreed else "deny"


def _centre(document: CaseDocument) -> Resource:
    """The centre by our key: a receiver has its own Organization for it."""
    centre: Resource = {
        "type": "Organization",
        "identifier": {"system": f"{OURS}:centre", "value": f"{document.programme}/{document.centre}"},
    }
    name = _string(document.centre_name)
    return centre | ({"display": name} if name else {})


def _identifier(name: UUID) -> Resource:
    return {"system": URI, "value": f"urn:uuid:{name}"}


def _token(identifier: Resource) -> str:
    return f"{identifier['system']}|{identifier['value']}"


def _reference(document: CaseDocument, kind: str) -> Resource:
    return {"reference": _url(document, kind)}


def _url(document: CaseDocument, kind: str) -> str:
    return f"urn:uuid:{uuid5(SPACE, f'{document.id}/{kind}')}"


def _concept(system: str, code: str) -> Resource:
    return {"coding": [{"system": system, "code": code}]}


def _string(text: str) -> str:
    """FHIR's ``string`` has no white space but plain blanks and line ends, and is never empty."""
    return " ".join(text.split())


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
