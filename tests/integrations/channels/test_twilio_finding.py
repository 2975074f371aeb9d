"""Finding in Twilio's log what a crash cut off."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from integrations import errors
from integrations.channels.channel import Sent
from integrations.channels.sms import Sms
from tests.integrations.channels.twilio_lines import FAMILY, NUMBER, YES_NO, line, message, started
from tests.integrations.channels.twilio_server import (
    SERVICE,
    Refusal,
    TwilioServer,
    minute,
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


async def test_a_message_cut_off_by_a_crash_is_found(server: TwilioServer, sms: Sms) -> None:
    """The very message is found, still queued at Twilio, and not an equal one from before."""
    server.keep({"To": FAMILY, "From": NUMBER, "Body": "hello"}, status="delivered")
    server.now = minute(10)
    server.cut_off.add(FAMILY)
    with pytest.raises(errors.ProviderDown):
        await sms.send(message("hello"))
    assert await sms.find_sent(message("hello"), minute(10)) == Sent(provider_id=str(server.messages[1]["sid"]))
    assert await sms.find_sent(message("hello"), minute(11)) is None


async def test_fractions_of_a_second_do_not_hide_a_message(server: TwilioServer, sms: Sms) -> None:
    """Twilio's times are whole seconds, ours are not."""
    sid = server.keep({"To": FAMILY, "From": NUMBER, "Body": "hello"})
    assert await sms.find_sent(message("hello"), minute(0) + timedelta(milliseconds=900)) == Sent(provider_id=sid)


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"To": FAMILY, "From": NUMBER, "Body": "hello there"}, "sent"),
        ({"To": "+821099998888", "From": NUMBER, "Body": "hello"}, "sent"),
        ({"To": FAMILY, "From": "+15559999999", "Body": "hello"}, "sent"),
        ({"To": FAMILY, "From": NUMBER, "Body": "hello"}, "failed"),
        ({"To": FAMILY, "From": NUMBER, "Body": "hello"}, "undelivered"),
    ],
)
async def test_other_messages_are_not_taken_for_it(
    server: TwilioServer, sms: Sms, form: dict[str, str], status: str
) -> None:
    """Other words, another person, another number of ours or a failed try do not count as sent."""
    server.keep(form, status=status)
    assert await sms.find_sent(message("hello"), minute(0)) is None


async def test_a_services_message_is_found_by_the_service(server: TwilioServer) -> None:
    """A service sends from numbers we do not know, so the service's SID tells its messages from others."""
    async with started(line(server.url, sender=SERVICE)) as channel:
        server.keep({"To": FAMILY, "From": "+15559999999", "Body": "hello"})
        assert await channel.find_sent(message("hello"), minute(0)) is None
        sid = server.keep({"To": FAMILY, "From": "+15558888888", "MessagingServiceSid": SERVICE, "Body": "hello"})
        assert await channel.find_sent(message("hello"), minute(0)) == Sent(provider_id=sid)


async def test_a_message_of_several_parts_is_found_by_its_last(server: TwilioServer, sms: Sms) -> None:
    """Only when the last part was taken is the whole sent; first parts alone are not."""
    long = message("word " * 400, choices=YES_NO)
    sent = await sms.send(long)
    assert await sms.find_sent(long, minute(0)) == sent
    server.messages.pop()
    assert await sms.find_sent(long, minute(0)) is None


async def test_finding_reads_every_page(server: TwilioServer, sms: Sms) -> None:
    """A message behind the first page of the log is found."""
    sid = server.keep({"To": FAMILY, "From": NUMBER, "Body": "hello"})
    for _ in range(5):
        server.keep({"To": FAMILY, "From": NUMBER, "Body": "other"})
    server.page_limit = 2
    assert await sms.find_sent(message("hello"), minute(0)) == Sent(provider_id=sid)
    assert len(server.requests) == 3


async def test_a_log_that_cannot_be_read_is_told_from_one_that_may_not(server: TwilioServer, sms: Sms) -> None:
    """Trouble that passes is raised; a refusal for good means that we cannot tell."""
    server.list_refusal = Refusal(503, None)
    with pytest.raises(errors.ProviderDown):
        await sms.find_sent(message("hello"), minute(0))
    server.list_refusal = Refusal(403, 20006)
    assert await sms.find_sent(message("hello"), minute(0)) is None


async def test_of_equal_messages_each_is_found_once(server: TwilioServer, sms: Sms) -> None:
    """Two messages with the same words are two: one known to be another is passed over, the older comes first."""
    first = server.keep({"To": FAMILY, "From": NUMBER, "Body": "hello"})
    second = server.keep({"To": FAMILY, "From": NUMBER, "Body": "hello"})
    assert await sms.find_sent(message("hello"), minute(0)) == Sent(provider_id=first)
    assert await sms.find_sent(message("hello"), minute(0), {first}) == Sent(provider_id=second)
    assert await sms.find_sent(message("hello"), minute(0), {first, second}) is None
