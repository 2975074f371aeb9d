"""Every name in a report exists in every language it is written in, and numbers read as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.console.deeds import OUTCOMES
from bot.console.words import LANGUAGES
from bot.reports.labels import FRENCH, INDICATED, PREFIXES, Labels, french, words_of
from data import programmes
from dialogues.reporting.figures import NAMELESS
from dialogues.reporting.indicators import REPORTED
from dialogues.reporting.period import Period, named
from dialogues.reporting.report import ACKNOWLEDGED, CONTACT, MOVED, REMINDER, VISIT
from dialogues.reporting.tables import COLUMNS, Figure
from integrations.channels.registry import CHANNELS
from tests.bot.reports.made_up import ASAN, made_up

EVERY = (*LANGUAGES, FRENCH)


@pytest.mark.parametrize("language", EVERY)
@pytest.mark.parametrize("key", programmes.known())
def test_every_row_and_column_has_a_name(key: str, language: str) -> None:
    """Of every programme: nothing falls back to its key."""
    programme = programmes.load(key)
    rows = {
        "channel": {line.channel for line in programme.facts.lines} | set(CHANNELS) - {"console"},
        "language": programme.languages, "contact": CONTACT, "outcome": OUTCOMES, "visit": VISIT, "moved": MOVED,
        "reminder": REMINDER, "code": set(programme.facts.crisis) - {NAMELESS}, "acknowledged": ACKNOWLEDGED,
        **COLUMNS,
    }  # fmt: skip
    assert rows.keys() == PREFIXES.keys()
    missing = [f"{PREFIXES[table]}-{row}" for table, ones in rows.items() for row in ones]
    assert [one for one in missing if one not in words_of(language).keys(language)] == []
    labels = Labels(programme, language)
    assert labels.row("centre", "none") != "none"
    named_in = language if language in programme.languages or language in REPORTED else programme.languages[0]
    for one in programme.facts.indicators:
        for table in INDICATED:
            assert labels.row(table, one.key) == one.name.get(language, one.name[named_in])
    assert labels.row("reached", "renamed since") == "renamed since"
    assert labels.column(())


@pytest.mark.parametrize("language", EVERY)
def test_every_section_table_and_measure_has_a_name(language: str) -> None:
    """A name that is missing would be a broken page."""
    labels = Labels(ASAN, language)
    for section in made_up(60).sections:
        names = [f"section-{section.name}", *(f"table-{table.name}" for table in section.tables)]
        assert all(labels(key) for key in (*names, *(f"measure-{name}" for name in section.measures)))


def test_french_keeps_its_spaces() -> None:
    """No plain blank stands before : ; ! ? %, and none comes between a number and its unit."""
    for key in french().keys(FRENCH):
        if not french().values(FRENCH, key):
            text = french().text(FRENCH, key)
            assert not any(f" {mark}" in text for mark in ":;!?%"), key
            assert "'" not in text, key
    labels = Labels(ASAN, FRENCH)
    shown = [labels.number(Figure(0.5), "met_share"), labels.number(Figure(12345)), labels.number(Figure(95), "x_p90")]
    assert shown == ["50\u00a0%", "12\u00a0345", "1\u00a0h\u00a035\u00a0min"]


@pytest.mark.parametrize(
    ("figure", "measure", "english", "korean"),
    [
        (Figure(1234), "count", "1,234", "1,234"),
        (Figure(0.123), "met_share", "12%", "12%"),
        (Figure(59), "contact_median", "59 min", "59분"),
        (Figure(125), "contact_median", "2 h 5 min", "2시간 5분"),
        (Figure(2 * 1440 + 90), "contact_p90", "2 d 1 h", "2일 1시간"),
        (Figure(hidden=True), "contact_p90", "*", "*"),
        (Figure(), "met_share", "–", "–"),
    ],
)
def test_numbers_are_told_as_people_write_them(figure: Figure, measure: str, english: str, korean: str) -> None:
    """Counts, shares, times; a hidden number, and nothing to tell."""
    assert Labels(ASAN, "en").number(figure, measure) == english
    assert Labels(ASAN, "ko").number(figure, measure) == korean


def test_russian_and_uzbek_numbers_are_told_as_people_write_them() -> None:
    """A space groups the digits; Russian leaves one before the per cent sign."""
    russian, uzbek = Labels(ASAN, "ru"), Labels(ASAN, "uz")
    assert [one.number(Figure(12345)) for one in (russian, uzbek)] == ["12\u00a0345"] * 2
    assert [one.number(Figure(0.5), "met_share") for one in (russian, uzbek)] == ["50\u00a0%", "50%"]
    assert russian.number(Figure(125), "contact_median") == "2 ч 5 мин"
    assert uzbek.number(Figure(125), "contact_median") == "2 soat 5 daqiqa"


@pytest.mark.parametrize(
    ("period", "russian", "uzbek"),
    [
        (named("2026"), "2026 год", "2026-yil"),
        (named("2026-Q1"), "1 квартал 2026", "2026-yil, 1-chorak"),
        (named("2026-11"), "Ноябрь 2026", "2026-yil, noyabr"),
        (Period(date(2026, 11, 1), date(2026, 11, 9)), "01.11.2026 – 09.11.2026", "01.11.2026 – 09.11.2026"),
    ],
)
def test_periods_have_russian_and_uzbek_names(period: Period, russian: str, uzbek: str) -> None:
    """Uzbek puts the year first; both write a date day, month, year."""
    assert (Labels(ASAN, "ru").period(period), Labels(ASAN, "uz").period(period)) == (russian, uzbek)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (named("2026"), ("2026", "2026년", "année 2026")),
        (named("2026-Q1"), ("Quarter 1 of 2026", "2026년 1분기", "1er trimestre 2026")),
        (named("2026-11"), ("November 2026", "2026년 11월", "novembre 2026")),
        (
            Period(date(2026, 11, 1), date(2026, 11, 9)),
            ("2026-11-01 to 2026-11-09", "2026-11-01 ~ 2026-11-09", "du 1er novembre 2026 au 9 novembre 2026"),
        ),
    ],
)
def test_periods_have_names(period: Period, expected: tuple[str, str, str]) -> None:
    """Years without a comma in them, the first of a month as the French write it."""
    assert tuple(Labels(ASAN, language).period(period) for language in ("en", "ko", "fr")) == expected


def test_a_row_that_has_no_name_is_called_by_its_key() -> None:
    """A crisis or a centre that was since taken out of the programme does not break an old report."""
    assert Labels(ASAN, "en").row("code", "long_gone") == "long_gone"
    assert Labels(ASAN, "fr").row("centre", "closed_down") == "closed_down"


def test_no_other_language_has_a_report() -> None:
    """Said at once, not word by word."""
    with pytest.raises(KeyError, match="no report in xx"):
        Labels(ASAN, "xx")
