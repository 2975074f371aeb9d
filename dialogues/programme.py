"""A partner's programme: who it serves, where, in which languages, with which numbers, times and flows. Everything is
data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from dialogues.flow import Flow, Question
from dialogues.grants import Grant
from dialogues.reporting.indicators import Indicator
from dialogues.scripts import has_cyrillic
from dialogues.services import Service
from dialogues.wording import Wording
from dialogues.words import Words

Names = dict[str, str]
"""A name in every language of the programme, by language tag."""


class Quiet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hours in which we do not write first, local time; ``start`` lies in the evening, ``end`` in the morning."""

    start: time
    end: time


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When people work, local time; ``days`` are mon, tue, wed, thu, fri, sat, sun."""

    days: tuple[str, ...]
    opens: time
    closes: time


class Centre(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place whose caseworkers take cases."""

    key: str
    name: Names


class District(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a family lives; never more exact than this before a visit is agreed."""

    key: str
    name: Names
    also: tuple[str, ...] = ()
    """Other ways people write it."""
    centre: str = ""
    """Key of the centre that serves it; empty when the person has to choose."""
    confirmed: bool = True


class Hotline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number a family can call, with the source and the day it was checked."""

    key: str
    number: str
    name: Names
    source: str
    checked_on: date


class Referral(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How state bodies refer families (docs/state-referral.md)."""

    flow: str
    line: str
    """Key of the line on which such cases rest; nobody reads it."""
    bodies: dict[str, Names]
    """The kinds of bodies, by key."""


class LineSpec(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the programme. ``env`` is the prefix of the environment variables that hold its credentials."""

    key: str
    channel: str
    env: str = ""


class Visits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How often a family is visited in a month; staff see it, families are not told."""

    least: int
    most: int
    source: str
    checked_on: date


class Retention(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Days after which what a family wrote is erased."""

    unfinished_days: int
    closed_days: int


class ProgrammeFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of ``data/programmes/<key>.yml``."""

    key: str
    region: str
    name: Names
    organisation: Names
    languages: tuple[str, ...]
    timezone: str
    quiet: Quiet
    flows: tuple[str, ...]
    """The forms that a family can fill in; the first is the one that begins when nothing else is asked for.

    An intent that several name begins a later one than the first, and of those the earliest."""
    consent_version: str
    retention: Retention
    office: Office
    answer_within: dict[str, int]
    """Office hours within which a person answers, by urgency."""
    lines: tuple[LineSpec, ...]
    escalation: dict[str, tuple[int, ...]]
    reminders: tuple[str, ...]
    centres: tuple[Centre, ...]
    districts: tuple[District, ...]
    hotlines: tuple[Hotline, ...]
    crisis: dict[str, tuple[str, ...]]
    general_hotlines: tuple[str, ...]
    foreign_hotline: str = ""
    # What a family can be led to (matching).
    services: tuple[Service, ...] = ()
    """Services with their rules; of equally fitting ones the first is told first."""
    visits_a_month: Visits | None = None
    """None where nobody has said how often."""
    # What a family can ask money for (First Step in Parenting, Namdong-gu).
    grants: tuple[Grant, ...] = ()
    # What the report counts by name.
    indicators: tuple[Indicator, ...] = ()
    # What a programme says and does in its own way (SOS Children's Villages).
    wording: dict[str, Names] = {}
    """Messages that it says in its own words, by key and language, in Fluent; their values are the shared one's."""
    talks: dict[str, str] = {}
    """What never becomes a form: by intent, the message it is answered with before a person takes over."""
    referral: Referral | None = None
    alone_from: int = 14
    """Years from which somebody may consent alone; younger ones need a guardian. Fourteen is Korea's (DOMAIN C1)."""


# One object a programme: what is computed from it is kept by identity, and nobody wants to read it whole in a log.
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Programme:
    """Everything a conversation needs to know about its programme. Immutable; built once at start-up."""

    facts: ProgrammeFile
    flows: Mapping[str, Flow]
    """The programme's forms, and the short ones about visits that every programme has."""
    begins: Mapping[str, str]
    """Intent → the form that it begins."""
    questions: Mapping[str, Question]
    """Every question of every flow, by its id."""
    wording: Wording
    words: Mapping[str, Words]
    zone: ZoneInfo
    reminders: tuple[tuple[str, timedelta], ...]
    """Label and time before a visit, longest first."""
    centres: Mapping[str, Centre]
    districts: Mapping[str, District]
    hotlines: Mapping[str, Hotline]
    referral: Flow | None = None
    """What state bodies tell of a family that they refer; it is asked of nobody."""

    @property
    def key(self) -> str:
        """The programme's key, such as ``firststep-asan``."""
        return self.facts.key

    @property
    def languages(self) -> tuple[str, ...]:
        """Language tags, the programme's own first."""
        return self.facts.languages

    @property
    def forms(self) -> tuple[str, ...]:
        """Names of the forms, the usual one first."""
        return self.facts.flows

    def form(self, name: str) -> Flow:
        """The form called ``name``, or the usual one."""
        if self.referral and name == self.referral.flow:
            return self.referral
        flow = self.flows.get(name)
        return flow if flow and flow.form else self.flows[self.forms[0]]

    def options(self, question: Question) -> tuple[str, ...]:
        """The option ids of ``question`` in the order shown."""
        match question.options:
            case "languages":
                return self.languages
            case "districts":
                return tuple(self.districts)
            case "centres":
                return tuple(self.centres)
            case str():
                return ()
            case options:
                return options

    def offers(self, question: Question, option: str) -> bool:
        """Whether ``option`` is one of the options of ``question``."""
        match question.options:
            case "languages":
                return option in self.languages
            case "districts":
                return option in self.districts
            case "centres":
                return option in self.centres
            case str():
                return False
            case options:
                return option in options

    def label(self, question: Question, option: str, language: str) -> str:
        """What a family reads for ``option`` of ``question``."""
        match question.options:
            case "languages":
                return self.wording.text(option, "language-name")
            case "districts" if option in self.districts:
                return named(self.districts[option].name, language)
            case "centres" if option in self.centres:
                return named(self.centres[option].name, language)
            case _:
                return self.wording.text(language, f"{question.id}-{option}")

    def written(self, tag: str, text: str) -> str:
        """``tag``, or the programme's tag of the same language for the script that ``text`` is in: ``uz-Cyrl``."""
        script = f"{tag}-Cyrl"
        return script if script in self.languages and has_cyrillic(text.lower()) else tag

    def question(self, name: str) -> Question | None:
        """The question called ``name`` in any flow."""
        return self.questions.get(name)


def named(names: Names, language: str) -> str:
    """The name in ``language``, or in the first language it has."""
    return names.get(language) or next(iter(names.values()))
