"""Build a Programme from its files' texts. Pure: whoever calls reads the files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec.structs import replace

from dialogues.case import Urgency
from dialogues.crisis import CODES, Lexicon, load_lexicon
from dialogues.documents import ContentError, Document
from dialogues.flow import REPROVED, Flow, Question, QuestionKind
from dialogues.grants import grant_mistakes
from dialogues.own_words import own_wording, spell_names
from dialogues.programme import Programme, ProgrammeFile
from dialogues.referring import referral_flow
from dialogues.reporting.indicators import indicator_mistakes
from dialogues.services import match_mistakes, service_mistakes
from dialogues.spelling import load_spellings
from dialogues.times import DAYS, SAFE_HOURS
from dialogues.words import Words, WordsFile

_UNITS = {"d": "days", "h": "hours", "m": "minutes"}
_LISTS = ("languages", "districts", "centres")


@dataclass(frozen=True, slots=True, repr=False)
class Sources:
    """Texts of the content files, by file name without folder."""

    flows: Mapping[str, str]
    wording: Mapping[str, str]
    words: Mapping[str, str]
    crisis: Mapping[str, str]
    spelling: Mapping[str, str] = field(default_factory=dict)


def load_programme(name: str, text: str, sources: Sources) -> Programme:
    """The programme in ``text`` (file ``name``). Raises ContentError with file and line for the first mistake."""
    document = Document(name, text)
    spellings = load_spellings(sources.spelling)
    spell_names(document, spellings)
    facts = document.read(ProgrammeFile)
    for path, message in (*_language_mistakes(facts, sources), *_mistakes(facts)):
        raise document.error(message, path)
    wording = own_wording(document, facts, sources.wording, spellings)
    everything = load_flows(sources.flows, wording.keys(facts.languages[0]))
    flows = _chosen(document, facts, everything)
    _check_matching(document, facts, flows, wording.keys(facts.languages[0]))
    asked = [question for flow in flows.values() for question in flow.questions]
    referral = referral_flow(document, facts, everything, {question.id: question for question in asked})
    counted = indicator_mistakes(facts.indicators, (*flows.values(), referral), facts.languages)
    for path, message in (*grant_mistakes(facts.grants, asked, facts.languages), *counted):
        raise document.error(message, path)
    return Programme(
        facts=facts,
        flows=flows,
        begins={intent: name for name in _by_claim(facts.flows) for intent in flows[name].intents},
        questions={question.id: question for question in (*(referral.questions if referral else ()), *asked)},
        wording=wording,
        words={tag: load_words(_words_file(tag), sources.words[_words_file(tag)]) for tag in facts.languages},
        zone=ZoneInfo(facts.timezone),
        reminders=tuple(sorted(((label, duration(label)) for label in facts.reminders), key=lambda item: -item[1])),
        centres={centre.key: centre for centre in facts.centres},
        districts={district.key: district for district in facts.districts},
        hotlines={hotline.key: hotline for hotline in facts.hotlines},
        referral=referral,
    )


def _by_claim(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms in the order in which the later takes an intent from the earlier: the usual one has what no other
    wants, of the others the first wins."""
    usual, *others = forms
    return usual, *reversed(others)


def _chosen(document: Document, facts: ProgrammeFile, flows: Mapping[str, Flow]) -> dict[str, Flow]:
    """The programme's forms in its order, then the flows that every programme has."""
    if not facts.flows:
        raise document.error("a programme has at least one form", "$.flows")
    for index, name in enumerate(facts.flows):
        if name not in flows or not flows[name].form:
            raise document.error(f"there is no form `{name}`", f"$.flows[{index}]")
    chosen = [flows[name] for name in facts.flows] + [flow for flow in flows.values() if not flow.form]
    asked: dict[str, Question] = {}
    for flow in chosen:
        for question in flow.questions:
            for form in question.leads.values():
                if form not in facts.flows:
                    raise document.error(f"`{question.id}` leads to `{form}`, which is none of its forms", "$.flows")
            other = asked.setdefault(question.id, question)
            if replace(question, when={}) != replace(other, when={}):
                raise document.error(f"question `{question.id}` is another one in `{flow.flow}`", "$.flows")
    return {flow.flow: flow for flow in chosen}


def _check_matching(
    document: Document, facts: ProgrammeFile, flows: Mapping[str, Flow], messages: Collection[str]
) -> None:
    """Raise ContentError where a form is matched with services that its answers or the wording cannot serve."""
    matched = [flow for flow in flows.values() if flow.match or flow.fit]
    questions = {question.id: question for flow in matched for question in flow.questions}
    always = any(flow.match for flow in matched)
    for path, message in match_mistakes(facts.services, questions, messages, always=always) if matched else ():
        raise document.error(message, path)


def load_flows(texts: Mapping[str, str], messages: Collection[str]) -> dict[str, Flow]:
    """Every flow by its name; raises ContentError for a guard, an option or one of ``messages`` that is not there."""
    flows: dict[str, Flow] = {}
    for name, text in texts.items():
        document = Document(name, text)
        flow = document.read(Flow)
        if flow.flow in flows:
            raise document.error(f"there is another flow `{flow.flow}`", "$.flow")
        for path, message in (*_flow_mistakes(flow), *_unsaid(flow, messages)):
            raise document.error(message, path)
        flows[flow.flow] = flow
    return flows


def crisis_lexicon(texts: Mapping[str, str]) -> Lexicon:
    """The rules of all languages. Raises ContentError."""
    try:
        return load_lexicon(texts)
    except ValueError as error:
        raise ContentError(str(error)) from error


@lru_cache(maxsize=32)  # every programme has the same
def load_words(name: str, text: str) -> Words:
    """A language's words in the form they are compared in."""
    return Words(Document(name, text).read(WordsFile))


def _words_file(tag: str) -> str:
    """The file of words, or of the crisis lexicon, of a language: those of every script stand in one."""
    return f"{tag.partition('-')[0]}.yml"


def duration(label: str) -> timedelta:
    """``3d``, ``2h`` or ``30m`` as a time span. Raises ValueError for anything else."""
    found = re.fullmatch(r"(\d{1,3})([dhm])", label)
    if not found:
        raise ValueError(f"`{label}` is not a time span such as 3d, 2h or 30m")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _mistakes(facts: ProgrammeFile) -> Iterator[tuple[str, str]]:
    """(path, what is wrong) for everything that the shapes alone cannot tell."""
    yield from _hour_mistakes(facts)
    yield from _key_mistakes(facts)
    centres = {centre.key for centre in facts.centres}
    for index, district in enumerate(facts.districts):
        if district.centre and district.centre not in centres:
            yield f"$.districts[{index}].centre", f"there is no centre `{district.centre}`"
    for index, label in enumerate(facts.reminders):
        if not re.fullmatch(r"\d{1,3}[dhm]", label):
            yield f"$.reminders[{index}]", f"`{label}` is not a time span such as 3d, 2h or 30m"
    yield from service_mistakes(facts.services, {district.key for district in facts.districts})
    yield from _name_mistakes(facts)
    yield from _number_mistakes(facts)
    for urgency in Urgency:
        steps = facts.escalation.get(urgency, ())
        if not steps:
            yield "$.escalation", f"urgency `{urgency}` has no escalation times"
        if list(steps) != sorted(set(steps)) or min(steps, default=1) < 1:
            yield f"$.escalation.{urgency}", "escalation times are minutes and grow"
        if facts.answer_within.get(urgency, 0) < 1:
            yield "$.answer_within", f"urgency `{urgency}` has no answering time"


def _hour_mistakes(facts: ProgrammeFile) -> Iterator[tuple[str, str]]:
    try:
        ZoneInfo(facts.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield "$.timezone", f"`{facts.timezone}` is not a time zone"
    if not facts.quiet.start > facts.quiet.end:
        yield "$.quiet", "quiet hours must start in the evening and end in the morning"
    for name, (opens, closes) in SAFE_HOURS.items():
        if max(opens, facts.quiet.end) >= min(closes, facts.quiet.start):
            yield "$.quiet", f"quiet hours leave nothing of the {name}, which a family may choose"
    for index, day in enumerate(facts.office.days):
        if day not in DAYS:
            yield f"$.office.days[{index}]", f"`{day}` is none of {', '.join(DAYS)}"
    if not facts.office.days or facts.office.opens >= facts.office.closes:
        yield "$.office", "somebody has to work at some hour"


def _key_mistakes(facts: ProgrammeFile) -> Iterator[tuple[str, str]]:
    for name in ("lines", "centres", "districts", "hotlines", "services"):
        keys = [item.key for item in getattr(facts, name)]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                yield f"$.{name}[{index}].key", f"`{key}` stands here twice"


def _language_mistakes(facts: ProgrammeFile, sources: Sources) -> Iterator[tuple[str, str]]:
    if not facts.languages:
        yield "$.languages", "a programme speaks at least one language"
    for index, tag in enumerate(facts.languages):
        for file, folder in (
            (f"{tag}.ftl", sources.wording),
            (_words_file(tag), sources.words),
            (_words_file(tag), sources.crisis),
        ):
            if file not in folder:
                yield (
                    f"$.languages[{index}]",
                    f"language `{tag}` lacks a file {file} of wording, words or crisis lexicon",
                )


def _name_mistakes(facts: ProgrammeFile) -> Iterator[tuple[str, str]]:
    named = [("$.name", facts.name), ("$.organisation", facts.organisation)]
    named += [(f"$.centres[{index}].name", centre.name) for index, centre in enumerate(facts.centres)]
    named += [(f"$.districts[{index}].name", district.name) for index, district in enumerate(facts.districts)]
    named += [(f"$.hotlines[{index}].name", hotline.name) for index, hotline in enumerate(facts.hotlines)]
    for index, service in enumerate(facts.services):
        named += [(f"$.services[{index}].name", service.name)]
        named += [(f"$.services[{index}].places[{at}].name", place.name) for at, place in enumerate(service.places)]
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
    if not facts.general_hotlines:
        yield "$.general_hotlines", "there has to be a number that anybody may call"
    for code in CODES:
        if not facts.crisis.get(code):
            yield "$.crisis", f"crisis `{code}` has no numbers"
    for code in facts.crisis:
        if code not in CODES:
            yield f"$.crisis.{code}", f"`{code}` is not a crisis code"


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
        for option in question.leads:
            if option not in question.options:
                yield f"{path}.leads.{option}", f"`{option}` is not an option of `{question.id}`"
        if question.required and (isinstance(question.options, str) or question.required not in question.options):
            yield f"{path}.required", f"`{question.required}` is not an option of `{question.id}`"
        for option in question.says:
            if isinstance(question.options, str) or option not in question.options:
                yield f"{path}.says", f"`{option}` is not an option of `{question.id}`"
        earlier.append(question.id)


def _unsaid(flow: Flow, messages: Collection[str]) -> Iterator[tuple[str, str]]:
    for index, question in enumerate(flow.questions):
        for key in needed_messages(flow, question):
            if key not in messages:
                yield f"$.questions[{index}]", f"question `{question.id}` has no message `{key}`"


def needed_messages(flow: Flow, question: Question) -> Iterator[str]:
    """The messages that ``question`` is put, answered, listed and refused with."""
    yield f"ask-{question.id}"
    if isinstance(question.options, tuple):
        yield from (f"{question.id}-{option}" for option in question.options)
    yield from (f"said-{question.id}-{option}" for option in question.says)
    if question.kind is QuestionKind.MANY:
        yield f"more-{question.id}"
    if question.kind in (QuestionKind.WEEKS, QuestionKind.MONTHS):
        yield f"value-{question.id}"
    if question.kind in REPROVED:
        yield f"bad-{question.id}"
    if question.kind in (QuestionKind.AGE, QuestionKind.AGES, QuestionKind.BORN):
        yield from ("age-years", "age-months")
    if question.listed and flow.form:
        yield f"summary-{question.id}"
    if question.required and question.kind is QuestionKind.CHOICE:
        yield f"required-{question.id}"


__all__ = ["ContentError", "Sources", "duration", "load_flows", "load_programme", "load_words"]
