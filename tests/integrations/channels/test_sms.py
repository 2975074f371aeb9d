"""SMS by Twilio: captured webhook calls and exact requests."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from dialogues.messages import RANK, Choice, Inbound, Kind, Receipt, Status
from integrations.channels.channel import Answer, Received, Sent
from integrations.channels.sms import Sms
from tests.integrations.channels.twilio_lines import FAMILY, HOOK, NUMBER, YES_NO, Hook, line, message, started
from tests.integrations.channels.twilio_server import (
    ACCOUNT,
    SERVICE,
    TwilioServer,
    payload,
    signed,
)


@pytest.fixture
async def server() -> AsyncIterator[TwilioServer]:
    """A Twilio on loopback."""
    async with TwilioServer() as running:
        yield running


@pytest.fixture
async def sms(server: TwilioServer) -> AsyncIterator[Sms]:
    """A started line that sends to it."""
    async with started(line(server.url)) as channel:
        yield channel


def inbound(number: int, handle: str, kind: Kind, text: str, prefix: str = "SM") -> Received:
    """What one message becomes."""
    sid = f"{prefix}{number:032d}"
    return Received(inbounds=(Inbound(line="asan-sms", provider_id=sid, handle=handle, kind=kind, text=text),))


def receipt(status: Status, reason: str = "") -> Received:
    """What one status callback becomes."""
    return Received(receipts=(Receipt(line="asan-sms", provider_id=f"SM{10:032d}", status=status, reason=reason),))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sms_text", inbound(1, FAMILY, Kind.TEXT, "임신 7개월인데 잘 곳이 없어요")),
        ("sms_unknown_parameters", inbound(2, "+998901234567", Kind.TEXT, "help me + 50% off & more")),
        ("sms_picture", inbound(3, FAMILY, Kind.MEDIA, "여기예요", "MM")),
        ("sms_stop", inbound(4, "+15550002222", Kind.OPTED_OUT, "Stop")),
        ("sms_start", inbound(5, "+15550002222", Kind.OPTED_IN, "START")),
        ("sms_help", inbound(6, "+15550002222", Kind.TEXT, "help")),
        ("sms_empty_body", inbound(7, "+15550002222", Kind.TEXT, "")),
        ("sms_fallback", inbound(8, FAMILY, Kind.TEXT, "도와주세요")),
        ("status_queued", receipt(Status.SENDING)),
        ("status_delivered", receipt(Status.DELIVERED)),
        ("status_undelivered", receipt(Status.FAILED, "twilio:30005")),
        ("status_stopped", receipt(Status.FAILED, "twilio:21610")),
    ],
)
def test_a_captured_call_becomes_what_it_says(name: str, expected: Received) -> None:
    """Each captured payload, signed by Twilio's own code, becomes the neutral form."""
    assert line().receive(signed(HOOK, payload(name))) == expected


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("accepted", Status.SENDING),
        ("scheduled", Status.SENDING),
        ("queued", Status.SENDING),
        ("sending", Status.SENDING),
        ("sent", Status.SENT),
        ("partially_delivered", Status.SENT),
        ("delivered", Status.DELIVERED),
        ("read", Status.READ),
        ("failed", Status.FAILED),
        ("undelivered", Status.FAILED),
        ("canceled", Status.FAILED),
    ],
)
def test_every_outgoing_status_has_a_place_in_ours(word: str, status: Status) -> None:
    """Each status that Twilio documents for an outgoing message becomes a receipt, with a reason if it failed."""
    form = payload("status_queued") | {"MessageStatus": word, "SmsStatus": word}
    reason = f"twilio:{word}" if status is Status.FAILED else ""
    assert line().receive(signed(HOOK, form)) == receipt(status, reason)


def test_receipts_out_of_order_can_be_ranked() -> None:
    """A late ``sent`` ranks below the ``delivered`` that overtook it, so that it can be left out."""
    form = payload("status_queued")
    calls = [form | {"MessageStatus": word} for word in ("delivered", "sent", "delivered", "queued")]
    reached = [line().receive(signed(HOOK, call)).receipts[0].status for call in calls]
    assert max(reached, key=RANK.__getitem__) is Status.DELIVERED
    assert RANK[reached[0]] > RANK[reached[1]] > RANK[reached[3]]


def test_an_error_code_that_is_no_number_is_left_out() -> None:
    """Nothing but digits gets into a reason."""
    form = payload("status_undelivered") | {"ErrorCode": "call +821012345678"}
    assert line().receive(signed(HOOK, form)) == receipt(Status.FAILED, "twilio:undelivered")


def test_a_status_of_tomorrow_is_taken_in_silence() -> None:
    """A status that nobody knows yet is neither a message nor an error, so Twilio gets its 200."""
    assert line().receive(signed(HOOK, payload("status_queued") | {"MessageStatus": "pondered"})) == Received()


def test_our_own_text_in_a_callback_is_no_message() -> None:
    """A callback that quotes the body is still a receipt, or the bot would talk to itself."""
    assert line().receive(signed(HOOK, payload("status_delivered") | {"Body": "…"})) == receipt(Status.DELIVERED)


def test_a_null_character_is_left_out_of_the_text() -> None:
    """PostgreSQL cannot store it; the rest of the message is kept."""
    received = line().receive(signed(HOOK, payload("sms_text") | {"Body": "살려\0주세요"}))
    assert received.inbounds[0].text == "살려주세요"


def test_the_webhook_is_answered_with_empty_twiml() -> None:
    """Twilio is told to say nothing by itself, whatever we are about to send."""
    assert line().answer([message("안녕하세요")]) == Answer(content_type="text/xml", body=b"<Response/>")


async def test_a_text_is_sent_as_twilio_documents(server: TwilioServer, sms: Sms) -> None:
    """One POST to the account's messages, with basic authentication and just these form fields."""
    sent = await sms.send(message("지금 안전하신가요?", choices=YES_NO))
    assert server.forms == [
        {"To": FAMILY, "From": NUMBER, "Body": "지금 안전하신가요?\n1 예\n2 아니오", "StatusCallback": HOOK}
    ]
    assert server.requests[0].method == "POST"
    assert server.requests[0].path == f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    assert server.requests[0].content_type == "application/x-www-form-urlencoded"
    assert sent == Sent(provider_id=str(server.messages[0]["sid"]))


async def test_a_service_sends_by_its_sid(server: TwilioServer) -> None:
    """With a messaging service Twilio picks the number, so From is left out."""
    async with started(line(server.url, sender=SERVICE)) as channel:
        await channel.send(message("hello"))
    assert server.forms == [{"To": FAMILY, "MessagingServiceSid": SERVICE, "Body": "hello", "StatusCallback": HOOK}]


async def test_an_uzbek_text_is_sent_cheaply(server: TwilioServer, sms: Sms) -> None:
    """Typographic apostrophes leave as plain ones, in the text and in the menu."""
    await sms.send(message("Oʻzingiz xavfsizmisiz?", choices=(Choice("safe:no", "Yoʻq"),)))
    assert server.forms[0]["Body"] == "O'zingiz xavfsizmisiz?\n1 Yo'q"


async def test_a_long_text_goes_in_parts_and_the_menu_with_the_last(server: TwilioServer, sms: Sms) -> None:
    """No part is over Twilio's limit, no word is cut, and the id and the callback are the last part's."""
    words = " ".join(f"word{number}" for number in range(400))
    sent = await sms.send(message(words, choices=YES_NO))
    bodies = [form["Body"] for form in server.forms]
    assert len(bodies) == 2
    assert " ".join(bodies) == f"{words}\n1 예\n2 아니오"
    assert ["StatusCallback" in form for form in server.forms] == [False, True]
    assert sent.provider_id == server.messages[-1]["sid"]


async def test_receipts_come_to_the_url_that_the_message_named(server: TwilioServer) -> None:
    """From the request to the callback: Twilio calls the URL it was given and we know our message again."""
    async with Hook() as hook:
        hook.channel = line(server.url, public_url=hook.url + "/")
        async with started(hook.channel) as channel:
            sent = await channel.send(message("hello"))
            for status in ("delivered", "sent"):
                assert await server.call_back(sent.provider_id, status) == 200
    receipts = [receipt for received in hook.received for receipt in received.receipts]
    assert [(receipt.provider_id, receipt.status) for receipt in receipts] == [
        (sent.provider_id, Status.DELIVERED),
        (sent.provider_id, Status.SENT),
    ]


def test_sms_pushes_and_knows_no_window() -> None:
    """We can write first, at any time."""
    assert (line().pushes, line().window) == (True, False)
