"""What the Twilio channels say when a message cannot be sent."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest

from integrations import errors
from integrations.channels import twilio_api
from integrations.channels.sms import Sms
from tests.integrations.channels.twilio_lines import FAMILY, NUMBER, PUBLIC, line, message, started
from tests.integrations.channels.twilio_server import (
    ACCOUNT,
    TOKEN,
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


@pytest.mark.parametrize(
    ("status", "code", "expected", "reason"),
    [
        (400, 21610, errors.OptedOut, "twilio:21610"),
        (400, 21211, errors.Unreachable, "twilio:21211"),
        (400, 21614, errors.Unreachable, "twilio:21614"),
        (400, 30003, errors.Unreachable, "twilio:30003"),
        (400, 30004, errors.Unreachable, "twilio:30004"),
        (400, 30005, errors.Unreachable, "twilio:30005"),
        (400, 30006, errors.Unreachable, "twilio:30006"),
        (400, 63016, errors.WindowClosed, "twilio:63016"),
        (429, 20429, errors.RateLimited, "twilio:20429"),
        (400, 20429, errors.RateLimited, "twilio:20429"),
        (429, None, errors.RateLimited, "twilio:429"),
        (500, 20500, errors.ProviderDown, "twilio:20500"),
        (503, None, errors.ProviderDown, "twilio:503"),
        (400, 21408, errors.Rejected, "twilio:21408"),
        (400, 30007, errors.Rejected, "twilio:30007"),
        (401, 20003, errors.Rejected, "twilio:20003"),
        (404, None, errors.Rejected, "twilio:404"),
        (302, None, errors.Rejected, "twilio:302"),
    ],
)
async def test_every_error_says_whether_to_try_again(
    server: TwilioServer, sms: Sms, status: int, code: int | None, expected: type[errors.SendFailed], reason: str
) -> None:
    """Twilio's codes become our errors, and neither the error nor what caused it quotes the number."""
    server.refusals[FAMILY] = Refusal(status, code)
    with pytest.raises(errors.SendFailed) as raised:
        await sms.send(message("hello"))
    assert type(raised.value) is expected
    assert str(raised.value) == reason
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None


@pytest.mark.parametrize(
    ("header", "after"), [({"Retry-After": "7"}, 7.0), ({"Retry-After": "soon"}, None), ({}, None)]
)
async def test_a_rate_limit_says_how_long_to_wait(
    server: TwilioServer, sms: Sms, header: dict[str, str], after: float | None
) -> None:
    """The wait is Twilio's, or left to us."""
    server.refusals[FAMILY] = Refusal(429, 20429, header)
    with pytest.raises(errors.RateLimited) as raised:
        await sms.send(message("hello"))
    assert raised.value.after == after


async def test_a_redirect_is_not_followed(server: TwilioServer, sms: Sms) -> None:
    """The words and the token go nowhere but to the configured address."""
    server.refusals[FAMILY] = Refusal(307, None, {"Location": f"{server.url}/elsewhere"})
    with pytest.raises(errors.Rejected, match=r"^twilio:307$"):
        await sms.send(message("hello"))
    assert len(server.requests) == 1


async def test_wrong_credentials_are_rejected(server: TwilioServer) -> None:
    """Another token is an error that a person has to look at."""
    async with started(Sms("asan-sms", ACCOUNT, "54321", NUMBER, PUBLIC, server.url)) as channel:
        with pytest.raises(errors.Rejected, match=r"^twilio:20003$"):
            await channel.send(message("hello"))


async def test_an_answer_that_is_not_twilios_may_be_tried_again(server: TwilioServer, sms: Sms) -> None:
    """A 200 with a page that is not JSON comes from something in between."""
    server.garbage = True
    with pytest.raises(errors.ProviderDown, match=r"^twilio:bad-answer$"):
        await sms.send(message("hello"))
    with pytest.raises(errors.ProviderDown, match=r"^twilio:bad-answer$"):
        await sms.find_sent(message("hello"), minute(0))


async def test_a_connection_that_is_refused_took_nothing(server: TwilioServer) -> None:
    """Nobody listening is told apart from an answer that was lost: nothing can have been sent."""
    async with TwilioServer() as gone:
        url = gone.url
    async with started(line(url)) as channel:
        with pytest.raises(errors.ProviderDown, match=r"^twilio:no-connection$"):
            await channel.send(message("hello"))


async def test_a_connection_that_breaks_may_have_taken_it(server: TwilioServer, sms: Sms) -> None:
    """Twilio has the message, and we only know that no answer came."""
    server.cut_off.add(FAMILY)
    with pytest.raises(errors.ProviderDown, match=r"^twilio:no-answer$"):
        await sms.send(message("hello"))
    assert len(server.messages) == 1


async def test_a_provider_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting ends."""
    monkeypatch.setattr(twilio_api, "_PATIENCE", aiohttp.ClientTimeout(total=0.05))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        async with started(line(f"http://127.0.0.1:{silent.getsockname()[1]}")) as channel:
            with pytest.raises(errors.ProviderDown, match=r"^twilio:no-answer$"):
                await channel.send(message("hello"))


async def test_a_line_that_was_not_started_says_so() -> None:
    """Sending before start() is our own mistake, not the provider's."""
    with pytest.raises(RuntimeError):
        await line().send(message("hello"))


async def test_nothing_that_could_name_a_person_is_logged(
    server: TwilioServer, sms: Sms, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the number nor the words reach a log, at any level, when sending, failing or looking up."""
    caplog.set_level(0)
    await sms.send(message("a secret"))
    await sms.find_sent(message("a secret"), minute(0))
    server.refusals[FAMILY] = Refusal(400, 21610)
    with pytest.raises(errors.OptedOut):
        await sms.send(message("a secret"))
    logged = "\n".join(record.getMessage() for record in caplog.records if "aiohttp.access" not in record.name)
    assert not any(private in logged for private in (FAMILY, FAMILY.lstrip("+"), "secret", TOKEN))
