"""The CSV: the documented columns, everything that may be shown and nothing else, safe to open."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.reports.labels import Labels
from bot.reports.table_file import COLUMNS, written
from dialogues.reporting.hiding import LEAST
from dialogues.reporting.tables import Figure, Report, Row, Section, Table
from tests.bot.reports.made_up import ASAN, QUARTER, made_up

ENGLISH = Labels(ASAN, "en")
DOCS = Path(__file__).parents[3] / "docs" / "reports.md"


def sheet(content: bytes) -> list[dict[str, str]]:
    """The lines under the heading."""
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))


def test_a_spreadsheet_reads_it_as_utf_8() -> None:
    """A byte order mark, CR LF, Korean names whole."""
    content = written(made_up(60), Labels(ASAN, "ko"))
    assert content.startswith(b"\xef\xbb\xbfprogramme,from,to,")
    assert content.count(b"\r\n") == content.count(b"\n") > 100
    assert "텔레그램" in content.decode("utf-8-sig")


def test_its_columns_are_those_of_the_documentation() -> None:
    """In the same order, each explained."""
    described = re.findall(r"^\| `(\w+)` \|", DOCS.read_text(encoding="utf-8").partition("## Columns")[2], re.MULTILINE)
    assert tuple(described[: len(COLUMNS)]) == COLUMNS


def test_every_measure_is_documented() -> None:
    """By the name that stands in the column ``measure``."""
    text = DOCS.read_text(encoding="utf-8")
    measures = {line["measure"] for line in sheet(written(made_up(60), ENGLISH))}
    tables = {line["table"] for line in sheet(written(made_up(60), ENGLISH))}
    assert [one for one in measures | tables if f"`{one}`" not in text] == []


def test_every_number_of_the_report_stands_in_it_once() -> None:
    """One line for each; a hidden number has none, and 1 in its last column."""
    report = made_up(80)
    lines = sheet(written(report, ENGLISH))
    numbers = sum(
        len(section.total.cells) + sum(len(row.cells) for table in section.tables for row in table.rows)
        + sum(len(ones) for ones in section.measures.values())
        for section in report.sections
    )  # fmt: skip
    assert len(lines) == numbers
    named = [
        (line["section"], line["table"], line["row"], line["by"], line["group"], line["measure"]) for line in lines
    ]
    assert len(set(named)) == len(named)
    assert {line["value"] == "" for line in lines if line["hidden"] == "1"} == {True}
    counts = [int(line["value"]) for line in lines if line["measure"] == "count" and line["hidden"] == "0"]
    assert all(count == 0 or count >= LEAST for count in counts)
    assert any(line["hidden"] == "1" for line in lines)


def test_the_time_to_acknowledgement_of_one_kind_of_crisis_has_its_line() -> None:
    """Under the table of kinds, with the row's name."""
    lines = sheet(written(made_up(200), ENGLISH))
    found = [line for line in lines if line["table"] == "code" and line["measure"] == "acknowledged_median"]
    assert {line["row"] for line in found} >= {"dv_disclosure", "suicide_thoughts"}
    assert all(line["row_name"] and not line["by"] for line in found)


def test_every_indicator_has_its_lines() -> None:
    """What was reached and what was helped, with its name, by sex and by age; the total is that of the referrals."""
    report = made_up(200)
    lines = [line for line in sheet(written(report, ENGLISH)) if line["section"] == "indicators"]
    for table in ("reached", "helped"):
        named = {line["row"]: line["row_name"] for line in lines if line["table"] == table}
        assert named == {one.key: one.name["en"] for one in ASAN.facts.indicators}
        assert {line["by"] for line in lines if line["table"] == table} == {"", "sex", "age"}
    assert [line["value"] for line in lines if line["table"] == "total" and not line["by"]] == ["200"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("x")'])
def test_no_cell_is_a_formula(name: str) -> None:
    """A name that a spreadsheet would run stands behind an apostrophe."""
    row = Row(name, dict.fromkeys(((), (("sex", "girl"),)), Figure(7)))
    section = Section("referrals", row, (Table("channel", (row,)),), {})
    names = cast("Labels", SimpleNamespace(row=lambda *_: name, column=lambda _: name))
    report = Report("=x", QUARTER, (section,))
    cells: list[Any] = [
        cell for line in csv.reader(StringIO(written(report, names).decode("utf-8-sig"))) for cell in line
    ]
    assert f"'{name}" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))] == []
