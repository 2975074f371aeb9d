"""A report as one page of A4 for the donor, in French: key figures on top, every table below, PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import getFont, registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bot.reports.labels import FRENCH, Labels
from dialogues.programme import Programme, named
from dialogues.reporting.tables import KEY_FIGURES, Figure, Report, Row

PLAIN, BOLD = "Vera", "VeraBd"
"""Bitstream Vera comes with reportlab; it has every letter of French, and is embedded in the file."""

WIDTH, HEIGHT = A4
MARGIN = 13 * mm
LABEL, BAR, TOTAL = 50 * mm, 17 * mm, 15 * mm
LEAST_LINE, MOST_LINE = 2.2 * mm, 4.5 * mm
TABLES_BEGIN, TABLES_END = HEIGHT - 75 * mm, 24 * mm

INK, DIM = (0.1, 0.14, 0.15), (0.34, 0.38, 0.39)
LINE, SOFT, MAIN = (0.8, 0.79, 0.76), (0.95, 0.94, 0.92), (0.07, 0.35, 0.37)


class Strip(NamedTuple):
    """One line of the page's table."""

    label: str
    row: Row | None = None
    """None for a heading."""
    longest: float = 0
    """The number that fills the bar; 0 for no bar."""
    heavy: bool = False
    measure: str = "count"


def drawn(report: Report, labels: Labels, programme: Programme, now: datetime) -> bytes:
    """The PDF. ``labels`` are those of FRENCH; ``now`` is the day it carries, UTC. The same report gives the same
    bytes."""
    _fonts()
    paper = BytesIO()
    canvas = Canvas(paper, pagesize=A4, lang=FRENCH, invariant=1, initialFontName=PLAIN)
    title = labels("report-heading", period=labels.period(report.period))
    name = _readable(named(programme.facts.name, FRENCH), programme.key)
    organisation = _readable(named(programme.facts.organisation, FRENCH), "")
    canvas.setTitle(f"{name} – {title}")
    canvas.setAuthor(organisation)
    _head(canvas, title, f"{name} · {organisation}" if organisation else name)
    _tiles(canvas, report, labels)
    _table(canvas, report, labels)
    _foot(canvas, report, labels, programme, now)
    canvas.showPage()
    canvas.save()
    return paper.getvalue()


@cache
def _fonts() -> None:
    for name in (PLAIN, BOLD):
        registerFont(TTFont(name, f"{name}.ttf"))


def _readable(text: str, otherwise: str) -> str:
    """``text``, or ``otherwise`` where the font lacks one of its letters: a Korean name must not become boxes."""
    known = getFont(PLAIN).face.charToGlyph
    return text if all(ord(letter) in known for letter in text) else otherwise


def _text(canvas: Canvas, x: float, y: float, text: str, size: float, *, bold: bool = False, right: bool = False,
          ink: tuple[float, float, float] = INK, width: float = 0) -> None:  # fmt: skip
    """Write ``text`` at (x, y); smaller where it would be wider than ``width``."""
    font = BOLD if bold else PLAIN
    wanted = stringWidth(text, font, size)
    if width and wanted > width:
        size *= width / wanted
    canvas.setFont(font, size)
    canvas.setFillColorRGB(*ink)
    (canvas.drawRightString if right else canvas.drawString)(x, y, text)


def _head(canvas: Canvas, title: str, programme: str) -> None:
    canvas.setFillColorRGB(*MAIN)
    canvas.rect(0, HEIGHT - 7 * mm, WIDTH, 7 * mm, stroke=0, fill=1)
    _text(canvas, MARGIN, HEIGHT - 17 * mm, title, 16, bold=True, width=WIDTH - 2 * MARGIN)
    _text(canvas, MARGIN, HEIGHT - 23 * mm, programme, 9.5, ink=DIM, width=WIDTH - 2 * MARGIN)


def _tiles(canvas: Canvas, report: Report, labels: Labels) -> None:
    """Two rows of four."""
    width, height, gap = (WIDTH - 2 * MARGIN - 9 * mm) / 4, 17 * mm, 3 * mm
    for index, (name, measure) in enumerate(KEY_FIGURES):
        section = report.section(name)
        count = measure == "count"
        label = labels(f"section-{name}" if count else f"measure-{measure}")
        figure = section.total.total if count else section.measures[measure][()]
        x, y = MARGIN + index % 4 * (width + gap), HEIGHT - 46 * mm - index // 4 * (height + gap)
        canvas.setFillColorRGB(*SOFT)
        canvas.roundRect(x, y, width, height, 2 * mm, stroke=0, fill=1)
        _text(canvas, x + 3 * mm, y + 8.5 * mm, labels.number(figure, measure), 14, bold=True, width=width - 6 * mm)
        for line, words in enumerate(simpleSplit(label, PLAIN, 6.6, width - 6 * mm)[:2]):
            _text(canvas, x + 3 * mm, y + (4.8 - 2.9 * line) * mm, words, 6.6, ink=DIM)


def _strips(report: Report, labels: Labels) -> Iterator[Strip]:
    """Every line: sections with their total, tables with the rows in which there is anything."""
    for section in report.sections:
        yield Strip(labels(f"section-{section.name}"), section.total, heavy=True)
        if section.empty:
            continue
        for row in section.measured:
            yield Strip(labels(f"measure-{row.key}"), row, measure=row.key)
        for table in section.tables:
            rows = [row for row in table.rows if row.total != Figure(0)]
            longest = max((row.total.value or 0 for row in rows), default=0)
            yield Strip(labels(f"table-{table.name}"))
            for row in rows:
                name = _readable(labels.row(table.name, row.key), row.key)
                yield Strip(name, row, longest)


def _table(canvas: Canvas, report: Report, labels: Labels) -> None:
    """All strips, so high that they fill the page and no more."""
    strips = list(_strips(report, labels))
    line = max(min((TABLES_BEGIN - TABLES_END) / len(strips), MOST_LINE), LEAST_LINE)
    size = line / mm * 1.62
    _columns(canvas, report, labels)
    y = TABLES_BEGIN
    for strip in strips:
        y -= line
        if strip.heavy:
            canvas.setFillColorRGB(*SOFT)
            canvas.rect(MARGIN, y, WIDTH - 2 * MARGIN, line, stroke=0, fill=1)
        _strip(canvas, strip, y, line, size, report, labels)


def _columns(canvas: Canvas, report: Report, labels: Labels) -> None:
    y = TABLES_BEGIN + 1.4 * mm
    for x, words in zip(_places(report), (labels("report-total"), *map(labels.column, report.columns)), strict=True):
        _text(canvas, x, y, words, 6.2, right=True, ink=DIM, width=_wide(report) - 2.4 * mm)
    canvas.setStrokeColorRGB(*LINE)
    canvas.line(MARGIN, TABLES_BEGIN, WIDTH - MARGIN, TABLES_BEGIN)


def _wide(report: Report) -> float:
    """How wide a column is."""
    room = WIDTH - 2 * MARGIN - LABEL - BAR - TOTAL
    wide: float = min(room / max(len(report.columns), 1), 16 * mm)
    return wide


def _places(report: Report) -> Sequence[float]:
    """Where the numbers of each column end."""
    begin, wide = MARGIN + LABEL + BAR + TOTAL, _wide(report)
    return [begin - 1 * mm, *(begin + wide * (index + 1) - 1 * mm for index in range(len(report.columns)))]


def _strip(canvas: Canvas, strip: Strip, y: float, line: float, size: float, report: Report, labels: Labels) -> None:
    base = y + line * 0.27
    if strip.row is None:
        _text(canvas, MARGIN + 1 * mm, base, strip.label, size * 0.95, bold=True, ink=MAIN, width=LABEL + BAR)
        return
    _text(canvas, MARGIN + 1 * mm, base, strip.label, size, bold=strip.heavy, width=LABEL - 2 * mm)
    if strip.longest and strip.row.total.value:
        canvas.setFillColorRGB(*MAIN)
        long = (BAR - 2 * mm) * strip.row.total.value / strip.longest
        canvas.rect(MARGIN + LABEL, y + line * 0.22, long, line * 0.56, stroke=0, fill=1)
    for x, group in zip(_places(report), ((), *report.columns), strict=True):
        number = labels.number(strip.row.cells[group], strip.measure) if group in strip.row.cells else ""
        room = (TOTAL if not group else _wide(report)) - 2 * mm
        _text(canvas, x, base, number, size, bold=strip.heavy or not group, right=True, width=room)


def _foot(canvas: Canvas, report: Report, labels: Labels, programme: Programme, now: datetime) -> None:
    day = labels.day(now.astimezone(programme.zone).date())
    gaps = [labels("report-gap-note")] if any(section.gaps for section in report.sections) else []
    notes = [" ".join((labels("report-hidden-note"), *gaps)), labels("report-method")]
    notes.append(labels("report-made", day=day, zone=programme.facts.timezone))
    y = TABLES_END - 5 * mm
    for note in notes:
        for words in simpleSplit(note, PLAIN, 6.4, WIDTH - 2 * MARGIN):
            _text(canvas, MARGIN, y, words, 6.4, ink=DIM)
            y -= 2.9 * mm
