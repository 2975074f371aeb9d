"""What becomes of each of Primero's answers: tokens, refusals, waits, and none at all."""

from __future__ import annotations

import asyncio
import socket

import pytest

from dialogues.effects import NoticeKind
from integrations.errors import ProviderDown, RateLimited, Rejected, SendFailed
from integrations.exchange.primero import Account, Primero
from tests.integrations.exchange.cases import REFERRED
from tests.integrations.exchange.primero_server import PASSWORD, USER, Refused, about, connected

CASE = str(REFERRED.id)


async def test_an_expired_token_is_renewed_once() -> None:
    """After an hour the token is refused: many callers log in once, and no case is lost."""
    async with connected() as (there, way):
        await way.send(about(), "main")
        there.expire()
        await asyncio.gather(*(way.send(about(kind=NoticeKind.REVISED), "main") for _ in range(5)))
    assert there.calls.count("POST /tokens") == 2
    assert there.tokens == 2


async def test_a_wrong_password_is_final() -> None:
    """A refused login will be refused again; no case is sent."""
    async with connected(password="wrong") as (there, way):
        with pytest.raises(Rejected, match=r"^primero:login$"):
            await way.send(about(), "main")
    assert there.calls == ["POST /tokens"]


async def test_a_login_without_a_token_is_final() -> None:
    """Something that answers and is no Primero is found."""
    async with connected() as (there, way):
        there.answers["POST /tokens"] = Refused(200)
        with pytest.raises(Rejected, match=r"^primero:no_token$"):
            await way.send(about(), "main")


REFUSED = {
    "a date": [{"detail": "registration_date"}],
    "a list": [{"detail": ["하늘엄마", "name_nickname"]}],
    "a value": [{"message": "하늘엄마 is wrong", "detail": "하늘엄마"}],
    "no list": "x",
    "too much": [{"detail": "x" * 100_000}],
}
ANSWERS = [
    (Refused(301, {"location": "/elsewhere"}), Rejected, "primero:301", None),
    (Refused(401), Rejected, "primero:401", None),
    (Refused(403), Rejected, "primero:403", None),
    (Refused(404), Rejected, "primero:404", None),
    (Refused(422, body={"errors": REFUSED["a date"]}), Rejected, "primero:422:registration_date", None),
    (Refused(422, body={"errors": REFUSED["a list"]}), Rejected, "primero:422:name_nickname", None),
    (Refused(422, body={"errors": REFUSED["a value"]}), Rejected, "primero:422", None),
    (Refused(422, body={"errors": REFUSED["no list"]}), Rejected, "primero:422", None),
    (Refused(422, body={"errors": REFUSED["too much"]}), Rejected, "primero:422", None),
    (Refused(429, {"retry-after": "120"}), RateLimited, "primero:429", 120.0),
    (Refused(429), RateLimited, "primero:429", None),
    (Refused(429, {"retry-after": "9" * 400}), RateLimited, "primero:429", 86_400.0),
    (Refused(500), ProviderDown, "primero:500", None),
    (Refused(503, {"retry-after": "30"}), RateLimited, "primero:503", 30.0),
    (Refused(503, {"retry-after": "soon"}), ProviderDown, "primero:503", None),
]


@pytest.mark.parametrize(("answer", "error", "reason", "after"), ANSWERS)
async def test_an_answer_tells_whether_to_try_again(
    answer: Refused, error: type[SendFailed], reason: str, after: float | None
) -> None:
    """Each status has its meaning; of a refused record only the name of a field that we sent is told, never a value."""
    async with connected() as (there, way):
        there.answers["POST /cases"] = answer
        with pytest.raises(error, match=f"^{reason}$") as caught:
            await way.send(about(), "main")
    assert type(caught.value) is error
    assert getattr(caught.value, "after", None) == after


@pytest.mark.parametrize("kind", ["PATCH /cases", "POST /tokens"])
@pytest.mark.parametrize(("status", "error"), [(500, ProviderDown), (403, Rejected), (429, RateLimited)])
async def test_so_does_every_other_call(kind: str, status: int, error: type[SendFailed]) -> None:
    """Logging in and updating fail in the same ways."""
    async with connected() as (there, way):
        there.answers[kind] = Refused(status)
        with pytest.raises(error, match=f"^primero:{status}$"):
            await way.send(about(kind=NoticeKind.REVISED), "main")


@pytest.mark.parametrize("kind", ["POST /tokens", "POST /cases"])
async def test_a_primero_that_does_not_answer_is_tried_again(kind: str) -> None:
    """A call without an answer is given up on after its time; what it was about is not in the error."""
    async with connected(timeout=0.2) as (there, way):
        there.answers[kind] = None
        with pytest.raises(ProviderDown, match=r"^primero:timeout$") as caught:
            await way.send(about(), "main")
        there.closing.set()
    assert caught.value.__cause__ is None


async def test_a_primero_that_is_not_there_is_tried_again() -> None:
    """A closed port may open again."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        way = Primero(Account(f"http://127.0.0.1:{held.getsockname()[1]}", USER, PASSWORD), allow_local=True)
        await way.start()
        with pytest.raises(ProviderDown, match=r"^primero:no_answer$"):
            await way.send(about(), "main")
        await way.close()


async def test_after_a_failure_the_same_case_goes_through() -> None:
    """Whatever was lost, answer or call, trying again ends with one whole case."""
    async with connected() as (there, way):
        there.answers["POST /cases"] = Refused(500)
        with pytest.raises(ProviderDown):
            await way.send(about(), "main")
        there.answers.clear()
        await way.send(about(), "main")
    assert set(there.cases) == {CASE}
