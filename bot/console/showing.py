"""A case as its page shows it: every value already a word or a time in the visitor's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.console.telling import Bubble, bubbles
from bot.console.visitor import Visitor
from data.casefiles import CaseFile, VisitRow
from data.staff import Member, Role
from dialogues.case import AnswerRecord, CrisisRecord, MatchRecord
from dialogues.flow import Answer
from dialogues.handoff import shown
from dialogues.programme import Visits, named
from dialogues.state import VisitStatus
from integrations.handoffs.webhook import withheld

ABUSE = "child_abuse"
"""The crisis that staff in Korea must report at once (Act on Special Cases concerning the Punishment of Child Abuse
Crimes, articles 10(2) and 63; DOMAIN A3). We remind them; nothing is reported by itself."""

LENGTHS = (30, 45, 60, 90, 120, 180)
"""Minutes of a visit to choose from."""


def may_export(member: Member, file: CaseFile) -> bool:
    """Whether ``member`` may take the case out of here: who has it and supervisors may, but for what is withheld."""
    theirs = member.role is Role.SUPERVISOR or file.claimed_by == member.id
    return theirs and not withheld(file.document)


@dataclass(frozen=True, slots=True, repr=False)
class CaseView:
    """What the template asks for."""

    file: CaseFile
    visitor: Visitor
    pushes: bool
    """Whether the conversation's line can write first; false for the chat page, where the family comes and looks."""
    now: datetime

    @property
    def open(self) -> bool:
        """Whether the case still stands."""
        return self.file.closed_at is None

    @property
    def mine(self) -> bool:
        """Whether the visitor owns the conversation."""
        return self.open and self.file.claimed_by == self.visitor.member.id

    @property
    def listed(self) -> bool:
        """Whether the family is on the waiting list."""
        return self.open and self.file.state.case == self.file.document.id and self.file.state.listed

    @property
    def path(self) -> str:
        """The page's address."""
        return f"/console/cases/{self.file.document.id.hex}"

    @property
    def title(self) -> str:
        """The code, and the family's name where it gave one."""
        document = self.file.document
        return f"{document.code} · {document.name}" if document.name else document.code

    @property
    def centre(self) -> str:
        """The centre's name."""
        document = self.file.document
        found = self.visitor.programme.centres.get(document.centre)
        return (
            named(found.name, self.visitor.words.language)
            if found
            else document.centre_name or self.visitor.words("no-centre")
        )

    @property
    def crisis(self) -> CrisisRecord | None:
        """The crisis found, if any."""
        return self.file.document.crisis

    @property
    def numbers(self) -> list[tuple[str, str]]:
        """(number, name) of whom to call, in the programme's order; the foreign-language line for whoever needs it."""
        programme, document = self.visitor.programme, self.file.document
        keys = programme.facts.crisis.get(
            document.crisis.code if document.crisis else "", programme.facts.general_hotlines
        )
        if document.language != programme.languages[0] and programme.facts.foreign_hotline:
            keys = (*keys, programme.facts.foreign_hotline)
        lines = [programme.hotlines[key] for key in keys]
        return [(line.number, named(line.name, self.visitor.words.language)) for line in lines]

    @property
    def must_report(self) -> bool:
        """Whether the law makes the visitor report this at once."""
        return self.visitor.programme.facts.region == "KR" and self.crisis is not None and self.crisis.code == ABUSE

    @property
    def answers(self) -> Iterator[tuple[str, str, str]]:
        """(label, answer, how we know) in the order asked."""
        for record in self.file.document.answers:
            yield (*self._answer(record), self.visitor.words(f"how-{record.how}"))

    def _answer(self, record: AnswerRecord) -> tuple[str, str]:
        """In the visitor's language where the question still exists, else as the document has it."""
        programme, language = self.visitor.programme, self.visitor.words.language
        question = programme.question(record.question)
        if question is None or language == programme.languages[0]:
            return record.label, record.text
        try:
            label = programme.wording.text(language, f"summary-{question.id}")
            return label, shown(programme, question, Answer(record.value, record.at), language)
        except KeyError:
            return record.label, record.text

    @property
    def matched(self) -> list[tuple[int, str, tuple[MatchRecord, ...]]]:
        """(number of the child, its age and the like as far as it is told, what may fit), child by child."""
        document, programme = self.file.document, self.visitor.programme
        each = {question.id for question in programme.questions.values() if question.each}
        last = tuple(record for record in document.answers if record.question in each)
        children = [*((child.answers, child.matches) for child in document.children), (last, document.matches)]
        return [
            (number, ", ".join(self._answer(record)[1] for record in answers[:2]), matches)
            for number, (answers, matches) in enumerate(children, start=1)
            if matches
        ]

    def service(self, match: MatchRecord) -> str:
        """The service's name, in the visitor's language where the programme still has it."""
        known = (one for one in self.visitor.programme.facts.services if one.key == match.service)
        found = next(known, None)
        return named(found.name, self.visitor.words.language) if found else match.name

    @property
    def transcript(self) -> list[tuple[str, list[Bubble]]]:
        """The conversation, day by day."""
        return bubbles(self.file, self.visitor.words, pushes=self.pushes, now=self.now)

    @property
    def moving(self) -> bool:
        """Whether a message is on its way: its state will change within seconds."""
        return any(bubble.moving for _, day in self.transcript for bubble in day)

    @property
    def readers(self) -> str:
        """Who reads the messages: ``shared``, ``alone``, or ``unknown`` when the family was not asked."""
        asked = any(record.question == "others_read" for record in self.file.document.answers)
        return "shared" if self.file.document.contact.others_read else "alone" if asked else "unknown"

    @property
    def reply_warnings(self) -> list[str]:
        """Keys of what has to be known before writing, the most important first."""
        contact = self.file.document.contact
        if self.file.state.referred:
            return ["warn-referred"]
        found = [] if self.readers == "alone" else [f"warn-{self.readers}"]
        if self.file.state.stopped:
            found.append("warn-stopped")
        elif self.pushes and contact.way in ("call", "none"):
            found.append(f"warn-{contact.way}")
        if self.file.state.unreachable:
            found.append("warn-unreachable")
        return found

    @property
    def visits(self) -> list[VisitRow]:
        """Every visit, the earliest first."""
        return list(self.file.visits)

    @property
    def rhythm(self) -> tuple[Visits, int] | None:
        """How often the programme visits a family, and how many visits stand or stood in this month; None once the case
        is closed, or where the programme does not say."""
        planned, zone = self.visitor.programme.facts.visits_a_month, self.visitor.words.zone
        if planned is None or self.file.closed_at:
            return None
        month = f"{self.now.astimezone(zone):%Y-%m}"
        here = [visit for visit in self.visits if f"{visit.starts_at.astimezone(zone):%Y-%m}" == month]
        return planned, sum(self.visit_state(visit) not in ("cancelled", "missed") for visit in here)

    def changeable(self, visit: VisitRow) -> bool:
        """Whether the visitor can move or cancel the visit now."""
        return self.mine and visit.status is not VisitStatus.CANCELLED and visit.starts_at > self.now

    def visit_state(self, visit: VisitRow) -> str:
        """``booked``, ``confirmed``, ``move_requested``, ``cancelled`` (closing does that), or ``past``, and
        then ``kept`` or ``missed`` once somebody has said so."""
        if self.file.closed_at and visit.starts_at > self.file.closed_at:
            return VisitStatus.CANCELLED.value
        if visit.status is not VisitStatus.CANCELLED and visit.starts_at <= self.now:
            return "past" if visit.kept is None else "kept" if visit.kept else "missed"
        return visit.status.value

    def markable(self, visit: VisitRow) -> bool:
        """Whether it can be said now that the visit took place, or did not."""
        return visit.status is not VisitStatus.CANCELLED and visit.starts_at <= self.now

    def field(self, draft: Mapping[str, str], deed: str, name: str, otherwise: str = "", visit: str = "") -> str:
        """What stood in a form that was sent and refused, else ``otherwise``."""
        same = draft.get("deed") == deed and draft.get("visit", "") == visit
        return draft.get(name, otherwise) if same else otherwise

    @property
    def today(self) -> str:
        """The first day a visit can have, on the programme's clock."""
        return self.now.astimezone(self.visitor.words.zone).date().isoformat()

    @property
    def tomorrow(self) -> str:
        """What a booking form begins with."""
        return (self.now.astimezone(self.visitor.words.zone).date() + timedelta(days=1)).isoformat()

    def local_day(self, at: datetime) -> str:
        """For a day field."""
        return at.astimezone(self.visitor.words.zone).date().isoformat()

    @property
    def exportable(self) -> bool:
        """Whether the visitor may download it for another system."""
        return may_export(self.visitor.member, self.file)

    @property
    def deeds(self) -> Iterator[tuple[str, str, str]]:
        """(when, who, what) of the audit, the latest first; the same look again and again is told once."""
        words, before = self.visitor.words, None
        for deed in self.file.deeds:
            if deed.action == "view" and before == (deed.name, "view"):
                continue
            before = (deed.name, deed.action)
            what = words.known(f"deed-{deed.action}", deed.action)
            yield words.short(deed.at, self.now), deed.name or words("somebody"), what

    @property
    def lengths(self) -> tuple[int, ...]:
        """Minutes of a visit to choose from."""
        return LENGTHS
