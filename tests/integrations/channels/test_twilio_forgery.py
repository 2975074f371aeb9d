"""What the Twilio channels refuse to read: forged and malformed webhook calls."""

from __future__ import annotations

import hmac
from base64 import b64encode
from hashlib import sha1
from urllib.parse import urlencode

import pytest

from integrations import errors
from integrations.channels.channel import Request
from tests.integrations.channels.twilio_lines import FAMILY, HOOK, NUMBER, line
from tests.integrations.channels.twilio_server import (
    TOKEN,
    payload,
    signed,
)

VECTOR = {
    "MessageSid": "SM" + "0" * 32,
    "From": FAMILY,
    "To": NUMBER,
    "Body": "임신 7개월인데 잘 곳이 없어요",
    "NumMedia": "0",
}
VECTOR_URL = "https://front.example/hooks/twilio/sms"
VECTOR_SIGNATURE = "FzqzZ1XpjUoZjv15IcKeicMOxg4="


def test_the_known_signature_of_a_korean_message_is_good() -> None:
    """The published signature scheme gives this value for this message."""
    assert line().receive(signed(VECTOR_URL, VECTOR, VECTOR_SIGNATURE)).inbounds[0].handle == FAMILY


def test_the_known_signature_of_twilios_documentation_is_good() -> None:
    """The example of Twilio's own page passes the signature check; it is a phone call, so no message is found in it."""
    url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    form = {
        "CallSid": "CA1234567890ABCDE",
        "Caller": "+14158675310",
        "Digits": "1234",
        "From": "+14158675310",
        "To": "+18005551212",
    }
    with pytest.raises(errors.Malformed, match=r"^twilio:no-MessageSid$"):
        line().receive(signed(url, form, "GvWf1cFY/Q7PnoempGyD5oXAezc="))


def test_a_url_signed_with_its_port_is_good() -> None:
    """Twilio signs with or without :443; both are the same address."""
    received = line().receive(signed("https://front.example:443/hooks/twilio/sms", VECTOR, VECTOR_SIGNATURE))
    assert received.inbounds


@pytest.mark.parametrize(
    ("url", "form", "signature"),
    [
        ("http://front.example/hooks/twilio/sms", VECTOR, VECTOR_SIGNATURE),
        (VECTOR_URL + "?a=b", VECTOR, VECTOR_SIGNATURE),
        ("https://other.example/hooks/twilio/sms", VECTOR, VECTOR_SIGNATURE),
        (VECTOR_URL, VECTOR | {"Added": "1"}, VECTOR_SIGNATURE),
        (VECTOR_URL, VECTOR | {"Body": "…"}, VECTOR_SIGNATURE),
        (VECTOR_URL, {name: VECTOR[name] for name in VECTOR if name != "NumMedia"}, VECTOR_SIGNATURE),
        (VECTOR_URL, VECTOR, VECTOR_SIGNATURE[:-1]),
        (VECTOR_URL, VECTOR, VECTOR_SIGNATURE + "="),
        (VECTOR_URL, VECTOR, VECTOR_SIGNATURE.lower()),
        (VECTOR_URL, VECTOR, "ÿ한"),
        (VECTOR_URL, VECTOR, ""),
        (VECTOR_URL, {}, VECTOR_SIGNATURE),
    ],
)
def test_anything_that_twilio_did_not_sign_is_forged(url: str, form: dict[str, str], signature: str) -> None:
    """Another scheme, host, query, parameter, value or signature is refused."""
    with pytest.raises(errors.Forged):
        line().receive(signed(url, form, signature))


def test_a_missing_signature_is_forged_whatever_the_body() -> None:
    """Without the header nothing is read at all."""
    for body in (b"", b"{}", urlencode(VECTOR).encode(), b"x" * 100_000):
        with pytest.raises(errors.Forged):
            line().receive(Request(url=VECTOR_URL, headers={"content-type": "application/json"}, body=body))


def test_another_accounts_call_is_forged() -> None:
    """A call rightly signed but of another account is refused."""
    with pytest.raises(errors.Forged):
        line().receive(signed(HOOK, payload("sms_text") | {"AccountSid": "AC" + "f" * 32}))


def by_hand(text: str) -> str:
    """Sign without the SDK."""
    return b64encode(hmac.digest(TOKEN.encode(), text.encode(), sha1)).decode()


def test_repeated_parameters_are_signed_each_value_once_in_order() -> None:
    """Of a repeated parameter every different value counts, sorted; dropping one of them is forgery."""
    pairs = [*payload("sms_text").items(), ("Tag", "b"), ("Tag", "a"), ("Tag", "b")]
    names = sorted({name for name, _ in pairs})
    values = {name: sorted({value for other, value in pairs if other == name}) for name in names}
    signature = by_hand(HOOK + "".join(name + value for name in names for value in values[name]))
    whole = signed(HOOK, {}, signature)
    request = Request(url=HOOK, headers=whole.headers, body=urlencode(pairs).encode())
    assert line().receive(request).inbounds[0].handle == FAMILY
    fewer = Request(url=HOOK, headers=whole.headers, body=urlencode([*pairs[:-3], ("Tag", "b")]).encode())
    with pytest.raises(errors.Forged):
        line().receive(fewer)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"MessageSid": ""}, "twilio:no-MessageSid"),
        ({"From": ""}, "twilio:no-From"),
        ({"From": "whatsapp:+998901234567"}, "twilio:wrong-channel"),
        ({"From": "messenger:1234"}, "twilio:wrong-channel"),
    ],
)
def test_a_call_that_is_no_sms_is_malformed(change: dict[str, str], reason: str) -> None:
    """What lacks its id or sender, or came over another channel, is refused with a short code."""
    with pytest.raises(errors.Malformed, match=f"^{reason}$"):
        line().receive(signed(HOOK, payload("sms_text") | change))


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (b"", "application/x-www-form-urlencoded", "twilio:no-MessageSid"),
        (b"{}", "application/json", "twilio:not-a-form"),
        (b"", "", "twilio:not-a-form"),
        (b"Body=%FF", "application/x-www-form-urlencoded", "twilio:not-a-form"),
        (b"Body=\xff", "application/x-www-form-urlencoded", "twilio:not-a-form"),
        (b"&".join(b"a=1" for _ in range(501)), "application/x-www-form-urlencoded", "twilio:not-a-form"),
        (b"Body=" + b"x" * 65_532, "application/x-www-form-urlencoded", "twilio:too-large"),
    ],
)
def test_a_body_that_is_no_form_is_malformed(body: bytes, content_type: str, reason: str) -> None:
    """An empty, foreign, broken or oversized body is refused, even with a signature over the bare URL."""
    headers = {"content-type": content_type, "x-twilio-signature": by_hand(HOOK)}
    with pytest.raises(errors.Malformed, match=f"^{reason}$"):
        line().receive(Request(url=HOOK, headers=headers, body=body))
