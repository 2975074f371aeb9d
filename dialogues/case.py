"""The case: the versioned document a human caseworker receives. Documented in ``docs/handoff.md``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

import msgspec
from msgspec.structs import replace

VERSION: Literal["1.0"] = "1.0"
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


class Urgency(StrEnum):
    """How soon a person has to act; the order is from the most urgent."""

    CRISIS = "crisis"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"


class Reason(StrEnum):
    """Why a case was opened."""

    SELF_REFERRAL = "self_referral"
    WANTS_HUMAN = "wants_human"
    """The person asked for a person before the form was through."""
    NOT_UNDERSTOOD = "not_understood"
    """The bot failed to understand twice."""
    CRISIS = "crisis"
    REFERRAL = "referral"
    """Somebody is worried about another family."""
    SERVICE_REQUEST = "service_request"
    GRANT_REQUEST = "grant_request"
    PREGNANCY_LOSS = "pregnancy_loss"
    """A pregnancy or a baby was lost: nothing more is asked."""


class AnswerRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One answer of the family."""

    question: str
    label: str
    """The question's short name in the case's language."""
    value: str | int | tuple[str, ...]
    text: str
    """The answer as the family saw it in the summary."""
    how: Literal["asked", "heard", "derived"]
    at: datetime


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """What the person agreed to, and when."""

    version: str
    """Version of the notice that was shown."""
    language: str
    personal: bool
    sensitive: bool
    at: datetime | None


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """How it is safe to reach the person. Nobody may use another way."""

    line: str
    """Line of the conversation; answers go out on it."""
    way: Literal["here", "text", "call", "none", "unknown"]
    phone: str
    """E.164, empty when unknown."""
    hours: Literal["any", "morning", "afternoon", "evening", "unknown"]
    others_read: bool
    """True when somebody else may read the screen: write neutrally."""


class CrisisRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A crisis found in what the person wrote."""

    code: str
    severity: str
    at: datetime


class MatchRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A service that may fit a child; the list is ranked, the likeliest first."""

    service: str
    """The service's key in the programme."""
    name: str
    standing: Literal["likely", "ask"]
    """Whether everything that must hold does, or the worker has to be asked. Never a refusal, never a right."""
    points: int
    """What its preferences weigh together; comparable within the list only."""
    reasons: tuple[str, ...]
    """In words, the most telling first."""
    places: tuple[str, ...] = ()
    """Its places in the family's district."""
    full_until: date | None = None
    """The day from which there is room again; null when there is, or nobody knows."""
    confirmed: bool = False
    """True once a caseworker has confirmed it."""


class ChildRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One of several children that the family looked for in the same form."""

    answers: tuple[AnswerRecord, ...]
    matches: tuple[MatchRecord, ...]


class CaseDocument(msgspec.Struct, frozen=True, kw_only=True):
    """Version 1.0 of the case. A field is only ever added, never changed in meaning, within version 1."""

    version: Literal["1.0"] = VERSION
    id: UUID
    code: str
    """Short name for people to say aloud, such as ``K7-M3QX``."""
    revision: int
    """1 for the first; each correction counts up."""
    programme: str
    conversation: UUID
    opened_at: datetime
    reason: Reason
    urgency: Urgency
    centre: str
    """Key of the centre, empty when not known yet."""
    centre_name: str
    language: str
    name: str
    """What the person wants to be called; may be an alias, may be empty."""
    answers: tuple[AnswerRecord, ...]
    needs: tuple[str, ...]
    contact: Contact
    consent: Consent
    crisis: CrisisRecord | None = None
    protected: bool = False
    """True for a woman who wants to give birth unnamed: no identity is kept, nothing of it goes to another system."""
    source: str = ""
    """Payload of the deep link the person came by (a poster's, a clinic's); empty when they came by themselves."""
    matches: tuple[MatchRecord, ...] = ()
    """Services that may fit, by a form that looks for one; of several children, those of the last."""
    children: tuple[ChildRecord, ...] = ()
    """The children that were looked for before the last one, in that order."""


def case_code(name: UUID) -> str:
    """A short code of a case's id that can be read over the phone: no 0, O, 1, I, L or U. 30 bits; a label, not a
    key."""
    number = int.from_bytes(name.bytes[-5:], "big")
    letters = []
    for _ in range(6):
        number, digit = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[digit])
    return "".join(letters[:2]) + "-" + "".join(letters[2:])


def erased(document: CaseDocument) -> CaseDocument:
    """``document`` without anything that the family told; what stays says only that there was a case."""
    contact = Contact(line=document.contact.line, way="unknown", phone="", hours="unknown", others_read=False)
    return replace(
        document, name="", answers=(), needs=(), contact=contact, source="", crisis=None, matches=(), children=()
    )


def placed(document: CaseDocument) -> tuple[str, ...]:
    """The services that a caseworker has confirmed, one for each child that it takes."""
    each = (*(child.matches for child in document.children), document.matches)
    return tuple(match.service for matches in each for match in matches if match.confirmed)


def schema() -> Mapping[str, object]:
    """The JSON Schema of CaseDocument, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front Door case, version 1.0",
        **msgspec.json.schema(CaseDocument),
    }
