"""Reads a transcript: a whole conversation that anyone can read, as what is done and what is expected of it.

The format is explained to caseworkers in ``docs/transcripts.md`` and written by ``bot.transcript``.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from dialogues.messages import Kind

HEADER_KEYS = ("start", "line", "language", "programme", "phone", "lines")

_TAG = re.compile(r"\(((?:worker|reminder|crisis|by)\b[^)]*)\) ?")
_KIND = re.compile(r"\((start|photo|contact|blocked|unblocked|opted out|opted in)\) ?")
_KINDS = {"start": Kind.START, "photo": Kind.MEDIA, "contact": Kind.CONTACT, "blocked": Kind.BLOCKED,
          "unblocked": Kind.UNBLOCKED, "opted out": Kind.OPTED_OUT, "opted in": Kind.OPTED_IN}  # fmt: skip
_PICK = re.compile(r"\[(\d{1,2})\] (.+)")


class TranscriptError(ValueError):
    """A line that cannot be read; ``str()`` is ``file:line: what is wrong``."""


@dataclass(frozen=True)
class Message:
    """A message that is expected to reach the person."""

    line: int
    tag: str
    text: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Expected:
    """An effect, or something known to the conversation: a name and some of its fields."""

    line: int
    name: str
    fields: dict[str, str]
    absent: bool = False


@dataclass
class Act:
    """One thing that somebody does, and what is expected to come of it."""

    line: int
    by: Literal["person", "choice", "clock", "worker"]
    text: str
    kind: Kind = Kind.TEXT
    picks: tuple[tuple[int, str], ...] = ()
    """Number in the menu and label of each choice pressed."""
    said: list[Message] = field(default_factory=list)
    kept_back: list[str] = field(default_factory=list)
    """What the gate does with messages that do not reach the person: ``dropped opted-out``."""
    effects: list[Expected] = field(default_factory=list)
    known: list[Expected] = field(default_factory=list)


@dataclass(frozen=True)
class Transcript:
    """One file."""

    name: str
    title: str
    header: dict[str, str]
    acts: tuple[Act, ...]


def read_transcript(path: Path) -> Transcript:
    """The transcript in ``path``. Raises TranscriptError for the first line that cannot be read."""
    return parse(path.name, path.read_text(encoding="utf-8"))


def parse(name: str, text: str) -> Transcript:
    """The transcript in ``text``. Raises TranscriptError for the first line that cannot be read."""
    reader = _Reader()
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            reader.take(number, line.rstrip())
        except ValueError as mistake:
            raise TranscriptError(f"{name}:{number}: {mistake}") from mistake
    reader.close()
    if not reader.title:
        raise TranscriptError(f"{name}:1: the first line has to tell the story: # Asan, Korean: …")
    if not reader.acts:
        raise TranscriptError(f"{name}:1: nothing happens in this transcript")
    return Transcript(name, reader.title, reader.header, tuple(reader.acts))


class _Reader:
    def __init__(self) -> None:
        self.title = ""
        self.header: dict[str, str] = {}
        self.acts: list[Act] = []
        self._open: list[str] | None = None
        """Lines of the message being read; None when the next ``<`` begins another one."""
        self._at: tuple[int, str] = (0, "")

    def take(self, number: int, line: str) -> None:
        mark, rest = line[:2].rstrip(), line[2:]
        if mark == "<":
            self._message_line(number, rest)
            return
        if line.startswith("  [") and self._open is not None:
            self.close(tuple(re.findall(r"\[([^\]]*)\]", line)))
            return
        self.close()
        if line and mark == "#":
            self.title = self.title or rest
        elif line:
            self._other(number, mark, line, rest)

    def _other(self, number: int, mark: str, line: str, rest: str) -> None:
        match mark:
            case ">":
                self._person(number, rest)
            case "@":
                self.acts.append(Act(number, "clock", rest.strip()))
            case "*":
                self.acts.append(Act(number, "worker", rest.strip()))
            case "~":
                self._last().kept_back.append(rest.strip())
            case "!":
                self._last().effects.append(_expected(number, rest))
            case "=":
                self._last().known.append(_expected(number, f"known {rest}"))
            case _ if picks := _picks(line):
                self.acts.append(Act(number, "choice", line, Kind.CHOICE, picks))
            case _ if not self.acts:
                key, colon, value = line.partition(":")
                if not colon or key not in HEADER_KEYS:
                    raise ValueError(
                        f"`{line}` is no line of a transcript; at the top there can be {', '.join(HEADER_KEYS)}"
                    )
                self.header[key] = value.strip()
            case _:
                raise ValueError(f"`{line}` begins with none of > [1] < ~ ! = @ * #")

    def _person(self, number: int, text: str) -> None:
        found = _KIND.match(text)
        kind = _KINDS[found[1]] if found else Kind.TEXT
        self.acts.append(Act(number, "person", text[found.end() :] if found else text, kind))

    def _message_line(self, number: int, rest: str) -> None:
        if self._open is None:
            self._last()
            found = _TAG.match(rest)
            self._at = (number, found[1] if found else "")
            self._open = [rest[found.end() :] if found else rest]
        else:
            self._open.append(rest)

    def close(self, choices: tuple[str, ...] = ()) -> None:
        """The message being read is whole."""
        if self._open is not None:
            self._last().said.append(Message(*self._at, "\n".join(self._open), choices))
        self._open = None

    def _last(self) -> Act:
        if not self.acts:
            raise ValueError("something is expected before anybody has done anything")
        return self.acts[-1]


def _picks(line: str) -> tuple[tuple[int, str], ...]:
    found = [_PICK.fullmatch(part) for part in line.split(" + ")]
    return tuple((int(pick[1]), pick[2]) for pick in found if pick) if all(found) else ()


def _expected(number: int, text: str) -> Expected:
    words = shlex.split(text)
    absent = bool(words) and words[0] == "no"
    name, *fields = words[absent:] or [""]
    if not name or any("=" not in one for one in fields):
        raise ValueError("after the mark come a name and fields: ! open_case urgency=week")
    return Expected(number, name, dict(one.split("=", 1) for one in fields), absent)
