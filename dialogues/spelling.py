"""A language in another script, made from the texts of the first: Uzbek in Cyrillic letters from Uzbek in Latin ones.

``dialogues.scripts`` goes the other way, for comparing; this is for showing, so letters, capitals and signs are right.
Rules: the law on the Latin alphabet of 1995, whose letters stand for those of the Cyrillic alphabet of 1940. What no
rule can know stands in ``dialogues/spelling/<tag>.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from fluent.syntax import FluentParser
from fluent.syntax.ast import BaseNode, TextElement

from dialogues.documents import Document

_APOSTROPHE = "['ʻʼ‘’`´]"
_PAIRS = {"sh": "ш", "ch": "ч", "yo": "ё", "yu": "ю", "ya": "я", "ye": "е"}
_SIGNED = {"o": "ў", "g": "ғ", "yo": "йў", "sh": "сҳ"}
"""Letters with an apostrophe: oʻ, gʻ, yoʻ (yoʻl is йўл, but yosh is ёш), and the s and h that are no sh."""

_ONE = dict(zip("abvgdijzyklmnoprstufxqhecw", "абвгдижзйклмнопрстуфхқҳесв", strict=True))
_WORD = rf"[A-Za-z](?:{_APOSTROPHE}?[A-Za-z])*(?:(?<=[oOgG]){_APOSTROPHE})?"
_LETTER = re.compile(
    rf"yo{_APOSTROPHE}|[og]{_APOSTROPHE}|s{_APOSTROPHE}h|sh|ch|y[aeou]|{_APOSTROPHE}|[a-z]", re.IGNORECASE
)
_SIGN = re.compile(_APOSTROPHE)


class SpellingFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of ``dialogues/spelling/<tag>.yml``."""

    of: str
    """The language whose texts are written in the other script."""
    stems: dict[str, str] = {}
    """Beginnings of words, in small letters, that follow no rule."""
    words: dict[str, str] = {}
    """Whole words, in small letters, that follow no rule."""
    kept: tuple[str, ...] = ()
    """Names that stay as they are."""


class Spelling:
    """Writes texts of one language in Cyrillic letters."""

    def __init__(self, name: str, text: str) -> None:
        """From ``text`` of the file ``name``, such as ``uz-Cyrl.yml``. Raises ContentError."""
        self._file = Document(name, text).read(SpellingFile)
        self.tag = name.partition(".")[0]
        self.of = self._file.of
        kept = "|".join(map(re.escape, sorted(self._file.kept, key=len, reverse=True)))
        self._parts = re.compile(rf"https?://\S+|(?<!\w)(?:{kept or '(?!)'})(?!\w)|{_WORD}")
        self._stems = sorted(self._file.stems, key=len, reverse=True)

    def text(self, latin: str) -> str:
        """``latin`` in Cyrillic letters; other scripts, numbers and names that are kept stay as they are."""
        return self._parts.sub(lambda found: self._part(found[0]), latin)

    def wording(self, source: str) -> str:
        """A Fluent text with every message in Cyrillic letters, on the lines where it stood; keys, values and the
        forms of a number stay."""
        done, end = [], 0
        for start, stop in sorted(_texts(FluentParser(with_spans=True).parse(source))):
            done += [source[end:start], self.text(source[start:stop])]
            end = stop
        return "".join([*done, source[end:]])

    def names(self, value: Any) -> Any:
        """``value`` (of a YAML file) in which everything that has a name in the one script has it in the other, unless
        it is written there."""
        match value:
            case dict() if isinstance(value.get(self.of), str):
                return value | {self.tag: value.get(self.tag) or self.text(value[self.of])}
            case dict():
                return {key: self.names(one) for key, one in value.items()}
            case list():
                return [self.names(one) for one in value]
            case _:
                return value

    def _part(self, word: str) -> str:
        if word in self._file.kept or "://" in word:
            return word
        small = word.lower()
        if whole := self._file.words.get(small):
            return _like(word, whole)
        stem = next((stem for stem in self._stems if small.startswith(stem)), "")
        return _like(word[: len(stem)], self._file.stems.get(stem, "")) + _in_cyrillic(word, len(stem))


def _texts(node: BaseNode) -> Iterator[tuple[int, int]]:
    """Where the texts of a Fluent tree begin and end."""
    if isinstance(node, TextElement):
        if node.span:
            yield node.span.start, node.span.end
        return
    for child in vars(node).values():
        for one in child if isinstance(child, list) else [child]:
            if isinstance(one, BaseNode):
                yield from _texts(one)


def _in_cyrillic(word: str, start: int) -> str:
    """``word`` from ``start`` on in Cyrillic letters."""
    return "".join(_like(found[0], _letter(found)) for found in _LETTER.finditer(word, start))


def _letter(found: re.Match[str]) -> str:
    sign = _SIGN.sub("", found[0].lower())
    if sign != found[0].lower():
        return _SIGNED.get(sign, "ъ")
    if sign == "e":
        before = found.string[: found.start()][-1:].lower()
        return "э" if not before or before in "aeiou" else "е"
    return _PAIRS.get(sign) or _ONE[sign]


def _like(model: str, word: str) -> str:
    """``word`` with capitals where ``model`` has them."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def load_spellings(texts: Mapping[str, str]) -> dict[str, Spelling]:
    """Every spelling by its language tag, from texts by file name. Raises ContentError."""
    found = (Spelling(name, text) for name, text in texts.items())
    return {spelling.tag: spelling for spelling in found}
