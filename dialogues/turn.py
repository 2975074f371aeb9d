"""One step in the making: the state as it changes, the effects as they come, the words that become one message."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from dialogues.effects import Effect, Say
from dialogues.events import Event
from dialogues.messages import Choice, Purpose
from dialogues.programme import Programme, named
from dialogues.rules import Rule
from dialogues.state import State
from dialogues.times import said


class Turn:
    """Mutable, but only inside ``step``: nothing outside ever sees one."""

    __slots__ = (
        *("effects", "event", "now", "programme", "rules", "state"),
        *("_about", "_choices", "_discreet", "_many", "_paragraphs", "_purpose", "_until"),
    )

    def __init__(self, programme: Programme, state: State, event: Event, now: datetime) -> None:
        self.programme = programme
        self.state = state
        self.event = event
        self.now = now
        self.effects: list[Effect] = []
        self.rules: list[Rule] = []
        self._paragraphs: list[str] = []
        self._choices: tuple[Choice, ...] = ()
        self._many = False
        self._purpose = Purpose.REPLY
        self._discreet = ""
        self._about: UUID | None = None
        self._until: datetime | None = None

    @property
    def language(self) -> str:
        """The language we write in: the person's, or the programme's own until they have told."""
        return self.state.language or self.programme.languages[0]

    @property
    def today(self) -> date:
        """The day in the programme's time zone."""
        return self.now.astimezone(self.programme.zone).date()

    def set(self, **changes: Any) -> None:
        """Change fields of the state."""
        self.state = replace(self.state, **changes)

    def do(self, *effects: Effect) -> None:
        """Have ``effects`` done."""
        self.effects.extend(effects)

    def by(self, rule: Rule, held: object = True) -> bool:
        """Note that ``rule`` decided, where it ``held``, and say whether it did. Nothing is decided by the note: it is
        for whoever wants the step explained."""
        if held:
            self.rules.append(rule)
        return bool(held)

    def text(self, key: str, **values: Any) -> str:
        """Message ``key`` in the person's language."""
        return self.programme.wording.text(self.language, key, **values)

    def when(self, at: datetime) -> str:
        """``at`` as the person says it, in the programme's time zone."""
        return said(at, self.language, self.programme.zone)

    def numbers(self, keys: tuple[str, ...]) -> str:
        """Hotlines in the order given, each number before its name, as plain digits."""
        lines = (self.programme.hotlines[key] for key in keys)
        return " · ".join(f"{line.number} {named(line.name, self.language)}" for line in lines)

    def general_numbers(self) -> str:
        """The hotlines anybody may call."""
        return self.numbers(self.programme.facts.general_hotlines)

    def say(self, key: str, **values: Any) -> None:
        """Add message ``key`` as a paragraph of what this step sends."""
        self.say_text(self.text(key, **values))

    def say_text(self, text: str) -> None:
        """Add ``text`` as a paragraph."""
        self._paragraphs.append(text)

    def offer(self, *choices: Choice, many: bool = False) -> None:
        """Put ``choices`` under the message, in place of any offered before."""
        self._choices = choices
        self._many = many

    def next_message(self) -> None:
        """What is said from here on is a message of its own: one text message may only be so long."""
        if self._paragraphs and not self._writes_first():
            self.do(self._message())
            self._paragraphs, self._choices = [], ()

    def choice(self, choice_id: str, key: str) -> Choice:
        """A choice labelled with message ``key``."""
        return Choice(choice_id, self.text(key))

    def mark(
        self, purpose: Purpose, *, discreet: str = "", about: UUID | None = None, until: datetime | None = None
    ) -> None:
        """Say why the message is sent; see ``Say`` for the rest."""
        self._purpose, self._discreet, self._about, self._until = purpose, discreet, about, until

    def finish(self) -> tuple[State, tuple[Effect, ...]]:
        """The new state and everything to be done. The paragraphs become one message; its choices become the menu.

        For a person who wants to write first, or cannot talk safely now, words of a caseworker wait until they write,
        on a
        line that would push them.
        """
        if self.state.referred:
            return self.state, tuple(self.effects)  # the family is not there
        if self._paragraphs and self._writes_first():
            if self._purpose is Purpose.WORKER:
                self.set(unread=(*self.state.unread, "\n\n".join(self._paragraphs)))
        elif self._paragraphs:
            self.set(menu=self._choices)
            self.do(self._message())
        return self.state, tuple(self.effects)

    def pushes(self) -> bool:
        """Whether the conversation's line writes to the person's screen by itself; a chat page waits for them."""
        return all(line.key != self.event.line or line.channel != "webchat" for line in self.programme.facts.lines)

    def _writes_first(self) -> bool:
        if self._purpose not in (Purpose.WORKER, Purpose.REMINDER) or not self.pushes():
            return False
        contact = self.state.answers.get("contact")
        silent = contact is not None and contact.value == "none"
        return self.state.hushed or (silent and not self.state.live(self.now))

    def _message(self) -> Say:
        return Say(
            text="\n\n".join(self._paragraphs),
            choices=self._choices,
            many=self._many,
            purpose=self._purpose,
            language=self.language,
            discreet_text=self._discreet,
            about=self._about,
            until=self._until,
        )
