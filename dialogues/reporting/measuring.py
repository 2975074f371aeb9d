"""Times and shares: each only where so many stand behind it that it tells of nobody."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil
from statistics import median

from dialogues.reporting.counting import Counted, Number
from dialogues.reporting.hiding import LEAST
from dialogues.reporting.tables import Figure, Group

LEAST_TAIL = 2 * LEAST
"""The 90th percentile of fewer would be the time of the one family that waited longest."""

Times = Sequence[tuple[Mapping[str, str], float]]
"""(categories, minutes) of each thing that has a time."""


def percentile_90(minutes: Sequence[float]) -> float:
    """The smallest value that at least 90 of 100 do not exceed (nearest rank); there must be one value or more."""
    ordered = sorted(minutes)
    return ordered[ceil(0.9 * len(ordered)) - 1]


def times(counted: Counted, name: str, taken: Times, rows: Sequence[Group] = ()) -> dict[str, dict[Group, Figure]]:
    """``<name>_median`` and ``<name>_p90`` of every column and of ``rows``, whole minutes."""
    middle, tail = {}, {}
    for group in (*counted.groups, *rows):
        minutes = [value for categories, value in taken if all(categories[key] == one for key, one in group)]
        known = counted.visible(group)
        middle[group] = _time(median, minutes, LEAST, known=known)
        tail[group] = _time(percentile_90, minutes, LEAST_TAIL, known=known)
    return {f"{name}_median": middle, f"{name}_p90": tail}


def _time(of: Callable[[Sequence[float]], float], minutes: Sequence[float], least: int, *, known: bool) -> Figure:
    if not minutes and known:
        return Figure()
    if len(minutes) < least or not known:
        return Figure(hidden=True)
    return Figure(round(of(minutes)))


def share(counted: Counted, part: tuple[str, str], rest: tuple[str, str] | None = None) -> dict[Group, Figure]:
    """How much the row ``part`` is of ``part`` and ``rest`` together, or of everything, by group, 0 to 1.

    Hidden where one of the two numbers is: the other and the share would give it away.
    """
    shares = {}
    for group in counted.groups:
        one, other = counted.number(group, part), counted.number(group, *([rest] if rest else []))
        shares[group] = _part(one, Number(one.value + other.value, one.visible and other.visible) if rest else other)
    return shares


def _part(part: Number, whole: Number) -> Figure:
    if not (part.visible and whole.visible):
        return Figure(hidden=True)
    return Figure(part.value / whole.value) if whole.value else Figure()
