"""The one shape every way to reach staff has."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec

from dialogues.case import CaseDocument
from dialogues.effects import NoticeKind


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """Word to staff that something happened. Carries no text, name or handle of a family: whoever may see those signs
    in."""

    id: UUID
    """Names the notice for good: the same notice sent twice has the same id."""
    kind: NoticeKind
    at: datetime
    """UTC."""
    case: UUID
    code: str
    """The case's short code, such as ``K7-M3QX``."""
    programme: str
    programme_name: str
    centre_name: str
    """Empty when the centre is not known yet."""
    urgency: str
    reason: str
    revision: int
    due_at: datetime
    link: str
    """Address of the case in the console."""
    visit: UUID | None = None
    visit_starts_at: datetime | None = None
    visit_sequence: int = 0
    visit_minutes: int = 60
    timezone: str = "UTC"
    language: str = "ko"
    """The programme's first language, which its staff read."""
    claimed_by_name: str = ""
    """Name of the member of staff who has the case; empty while nobody has."""
    document: CaseDocument | None = None
    """The whole case, only for a recipient that was set up to receive it (a partner's case system)."""


class Handoff(Protocol):
    """One way to reach staff."""

    way: str
    """Name of the way: ``mail``, ``telegram``, ``webhook`` or ``primero``."""

    async def send(self, notice: Notice, recipient: str) -> None:
        """Tell ``recipient`` (an e-mail address, a chat id, an endpoint's key). Raises SendFailed; its type tells
        whether to try again."""
        ...

    async def start(self) -> None:
        """Open connections."""
        ...

    async def close(self) -> None:
        """Let go of every connection."""
        ...
