"""The donor's page: one page, in French, with its font, and with nothing that is hidden."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from bot.reports.donor import drawn
from bot.reports.labels import FRENCH, Labels
from dialogues.reporting.report import report
from dialogues.reporting.tables import Figure, Report, Row, Section
from tests.bot.reports.made_up import ASAN, NOW, QUARTER, figures, made_up

FRENCH_WORDS = Labels(ASAN, FRENCH)


def read(made: Report) -> PdfReader:
    """The page, read back."""
    return PdfReader(BytesIO(drawn(made, FRENCH_WORDS, ASAN, NOW)))


def words(made: Report) -> str:
    """Its words; a hard space is a space."""
    return read(made).pages[0].extract_text().replace("\u00a0", " ")


def crowded() -> Report:
    """A report with every row there can be: all crises, all outcomes, all ages."""
    found = figures(900)
    codes = list(ASAN.facts.crisis)
    alarms = tuple(replace(one, code=codes[index % len(codes)]) for index, one in enumerate(found.alarms))
    outcomes = ("helped", "referred_elsewhere", "declined", "unreachable", "duplicate", "withdrawn", "other")
    ages = ("0-11m", "12-23m", "2-5y", "6-12y", "13-17y", "18y", "unknown")
    cases = tuple(
        replace(one, outcome=outcomes[index % 7], child=replace(one.child, age=ages[index % 7], sex=sex))
        for index, (one, sex) in enumerate(zip(found.cases, ["other", "girl", "boy", "unknown"] * 225, strict=True))
    )
    return report(ASAN, QUARTER, replace(found, cases=cases, alarms=alarms), NOW)


@pytest.mark.parametrize("number", [0, 3, 40, 900])
def test_it_is_one_page_of_a4(number: int) -> None:
    """However much there is to tell."""
    pages = read(made_up(number)).pages
    assert [(round(page.mediabox.width), round(page.mediabox.height)) for page in pages] == [(595, 842)]


def test_the_most_there_can_be_fits() -> None:
    """Every row is on the page, none under the footnotes, and nothing beyond the margins."""
    made, places = crowded(), []

    def visit(text: str, _cm: object, matrix: list[float], *_: object) -> None:
        if text.strip():
            places.append((matrix[4], matrix[5], text.strip()))

    read(made).pages[0].extract_text(visitor_text=visit)
    rows = [y for x, y, text in places if text in ("Prises en compte", "Pas encore")]
    foot = max(y for _, y, text in places if text.startswith("*") and "masqué" in text)
    assert len(rows) == 2
    assert min(rows) > foot
    assert all(30 < x < 570 and 20 < y < 842 for x, y, _ in places)
    assert len(made.columns) == 11


def test_it_speaks_french() -> None:
    """Title, tiles, sections, centres, the day it was made, and how it counts."""
    text = words(made_up(120))
    for expected in (
        "Rapport d’activité – 4e trimestre 2026", "Premiers pas de parents · Save the Children Corée",
        "Demandes reçues", "Demandes abouties", "Visites à domicile", "Alertes de crise", "Idées suicidaires",
        "Centre social Tangjeong Hanmaeum", "Établi le 10 janvier 2027", "fuseau Asia/Seoul",
        "Nombre masqué : inférieur à 5", "Indicateurs, sur les demandes reçues", "Aide apportée (résultats)",
        "Familles attendant un enfant", "Une demande peut compter pour plusieurs indicateurs",
    ):  # fmt: skip
        assert expected in text
    document = read(made_up(120))
    root: Any = document.trailer["/Root"]
    assert root["/Lang"] == FRENCH
    assert document.metadata
    assert document.metadata.title == "Premiers pas de parents – Rapport d’activité – 4e trimestre 2026"


def test_its_fonts_are_embedded() -> None:
    """It looks the same wherever it is opened."""
    page: Any = read(made_up(60)).pages[0]
    used = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    names = {str(font["/BaseFont"]): "/FontFile2" in font.get("/FontDescriptor", {}) for font in used}
    assert len(names) == 2
    assert all(names.values())


def test_it_shows_the_numbers_of_the_report_and_none_that_is_hidden() -> None:
    """Each line of it is a line of the report; of few families it tells nothing at all."""
    made = made_up(120)
    text = words(made)
    for row in made.section("referrals").table("centre").rows:
        if not row.total.hidden:
            assert re.search(rf"{re.escape(FRENCH_WORDS.row('centre', row.key))}\s+{row.total.value}\b", text)
    little = words(made_up(3)).partition("Nombre masqué")[0]
    assert re.search(r"Demandes reçues\s+\*(\s+\*)+\s+Premier contact", little)
    assert "Telegram" not in little


def test_the_same_report_is_the_same_file() -> None:
    """Nothing in it depends on when or where it was made but the day it names."""
    assert drawn(made_up(20), FRENCH_WORDS, ASAN, NOW) == drawn(made_up(20), FRENCH_WORDS, ASAN, NOW)


def test_a_name_that_the_font_lacks_is_written_as_its_key() -> None:
    """A Korean name does not become a row of boxes."""
    made = made_up(60)
    section = made.section("referrals")
    table = replace(section.table("centre"), name="channel")
    rows = (Row("배방", dict(table.rows[0].cells) | {(): Figure(55)}),)
    changed: Section = replace(section, tables=(replace(table, rows=rows),))
    text = words(replace(made, sections=(changed, *made.sections[1:])))
    assert "배방" not in text
    assert "55" in text
