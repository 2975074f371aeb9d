# ruff: noqa: E501 - rows of tables and sentences stay on one line
"""Families are held against the services: ranked, each with its reason, and nobody is ever refused."""

from __future__ import annotations

from dataclasses import replace as with_fields
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.programmes import known, load
from dialogues.flow import Answer, Guard, Value
from dialogues.matching import Match, Standing, match, match_records
from dialogues.programme import Programme
from dialogues.services import Place, Rule, Service

PROGRAMME = load("uijeongbu-care")
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
SCHOOL, CENTRE, CHILD, HOME, VOUCHER, COUNSEL, LOCAL = (
    "school_care", "after_school_centre", "child_centre", "home_care", "school_voucher", "counselling", "local_programme",
)  # fmt: skip


def told(**values: Any) -> dict[str, Answer]:
    """Answers by question."""
    return {name: Answer(value, NOW) for name, value in values.items()}


def family(text: str) -> dict[str, Answer]:
    """``96 g2 dual after_school+evening about`` as answers; ``-`` for what was left out or not asked."""
    age, grade, household, when, income, *more = text.split()
    values: dict[str, Value] = {"child_age": int(age), "household": household, "income": income}
    values |= {"grade": grade} if grade != "-" else {}
    values |= {"care_when": tuple(when.split("+"))} if when != "-" else {}
    values |= {"special_need": more[0]} if more else {}
    return told(**values)


def ranked(answers: dict[str, Answer], today: date = TODAY, programme: Programme = PROGRAMME) -> tuple[Match, ...]:
    """What may fit."""
    return match(programme, answers, today)


# months, grade, household, when, income, (special need) | likely: service=first reason | to ask, in order
FAMILIES = [
    ("96 g2 dual after_school about", f"{SCHOOL}=school-grade {CENTRE}=after_school-age {CHILD}=centre-age {HOME}=home-support {COUNSEL}=counsel", f"{LOCAL} {VOUCHER}"),
    ("84 g1 dual after_school above", f"{SCHOOL}=school-grade {CENTRE}=after_school-age {CHILD}=centre-age {HOME}=home-age {COUNSEL}=counsel", f"{LOCAL} {VOUCHER}"),
    ("96 g2 single after_school below", f"{CHILD}=centre-first {SCHOOL}=school-grade {CENTRE}=after_school-age {HOME}=home-long {COUNSEL}=counsel", f"{LOCAL} {VOUCHER}"),
    ("110 g3 dual after_school about", f"{CENTRE}=after_school-age {CHILD}=centre-age {VOUCHER}=voucher-grade {HOME}=home-support {COUNSEL}=counsel", f"{LOCAL} {SCHOOL}"),
    ("110 g3 grand after_school below", f"{CHILD}=centre-first {CENTRE}=after_school-age {HOME}=home-long {VOUCHER}=voucher-grade {COUNSEL}=counsel", f"{LOCAL} {SCHOOL}"),
    ("125 g4 dual after_school+evening about", f"{HOME}=home-support {CENTRE}=after_school-age {CHILD}=centre-age {COUNSEL}=counsel", f"{LOCAL} {SCHOOL} {VOUCHER}"),
    ("140 g5 dual holidays above", f"{CENTRE}=after_school-age {CHILD}=centre-age {HOME}=home-age {COUNSEL}=counsel", f"{LOCAL} {SCHOOL} {VOUCHER}"),
    ("150 g6 single evening below", f"{HOME}=home-long {CHILD}=centre-first {CENTRE}=after_school-age {COUNSEL}=counsel", f"{LOCAL} {SCHOOL} {VOUCHER}"),
    ("155 g6 other sudden unknown", f"{HOME}=home-age {CENTRE}=after_school-sudden {CHILD}=centre-age {COUNSEL}=counsel", f"{LOCAL} {SCHOOL} {VOUCHER}"),
    ("156 teen dual after_school about", f"{CHILD}=centre-age {COUNSEL}=counsel", f"{LOCAL} {SCHOOL} {CENTRE} {VOUCHER} {HOME}"),
    ("190 teen single evening below", f"{CHILD}=centre-first {COUNSEL}=counsel", f"{LOCAL} {HOME} {SCHOOL} {CENTRE} {VOUCHER}"),
    ("78 preschool dual after_school about", f"{CENTRE}=after_school-age {CHILD}=centre-age {HOME}=home-support {COUNSEL}=counsel", f"{LOCAL} {SCHOOL} {VOUCHER}"),
    ("72 g1 other after_school about", f"{SCHOOL}=school-grade {CENTRE}=after_school-age {CHILD}=centre-age {HOME}=home-support {COUNSEL}=counsel", f"{LOCAL} {VOUCHER}"),
    ("71 - dual all_day about", f"{HOME}=home-support {COUNSEL}=counsel {CHILD}=centre-age", f"{LOCAL} {SCHOOL} {VOUCHER} {CENTRE}"),
    ("30 - dual all_day about", f"{HOME}=home-all_day {COUNSEL}=counsel {CHILD}=centre-age", f"{LOCAL} {SCHOOL} {VOUCHER} {CENTRE}"),
    ("36 - single all_day below", f"{HOME}=home-long {CHILD}=centre-first {COUNSEL}=counsel", f"{LOCAL} {SCHOOL} {VOUCHER} {CENTRE}"),
    ("3 - dual sudden above", f"{HOME}=home-age {COUNSEL}=counsel {CHILD}=centre-age", f"{LOCAL} {SCHOOL} {VOUCHER} {CENTRE}"),
    ("2 - dual all_day about", f"{COUNSEL}=counsel {CHILD}=centre-age", f"{LOCAL} {SCHOOL} {VOUCHER} {HOME} {CENTRE}"),
    ("98 g2 dual evening about yes", f"{HOME}=home-long {SCHOOL}=school-grade {CENTRE}=after_school-age {CHILD}=centre-age {COUNSEL}=counsel", f"{LOCAL} {VOUCHER}"),
    ("98 g2 dual evening about no", f"{HOME}=home-support {SCHOOL}=school-grade {CENTRE}=after_school-age {CHILD}=centre-age {COUNSEL}=counsel", f"{LOCAL} {VOUCHER}"),
    ("98 g2 grand after_school+holidays above", f"{CHILD}=centre-first {CENTRE}=after_school-age {SCHOOL}=school-grade {HOME}=home-long {COUNSEL}=counsel", f"{LOCAL} {VOUCHER}"),
    ("-1 - dual after_school about", f"{COUNSEL}=counsel", f"{SCHOOL} {CENTRE} {CHILD} {VOUCHER} {HOME} {LOCAL}"),
    ("-1 g2 single after_school below", f"{SCHOOL}=school-grade {COUNSEL}=counsel", f"{CHILD} {CENTRE} {HOME} {LOCAL} {VOUCHER}"),
    ("216 teen dual evening about", f"{COUNSEL}=counsel", f"{LOCAL} {HOME} {SCHOOL} {CENTRE} {CHILD} {VOUCHER}"),
]  # fmt: skip


@pytest.mark.parametrize(("told_of", "likely", "to_ask"), FAMILIES, ids=[row[0] for row in FAMILIES])
def test_a_family_is_led_to_what_may_fit(told_of: str, likely: str, to_ask: str) -> None:
    """The order, what is likely and what has to be asked, and the first reason of each are as a caseworker would have them."""
    found = ranked(family(told_of))
    first = [
        f"{one.service.key}={one.reasons[0].removeprefix('match-')}" for one in found if one.standing is Standing.LIKELY
    ]
    assert first == likely.split()
    asked = [one.service.key for one in found if one.standing is Standing.ASK]
    assert asked == to_ask.split()


ages = st.integers(-1, 240)
answers = st.fixed_dictionaries(
    {},
    optional={
        "child_age": ages,
        "grade": st.sampled_from(["g1", "g2", "g3", "g4", "g5", "g6", "preschool", "teen", "gone"]),
        "household": st.sampled_from(["dual", "single", "grand", "other"]),
        "income": st.sampled_from(["below", "about", "above", "unknown"]),
        "care_when": st.lists(st.sampled_from(["after_school", "evening", "all_day", "holidays", "sudden"]), unique=True).map(tuple),
        "special_need": st.sampled_from(["yes", "no", ""]),
        "district": st.sampled_from([*PROGRAMME.districts, "gone"]),
    },
).map(lambda values: told(**values))  # fmt: skip
days = st.dates(date(2025, 1, 1), date(2029, 1, 1))


@given(answers=answers, today=days)
def test_nobody_is_refused_and_the_order_is_always_the_same(answers: dict[str, Answer], today: date) -> None:
    """Each service that stands is told once, with a reason wherever it has to be asked about; somebody is always there."""
    found = ranked(answers, today)
    assert found == ranked(dict(reversed(answers.items())), today)
    assert [one.service.key for one in found if one.service.key == COUNSEL] == [COUNSEL]
    assert {one.service.key for one in found} == {one.key for one in PROGRAMME.facts.services if one.stands(today)}
    assert len({one.service.key for one in found}) == len(found)
    assert all(one.reasons for one in found)
    standings = [one.standing for one in found]
    assert standings == sorted(standings, key=list(Standing).index)
    for one in found:
        for language in PROGRAMME.languages:
            assert all(PROGRAMME.wording.text(language, key) for key in one.reasons)


@given(answers=answers, today=days)
def test_a_service_or_rule_outside_of_its_dates_is_never_told(answers: dict[str, Answer], today: date) -> None:
    """School care as it is since 3 February 2026 is not told before, and the hours of 2026 only in 2026."""
    found = {one.service.key: one for one in ranked(answers, today)}
    assert (SCHOOL in found) is (today >= date(2026, 2, 3))
    assert (VOUCHER in found) is (today >= date(2026, 2, 3))
    yearly = {"match-home-hours", "match-home-long", "match-home-support"}
    assert bool(yearly & set(found[HOME].reasons)) is (today.year == 2026)


@given(answers=answers, today=days)
def test_what_is_not_confirmed_is_never_told(answers: dict[str, Answer], today: date) -> None:
    """The places of 2022 wait for the city's word, and so does the order in which children are taken."""
    found = {one.service.key: one for one in ranked(answers, today)}
    assert found[CENTRE].places == ()
    assert found[CENTRE].points == ranked(answers | told(household="other"), today)[
        [one.service.key for one in ranked(answers | told(household="other"), today)].index(CENTRE)
    ].points  # fmt: skip


def small(*services: Service) -> Programme:
    """The programme with other services."""
    return with_fields(PROGRAMME, facts=replace(PROGRAMME.facts, services=services))


def service(key: str, **fields: Any) -> Service:
    """A service with nothing but its key."""
    return Service(key=key, name=dict.fromkeys(PROGRAMME.languages, key), source="a law", checked_on=TODAY, **fields)


def test_full_services_go_after_those_with_room_and_say_until_when() -> None:
    """A full one is still told, with the day; on that day there is room again."""
    there = small(service("full", full_until=date(2027, 3, 2)), service("free"))
    assert [(one.service.key, one.full_until) for one in ranked({}, TODAY, there)] == [
        ("free", None),
        ("full", date(2027, 3, 2)),
    ]
    assert [one.service.key for one in ranked({}, date(2027, 3, 2), there)] == ["full", "free"]


@pytest.mark.parametrize(
    ("until", "full"),
    [
        ((None, None), None),
        ((date(2027, 1, 4), None), None),
        ((date(2027, 1, 4), date(2027, 3, 2)), date(2027, 1, 4)),
        ((date(2026, 11, 23), date(2027, 3, 2)), None),
    ],
)
def test_a_service_is_full_when_all_its_places_nearby_are(
    until: tuple[date | None, date | None], full: date | None
) -> None:
    """The first day with room in any of them counts; places elsewhere do not."""
    near = [Place(key=str(n), name={"ko": str(n)}, district="millak", full_until=day) for n, day in enumerate(until)]
    far = Place(key="far", name={"ko": "far"}, district="gosan")
    there = small(service("x", places=(*near, far)))
    (found,) = ranked(told(district="millak"), TODAY, there)
    assert [place.key for place in found.places] == ["0", "1"]
    assert found.full_until == full


@pytest.mark.parametrize(
    ("district", "standing", "against"),
    [("millak", Standing.LIKELY, 0), ("gosan", Standing.ASK, 1), ("elsewhere", Standing.ASK, 0), ("", Standing.ASK, 0)],
)
def test_a_service_of_some_districts(district: str, standing: Standing, against: int) -> None:
    """Whoever lives elsewhere is told to ask; whoever has not said where, too, but not as if they lived elsewhere."""
    there = small(service("x", districts=("millak",)))
    (found,) = ranked(told(district=district) if district else {}, TODAY, there)
    assert (found.standing, found.against) == (standing, against)
    assert ("match-district" in found.reasons) is (standing is Standing.ASK)


def test_what_fails_more_stands_lower_and_what_nobody_knows_does_not_fail() -> None:
    """One thing against it is better than two; an answer left out is none."""
    young = Rule(when={"child_age": Guard(less_than=36)}, otherwise="match-home-ask")
    single = Rule(when={"household": Guard(equals="single")}, otherwise="match-centre-ask", points=9)
    there = small(service("both", must=(young, single)), service("one", must=(young,)), service("none"))
    fails = ranked(told(child_age=96, household="dual"), TODAY, there)
    assert [(one.service.key, one.against) for one in fails] == [("none", 0), ("one", 1), ("both", 2)]
    unknown = ranked(told(child_age=-1), TODAY, there)
    assert [(one.service.key, one.against) for one in unknown] == [("none", 0), ("both", 0), ("one", 0)]


def test_the_caseworker_reads_all_of_it() -> None:
    """The record has every reason in the programme's first language, and what has been confirmed."""
    records = match_records(PROGRAMME, family("96 g2 single after_school below"), TODAY, {CENTRE})
    assert [record.service for record in records if record.confirmed] == [CENTRE]
    home = next(record for record in records if record.service == HOME)
    assert home.name == "아이돌봄서비스(집 방문 돌봄)"
    assert home.reasons[0] == "이런 가정은 1년에 1,080시간까지 받을 수 있어요."
    assert "만 12세까지 집으로 와서 돌봐 줘요." in home.reasons
    assert len(records) == len(PROGRAMME.facts.services)


@pytest.mark.parametrize("key", known())
def test_the_services_of_every_programme_are_dated_and_have_a_source(key: str) -> None:
    """A fact that a family hears was looked up, and not on a day to come."""
    for one in load(key).facts.services:
        assert one.source.strip()
        assert date(2026, 1, 1) <= one.checked_on <= datetime.now(UTC).date() + timedelta(days=1)
