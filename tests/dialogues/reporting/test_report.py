"""What a report says: its formulas on made-up years, and an attacker who has only what is printed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import programmes
from dialogues.reporting.figures import AGES, SEXES, AlarmFigure, CaseFigure, Child, Figures, VisitFigure
from dialogues.reporting.hiding import LEAST, Sum
from dialogues.reporting.period import Period
from dialogues.reporting.report import report
from dialogues.reporting.tables import Figure, Group, Report, Row, Section
from dialogues.state import VisitStatus
from tests.dialogues.reporting.test_hiding import determined_by_algebra, determined_by_search

ASAN = programmes.load("firststep-asan")
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
NOON = datetime(2026, 11, 10, 3, tzinfo=UTC)
NOW = datetime(2026, 12, 1, tzinfo=UTC)
HIDDEN = Figure(hidden=True)


def case(number: int, **fields: Any) -> CaseFigure:
    """A case that was opened at noon, promised an answer by evening, and is as usual otherwise."""
    usual: dict[str, Any] = {
        "line": "asan-web", "language": "ko", "centre": "onju", "child": Child(), "opened_at": NOON,
        "promised_at": NOON + timedelta(hours=6), "first_reply_at": None, "closed_at": None, "outcome": "",
    }  # fmt: skip
    return CaseFigure(family=UUID(int=number), **usual | fields)


def alarm(number: int, code: str = "child_abuse", minutes: int | None = 4, **fields: Any) -> AlarmFigure:
    """An alert that was acknowledged after ``minutes``, or never."""
    seen = None if minutes is None else NOON + timedelta(minutes=minutes)
    usual: dict[str, Any] = {"child": Child(), "code": code, "at": NOON, "acknowledged_at": seen}
    return AlarmFigure(family=UUID(int=number), **usual | fields)


def visit(number: int, **fields: Any) -> VisitFigure:
    """A visit that was confirmed."""
    usual: dict[str, Any] = {
        "family": UUID(int=number), "child": Child(), "starts_at": NOON, "status": VisitStatus.CONFIRMED, "kept": None,
        "moves": 0, "reminders": 0, "answer": "",
    }  # fmt: skip
    return VisitFigure(**usual | fields)


def of(cases: Iterable[Any] = (), alarms: Iterable[Any] = (), visits: Iterable[Any] = ()) -> Report:
    """November's report."""
    return report(ASAN, NOVEMBER, Figures(tuple(cases), tuple(alarms), tuple(visits)), NOW)


def totals(section: Section, table: str) -> dict[str, int | float | None]:
    """Row to total; None for a hidden one."""
    return {row.key: row.total.value for row in section.table(table).rows}


def test_referrals_are_counted_by_channel_language_and_centre() -> None:
    """A line counts as its channel, a case without a centre has a row of its own, what is empty is 0."""
    cases = [case(number) for number in range(7)]
    cases += [case(number, line="asan-sms", language="ru", centre="") for number in range(7, 13)]
    referrals = of(cases).section("referrals")
    assert totals(referrals, "channel") == {"webchat": 7, "telegram": 0, "sms": 6, "whatsapp": 0}
    assert totals(referrals, "language") == {"ko": 7, "en": 0, "ru": 6, "uz": 0, "fr": 0}
    assert totals(referrals, "centre") == dict.fromkeys(ASAN.centres, 0) | {"onju": 7, "none": 6}
    assert referrals.total.total == Figure(13)


def test_a_day_belongs_to_the_month_in_which_it_is_on_the_programmes_clock() -> None:
    """In Asan November begins at three in the afternoon of 31 October, UTC."""
    begin = datetime(2026, 10, 31, 15, tzinfo=UTC)
    cases = [case(number, opened_at=begin) for number in range(5)]
    cases += [case(number, opened_at=begin - timedelta(seconds=1)) for number in range(5, 11)]
    assert of(cases).section("referrals").total.total == Figure(5)


def test_the_first_contact_is_measured_against_what_was_promised() -> None:
    """Median and 90th percentile of the minutes until a person wrote; the share counts the unanswered as late."""
    replies = [*range(10, 110, 10)]  # ten families, 10 to 100 minutes
    cases = [case(n, first_reply_at=NOON + timedelta(minutes=reply)) for n, reply in enumerate(replies)]
    cases += [case(n, first_reply_at=NOON + timedelta(hours=30)) for n in range(10, 16)]
    cases += [case(n) for n in range(16, 20)]
    cases += [case(n, promised_at=NOW + timedelta(days=1)) for n in range(20, 26)]
    referrals = of(cases).section("referrals")
    assert totals(referrals, "contact") == {"within": 10, "late": 10, "pending": 6}
    assert referrals.measures["contact_share"][()] == Figure(0.5)
    assert referrals.measures["contact_median"][()] == Figure(85)
    assert referrals.measures["contact_p90"][()] == Figure(1800)


def test_a_time_stands_only_for_five_a_tail_for_ten() -> None:
    """Below that it would be the time of one family; where nobody was answered there is nothing to hide."""
    answered = [case(n, first_reply_at=NOON + timedelta(minutes=n)) for n in range(9)]
    for number, median, tail in ((4, HIDDEN, HIDDEN), (5, Figure(2), HIDDEN), (9, Figure(4), HIDDEN)):
        others = [case(n) for n in range(100, 110)]
        measures = of(answered[:number] + others).section("referrals").measures
        assert (measures["contact_median"][()], measures["contact_p90"][()]) == (median, tail)
    assert of([case(n) for n in range(7)]).section("referrals").measures["contact_median"][()] == Figure()


def test_outcomes_are_those_of_the_period() -> None:
    """A case counts in the month it was closed in, whenever it was opened; a request is met when it was helped."""
    old = NOON - timedelta(days=200)
    closed = {"opened_at": old, "closed_at": NOON}
    cases = [case(n, **closed, outcome="helped") for n in range(6)]
    cases += [case(n, **closed, outcome="declined") for n in range(6, 12)]
    cases += [case(n, **closed, outcome="duplicate") for n in range(12, 18)]
    cases += [case(n, opened_at=old, closed_at=NOON + timedelta(days=60), outcome="helped") for n in range(18, 20)]
    section = of(cases).section("closed")
    assert totals(section, "outcome") == {"helped": 6, "declined": 6, "duplicate": 6}
    assert section.measures["met_share"][()] == Figure(6 / 18)
    assert of(cases).section("referrals").total.total == Figure(0)


def test_visits_are_told_by_what_became_of_them() -> None:
    """Kept, missed, cancelled, open; moved; what was answered to a reminder; how many reminders were sent."""
    families = iter(range(100))
    visits = [visit(next(families), kept=True, moves=1, reminders=2, answer="confirm") for _ in range(15)]
    visits += [visit(next(families), kept=False, reminders=1) for _ in range(5)]
    visits += [
        visit(next(families), status=VisitStatus.CANCELLED, kept=None, reminders=1, answer="cancel") for _ in range(6)
    ]
    visits += [visit(next(families)) for _ in range(7)]
    section = of(visits=visits).section("visits")
    assert totals(section, "visit") == {"kept": 15, "missed": 5, "cancelled": 6, "open": 7}
    assert totals(section, "moved") == {"moved": 15, "unmoved": 18}
    assert totals(section, "reminder") == {"confirm": 15, "move": 0, "cancel": 6, "silent": 5, "none": 7}
    assert section.measures["kept_share"][()] == Figure(0.75)
    assert section.measures["reminders"][()] == Figure(41)


def test_many_visits_to_few_families_are_hidden_too() -> None:
    """Twenty visits to three families are three families; reminders to them are not told either."""
    visits = [visit(number % 3, kept=True, reminders=3) for number in range(20)]
    section = of(visits=visits).section("visits")
    assert section.total.total == HIDDEN
    assert section.measures["reminders"][()] == HIDDEN
    assert section.measures["kept_share"][()] == HIDDEN


def test_of_fewer_than_five_nothing_is_said() -> None:
    """Not even how they came: a section of few has no tables, and every number of it is hidden."""
    found = of([case(n) for n in range(4)], [alarm(0)], [visit(0)])
    for section in (found.section(name) for name in ("referrals", "visits", "alarms")):
        assert section.tables == ()
        assert set(section.total.cells.values()) == {HIDDEN}
        assert {figure for one in section.measures.values() for figure in one.values()} == {HIDDEN}
    assert found.section("closed").total.total == Figure(0)


def test_what_a_group_of_few_is_not_is_hidden_too() -> None:
    """Three families who write by SMS: nobody reads from zeros that all have girls."""
    cases = [case(n, child=Child("girl")) for n in range(8)] + [case(n, child=Child("boy")) for n in range(8, 16)]
    cases += [case(n, line="asan-sms", child=Child("girl")) for n in range(16, 19)]
    (sms,) = (row for row in of(cases).section("referrals").table("channel").rows if row.key == "sms")
    assert sms.cells[(("sex", "boy"),)] == HIDDEN
    assert sms.cells[(("sex", "other"),)] == Figure(0)


def test_alarms_are_counted_by_code_with_their_time_to_acknowledgement() -> None:
    """Those that nobody has acknowledged count, but have no time."""
    alarms = [alarm(n, minutes=n + 1) for n in range(10)] + [alarm(n, minutes=None) for n in range(10, 15)]
    alarms += [alarm(n, "suicide_now", minutes=2) for n in range(15, 20)]
    section = of(alarms=alarms).section("alarms")
    assert totals(section, "code") == {"child_abuse": 15, "suicide_now": 5}
    assert totals(section, "acknowledged") == {"seen": 15, "unseen": 5}
    assert section.measures["acknowledged_median"][()] == Figure(3)
    assert section.measures["acknowledged_median"][(("code", "suicide_now"),)] == Figure(2)
    assert section.measures["acknowledged_p90"][(("code", "child_abuse"),)] == Figure(9)
    assert section.measures["acknowledged_p90"][(("code", "suicide_now"),)] == HIDDEN


def test_every_number_is_broken_down_by_sex_and_age_of_the_child() -> None:
    """Who is not known is a group of its own; a column that nobody is in needs no room."""
    cases = [case(n, child=Child("girl", "0-11m")) for n in range(6)] + [case(n) for n in range(6, 13)]
    found = of(cases)
    total = found.section("referrals").total
    assert total.cells[(("sex", "girl"),)] == total.cells[(("age", "0-11m"),)] == Figure(6)
    assert total.cells[(("sex", "unknown"),)] == total.cells[(("age", "unknown"),)] == Figure(7)
    names = [group[0][1] for group in found.columns]
    assert names == ["girl", "unknown", "0-11m", "unknown"]


def test_children_of_both_sexes_are_counted_once() -> None:
    """A family with a girl and a boy is not among the girls, nor the boys, nor those of whom it is not known."""
    sexes = ["girl"] * 6 + ["boy"] * 7 + ["both"] * 8 + ["unknown"] * 9
    total = of(case(n, child=Child(sex)) for n, sex in enumerate(sexes)).section("referrals").total
    found = {group[0][1]: total.cells[group].value for group in total.cells if group and group[0][0] == "sex"}
    assert found == {"girl": 6, "boy": 7, "both": 8, "other": 0, "unknown": 9}
    assert sum(number or 0 for number in found.values()) == total.total.value == 30


def test_where_nobody_is_asked_there_is_no_column_of_adults() -> None:
    """A programme whose questions tell the sex of no adult does not print that all are unknown."""
    cells = of(case(n) for n in range(9)).section("referrals").total.cells
    assert {group[0][0] for group in cells if group} == {"sex", "age"}


@pytest.mark.parametrize("number", [1, 4])
def test_a_share_of_something_hidden_is_hidden(number: int) -> None:
    """The share of one hidden number and a shown one would tell the hidden one."""
    cases = [case(n, first_reply_at=NOON + timedelta(minutes=5)) for n in range(20)]
    cases += [case(n) for n in range(20, 20 + number)]
    referrals = of(cases).section("referrals")
    assert totals(referrals, "contact")["late"] is None
    assert referrals.measures["contact_share"][()] == HIDDEN


# --- the attacker ---


def printed(section: Section) -> tuple[dict[Any, int], set[Any], list[Sum[Any]]]:
    """What stands in a section: every place with its number (hidden ones without), and the sums anybody can see."""
    shown: dict[Any, Figure] = {((), group): figure for group, figure in section.total.cells.items()}
    for table in section.tables:
        for row in table.rows:
            shown |= {((table.name, row.key), group): figure for group, figure in row.cells.items()}
    rows = [section.total, *(row for table in section.tables for row in table.rows)]
    places: list[Any] = [(), *((table.name, row.key) for table in section.tables for row in table.rows)]
    sums = [one for place, row in zip(places, rows, strict=True) for one in across(place, row)]
    for table in section.tables:
        names = [(table.name, row.key) for row in table.rows]
        sums += [Sum(((), group), tuple((name, group) for name in names)) for group in section.total.cells]
    secret = {place for place, figure in shown.items() if figure.hidden}
    return {place: int(figure.value or 0) for place, figure in shown.items()}, secret, sums


def across(place: Any, row: Row) -> list[Sum[Any]]:
    """What the columns of a row add up to, by each of what it is broken down by."""
    columns = dict.fromkeys(group[0][0] for group in row.cells if group)
    return [
        Sum((place, ()), tuple((place, group) for group in row.cells if group and group[0][0] == name))
        for name in columns
    ]


def truth(section: Section, things: Iterable[tuple[dict[str, str], Child]]) -> dict[Any, int]:
    """The real number at every place, counted without the program."""
    counts: dict[Any, int] = dict.fromkeys(printed(section)[0], 0)
    for categories, child in things:
        columns: list[Group] = [(), (("sex", child.sex),), (("age", child.age),)]
        for row in [(), *categories.items()]:
            for group in columns:
                if (row, group) in counts:
                    counts[row, group] += 1
    return counts


children = st.builds(Child, st.sampled_from([*SEXES, "unknown"]), st.sampled_from([name for name, _ in AGES[:3]]))
outcomes = st.sampled_from(["helped", "helped", "helped", "declined", "duplicate"])


@settings(max_examples=40)
@given(st.lists(st.tuples(outcomes, children), max_size=80))
def test_nobody_can_work_out_what_a_printed_report_hides(closed: list[tuple[str, Child]]) -> None:
    """Neither by algebra nor by trying every table: and what is shown is true, and nothing below five is shown."""
    cases = [
        case(number, opened_at=NOON - timedelta(days=90), closed_at=NOON, outcome=outcome, child=child)
        for number, (outcome, child) in enumerate(closed)
    ]
    section = of(cases).section("closed")
    shown, secret, sums = printed(section)
    real = truth(section, [({"outcome": outcome}, child) for outcome, child in closed])
    assert {place: number for place, number in shown.items() if place not in secret} == {
        place: number for place, number in real.items() if place not in secret
    }
    assert all(number == 0 or number >= LEAST for number in shown.values())
    assert determined_by_algebra(real, sums, secret) == set()
    may_be_zero = {place for place in shown if all(place) or not section.tables}
    assert determined_by_search(real, sums, secret, may_be_zero) == set()
    for group, figure in section.measures["met_share"].items():
        assert figure.hidden == (((), group) in secret or (("outcome", "helped"), group) in secret)


lines = st.sampled_from(["asan-web", "asan-web", "asan-sms"])
centres = st.sampled_from(["onju", "onju", "asan", ""])
replies = st.sampled_from([None, NOON + timedelta(minutes=9), NOON + timedelta(days=2)])


@settings(max_examples=25)
@given(st.lists(st.tuples(lines, st.sampled_from(["ko", "ko", "ru"]), centres, replies, children), max_size=120))
def test_the_four_linked_tables_of_referrals_give_nothing_away_by_algebra(referred: list[tuple[Any, ...]]) -> None:
    """Channel, language, centre and contact share their totals with one another, by sex and by age."""
    cases = [
        case(number, line=line, language=language, centre=centre, first_reply_at=reply, child=child)
        for number, (line, language, centre, reply, child) in enumerate(referred)
    ]
    section = of(cases).section("referrals")
    shown, secret, sums = printed(section)
    assert all(number == 0 or number >= LEAST for number in shown.values())
    assert determined_by_algebra(shown, sums, secret) == set()
