"""Finds a crisis in a message by rules that a clinician can read and correct (``dialogues/crisis/*.yml``).

Every language's rules run on every text, because people mix languages and scripts. A rule's phrase makes a hit; words around
it (somebody else, long ago, not, in a film) make the hit soft; idioms are taken out before anything is judged. Codes and
severities: DOMAIN A3; danger signs: A4 and A5; what is soft: A6, rule 11.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import msgspec

from dialogues.lexicon import Entry, FeverText, LexiconText, RuleText, read_lexicon
from dialogues.phrases import MARK, Grammar, View, stripped, tells, union, views
from dialogues.reading import Hit, Severity

CODES = (
    "infant_emergency",
    "maternal_emergency",
    "suicide_now",
    "postpartum_harm",
    "child_abuse",
    "violence_now",
    "infant_abandonment",
    "unaccompanied_child",
    "suicide_thoughts",
    "child_writer",
    "dv_disclosure",
    "anonymous_birth",
    "homeless_tonight",
    "destitution",
)
"""Every crisis code (DOMAIN A3). Where a text holds several of one severity, the one named first here is told."""

FEVER = 38.0
"""°C from which a baby under three months is an emergency. Source: DOMAIN A5."""
WARM = 37.5
"""°C above which it is a danger sign, to be asked about. Source: DOMAIN A5 (WHO IMCI)."""
COLD = 35.5
"""°C under which a young baby is in danger. Source: DOMAIN A5 (WHO IMCI)."""
_YOUNG_DAYS = 90
_UNITS = (("days", 1), ("weeks", 7), ("months", 30))
_DEGREES = r"(?P<t>\d{2,3}(?:\.\d)?)"
_Made = TypeVar("_Made")
_SOFTER = {Severity.S0: Severity.S1, Severity.S1: Severity.S1, Severity.S2: Severity.S2}


class _Softener(msgspec.Struct, frozen=True):
    """One softening phrase; with several parts it looks at the whole message, else at the sentence of the hit."""

    parts: tuple[re.Pattern[str], ...]

    def holds(self, sentence: str, message: str) -> bool:
        seen = sentence if len(self.parts) == 1 else message
        return all(part.search(seen) for part in self.parts)


class _Phrase(msgspec.Struct, frozen=True):
    """One phrase of a rule, ready to be looked for."""

    rule: _Rule
    parts: tuple[re.Pattern[str], ...]

    def judge(self, text: str) -> Hit | None:
        """The hardest hit of this phrase in a text."""
        first, *others = self.parts
        best = None
        if all(part.search(text) for part in others):
            for found in first.finditer(text):
                if not self.rule.softened(text, *found.span()):
                    return self.rule.hit
                best = _soft(self.rule.hit)
        return best


class _Rule(msgspec.Struct, frozen=True):
    hit: Hit
    softeners: tuple[_Softener, ...]

    def softened(self, text: str, start: int, end: int) -> bool:
        """Whether the words around a hit at [start, end) take the edge off it."""
        mark = f" {MARK}" if text[start] == " " else MARK
        left = text.rfind(".", 0, start) + 1
        right = text.find(".", end)
        right = len(text) if right < 0 else right
        # The untouched sentence is looked at as well: a "not" may stand in a gap of the phrase itself.
        sentence = f"{text[left:start]}{mark}{text[end:right]} . {text[left:right]} "
        message = text[:start] + mark + text[end:]
        return any(softener.holds(sentence, message) for softener in self.softeners)


_ALWAYS = (_Softener((re.compile(""),)),)
"""What makes the ``maybe`` phrases of a rule soft wherever they stand."""


class _Fever(msgspec.Struct, frozen=True):
    """The number rule: fever, or a body too cold, under three months of age."""

    alarm: re.Pattern[str]
    """Finds something in every text that speaks of fever or degrees."""
    numbers: Mapping[str, int]
    newborn: re.Pattern[str]
    not_age: re.Pattern[str]
    ages: tuple[tuple[int, re.Pattern[str]], ...]
    degrees: tuple[re.Pattern[str], ...]
    signs: re.Pattern[str]

    def judge(self, text: str) -> Hit | None:
        if not self._young(text):
            return None
        degrees = [degree for degree in self._celsius(text) if 30 <= degree <= 43]
        hit = Hit("infant_emergency", Severity.S0)
        if not degrees:
            return hit if self.signs.search(text) else None
        if max(degrees) >= FEVER or min(degrees) < COLD:
            return hit
        return _soft(hit) if max(degrees) > WARM else None

    def _young(self, text: str) -> bool:
        if self.newborn.search(text):
            return True
        text = self.not_age.sub(" ", text)
        return any(
            days * self._number(found["n"]) < _YOUNG_DAYS for days, pattern in self.ages for found in pattern.finditer(text)
        )

    def _number(self, said: str) -> int:
        return self.numbers[said] if said in self.numbers else int(said)

    def _celsius(self, text: str) -> Iterable[float]:
        for pattern in self.degrees:
            for found in pattern.finditer(text):
                said = float(found["t"])
                yield round((said - 32) / 1.8, 1) if said > 90 else said


class _Language(msgspec.Struct, frozen=True):
    squeezed: bool
    harmless: re.Pattern[str]
    index: Mapping[str, tuple[_Phrase, ...]]
    """Telling string → the phrases that only a text holding it can match."""
    letters: frozenset[str]
    """The letters of the telling strings; a text without any of them is in another script."""
    lengths: tuple[int, ...]
    """The lengths of the telling strings."""
    ascii_lengths: tuple[int, ...]
    """The lengths of those that a text without any other script can hold."""
    fever: _Fever | None

    def hits(self, view: View) -> list[Hit]:
        """Every hit; the few phrases that can match are found by their telling strings before any expression runs."""
        text = view.squeezed if self.squeezed else view.spaced
        judges = [judge for judge in self._likely(text) if judge.judge(text)]
        if not judges:
            return []
        text = self.harmless.sub("·" if self.squeezed else " ·", text)
        return [hit for judge in judges if (hit := judge.judge(text))]

    def _likely(self, text: str) -> Iterable[_Phrase | _Fever]:
        bare = stripped(text)
        if self.letters.isdisjoint(bare):
            return
        lengths = self.ascii_lengths if bare.isascii() else self.lengths
        held = {bare[at : at + length] for length in lengths for at in range(len(bare) - length + 1)}
        yield from {id(phrase): phrase for told in held & self.index.keys() for phrase in self.index[told]}.values()
        if self.fever and self.fever.alarm.search(text):
            yield self.fever


class Lexicon(msgspec.Struct, frozen=True):
    """The compiled rules of all languages; made by ``load_lexicon``."""

    languages: tuple[_Language, ...]

    def detect(self, text: str) -> Hit | None:
        """The gravest crisis in a text, None when there is none. Takes any string; a hard hit goes before a soft one."""
        found = [hit for view in views(text) for language in self.languages for hit in language.hits(view)]
        return min(found, key=_gravity, default=None)


def load_lexicon(texts: Mapping[str, str]) -> Lexicon:
    """Compile lexicon files, given as file name → content.

    Raises ValueError, with file and line, for YAML that cannot be read, an unknown code, key, list or softener, and a
    phrase that does not follow the grammar of ``dialogues.phrases``.
    """
    return Lexicon(tuple(_language(read_lexicon(name, texts[name], CODES)) for name in sorted(texts)))


def _gravity(hit: Hit) -> tuple[bool, Severity, int]:
    return hit.soft, hit.severity, CODES.index(hit.code)


def _soft(hit: Hit) -> Hit:
    return Hit(hit.code, _SOFTER[hit.severity], soft=True)


def _language(source: LexiconText) -> _Language:
    grammar = Grammar(squeezed=source.squeezed)
    for words in source.words:
        grammar.define(words.name, [_at(entry, grammar.piece) for entry in words.entries])
    softeners = {
        group.name: tuple(_Softener(_compiled(grammar, entry)) for entry in group.entries) for group in source.soft
    }
    index: dict[str, list[_Phrase]] = {}
    for written in source.rules:
        for entry, rule in _entries(written, softeners):
            phrase = _Phrase(rule, _compiled(grammar, entry))
            for told in _at(entry, lambda text: tells(grammar.parts(text)[0])):
                index.setdefault(told, []).append(phrase)
    return _Language(
        squeezed=source.squeezed,
        harmless=_pattern(grammar, source.harmless),
        index={told: tuple(phrases) for told, phrases in index.items()},
        letters=frozenset("".join(index)) - {" "},
        lengths=tuple({len(told) for told in index}),
        ascii_lengths=tuple({len(told) for told in index if told.isascii()}),
        fever=_fever(grammar, source.fever) if source.fever else None,
    )


def _entries(written: RuleText, softeners: Mapping[str, tuple[_Softener, ...]]) -> Iterable[tuple[Entry, _Rule]]:
    for name in written.soft_when:
        if name.text not in softeners:
            raise ValueError(f"{name.where}: there is no list {name.text} under soft")
    hit = Hit(written.code, written.severity)
    softening = tuple(softener for name in written.soft_when for softener in softeners[name.text])
    for entries, around in ((written.phrases, softening), (written.maybe, _ALWAYS)):
        for entry in entries:
            yield entry, _Rule(hit, around)


def _fever(grammar: Grammar, written: FeverText) -> _Fever:
    numbers = "|".join([r"\d{1,3}", *map(re.escape, written.numbers)])
    counting = grammar.with_numbers({"n": rf"(?P<n>{numbers})", "t": _DEGREES})
    lists = written.lists
    degrees = tuple(pattern for entry in lists["degrees"] for pattern in _compiled(counting, entry))
    signs = _pattern(grammar, lists["signs"])
    return _Fever(
        alarm=union([signs.pattern, *(pattern.pattern.replace("?P<t>", "?:") for pattern in degrees)]),
        numbers=written.numbers,
        newborn=_pattern(grammar, lists["newborn"]),
        not_age=union(_at(entry, counting.whole).regex.replace("?P<n>", "?:") for entry in lists["not_age"]),
        ages=tuple(
            (days, pattern) for unit, days in _UNITS for entry in lists[unit] for pattern in _compiled(counting, entry)
        ),
        degrees=degrees,
        signs=signs,
    )


def _compiled(grammar: Grammar, entry: Entry) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(part.regex) for part in _at(entry, grammar.parts))


def _pattern(grammar: Grammar, entries: Iterable[Entry]) -> re.Pattern[str]:
    return union(_at(entry, grammar.whole).regex for entry in entries)


def _at(entry: Entry, read: Callable[[str], _Made]) -> _Made:
    """Apply ``read`` to a phrase; a mistake in it is told with its file and line."""
    try:
        return read(entry.text)
    except ValueError as mistake:
        raise ValueError(f"{entry.where}: {mistake}") from None
