"""Finds a crisis in a message by rules that a clinician can read and correct (``dialogues/crisis/*.yml``).

Every language's rules run on every text, because people mix languages and scripts. A rule's phrase makes a hit; words
around it (somebody else, long ago, not, in a film) make the hit soft; idioms are taken out before anything is judged.
Some phrases are only ``likely``: they ring unless whoever reads the whole message is sure that it is harmless (calm).
Codes and severities: DOMAIN A3; danger signs: A4 and A5; what is soft: A6, rule 11.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar, get_args

import msgspec

from dialogues.documents import Document
from dialogues.judges import Fever, Phrase, Rule, Softener, softened
from dialogues.lexicon import Code, FeverFile, LexiconFile
from dialogues.phrases import Expression, Grammar, Piece, tells, union
from dialogues.reading import Hit, Severity
from dialogues.telling import Telling
from dialogues.views import View, stripped, views

CODES: tuple[str, ...] = get_args(Code)
"""Every crisis code, the one that goes first when severities are equal first."""

_DEGREES = r"(?P<t>\d{2,3}(?:\.\d)?)"
_FEVERISH = frozenset(map(str, (*range(30, 44), *range(90, 110))))
"""How the degrees begin that a body can have, in Celsius or Fahrenheit: they are said in digits."""
_ALWAYS = (Softener((Expression(""),)),)
"""What makes the ``maybe`` phrases of a rule soft wherever they stand."""
_Made = TypeVar("_Made")


class _Language(msgspec.Struct, frozen=True):
    tag: str
    harmless: Expression
    surely: Expression
    """What is harmless without a gap, in which any words may stand."""
    mark: str
    """What stands in place of something harmless."""

    def hits(self, text: str, near: Iterable[Phrase | Fever], *, calm: bool) -> list[Hit]:
        """Every hit of those phrases that may match."""
        judges = [judge for judge in near if judge.judge(text, calm=calm)]
        if not judges:
            return []
        rest, more = self.harmless.sub(self.mark, text), self.surely.sub(self.mark, text)
        told = [hit for judge in judges if (hit := judge.judge(rest, calm=calm))]
        # What stands in a gap may only look harmless ("walking the dog I felt like dying"): it is asked about.
        asked = [hit for judge in judges if not calm and (hit := judge.judge(more, calm=calm))]
        return told + [softened(hit) for hit in asked]


_Index = dict[str, list["Phrase | Fever"]]
"""Telling string → the phrases that only a text holding it can match."""


class _Finder(msgspec.Struct, frozen=True):
    """Finds, in one pass over a text, which phrases of any language can match it; the others are never tried."""

    telling: Telling[int]
    """Places in ``judges``."""
    judges: Sequence[tuple[_Language, Phrase | Fever]]

    def hits(self, text: str, only: str, *, calm: bool) -> list[Hit]:
        if not text:
            return []
        judges: dict[str, tuple[_Language, list[Phrase | Fever]]] = {}
        for place in self.telling.near(stripped(text)):
            language, judge = self.judges[place]
            if only in ("", language.tag):
                judges.setdefault(language.tag, (language, []))[1].append(judge)
        return [hit for language, asked in judges.values() for hit in language.hits(text, asked, calm=calm)]


class Lexicon(msgspec.Struct, frozen=True):
    """The compiled rules of all languages; made by ``load_lexicon``."""

    spaced: _Finder
    squeezed: _Finder

    def detect(self, text: str, *, calm: bool = False) -> Hit | None:
        """The gravest crisis in a text, None without one. Takes any string; a hard hit goes before a soft one.

        ``calm``: whoever read the whole message is sure that it is harmless; what is only ``likely`` is soft then.
        """
        found = [hit for view in views(text) for hit in self._hits(view, calm=calm)]
        return min(found, key=_gravity, default=None)

    def _hits(self, view: View, *, calm: bool) -> list[Hit]:
        spaced = self.spaced.hits(view.spaced, view.only, calm=calm)
        return spaced + self.squeezed.hits(view.squeezed, view.only, calm=calm)


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
    joined: dict[str, list[int]] = {}
    judges: list[tuple[_Language, Phrase | Fever]] = []
    for language, index in indexes:
        places: dict[int, int] = {}
        for told, here in index.items():
            for judge in here:
                if id(judge) not in places:
                    places[id(judge)] = len(judges)
                    judges.append((language, judge))
            joined.setdefault(told, []).extend(places[id(judge)] for judge in here)
    return _Finder(Telling(joined), tuple(judges))


def _gravity(hit: Hit) -> tuple[bool, Severity, int]:
    return hit.soft, hit.severity, CODES.index(hit.code)


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
            surely=self._pattern([one for one in self._file.harmless if "…" not in one], "$.harmless"),
            mark="·" if self.squeezed else " ·",
        )
        index: _Index = {}
        self._add_rules(index)
        if self._file.fever:
            self._add_fever(index, self._file.fever)
        return language, index

    def _add_rules(self, index: _Index) -> None:
        softeners = {
            name: tuple(Softener(parts) for parts in self._patterns(self._grammar, entries, f"$.soft.{name}"))
            for name, entries in self._file.soft.items()
        }
        for number, written in enumerate(self._file.rules):
            where = f"$.rules[{number}]"
            for place, name in enumerate(written.soft_when):
                if name not in softeners:
                    raise self._document.error(f"there is no list {name} under soft", f"{where}.soft_when[{place}]")
            hit = Hit(written.code, written.severity)
            around = tuple(softener for name in written.soft_when for softener in softeners[name])
            self._add(index, Rule(hit, around), written.phrases, f"{where}.phrases")
            self._add(index, Rule(hit, around, likely=True), written.likely, f"{where}.likely")
            self._add(index, Rule(hit, _ALWAYS), written.maybe, f"{where}.maybe")

    def _add(self, index: _Index, rule: Rule, entries: Sequence[str], where: str) -> None:
        for parts, telling in self._each(self._told, entries, where):
            phrase = Phrase(rule, tuple(Expression(part.regex) for part in parts))
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
        fever = Fever(
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
