"""What is kept of a case: coarse groups from its answers, and which answer of a family belongs to a visit."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from data import programmes
from dialogues.case import AnswerRecord, CaseDocument, CrisisRecord
from dialogues.effects import KeepVisit, OpenCase, ReviseCase
from dialogues.reporting.figures import Child, adult_of, child_of, nameless
from tests.dialogues.talking import Talk

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def document(talk: Talk) -> CaseDocument:
    """The case as it was handed over."""
    opened = [effect.document for effect in talk.done(OpenCase)]
    return (opened or [effect.document for effect in talk.done(ReviseCase)])[0]


def answered(question: str, value: str | int) -> AnswerRecord:
    return AnswerRecord(question=question, label="", value=value, text="", how="asked", at=LONG_AGO)


@pytest.mark.parametrize(
    ("months", "group"),
    [
        (0, "0-11m"), (11, "0-11m"), (12, "12-23m"), (23, "12-23m"), (24, "2-5y"), (71, "2-5y"), (72, "6-12y"),
        (155, "6-12y"), (156, "13-17y"), (215, "13-17y"), (216, "18y"), (300, "18y"), (-1, "unknown"),
        (100_000, "unknown"), ("", "unknown"),
    ],
)  # fmt: skip
def test_months_become_a_group(handed_over: Talk, months: str | int, group: str) -> None:
    """Each group begins on the birthday; what was left out is unknown."""
    case = replace(document(handed_over), answers=(answered("child_age", months),))
    assert child_of(case) == Child("unknown", group)


@pytest.mark.parametrize(
    ("value", "sex"),
    [("girl", "girl"), ("boy", "boy"), ("both", "both"), ("other", "other"), ("", "unknown"), ("Mina", "unknown")],
)
def test_the_sex_is_one_of_the_options(handed_over: Talk, value: str, sex: str) -> None:
    """Nothing else that may stand in the answer is kept."""
    case = replace(document(handed_over), answers=(answered("child_sex", value),))
    assert child_of(case) == Child(sex, "unknown")


@pytest.mark.parametrize(
    ("question", "value", "sex"),
    [
        ("who", "mother", "woman"), ("who", "grandmother", "woman"), ("who", "father", "man"),
        ("who", "grandfather", "man"), ("who", "parent", "unknown"), ("who", "relative", "unknown"),
        ("who", "", "unknown"), ("youth_sex", "woman", "woman"), ("youth_sex", "man", "man"),
        ("adult_sex", "woman", "woman"), ("adult_sex", "Lola", "unknown"), ("child_sex", "girl", "unknown"),
        ("youth_sex", "", "unknown"), ("a question of yesterday", "woman", "unknown"),
    ],
)  # fmt: skip
def test_the_sex_of_the_adult_is_what_the_answer_tells(handed_over: Talk, question: str, value: str, sex: str) -> None:
    """Of a parent by who they are to the child, of a young person by their own word; of others it is not guessed."""
    case = replace(document(handed_over), answers=(answered("needs", "work"), answered(question, value)))
    assert adult_of(programmes.load("sos-khorezm"), case) == sex


def test_a_programme_that_asks_no_adult_knows_none(handed_over: Talk) -> None:
    """Whatever stands in the answers."""
    case = replace(document(handed_over), answers=(answered("who", "mother"),))
    assert adult_of(programmes.load("firststep-asan"), case) == "unknown"


def test_only_a_protected_birth_is_nameless(handed_over: Talk) -> None:
    """No other crisis, and no case without one."""
    case = document(handed_over)
    assert not nameless(case)
    for code, expected in (("anonymous_birth", True), ("infant_abandonment", False)):
        crisis = CrisisRecord(code=code, severity="S1", at=LONG_AGO)
        assert nameless(replace(case, crisis=crisis)) == expected
    assert nameless(replace(case, protected=True))


@pytest.mark.parametrize(
    ("texts", "answer"), [(["네"], "confirm"), (["2", "목요일 오후요"], "move"), (["취소할래요", "네"], "cancel")]
)
def test_what_the_family_answers_is_told_from_what_we_do(handed_over: Talk, texts: list[str], answer: str) -> None:
    """A visit that a caseworker books or cancels carries no answer."""
    talk = handed_over.claim().book(days=5)
    assert [kept.answer for kept in talk.done(KeepVisit)] == [""]
    for text in texts:
        talk.write(text)
    assert [kept.answer for kept in talk.done(KeepVisit)] == [answer]
