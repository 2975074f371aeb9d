"""What stands in a report, in words: the console's languages, and French for the donor."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files

from dialogues.programme import Programme, named
from dialogues.reporting.period import Period
from dialogues.reporting.report import NO_CENTRE
from dialogues.reporting.tables import Figure, Group
from dialogues.wording import Wording

FRENCH = "fr"

PREFIXES = {
    "channel": "channel", "language": "lang", "contact": "contact", "outcome": "outcome", "visit": "came",
    "moved": "moved", "reminder": "reminder", "code": "crisis", "acknowledged": "acknowledged", "sex": "sex",
    "age": "age", "adult": "adult",
}  # fmt: skip
"""By table: how the wording keys of its rows begin."""

INDICATED = ("reached", "helped")
"""Tables whose rows are the programme's own indicators."""

_COMMAS = ("ko", "en")
"""Languages that group thousands by commas; the others leave a space."""


@cache
def french() -> Wording:
    """The donor's words."""
    return Wording({FRENCH: (files("bot.reports") / "wording" / "fr.ftl").read_text(encoding="utf-8")})


def words_of(language: str) -> Wording:
    """The messages of ``language``. Raises KeyError for one in which there is no report."""
    from bot.console.words import LANGUAGES, wording  # the console imports us

    if language == FRENCH:
        return french()
    if language in LANGUAGES:
        return wording()
    raise KeyError(f"no report in {language}")


class Labels:
    """The names of a programme's rows, columns and numbers in one language: one of the console's, or FRENCH."""

    def __init__(self, programme: Programme, language: str) -> None:
        self._programme = programme
        self._wording = words_of(language)
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Message ``key``. Raises KeyError when there is none."""
        return self._wording.text(self.language, key, **values)

    def row(self, table: str, key: str) -> str:
        """The name of a row; its key for one that has no name, such as a crisis that was since renamed."""
        if table == "centre":
            centre = self._programme.centres.get(key)
            return named(centre.name, self.language) if centre else self("no-centre") if key == NO_CENTRE else key
        if table in INDICATED:
            return next(
                (named(one.name, self.language) for one in self._programme.facts.indicators if one.key == key), key
            )
        message = f"{PREFIXES[table]}-{key}"
        return self(message) if message in self._wording.keys(self.language) else key

    def column(self, group: Group) -> str:
        """The name of a column; of the total for ``()``."""
        return self.row(*group[0]) if group else self("report-total")

    def period(self, period: Period) -> str:
        """``November 2026``, ``Quarter 4 of 2026``, ``2026``, or two dates."""
        year, name = str(period.first.year), period.name
        if name == year:
            return self("period-year", year=year)
        if name == f"{year}-Q{name[-1]}":
            return self("period-quarter", year=year, quarter=int(name[-1]))
        if name == f"{period.first:%Y-%m}":
            return self("period-month", year=year, month=period.first.month)
        return self("period-days", first=self.day(period.first), last=self.day(period.last))

    def number(self, figure: Figure, measure: str = "count") -> str:
        """A number as people read it: a count, a share in per cent, a time; ``*`` for a hidden one."""
        if figure.hidden:
            return "*"
        if figure.value is None:
            return self("report-nothing")
        if measure.endswith("_share"):
            return self("percent", number=str(round(figure.value * 100)))
        if measure.endswith(("_median", "_p90")):
            return self._span(int(figure.value))
        return self._grouped(int(figure.value))

    def _span(self, minutes: int) -> str:
        hours, rest = divmod(minutes, 60)
        if hours >= 48:
            return self("span-days", days=str(hours // 24), hours=str(hours % 24))
        return (
            self("span-hours", hours=str(hours), minutes=str(rest))
            if hours
            else self("span-minutes", minutes=str(rest))
        )

    def _grouped(self, number: int) -> str:
        grouped = f"{number:,}"
        return grouped if self.language in _COMMAS else grouped.replace(",", "\N{NO-BREAK SPACE}")

    def day(self, day: date) -> str:
        """A date in figures; in French as people say it."""
        if self.language != FRENCH:
            return self("date", year=str(day.year), month=f"{day:%m}", day=f"{day:%d}")
        ordinal = "1er" if day.day == 1 else str(day.day)
        return self("day-of-month", day=ordinal, month=day.month, year=str(day.year))
