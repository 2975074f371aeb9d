"""Text within Telegram's bounds.

A message holds 1 to 4096 characters, counted in UTF-16 units (Bot API 10.1, sendMessage; checked 2026-11-22).
"""

from __future__ import annotations

import re

MAX_UNITS = 4096

BORDERS = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"[.!?…][\"'»”’)\]]*\s|[。！？]"),
    re.compile(r"\s"),
)
"""Where a long text may be parted, best first: between paragraphs, lines, sentences, words."""


def units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 units, so an emoji counts two."""
    return len(text.encode("utf-16-le")) // 2


def whole(text: str) -> str:
    """The text without what neither a database nor UTF-8 can hold: NUL goes, half a surrogate pair becomes U+FFFD."""
    return text.replace("\0", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def split(text: str, limit: int = MAX_UNITS) -> list[str]:
    """Part ``text`` into messages of 1 to ``limit`` UTF-16 units; none when it is blank.

    ``text`` holds no half surrogate pairs (see ``whole``). Only white space at a border is lost. ``limit`` is at
    least 2, the size of one character outside the Basic Multilingual Plane.
    """
    parts = []
    rest = text.strip()
    while units(rest) > limit:
        cut = _border(_prefix(rest, limit))
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*parts, rest] if rest else parts


def _prefix(text: str, limit: int) -> str:
    """The longest beginning of at most ``limit`` units; a pair cut through is left out."""
    return text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", "ignore")


def _border(window: str) -> int:
    """Index at which to cut: the last best border of the second half, so that no part is needlessly short."""
    half = len(window) // 2
    for border in BORDERS:
        ends = [found.end() for found in border.finditer(window, half)]
        if ends:
            return ends[-1]
    return len(window)
