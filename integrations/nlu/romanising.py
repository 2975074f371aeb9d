"""Korean, Russian and Uzbek in other letters, the way people type them: close to the standards, never quite them.

Korean follows the Revised Romanization of 2000 with the variants of chats (eo or u, g or k, si or shi); Russian the
habits of phones without Cyrillic; Uzbek Cyrillic the alphabet of 1940.
"""

from __future__ import annotations

import random
import re

_FIRSTS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = (
    *("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu"),
    *("eu", "ui", "i"),
)
_FINALS = (
    *("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng"),
    *("t", "t", "k", "t", "p", "t"),
)
# What a final consonant becomes when a vowel follows: what stays, and what goes over.
_OVER = (
    *(("", ""), ("", "g"), ("", "kk"), ("k", "s"), ("", "n"), ("n", "j"), ("", "n"), ("", "d"), ("", "r"), ("l", "g")),
    *(("l", "m"), ("l", "b"), ("l", "s"), ("l", "t"), ("l", "p"), ("", "r"), ("", "m"), ("", "b"), ("p", "s")),
    *(("", "s"), ("", "ss"), ("ng", ""), ("", "j"), ("", "ch"), ("", "k"), ("", "t"), ("", "p"), ("", "")),
)
_HABITS = (
    *(("eo", "u"), ("eo", "o"), ("eu", "u"), ("si", "shi"), ("yeo", "yo"), ("ae", "e"), ("oe", "we"), ("ui", "e")),
    *(("j", "z"), ("g", "k"), ("b", "p"), ("d", "t"), ("kk", "gg"), ("seo", "so"), ("l", "r"), ("u", "oo")),
)
_ZERO = 11
"""Place of the silent ㅇ among the first consonants."""

_RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f h ts ch sh sh  y  e yu ya".split(" "),
        strict=True,
    )
)
_RUSSIAN_HABITS = (
    ("zh", "j"),
    ("h", "x"),
    ("yu", "u"),
    ("ya", "ia"),
    ("y", "i"),
    ("ch", "4"),
    ("sh", "w"),
    ("ts", "c"),
)

_UZBEK = (
    *(("o'", "ў"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("ya", "я"), ("yu", "ю"), ("yo", "ё"), ("ye", "е")),
    *((latin, letter) for latin, letter in zip("abdefghijklmnopqrstuvxyz'", "абдефгҳижклмнопқрстувхйзъ", strict=True)),
)
_UZBEK_LETTERS = dict(_UZBEK)
_UZBEK_PARTS = re.compile("|".join(re.escape(latin) for latin, _ in _UZBEK))


def korean_in_latin(text: str, chance: random.Random) -> str:
    """``text`` with its Korean syllables in Latin letters; which habits it shows is up to ``chance``."""
    made = "".join(_syllables(text))
    for standard, habit in chance.sample(_HABITS, 4):
        made = made.replace(standard, habit)
    return made


def _syllables(text: str) -> list[str]:
    made: list[str] = []
    over = ""
    for at, letter in enumerate(text):
        number = ord(letter) - 0xAC00
        if not 0 <= number < 11172:
            made.append(letter)
            continue
        first, vowel, final = number // 588, number % 588 // 28, number % 28
        made.append((over or _FIRSTS[first]) + _VOWELS[vowel])
        follows = ord(text[at + 1]) - 0xAC00 if at + 1 < len(text) else -1
        stays, over = _OVER[final] if 0 <= follows < 11172 and follows // 588 == _ZERO else (_FINALS[final], "")
        made.append(stays)
    return made


def russian_in_latin(text: str, chance: random.Random) -> str:
    """``text`` in lower case with its Russian letters in Latin ones."""
    made = "".join(_RUSSIAN.get(letter, letter) for letter in text.lower())
    for standard, habit in chance.sample(_RUSSIAN_HABITS, 2):
        made = made.replace(standard, habit)
    return made


def uzbek_in_cyrillic(text: str) -> str:
    """``text`` in lower case with its Uzbek Latin letters in Cyrillic ones; any apostrophe will do."""
    plain = re.sub("[ʻʼ‘’`]", "'", text.lower())
    made = re.sub(r"\be", "э", plain)
    return _UZBEK_PARTS.sub(lambda found: _UZBEK_LETTERS[found.group()], made)
