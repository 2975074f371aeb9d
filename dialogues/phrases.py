"""The small phrase language of the crisis lexicon, and the form in which texts are compared with it.

A phrase is written the way people write, with a few signs::

    word            the word; in languages that keep spaces a whole word, ``bleed*`` any ending
    (a|b)           either; ``(a)?`` may be missing
    {name}          any entry of the list ``name`` under ``words``; ``{name}?`` may be missing
    …               a few words in between, inside one sentence
    A & B           both somewhere in the message, in any order; write the rarer one first

Where spaces are ignored (Korean), they count for nothing in the phrase either, and an open last syllable takes any
final consonant: ``때리`` is found in 때린다 and 때립니다.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from dialogues.scripts import has_cyrillic, has_latin, russian_in_cyrillic, uzbek_in_latin

MARK = "●"
"""Stands for the crisis phrase itself in a softening phrase."""

# Soft hyphen, stray accents, lone Korean letters (ㅠㅠ, ㅋㅋ), zero-width and direction signs, every apostrophe.
_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u1100-\u11ff\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3130-\u318f"
    "\ufe00-\ufe0f\ufeff\uffa0-\uffdc'`´\u2018\u2019\u02bb\u02bc]"
)
_PLAIN = str.maketrans(
    {"ё": "е", "œ": "oe", "æ": "ae", "ø": "o", "ı": "i", "ł": "l"}
    | {
        letter: plain
        for letter in map(chr, range(0xE0, 0x250))
        if (plain := unicodedata.normalize("NFD", letter)[0]) != letter and plain.isascii()
    }
)
"""Letters that people write with or without their accents; ``й`` is a letter of its own."""
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_END = re.compile(r"[!?…。\n]+|\.(?!\d)")
_OTHER = re.compile(r"[^\w.]+|_+")
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_DOTTED = re.compile(r"(?:[가-힣]\.){2,}[가-힣]")
_LETTERS = re.compile(rf"[\w{MARK}]+")
_TOKEN = re.compile(
    r"(?P<space>\s*)(?:(?P<gap>…)|\{(?P<word>\w+)\}(?P<maybe>\??)|(?P<open>\()|(?P<close>\)\??)|(?P<bar>\|)"
    r"|(?P<text>[^\s(){}|…]+))"
)
_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28
_WITHOUT_FINAL = {code: code - (code - _FIRST) % _FINALS for code in range(_FIRST, _LAST + 1)}
_TELLING = 5
"""Longest telling string, in characters: long enough to be rare, short enough to be found by slicing."""
_MOST = 1000
"""How many wordings of one stretch of a phrase are spelled out to find its telling strings."""


class View(msgspec.Struct, frozen=True):
    """One text in the two forms that phrases are looked for in."""

    spaced: str
    """Lower case, words and sentence ends parted by one space: `` he hit me . help ``."""
    squeezed: str
    """The same without any space: ``죽고싶어요.도와주세요``."""
    only: str = ""
    """The one language that this form was made for by changing the script; "" for what the person wrote."""


def fold(text: str) -> str:
    """Lower case, compatibility forms made plain, without accents and what is not seen or only decorates."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text).lower().translate(_PLAIN))


@lru_cache(maxsize=256)  # the lexicon and the concepts look at the same texts one after the other
def views(text: str) -> tuple[View, ...]:
    """The forms of one text. Takes any string.

    More than one when letters are drawn out (``helllp``, ``killlll``), when lines are broken, because a new line may
    end a sentence or stand in the middle of a phrase, and when it may be Uzbek in Cyrillic or Russian in Latin letters.
    """
    folded = fold(text)
    short = _REPEATED.sub(r"\1", folded)
    forms = {short: None}
    if short != folded:
        forms[_REPEATED.sub(r"\1\1", folded)] = None
    if "\n" in folded:
        forms[short.replace("\n", " ")] = None
    made = [_view(form) for form in forms]
    if has_cyrillic(short):
        made.append(_view(uzbek_in_latin(short), "uz"))
    if has_latin(short):
        made.append(_view(russian_in_cyrillic(short), "ru"))
    return tuple(made)


def _view(folded: str, only: str = "") -> View:
    parted = _OTHER.sub(" ", _END.sub(" . ", _COMMA.sub(".", folded)))
    spaced = f" {parted.strip()} "
    squeezed = spaced.replace(" ", "")
    if "." in squeezed:
        squeezed = _DOTTED.sub(lambda found: found.group().replace(".", ""), squeezed)
    return View(spaced, squeezed, only)


class Piece(msgspec.Struct, frozen=True):
    """Part of a phrase, or all of it."""

    regex: str
    strings: frozenset[str] | None = None
    """Everything it can match; None when that is too much to spell out."""
    telling: frozenset[str] = frozenset()
    """Of these (without final consonants) every match holds one; empty when that cannot be said."""
    blank: bool = False
    """Whether it may match nothing at all."""


class Grammar:
    """Reads the phrases of one language. Every method raises ValueError for a phrase that cannot be read."""

    def __init__(self, *, squeezed: bool, words: Mapping[str, Piece] | None = None) -> None:
        self.squeezed = squeezed
        self._words = dict(words or {})
        self._gap = Piece("[^.]{0,15}?" if squeezed else "(?: [^ .]+){0,5}?", blank=True)

    def define(self, name: str, entries: Sequence[Piece]) -> None:
        """Name a list, given as what ``piece`` made of its entries, for use as ``{name}`` in later phrases."""
        self._words[name] = _either(entries)

    def with_numbers(self, patterns: Mapping[str, str]) -> Grammar:
        """A copy that also knows ``{name}`` for each given regular expression."""
        return Grammar(squeezed=self.squeezed, words=self._words | {name: Piece(patterns[name]) for name in patterns})

    def parts(self, phrase: str) -> tuple[Piece, ...]:
        """One piece for each side of ``&``."""
        return tuple(self.whole(part) for part in phrase.split("&"))

    def whole(self, phrase: str) -> Piece:
        """A phrase without ``&``, to be searched for in a text."""
        body = self.piece(phrase)
        if body.blank:
            raise ValueError("everything in the phrase is optional")
        if self.squeezed:
            return body
        return _joined([_said(" "), body, Piece("(?= )", frozenset({" "}))])

    def piece(self, phrase: str) -> Piece:
        """A phrase without ``&`` as part of others."""
        tokens = _tokens(phrase)
        body, rest = self._branches(tokens, 0)
        if rest != len(tokens):
            raise ValueError("a bracket too many")
        return body

    def _branches(self, tokens: Sequence[re.Match[str]], at: int) -> tuple[Piece, int]:
        """The alternatives from ``at`` on, and where their closing bracket is."""
        branches: list[list[Piece]] = [[]]
        while at < len(tokens) and not tokens[at]["close"]:
            if tokens[at]["bar"]:
                branches.append([])
                at += 1
            else:
                piece, at = self._next(tokens, at, first=not branches[-1])
                branches[-1].append(piece)
        if not all(branches):
            raise ValueError("an alternative is empty")
        return _either([_joined(pieces) for pieces in branches]), at

    def _next(self, tokens: Sequence[re.Match[str]], at: int, *, first: bool) -> tuple[Piece, int]:
        token = tokens[at]
        if token["gap"]:
            if first:
                raise ValueError("… cannot come first")
            return self._gap, at + 1
        optional, end = token["maybe"] == "?", at + 1
        if token["open"]:
            piece, end = self._branches(tokens, at + 1)
            if end == len(tokens):
                raise ValueError("a bracket is not closed")
            optional, end = tokens[end]["close"] == ")?", end + 1
        else:
            piece = self._list(token["word"]) if token["word"] else _literal(token["text"])
        if token["space"] and not first and not self.squeezed:
            piece = _joined([_said(" "), piece])
        if optional and first and not self.squeezed:
            raise ValueError("something optional cannot come first")
        return (_optional(piece) if optional else piece), end

    def _list(self, name: str) -> Piece:
        if name not in self._words:
            raise ValueError(f"there is no list {{{name}}} above this line")
        return self._words[name]


class Expression:
    """A regular expression that is compiled when it is first needed: of thousands few ever are."""

    __slots__ = ("_compiled", "regex")

    def __init__(self, regex: str) -> None:
        self.regex = regex
        self._compiled: re.Pattern[str] | None = None

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in ``text``."""
        return self._ready().search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in ``text``."""
        return self._ready().finditer(text)

    def _ready(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.regex)
        return self._compiled


def union(bodies: Iterable[str]) -> re.Pattern[str]:
    """One compiled expression for any of ``bodies``; with none it finds nothing."""
    return re.compile("|".join(bodies) or r"(?!)")


def stripped(text: str) -> str:
    """The text with the final consonants of its Korean syllables taken off, as telling strings are."""
    return text if text.isascii() else text.translate(_WITHOUT_FINAL)


def _tokens(phrase: str) -> list[re.Match[str]]:
    tokens, at, text = [], 0, phrase.strip()
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            raise ValueError(f"“{text[at:]}” cannot be read")
        tokens.append(token)
        at = token.end()
    if not tokens:
        raise ValueError("the phrase is empty")
    return tokens


def _literal(text: str) -> Piece:
    stem = fold(text.removesuffix("*"))
    if not _LETTERS.fullmatch(stem):
        raise ValueError(f"“{text}”: only letters, digits and a * at the end can stand here")
    if text.endswith("*"):
        return Piece(re.escape(stem) + r"\w*", None, _ends({stem}))
    return Piece(re.escape(stem[:-1]) + _open(stem[-1]), frozenset({stripped(stem)}))


def _open(letter: str) -> str:
    """A Korean syllable without final consonant stands for itself with any; everything else for itself."""
    if _FIRST <= ord(letter) <= _LAST and (ord(letter) - _FIRST) % _FINALS == 0:
        return f"[{letter}-{chr(ord(letter) + _FINALS - 1)}]"
    return re.escape(letter)


def _said(text: str) -> Piece:
    return Piece(re.escape(text), frozenset({text}))


def _optional(piece: Piece) -> Piece:
    return Piece(f"(?:{piece.regex})?", None if piece.strings is None else piece.strings | {""}, blank=True)


def _either(pieces: Sequence[Piece]) -> Piece:
    if len(pieces) == 1:
        return pieces[0]
    regex = f"(?:{'|'.join(piece.regex for piece in pieces)})"
    blank = any(piece.blank for piece in pieces)
    known = [piece.strings for piece in pieces if piece.strings is not None]
    if len(known) == len(pieces):
        return Piece(regex, frozenset().union(*known), blank=blank)
    telling = [_telling(piece) for piece in pieces]
    return Piece(regex, None, frozenset().union(*telling) if all(telling) else frozenset(), blank)


def _joined(pieces: Sequence[Piece]) -> Piece:
    """Pieces one after the other. Stretches that can be spelled out are; the most telling one speaks for all."""
    run: frozenset[str] = frozenset({""})
    best: frozenset[str] = frozenset()
    broken = False
    for piece in pieces:
        if piece.strings is not None and len(run) * len(piece.strings) <= _MOST:
            run = frozenset(left + right for left in run for right in piece.strings)
            continue
        broken = True
        best = max(_telling(piece), _ends(run), best, key=_worth)
        run = frozenset({""}) if piece.strings is None else piece.strings
    regex = "".join(piece.regex for piece in pieces)
    blank = all(piece.blank for piece in pieces)
    return Piece(regex, None, max(_ends(run), best, key=_worth), blank) if broken else Piece(regex, run, blank=blank)


def _telling(piece: Piece) -> frozenset[str]:
    return piece.telling if piece.strings is None else _ends(piece.strings)


def _ends(strings: Iterable[str]) -> frozenset[str]:
    """The last characters of each; nothing when one is empty."""
    ends = frozenset(stripped(string)[-_TELLING:] for string in strings)
    return frozenset() if "" in ends or ends == {" "} else ends


def _worth(telling: frozenset[str]) -> int:
    """Longer is rarer; what stands later in a phrase is the symptom and wins a tie (it comes first in ``max``)."""
    return min(map(len, telling), default=0)


def tells(piece: Piece) -> frozenset[str]:
    """Strings of which every ``stripped`` text that the piece matches in holds one. Raises ValueError without any."""
    telling = _telling(piece)
    if not telling:
        raise ValueError("nothing in the phrase is sure to be said")
    return telling
