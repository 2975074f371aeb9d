"""The indicators of a programme in its report: the cases it reached, and those of them that it helped.

They are counted together with the cases opened and closed, whose totals they share: what is hidden there cannot be read
from here. Where by their rules every case of one indicator is one of another, what lies between the two is hidden like
any other number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dialogues.reporting.counting import MET, UNMET, Counted, Inside
from dialogues.reporting.figures import CaseFigure
from dialogues.reporting.indicators import Indicator, nested
from dialogues.reporting.tables import Group, Section, Table

HELPED = (("outcome", "helped"),)
"""The row of the closed cases that were helped."""


class Marks:
    """The dimensions in which the indicators are counted, inside the row ``whole`` of a set of cases."""

    def __init__(self, indicators: Collection[Indicator], whole: Group = ()) -> None:
        self._keys = tuple(one.key for one in indicators)
        self._nested = tuple(nested(indicators))
        self.inside = {_dimension(one.key): Inside(whole, one.by) for one in indicators} | {
            _dimension(one, of): Inside(((_dimension(of), MET),)) for one, of in self._nested
        }
        """By dimension, the row that it breaks down, and by what the row of those that meet it is broken down."""
        self.dimensions = dict.fromkeys(self.inside, (MET, UNMET))

    def of(self, case: CaseFigure) -> dict[str, str]:
        """The categories of a case that is in ``whole``."""
        marks = {_dimension(key): key for key in self._keys}
        marks |= {_dimension(one, of): one for one, of in self._nested if of in case.indicators}
        return {name: MET if key in case.indicators else UNMET for name, key in marks.items()}


def section(indicators: Iterable[Indicator], opened: Counted, closed: Counted) -> Section:
    """``reached``: the cases opened that meet each; ``helped``: the cases closed as helped that do. Its total is that
    of the cases opened."""
    keys = [one.key for one in indicators]
    tables = tuple(
        Table(name, tuple(counted.row(_dimension(key), MET, key) for key in keys))
        for name, counted in (("reached", opened), ("helped", closed))
        if not counted.few
    )
    return Section("indicators", opened.total(), tables, {}, overlapping=True)


def _dimension(key: str, of: str = "") -> str:
    return f"indicator {key} of {of}" if of else f"indicator {key}"
