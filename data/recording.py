"""Effects become rows: collected while a batch is stepped through, written by a few statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any, assert_never
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from data import figures
from data.database import write_rows
from data.forgetting import forget
from data.ids import uuid7
from data.outbox import LEASE, Content, Ready
from data.statements import statements
from data.store import Store
from dialogues.case import CaseDocument, Urgency, placed
from dialogues.effects import (
    Acknowledge,
    CancelTimers,
    ClaimCase,
    ClearWaiting,
    CloseCase,
    Effect,
    Forget,
    KeepHelped,
    KeepVisit,
    MarkWaiting,
    Notify,
    OpenCase,
    Refuse,
    ReleaseCase,
    ReviseCase,
    RevokeMessages,
    Say,
    SetTimer,
)
from dialogues.messages import Status
from dialogues.state import VisitStatus

FORGET = "forget"

Rows = list[dict[str, Any]]


class Place(msgspec.Struct, frozen=True):
    """The conversation an effect belongs to."""

    conversation: UUID
    line: str
    handle: str
    pushes: bool


class Recording:
    """What a batch will write. Effects of one conversation happen in their order; alike ones share a statement."""

    def __init__(self, store: Store, now: datetime) -> None:
        self._store = store
        self._now = now
        self._statements: list[tuple[str, Rows]] = []
        self._reached: defaultdict[UUID, int] = defaultdict(int)
        """By conversation, the last statement that does something to it."""
        self._conversation = UUID(int=0)
        self.said: list[Ready] = []
        """Messages to send, leased to whoever runs this batch."""
        self.topics: set[str] = set()

    def record(self, place: Place, effect: Effect) -> None:  # noqa: C901 - a closed set, one case each
        """Take down one effect."""
        self._conversation = place.conversation
        match effect:
            case Say():
                self._say(place, effect)
            case OpenCase():
                self._open(effect)
            case ReviseCase():
                self._revise(effect)
            case ClaimCase():
                self._case("claim", effect.case, by=UUID(effect.staff))
                self._audit("claim", effect.case, effect.staff)
            case ReleaseCase():
                self._case("release", effect.case)
            case CloseCase():
                self._case("close", effect.case, ending=effect.outcome[:40])
                self._case("figure_close", effect.case, ending=effect.outcome[:40])
            case KeepHelped():
                self._case("helped", effect.case, answer=effect.helped)
            case Acknowledge():
                self._case("acknowledge", effect.case, by=UUID(effect.staff))
                self._case("figure_acknowledge", effect.case)
                self._audit("acknowledge", effect.case, effect.staff)
            case KeepVisit():
                self._visit(effect)
            case Notify():
                self._notify(effect)
            case SetTimer():
                self._timer(place, effect)
            case CancelTimers():
                self._do(
                    "cancel_timers", {"of": place.conversation, "what": effect.kind.value, "about_": effect.subject}
                )
            case RevokeMessages():
                self._do("revoke", {"about_": effect.subject})
            case MarkWaiting():
                self._do("wait", {"of": place.conversation})
                self.topics.add("inbox")
            case ClearWaiting():
                self._do("answered", {"of": place.conversation})
                self.topics.add("inbox")
            case Forget():
                self._do(FORGET, {"of": place.conversation})
            case Refuse():
                pass
            case _:
                assert_never(effect)

    def first_reply(self, case: UUID) -> None:
        """A caseworker answered in the conversation of the last effect; only the first time is kept."""
        self._case("first_reply", case)
        self._case("figure_reply", case)

    async def write(self, connection: AsyncConnection) -> None:
        """Write everything recorded."""
        known = statements(self._store.database.is_postgres, self._now)
        for name, rows in self._statements:
            if name == FORGET:  # has to read what it blanks
                await forget(self._store, connection, [row["of"] for row in rows])
            else:
                await write_rows(connection, known[name](), rows)

    def _do(self, name: str, row: dict[str, Any]) -> None:
        """Add ``row`` to the first statement ``name`` that comes no earlier than what the conversation did before."""
        reached = range(self._reached[self._conversation], len(self._statements))
        at = next((index for index in reached if self._statements[index][0] == name), len(self._statements))
        if at == len(self._statements):
            self._statements.append((name, []))
        self._statements[at][1].append(row)
        self._reached[self._conversation] = at

    def _say(self, place: Place, say: Say) -> None:
        name = uuid7()
        content = Content(
            text=say.text, choices=say.choices, many=say.many, language=say.language, discreet_text=say.discreet_text
        )
        self._do(
            "say",
            {
                "id": name,
                "conversation_id": place.conversation,
                "line": place.line,
                "inbound": False,
                "content_sealed": self._store.seal(content, "messages.content", name),
                "purpose": say.purpose.value,
                "about": say.about,
                "until": say.until,
                "status": Status.SENDING.value,
                "send_after": self._now + LEASE,
                "attempts": 1,
                "at": self._now,
                "status_at": self._now,
                "held_by": self._store.wake.seat,
            },
        )
        self.said.append(
            Ready(
                id=name, conversation=place.conversation, line=place.line, handle=place.handle, content=content,
                purpose=say.purpose, until=say.until, at=self._now, attempts=1, leased_until=self._now + LEASE,
            )
        )  # fmt: skip
        if not place.pushes:
            self.topics.add(f"conversation:{place.conversation.hex}")

    def _open(self, effect: OpenCase) -> None:
        document = effect.document
        row = self._document(document, effect.due_at)
        row |= {"id": document.id, "conversation_id": document.conversation, "programme": document.programme}
        self._do("open", row | {"code": document.code, "opened_at": document.opened_at})
        self._count(figures.opened(document, effect.due_at))
        self.topics.add("inbox")

    def _revise(self, effect: ReviseCase) -> None:
        row = self._document(effect.document, effect.due_at)
        self._do("revise", {f"new_{name}": value for name, value in row.items()} | {"case": effect.document.id})
        self._count(figures.revised(effect.document, effect.due_at))
        self._topic(effect.document.id)

    def _document(self, document: CaseDocument, due_at: datetime) -> dict[str, Any]:
        return {
            "centre": document.centre,
            "urgency": document.urgency.value,
            "reason": document.reason.value,
            "revision": document.revision,
            "document_sealed": self._store.seal(document, "cases.document", document.id),
            "due_at": due_at,
            "alarm_at": document.crisis.at if document.crisis and document.urgency is Urgency.CRISIS else None,
            "placed": " ".join(placed(document)),
        }

    def _case(self, change: str, case: UUID, **values: Any) -> None:
        self._do(change, {"case": case} | values)
        self._topic(case)

    def _visit(self, effect: KeepVisit) -> None:
        row = {"starts_at": effect.starts_at, "status": effect.status.value, "updated_at": self._now}
        if effect.minutes is not None:
            self._do(
                "book", row | {"id": effect.visit, "case_id": effect.case, "minutes": effect.minutes, "sequence": 0}
            )
        else:
            wish = (
                self._store.seal(effect.wish, "visits.wish", effect.visit)
                if effect.status is VisitStatus.MOVE_REQUESTED
                else None
            )
            self._do(
                "visit",
                {f"new_{name}": value for name, value in row.items()} | {"visit": effect.visit, "new_wish": wish},
            )
        self._count(figures.visited(effect))
        self._topic(effect.case)

    def _notify(self, effect: Notify) -> None:
        self._do(
            "notify",
            {
                "id": uuid7(),
                "kind": effect.kind.value,
                "case_id": effect.case,
                "visit_id": effect.visit,
                "status": Status.QUEUED.value,
                "send_after": self._now,
                "at": self._now,
                "status_at": self._now,
            },
        )
        self.topics |= {"notices", "inbox"}
        self._topic(effect.case)

    def _count(self, changes: Iterable[figures.Change]) -> None:
        """Take down what the reports keep of it."""
        for name, row in changes:
            self._do(name, row)

    def _timer(self, place: Place, effect: SetTimer) -> None:
        self._do(
            "timer",
            {
                "id": uuid7(),
                "conversation_id": place.conversation,
                "kind": effect.kind.value,
                "subject": effect.subject,
                "level": effect.level,
                "due_at": effect.at,
            },
        )

    def _audit(self, action: str, case: UUID, staff: str) -> None:
        self._do("audit", {"id": uuid7(), "at": self._now, "staff_id": UUID(staff), "action": action, "case_id": case})

    def _topic(self, case: UUID) -> None:
        self.topics |= {"inbox", f"case:{case.hex}"}
