"""Things are counted in tables that share their totals, and what must not be seen is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple
from uuid import UUID

from dialogues.reporting.figures import Child
from dialogues.reporting.hiding import LEAST, Sum, hidden
from dialogues.reporting.tables import COLUMNS, GROUPS, Figure, Group, Row, Table


class Thing(NamedTuple):
    """One thing to count: whose it is, and its category in every dimension."""

    family: UUID
    categories: Mapping[str, str]


class Number(NamedTuple):
    """A count, and whether it may be seen."""

    value: int
    visible: bool


def thing(family: UUID, child: Child, **categories: str) -> Thing:
    """A thing with its child's sex and age group."""
    return Thing(family, {"sex": child.sex, "age": child.age, **categories})


class Counted:
    """The numbers of one set of things, by each of its dimensions and by sex and age."""

    def __init__(self, things: Sequence[Thing], dimensions: Mapping[str, Iterable[str]]) -> None:
        """``dimensions``: by name, the categories to show even where nothing is in them; others are added as found."""
        found = {name: dict.fromkeys(categories) for name, categories in dimensions.items()}
        for one in things:
            for name, categories in found.items():
                categories.setdefault(one.categories[name])
        self._dimensions = {name: tuple(categories) for name, categories in found.items()}
        self.counts = dict.fromkeys(self._groups(), 0)
        families = self._count(things)
        small = {group for group, theirs in families.items() if len(theirs) < LEAST}
        self.few = () in small
        """True when so few are counted that nothing at all may be said of them."""
        zeros = {group for group, count in self.counts.items() if not count and self._crossed(group)}
        small |= {group for group in zeros if any((one,) in small for one in group)}
        self._hidden = frozenset() if self.few else hidden(self.counts, self._sums(), small, zeros)

    def _crossed(self, group: Group) -> bool:
        """Whether ``group`` is where a row and a column meet that both hold somebody."""
        return len(group) == 2 and all(self.counts[(one,)] for one in group)

    def _groups(self) -> Iterable[Group]:
        yield from GROUPS
        for name, categories in self._dimensions.items():
            for category in categories:
                yield from (_with(group, name, category) for group in GROUPS)

    def _count(self, things: Sequence[Thing]) -> Mapping[Group, set[UUID]]:
        """Count every thing wherever it belongs; returns the families behind each number."""
        families: dict[Group, set[UUID]] = defaultdict(set)
        for one in things:
            columns: list[Group] = [(), *(((name, one.categories[name]),) for name in COLUMNS)]
            rows = [(name, one.categories[name]) for name in self._dimensions]
            for group in (*columns, *(_with(column, *row) for column, row in product(columns, rows))):
                self.counts[group] += 1
                families[group].add(one.family)
        return families

    def _sums(self) -> list[Sum[Group]]:
        """Rows add up to the total row in every column, columns to the total column in every row."""
        sums = [
            Sum(group, tuple(_with(group, name, category) for category in categories))
            for name, categories in self._dimensions.items()
            for group in GROUPS
        ]
        rows: list[Group] = [((name, one),) for name, ones in self._dimensions.items() for one in ones]
        for row, (column, ones) in product([(), *rows], COLUMNS.items()):
            sums.append(Sum(row, tuple(_with(row, column, one) for one in ones)))
        return sums

    def shown(self, group: Group) -> Figure:
        """The number of ``group`` as it may be seen."""
        return Figure(self.counts[group]) if self.visible(group) else Figure(hidden=True)

    def visible(self, *groups: Group) -> bool:
        """Whether all these numbers may be seen; a category that nobody is in may."""
        return not self.few and not any(group in self._hidden for group in groups)

    def total(self) -> Row:
        """The total row."""
        return Row("total", {group: self.shown(group) for group in GROUPS})

    def tables(self) -> tuple[Table, ...]:
        """One table a dimension; none where the names of the rows alone would say too much."""
        return (
            ()
            if self.few
            else tuple(
                Table(name, tuple(self._row(name, one) for one in ones)) for name, ones in self._dimensions.items()
            )
        )

    def _row(self, name: str, category: str) -> Row:
        return Row(category, {group: self.shown(_with(group, name, category)) for group in GROUPS})

    def number(self, group: Group, *row: tuple[str, str]) -> Number:
        """How many of ``row`` there are within ``group``; all of them without a row."""
        wanted = tuple(sorted((*group, *row)))
        return Number(self.counts.get(wanted, 0), self.visible(wanted))


def _with(group: Group, name: str, category: str) -> Group:
    return tuple(sorted((*group, (name, category))))
