"""Does everything that can be said fit the channels of its programme: its choices, and the price of a text message?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from dialogues.checking.mistakes import Mistake
from dialogues.checking.texts import Messages
from dialogues.checking.world import Example, spoken
from dialogues.effects import Say
from dialogues.messages import Choice
from dialogues.programme import Programme
from integrations.channels import menus, segments
from integrations.channels.limits import LIMITS, SMS_PARTS, Limits

_NOTICES = ("consent", "sensitive")
"""Questions that come with a notice the law wants whole."""


class Way(StrEnum):
    """How a menu is shown."""

    BUTTONS = "buttons"
    ROWS = "rows of a list"
    NUMBERS = "numbers"
    TYPED = "words of their own"
    """The question is typed; its list is text that comes after a miss."""
    NONE = "nothing"


def way(limits: Limits, choices: tuple[Choice, ...], *, typed: bool = False) -> Way:
    """The best way to show ``choices`` on a channel; those of a ``typed`` question are only a list to read."""
    count, longest = len(choices), max((len(choice.label) for choice in choices), default=0)
    if limits.buttons is None or (count <= limits.buttons and longest <= (limits.label or longest)):
        return Way.BUTTONS
    if count <= limits.rows and longest <= limits.row:
        return Way.ROWS
    if typed and limits.own:
        return Way.TYPED
    menu = segments.length(segments.economise(menus.numbered(choices)))
    return Way.NUMBERS if count <= limits.numbers and menu <= (limits.menu or menu) else Way.NONE


class Fitting:
    """Everything that a programme can say, held against its channels."""

    def __init__(self, programme: Programme, messages: Messages) -> None:
        """``messages`` tells where each stands."""
        self.ways: Counter[tuple[str, Way]] = Counter()
        """How many menus are shown in which way, by channel."""
        self._programme = programme
        self._messages = messages
        self._dear: set[tuple[str, str]] = set()
        """The language and the longest message of what is known to cost too much."""
        self._channels = sorted({line.channel for line in programme.facts.lines})

    def mistakes(self, example: Example) -> Iterator[Mistake]:
        """What does not fit of what is said in one step, in any language."""
        for language in self._programme.languages:
            for say in spoken(self._programme, example, language):
                for channel in self._channels if say.choices else ():
                    yield from self._menu(channel, say, language)
                if "sms" in self._channels:
                    yield from self._parts(say, example.keys, language)

    def _menu(self, channel: str, say: Say, language: str) -> Iterator[Mistake]:
        limits = LIMITS.get(channel)
        if limits is None:
            yield Mistake(channel, "nobody has written down what this channel can show")
            return
        name = say.choices[0].id.partition(":")[0]
        question = self._programme.question(name)
        typed = question is not None and question.typed
        shown = way(limits, say.choices, typed=typed)
        self.ways[channel, shown] += 1
        for choice in say.choices:
            size = len(choice.id.encode())
            if limits.id_bytes and size > limits.id_bytes:
                yield Mistake(channel, f"choice `{choice.id}` has {size} bytes, {limits.id_bytes} at most")
        if shown is Way.NONE:
            yield Mistake(channel, f"`{name}` has {len(say.choices)} choices in `{language}`: too many to number")
        elif limits.own and shown is not Way.TYPED and language == self._programme.languages[0]:
            yield from _own(channel, limits, say.choices, name, asked=question is not None)

    def _parts(self, say: Say, keys: tuple[str, ...], language: str) -> Iterator[Mistake]:
        notice = any(choice.id.partition(":")[0] in _NOTICES for choice in say.choices)
        menu = segments.economise(menus.numbered(say.choices))
        whole = "\n".join(filter(None, (segments.economise(say.text), menu)))
        for kind, text in (("consent" if notice else say.purpose.value, whole), ("discreet", say.discreet_text)):
            if segments.count(segments.economise(text)).parts > SMS_PARTS[kind]:
                longest = max(keys, key=lambda key: len(self._worded(language, key)), default="")
                if (language, longest) in self._dear:
                    continue
                self._dear.add((language, longest))
                place = self._messages.get(language, {}).get(longest)
                told = f"with `{longest}` a text message ({kind}) costs more than {SMS_PARTS[kind]} parts"
                yield Mistake(place.where if place else f"{language}.ftl", told)

    def _worded(self, language: str, key: str) -> str:
        """Message ``key`` with something of usual length in each of its places."""
        values = dict.fromkeys(self._programme.wording.values(language, key), "Wednesday 25 November")
        return self._programme.wording.text(language, key, **values)


def _own(channel: str, limits: Limits, choices: tuple[Choice, ...], name: str, *, asked: bool) -> Iterator[Mistake]:
    """What does not fit the buttons in the programme's own language; a menu that is no question's may be numbered."""
    if asked and limits.buttons is not None and len(choices) > limits.buttons:
        yield Mistake(channel, f"`{name}` has {len(choices)} choices, {limits.buttons} at most: let it be typed")
    for choice in choices:
        if limits.label and len(choice.label) > limits.label:
            told = f"label “{choice.label}” of `{choice.id}` has {len(choice.label)} letters, {limits.label} at most"
            yield Mistake(channel, told)
