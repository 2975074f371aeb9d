"""Writes one script's words in another: Uzbek in Cyrillic as Latin, Russian in Latin letters as Cyrillic.

People write a language in the letters that their keyboard has. Both directions are made for comparing, not for showing:
they take the form without apostrophes and accents that ``dialogues.views.fold`` leaves, and give it again.
Source of the Uzbek pairs: the Latin alphabet of the law of 1995. Russian has no one way; these are the habits of chats.
"""

from __future__ import annotations

import re
from functools import lru_cache

_UZBEK = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхыэўқғҳж", "abvgdeziyklmnoprstufxieoqghj", strict=True)),
        "ё": "yo",
        "ю": "yu",
        "я": "ya",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ц": "ts",
        "ъ": "",
        "ь": "",
    }
)
# At the beginning of a word and after a vowel е is said and written with a y: ер → yer, боғ ери → yeri.
_UZBEK_YE = re.compile("(?<![^\\W_])е|(?<=[аеёиоуэюяўы])е")

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-z]")

_RUSSIAN = (
    *(("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tz", "ц"), ("ch", "ч"), ("sh", "ш")),
    *(("yo", "е"), ("jo", "е"), ("yu", "ю"), ("ju", "ю"), ("iu", "ю"), ("ya", "я"), ("ja", "я"), ("ia", "ия")),
    *(("ye", "е"), ("je", "е"), ("iy", "ий"), ("yy", "ый"), ("ey", "ей"), ("oy", "ой"), ("ay", "ай"), ("uy", "уй")),
)
_RUSSIAN_ONE = dict(zip("abvgdezijklmnoprstufhcywxq", "абвгдезийклмнопрстуфхцывхк", strict=True))
_RUSSIAN_PARTS = dict(_RUSSIAN) | _RUSSIAN_ONE
_RUSSIAN_LETTERS = re.compile("|".join([*(pair[0] for pair in _RUSSIAN), "[a-z]"]))


def has_cyrillic(text: str) -> bool:
    """Whether there is a Cyrillic letter in a text in lower case."""
    return _CYRILLIC.search(text) is not None


def has_latin(text: str) -> bool:
    """Whether there is an unaccented Latin letter in a text in lower case."""
    return _LATIN.search(text) is not None


def uzbek_in_latin(text: str) -> str:
    """Cyrillic letters of a folded text as Uzbek Latin ones without apostrophes: ``чақалоқ`` → ``chaqaloq``."""
    return _UZBEK_YE.sub("ye", text).translate(_UZBEK)


def russian_in_cyrillic(text: str) -> str:
    """Latin letters of a folded text as Russian Cyrillic ones: ``rebenok ne dyshit`` → ``ребенок не дышит``."""
    return " ".join(map(_russian_word, text.split(" ")))


@lru_cache(maxsize=20_000)  # people use the same words
def _russian_word(word: str) -> str:
    return _RUSSIAN_LETTERS.sub(lambda found: _RUSSIAN_PARTS[found.group()], word)
