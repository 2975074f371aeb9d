"""Things are counted in tables that share their totals, and what must not be seen is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

from dialogues.reporting.figures import AlarmFigure, CaseFigure, VisitFigure
from dialogues.reporting.hiding import LEAST, Sum, hidden
from dialogues.reporting.tables import COLUMNS, Figure, Group, Row, Table

MET, UNMET = "met", "unmet"
"""Categories of a dimension that overlaps with others: the one that may be printed, and the rest."""


class Thing(NamedTuple):
    """One thing to count: whose it is, and its category in every dimension."""

    family: UUID
    categories: Mapping[str, str]


class Number(NamedTuple):
    """A count, and whether it may be seen."""

    value: int
    visible: bool


class Inside(NamedTuple):
    """Where a dimension stands that overlaps with others."""

    whole: Group
    """The row that it breaks down: ``()`` for the total, else one of a dimension before it."""
    by: Collection[str] | None = None
    """The columns in which its row of those that meet it is printed; None when it is printed nowhere."""


def thing(one: CaseFigure | AlarmFigure | VisitFigure, **categories: str) -> Thing:
    """A thing with the sex and the age group of its child, and the sex of its adult."""
    return Thing(one.family, {"sex": one.child.sex, "age": one.child.age, "adult": one.adult, **categories})


class Counted:
    """The numbers of one set of things, by each of its dimensions and by columns."""

    def __init__(
        self,
        things: Sequence[Thing],
        dimensions: Mapping[str, Iterable[str]],
        columns: Collection[str],
        inside: Mapping[str, Inside] = MappingProxyType({}),
    ) -> None:
        """``dimensions``: by name, the categories to show even where nothing is in them; others are added as found.

        ``columns``: those of COLUMNS by which everything is broken down. ``inside``: dimensions that overlap with
        others; of these only single rows are printed, by ``row``.
        """
        found = {name: dict.fromkeys(categories) for name, categories in dimensions.items()}
        for one in things:
            for name in found.keys() & one.categories.keys():
                found[name].setdefault(one.categories[name])
        self._dimensions = {name: tuple(categories) for name, categories in found.items()}
        self._columns = {name: ones for name, ones in COLUMNS.items() if name in columns}
        self._inside = inside
        self.groups: tuple[Group, ...] = ((), *(((name, one),) for name, ones in self._columns.items() for one in ones))
        """Everybody, and every column."""
        self.counts = dict.fromkeys(self._groups(), 0)
        families = self._count(things)
        small = {group for group, theirs in families.items() if len(theirs) < LEAST}
        self.few = () in small
        """True when so few are counted that nothing at all may be said of them."""
        self._hidden: Collection[Group] = () if self.few else self._found(things, small)

    def _found(self, things: Sequence[Thing], small: set[Group]) -> Collection[Group]:
        """What must not be seen."""
        zeros: set[Group] = set()
        unseen = {group for group in self.counts if self._unseen(group)}
        for group in (group for group, count in self.counts.items() if not count and group not in unseen):
            wholes = self._wholes(group)
            few = not small.isdisjoint(wholes)
            if wholes and all(self.counts[one] or one in zeros for one in wholes) and (few or len(group) > 1):
                zeros.add(group)
                small |= {group} if few else set()
        return hidden(self.counts, [*self._sums(), *self._alike(things)], small, zeros, unseen=unseen)

    def _unseen(self, group: Group) -> bool:
        """Whether it is printed nowhere: what is left of a row that is, what is inside of one, and columns that are not
        its own."""
        return any(
            category != MET or not self._printed(name, group) for name, category in group if name in self._inside
        )

    def _printed(self, name: str, group: Group) -> bool:
        """Whether the row of those that meet the dimension ``name`` is printed in the column of ``group``, if any."""
        by = self._inside[name].by
        return by is not None and all(column in by for column, _ in group if column in self._columns)

    def _wholes(self, group: Group) -> list[Group]:
        """The groups that ``group`` is a part of, but for everybody: its row, its column, the row that it is inside."""
        wholes = (self._whole(tuple(other for other in group if other != one), one[0]) for one in group)
        return [whole for whole in wholes if whole]

    def _whole(self, group: Group, name: str) -> Group:
        """What the dimension ``name`` breaks down within ``group``."""
        return tuple(sorted((*group, *(self._inside[name].whole if name in self._inside else ()))))

    def _groups(self) -> Iterable[Group]:
        yield from self.groups
        for name, categories in self._dimensions.items():
            for category in categories:
                yield from (_with(group, name, category) for group in self.groups)

    def _count(self, things: Sequence[Thing]) -> Mapping[Group, set[UUID]]:
        """Count every thing wherever it belongs; returns the families behind each number."""
        families: dict[Group, set[UUID]] = defaultdict(set)
        for one in things:
            columns: list[Group] = [(), *(((name, one.categories[name]),) for name in self._columns)]
            rows = [(name, one.categories[name]) for name in self._dimensions if name in one.categories]
            for group in (*columns, *(_with(column, *row) for column, row in product(columns, rows))):
                self.counts[group] += 1
                families[group].add(one.family)
        return families

    def _sums(self) -> list[Sum[Group]]:
        """Rows add up to the total row in every column, columns to the total column in every row."""
        sums = [
            Sum(self._whole(group, name), tuple(_with(group, name, one) for one in categories))
            for name, categories in self._dimensions.items()
            for group in self.groups
        ]
        rows: list[Group] = [((name, one),) for name, ones in self._dimensions.items() for one in ones]
        for row, (column, ones) in product([(), *rows], self._columns.items()):
            sums.append(Sum(row, tuple(_with(row, column, one) for one in ones)))
        return sums

    def _alike(self, things: Sequence[Thing]) -> Iterator[Sum[Group]]:
        """What meets an overlapping dimension, and is the very things of another row, has its numbers."""
        rows: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index, one in enumerate(things):
            for name in self._dimensions.keys() & one.categories.keys():
                rows[name, one.categories[name]].append(index)
        first: dict[tuple[int, ...], tuple[str, str]] = {}
        for row in ((name, one) for name, ones in self._dimensions.items() for one in ones if rows[name, one]):
            if row[0] in self._inside and row[1] != MET:
                continue
            other = first.setdefault(tuple(rows[row]), row)
            if other != row and row[0] in self._inside:
                yield from (Sum(_with(group, *row), (_with(group, *other),)) for group in self.groups)

    def shown(self, group: Group) -> Figure:
        """The number of ``group`` as it may be seen."""
        return Figure(self.counts[group]) if self.visible(group) else Figure(hidden=True)

    def visible(self, *groups: Group) -> bool:
        """Whether all these numbers may be seen; a category that nobody is in may."""
        return not self.few and not any(group in self._hidden for group in groups)

    def total(self) -> Row:
        """The total row."""
        return Row("total", {group: self.shown(group) for group in self.groups})

    def tables(self) -> tuple[Table, ...]:
        """One table a dimension that does not overlap; none where the names of the rows alone would say too much."""
        return (
            ()
            if self.few
            else tuple(
                Table(name, tuple(self.row(name, one, one) for one in ones))
                for name, ones in self._dimensions.items()
                if name not in self._inside
            )
        )

    def row(self, name: str, category: str, key: str) -> Row:
        """The row of ``category``, called ``key``, in the columns in which it is printed."""
        found = (group for group in self.groups if name not in self._inside or self._printed(name, group))
        return Row(key, {group: self.shown(_with(group, name, category)) for group in found})

    def number(self, group: Group, *row: tuple[str, str]) -> Number:
        """How many of ``row`` there are within ``group``; all of them without a row."""
        wanted = tuple(sorted((*group, *row)))
        return Number(self.counts.get(wanted, 0), self.visible(wanted))


def _with(group: Group, name: str, category: str) -> Group:
    return tuple(sorted((*group, (name, category))))
