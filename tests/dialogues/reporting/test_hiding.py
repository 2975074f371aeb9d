"""No hidden number can be worked out from those that are shown: two independent attackers try, on any report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from dialogues.reporting.hiding import LEAST, CannotHide, Sum, hidden

ALL = "all"


def matrix(sums: Sequence[Sum], names: Sequence[Hashable]) -> list[list[int]]:
    """One row a sum: parts less total."""
    return [[one.parts.count(name) - (name == one.total) for name in names] for one in sums]


def determined_by_algebra(counts: Mapping, sums: Sequence[Sum], secret: Collection) -> set:
    """The hidden numbers that follow from the sums alone: those the reduced equations name one by one."""
    names = [name for name in counts if name in secret]
    rows = [[Fraction(value) for value in row] for row in matrix(sums, names)]
    at = 0
    for column in range(len(names)):
        pivot = next((index for index in range(at, len(rows)) if rows[index][column]), None)
        if pivot is None:
            continue
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][column] for value in rows[at]]
        for index, row in enumerate(rows):
            if index != at and row[column]:
                rows[index] = [one - row[column] * two for one, two in zip(row, rows[at], strict=True)]
        at += 1
    lonely = [row for row in rows if sum(value != 0 for value in row) == 1]
    return {names[next(index for index, value in enumerate(row) if value)] for row in lonely}


def determined_by_search(counts: Mapping, sums: Sequence[Sum], secret: Collection, may_be_zero: Collection = ()) -> set:
    """The hidden numbers that are the same in every report of whole numbers that shows the same; the attacker knows
    that nothing hidden is 0, unless it ``may_be_zero``. Numbers that are shown stand in the programme too, held
    fast."""
    names = list(counts)
    low = np.array([(name not in may_be_zero) if name in secret else counts[name] for name in names], dtype=float)
    high = np.array([np.inf if name in secret else counts[name] for name in names])
    equations = LinearConstraint(np.array(matrix(sums, names)), 0, 0)
    found = set()
    for name in secret:
        goal = np.array([1.0 if other == name else 0.0 for other in names])
        least = least_of(goal, Bounds(low, high), equations)
        assert least is not None
        if least != counts[name]:
            continue
        low_bound = low.copy()
        low_bound[names.index(name)] = counts[name] + 1
        if least_of(goal, Bounds(low_bound, high), equations) is None:
            found.add(name)
    return found


def least_of(goal: np.ndarray, bounds: Bounds, equations: LinearConstraint) -> int | None:
    """The least that ``goal`` can be in whole numbers; None where there are none.

    Without asking for whole numbers it cannot be more, so where those come by themselves, nothing more has to be asked.
    """
    found = milp(goal, bounds=bounds, constraints=equations)
    if found.success and np.abs(found.x - np.round(found.x)).max() > 1e-6:
        found = milp(goal, integrality=np.ones(len(goal)), bounds=bounds, constraints=equations)
    return round(found.fun) if found.success else None


def linked_tables(people: Sequence[tuple], rows: int) -> tuple[dict, list[Sum]]:
    """Every table of one of the first ``rows`` features by one of the others, with all totals, that share them."""
    features = range(len(people[0]) if people else rows + 1)
    values = {feature: sorted({person[feature] for person in people} | {0, 1}) for feature in features}
    down, across = [*features][:rows], [*features][rows:]
    counts: Counter[Any] = Counter({ALL: len(people)})
    sums: list[Sum[Any]] = [Sum(ALL, tuple((f, v) for v in values[f])) for f in features]
    for feature, value in ((f, v) for f in features for v in values[f]):
        counts[feature, value] = sum(person[feature] == value for person in people)
    for one, two in product(down, across):
        for value, other in product(values[one], values[two]):
            counts[one, value, two, other] = sum((p[one], p[two]) == (value, other) for p in people)
        sums += [Sum((one, v), tuple((one, v, two, w) for w in values[two])) for v in values[one]]
        sums += [Sum((two, w), tuple((one, v, two, w) for v in values[one])) for w in values[two]]
    return dict(counts), sums


people = st.lists(st.tuples(*(st.integers(0, most) for most in (3, 2, 2, 3))), max_size=60)
few = st.lists(st.tuples(*(st.sampled_from([0, 0, 0, 0, 1, 2]) for _ in range(4))), max_size=90)


@settings(max_examples=40)
@given(st.one_of(people, few))
def test_no_hidden_number_follows_from_what_is_shown(persons: list[tuple]) -> None:
    """Neither by adding and taking away nor by trying every report of whole numbers, across four linked tables."""
    counts, sums = linked_tables(persons, 2)
    secret = hidden(counts, sums)
    assert secret >= {name for name, count in counts.items() if 0 < count < LEAST}
    assert determined_by_algebra(counts, sums, secret) == set()
    assert determined_by_search(counts, sums, secret) == set()


@settings(max_examples=40)
@given(few)
def test_hidden_zeros_do_not_follow_either(persons: list[tuple]) -> None:
    """In a group of few the zeros are hidden with the rest, so that nobody reads who they are by what they are not."""
    counts, sums = linked_tables(persons, 2)

    def borders(name: tuple) -> tuple[Hashable, Hashable]:
        return name[:2], name[2:]

    crossed = {name for name in counts if len(name) == 4 and all(counts[one] for one in borders(name))}
    zeros = {name for name in crossed if not counts[name]}
    small = {name for name in zeros if any(counts[one] < LEAST for one in borders(name))}
    secret = hidden(counts, sums, small, zeros)
    assert secret >= small
    assert secret <= {name for name, count in counts.items() if count} | zeros
    assert determined_by_algebra(counts, sums, secret) == set()
    assert determined_by_search(counts, sums, secret, crossed) == set()


@given(
    st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=2, max_size=5),
    st.sets(st.tuples(st.integers(0, 4), st.integers(0, 2)), max_size=3),
)
def test_no_number_of_a_single_table_follows(table: list[list[int]], few_families: set[tuple[int, int]]) -> None:
    """A table with both its totals, where some large numbers have to be hidden too."""
    counts: dict = {(i, j): value for i, row in enumerate(table) for j, value in enumerate(row)}
    height = range(len(table))
    sums: list[Sum[Any]] = [Sum(("row", i), tuple((i, j) for j in range(3))) for i in height]
    sums += [Sum(("column", j), tuple((i, j) for i in height)) for j in range(3)]
    sums += [Sum(ALL, tuple(("row", i) for i in height)), Sum(ALL, tuple(("column", j) for j in range(3)))]
    for one in sums:
        counts[one.total] = sum(counts[part] for part in one.parts)
    few = {name for name in few_families if counts.get(name)}
    secret = hidden(counts, sums, few)
    assert secret >= few
    assert determined_by_algebra(counts, sums, secret) == set()
    assert determined_by_search(counts, sums, secret) == set()


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"a": 9, "b": 7, ALL: 16}, set()),
        ({"a": 9, "b": 0, ALL: 9}, set()),
        ({"a": 9, "b": 3, ALL: 12}, {"a", "b"}),
        ({"a": 9, "b": 8, "c": 3, ALL: 20}, {"b", "c"}),
        ({"a": 3, "b": 0, ALL: 3}, {"a", ALL}),
        ({"a": 2, "b": 2, ALL: 4}, {"a", "b", ALL}),
        # Two hidden ones that add up to two would both be one: a third has to go.
        ({"a": 5, "b": 1, "c": 1, ALL: 7}, {"a", "b", "c"}),
        ({}, set()),
    ],
)
def test_as_little_is_hidden_as_these_rows_need(counts: dict[str, int], expected: set[str]) -> None:
    """Zeros and large numbers are shown; the smallest neighbour goes with a small number, a total only last."""
    parts = tuple(name for name in counts if name != ALL)
    assert hidden(counts, [Sum(ALL, parts)] if parts else []) == expected


def test_a_zero_goes_rather_than_a_number_that_says_something() -> None:
    """Where zeros may be hidden, a zero beside a small number is enough."""
    counts = {"a": 9, "b": 3, "c": 0, ALL: 12}
    assert hidden(counts, [Sum(ALL, ("a", "b", "c"))], zeros={"c"}) == {"b", "c"}


def test_what_cannot_be_hidden_is_refused() -> None:
    """A hidden zero under a total that is shown as zero would be seen through."""
    with pytest.raises(CannotHide):
        hidden({"a": 0, ALL: 0}, [Sum(ALL, ("a",))], {"a"}, {"a"})


def test_the_attackers_find_what_is_hidden_badly() -> None:
    """They do find a number that only its own smallness hides, by either way: the proof above is worth something."""
    counts, sums = {"a": 9, "b": 3, ALL: 12}, [Sum(ALL, ("a", "b"))]
    assert determined_by_algebra(counts, sums, {"b"}) == determined_by_search(counts, sums, {"b"}) == {"b"}
    tight = {"a": 5, "b": 1, "c": 1, ALL: 7}
    assert determined_by_algebra(tight, [Sum(ALL, ("a", "b", "c"))], {"b", "c"}) == set()
    assert determined_by_search(tight, [Sum(ALL, ("a", "b", "c"))], {"b", "c"}) == {"b", "c"}
