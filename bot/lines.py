"""The lines that are switched on: which channel serves each, and which programme it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dialogues.gate import Route
from dialogues.programme import Programme
from integrations.channels.channel import Channel


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """One line in service."""

    key: str
    kind: str
    channel: Channel
    programme: Programme

    @property
    def tells_phone(self) -> bool:
        """Whether the sender's handle is their phone number."""
        return self.kind in ("sms", "whatsapp")


class Lines:
    """All lines in service, by key."""

    def __init__(self, lines: Mapping[str, Line]) -> None:
        self._lines = dict(lines)

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._lines.values())

    def get(self, key: str) -> Line | None:
        """The line called ``key``, or None when it is switched off."""
        return self._lines.get(key)

    def serve(self, programme: Programme) -> None:
        """From now on every line of the programme of this key belongs to ``programme``."""
        for key, line in self._lines.items():
            if line.programme.key == programme.key:
                self._lines[key] = replace(line, programme=programme)

    def route(self, key: str, handle: str) -> Route:
        """What the gate has to know about sending to ``handle`` on the line ``key``."""
        line = self._lines[key]
        texts = next(
            (
                other.key
                for other in self._lines.values()
                if other.kind == "sms" and other.programme.key == line.programme.key
            ),
            "",
        )
        return Route(pushes=line.channel.pushes, window=line.channel.window, handle=handle, sms_line=texts)
