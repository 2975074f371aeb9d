"""Build a Programme from its files' texts. Pure: whoever calls reads the files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from dialogues.crisis import Lexicon, load_lexicon
from dialogues.documents import ContentError, Document
from dialogues.facts import fact_mistakes
from dialogues.flow import REPROVED, Flow, Question, QuestionKind
from dialogues.grants import grant_mistakes
from dialogues.own_words import own_wording, spell_names
from dialogues.programme import Programme, ProgrammeFile
from dialogues.referring import referral_flow
from dialogues.reporting.indicators import indicator_mistakes
from dialogues.services import match_mistakes
from dialogues.spelling import load_spellings
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
    for path, message in (*_language_mistakes(facts, sources), *fact_mistakes(facts)):
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
        for told in ("leads", "sex"):
            for option in getattr(question, told):
                if option not in question.options:
                    yield f"{path}.{told}.{option}", f"`{option}` is not an option of `{question.id}`"
        if question.required and (isinstance(question.options, str) or question.required not in question.options):
            yield f"{path}.required", f"`{question.required}` is not an option of `{question.id}`"
        for named in ("says", "unshown"):
            for option in getattr(question, named):
                if isinstance(question.options, str) or option not in question.options:
                    yield f"{path}.{named}", f"`{option}` is not an option of `{question.id}`"
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
