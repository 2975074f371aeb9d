"""The report as its page, its CSV and its PDF read it: only what may be shown is in it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dialogues.reporting.figures import ADULTS, AGES, SEXES, UNKNOWN
from dialogues.reporting.indicators import Column
from dialogues.reporting.period import Period

Group = tuple[tuple[str, str], ...]
"""Some (dimension, category), sorted: ``()`` is everybody, ``(("sex", "girl"),)`` the girls."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    Column.SEX: (*SEXES, UNKNOWN),
    Column.AGE: (*(name for name, _ in AGES), UNKNOWN),
    Column.ADULT: (*ADULTS, UNKNOWN),
}
"""By what a number can be broken down: sex and age group of the child, sex of the adult or the young person."""


KEY_FIGURES = (
    ("referrals", "count"),
    ("referrals", "contact_median"),
    ("referrals", "contact_share"),
    ("closed", "met_share"),
    ("visits", "kept_share"),
    ("visits", "reminders"),
    ("alarms", "count"),
    ("alarms", "acknowledged_median"),
)
"""(section, measure) of what stands on top of a report."""


class Figure(msgspec.Struct, frozen=True):
    """One number of a report."""

    value: int | float | None = None
    """None when there is nothing to say, or when it is hidden."""
    hidden: bool = False


class Row(msgspec.Struct, frozen=True):
    """One category: its total and its columns."""

    key: str
    cells: Mapping[Group, Figure]
    """By column, ``()`` for the total; only the columns by which it is broken down."""

    @property
    def total(self) -> Figure:
        """The number over all columns."""
        return self.cells[()]


class Table(msgspec.Struct, frozen=True):
    """A section broken down by one dimension; its rows add up to the section's total, unless they overlap."""

    name: str
    rows: tuple[Row, ...]


class Section(msgspec.Struct, frozen=True):
    """Everything about one set of things counted: referrals, closed cases, indicators, visits, alarms."""

    name: str
    total: Row
    tables: tuple[Table, ...]
    measures: Mapping[str, Mapping[Group, Figure]]
    """By name: times in minutes, shares between 0 and 1, plain numbers."""
    overlapping: bool = False
    """Whether one case may stand in several rows, so that they do not add up to the total."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        rows = (row for table in self.tables for row in table.rows)
        return all(row.total == Figure(0) for row in (self.total, *rows))

    @property
    def gaps(self) -> bool:
        """Whether a row is not broken down by everything that the total is."""
        return any(row.cells.keys() != self.total.cells.keys() for table in self.tables for row in table.rows)

    @property
    def measured(self) -> tuple[Row, ...]:
        """The measures that are broken down by every column, as rows."""
        return tuple(
            Row(name, figures) for name, figures in self.measures.items() if self.total.cells.keys() <= figures.keys()
        )

    def table(self, name: str) -> Table:
        """The table called ``name``. Raises KeyError."""
        for one in self.tables:
            if one.name == name:
                return one
        raise KeyError(name)


class Report(msgspec.Struct, frozen=True):
    """A programme over a period."""

    programme: str
    period: Period
    sections: tuple[Section, ...]

    def section(self, name: str) -> Section:
        """The section called ``name``. Raises KeyError."""
        for one in self.sections:
            if one.name == name:
                return one
        raise KeyError(name)

    @property
    def columns(self) -> tuple[Group, ...]:
        """The columns in which anything but 0 stands anywhere; the others need no room."""
        return tuple(
            group
            for group in self.sections[0].total.cells
            if group and any(section.total.cells[group] != Figure(0) for section in self.sections)
        )
