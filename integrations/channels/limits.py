"""What each channel can show and what a message may cost: facts of the providers and budgets of ours, as data.

Sources: Bot API 10.1; developers.kakao.com, chatbot skill response 2.0; WhatsApp Cloud API, interactive messages; all
checked 2026-11-22. A menu answered by numbers holds 99 lines, because two digits are read as a number of it.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from integrations.channels.telegram_updates import MAX_CHOICE_BYTES
from integrations.channels.twilio_api import BODY_LIMIT


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one channel can show under a message. Lengths in characters, None where there is no bound."""

    id_bytes: int | None = None
    """Bytes of a choice's id."""
    buttons: int | None = None
    """Most buttons under one message; 0 where there are none."""
    label: int | None = None
    """Longest label of a button."""
    rows: int = 0
    """Most rows of a list that unfolds, where the channel has such lists."""
    row: int = 0
    """Longest label of a row."""
    numbers: int = 99
    """Most lines of a menu answered by its numbers: the way that is left where buttons and rows do not fit."""
    menu: int | None = None
    """Longest such menu, which must stay in one piece; UTF-16 units."""
    own: bool = False
    """True where a question in the programme's own language has to fit the buttons, because people there know nothing
    else: a list with more has to be typed."""


LIMITS: Mapping[str, Limits] = {
    "webchat": Limits(),
    "telegram": Limits(id_bytes=MAX_CHOICE_BYTES, buttons=100),
    "sms": Limits(buttons=0, menu=BODY_LIMIT),
    "whatsapp": Limits(buttons=3, label=20, rows=10, row=24, menu=BODY_LIMIT),
    "kakaotalk": Limits(buttons=10, label=14, own=True),
}
"""By kind of line."""

SMS_PARTS: Mapping[str, int] = {"consent": 11, "crisis": 7, "reply": 9, "worker": 3, "reminder": 2, "discreet": 1}
"""The most parts (``segments``) that a text message may cost, its menu included, by what it is for: ``consent`` shows a
notice that the law wants whole, ``discreet`` stands in for a message that others might read, the rest are purposes.

Our proposal: what the longest message of the content costs, in French with its apostrophes and accents, so that none
grows unseen.
"""
