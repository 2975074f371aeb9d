"""Case documents: those that docs/handoff.md shows, others made from them, and any that may be."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec.structs import replace

from dialogues.case import AnswerRecord, CaseDocument, Consent, Contact, CrisisRecord, Reason, Urgency

PAGE = (Path(__file__).parents[3] / "docs" / "handoff.md").read_text(encoding="utf-8")
SHOWN = [
    msgspec.json.decode(block, type=CaseDocument)
    for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    if '"version"' in block
]
REFERRED, IN_CRISIS, IN_SEARCH = SHOWN
"""A family that filled in the form; one that nothing is known of but what it wrote; one that looks for care."""


def contact(**changes: Any) -> CaseDocument:
    """The family that filled in the form, to be reached another way."""
    return replace(REFERRED, contact=replace(REFERRED.contact, **changes))


PROTECTED = replace(
    REFERRED, crisis=CrisisRecord(code="anonymous_birth", severity="S2", at=datetime(2026, 11, 23, tzinfo=UTC))
)
"""Somebody who wants to give birth unnamed."""

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
KEYS = st.from_regex(r"[a-z][a-z0-9_-]{0,15}", fullmatch=True)
TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
VALUES = st.one_of(TEXTS, st.integers(-1, 500), st.tuples(KEYS, KEYS))


def documents() -> st.SearchStrategy[CaseDocument]:
    """Any document that the shape allows, but for a protected birth."""
    answers = st.builds(AnswerRecord, question=KEYS, label=TEXTS, value=VALUES, text=TEXTS, at=TIMES)
    return st.builds(
        CaseDocument,
        id=st.uuids(),
        code=st.just("K7-M3QX"),
        revision=st.integers(1, 1000),
        programme=KEYS,
        conversation=st.uuids(),
        opened_at=TIMES,
        reason=st.sampled_from(Reason),
        urgency=st.sampled_from(Urgency),
        centre=KEYS | st.just(""),
        centre_name=TEXTS,
        language=st.sampled_from(["ko", "en", "uz", "uz-Cyrl"]),
        name=TEXTS,
        answers=st.lists(answers, max_size=3).map(tuple),
        needs=st.lists(KEYS, max_size=3, unique=True).map(tuple),
        contact=st.builds(Contact, line=KEYS, phone=st.sampled_from(["", "+821012345678"])),
        consent=st.builds(Consent, version=KEYS, language=KEYS, at=TIMES | st.none()),
        crisis=st.none() | st.builds(CrisisRecord, code=KEYS, severity=KEYS, at=TIMES),
        source=TEXTS,
    )
