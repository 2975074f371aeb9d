"""The case in the fields of a Primero v2 form. Forms differ from one Primero to the next, so the fields are data.

The defaults are those of Primero's own child protection form (github.com/primeroIMS/primero at 4b95bf9, read
2026-11-22). What a caseworker has to judge (risk level, kinds of harm) is left to them: our crisis codes are guesses.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid5
from zoneinfo import ZoneInfo

import msgspec

from dialogues.case import CaseDocument, Contact, Urgency

SERVICES = {
    "visit": "child_protection_service",
    "coaching": "child_protection_service",
    "emotional": "psychosocial_service",
    "money": "livelihoods_service",
    "medical": "health_medical_service",
    "goods": "nfi_clothes_shoes_service",
    "community": "child_protection_service",
    "other": "child_protection_service",
}
"""By need: Primero's own type of service that comes nearest."""


class Fields(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which field of the partner's Primero takes what; an empty name sends nothing. The shape of ``PRIMERO_FIELDS``."""

    module: str = "primeromodule-cp"
    """Primero's ``module_id``: the kind of case."""
    name: str = "name_nickname"
    """What the person wants to be called; it may be an alias."""
    phone: str = "telephone_current"
    """The number, only where the family chose to be called or written to on it."""
    opened: str = "registration_date"
    """The day on which the case was opened, by the programme's clock."""
    urgent: str = "urgent_protection_concern"
    """Yes while nobody has acted on a crisis."""
    consent: str = "consent_for_services"
    """Whether the person agreed to the use of personal data."""
    code: str = ""
    """The case's short code, such as ``K7-M3QX``."""
    link: str = ""
    """Address of the case in the console."""
    contact: str = ""
    """How it is safe to reach the person: way, hours, and whether others read along."""
    summary: str = ""
    """Every answer, one a line."""
    answers: dict[str, str] = msgspec.field(default_factory=lambda: {"district": "address_current"})
    """By question: the field that takes the answer as the family saw it."""
    section: str = "services_section"
    """The subform with one entry for each need."""
    services: dict[str, str] = msgspec.field(default_factory=lambda: dict(SERVICES))
    """By need: Primero's type of service."""


def created(document: CaseDocument, fields: Fields, link: str, zone: ZoneInfo) -> dict[str, Any]:
    """The data of a new case; its ``id`` is ours, so that the same case made twice is one."""
    return {
        "id": str(document.id),
        "module_id": fields.module,
        **_sent({fields.opened: _day(document.opened_at, zone)}),
        **_told(document, fields, link),
        **_section(fields, [_service(document, need, fields) for need in document.needs]),
    }


def revised(document: CaseDocument, fields: Fields, link: str) -> dict[str, Any]:
    """What a revision changes. What the family has not told stays as the partner's caseworkers have it, but a number
    goes that the family does not want to be called on.

    Primero merges the entries of a subform by their ``unique_id``, so a need that is gone has to be struck out.
    """
    entries = [
        _service(document, need, fields)
        if need in document.needs
        else {"unique_id": _entry(document, need), "_destroy": True}
        for need in dict.fromkeys((*document.needs, *fields.services))
    ]
    struck = _sent({fields.phone: ""}) if document.contact.way in ("here", "none") else {}
    return {**struck, **_told(document, fields, link), **_section(fields, entries)}


def _told(document: CaseDocument, fields: Fields, link: str) -> dict[str, Any]:
    """What is known, by field."""
    answers = {answer.question: answer.text for answer in document.answers}
    values = {
        fields.name: document.name,
        fields.phone: _phone(document.contact),
        fields.urgent: document.urgency is Urgency.CRISIS,
        fields.consent: document.consent.personal,
        fields.code: document.code,
        fields.link: link,
        fields.contact: _safe(document.contact),
        fields.summary: "\n".join(f"{answer.label}: {answer.text}" for answer in document.answers),
        **{field: answers.get(question, "") for question, field in fields.answers.items()},
    }
    return _sent({field: value for field, value in values.items() if value != ""})


def _phone(contact: Contact) -> str:
    return contact.phone if contact.way in ("text", "call") else ""


def _safe(contact: Contact) -> str:
    others = "others read along" if contact.others_read else "read alone"
    return f"{contact.way}; {contact.hours}; {others}"


def _service(document: CaseDocument, need: str, fields: Fields) -> dict[str, Any]:
    entry = {"unique_id": _entry(document, need), "service_referral_notes": need}
    return entry | ({"service_type": fields.services[need]} if need in fields.services else {})


def _entry(document: CaseDocument, need: str) -> str:
    return str(uuid5(document.id, need))


def _section(fields: Fields, entries: list[dict[str, Any]]) -> dict[str, Any]:
    return {fields.section: entries} if fields.section and entries else {}


def _sent(values: dict[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in values.items() if field}


def _day(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d}"
