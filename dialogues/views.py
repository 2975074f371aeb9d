"""The forms in which texts are compared with rules and dictionaries: folded, with and without spaces, both scripts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import msgspec

from dialogues.scripts import has_cyrillic, has_latin, russian_in_cyrillic, uzbek_in_latin

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
_OTHER = re.compile(r"[^\w. ]+|_+")
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_HANGUL = re.compile("[가-힣]")
_DOTTED = re.compile(r"(?:[가-힣]\.){2,}[가-힣]")
FIRST, LAST, FINALS = 0xAC00, 0xD7A3, 28
"""The first and the last Korean syllable, and how many final consonants (or none) each can have."""
_WITHOUT_FINAL = {code: code - (code - FIRST) % FINALS for code in range(FIRST, LAST + 1)}


class View(msgspec.Struct, frozen=True):
    """One text in the two forms that phrases are looked for in."""

    spaced: str
    """Lower case, words and sentence ends parted by one space: `` he hit me . help ``."""
    squeezed: str
    """The same without any space: ``죽고싶어요.도와주세요``; "" where no Korean is written."""
    only: str = ""
    """The one language that this form was made for by changing the script; "" for what the person wrote."""


def fold(text: str) -> str:
    """Lower case, compatibility forms made plain, without accents and what is not seen or only decorates."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
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
    spaced = made[0].spaced
    if has_cyrillic(short):
        made.append(View(uzbek_in_latin(spaced), "", "uz"))
    if has_latin(short):
        made.append(View(russian_in_cyrillic(spaced), "", "ru"))
    return tuple(made)


def plain_view(text: str) -> View:
    """The first of the ``views`` alone, for what is written in a dictionary and not by a person."""
    return _view(_REPEATED.sub(r"\1", fold(text)))


def _view(folded: str) -> View:
    pointed = _COMMA.sub(".", folded) if "," in folded else folded
    spaced = f" {' '.join(_OTHER.sub(' ', _END.sub(' . ', pointed)).split())} "
    squeezed = spaced.replace(" ", "") if _HANGUL.search(spaced) else ""
    if "." in squeezed:
        squeezed = _DOTTED.sub(lambda found: found.group().replace(".", ""), squeezed)
    return View(spaced, squeezed)


def stripped(text: str) -> str:
    """The text with the final consonants of its Korean syllables taken off, as telling strings are."""
    return text.translate(_WITHOUT_FINAL) if _HANGUL.search(text) else text
