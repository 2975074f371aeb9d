"""One family's whole self-referral by text message, nine turns, as Twilio would call us."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterator
from urllib.parse import quote_plus

LINE = "asan-sms"
ACCOUNT = "AC" + "0" * 32
TOKEN = "benchmark"
OURS = "+15550001111"

TURNS = (
    "임신 7개월인데 도움이 필요해요",
    "1",  # consent
    "1",  # sensitive data
    "배방읍",
    "1,4",  # needs
    "2",  # this week
    "4",  # I write first
    "달님",
    "1",  # send
)


def calls(port: int, family: int) -> Iterator[bytes]:
    """The webhook calls of one family, each a whole HTTP request with a right signature."""
    url = f"http://127.0.0.1:{port}/hooks/{LINE}"
    sender = f"+8210{family:08d}"
    for turn, text in enumerate(TURNS):
        form = {
            "AccountSid": ACCOUNT,
            "Body": text,
            "From": sender,
            "MessageSid": f"SM{family:024x}{turn:08x}",
            "NumMedia": "0",
            "NumSegments": "1",
            "SmsStatus": "received",
            "To": OURS,
        }
        body = "&".join(f"{name}={quote_plus(value)}" for name, value in form.items()).encode()
        signed = (url + "".join(name + value for name, value in sorted(form.items()))).encode()
        signature = base64.b64encode(hmac.digest(TOKEN.encode(), signed, hashlib.sha1)).decode()
        head = (
            f"POST /hooks/{LINE} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Twilio-Signature: {signature}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        yield head.encode() + body
