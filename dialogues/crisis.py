"""Finds a crisis in a message by rules that a clinician can read and correct (``dialogues/crisis/*.yml``).

Every language's rules run on every text, because people mix languages and scripts. A rule's phrase makes a hit; words
around it (somebody else, long ago, not, in a film) make the hit soft; idioms are taken out before anything is judged.
Codes and severities: DOMAIN A3; danger signs: A4 and A5; what is soft: A6, rule 11.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar, get_args

import ahocorasick
import msgspec

from dialogues.documents import Document
from dialogues.lexicon import Code, FeverFile, LexiconFile
from dialogues.phrases import MARK, Expression, Grammar, Piece, tells, union
from dialogues.reading import Hit, Severity
from dialogues.views import View, stripped, views

CODES: tuple[str, ...] = get_args(Code)
"""Every crisis code, the one that goes first when severities are equal first."""

FEVER = 38.0
"""°C from which a baby under three months is an emergency. Source: DOMAIN A5."""
WARM = 37.5
"""°C above which it is a danger sign, to be asked about. Source: DOMAIN A5 (WHO IMCI)."""
COLD = 35.5
"""°C under which a young baby is in danger. Source: DOMAIN A5 (WHO IMCI)."""
_YOUNG_DAYS = 90
_DEGREES = r"(?P<t>\d{2,3}(?:\.\d)?)"
_DIGIT = re.compile(r"\d")
_FEVERISH = frozenset(map(str, (*range(30, 44), *range(90, 110))))
"""How the degrees begin that a body can have, in Celsius or Fahrenheit: they are said in digits."""
_Made = TypeVar("_Made")
_SOFTER = {Severity.S0: Severity.S1, Severity.S1: Severity.S1, Severity.S2: Severity.S2}


class _Softener(msgspec.Struct, frozen=True):
    """One softening phrase; with several parts it looks at the whole message, else at the sentence of the hit."""

    parts: tuple[Expression, ...]

    def holds(self, sentence: str, message: str) -> bool:
        seen = sentence if len(self.parts) == 1 else message
        return all(part.search(seen) for part in self.parts)


class _Phrase(msgspec.Struct, frozen=True):
    """One phrase of a rule, ready to be looked for."""

    rule: _Rule
    parts: tuple[Expression, ...]

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


_ALWAYS = (_Softener((Expression(""),)),)
"""What makes the ``maybe`` phrases of a rule soft wherever they stand."""


class _Fever(msgspec.Struct, frozen=True):
    """The number rule: fever, or a body too cold, under three months of age."""

    numbers: Mapping[str, int]
    newborn: Expression
    not_age: Expression
    ages: tuple[tuple[int, Expression], ...]
    degrees: tuple[Expression, ...]
    signs: Expression

    def judge(self, text: str) -> Hit | None:
        degrees = [degree for degree in self._celsius(text) if 30 <= degree <= 43]
        if not (degrees or self.signs.search(text)) or not self._young(text):
            return None
        hit = Hit("infant_emergency", Severity.S0)
        if not degrees or max(degrees) >= FEVER or min(degrees) < COLD:
            return hit
        return _soft(hit) if max(degrees) > WARM else None

    def _young(self, text: str) -> bool:
        if self.newborn.search(text):
            return True
        text = self.not_age.sub(" ", text)
        return any(
            days * self._number(found["n"]) < _YOUNG_DAYS
            for days, pattern in self.ages
            for found in pattern.finditer(text)
        )

    def _number(self, said: str) -> int:
        return self.numbers[said] if said in self.numbers else int(said)

    def _celsius(self, text: str) -> Iterable[float]:
        for pattern in self.degrees if _DIGIT.search(text) else ():
            for found in pattern.finditer(text):
                said = float(found["t"])
                yield round((said - 32) / 1.8, 1) if said > 90 else said


class _Language(msgspec.Struct, frozen=True):
    tag: str
    harmless: Expression
    mark: str
    """What stands in place of something harmless."""

    def hits(self, text: str, likely: Iterable[_Phrase | _Fever]) -> list[Hit]:
        """Every hit of those phrases that are likely to match."""
        judges = [judge for judge in likely if judge.judge(text)]
        if not judges:
            return []
        text = self.harmless.sub(self.mark, text)
        return [hit for judge in judges if (hit := judge.judge(text))]


_Index = dict[str, list["_Phrase | _Fever"]]
"""Telling string → the phrases that only a text holding it can match."""


class _Finder(msgspec.Struct, frozen=True):
    """Finds, in one pass over a text, which phrases of any language can match it; the others are never tried."""

    automaton: Any
    """Of Aho and Corasick; at each telling string the places of its phrases in ``judges``."""
    judges: Sequence[tuple[_Language, _Phrase | _Fever]]

    def hits(self, text: str, only: str) -> list[Hit]:
        if not text:
            return []
        likely: set[int] = set()
        for _, held in self.automaton.iter(stripped(text)):
            likely.update(held)
        judges: dict[str, tuple[_Language, list[_Phrase | _Fever]]] = {}
        for place in likely:
            language, judge = self.judges[place]
            if only in ("", language.tag):
                judges.setdefault(language.tag, (language, []))[1].append(judge)
        return [hit for language, asked in judges.values() for hit in language.hits(text, asked)]


class Lexicon(msgspec.Struct, frozen=True):
    """The compiled rules of all languages; made by ``load_lexicon``."""

    spaced: _Finder
    squeezed: _Finder

    def detect(self, text: str) -> Hit | None:
        """The gravest crisis in a text, None without one. Takes any string; a hard hit goes before a soft one."""
        found = [hit for view in views(text) for hit in self._hits(view)]
        return min(found, key=_gravity, default=None)

    def _hits(self, view: View) -> list[Hit]:
        return self.spaced.hits(view.spaced, view.only) + self.squeezed.hits(view.squeezed, view.only)


def load_lexicon(texts: Mapping[str, str]) -> Lexicon:
    """Compile lexicon files, given as file name → content.

    Raises ValueError, with file and line, for YAML that cannot be read, an unknown code, key, list or softener, and a
    phrase that does not follow the grammar of ``dialogues.phrases``.
    """
    compilers = [_Compiler(Document(name, texts[name])) for name in sorted(texts)]
    return Lexicon(
        spaced=_finder(compiler.index() for compiler in compilers if not compiler.squeezed),
        squeezed=_finder(compiler.index() for compiler in compilers if compiler.squeezed),
    )


def _finder(indexes: Iterable[tuple[_Language, _Index]]) -> _Finder:
    joined: dict[str, list[int]] = {"\0": []}  # nothing cannot be searched for
    judges: list[tuple[_Language, _Phrase | _Fever]] = []
    for language, index in indexes:
        places: dict[int, int] = {}
        for told, here in index.items():
            for judge in here:
                if id(judge) not in places:
                    places[id(judge)] = len(judges)
                    judges.append((language, judge))
            joined.setdefault(told, []).extend(places[id(judge)] for judge in here)
    automaton = ahocorasick.Automaton()
    for told, held in joined.items():
        automaton.add_word(told, tuple(set(held)))
    automaton.make_automaton()
    return _Finder(automaton, tuple(judges))


def _gravity(hit: Hit) -> tuple[bool, Severity, int]:
    return hit.soft, hit.severity, CODES.index(hit.code)


def _soft(hit: Hit) -> Hit:
    return Hit(hit.code, _SOFTER[hit.severity], soft=True)


class _Compiler:
    """Turns one language's file into rules; a mistake is told with its line."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._file = document.read(LexiconFile)
        self._grammar = Grammar(squeezed=self._file.spaces == "ignored")

    @property
    def squeezed(self) -> bool:
        """Whether this language's phrases are looked for in texts without spaces."""
        return self._grammar.squeezed

    def index(self) -> tuple[_Language, _Index]:
        """The language, and what finds its phrases."""
        for name, entries in self._file.words.items():
            self._grammar.define(name, self._each(self._grammar.piece, entries, f"$.words.{name}"))
        language = _Language(
            tag=self._document.name.removesuffix(".yml"),
            harmless=self._pattern(self._file.harmless, "$.harmless"),
            mark="·" if self.squeezed else " ·",
        )
        index: _Index = {}
        self._add_rules(index)
        if self._file.fever:
            self._add_fever(index, self._file.fever)
        return language, index

    def _add_rules(self, index: _Index) -> None:
        softeners = {
            name: tuple(_Softener(parts) for parts in self._patterns(self._grammar, entries, f"$.soft.{name}"))
            for name, entries in self._file.soft.items()
        }
        for number, written in enumerate(self._file.rules):
            where = f"$.rules[{number}]"
            for place, name in enumerate(written.soft_when):
                if name not in softeners:
                    raise self._document.error(f"there is no list {name} under soft", f"{where}.soft_when[{place}]")
            hit = Hit(written.code, written.severity)
            rule = _Rule(hit, tuple(softener for name in written.soft_when for softener in softeners[name]))
            self._add(index, rule, written.phrases, f"{where}.phrases")
            self._add(index, _Rule(hit, _ALWAYS), written.maybe, f"{where}.maybe")

    def _add(self, index: _Index, rule: _Rule, entries: Sequence[str], where: str) -> None:
        for parts, telling in self._each(self._told, entries, where):
            phrase = _Phrase(rule, tuple(Expression(part.regex) for part in parts))
            for told in telling:
                index.setdefault(told, []).append(phrase)

    def _told(self, entry: str) -> tuple[tuple[Piece, ...], frozenset[str]]:
        parts = self._grammar.parts(entry)
        return parts, tells(parts[0])

    def _add_fever(self, index: _Index, written: FeverFile) -> None:
        numbers = "|".join([r"\d{1,3}", *map(re.escape, written.numbers)])
        counting = self._grammar.with_numbers({"n": rf"(?P<n>{numbers})", "t": _DEGREES})
        units = (("days", 1, written.days), ("weeks", 7, written.weeks), ("months", 30, written.months))
        ages = [
            (days, parts[0])
            for unit, days, entries in units
            for parts in self._patterns(counting, entries, f"$.fever.{unit}")
        ]
        not_ages = [parts[0].regex for parts in self._patterns(counting, written.not_age, "$.fever.not_age")]
        degrees = tuple(parts[0] for parts in self._patterns(counting, written.degrees, "$.fever.degrees"))
        fever = _Fever(
            numbers=written.numbers,
            newborn=self._pattern(written.newborn, "$.fever.newborn"),
            not_age=union(_nameless(pattern) for pattern in not_ages),
            ages=tuple(ages),
            degrees=degrees,
            signs=self._pattern(written.signs, "$.fever.signs"),
        )
        signs = self._each(lambda entry: tells(self._grammar.whole(entry)), written.signs, "$.fever.signs")
        for told in _FEVERISH.union(*signs):
            index.setdefault(told, []).append(fever)

    def _patterns(self, grammar: Grammar, entries: Sequence[str], where: str) -> list[tuple[Expression, ...]]:
        pieces = self._each(grammar.parts, entries, where)
        return [tuple(Expression(part.regex) for part in parts) for parts in pieces]

    def _pattern(self, entries: Sequence[str], where: str) -> Expression:
        return union(piece.regex for piece in self._each(self._grammar.whole, entries, where))

    def _each(self, read: Callable[[str], _Made], entries: Sequence[str], where: str) -> list[_Made]:
        """Apply ``read`` to each phrase of the list at ``where``."""
        made = []
        for place, entry in enumerate(entries):
            try:
                made.append(read(entry))
            except ValueError as mistake:
                raise self._document.error(str(mistake), f"{where}[{place}]") from None
        return made


def _nameless(pattern: str) -> str:
    """The expression without group names, which may stand only once in a union."""
    return re.sub(r"\?P<\w+>", "?:", pattern)
