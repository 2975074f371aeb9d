"""What a report says of indicators: how many cases were reached and helped, and what nobody can work out from that."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from data import programmes
from dialogues.flow import Guard
from dialogues.programme import Programme
from dialogues.reporting.figures import Child, Figures
from dialogues.reporting.hiding import LEAST, Sum
from dialogues.reporting.indicators import Indicator
from dialogues.reporting.report import report
from dialogues.reporting.tables import Figure, Report
from tests.dialogues.reporting.test_hiding import determined_by_algebra, determined_by_search
from tests.dialogues.reporting.test_report import HIDDEN, NOON, NOVEMBER, NOW, across, case, children, printed, totals

KHOREZM = programmes.load("sos-khorezm")
EDUCATION, BUDGET, STATE = "child_education", "parent_budget", "state_referrals"


def told(*indicators: Indicator) -> Programme:
    """Khorezm with these indicators."""
    facts = replace(KHOREZM.facts, indicators=indicators)
    return Programme(**{name: getattr(KHOREZM, name) for name in Programme.__slots__} | {"facts": facts})


def within(key: str, months: int) -> Indicator:
    """Children younger than so many months."""
    when = {"children": Guard(less_than=months)}
    return Indicator(key=key, name={}, source="x", checked_on=date(2026, 1, 1), when=when)


THREE = told(*(one for one in KHOREZM.facts.indicators if one.key in (EDUCATION, BUDGET, STATE)))


def of(cases: Any, programme: Programme = KHOREZM) -> Report:
    """November's report."""
    return report(programme, NOVEMBER, Figures(tuple(cases), (), ()), NOW)


def cases(number: int, *indicators: str, begin: int = 0, **fields: Any) -> list[Any]:
    """So many cases that meet these indicators."""
    usual = {"line": "khorezm-web", "language": "uz", "centre": "urgench", "indicators": indicators}
    return [case(n, **usual | fields) for n in range(begin, begin + number)]


# the cases of November: how many, what they meet, how they ended; then the rows that must not be 0
COUNTED = [
    ([(6, [EDUCATION], ""), (7, [BUDGET], "")], {EDUCATION: 6, BUDGET: 7}, {}),
    ([(6, [EDUCATION, BUDGET], ""), (5, [], "")], {EDUCATION: 6, BUDGET: 6}, {}),
    ([(9, [EDUCATION], "helped"), (8, [EDUCATION], "declined")], {EDUCATION: 17}, {EDUCATION: 9}),
    ([(6, [EDUCATION, STATE], "helped"), (7, [STATE], "helped")], {EDUCATION: 6, STATE: 13}, {EDUCATION: 6, STATE: 13}),
    ([(9, ["renamed since"], "helped")], {}, {}),
]


@pytest.mark.parametrize(("told", "reached", "helped"), COUNTED)
def test_cases_are_counted_by_what_they_meet(told: Any, reached: dict[str, int], helped: dict[str, int]) -> None:
    """Each in every row that it meets; helped are those that were closed so. The total is that of all cases."""
    found: list[Any] = []
    for number, indicators, outcome in told:
        closed = {"closed_at": NOON + timedelta(days=1), "outcome": outcome} if outcome else {}
        found += cases(number, *indicators, begin=len(found), **closed)
    section = of(found).section("indicators")
    none = {one.key: 0 for one in KHOREZM.facts.indicators}
    assert totals(section, "reached") == none | reached
    assert not helped or totals(section, "helped") == none | helped
    assert section.total.total == Figure(len(found))
    assert section.overlapping


def test_reached_counts_by_the_opening_and_helped_by_the_end() -> None:
    """A case opened long ago is a result of the month in which it was closed as helped, and no output of it."""
    old, later = NOON - timedelta(days=200), NOON + timedelta(days=60)
    found = cases(6, EDUCATION, opened_at=old, closed_at=NOON, outcome="helped")
    found += cases(7, EDUCATION, begin=6, closed_at=later, outcome="helped")
    section = of(found).section("indicators")
    assert (totals(section, "reached")[EDUCATION], totals(section, "helped")[EDUCATION]) == (7, 6)
    only_old = of(found[:6]).section("indicators")
    assert (only_old.total.total, only_old.empty) == (Figure(0), False)


def test_a_programme_without_indicators_has_no_section() -> None:
    """Nor has a report of nobody anything in it."""
    assert [one.name for one in of(cases(9), told()).sections] == ["referrals", "closed", "visits", "alarms"]
    assert of([]).section("indicators").empty


def test_rows_are_broken_down_by_sex_and_age() -> None:
    """Of the child."""
    found = cases(6, EDUCATION, child=Child("girl", "6-12y")) + cases(7, EDUCATION, begin=6, child=Child("boy"))
    row = of(found).section("indicators").table("reached").rows[0]
    assert [row.cells[(("sex", one),)] for one in ("girl", "boy")] == [Figure(6), Figure(7)]
    assert row.cells[(("age", "6-12y"),)] == Figure(6)


# the cases that ask for help with the household's budget: who writes, about which children, how many
FAMILIES = [
    ("woman", "girl", 7), ("woman", "boy", 6), ("woman", "both", 9), ("man", "both", 6), ("man", "unknown", 5),
    ("unknown", "girl", 8),
]  # fmt: skip


def families() -> list[Any]:
    """Families of every kind."""
    found: list[Any] = []
    for adult, sex, number in FAMILIES:
        found += cases(number, BUDGET, EDUCATION, begin=len(found), adult=adult, child=Child(sex, "6-12y"))
    return found


def cells(made: Report, key: str) -> dict[tuple[str, str], int | float | None]:
    """What is printed of an indicator's row beside its total."""
    (row,) = (one for one in made.section("indicators").table("reached").rows if one.key == key)
    return {group[0]: figure.value for group, figure in row.cells.items() if group}


def test_what_parents_got_is_counted_by_their_own_sex() -> None:
    """And what children got by theirs; in no row by what it is not asked for."""
    made = of(families())
    assert cells(made, BUDGET) == {("adult", "woman"): 22, ("adult", "man"): 11, ("adult", "unknown"): 8}
    child = {name: number for (column, name), number in cells(made, EDUCATION).items() if column == "sex"}
    assert child == {"girl": 15, "boy": 6, "both": 15, "other": 0, "unknown": 5}
    assert {column for column, _ in cells(made, EDUCATION)} == {"sex", "age"}
    assert {column for column, _ in cells(made, STATE)} == {"sex", "age", "adult"}
    assert made.section("indicators").gaps


def test_everybody_is_counted_by_the_sex_of_the_adult_too() -> None:
    """The referrals of a programme that asks; the parts are the whole."""
    total = of(families()).section("referrals").total
    adults = [total.cells[(("adult", one),)].value for one in ("woman", "man", "unknown")]
    assert adults == [22, 11, 8]
    assert sum(one or 0 for one in adults) == total.total.value


@pytest.mark.parametrize("fathers", [1, 4])
def test_few_fathers_are_hidden_with_another_number(fathers: int) -> None:
    """Nobody reads them as what the mothers leave of the total, here or among all cases."""
    found = cases(20, BUDGET, adult="woman") + cases(fathers, BUDGET, begin=20, adult="man")
    found += cases(9, BUDGET, begin=40, adult="unknown") + cases(9, EDUCATION, begin=60, adult="man")
    printed_cells = cells(of(found), BUDGET)
    assert printed_cells["adult", "man"] is None
    assert sum(number is None for number in printed_cells.values()) == 2


def test_few_fathers_among_all_are_hidden_everywhere() -> None:
    """Those who ask for a budget are all the fathers there are: one number, in two rows."""
    found = cases(20, BUDGET, adult="woman") + cases(3, BUDGET, begin=20, adult="man") + cases(9, begin=40)
    made = of(found)
    total = made.section("referrals").total
    assert total.cells[(("adult", "man"),)] == HIDDEN
    assert cells(made, BUDGET)["adult", "man"] is None


def test_few_are_hidden_and_so_are_the_few_that_are_left() -> None:
    """Three who meet it; seventeen of twenty, the other three of which would be the rest."""
    for number in (3, 17):
        section = of(cases(number, EDUCATION) + cases(20 - number, begin=number)).section("indicators")
        assert section.table("reached").rows[0].total == HIDDEN
        assert section.total.total == Figure(20)


def test_of_few_who_were_helped_no_zero_is_told() -> None:
    """That none of three families got help with school would say what they are not."""
    found = cases(3, BUDGET, closed_at=NOON, outcome="helped") + cases(9, begin=3, closed_at=NOON, outcome="declined")
    helped = of(found).section("indicators").table("helped")
    assert {figure for row in helped.rows for figure in row.cells.values()} <= {HIDDEN, Figure(0)}
    assert {row.total for row in helped.rows} == {HIDDEN}


def test_what_the_referrals_hide_cannot_be_read_from_the_indicators() -> None:
    """All cases of the state's line meet `state_referrals`: one number, hidden in both places or in none."""
    found = cases(30, child=Child("girl")) + cases(30, begin=30, line="khorezm-sms", child=Child("boy"))
    found += cases(3, begin=60, line="khorezm-telegram", child=Child("boy"))
    found += cases(20, STATE, begin=63, line="khorezm-referral", child=Child("boy"))
    made = of(found)
    (channel,) = (row for row in made.section("referrals").table("channel").rows if row.key == "referral")
    (reached,) = (row for row in made.section("indicators").table("reached").rows if row.key == STATE)
    assert channel.cells == reached.cells


def test_what_lies_between_two_indicators_is_hidden_like_any_number() -> None:
    """Twelve under one year, fifteen under two: the three between must not be the difference of what is shown."""
    programme = told(within("infants", 12), within("toddlers", 24))
    found = cases(12, "infants", "toddlers") + cases(3, "toddlers", begin=12) + cases(9, begin=15)
    rows = of(found, programme).section("indicators").table("reached").rows
    assert any(row.total.hidden for row in rows)


# --- the attacker ---


def known(made: Report, section: str, table: str, whole: Any) -> tuple[dict[Any, int], set[Any], list[Sum[Any]]]:
    """What stands in ``section`` and in the ``table`` of the indicators, with what is left of ``whole`` of each."""
    shown, secret, sums = printed(made.section(section))
    indicators = made.section("indicators")
    rows = indicators.table(table).rows if any(one.name == table for one in indicators.tables) else ()
    for row in rows:
        figures, name = {((table, row.key), group): figure for group, figure in row.cells.items()}, ("rest", row.key)
        shown |= {place: int(figure.value or 0) for place, figure in figures.items()}
        shown |= {(name, group): 0 for group in row.cells}
        secret |= {place for place, figure in figures.items() if figure.hidden} | {(name, group) for group in row.cells}
        sums += [Sum((whole, group), (((table, row.key), group), (name, group))) for group in row.cells]
        sums += [one for place in ((table, row.key), name) for one in across(place, row)]
    return shown, secret, sums


needed = st.sets(st.sampled_from([EDUCATION, BUDGET]))
adults = st.sampled_from(["woman", "woman", "man", "unknown"])
lines = st.sampled_from(["khorezm-web", "khorezm-web", "khorezm-sms", "khorezm-referral"])


@settings(max_examples=20)
@given(st.lists(st.tuples(lines, needed, children, adults), max_size=60))
def test_nobody_can_work_out_by_algebra_who_was_reached(opened: list[tuple[Any, ...]]) -> None:
    """From all tables of the referrals and of the indicators, whose totals they share, and what is left of each; the
    state's line and its indicator are known to be one."""
    found = [
        case(n, line=line, language="uz", centre="shovot", child=child, adult=adult,
             indicators=(*needs, *([STATE] if line == "khorezm-referral" else [])))
        for n, (line, needs, child, adult) in enumerate(opened)
    ]  # fmt: skip
    made = of(found, THREE)
    shown, secret, sums = known(made, "referrals", "reached", ())
    assert all(number == 0 or number >= LEAST for number in shown.values())
    sums += [
        Sum((("channel", "referral"), group), ((("reached", STATE), group),))
        for place, group in shown
        if place == ("reached", STATE)
    ]
    guessed = determined_by_algebra(shown, sums, secret)
    assert {place for place in guessed if place[0][:1] != ("rest",)} == set()


outcomes = st.sampled_from(["helped", "helped", "helped", "declined"])


@settings(max_examples=20)
@given(st.lists(st.tuples(outcomes, needed, children, adults), max_size=40))
def test_nobody_can_work_out_who_was_helped(closed: list[tuple[Any, ...]]) -> None:
    """Neither by algebra nor by trying every table of the closed cases and the indicators; nor the few of those helped
    who do not meet an indicator."""
    opened = NOON - timedelta(days=90)
    found = [
        case(n, opened_at=opened, closed_at=NOON, outcome=outcome, child=child, adult=adult, indicators=tuple(needs))
        for n, (outcome, needs, child, adult) in enumerate(closed)
    ]
    made = of(found, THREE)
    shown, secret, sums = known(made, "closed", "helped", ("outcome", "helped"))
    assert all(number == 0 or number >= LEAST for number in shown.values())
    real = shown | _truth(found, shown)
    few = {place for place in secret if place[0][:1] != ("rest",) or 0 < real[place] < LEAST}
    assert determined_by_algebra(real, sums, secret) & few == set()
    may_be_zero = {place for place in secret if all(place) or not made.section("closed").tables} | {
        place for place in secret if place[0][:1] in {("rest",), ("helped",)}
    }
    assert determined_by_search(real, sums, secret, may_be_zero) & few == set()


def _truth(found: list[Any], places: Any) -> dict[Any, int]:
    """The real number at every place, counted without the program."""
    counts = dict.fromkeys(places, 0)
    for one in found:
        helped = one.outcome == "helped"
        rows = [(), ("outcome", one.outcome)]
        rows += [
            ("helped" if key.key in one.indicators else "rest", key.key) for key in THREE.facts.indicators if helped
        ]
        for row, group in product(
            rows, [(), (("sex", one.child.sex),), (("age", one.child.age),), (("adult", one.adult),)]
        ):
            if (row, group) in counts:
                counts[row, group] += 1
    return counts
