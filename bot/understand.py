"""``python -m bot understand``: how the running bot would judge first messages, one JSON line for each."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TextIO

import msgspec

from bot.app import understanding
from bot.settings import Settings
from bot.understanding import Understanding
from data import programmes
from dialogues.loading import Sources, load_words
from dialogues.messages import Inbound
from dialogues.reading import Reading, Severity
from dialogues.words import plain

BATCH = 64
"""Lines that are read, judged and answered together."""

_MEANT = {
    "stop": "stop_messages",
    "start": "start_messages",
    "human": "talk_to_human",
    "help": "help",
    "language": "change_language",
    "status": "request_status",
    "forget": "forget_me",
    "yes": "affirm",
    "no": "deny",
}
"""The intent of a message that is nothing but a command word."""

_SCRIPTS = (("HANGUL", "Hang"), ("LATIN", "Latn"), ("CYRILLIC", "Cyrl"))
"""How the names of a script's letters begin in Unicode, and the script's code in ISO 15924."""


class Line(msgspec.Struct):
    """A line of the input; other fields are left alone."""

    text: str


class Judgement(msgspec.Struct):
    """A line of the output."""

    lang: str | None
    """BCP 47 tag, None when it cannot be told."""
    script: str | None
    """ISO 15924 code of the script that most letters are in, None without letters."""
    intent: str | None
    """The best guess, None when nothing was understood at all."""
    confidence: float
    """0 to 1; under ``dialogues.intents.SURE`` the bot offers choices instead of following it."""
    crisis: str | None
    severity: Severity | None
    """S0 or S1; None without a crisis, and for one that is only serious soon."""
    soft: bool
    """Whether the crisis is only asked about gently."""


class Wrong(msgspec.Struct):
    """What stands in place of a judgement when the line could not be read."""

    error: str


async def judge_lines(settings: Settings, lines: Iterable[str], out: TextIO) -> int:
    """Judge ``lines`` of JSON with the engine of ``settings``, one line of ``out`` for each, in order.

    Returns how many could not be read. Raises SettingsError and ContentError.
    """
    reading = understanding(settings)
    try:
        return await Judge(reading, programmes.sources()).answer(lines, out)
    finally:
        await reading.close()


class Judge:
    """Judges texts as first messages."""

    def __init__(self, understanding: Understanding, sources: Sources) -> None:
        self._understanding = understanding
        self._words = [load_words(name, text) for name, text in sorted(sources.words.items())]

    async def answer(self, lines: Iterable[str], out: TextIO) -> int:
        """Write one line of JSON for each of ``lines``, in order; returns how many could not be read."""
        wrong, numbered = 0, enumerate(lines, start=1)
        while batch := list(islice(numbered, BATCH)):
            read = [_read(number, line) for number, line in batch]
            judged = iter(await self.judge([line.text for line in read if isinstance(line, Line)]))
            out.writelines(
                msgspec.json.encode(next(judged) if isinstance(line, Line) else line).decode() + "\n" for line in read
            )
            wrong += sum(isinstance(line, Wrong) for line in read)
            out.flush()
        return wrong

    async def judge(self, texts: Sequence[str]) -> list[Judgement]:
        """One judgement for each text, in order."""
        inbounds = [
            Inbound(line="understand", provider_id=str(at), handle="", text=text) for at, text in enumerate(texts)
        ]
        readings = await self._understanding.read(inbounds)
        return [self._judged(text, reading) for text, reading in zip(texts, readings, strict=True)]

    def _judged(self, text: str, reading: Reading) -> Judgement:
        crisis = reading.crisis
        intent, confidence = self._intent(text, reading)
        return Judgement(
            lang=reading.language or None,
            script=script_of(text),
            intent=intent or None,
            confidence=round(confidence, 4),
            crisis=crisis.code if crisis else None,
            severity=crisis.severity if crisis and crisis.severity is not Severity.S2 else None,
            soft=crisis is not None and crisis.soft,
        )

    def _intent(self, text: str, reading: Reading) -> tuple[str, float]:
        """A word of command goes before every guess."""
        typed = plain(text) or text.strip()
        for words in self._words:
            if meant := _MEANT.get(words.command(typed)):
                return meant, 1.0
            if words.language(typed):
                return "change_language", 1.0
        return reading.top.intent, reading.top.confidence


def _read(number: int, line: str) -> Line | Wrong:
    try:
        return msgspec.json.decode(line, type=Line)
    except msgspec.DecodeError as error:
        return Wrong(f"line {number}: one JSON object with a `text` is wanted: {error}")


def script_of(text: str) -> str | None:
    """The ISO 15924 code of the script that most letters of ``text`` are in; None when no letter's script is known."""
    found = Counter(_scripts(text))
    return found.most_common(1)[0][0] if found else None


def _scripts(text: str) -> Iterator[str]:
    for letter in text:
        if letter.isalpha():
            name = unicodedata.name(letter, "")
            yield from (code for begins, code in _SCRIPTS if name.startswith(begins))
