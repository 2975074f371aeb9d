"""Build a Programme from its files' texts. Pure: whoever calls reads the files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dialogues.case import Urgency
from dialogues.crisis import load_lexicon
from dialogues.documents import ContentError, Document
from dialogues.flow import Flow
from dialogues.programme import Programme, ProgrammeFile
from dialogues.wording import Wording
from dialogues.words import Words, WordsFile

_UNITS = {"d": "days", "h": "hours", "m": "minutes"}
_LISTS = ("languages", "districts", "centres")


@dataclass(frozen=True, slots=True)
class Sources:
    """Texts of the content files, by file name without folder."""

    flows: Mapping[str, str]
    wording: Mapping[str, str]
    words: Mapping[str, str]
    crisis: Mapping[str, str]


def load_programme(name: str, text: str, sources: Sources) -> Programme:
    """The programme in ``text`` (file ``name``). Raises ContentError with file and line for the first mistake."""
    document = Document(name, text)
    facts = document.read(ProgrammeFile)
    for path, message in _mistakes(facts):
        raise document.error(message, path)
    return Programme(
        facts=facts,
        flows=load_flows(sources.flows),
        wording=Wording({_stem(file): source for file, source in sources.wording.items() if _stem(file) in facts.languages}),
        words={_stem(file): load_words(file, source) for file, source in sources.words.items() if _stem(file) in facts.languages},
        lexicon=load_lexicon(sources.crisis),
        zone=ZoneInfo(facts.timezone),
        reminders=tuple(sorted(((label, duration(label)) for label in facts.reminders), key=lambda item: -item[1])),
        centres={centre.key: centre for centre in facts.centres},
        districts={district.key: district for district in facts.districts},
        hotlines={hotline.key: hotline for hotline in facts.hotlines},
    )


def load_flows(texts: Mapping[str, str]) -> dict[str, Flow]:
    """Every flow by its name; raises ContentError for a guard or option that names nothing."""
    flows = {}
    for name, text in texts.items():
        document = Document(name, text)
        flow = document.read(Flow)
        for path, message in _flow_mistakes(flow):
            raise document.error(message, path)
        flows[flow.flow] = flow
    return flows


def load_words(name: str, text: str) -> Words:
    """A language's words in the form they are compared in."""
    return Words(Document(name, text).read(WordsFile))


def duration(label: str) -> timedelta:
    """``3d``, ``2h`` or ``30m`` as a time span. Raises ValueError for anything else."""
    found = re.fullmatch(r"(\d{1,3})([dhm])", label)
    if not found:
        raise ValueError(f"`{label}` is not a time span such as 3d, 2h or 30m")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _stem(file: str) -> str:
    return file.partition(".")[0]


def _mistakes(facts: ProgrammeFile) -> Iterator[tuple[str, str]]:
    """(path, what is wrong) for everything that the shapes alone cannot tell."""
    try:
        ZoneInfo(facts.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        yield "$.timezone", f"`{facts.timezone}` is not a time zone"
    if not facts.quiet.start > facts.quiet.end:
        yield "$.quiet", "quiet hours must start in the evening and end in the morning"
    centres, lines = {centre.key for centre in facts.centres}, [line.key for line in facts.lines]
    for index, district in enumerate(facts.districts):
        if district.centre and district.centre not in centres:
            yield f"$.districts[{index}].centre", f"there is no centre `{district.centre}`"
    for index, key in enumerate(lines):
        if key in lines[:index]:
            yield f"$.lines[{index}].key", f"line `{key}` stands here twice"
    for index, label in enumerate(facts.reminders):
        if not re.fullmatch(r"\d{1,3}[dhm]", label):
            yield f"$.reminders[{index}]", f"`{label}` is not a time span such as 3d, 2h or 30m"
    yield from _name_mistakes(facts)
    yield from _number_mistakes(facts)
    for urgency in Urgency:
        if urgency not in facts.escalation or not facts.escalation[urgency]:
            yield "$.escalation", f"urgency `{urgency}` has no escalation times"
        if urgency not in facts.answer_within:
            yield "$.answer_within", f"urgency `{urgency}` has no answering time"


def _name_mistakes(facts: ProgrammeFile) -> Iterator[tuple[str, str]]:
    named = [("$.name", facts.name), ("$.organisation", facts.organisation)]
    named += [(f"$.centres[{index}].name", centre.name) for index, centre in enumerate(facts.centres)]
    named += [(f"$.districts[{index}].name", district.name) for index, district in enumerate(facts.districts)]
    named += [(f"$.hotlines[{index}].name", hotline.name) for index, hotline in enumerate(facts.hotlines)]
    for path, names in named:
        for language in facts.languages:
            if not names.get(language):
                yield path, f"the name in `{language}` is missing"


def _number_mistakes(facts: ProgrammeFile) -> Iterator[tuple[str, str]]:
    known = {hotline.key for hotline in facts.hotlines}
    used = [("$.general_hotlines", key) for key in facts.general_hotlines]
    used += [(f"$.crisis.{code}", key) for code, keys in facts.crisis.items() for key in keys]
    used += [("$.foreign_hotline", facts.foreign_hotline)] if facts.foreign_hotline else []
    for path, key in used:
        if key not in known:
            yield path, f"there is no hotline `{key}`"


def _flow_mistakes(flow: Flow) -> Iterator[tuple[str, str]]:
    earlier: list[str] = []
    for index, question in enumerate(flow.questions):
        path = f"$.questions[{index}]"
        if question.id in earlier:
            yield f"{path}.id", f"question `{question.id}` stands here twice"
        if isinstance(question.options, str) and question.options not in _LISTS:
            yield f"{path}.options", f"`{question.options}` is none of {', '.join(_LISTS)}"
        for name in question.when:
            if name not in earlier:
                yield f"{path}.when.{name}", f"`{name}` is not asked before `{question.id}`"
        if question.required and question.required not in question.options:
            yield f"{path}.required", f"`{question.required}` is not an option of `{question.id}`"
        earlier.append(question.id)


__all__ = ["ContentError", "Sources", "duration", "load_flows", "load_programme", "load_words"]
