"""A report as one CSV file; its columns are documented in ``docs/reports.md``."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from bot.reports.labels import Labels
from dialogues.reporting.tables import Figure, Group, Report, Section

COLUMNS = (
    "programme", "from", "to", "section", "table", "row", "row_name", "by", "group", "group_name", "measure", "value",
    "hidden",
)  # fmt: skip

TOTAL = "total"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins with one of these is a formula to a spreadsheet. Source: OWASP, CSV Injection."""

Cell = str | int | float | None


def written(report: Report, labels: Labels) -> bytes:
    """UTF-8 with a byte order mark, without which Excel takes it for another encoding; lines end with CR LF."""
    text = StringIO()
    sheet = csv.writer(text, lineterminator="\r\n")
    sheet.writerow(COLUMNS)
    days = (report.programme, report.period.first.isoformat(), report.period.last.isoformat())
    for section in report.sections:
        for line in _lines(section, labels):
            sheet.writerow([_safe(cell) for cell in (*days, section.name, *line)])
    return text.getvalue().encode("utf-8-sig")


def _lines(section: Section, labels: Labels) -> Iterator[tuple[Cell, ...]]:
    for group, figure in section.total.cells.items():
        yield (TOTAL, "", "", *_column(group, labels), "count", *_value(figure))
    for table in section.tables:
        for row in table.rows:
            for group, figure in row.cells.items():
                name = labels.row(table.name, row.key)
                yield (table.name, row.key, name, *_column(group, labels), "count", *_value(figure))
    names = {table.name for table in section.tables}
    for measure, figures in section.measures.items():
        for group, figure in figures.items():
            if group and group[0][0] in names:  # of one row, such as the time to acknowledgement of one kind of crisis
                yield (*group[0], labels.row(*group[0]), "", "", "", measure, *_value(figure))
            else:
                yield (TOTAL, "", "", *_column(group, labels), measure, *_value(figure))


def _column(group: Group, labels: Labels) -> tuple[str, str, str]:
    return (*group[0], labels.column(group)) if group else ("", "", "")


def _value(figure: Figure) -> tuple[Cell, int]:
    value = round(figure.value, 4) if isinstance(figure.value, float) else figure.value
    return value, int(figure.hidden)


def _safe(cell: Cell) -> Cell:
    """A word that a spreadsheet would run is put behind an apostrophe, which it does not show."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
