"""How many SMS parts a text costs, how to make it cost fewer, and where to cut one that is too long.

An SMS carries 140 octets: 160 septets of the GSM-7 alphabet (153 in each part of a longer text), or 70 UTF-16 units
(67 in each part) as soon as one character lies outside that alphabet. Source: 3GPP TS 23.038 and 23.040.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from itertools import accumulate

import msgspec

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION = frozenset("^{}\\[~]|€\f")
"""Characters behind an escape: two septets each."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʻʼʹ′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t", " "),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
        "…": "...",
        "•": "-",
    }
)
"""Typographic characters and the GSM-7 ones that say the same. Uzbek oʻ and gʻ are written with U+02BB."""


class Encoding(StrEnum):
    """The alphabet a text is sent in."""

    GSM7 = "GSM-7"
    UCS2 = "UCS-2"


class Segments(msgspec.Struct, frozen=True):
    """What a text costs as SMS."""

    encoding: Encoding
    units: int
    """Septets for GSM-7, UTF-16 units for UCS-2."""
    parts: int
    """How many SMS are paid for; an empty text still takes one."""


def count(text: str) -> Segments:
    """Say what ``text`` costs as SMS. Two-unit characters are never torn apart between two parts."""
    if _is_gsm7(text):
        return _segments(Encoding.GSM7, [2 if char in _EXTENSION else 1 for char in text], single=160, joined=153)
    return _segments(Encoding.UCS2, [2 if char > "\uffff" else 1 for char in text], single=70, joined=67)


def economise(text: str) -> str:
    """Replace typographic characters when that makes the whole text GSM-7; otherwise return it untouched.

    Only quotes, dashes, spaces and the like are replaced: a letter is never swapped for another one.
    """
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN)
    return plain if _is_gsm7(plain) else text


def length(text: str) -> int:
    """Length in UTF-16 units, which is how the providers count characters."""
    return len(text) + sum(char > "\uffff" for char in text)


def split(text: str, limit: int) -> tuple[str, ...]:
    """Cut ``text`` into pieces of at most ``limit`` (2 or more) UTF-16 units, between words where there is a gap."""
    pieces = []
    rest = text.strip()
    while length(rest) > limit:
        cut = _cut(rest, limit)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return (*pieces, rest) if rest else tuple(pieces)


def _is_gsm7(text: str) -> bool:
    return all(char in _BASIC or char in _EXTENSION for char in text)


def _segments(encoding: Encoding, costs: list[int], *, single: int, joined: int) -> Segments:
    units = sum(costs)
    return Segments(encoding, units, 1 if units <= single else _parts(costs, joined))


def _parts(costs: list[int], room: int) -> int:
    parts, used = 1, 0
    for cost in costs:
        if used + cost > room:
            parts, used = parts + 1, 0
        used += cost
    return parts


def _cut(text: str, limit: int) -> int:
    """The index to cut at: the last gap within ``limit`` units, or in a word that is longer than that."""
    units = accumulate(2 if char > "\uffff" else 1 for char in text)
    fitting = next(index for index, used in enumerate(units) if used > limit)
    return max((index for index in range(1, fitting + 1) if text[index].isspace()), default=fitting)
