"""A simulated conversation as its page shows it: every value already a word or a time in the visitor's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

import msgspec

from bot.acting import ACTS
from bot.console.explaining import Row, happened, rows, shut
from bot.console.naming import Names
from bot.console.words import Words
from bot.simulator.previews import Preview, preview
from bot.simulator.scenes import Delivery, Played, Scene
from bot.simulator.script import Deed, Did
from dialogues.gate import Drop, Hold, Send
from dialogues.messages import Choice
from dialogues.programme import LineSpec, named
from dialogues.state import Visit
from dialogues.tracing import Fate, considered

WITH_NUMBERS = ("sms", "whatsapp")
"""Channels without buttons: a choice is taken by writing its number."""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """One message of ours."""

    author: str
    parts: tuple[str, ...]
    language: str
    choices: tuple[Choice, ...] = ()
    """Buttons, where the channel has them."""
    numbers: int = 0
    """How many numbers can be written, where it has none."""
    live: bool = False
    """True for the last message with choices: they can be taken."""
    told: tuple[str, ...] = ()
    """What became of it, where that is not simply that it arrived."""
    bad: bool = False
    limits: str = ""
    """What it costs or how much room is left on its channel."""


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened."""

    id: str
    side: str
    """``family``, ``staff``, or ``clock`` for what happened by itself."""
    author: str
    text: str
    clock: str
    replies: tuple[Reply, ...]
    why: tuple[Row, ...]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A question of the running flow."""

    fate: str
    question: str
    told: str


@dataclass(frozen=True, slots=True, repr=False)
class Playback:
    """What the template asks for."""

    played: Played
    words: Words
    """In the played programme's time zone."""

    @property
    def kind(self) -> str:
        """The kind of channel that is played."""
        return next(spec.channel for spec in self.lines if spec.key == self.played.script.line)

    @property
    def lines(self) -> tuple[LineSpec, ...]:
        """The programme's lines."""
        return self.played.programme.facts.lines

    @property
    def title(self) -> str:
        """The programme's name."""
        return named(self.played.programme.facts.name, self.words.language)

    @property
    def names(self) -> Names:
        """What the programme's ids are called."""
        return Names(self.played.programme, self.words)

    @property
    def moments(self) -> list[Moment]:
        """Everything that happened, in order."""
        labels: dict[str, str] = {}
        last = self._last_with_choices()
        return [self._moment(number, scene, labels, last) for number, scene in enumerate(self.played.scenes)]

    def _last_with_choices(self) -> Delivery | None:
        """Whose choices can be taken: those of the last message that arrived with any, while they stand."""
        arrived = [one for scene in self.played.scenes for one in scene.deliveries if one.message and one.say.choices]
        return arrived[-1] if arrived and self.played.state.menu else None

    def _moment(self, number: int, scene: Scene, labels: dict[str, str], last: Delivery | None) -> Moment:
        side, author, text = self._done(scene, labels)
        labels |= {choice.id: choice.label for one in scene.deliveries for choice in one.say.choices}
        return Moment(
            id=f"scene-{number}",
            side=side,
            author=author,
            text=text,
            clock=self.words.short(scene.at, self.played.script.start),
            replies=tuple(self._reply(delivery, live=delivery is last) for delivery in scene.deliveries),
            why=tuple(rows(scene, self.played.programme, self.words)),
        )

    def _done(self, scene: Scene, labels: dict[str, str]) -> tuple[str, str, str]:
        words, deed = self.words, scene.deed
        if deed is None:
            told = happened(scene.explained.event, words) if scene.explained else words("sim-released")
            return "clock", words("sim-by-itself"), f"{told} {words('sim-times', times=scene.times)}".strip()
        match deed.did:
            case Did.WAITED:
                return "clock", words("sim-clock"), words(f"sim-waited-{deed.words}")
            case Did.ACTED:
                return "staff", words("author-worker"), self._act(deed)
            case Did.WROTE:
                return "family", words("author-family"), deed.words
            case Did.PRESSED:
                return "family", words("author-family"), labels.get(deed.words, deed.words)
            case did:
                return "family", words("author-family"), words(f"sim-did-{did.name.lower()}")

    def _act(self, deed: Deed) -> str:
        verb = next(verb for verb in ACTS if deed.words == verb or deed.words.startswith(f"{verb} "))
        return self.words(f"sim-act-{verb.replace(' ', '-')}")

    def _reply(self, delivery: Delivery, *, live: bool) -> Reply:
        shown = (
            preview(self._channel_of(delivery), delivery.message)
            if delivery.message
            else Preview(parts=(delivery.say.text,))
        )
        return Reply(
            author=self.words(f"author-{delivery.say.purpose.value}"),
            parts=shown.parts,
            language=delivery.say.language,
            choices=shown.choices,
            numbers=shown.numbers,
            live=live,
            told=tuple(self._fate(delivery)),
            bad=isinstance(delivery.verdict, Drop),
            limits=self._limits(shown),
        )

    def _channel_of(self, delivery: Delivery) -> str:
        line = delivery.message.line if delivery.message else self.played.script.line
        return next(spec.channel for spec in self.lines if spec.key == line)

    def _fate(self, delivery: Delivery) -> Iterator[str]:
        words = self.words
        match delivery.verdict:
            case Hold(until=until):
                yield words("state-held", when=words.when(until))
            case Drop(reason=reason):
                why = words.known(f"why-{reason}", words("why-code", code=reason))
                yield words("state-because", state=words("state-dropped"), why=why)
            case Send(discreet=discreet, template=template, line=line):
                if discreet and delivery.say.discreet_text:
                    yield words("sim-discreet")
                if template:
                    yield words("sim-template")
                if line:
                    yield words("sim-other-line", line=line)

    def _limits(self, shown: Preview) -> str:
        if shown.cost:
            return self.words(
                "sim-sms", parts=shown.cost.parts, encoding=shown.cost.encoding.value, units=shown.cost.units
            )
        if shown.most_id and shown.choices:
            return self.words("sim-bytes", bytes=shown.longest_id, most=shown.most_id)
        return self.words("sim-parts", parts=len(shown.parts)) if len(shown.parts) > 1 else ""

    @property
    def steps(self) -> list[Step]:
        """The running flow, question by question."""
        flow = self.played.programme.flows.get(self.played.state.flow)
        names = self.names
        return [
            Step(
                fate=one.fate.value,
                question=names.question(one.question.id),
                told=names.told(one.question.id, one.answer)
                if one.answer
                else shut(one, names, self.words)
                if one.fate is Fate.LEFT_OUT
                else "",
            )
            for one in (considered(flow, self.played.state) if flow else ())
        ]

    @property
    def waiting_answers(self) -> list[str]:
        """What was heard before the consent."""
        names = self.names
        return [
            f"{names.question(name)}: {names.told(name, answer)}" for name, answer in self.played.state.heard.items()
        ]

    @property
    def coming(self) -> list[tuple[str, str]]:
        """(when, what) of everything that will happen by itself."""
        words = self.words
        timers = [(at, words.known(f"sim-timer-{kind.value}", kind.value)) for at, kind in self.played.timers]
        held = [
            (one.verdict.until, words("sim-held-message")) for one in self.played.held if isinstance(one.verdict, Hold)
        ]
        return [(words.when(at), what) for at, what in sorted((*timers, *held), key=lambda one: one[0])]

    @property
    def document(self) -> str:
        """The case as JSON that people can read."""
        return msgspec.json.format(msgspec.json.encode(self.played.document), indent=2).decode()

    @property
    def next_visit(self) -> Visit | None:
        """The visit that a caseworker would move or cancel."""
        return self.played.state.next_visit(self.played.now)

    @property
    def tomorrow(self) -> str:
        """The day after the simulated one, ISO 8601."""
        zone: ZoneInfo = self.words.zone
        return (self.played.now.astimezone(zone).date() + timedelta(days=1)).isoformat()

    @property
    def ringing(self) -> bool:
        """Whether nobody has acted on a crisis yet."""
        alarm = self.played.state.alarm
        return alarm is not None and not alarm.acknowledged

    @property
    def at(self) -> int:
        """How many deeds were done: a form counts only for the conversation it stood under."""
        return len(self.played.script.deeds)
