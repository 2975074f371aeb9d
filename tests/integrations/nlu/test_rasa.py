"""Rasa ranks the intents; whatever becomes of it, every text keeps a reading, and no family waits for it."""

from __future__ import annotations

import asyncio
import logging
import socket

import pytest
from aiohttp import web

from dialogues.reading import Guess, Reading
from integrations.nlu.rasa import BEST, CONNECTIONS, FAILURES, REST, Rasa
from tests.integrations.nlu.loopback_rasa import (
    EMBEDDED,
    HIT,
    LONG,
    TOKEN,
    Answer,
    Beside,
    asking,
    guesses,
    hanging,
    ranked,
    replying,
)

# --- when all is well ---


async def test_the_ranking_is_rasas_all_else_is_not() -> None:
    """Rasa's three best intents replace the embedded ranking; danger and language stay."""
    async with asking() as (rasa, server, failures):
        readings = await rasa.parse(["도와주세요"])
    assert readings == [Reading(HIT, guesses("도와주세요"), "ko")]
    assert len(readings[0].ranking) == BEST
    assert (server.asked, failures) == (["도와주세요"], [])


async def test_the_order_is_that_of_the_texts() -> None:
    """Texts are asked at the same time, and each gets its own answer, whichever comes first."""
    last_asked = asyncio.Event()

    async def first_waits(text: str) -> web.Response:
        if text == "0":
            await last_asked.wait()
        if text == "39":
            last_asked.set()
        return await ranked(text)

    texts = [str(number) for number in range(40)]
    async with asking() as (rasa, server, failures):
        server.answer = first_waits
        readings = await rasa.parse(texts)
    assert [reading.ranking for reading in readings] == [guesses(text) for text in texts]
    assert failures == []


async def test_rasa_is_not_asked_for_nothing() -> None:
    """A batch without texts is no call."""
    async with asking() as (rasa, server, failures):
        assert await rasa.parse([]) == []
    assert (server.asked, failures) == ([], [])


async def test_it_can_be_asked_after_it_was_closed() -> None:
    """Closing lets go of the connections, no more."""
    async with asking() as (rasa, _, failures):
        await rasa.parse(["1"])
        await rasa.close()
        assert (await rasa.parse(["2"]))[0].ranking == guesses("2")
    assert failures == []


async def test_a_confidence_is_never_more_than_one() -> None:
    """Rasa's rounding does not come into the product."""
    body = '{"intent_ranking": [{"name": "greet", "confidence": 1.0000001}]}'
    async with asking() as (rasa, server, _):
        server.answer = replying(body=body)
        assert (await rasa.parse(["hi"]))[0].ranking == (Guess("greet", 1.0),)


# --- when it is not ---

BAD = {
    "error": replying(500, '{"intent_ranking": [{"name": "greet", "confidence": 1}]}'),
    "no-model": replying(409, '{"status": "failure"}'),
    "elsewhere": replying(302),
    "no-json": replying(body="<html>it works</html>"),
    "half": replying(body='{"intent_ranking": [{"name": "gre'),
    "foreign": replying(body='{"intent": {"name": "greet", "confidence": 0.9}}'),
    "null": replying(body='{"intent_ranking": null}'),
    "empty": replying(body='{"intent_ranking": []}'),
    "nameless": replying(body='{"intent_ranking": [{"name": "", "confidence": 1}]}'),
    "null-name": replying(body='{"intent_ranking": [{"name": null, "confidence": 0.0}]}'),
    "negative": replying(body='{"intent_ranking": [{"name": "greet", "confidence": -1}]}'),
    "nothing": replying(body=""),
}


@pytest.mark.parametrize("answer", BAD.values(), ids=BAD)
async def test_a_bad_answer_leaves_the_embedded_ranking(answer: Answer) -> None:
    """An error, or anything that is not a ranking, counts as one text that Rasa did not rank."""
    async with asking() as (rasa, server, failures):
        server.answer = answer
        assert await rasa.parse(["hello"]) == [Reading(HIT, EMBEDDED, "ko")]
    assert (server.asked, failures) == (["hello"], [1])


async def test_a_wrong_token_leaves_the_embedded_ranking() -> None:
    """Rasa refuses; the family does not notice."""
    async with asking(token="wrong") as (rasa, server, failures):
        assert await rasa.parse(["1", "2"]) == [Reading(HIT, EMBEDDED, "ko")] * 2
    assert (server.asked, failures) == ([], [2])


async def test_no_server_leaves_the_embedded_ranking() -> None:
    """A refused connection is no error."""
    failures: list[int] = []
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # bound, so that nobody else gets the port, but not listening
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
        rasa = Rasa(url, TOKEN, Beside(), on_failure=failures.append, timeout=LONG)
        assert await rasa.parse(["1", "2"]) == [Reading(HIT, EMBEDDED, "ko")] * 2
        await rasa.close()
    assert failures == [2]


async def test_only_the_texts_without_an_answer_fall_back() -> None:
    """What Rasa has answered when time is up counts, though the other texts of the batch hang."""

    async def some(text: str) -> web.Response:
        return await (ranked if text == "fine" else hanging)(text)

    async with asking(timeout=0.5) as (rasa, server, failures):
        server.answer = some
        readings = await rasa.parse(["stuck", "fine", "stuck"])
    assert [reading.ranking for reading in readings] == [EMBEDDED, guesses("fine"), EMBEDDED]
    assert failures == [2]


async def test_texts_that_hung_keep_no_connection() -> None:
    """After many times as many hung calls as there are connections, Rasa is asked as before."""
    now = [0.0]
    async with asking(timeout=0.05, clock=lambda: now[0]) as (rasa, server, failures):
        server.answer = hanging
        for _ in range(4):
            await rasa.parse(["stuck"] * (CONNECTIONS + 1))
            now[0] += REST
        server.answer = ranked
        rasa._timeout = LONG
        assert (await rasa.parse(["fine"]))[0].ranking == guesses("fine")
    assert failures == [CONNECTIONS + 1] * 4


async def test_a_text_that_is_no_unicode_falls_back() -> None:
    """Half a character cannot be sent; the other texts are."""
    async with asking() as (rasa, _, failures):
        readings = await rasa.parse(["\ud83d", "fine"])
    assert [reading.ranking for reading in readings] == [EMBEDDED, guesses("fine")]
    assert failures == [1]


async def test_a_turn_that_is_given_up_asks_no_more() -> None:
    """When nobody waits for the reading any longer, the call to Rasa ends with it, and the engine goes on working."""
    arrived = asyncio.Event()

    async def arrives(text: str) -> web.Response:
        arrived.set()
        return await hanging(text)

    async with asking() as (rasa, server, failures):
        server.answer = arrives
        task = asyncio.create_task(rasa.parse(["stuck"]))
        await arrived.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        server.answer = ranked
        assert (await rasa.parse(["fine"]))[0].ranking == guesses("fine")
    assert failures == []


# --- leaving it alone ---


async def test_a_dead_rasa_is_left_alone() -> None:
    """After three failed batches in a row Rasa rests ten seconds; its texts are counted, and then it is tried again."""
    now = [100.0]
    async with asking(clock=lambda: now[0]) as (rasa, server, failures):
        server.answer = replying(503)
        for _ in range(FAILURES + 2):
            await rasa.parse(["a", "b"])
        assert len(server.asked) == FAILURES * 2
        now[0] += REST
        await rasa.parse(["c"])
        await rasa.parse(["d"])
        assert server.asked[FAILURES * 2 :] == ["c"]
        server.answer = ranked
        now[0] += REST
        readings = [await rasa.parse([text]) for text in ("e", "f")]
    assert [reading.ranking for (reading,) in readings] == [guesses("e"), guesses("f")]
    assert failures == [2] * (FAILURES + 2) + [1, 1]


async def test_one_answer_is_enough_to_go_on() -> None:
    """Failures that are not in a row, or not of whole batches, do not stop anything."""

    async def some(text: str) -> web.Response:
        return await (ranked if text == "fine" else replying(500))(text)

    async with asking() as (rasa, server, failures):
        server.answer = some
        for _ in range(FAILURES):
            await rasa.parse(["bad", "fine"])
        for text in ("bad", "bad", "fine", "bad", "bad", "fine"):
            await rasa.parse([text])
    assert len(server.asked) == FAILURES * 2 + 6
    assert sum(failures) == FAILURES + 4


# --- secrets ---


@pytest.mark.parametrize("answer", [ranked, hanging, *BAD.values()], ids=["right", "slow", *BAD])
async def test_neither_text_nor_token_is_logged(answer: Answer, caplog: pytest.LogCaptureFixture) -> None:
    """Not one line at INFO or above tells what a family wrote, or the token."""
    caplog.set_level(logging.INFO)
    async with asking(timeout=0.2) as (rasa, server, _):
        server.answer = answer
        await rasa.parse(["my-words"])
    told = "".join(record.getMessage() for record in caplog.records if record.name != "aiohttp.access")
    assert "my-words" not in told
    assert "token" not in told


@pytest.mark.parametrize(
    ("url", "token"),
    [
        ("", TOKEN),
        ("rasa:5005", TOKEN),
        ("ftp://rasa", TOKEN),
        ("http://", TOKEN),
        ("http://me:secret@rasa:5005", TOKEN),
        ("http://rasa:5005?token=secret", TOKEN),
        ("http://rasa:port/secret", TOKEN),
        ("http://rasa:5005", ""),
    ],
)
def test_what_cannot_be_asked_is_refused(url: str, token: str) -> None:
    """A wrong address or an empty token is told of before the first family writes, without repeating it."""
    with pytest.raises(ValueError, match=r"address|token") as caught:
        Rasa(url, token, Beside(), on_failure=print)
    assert "secret" not in str(caught.value)
