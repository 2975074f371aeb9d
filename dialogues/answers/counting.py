"""Number words of every language as digits, so that one set of patterns reads them all."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dialogues.answers.sino import korean_digits
from dialogues.answers.tongue import Tongue
from dialogues.answers.tongues import TONGUES, any_of
from dialogues.answers.tongues.english import ONES, TEENS, TENS
from dialogues.answers.tongues.uzbek import WORDS
from dialogues.scripts import has_cyrillic, uzbek_in_latin

_PLAIN = str.maketrans(
    {"œ": "oe", "ё": "е", **dict.fromkeys("ʻʼ‘’‛′", "'")}
    | {
        letter: plain
        for letter in map(chr, range(0xE0, 0x180))
        if (plain := unicodedata.normalize("NFD", letter)[0]) != letter
    }
)
_CYRILLIC_WORD = re.compile("[а-яёўқғҳ]+")
_UZBEK_WORD = re.compile(WORDS)
HALF = any_of(lambda tongue: tongue.half)
UNIT = any_of(lambda tongue: f"{tongue.day}|{tongue.week}|{tongue.month}|{tongue.year}")
_EN = {name: number for number, name in enumerate(["zero", *ONES, *TEENS])} | TENS | {"a": 1, "an": 1}
_EN_WORDS = re.compile(
    rf"\b({'|'.join(TENS)})[ -]({'|'.join(ONES)})\b|\b({'|'.join(list(_EN)[:-2])})\b"
    r"|\b(an?)\b(?=\s(?:week|month|year|day))"
)


def folded(text: str) -> str:
    """``text`` (plain form) with one apostrophe and no accents, and its Uzbek words in Latin letters."""
    if text.isascii():
        return text
    if has_cyrillic(text):
        text = _CYRILLIC_WORD.sub(_in_latin, text)
    return text.translate(_PLAIN)


def _in_latin(found: re.Match[str]) -> str:
    latin = uzbek_in_latin(found[0])
    return latin if _UZBEK_WORD.fullmatch(latin) else found[0]


@lru_cache(maxsize=64)  # one text is asked for its weeks, its months and more
def with_digits(text: str) -> str:
    """``text`` folded, with the number words before a unit, or standing alone in English, as digits."""
    text = folded(text)
    for pattern, digits in _SAID:
        text = pattern.sub(digits, text)
    for counter in _COUNTERS:
        text = counter.digits(text)
    return _EN_WORDS.sub(_english, korean_digits(text))


def alone(text: str) -> str:
    """``text`` folded, with every number word as digits, for an answer that is nothing but a number."""
    text = folded(text)
    for counter in _COUNTERS:
        text = counter.anywhere(text)
    return _EN_WORDS.sub(_english, text)


class _Counter:
    """Makes one language's number words digits: ones, tens, and tens with ones ("vingt et un").

    Only its own units count: the French "on m'a" is no Uzbek "o'n" beside an English "m".
    """

    def __init__(self, tongue: Tongue) -> None:
        self._values = [(re.compile(word), number) for word, number in {**tongue.numbers, **tongue.ordinals}.items()]
        tens = "|".join(word for word, number in tongue.numbers.items() if number >= 10)
        ones = "|".join(word for word, number in tongue.numbers.items() if number < 10)
        ordinals = "|".join(tongue.ordinals) or "(?!)"
        units = f"{tongue.day}|{tongue.week}|{tongue.month}|{tongue.year}"
        one = f"(?P<ordinal>{ordinals})|(?P<one>{ones or '(?!)'}|{tens or '(?!)'})"
        count = rf"(?:(?P<tens>{tens or '(?!)'}){tongue.joint})?(?:{one})"
        self._alone = re.compile(rf"\b{count}(?!\w)")
        self._counted = re.compile(rf"\b{count}(?={HALF}?[\s-]?(?:{units}))")

    def digits(self, text: str) -> str:
        """Those that stand before a unit; an ordinal keeps being one."""
        return self._counted.sub(self._number, text)

    def anywhere(self, text: str) -> str:
        """All of them."""
        return self._alone.sub(self._number, text)

    def _number(self, found: re.Match[str]) -> str:
        number = sum(self._value(found[name]) for name in ("tens", "one", "ordinal") if found[name])
        return f"{number}th" if found["ordinal"] else str(number)

    def _value(self, word: str) -> int:
        return next(number for pattern, number in self._values if pattern.fullmatch(word))


_COUNTERS = [_Counter(tongue) for tongue in TONGUES if tongue.numbers or tongue.ordinals]
_SAID = [(re.compile(said), digits) for tongue in TONGUES for said, digits in tongue.said]


def _english(found: re.Match[str]) -> str:
    if found[1]:
        return str(_EN[found[1]] + _EN[found[2]])
    return str(_EN[found[3] or found[4]])
