"""Which numbers of a report are hidden, so that none of them can be worked out from those that are shown.

A number below LEAST may point at somebody, so it is hidden. That is not enough: where a total is shown, a single hidden
part is the total less the other parts. So more numbers are hidden, until **every** hidden number could be another one
in a report that shows the same. That is proved for each of them and not assumed. Another report is looked for, with
integer programming, that has another number there, is as whole and as positive, adds up, and differs from ours in as
few and as small numbers that are still shown as can be. Where it differs we hide, and with that it shows the same.

A zero describes nobody, so zeros are shown; but not those in a group so small that they would tell what its few are by
what they are not. The caller says which zeros may be hidden. Whoever reads the report may know that any other hidden
number is at least 1, and the search reckons with that; but not of a number that stands nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

import numpy as np

Key = TypeVar("Key", bound=Hashable)

LEAST = 5
"""The smallest number that is shown, but for 0. Source: the rule agreed for the donor's report (DOMAIN C5)."""

DEARER = 1000
"""A total is hidden only rather than so many parts: it says more."""

WHOLE = 1e-6
"""How far from a whole number what the search finds may be."""

CHEAPEST = LEAST - 1
"""A zero is hidden rather than any number that may be shown."""


class Sum(NamedTuple, Generic[Key]):
    """``total`` is what ``parts`` add up to, and every reader knows it."""

    total: Key
    parts: tuple[Key, ...]


def hidden(
    counts: Mapping[Key, int],
    sums: Sequence[Sum[Key]],
    small: Collection[Key] = (),
    zeros: Collection[Key] = (),
    *,
    unseen: Collection[Key] = (),
    least: int = LEAST,
) -> frozenset[Key]:
    """The keys of ``counts`` (0 or more each) that must not be shown.

    ``sums`` are all the additions that hold between them. ``small`` are keys to hide whatever their count is, such as
    many visits to few families; a zero among them has to be in ``zeros`` too, the zeros that may be hidden. ``unseen``
    stand nowhere in the report but can be worked out from it; to hide them loses nothing. Raises CannotHide when the
    zeros that must be shown leave no other report.
    """
    told = tuple(counts.items()), tuple(sums), frozenset(small), frozenset(zeros), frozenset(unseen)
    return _hidden(*told, least)


@lru_cache(maxsize=256)
def _hidden(
    counted: tuple[tuple[Key, int], ...],
    sums: tuple[Sum[Key], ...],
    small: frozenset[Key],
    zeros: frozenset[Key],
    unseen: frozenset[Key],
    least: int,
) -> frozenset[Key]:
    """Remembered, because a report's page, its table and its printed file ask the same."""
    counts = dict(counted)
    found = {key for key, count in counts.items() if 0 < count < least} | small
    search = _Search(counts, sums, zeros, unseen)
    proved: set[Key] = set()
    while doubtful := [key for key in search.names if key in found and key not in proved]:
        differing = search.other_report(found, doubtful[0])
        found |= differing
        proved |= differing
    return frozenset(found)


class CannotHide(ValueError):
    """No other report shows the same: every number may be hidden but a zero that gives one away."""


class _Search(Generic[Key]):
    """Reports that add up as ours does, written as differences from it: a number is ours + more - less."""

    def __init__(
        self, counts: Mapping[Key, int], sums: Sequence[Sum[Key]], zeros: Collection[Key], unseen: Collection[Key]
    ) -> None:
        self.names = [key for key, count in counts.items() if count or key in zeros or key in unseen]
        self._ours = np.array([counts[key] for key in self.names], dtype=float)
        place = {key: index for index, key in enumerate(self.names)}
        self._place = place
        rank = np.zeros(len(place))
        rows = np.zeros((len(sums), len(place)))
        for row, one in zip(rows, sums, strict=True):
            for key, sign in ((one.total, -1), *((part, 1) for part in one.parts)):
                if key in place:
                    row[place[key]] += sign
            if one.total in place:
                rank[place[one.total]] += 1
        self._rows = rows
        self._free = np.array([key in unseen for key in self.names])
        self._falls = np.where(self._free, self._ours, np.maximum(self._ours - 1, 0))
        self._price = np.maximum(self._ours, CHEAPEST) * np.where(rank == 0, 1, DEARER * (1 + rank))

    def other_report(self, found: Collection[Key], doubtful: Key) -> set[Key]:
        """Where the other report differs from ours; ``doubtful`` is among it.

        One that differs in hidden numbers alone is the cheapest there can be, and quick to find: so it is looked for
        first.
        """
        free = np.array([key in found for key in self.names]) | self._free
        price = np.where(free, 0.001, self._price)
        for places in (self._joined(free, self._place[doubtful]), np.arange(len(self.names))):
            ways = (self._solved(price, places, self._place[doubtful], direction) for direction in (1, -1))
            dearest, differing = next(ways)
            if dearest >= CHEAPEST:
                dearest, differing = min((dearest, differing), next(ways), key=lambda one: one[0])
            if dearest < np.inf:
                return {self.names[place] for place in differing}
        raise CannotHide

    def _joined(self, among: np.ndarray, start: int) -> np.ndarray:
        """The places ``among`` those given that sums join to ``start``, itself included: nothing else has to differ."""
        reached = np.zeros(len(among), dtype=bool)
        reached[start] = True
        while True:
            sums = self._rows[:, reached].any(axis=1)
            further = among & self._rows[sums].any(axis=0) | reached
            if (further == reached).all():
                return np.flatnonzero(reached)
            reached = further

    def _solved(
        self, price: np.ndarray, places: np.ndarray, doubtful: int, direction: int
    ) -> tuple[float, Sequence[int]]:
        """(price, where it differs) of the cheapest report with more (1) or less (-1) at ``doubtful`` that differs at
        ``places`` only."""
        rows = self._rows[:, places]
        rows = rows[rows.any(axis=1)]
        goes = np.where(places == doubtful, direction, 0)
        highest = np.hstack([self._ours[places] * 2 + LEAST, self._falls[places]])
        found = _cheapest(np.hstack([price[places]] * 2), highest, np.hstack([rows, -rows]), np.hstack([goes, -goes]))
        if found is None:
            return np.inf, ()
        more, less = np.round(found).reshape(2, -1)
        return float(price[places] @ (more + less)), places[more != less].tolist()


def _cheapest(price: np.ndarray, highest: np.ndarray, sums: np.ndarray, goes: np.ndarray) -> np.ndarray | None:
    """The cheapest whole numbers from 0 to ``highest`` under which ``sums`` come to 0 and ``goes`` to 1 or more.

    Without asking for whole numbers it is ten times as quick, and what comes is nearly always whole by itself. Then
    nothing whole can be cheaper.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp  # half a second to import; few commands need it

    rules = [LinearConstraint(sums, 0, 0), LinearConstraint(goes, 1, np.inf)]
    found = milp(price, bounds=Bounds(0, highest), constraints=rules)
    if found.success and np.abs(found.x - np.round(found.x)).max() > WHOLE:
        found = milp(price, integrality=np.ones(len(price)), bounds=Bounds(0, highest), constraints=rules)
    return found.x if found.success else None
