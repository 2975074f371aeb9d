# ruff: noqa: E501 - rows of tables stay on one line
"""A programme's indicators: which mistakes are found in them, which cases meet them, and which lie within others."""

from __future__ import annotations

from datetime import UTC, date, datetime
from importlib.resources import files
from uuid import UUID

import pytest
from msgspec.structs import replace

from data import programmes
from dialogues.case import AnswerRecord, CaseDocument, ChildRecord, Consent, Contact, CrisisRecord, Reason, Urgency
from dialogues.documents import ContentError
from dialogues.flow import Guard, Value
from dialogues.loading import load_programme
from dialogues.reporting.figures import indicators_of
from dialogues.reporting.indicators import LONGEST, REPORTED, Indicator, nested

NAME = "sos-khorezm.yml"
TEXT = (files("data.programmes") / NAME).read_text(encoding="utf-8")
FORMS = "flows: [family_support, state_referral]"
NEEDS = "when: {needs: {equals: education}}"
MONDAY = datetime(2026, 11, 23, 1, tzinfo=UTC)

# what is written, what is written instead, part of the line that is blamed (of the changed text), what is said
PLANTED = [
    ("a form is unknown", FORMS, "flows: [family_support, nobody_asks]", "nobody_asks", "there is no form `nobody_asks`"),
    ("a flow is no form", FORMS, "flows: [move_visit]", "flows: [move_visit]", "there is no form `move_visit`"),
    ("a question is unknown", NEEDS, "when: {mood: {equals: good}}", "when: {mood", "`mood` is no question whose answer its cases keep"),
    ("its forms do not ask it", NEEDS, "when: {learn: {equals: trade}}", "when: {learn", "`learn` is no question whose answer its cases keep"),
    ("the case does not keep it", NEEDS, "when: {language: {equals: uz}}", "when: {language", "`language` is no question whose answer its cases keep"),
    ("an option is unknown", NEEDS, "when: {needs: {equals: money}}", "equals: money", "`money` is not an option of `needs`"),
    ("one option of several is unknown", "any_of: [from15, from18]", "any_of: [from15, from19]", "from19", "`from19` is not an option of `youth_age`"),
    ("a condition is unknown", NEEDS, "when: {needs: {is: education}}", "needs: {is", "unknown field `is`"),
    ("a key stands twice", "- key: child_psychology", "- key: child_education", "- key: child_education\n    flows: [family_support, state_referral]\n    when: {needs: {equals: psychology}}", "`child_education` stands here twice"),
    ("a key has a blank", "- key: child_education", "- key: child education", "- key: child education", "`child education` has to be small letters"),
    ("a name lacks a language of the programme", ", ru: \"Дети: поддержка в учёбе\"", "", "oʻqishda yordam", "the name in `ru` is missing"),
    ("a name lacks the donor's language", ", fr: \"Enfants\u00a0: soutien scolaire\"", "", "oʻqishda yordam", "the name in `fr` is missing"),
    ("a name lacks English", "en: \"Children: educational support\", ", "", "oʻqishda yordam", "the name in `en` is missing"),
    ("it has no source", "    source: \"sosve.lu, framework agreement 2022–2026: strengthening of state actors\"\n", "", "- key: state_referrals", "missing required field `source`"),
    ("it counts what another counts", "when: {needs: {equals: psychology}}", "when: {needs: {any_of: [education]}}", "- key: child_psychology", "by its rules it counts the same cases as `child_education`"),
    ("it is broken down by nothing known", "by: [adult]", "by: [mother]", "by: [mother]", "Invalid enum value 'mother'"),
    ("none of its forms tells an adult's sex", "flows: [state_referral]\n    by: [sex, age, adult]", "flows: [refer_other]\n    by: [adult]", "by: [adult]\n    name: {uz: Davlat", "no question of its forms tells the sex of an adult"),
    ("the keys are too long to keep", "- key: state_referrals", f"- key: state_referrals{'s' * LONGEST}", "\nindicators:", "more than 400 letters"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "blamed", "message"), [row[1:] for row in PLANTED], ids=[row[0] for row in PLANTED]
)
def test_a_mistake_in_an_indicator_is_found(old: str, new: str, blamed: str, message: str) -> None:
    """The file, the line and the reason are told for each kind of mistake."""
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    with pytest.raises(ContentError) as caught:
        load_programme(NAME, text, programmes.sources())
    line = text[: text.index(blamed)].count("\n") + 1 + blamed.startswith("\n")
    assert str(caught.value).startswith(f"{NAME}:{line}: "), str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize("key", programmes.known())
def test_every_indicator_has_a_name_in_every_language(key: str) -> None:
    """Of the programme, its scripts among them, and of the reports; no two have the same."""
    programme = programmes.load(key)
    for language in (*programme.languages, *REPORTED):
        names = [one.name[language] for one in programme.facts.indicators]
        assert all(names)
        assert len(set(names)) == len(names) > 0


def answer(question: str, value: Value) -> AnswerRecord:
    return AnswerRecord(question=question, label="", value=value, text="", how="asked", at=MONDAY)


def case(programme: str, reason: str = "self_referral", line: str = "a-line", **answers: Value) -> CaseDocument:
    """A case with these answers."""
    return CaseDocument(
        id=UUID(int=1), code="AA-AAAA", revision=1, programme=programme, conversation=UUID(int=2), opened_at=MONDAY,
        reason=Reason(reason), urgency=Urgency.WEEK, centre="", centre_name="", language="ko", name="", needs=(),
        answers=tuple(answer(name, value) for name, value in answers.items()),
        contact=Contact(line=line, way="here", phone="", hours="any", others_read=False),
        consent=Consent(version="1", language="ko", personal=True, sensitive=True, at=None),
    )  # fmt: skip


def met(document: CaseDocument) -> str:
    return " ".join(indicators_of(programmes.load(document.programme), document))


MET = [
    ("nothing was told", case("sos-khorezm", "wants_human"), ""),
    ("children and parents at once", case("sos-khorezm", needs=("education", "budget", "legal")), "child_education parent_budget"),
    ("asked for a person halfway", case("sos-khorezm", "wants_human", needs=("talk",)), "parent_psychology"),
    ("a state body names needs", case("sos-khorezm", "referral", "khorezm-referral", needs=("leisure",), referrer="x"), "child_leisure state_referrals"),
    ("a neighbour refers", case("sos-khorezm", "referral", worried="neighbour"), ""),
    ("a young person", case("sos-khorezm", "service_request", youth_age="from18"), "youth_to_work"),
    ("one who is too old", case("sos-khorezm", "service_request", youth_age="over24"), ""),
    ("a young person in a crisis", case("sos-khorezm", "crisis", youth_age="from15", learn=("job",)), "youth_to_work"),
    ("pregnant with a baby", case("firststep-asan", situation="both", child_age=24, needs=("visit", "goods")), "home_visits living_costs pregnant infants"),
    ("a child of 25 months", case("firststep-asan", situation="baby", child_age=25, needs=("coaching",)), "coaching"),
    ("the age was left out", case("firststep-asan", situation="baby", child_age=-1, needs=("emotional",)), "emotional_support"),
    ("24 months to the day", case("firststep-incheon-namdong", situation="baby", born="2024-11-23"), "infants"),
    ("a day older", case("firststep-incheon-namdong", situation="baby", born="2024-11-22"), ""),
    ("two grants", case("firststep-incheon-namdong", "grant_request", grant=("living", "medical")), "grants_living grants_medical"),
    ("a grandmother in the evening", case("uijeongbu-care", "service_request", care_when=("evening",), household="grand", urgency="week"), "children_matched alone_raising evening_care"),
    ("halfway through", case("uijeongbu-care", "wants_human", care_when=("after_school",), household="dual"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("document", "keys"), [row[1:] for row in MET], ids=[row[0] for row in MET])
def test_which_indicators_a_case_meets(document: CaseDocument, keys: str) -> None:
    """By its answers, its line and its reason; what was left out is not answered."""
    assert met(document) == keys


def test_of_several_children_one_is_enough() -> None:
    """The first needs care in the evening, the last after school; the household is that of both."""
    last = case("uijeongbu-care", "service_request", care_when=("after_school",), household="single")
    first = ChildRecord(answers=(answer("care_when", ("evening",)),), matches=())
    assert met(last) == "alone_raising"
    assert met(replace(last, children=(first,))) == "alone_raising evening_care"


def test_a_protected_birth_meets_none() -> None:
    """Whatever was told before."""
    document = case("firststep-asan", situation="pregnant", needs=("visit",))
    crisis = CrisisRecord(code="anonymous_birth", severity="S1", at=MONDAY)
    assert met(document) == "home_visits pregnant"
    assert met(replace(document, crisis=crisis)) == met(replace(document, protected=True)) == ""


def indicator(key: str, *flows: str, **when: Guard) -> Indicator:
    return Indicator(key=key, name={}, source="x", checked_on=date(2026, 1, 1), flows=flows, when=when)


@pytest.mark.parametrize(
    ("one", "other", "within"),
    [
        (indicator("a"), indicator("b"), {("a", "b"), ("b", "a")}),
        (indicator("a", "x"), indicator("b"), {("a", "b")}),
        (indicator("a", "x"), indicator("b", "y", "x"), {("a", "b")}),
        (indicator("a", "x"), indicator("b", "y"), set()),
        (indicator("a", n=Guard(equals="p")), indicator("b", n=Guard(any_of=("p", "q"))), {("a", "b")}),
        (indicator("a", n=Guard(equals="p"), m=Guard(equals="q")), indicator("b", n=Guard(equals="p")), {("a", "b")}),
        (indicator("a", n=Guard(equals="p")), indicator("b", m=Guard(equals="p")), set()),
        (indicator("a", n=Guard(less_than=12)), indicator("b", n=Guard(at_most=24)), {("a", "b")}),
        (indicator("a", n=Guard(at_least=12)), indicator("b", n=Guard(at_most=24)), set()),
        (indicator("a", n=Guard(equals="p")), indicator("b", n=Guard(missing=False)), {("a", "b")}),
        (indicator("a", n=Guard(missing=True)), indicator("b", n=Guard(equals="p")), set()),
    ],
)  # fmt: skip
def test_an_indicator_lies_within_another_by_its_rules(
    one: Indicator, other: Indicator, within: set[tuple[str, str]]
) -> None:
    """Fewer forms, more conditions, narrower ones; not by what happens to be counted."""
    assert set(nested((one, other))) == within
