"""A conversation to talk to in a test: the engine alone, with a clock that the test moves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from data import programmes
from dialogues.effects import Effect, Say
from dialogues.events import (
    AlarmAcknowledged,
    CaseClaimed,
    CaseClosed,
    CaseListed,
    CaseReturned,
    EscalationDue,
    Event,
    IntakeExpired,
    MessageReceived,
    ReminderDue,
    SendingFailed,
    VisitBooked,
    VisitCancelled,
    VisitMoved,
    WorkerReplied,
)
from dialogues.language import guess_language
from dialogues.messages import Kind
from dialogues.programme import Programme
from dialogues.reading import Guess, Hit, Reading
from dialogues.state import State
from dialogues.step import step

MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""Monday 23 November 2026, 10:00 in Asan."""

CONVERSATION = UUID(int=1)
KIM, LEE = "kim", "lee"

E = TypeVar("E", bound=Effect)


class Talk:
    """One person and the programme. ``said`` and ``effects`` are what the last event led to."""

    def __init__(self, programme: Programme, line: str = "asan-telegram", phone: str = "") -> None:
        self.programme = programme
        self.line = line
        self.phone = phone
        self.now = MONDAY
        self.state = State()
        self.effects: tuple[Effect, ...] = ()
        self._events = 100

    @property
    def said(self) -> list[Say]:
        """The messages to the person, in order."""
        return self.done(Say)

    @property
    def text(self) -> str:
        """All that was said, as one text."""
        return "\n---\n".join(say.text for say in self.said)

    def done(self, kind: type[E]) -> list[E]:
        """The effects of one kind."""
        return [effect for effect in self.effects if isinstance(effect, kind)]

    def value(self, question: str) -> object:
        """The answer to ``question``, None when it has none."""
        answer = self.state.answers.get(question)
        return answer.value if answer else None

    def wording(self, key: str, **values: object) -> str:
        """Message ``key`` in the person's language."""
        return self.programme.wording.text(self.state.language or self.programme.languages[0], key, **values)

    def wait(self, **time: float) -> Talk:
        """Let time pass; nothing happens meanwhile."""
        self.now += timedelta(**time)
        return self

    def happen(self, event: Event) -> Talk:
        """Let ``event`` happen now."""
        self.state, self.effects = step(self.programme, self.state, event, self.now)
        return self

    def next_id(self) -> UUID:
        """The id of the next event."""
        self._events += 1
        return UUID(int=self._events)

    # --- what a person does ---

    def write(
        self, text: str = "", *, kind: Kind = Kind.TEXT, intent: str = "", crisis: Hit | None = None, hint: str = ""
    ) -> Talk:
        """The person writes ``text``, which is read as ``intent`` (surely) and as ``crisis``."""
        ranking = (Guess(intent, 0.95),) if intent else ()
        reading = Reading(
            crisis=crisis or programmes.lexicon().detect(text), ranking=ranking, language=guess_language(text)
        )
        return self.happen(
            MessageReceived(
                id=self.next_id(), conversation=CONVERSATION, line=self.line, kind=kind, text=text, phone=self.phone,
                language_hint=hint, reading=reading,
            )
        )  # fmt: skip

    def press(self, choice: str) -> Talk:
        """The person presses the button with this id."""
        return self.happen(
            MessageReceived(
                id=self.next_id(),
                conversation=CONVERSATION,
                line=self.line,
                kind=Kind.CHOICE,
                choice=choice,
                phone=self.phone,
            )
        )

    def answer(self, *texts: str) -> Talk:
        """The person writes several messages, one after the other."""
        for text in texts:
            self.write(text)
        return self

    def hand_over(self, *, contact: str = "여기", others_read: str = "저만 봐요") -> Talk:
        """The whole self-referral, from the first word to the case."""
        self.answer(
            "안녕하세요",
            "동의해요",
            "동의해요",
            "임신 중이에요",
            "28주",
            "배방읍",
            "병원비가 걱정돼요",
            "이번 주",
            contact,
        )
        if contact in ("문자", "전화") and not self.phone:
            self.write("010-1234-5678")
        if self.state.asked == "hours":
            self.answer("아무 때나", others_read)
        return self.answer("하늘", "보내기")

    # --- what a caseworker does, and what time does ---

    def _of(self) -> dict[str, object]:
        return {"id": self.next_id(), "conversation": CONVERSATION, "line": self.line}

    def claim(self, staff: str = KIM) -> Talk:
        """A caseworker takes the case."""
        return self.happen(CaseClaimed(**self._of(), staff=staff))  # type: ignore[arg-type]

    def acknowledge(self, staff: str = KIM) -> Talk:
        """Somebody has seen the alarm."""
        return self.happen(AlarmAcknowledged(**self._of(), staff=staff))  # type: ignore[arg-type]

    def reply(self, text: str, staff: str = KIM) -> Talk:
        """A caseworker writes."""
        return self.happen(WorkerReplied(**self._of(), staff=staff, text=text))  # type: ignore[arg-type]

    def give_back(self, staff: str = KIM) -> Talk:
        """The caseworker gives the conversation back."""
        return self.happen(CaseReturned(**self._of(), staff=staff))  # type: ignore[arg-type]

    def close(self, staff: str = KIM, outcome: str = "helped") -> Talk:
        """The caseworker ends the case."""
        return self.happen(CaseClosed(**self._of(), staff=staff, outcome=outcome))  # type: ignore[arg-type]

    def list(self, staff: str = KIM, *, listed: bool = True) -> Talk:
        """The caseworker puts the family on the waiting list, or takes it off."""
        return self.happen(CaseListed(**self._of(), staff=staff, listed=listed))  # type: ignore[arg-type]

    def book(self, staff: str = KIM, **ahead: float) -> Talk:
        """The caseworker books a visit so far ahead."""
        return self.happen(VisitBooked(**self._of(), staff=staff, starts_at=self.now + timedelta(**ahead)))  # type: ignore[arg-type]

    def move(self, visit: UUID, staff: str = KIM, **ahead: float) -> Talk:
        """The caseworker moves a visit."""
        starts_at = self.now + timedelta(**ahead)
        return self.happen(VisitMoved(**self._of(), staff=staff, visit=visit, starts_at=starts_at))  # type: ignore[arg-type]

    def cancel(self, visit: UUID, staff: str = KIM) -> Talk:
        """The caseworker cancels a visit."""
        return self.happen(VisitCancelled(**self._of(), staff=staff, visit=visit))  # type: ignore[arg-type]

    def remind(self, visit: UUID) -> Talk:
        """A reminder falls due."""
        return self.happen(ReminderDue(**self._of(), visit=visit))  # type: ignore[arg-type]

    def escalate(self, level: int, case: UUID | None = None) -> Talk:
        """The case has waited too long."""
        case = case or self.state.case or UUID(int=0)
        return self.happen(EscalationDue(**self._of(), case=case, level=level))  # type: ignore[arg-type]

    def fail(self, *, unreachable: bool = False) -> Talk:
        """A message of ours did not arrive."""
        return self.happen(SendingFailed(**self._of(), reason="telegram:blocked", unreachable=unreachable))  # type: ignore[arg-type]

    def expire(self) -> Talk:
        """The conversation has rested for long."""
        return self.happen(IntakeExpired(**self._of()))  # type: ignore[arg-type]
