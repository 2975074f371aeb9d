"""Webhook calls as each provider makes them, built from one description: who writes what under which id."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from tests.integrations.channels import telegram_server, twilio_server

NUMBER = "+15550001111"
TWILIO = "https://api.twilio.com/2010-04-01/Accounts/AC/Messages/MM/Media/ME"
FORM = {"content-type": "application/x-www-form-urlencoded; charset=UTF-8"}
JSON = {"content-type": "application/json"}


@dataclass(frozen=True, slots=True)
class Call:
    """One POST to ``/hooks/<line>``."""

    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Provider:
    """How one provider calls us."""

    line: str
    make: Callable[[str, str, int, Mapping[str, Any]], Call]
    """(URL of the webhook, handle, number of the message, its fields) to the call."""
    handle: Callable[[int], str]
    """The address of the person with this number."""
    text: Callable[[str], Mapping[str, Any]]
    """The fields of a plain text."""
    forge: Callable[[Call], Call]
    """The same call by somebody who does not know the secret; for web chat, by nobody in particular."""
    others: Mapping[str, Mapping[str, Any]]
    """What else a person can send, by name."""
    letters: str = "ㄱ"
    """A letter of which 10,000 fit into one call."""


def _form(url: str, form: Mapping[str, str]) -> Call:
    signature = RequestValidator(twilio_server.TOKEN).compute_signature(url, form)
    return Call(urlencode(form).encode(), {**FORM, "x-twilio-signature": signature})


def _twilio(prefix: str) -> Callable[[str, str, int, Mapping[str, Any]], Call]:
    def make(url: str, handle: str, number: int, fields: Mapping[str, Any]) -> Call:
        sid = f"SM{hashlib.md5(f'{handle}/{number}'.encode()).hexdigest()}"
        common = {"AccountSid": twilio_server.ACCOUNT, "MessageSid": sid, "SmsStatus": "received", "NumMedia": "0"}
        return _form(url, {**common, "From": prefix + handle, "To": prefix + NUMBER, **fields})

    return make


def _telegram(url: str, handle: str, number: int, fields: Mapping[str, Any]) -> Call:
    person = {"id": int(handle), "is_bot": False, "first_name": "하늘", "language_code": "ko"}
    chat = {"id": int(handle), "first_name": "하늘", "type": "private"}
    message = {"message_id": number, "from": person, "chat": chat, "date": 1795312800, **fields}
    update = {"update_id": int(handle) % 1_000_000 * 1000 + number, "message": message}
    proof = {"x-telegram-bot-api-secret-token": telegram_server.SECRET}
    return Call(json.dumps(update).encode(), {**JSON, **proof})


def _webchat(url: str, handle: str, number: int, fields: Mapping[str, Any]) -> Call:
    return Call(json.dumps({"token": handle, "id": f"message-{number}", "language": "ko", **fields}).encode(), JSON)


def _without_proof(call: Call) -> Call:
    return Call(call.body, {**call.headers, "x-twilio-signature": "x", "x-telegram-bot-api-secret-token": "x"})


_PICTURE = {"NumMedia": "1", "MediaUrl0": TWILIO, "MediaContentType0": "image/jpeg", "Body": "여기예요"}
_STICKER = {
    "width": 512, "height": 512, "emoji": "🥲", "is_animated": True, "is_video": False, "type": "regular",
    "file_id": "CAACAgIAAxkBAAIBo", "file_unique_id": "AgADvx",
}  # fmt: skip
_VOICE = {"duration": 3, "file_id": "AwACAgIAAxkBAAIBo", "file_unique_id": "AgADvx"}
_OTHERS_OF_TWILIO = {
    "a picture": _PICTURE,
    "a voice message": {"NumMedia": "1", "MediaUrl0": TWILIO, "MediaContentType0": "audio/ogg", "Body": ""},
    "a location": {"Latitude": "41.5", "Longitude": "60.6", "MessageType": "location", "Body": ""},
    "a sticker": {"NumMedia": "1", "MediaUrl0": TWILIO, "MediaContentType0": "image/webp", "Body": ""},
    "nothing": {"Body": ""},
    "NUL": {"Body": "도와\0주세요"},
}

PROVIDERS = {
    "webchat": Provider(
        line="asan-web",
        make=_webchat,
        handle=lambda person: f"{person:032d}",
        text=lambda text: {"text": text},
        forge=lambda call: Call(call.body.replace(b'"token": "', b'"token": "#'), call.headers),
        others={
            "the page opened": {"kind": "start"},
            "a choice": {"kind": "choice", "choice": "consent:yes"},
            "nothing": {"text": ""},
            "NUL": {"text": "도와\0주세요"},
        },
    ),
    "telegram": Provider(
        line="asan-telegram",
        make=_telegram,
        handle=lambda person: str(5_011_000_000 + person),
        text=lambda text: {"text": text},
        forge=_without_proof,
        others={
            "a sticker": {"sticker": _STICKER},
            "a location": {"location": {"latitude": 36.7, "longitude": 127.0}},
            "a voice message": {"voice": _VOICE},
            "NUL": {"text": "도와\0주세요"},
            "half a surrogate pair": {"text": "도와주세요\ud83d"},
        },
    ),
    "sms": Provider(
        line="asan-sms",
        make=_twilio(""),
        handle=lambda person: f"+8210{person:08d}",
        text=lambda text: {"Body": text},
        forge=_without_proof,
        others=_OTHERS_OF_TWILIO,
        letters="a",
    ),
    "whatsapp": Provider(
        line="asan-whatsapp",
        make=_twilio("whatsapp:"),
        handle=lambda person: f"+99890{person:07d}",
        text=lambda text: {"Body": text},
        forge=_without_proof,
        others=_OTHERS_OF_TWILIO,
        letters="a",
    ),
}
"""By kind of channel; a test fails when one is missing."""
