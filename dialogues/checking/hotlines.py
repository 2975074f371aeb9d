"""The numbers families are told: there for every crisis, dialable, and looked at within the last year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import phonenumbers

from dialogues.checking.mistakes import Mistake, at
from dialogues.crisis import CODES
from dialogues.documents import Document
from dialogues.programme import Programme

FRESH = timedelta(days=365)
"""A number is looked at once a year. Our proposal."""

_SHORT = re.compile(r"\d{3,5}")
"""Numbers such as 112, 1366 or 1146, which have no area code."""
_DIALLED = re.compile(r"\+?\d[\d -]*\d")


def hotline_mistakes(programme: Programme, document: Document, day: date) -> Iterator[Mistake]:
    """What is wrong with the hotlines of ``programme`` (its file: ``document``) on ``day``."""
    facts = programme.facts
    for code in CODES:
        if not facts.crisis.get(code):
            yield at(document, "$.crisis", f"crisis `{code}` has no numbers")
    for index, line in enumerate(facts.hotlines):
        path = f"$.hotlines[{index}]"
        if not can_be_dialled(line.number, facts.region):
            yield at(document, path, f"`{line.number}` is no number that can be dialled in {facts.region}")
        if not line.source.strip():
            yield at(document, path, f"nobody knows where the number {line.number} is from")
        if line.checked_on > day:
            yield at(document, path, f"the number {line.number} was checked on a day to come, {line.checked_on}")
        elif day - line.checked_on > FRESH:
            told = f"the number {line.number} was last checked on {line.checked_on}, more than a year ago"
            yield at(document, path, told)


def can_be_dialled(number: str, region: str) -> bool:
    """Whether ``number`` is a short number or one that exists in ``region`` or, with its ``+``, anywhere."""
    if not _DIALLED.fullmatch(number):
        return False
    if _SHORT.fullmatch(number):
        return True
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, region))
    except phonenumbers.NumberParseException:
        return False
