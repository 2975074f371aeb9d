"""A made-up year of a programme, for the reports' tests: large enough that much is shown and some is hidden."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from data import programmes
from dialogues.reporting.figures import AGES, AlarmFigure, CaseFigure, Child, Figures, VisitFigure
from dialogues.reporting.period import Period
from dialogues.reporting.report import report
from dialogues.reporting.tables import Report
from dialogues.state import VisitStatus

ASAN = programmes.load("firststep-asan")
QUARTER = Period(date(2026, 10, 1), date(2026, 12, 31))
BEGIN = datetime(2026, 10, 5, 1, tzinfo=UTC)
NOW = datetime(2027, 1, 10, tzinfo=UTC)


def figures(number: int, seed: int = 7) -> Figures:
    """``number`` cases with their visits and alarms."""
    dice = random.Random(seed)
    cases = tuple(_case(dice, UUID(int=index)) for index in range(number))
    visits = tuple(_visit(dice, case) for case in cases for _ in range(dice.randrange(4)))
    alarms = tuple(_alarm(dice, case) for case in cases if dice.random() < 0.3)
    return Figures(cases, alarms, visits)


def made_up(number: int, seed: int = 7) -> Report:
    """The quarter's report of so many cases."""
    return report(ASAN, QUARTER, figures(number, seed), NOW)


def _case(dice: random.Random, family: UUID) -> CaseFigure:
    opened_at = BEGIN + timedelta(minutes=dice.randrange(80 * 24 * 60))
    promised_at = opened_at + timedelta(hours=20)
    answered = dice.random() < 0.9
    closed = dice.random() < 0.7
    return CaseFigure(
        family=family,
        line=_one(dice, {"asan-web": 3, "asan-telegram": 4, "asan-sms": 3, "asan-whatsapp": 1}),
        language=_one(dice, {"ko": 12, "ru": 3, "uz": 2, "en": 1}),
        centre=_one(dice, dict.fromkeys(ASAN.centres, 2) | {"": 1}),
        child=Child(
            _one(dice, {"girl": 5, "boy": 5, "unknown": 4}), _one(dice, {AGES[0][0]: 5, AGES[1][0]: 3, "unknown": 2})
        ),
        opened_at=opened_at,
        promised_at=promised_at,
        first_reply_at=opened_at + timedelta(minutes=dice.randrange(5, 1500)) if answered else None,
        closed_at=opened_at + timedelta(days=dice.randrange(1, 20)) if closed else None,
        outcome=_one(dice, {"helped": 8, "referred_elsewhere": 3, "declined": 1, "duplicate": 1}) if closed else "",
        indicators=tuple(one.key for number, one in enumerate(ASAN.facts.indicators, 2) if family.int % number == 0),
    )


def _visit(dice: random.Random, case: CaseFigure) -> VisitFigure:
    cancelled = dice.random() < 0.1
    return VisitFigure(
        family=case.family,
        child=case.child,
        starts_at=case.opened_at + timedelta(days=dice.randrange(1, 6)),
        status=VisitStatus.CANCELLED if cancelled else VisitStatus.CONFIRMED,
        kept=None if cancelled or dice.random() < 0.1 else dice.random() < 0.85,
        moves=int(dice.random() < 0.2),
        reminders=dice.randrange(4),
        answer=_one(dice, {"confirm": 6, "move": 2, "cancel": 1, "": 2}),
    )


def _alarm(dice: random.Random, case: CaseFigure) -> AlarmFigure:
    codes = {"dv_disclosure": 5, "suicide_thoughts": 4, "destitution": 4, "infant_emergency": 2, "child_abuse": 1}
    at = case.opened_at
    seen = at + timedelta(minutes=dice.randrange(1, 40)) if dice.random() < 0.95 else None
    return AlarmFigure(family=case.family, child=case.child, code=_one(dice, codes), at=at, acknowledged_at=seen)


def _one(dice: random.Random, weights: dict[str, Any]) -> str:
    return dice.choices(list(weights), list(weights.values()))[0]
