"""The savers for each visit of a case, as the caseworker chooses among them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.console.visitor import Visitor
from data import savers
from data.casefiles import CaseFile, VisitRow
from data.savers import Busy
from data.store import Store
from dialogues.savers import Candidate, Saver, rank, sought
from dialogues.state import VisitStatus


@dataclass(frozen=True, slots=True, repr=False)
class Choosing:
    """What the case's page asks for."""

    visitor: Visitor
    file: CaseFile
    roster: tuple[Saver, ...]
    taken: tuple[Busy, ...]

    def candidates(self, visit: VisitRow) -> tuple[Candidate, ...]:
        """Everybody who goes at present, the fittest first."""
        zone = self.visitor.programme.zone
        needs = sought(self.visitor.programme, self.file.document, visit.starts_at, visit.minutes, zone)
        busy = {
            one.saver
            for one in self.taken
            if one.visit != visit.id and one.starts_at < needs.ends and needs.starts < one.ends_at
        }
        return rank(self.roster, needs, busy)

    def goes(self, visit: VisitRow) -> str:
        """The name of who goes; "" for nobody yet."""
        return next((saver.profile.name for saver in self.roster if saver.id == visit.saver), "")

    def good(self, candidate: Candidate) -> str:
        """``fits: free, trained``."""
        return self._told("fits", candidate.speaks)

    def bad(self, candidate: Candidate) -> str:
        """``but: no training yet``."""
        return self._told("not", candidate.against)

    def _told(self, way: str, names: tuple[str, ...]) -> str:
        words = self.visitor.words
        return words(f"saver-{way}", what=", ".join(words(f"saver-{way}-{name}") for name in names))


async def choosing(store: Store, visitor: Visitor, file: CaseFile) -> Choosing:
    """The roster, and who of it is with other families around the visits of this case."""
    roster = await savers.of_programme(store, visitor.programme.key)
    standing = [visit.starts_at for visit in file.visits if visit.status is not VisitStatus.CANCELLED]
    taken = await savers.taken(store, visitor.programme.key, standing) if roster else []
    return Choosing(visitor, file, tuple(roster), tuple(taken))
