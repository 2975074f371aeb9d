"""The programme's report, for its supervisors: as a page with charts, as CSV, and as the donor's page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from bot.app import FrontDoor
from bot.console.pages import HEADERS, page
from bot.console.visitor import Door, HttpRequest, SignedIn, Visitor
from bot.reports import asking, donor, table_file
from bot.reports.labels import FRENCH, Labels
from data import staff
from data.staff import Role
from dialogues.reporting.period import BadPeriod, Period, usual
from dialogues.reporting.tables import KEY_FIGURES, Figure, Report, Row, Section


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart."""

    label: str
    number: str
    share: str
    """Of the section's total; "" where either is hidden or nothing."""
    length: float
    """0 to 100, of the longest bar of its chart; 0 for a hidden one."""
    hidden: bool


@dataclass(frozen=True, slots=True, repr=False)
class ReportView:
    """What the template asks for."""

    report: Report
    labels: Labels

    @property
    def key_figures(self) -> Iterator[tuple[str, str]]:
        """(name, number)."""
        for name, measure in KEY_FIGURES:
            section = self.report.section(name)
            if measure == "count":
                yield self.labels(f"section-{name}"), self.labels.number(section.total.total)
            else:
                yield self.labels(f"measure-{measure}"), self.labels.number(section.measures[measure][()], measure)

    def charts(self, section: Section) -> Iterator[tuple[str, str, list[Bar]]]:
        """(id, title, rows) of each table, and of each column where there is anybody; where cases stand in several
        rows, without shares, and without sex and age, which are those of another section."""
        whole = Figure() if section.overlapping else section.total.total
        for table in section.tables:
            rows = [(self.labels.row(table.name, row.key), row.total) for row in table.rows]
            yield table.name, self.labels(f"table-{table.name}"), self._bars(rows, whole)
        columns = [group for group in section.total.cells if group] if not section.overlapping else []
        for name, groups in groupby(columns, key=lambda group: group[0][0]):
            found = [(self.labels.column(group), section.total.cells[group]) for group in groups]
            rows = [(label, figure) for label, figure in found if figure != Figure(0)]
            yield name, self.labels(f"table-{name}"), self._bars(rows, section.total.total)

    def _bars(self, rows: list[tuple[str, Figure]], total: Figure) -> list[Bar]:
        longest = max((figure.value or 0 for _, figure in rows), default=0)
        return [
            Bar(
                label,
                self.labels.number(figure),
                self._share(figure, total),
                round(100 * (figure.value or 0) / longest, 1) if longest else 0,
                figure.hidden,
            )
            for label, figure in rows
        ]

    def _share(self, figure: Figure, total: Figure) -> str:
        if not figure.value or not total.value:
            return ""
        return self.labels.number(Figure(figure.value / total.value), "part_share")

    @property
    def columns(self) -> list[tuple[str, list[str]]]:
        """(sex or age, the columns under it), as far as anybody is in them."""
        grouped = groupby(self.report.columns, key=lambda group: group[0][0])
        return [
            (self.labels(f"table-{name}"), [self.labels.column(group) for group in groups]) for name, groups in grouped
        ]

    def cells(self, row: Row, measure: str = "count") -> list[str]:
        """The total and every column of a row; "" in those by which it is not broken down."""
        return [
            self.labels.number(row.cells[group], measure) if group in row.cells else ""
            for group in ((), *self.report.columns)
        ]

    def times(self, section: Section) -> list[tuple[str, str, str]]:
        """(kind of crisis, median, 90th percentile) of the time to acknowledgement; nothing for other sections."""
        if "acknowledged_median" not in section.measures:
            return []
        middle, tail = (section.measures[f"acknowledged_{one}"] for one in ("median", "p90"))
        return [
            (
                self.labels.row(*group[0]),
                self.labels.number(middle[group], "_median"),
                self.labels.number(tail[group], "_p90"),
            )
            for group in middle
            if group and group[0][0] == "code"
        ]


def _asked(request: HttpRequest) -> Period:
    given = request.query_params
    return asking.period_asked(given.get("period", ""), given.get("from", ""), given.get("to", ""))


async def _report(visitor: Visitor, door: FrontDoor, period: Period) -> Report:
    """The report, written into the audit. Raises NotFoundException for whoever is no supervisor."""
    now = door.clock.now()
    await staff.record(door.store, visitor.member.id, "report", None, now)
    return await asking.make(door.store, visitor.programme, period, now)


def _supervisor(visitor: Visitor) -> None:
    """Raises NotFoundException for anybody else: a caseworker sees the cases of a centre, not all of the programme."""
    if visitor.member.role is not Role.SUPERVISOR:
        raise NotFoundException


@get("/reports")
async def reports(request: HttpRequest, visitor: SignedIn, door: Door) -> Response[str]:
    """The page; this month when no period is asked for, and with a word on why when that cannot be read (422)."""
    _supervisor(visitor)
    choices = usual(door.clock.now().astimezone(visitor.programme.zone).date())
    period, problem = choices[0], ""
    if request.query_params:
        try:
            period = _asked(request)
        except BadPeriod:
            problem = visitor.words("report-bad-period")
    labels = Labels(visitor.programme, visitor.words.language)
    view = ReportView(await _report(visitor, door, period), labels)
    return page(
        request, "report.html", visitor.words, visitor=visitor, status=422 if problem else 200, problem=problem,
        view=view, period=period, choices=[(one.name, labels.period(one)) for one in choices],
        title=labels.period(period),
    )  # fmt: skip


@get("/reports/{form:str}")
async def download(request: HttpRequest, visitor: SignedIn, door: Door, form: FromPath[str]) -> Response[bytes]:
    """The same as a file, ``csv`` or ``pdf``. 404 for anything else, and for days that cannot be read."""
    _supervisor(visitor)
    if form not in ("csv", "pdf"):
        raise NotFoundException
    try:
        period = _asked(request)
    except BadPeriod:
        raise NotFoundException from None
    report = await _report(visitor, door, period)
    if form == "csv":
        content, kind = table_file.written(report, Labels(visitor.programme, visitor.words.language)), "text/csv"
    else:
        content, kind = (
            donor.drawn(report, Labels(visitor.programme, FRENCH), visitor.programme, door.clock.now()),
            "application/pdf",
        )
    name = f'attachment; filename="{report.programme}_{period.name}.{form}"'
    return Response(content, media_type=kind, headers=HEADERS | {"content-disposition": name})


HANDLERS = (reports, download)
