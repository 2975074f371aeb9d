"""Phone numbers as people write them."""

from __future__ import annotations

import re

import phonenumbers


def phone_in(text: str, region: str) -> str | None:
    """The first valid phone number in ``text`` as E.164, read as dialled in ``region`` (KR, UZ), or None."""
    for match in phonenumbers.PhoneNumberMatcher(re.sub(r"(?<=\d)[_/](?=\d)", "-", text), region):
        return phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
    return None
