"""Which module serves which kind of channel: one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from integrations.channels.channel import Channel
from integrations.channels.sms import Sms
from integrations.channels.telegram import Telegram
from integrations.channels.webchat import WebChat
from integrations.channels.whatsapp import WhatsApp

Given = Mapping[str, str]
"""What the environment says of one line, by the variable's name behind its prefix; empty where it says nothing."""

Build = Callable[[str, Given, str], Channel]
"""(line, what it was given, our public address) to the channel. Raises ValueError for a setting that cannot be
right."""


TELEGRAM = "https://api.telegram.org"
TWILIO = "https://api.twilio.com"


def _base(given: Given, usual: str) -> str:
    return given.get("BASE_URL") or usual


def _templates(given: Given) -> dict[str, str]:
    return msgspec.json.decode(given.get("TEMPLATES") or "{}", type=dict[str, str])


CHANNELS: Mapping[str, Build] = {
    "webchat": lambda line, _, __: WebChat(line),
    "telegram": lambda line, given, url: Telegram(line, given["TOKEN"], given["SECRET"], url, _base(given, TELEGRAM)),
    "sms": lambda line, given, url: Sms(
        line, given["ACCOUNT_SID"], given["AUTH_TOKEN"], given["NUMBER"], url, _base(given, TWILIO)
    ),
    "whatsapp": lambda line, given, url: WhatsApp(
        line, given["ACCOUNT_SID"], given["AUTH_TOKEN"], given["NUMBER"], url, _templates(given), _base(given, TWILIO)
    ),
}
