"""The sex of parents and young people on the page, in the CSV and on the donor's page of a programme that asks it."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO

from pypdf import PdfReader

from bot.console.reports import ReportView
from bot.reports.donor import drawn
from bot.reports.labels import FRENCH, Labels
from bot.reports.table_file import written
from dialogues.reporting.tables import Row
from tests.dialogues.reporting.test_reaching import BUDGET, EDUCATION, KHOREZM, families, of
from tests.dialogues.reporting.test_report import NOW

MADE = of(families())
"""22 mothers and grandmothers, 11 fathers and 8 of whom it is not known; all ask for help with budget and school."""


def test_the_page_shows_a_bar_for_women_and_for_men() -> None:
    """Of the cases; under the indicators the cells stand below their own columns, and the others are empty."""
    view = ReportView(MADE, Labels(KHOREZM, "en"))
    charts = {name: (title, bars) for name, title, bars in view.charts(MADE.section("referrals"))}
    title, bars = charts["adult"]
    assert title == "Sex of the adult or young person"
    assert [(bar.label, bar.number) for bar in bars] == [("Woman", "22"), ("Man", "11"), ("Adult’s sex unknown", "8")]
    assert ("Girl and boy", "15") in [(bar.label, bar.number) for bar in charts["sex"][1]]
    names = ["Total", *(name for _, ones in view.columns for name in ones)]
    rows = {row.key: dict(zip(names, view.cells(row), strict=True)) for row in _reached()}
    assert (rows[BUDGET]["Total"], rows[BUDGET]["Woman"], rows[BUDGET]["Man"], rows[BUDGET]["Girl"]) == (
        "41", "22", "11", "",
    )  # fmt: skip
    assert (rows[EDUCATION]["Girl"], rows[EDUCATION]["Girl and boy"], rows[EDUCATION]["Woman"]) == ("15", "15", "")


def test_the_sheet_has_a_line_for_each_number_and_no_other() -> None:
    """An indicator of parents has lines by the adult's sex, one of children by theirs."""
    lines = list(csv.DictReader(StringIO(written(MADE, Labels(KHOREZM, "ko")).decode("utf-8-sig"))))
    reached = [line for line in lines if line["table"] == "reached"]
    budget = [line for line in reached if line["row"] == BUDGET]
    assert [(line["by"], line["group"], line["group_name"], line["value"]) for line in budget] == [
        ("", "", "", "41"), ("adult", "woman", "여성", "22"), ("adult", "man", "남성", "11"),
        ("adult", "unknown", "어른 성별 모름", "8"),
    ]  # fmt: skip
    assert {line["by"] for line in reached if line["row"] == EDUCATION} == {"", "sex", "age"}
    assert {line["by"] for line in lines if line["section"] == "referrals"} == {"", "sex", "age", "adult"}


def test_the_donor_reads_it_in_french() -> None:
    """Both columns, the numbers of the indicator in its own ones only, and what an empty cell means."""
    page = PdfReader(BytesIO(drawn(MADE, Labels(KHOREZM, FRENCH), KHOREZM, NOW))).pages
    assert len(page) == 1
    text = page[0].extract_text().replace("\u00a0", " ")
    for expected in ("Femmes", "Hommes", "F/H inconnu", "Filles et garçons", "Case vide : ligne non ventilée ainsi."):
        assert expected in text
    assert re.search(r"Parents : budget du ménage\s+41\s+22\s+11\s+8\b", text)


def _reached() -> tuple[Row, ...]:
    return MADE.section("indicators").table("reached").rows
