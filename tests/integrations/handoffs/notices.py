"""Notices about one made-up case, and the words of the family that must stay out of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from dialogues.case import AnswerRecord, CaseDocument, Consent, Contact, CrisisRecord, Reason, Urgency
from dialogues.effects import NoticeKind
from integrations.handoffs.handoff import Notice

NOTICE = UUID("018f3d2a-0000-7000-8000-000000000001")
CASE = UUID("018f3d2a-0000-7000-8000-0000000000c5")
VISIT = UUID("018f3d2a-0000-7000-8000-0000000000f1")
CODE = "K7-M3QX"
NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
"""Noon in Seoul, a Monday."""
VISIT_AT = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
LINK = f"https://door.example.org/cases/{CASE}"

SECRETS = ("하늘엄마", "+821012345678", "임신", "baby", "formula", "suicide_thoughts")
"""What the document of the case says and no thin notice may."""


def case(crisis: str = "suicide_thoughts") -> CaseDocument:
    said = AnswerRecord(question="situation", label="상황", value="pregnant", text="임신 중", how="asked", at=NOON)
    return CaseDocument(
        id=CASE,
        code=CODE,
        revision=2,
        programme="firststep-asan",
        conversation=UUID("018f3d2a-0000-7000-8000-0000000000c0"),
        opened_at=NOON,
        reason=Reason.SELF_REFERRAL,
        urgency=Urgency.TODAY,
        centre="asan",
        centre_name="아산종합사회복지관",
        language="ko",
        name="하늘엄마",
        answers=(said,),
        needs=("baby", "formula"),
        contact=Contact(line="asan-telegram", way="text", phone="+821012345678", hours="any", others_read=True),
        consent=Consent(version="firststep-asan/1", language="ko", personal=True, sensitive=True, at=NOON),
        crisis=CrisisRecord(code=crisis, severity="s1", at=NOON) if crisis else None,
    )


def notice(kind: NoticeKind = NoticeKind.OPENED, **changes: Any) -> Notice:
    """A notice that, like a careless caller's, always has the whole document with it."""
    fields: dict[str, Any] = {
        "id": NOTICE,
        "kind": kind,
        "at": NOON,
        "case": CASE,
        "code": CODE,
        "programme": "firststep-asan",
        "programme_name": "양육첫걸음 지원사업",
        "centre_name": "아산종합사회복지관",
        "urgency": "today",
        "reason": "self_referral",
        "revision": 2,
        "due_at": datetime(2026, 11, 23, 5, 0, tzinfo=UTC),
        "link": LINK,
        "timezone": "Asia/Seoul",
        "document": case(),
    }
    return Notice(**fields | changes)


def visit_notice(kind: NoticeKind = NoticeKind.VISIT_BOOKED, **changes: Any) -> Notice:
    return notice(kind, **{"visit": VISIT, "visit_starts_at": VISIT_AT, "claimed_by_name": "김하나"} | changes)
