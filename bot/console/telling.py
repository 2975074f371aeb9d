"""The transcript: who said what, and how far each of our messages has come, in words."""

from __future__ import annotations

import re
from datetime import datetime

import msgspec

from bot.console.words import Words
from data.casefiles import CaseFile, Line
from dialogues.listening import masked
from dialogues.messages import Choice, Kind, Purpose, Status

SAFE_HOURS = "safe-hours"
"""The gate's reason for holding a message."""

_MOVING = frozenset({Status.QUEUED.value, Status.SENDING.value})
_NUMBERS = re.compile(r"\s*[0-9]{1,2}(?:[\s,.]+[0-9]{1,2})*\s*")
_BAD = frozenset({Status.FAILED.value, Status.DROPPED.value})


class Bubble(msgspec.Struct, frozen=True, kw_only=True):
    """One message as the page shows it."""

    id: str
    side: str
    """``family``, ``bot`` or ``staff``."""
    author: str
    text: str
    note: bool = False
    """True when ``text`` is ours about what they did, such as sending a photo."""
    choices: tuple[str, ...] = ()
    language: str = ""
    clock: str = ""
    at: str = ""
    """ISO 8601."""
    state: str = ""
    """A ``Status`` value, or ``held``; "" for the family's own."""
    told: str = ""
    """The state in words."""
    moving: bool = False
    bad: bool = False


def bubbles(file: CaseFile, words: Words, *, pushes: bool, now: datetime) -> list[tuple[str, list[Bubble]]]:
    """The transcript by day, in the order said; what waits for the family to write comes last."""
    days: list[tuple[str, list[Bubble]]] = []
    offered: tuple[Choice, ...] = ()
    for line in file.transcript:
        offered = line.choices or offered
        day = words.day(line.at)
        if not days or days[-1][0] != day:
            days.append((day, []))
        days[-1][1].append(_heard(line, offered, words) if line.inbound else _said(line, words, pushes=pushes, now=now))
    if file.unread:
        days.append((words("not-yet"), [_unread(number, text, words) for number, text in enumerate(file.unread)]))
    return days


def _heard(line: Line, offered: tuple[Choice, ...], words: Words) -> Bubble:
    """What the family wrote or did; a bare number is told with the choice of our last message that it means."""
    text, note = masked(line.text), False
    meant: tuple[str, ...] = ()
    match line.kind:
        case Kind.CHOICE:
            labels = {choice.id: choice.label for choice in offered}
            text = text or ", ".join(labels.get(choice, choice) for choice in line.choice.split(","))
        case Kind.TEXT:
            meant = _meant(text, offered)
        case kind:
            text, note = words(f"did-{kind.value}", text=text) if text else words(f"did-{kind.value}-only"), True
    author = words("author-family") + (f" · {words('edited')}" if line.edited else "")
    return Bubble(
        id=line.id.hex, side="family", author=author, text=text, note=note, choices=meant,
        clock=words.clock(line.at), at=line.at.isoformat(),
    )  # fmt: skip


def _meant(text: str, offered: tuple[Choice, ...]) -> tuple[str, ...]:
    if not _NUMBERS.fullmatch(text):
        return ()
    numbers = [int(number) for number in re.findall(r"[0-9]+", text)]
    return (
        tuple(offered[number - 1].label for number in numbers)
        if all(1 <= number <= len(offered) for number in numbers)
        else ()
    )


def _said(line: Line, words: Words, *, pushes: bool, now: datetime) -> Bubble:
    held = line.status == Status.QUEUED and line.reason == SAFE_HOURS
    return Bubble(
        id=line.id.hex,
        side="staff" if line.purpose == Purpose.WORKER else "bot",
        author=words(f"author-{line.purpose or 'reply'}"),
        text=line.text,
        choices=tuple(choice.label for choice in line.choices),
        language=line.language,
        clock=words.clock(line.at),
        at=line.at.isoformat(),
        state="held" if held else line.status,
        told=_told(line, words, held=held, pushes=pushes, now=now),
        moving=line.status in _MOVING and not held,
        bad=line.status in _BAD,
    )


def _told(line: Line, words: Words, *, held: bool, pushes: bool, now: datetime) -> str:
    if held and line.send_after:
        return words("state-held", when=words.short(line.send_after, now))
    if line.status == Status.QUEUED and line.reason:
        return words("state-again", why=_why(line.reason, words), times=line.attempts)
    if line.status == Status.SENT and not pushes:
        return words("state-on-page")
    told = words.known(f"state-{line.status}", line.status)
    return (
        words("state-because", state=told, why=_why(line.reason, words))
        if line.reason and line.status in _BAD
        else told
    )


def _why(reason: str, words: Words) -> str:
    """The gate's reason in words, else the channel's code as it is, for whoever runs the program."""
    return words.known(f"why-{reason}", words("why-code", code=reason))


def _unread(number: int, text: str, words: Words) -> Bubble:
    return Bubble(
        id=f"unread-{number}",
        side="staff",
        author=words("author-worker"),
        text=text,
        state="held",
        told=words("state-unread"),
    )
