"""Phone numbers as people write them."""

from __future__ import annotations

import re

import phonenumbers

_HOME = re.compile(r"(?<![\d+])(?:00)?(998(?:[\s().-]*\d){9})(?!\d)")
"""An Uzbek number as dialled from abroad; no resident registration number begins so, for it has no month 8x."""


def phone_in(text: str, region: str) -> str | None:
    """The first valid phone number in ``text`` as E.164, read as dialled in ``region`` (KR, UZ, FR), or None.

    A number of another country needs its ``+``; the Uzbek 998 is understood without, because people leave it out.
    """
    typed = re.sub(r"(?<=\d)[_/](?=\d)", "-", text)
    for form in (typed, _HOME.sub(r"+\1", typed)):
        for match in phonenumbers.PhoneNumberMatcher(form, region):
            return phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
    return None
