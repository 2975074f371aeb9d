"""``python -m bot check``: is the content of the programmes right? One line for each mistake."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path

import msgspec

import dialogues
from bot.fitting import Fitting
from data import programmes
from dialogues.checking import texts
from dialogues.checking.commands import command_mistakes, first_words
from dialogues.checking.exploring import Explored, explore
from dialogues.checking.graph import TooLarge
from dialogues.checking.hotlines import hotline_mistakes
from dialogues.checking.labels import misread_labels
from dialogues.checking.mistakes import Mistake, at, told_by
from dialogues.checking.unconfirmed import capacities, unconfirmed
from dialogues.documents import ContentError, Document
from dialogues.flow import Flow
from dialogues.loading import Sources, load_programme
from dialogues.programme import Programme, ProgrammeFile

_INTENT = re.compile(r"^\s*- intent: (\w+)", re.MULTILINE)


class Content(msgspec.Struct, frozen=True):
    """Everything that is checked, as texts."""

    programmes: Mapping[str, str]
    """By file name, such as ``firststep-asan.yml``."""
    sources: Sources
    code: Mapping[str, str]
    """The engine's own sources, by file name: they ask for messages as well."""
    intents: Sequence[str] = ()


class Checked(msgspec.Struct, frozen=True):
    """What a check found."""

    mistakes: tuple[Mistake, ...]
    unconfirmed: tuple[Mistake, ...]
    """What partners still have to confirm; not mistakes."""
    told: tuple[str, ...]
    """What was looked at, one line for each programme."""


def shipped() -> Content:
    """The content that is shipped."""
    folder = files("data.programmes")
    engine = Path(dialogues.__file__).parent
    sources = (file for file in engine.rglob("*.py") if "checking" not in file.parts)
    code = {str(file.relative_to(engine)): file.read_text(encoding="utf-8") for file in sources}
    training = (text for examples in programmes.training().values() for text in examples.values())
    return Content(
        {f"{key}.yml": (folder / f"{key}.yml").read_text(encoding="utf-8") for key in programmes.known()},
        programmes.sources(),
        code,
        sorted({intent for text in training for intent in _INTENT.findall(text)}),
    )


def check(content: Content, day: date, only: Collection[str] = ()) -> Checked:
    """Check the programmes called ``only``, or all, as on ``day``; what none of them asks for is looked for in all."""
    chosen = {name: text for name, text in content.programmes.items() if not only or name.removesuffix(".yml") in only}
    messages, mistakes = texts.read_wording(content.sources.wording)
    checks = [_Check(content, name, text, messages) for name, text in chosen.items()]
    for one in checks:
        mistakes += one.mistakes(day)
    loaded = [one.programme for one in checks if one.programme]
    if not only and len(loaded) == len(content.programmes):
        needed = {key for programme in loaded for key in texts.needed(programme)}
        said = {key for one in checks if one.explored for key in one.explored.given}
        mistakes += texts.left_over(messages, needed | said, content.code)
    return Checked(
        tuple(dict.fromkeys(mistakes)),
        tuple(told for one in checks for told in one.unconfirmed()),
        tuple(one.told() for one in checks if one.explored),
    )


class _Check:
    """The check of one programme."""

    def __init__(self, content: Content, name: str, text: str, messages: texts.Messages) -> None:
        self.programme: Programme | None = None
        self.explored: Explored | None = None
        self._content = content
        self._name = name
        self._text = text
        self._messages = messages
        self._ways: Counter[tuple[str, str]] = Counter()

    def mistakes(self, day: date) -> list[Mistake]:
        """All mistakes that can be found: what is built on wrong texts is not looked at."""
        try:
            document = Document(self._name, self._text)
            languages = document.read(ProgrammeFile).languages
            found = [*self._wording_mistakes(languages), *command_mistakes(self._words(languages))]
            if found:
                return found
            self.programme = load_programme(self._name, self._text, self._content.sources)
        except ContentError as error:
            return [told_by(error)]
        return [*hotline_mistakes(self.programme, document, day), *self._content_mistakes(self.programme)]

    def _wording_mistakes(self, languages: Sequence[str]) -> Iterator[Mistake]:
        yield from texts.differing(self._messages, languages)
        yield from texts.missing(self._messages, languages, self._content.code)

    def _words(self, languages: Sequence[str]) -> dict[str, str]:
        words = self._content.sources.words
        return {f"{tag}.yml": words[f"{tag}.yml"] for tag in languages if f"{tag}.yml" in words}

    def _content_mistakes(self, programme: Programme) -> Iterator[Mistake]:
        places = _Places(self._content.sources.flows)
        yield from (places.mistake(*found) for found in misread_labels(programme))
        name = f"{programme.languages[0]}.yml"
        commands = first_words(name, self._content.sources.words[name])
        try:
            self.explored = explore(programme, commands, self._content.intents)
        except TooLarge as error:
            yield Mistake(self._name, f"the flows cannot be walked through: {error}")
            return
        for flow, question, what, way in self.explored.mistakes:
            yield places.mistake(flow, question, f"{what}, {way}" if way else what)
        yield from texts.unfilled(self._messages, programme.languages, self.explored.given)
        fitting = Fitting(programme, self._messages)
        for example in self.explored.examples:
            yield from fitting.mistakes(example)
        self._ways.update(fitting.ways)

    def unconfirmed(self) -> Iterator[Mistake]:
        """What the partner still has to confirm."""
        if self.programme:
            document = Document(self._name, self._text)
            yield from unconfirmed(document)
            yield from capacities(document, self.programme)

    def told(self) -> str:
        """What was looked at."""
        if self.explored is None or self.programme is None:
            return f"{self._name}: not looked at"
        menus = ", ".join(f"{count} on {channel} as {way}" for (channel, way), count in sorted(self._ways.items()))
        states = f"{self.explored.states} states of {len(self.programme.flows)} flows by {self.explored.steps} steps"
        return f"{self.programme.key}: {states}; {len(self.explored.examples)} messages; menus: {menus}"


class _Places:
    """Where flows and their questions stand."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        documents = (Document(name, text) for name, text in sources.items())
        self._flows = {flow.flow: (document, flow) for document, flow in ((one, one.read(Flow)) for one in documents)}

    def mistake(self, flow: str, question: str, what: str) -> Mistake:
        """A mistake at a question of a flow; at home where no flow is running."""
        if flow not in self._flows:
            return Mistake("outside of any flow", what)
        document, known = self._flows[flow]
        index = next((index for index, one in enumerate(known.questions) if one.id == question), None)
        return at(document, "$.flow" if index is None else f"$.questions[{index}]", what)


def report(checked: Checked) -> Iterable[str]:
    """What a check found, in lines for a person; the mistakes last."""
    yield from checked.told
    yield from (f"to confirm: {line}" for line in checked.unconfirmed)
    yield from map(str, checked.mistakes)
    count = len(checked.mistakes)
    yield "nothing is wrong" if not count else f"{count} mistake{'s' if count > 1 else ''}"
